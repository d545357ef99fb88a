import { setTimeout as sleep } from 'node:timers/promises';
import type { ProtocolBench } from '../checks/check.ts';
import type { Config } from '../config/resolve.ts';
import { engines, firstOf, holdConnections } from '../engines/index.ts';
import { LeakgateError } from '../errors.ts';
import type { LoadSummary } from '../model.ts';
import { settle } from '../probes/index.ts';
import { socketMemory } from '../service/index.ts';
import { loadOf, sendNew } from './load.ts';
import { reachProbe } from './probed-copy.ts';
import { startProgram, type Program } from './program.ts';

/** Looks at the kernel's buffers during one load. */
const looks = 4;

/** Pools are empty after the second. */
const collections = 3;

interface ProtocolParts {
  config: Config;
  env: NodeJS.ProcessEnv;
  /** Told of every token, so that nobody shows it. */
  secret: (value: string) => void;
  /** The probe build. */
  binary: string;
  /** Starts a program, or gives the one that runs under this name. */
  hold: (name: string, begin: () => Promise<Program>) => Promise<Program>;
}

/** A copy of the probe build without its close sampling of the heap: the probe itself costs nothing while it isn't asked. */
export function protocolBench(
  { config, env, secret, binary, hold }: ProtocolParts,
  signal: AbortSignal,
): ProtocolBench {
  const { routes, requestTimeoutMs: timeoutMs } = config;
  const start = { side: 'probe', binary, probe: true };
  const program = async () => hold('protocols', async () => startProgram(config, { env, secret }, start, signal));
  return {
    async refusal() {
      const running = await program();
      const load = { ...loadOf(config, running), connections: 1, streams: 1, stop: { requests: 1 } };
      return running
        .survives(async () => engines.http2.run(running.service.origin, load, signal))
        .then(() => null, refusalOf);
    },
    async load({ protocol, connections, streams }, durationMs) {
      const running = await program();
      const { service } = running;
      const engine = protocol === 'HTTP/2' ? engines.http2 : engines.autocannon;
      const narrowed = { connections, streams, stop: { durationMs } };
      const before = service.cpuNs();
      const watched = watchSockets(service.port, durationMs, signal);
      const summary = await running.survives(async (): Promise<LoadSummary> =>
        sendNew(config, running, async (origin, load) => engine.run(origin, { ...load, ...narrowed }, signal)),
      );
      const cpuNs = service.cpuNs() - before;
      const cpuUsPerRequest = cpuNs > 0 ? cpuNs / 1000 / Math.max(1, summary.answered) : null;
      return { summary, cpuUsPerRequest, socketBytes: await watched };
    },
    async hold(protocol, connections) {
      const running = await program();
      const probe = await reachProbe(running, signal);
      const look = async () => {
        await settle(probe, signal);
        const { heapBytes } = await probe.memStats(collections, signal);
        return { heapBytes, goroutines: await probe.goroutines(signal) };
      };
      const route = routes.find(({ method }) => method === 'GET');
      const { path, headers: own } = route === undefined ? { path: '/', headers: {} } : firstOf(route);
      await running.credential?.ready();
      const headers = { ...own, ...(route?.anonymous !== true && running.credential?.fields()) };
      const { origin } = running.service;
      return running.survives(async () => {
        const before = await look();
        const held = await holdConnections({ origin, protocol, connections, path, headers, timeoutMs }, signal);
        try {
          const after = await look();
          return {
            heapBytes: (after.heapBytes - before.heapBytes) / connections,
            goroutines: (after.goroutines - before.goroutines) / connections,
          };
        } finally {
          await held[Symbol.asyncDispose]();
        }
      });
    },
  };
}

/** A protocol that the service doesn't speak is told by the engine as a fault of the settings. */
function refusalOf(error: unknown): string {
  if (error instanceof LeakgateError && error.code === 'config') return error.hint ?? error.message;
  throw error;
}

/** Bytes for each connection on average; null where nobody can tell, or no look met a connection. */
async function watchSockets(port: number, durationMs: number, signal: AbortSignal): Promise<number | null> {
  const seen: number[] = [];
  for (let look = 0; look < looks; look += 1) {
    await sleep(durationMs / (looks + 1), undefined, { signal }).catch(() => undefined);
    const memory = signal.aborted ? null : await socketMemory(port, signal).catch(() => null);
    if (memory === null) break;
    if (memory.connections > 0) seen.push(memory.bytes / memory.connections);
  }
  return seen.length === 0 ? null : seen.reduce((sum, bytes) => sum + bytes, 0) / seen.length;
}
