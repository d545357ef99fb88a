import { setTimeout as delay } from 'node:timers/promises';
import type { PairWindow, Route, SideWindow } from '../model.ts';
import { openConnection, type Connection } from './connection.ts';
import { countLatencies } from '../stats/latency-histogram.ts';
import { retryDelayMs } from './patience.ts';
import { isExpected, routeOrder } from './routes.ts';
import { isSteady } from './steady.ts';

export interface PairedLoad {
  baseOrigin: string;
  headOrigin: string;
  routes: Route[];
  /** Requests in flight at any time, over both sides together. Each worker keeps one connection to either side. */
  workers: number;
  timeoutMs: number;
  /** CPU time that each side's process tree has used so far, in nanoseconds. */
  cpuNs: { base(): number; head(): number };
  /** 1 s unless told: shorter ones carry more noise each, longer ones give fewer looks. */
  windowMs?: number;
  /** Bounds of the warm-up, 2 s to 15 s unless told. It ends when both sides are steady. */
  warmUp?: { minMs: number; maxMs: number };
}

const warmUpWindowMs = 250;

/** One run of base, head, head, base on one route: both sides twice, once first and once second. */
const foursome = [0, 1, 1, 0] as const;

/**
 * Base and head under one generator, request by request in turn, one window after the other until the consumer stops.
 *
 * Worker k sends its i-th request to side `(i + (i>>1)) & 1` (A B B A), every other worker with the sides swapped. The
 * route is chosen once for four requests, and a window ends between such foursomes with nothing in flight: in every
 * window both sides get the same number of each route, and the CPU time read at its edges belongs to exactly these
 * requests. Latency is from the moment when the worker was free to send.
 *
 * Windows measure one pair of processes. To keep one unlucky instance from deciding, take a few, leave the loop, start
 * both sides anew and call again: everything is closed when the loop is left, and the warm-up of a new pair isn't yielded.
 *
 * Throws the signal's reason when aborted, and whatever `cpuNs` throws.
 */
export async function* pairedWindows(load: PairedLoad, signal: AbortSignal): AsyncGenerator<PairWindow, void, void> {
  signal.throwIfAborted();
  await using pair = openPair(load, signal);
  const { minMs, maxMs } = load.warmUp ?? { minMs: 2000, maxMs: 15_000 };
  const startedMs = performance.now();
  const warming: PairWindow[] = [];
  for (let elapsedMs = 0; elapsedMs < maxMs && !(elapsedMs >= minMs && isSteady(warming));) {
    warming.push(await pair.measure(Math.min(warmUpWindowMs, maxMs)));
    elapsedMs = performance.now() - startedMs;
  }
  for (;;) yield await pair.measure(load.windowMs ?? 1000);
}

interface Samples {
  requests: number;
  latencyUs: number[];
}

interface Worker {
  /** To base and to head. */
  connections: readonly [Connection, Connection];
  failuresInARow: number;
}

function openPair(load: PairedLoad, signal: AbortSignal) {
  const open = (origin: string): Connection => openConnection(origin, load.timeoutMs);
  const workers = Array.from({ length: load.workers }, (): Worker => ({
    connections: [open(load.baseOrigin), open(load.headOrigin)],
    failuresInARow: 0,
  }));
  const nextRoute = routeOrder(load.routes);
  const closeAll = async (): Promise<void> => {
    const all = workers.flatMap((worker) => worker.connections);
    await Promise.all(all.map(async (connection) => connection[Symbol.asyncDispose]()));
  };
  const onAbort = (): void => void closeAll();
  signal.addEventListener('abort', onAbort);
  let swap = 0;

  const run = async (worker: Worker, swapped: number, sides: [Samples, Samples], endMs: number): Promise<void> => {
    do {
      const route = load.routes[nextRoute()]!;
      for (const turn of foursome) {
        const side = (turn ^ swapped) as 0 | 1;
        await request(worker, side, route, sides[side], signal);
      }
    } while (performance.now() < endMs && !signal.aborted);
  };

  return {
    async measure(windowMs: number): Promise<PairWindow> {
      const sides: [Samples, Samples] = [
        { requests: 0, latencyUs: [] },
        { requests: 0, latencyUs: [] },
      ];
      // With an odd number of workers one order would be more frequent: the next window makes up for it.
      swap ^= 1;
      const before = [load.cpuNs.base(), load.cpuNs.head()] as const;
      const endMs = performance.now() + windowMs;
      const runs = workers.map(async (worker, k) => run(worker, (k ^ swap) & 1, sides, endMs));
      // All of them, so that nothing is left running behind a rejection; an abort rejects some in words of their own.
      const failure = (await Promise.allSettled(runs)).find((one) => one.status === 'rejected');
      signal.throwIfAborted();
      if (failure !== undefined) throw failure.reason;
      const after = [load.cpuNs.base(), load.cpuNs.head()] as const;
      return { base: toWindow(sides[0], after[0] - before[0]), head: toWindow(sides[1], after[1] - before[1]) };
    },
    async [Symbol.asyncDispose]() {
      signal.removeEventListener('abort', onAbort);
      await closeAll();
    },
  };
}

async function request(worker: Worker, side: 0 | 1, route: Route, into: Samples, signal: AbortSignal): Promise<void> {
  const pauseMs = retryDelayMs(worker.failuresInARow);
  if (pauseMs > 0) await delay(pauseMs, undefined, { signal });
  const freeMs = performance.now();
  const answer = await worker.connections[side].send(route);
  const elapsedMs = performance.now() - freeMs;
  into.requests += 1;
  const good = typeof answer === 'number' && isExpected(route, answer);
  if (good) into.latencyUs.push(elapsedMs * 1000);
  worker.failuresInARow = typeof answer === 'number' ? 0 : worker.failuresInARow + 1;
}

/** Latencies are zero when no request of the window succeeded. */
function toWindow({ requests, latencyUs }: Samples, cpuNs: number): SideWindow {
  const sorted = Float64Array.from(latencyUs).toSorted();
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  const mean = sorted.length === 0 ? 0 : sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const counter = countLatencies();
  sorted.forEach((value) => counter.record(value));
  const histogram = counter.histogram();
  return {
    requests,
    failed: requests - sorted.length,
    cpuUsPerRequest: cpuNs / 1000 / requests,
    latencyUs: { mean, p50: at(0.5), p95: at(0.95), p99: at(0.99) },
    ...(histogram !== null && { histogram }),
  };
}
