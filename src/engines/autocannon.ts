import { once } from 'node:events';
import type { Socket } from 'node:net';
import type { Options } from 'autocannon';
import manifest from 'autocannon/package.json' with { type: 'json' };
import type { LoadSummary } from '../model.ts';
import { steerClient, type SharedLoad } from './autocannon-client.ts';
import { dealRequests } from './deal.ts';
import type { Engine, Load } from './engine.ts';
import { ownCpu } from './generator-cpu.ts';
import { patienceFor } from './patience.ts';
import { openSession } from './session.ts';
import { startTally } from './tally.ts';

/** How often autocannon looks whether all its connections are done. */
const endCheckMs = 25;

/**
 * The closed loop: every connection sends its next request when the last one was answered. Measures throughput at
 * saturation, and sends an exact number of requests in the leak rounds. Only autocannon's sockets and parser are used;
 * its counts, percentiles, rate mode and clock don't hold what they promise, and its requests are the same each time.
 */
export const autocannonEngine: Engine = { name: 'autocannon', version: manifest.version, run };

async function run(origin: string, load: Load, signal: AbortSignal): Promise<LoadSummary> {
  signal.throwIfAborted();
  await load.credential?.ready();
  const connections = 'requests' in load.stop ? Math.min(load.connections, load.stop.requests) : load.connections;
  const tally = await startTally(load.routes, load.observe);
  const patience = patienceFor(connections);
  const until = stopRule(load.stop);
  const sockets = new Set<Socket>();
  const failures: unknown[] = [];
  const shared: SharedLoad = {
    tally,
    patience,
    timeoutMs: load.timeoutMs,
    host: new URL(origin).host,
    next: dealRequests(load.routes, load.variants).next,
    openSession: () => openSession(load),
    ...(load.serverTiming !== undefined && { serverTiming: load.serverTiming }),
    broken: (error) => void failures.push(error),
    sending() {
      const over = signal.aborted || failures.length > 0 || patience.exhausted();
      const sending = !over && !until(tally.total());
      if (!sending) tally.ended();
      return sending;
    },
    opened(socket) {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    },
  };
  const cpu = ownCpu();
  await drive({ url: origin, connections }, shared, signal);
  await Promise.all([...sockets].map(async (socket) => socket.closed || once(socket, 'close')));
  signal.throwIfAborted();
  if (failures.length > 0) throw failures[0];
  const engine = { name: 'autocannon', version: manifest.version, model: 'closed', protocol: 'HTTP/1.1' } as const;
  const summary = tally.summary({ engine, connections });
  return { ...summary, generatorCpuUs: cpu() / Math.max(1, summary.sent) };
}

/** Given the number of requests sent so far: is it time to stop? Asked before each, so the first one starts the clock. */
function stopRule(stop: Load['stop']): (sent: number) => boolean {
  if ('requests' in stop) return (sent) => sent >= stop.requests;
  let endMs: number | undefined;
  return () => performance.now() >= (endMs ??= performance.now() + stop.durationMs);
}

/** Settles when every connection is done; no client is left running on any path. */
async function drive(options: Options, shared: SharedLoad, signal: AbortSignal): Promise<void> {
  const { default: autocannon } = await import('autocannon');
  const clients: { destroy(): void }[] = [];
  const setupClient = (client: unknown): void => void clients.push(steerClient(client, shared));
  const destroyAll = (): void => clients.forEach((client) => client.destroy());
  signal.addEventListener('abort', destroyAll);
  try {
    await new Promise<void>((resolve, reject) => {
      const finished = (error: unknown): void => (error == null ? resolve() : reject(error));
      // The count never ends a client: `sending` does. It only keeps autocannon's own clock out.
      const endless = { amount: Number.MAX_SAFE_INTEGER, pipelining: 1, workers: 0, sampleInt: endCheckMs };
      autocannon({ ...options, ...endless, setupClient }, finished);
    });
  } finally {
    signal.removeEventListener('abort', destroyAll);
    destroyAll();
  }
}
