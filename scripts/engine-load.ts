import { openConnection, type Connection } from '../src/engines/connection.ts';
import { autocannonEngine } from '../src/engines/autocannon.ts';
import { openLoop } from '../src/engines/open-loop.ts';
import { openRawConnection } from '../src/engines/raw-connection.ts';
import type { Route } from '../src/model.ts';

/** One load of `scripts/bench-engines.mjs`, in a process of its own so that its CPU time is its own. Prints JSON. */
interface Order {
  engine: 'autocannon' | 'undici' | 'raw' | 'open';
  origin: string;
  path: string;
  connections: number;
  durationMs: number;
  /** For `open`. */
  perSecond: number;
}

const { engine, origin, path, connections, durationMs, perSecond } = JSON.parse(process.argv[2]!) as Order;
const route: Route = { label: `GET ${path}`, method: 'GET', path, headers: {}, weight: 1, expectStatus: [] };
const { signal } = new AbortController();
const timeoutMs = 10_000;

/** Each connection sends its next request when the last one was answered. */
async function closedLoop(open: (origin: string, timeoutMs: number) => Connection, forMs: number): Promise<number> {
  const endMs = performance.now() + forMs;
  let answered = 0;
  const workers = Array.from({ length: connections }, async () => {
    await using connection = open(origin, timeoutMs);
    while (performance.now() < endMs) if (typeof (await connection.send(route)) === 'number') answered += 1;
  });
  await Promise.all(workers);
  return answered;
}

async function load(forMs: number) {
  if (engine === 'raw' || engine === 'undici') {
    const answered = await closedLoop(engine === 'raw' ? openRawConnection : openConnection, forMs);
    return { answered, requestsPerSecond: (answered * 1000) / forMs };
  }
  const common = { routes: [route], connections, timeoutMs };
  if (engine === 'autocannon') return autocannonEngine.run(origin, { ...common, stop: { durationMs: forMs } }, signal);
  const traffic = { spacing: 'even' as const, stages: [{ perSecond, durationMs: forMs }] };
  return openLoop(origin, { ...common, traffic, seed: 1 }, signal);
}

await load(1000);
await fetch(`${origin}/arrivals`).then(async (answer) => answer.text());
const before = process.cpuUsage();
const summary = await load(durationMs);
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ ...summary, cpuUsPerRequest: (user + system) / Math.max(1, summary.answered) }));
