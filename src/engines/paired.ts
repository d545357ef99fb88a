import { availableParallelism } from 'node:os';
import type { PairWindow, Route, SideWindow } from '../model.ts';
import { dealRequests } from './deal.ts';
import { lanesWithoutQueue, openLane, type Lane } from './lanes.ts';
import { openSession, type Credential } from './session.ts';
import { inSlices, type SliceFigures } from './slices.ts';
import { isSteady } from './steady.ts';
import { inTurn, type TurnFigures } from './turns.ts';

export interface PairedLoad {
  baseOrigin: string;
  headOrigin: string;
  routes: Route[];
  /** Requests in flight at saturation. Each of these lanes keeps one connection to either side. */
  workers: number;
  timeoutMs: number;
  /** Each side's own. */
  credentials?: { base?: Credential | undefined; head?: Credential | undefined };
  /** Keep cookies, for each connection its own. */
  cookies?: boolean;
  /** CPU time that each side's process tree has used so far, in nanoseconds. */
  cpuNs: { base(): number; head(): number };
  /** 1 s unless told: shorter ones carry more noise each, longer ones give fewer looks. */
  windowMs?: number;
  /** Bounds of the warm-up, 2 s to 15 s unless told. It ends when both sides are steady. */
  warmUp?: { minMs: number; maxMs: number };
}

const warmUpWindowMs = 250;

/** Templates number the requests of the slices from here on, so that none comes again that was sent in turn. */
const slicesFrom = 1_000_000_000;

/**
 * Base and head under one generator, one window after the other until the consumer stops.
 *
 * A window has two halves. First the sides are asked request by request in turn, with so few requests in flight that none waits
 * for a processor: that gives the latencies. Then all workers load one side at a time in short slices: that gives the throughput
 * at saturation and the CPU time per request. (With all workers in turn, a latency is mostly the queue behind the other side's
 * requests; windows of the same program then differed by 5 % instead of 1 %, and processes by 3 %.)
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
    pair.spread();
    elapsedMs = performance.now() - startedMs;
  }
  for (;;) yield await pair.measure(load.windowMs ?? 1000);
}

function openPair(load: PairedLoad, signal: AbortSignal) {
  const { cookies, credentials = {} } = load;
  const lanes = Array.from({ length: load.workers }, (): Lane => {
    const base = { origin: load.baseOrigin, session: openSession({ credential: credentials.base, cookies }) };
    const head = { origin: load.headOrigin, session: openSession({ credential: credentials.head, cookies }) };
    return openLane([base, head], load.timeoutMs, signal);
  });
  const { route, another } = dealRequests(load.routes);
  /** Two requests of the same route. */
  const nextTwo = () => {
    const due = route();
    return [another(due).request, another(due).request] as const;
  };
  const sliceDealers = [0, 1].map(() => dealRequests(load.routes, { from: slicesFrom }));
  const nextOf = sliceDealers.map(
    ({ next }) =>
      () =>
        next().request,
  );
  const closeAll = async (): Promise<void> => {
    await Promise.all(lanes.map(async (lane) => lane.close()));
  };
  const onAbort = (): void => void closeAll();
  signal.addEventListener('abort', onAbort);
  let swap = 0;
  let inTurnAtOnce = 1;
  let busyPerLane = 0;

  const used = (): [number, number] => [load.cpuNs.base(), load.cpuNs.head()];
  /** An abort closes the connections under the requests, which then end in words of their own. */
  const unlessAborted = async <T>(half: Promise<T>): Promise<T> => {
    try {
      return await half;
    } finally {
      signal.throwIfAborted();
    }
  };

  return {
    async measure(windowMs: number): Promise<PairWindow> {
      // With an odd number of lanes one order would be more frequent: the next window makes up for it.
      swap ^= 1;
      const half = { durationMs: windowMs / 2, swap };
      const startedMs = performance.now();
      const atStart = used();
      const turns = await unlessAborted(inTurn(lanes.slice(0, inTurnAtOnce), { ...half, nextTwo }, signal));
      const between = used();
      const turnsNs = (performance.now() - startedMs) * 1e6;
      busyPerLane = (between[0] + between[1] - atStart[0] - atStart[1]) / turnsNs / inTurnAtOnce;
      const slices = await unlessAborted(inSlices(lanes, { ...half, nextOf }, signal));
      const atEnd = used();
      const [base, head] = ([0, 1] as const).map((side) =>
        toWindow(turns[side], slices[side], atEnd[side] - between[side]),
      );
      return { base: base!, head: head! };
    },
    /** Takes as many lanes for the requests in turn as the last window shows to fit. */
    spread(): void {
      inTurnAtOnce = lanesWithoutQueue(busyPerLane, availableParallelism(), load.workers);
    },
    async [Symbol.asyncDispose]() {
      signal.removeEventListener('abort', onAbort);
      await closeAll();
    },
  };
}

function toWindow(turns: TurnFigures, slices: SliceFigures, sliceCpuNs: number): SideWindow {
  return {
    ...turns,
    requests: turns.requests + slices.requests,
    failed: turns.failed + slices.failed,
    usPerAnswer: slices.usPerAnswer,
    cpuUsPerRequest: sliceCpuNs / 1000 / slices.requests,
  };
}
