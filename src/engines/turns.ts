import { countLatencies } from '../stats/latency-histogram.ts';
import type { LatencyHistogram, SideWindow } from '../model.ts';
import type { Outgoing } from './deal.ts';
import type { Lane } from './lanes.ts';

/** What one side answered while requests went to both sides in turn. */
export interface TurnFigures {
  requests: number;
  failed: number;
  /** All zero when nothing succeeded. */
  latencyUs: SideWindow['latencyUs'];
  /** Of the same answers. */
  histogram?: LatencyHistogram;
}

/** One run of base, head, head, base on one route: both sides twice, once first and once second. */
const foursome = [0, 1, 1, 0] as const;

/**
 * Loads base and head request by request in turn until the time is over, and gives each side's latencies.
 *
 * Lane k sends its i-th request to side `(i + (i>>1)) & 1` (A B B A), every other lane with the sides swapped. The route is
 * chosen once for four requests, and it ends between such foursomes with nothing in flight: both sides get the same number of
 * each route, and whatever the machine does for longer than a millisecond meets both. Latency is from the moment when the
 * lane was free to send. Where a template makes each request another one, each side gets both of two, in the same order.
 */
export async function inTurn(
  lanes: readonly Lane[],
  { durationMs, swap, nextTwo }: { durationMs: number; swap: number; nextTwo: () => readonly [Outgoing, Outgoing] },
  signal: AbortSignal,
): Promise<[TurnFigures, TurnFigures]> {
  const sides = [samples(), samples()] as const;
  const endMs = performance.now() + durationMs;
  const run = async (lane: Lane, swapped: number): Promise<void> => {
    do {
      const [one, other] = nextTwo();
      for (const [at, turn] of foursome.entries()) {
        const side = (turn ^ swapped) as 0 | 1;
        const { good, elapsedMs } = await lane.send(side, at < 2 ? one : other);
        sides[side].requests += 1;
        if (good) sides[side].latencyUs.push(elapsedMs * 1000);
      }
    } while (performance.now() < endMs && !signal.aborted);
  };
  await settled(lanes.map(async (lane, k) => run(lane, (k ^ swap) & 1)));
  return [toFigures(sides[0]), toFigures(sides[1])];
}

/** Waits for all of them, so that nothing is left running behind a rejection. */
export async function settled(runs: readonly Promise<void>[]): Promise<void> {
  const failure = (await Promise.allSettled(runs)).find((one) => one.status === 'rejected');
  if (failure !== undefined) throw failure.reason;
}

const samples = (): { requests: number; latencyUs: number[] } => ({ requests: 0, latencyUs: [] });

function toFigures({ requests, latencyUs }: ReturnType<typeof samples>): TurnFigures {
  const sorted = Float64Array.from(latencyUs).toSorted();
  const counter = countLatencies();
  sorted.forEach((value) => counter.record(value));
  const histogram = counter.histogram();
  return {
    requests,
    failed: requests - sorted.length,
    latencyUs: { p50: around(sorted, 0.5), p95: around(sorted, 0.95), p99: around(sorted, 0.99) },
    ...(histogram !== null && { histogram }),
  };
}

/** Half the width of the band of ranks that stands for a percentile, as a share of all. */
const halfBand = 0.005;

/**
 * A percentile as the geometric mean of the ranks half a percent around it. A single rank says nothing about a stall that hits
 * exactly one request in a hundred: whether it is the p99 depends on where the window ends. Zero for no values.
 */
function around(sorted: Float64Array, share: number): number {
  if (sorted.length === 0) return 0;
  const rank = (at: number): number => Math.max(1, Math.ceil(at * sorted.length));
  const band = sorted.subarray(rank(share - halfBand) - 1, rank(share + halfBand));
  return Math.exp(band.reduce((sum, value) => sum + Math.log(value), 0) / band.length);
}
