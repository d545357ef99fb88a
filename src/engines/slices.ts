import type { Outgoing } from './deal.ts';
import type { Lane } from './lanes.ts';
import { settled } from './turns.ts';

/** What one side answered while it had all lanes to itself, over all its slices. */
export interface SliceFigures {
  requests: number;
  failed: number;
  /** Wall time of the side's slices per good answer; infinite without any. */
  usPerAnswer: number;
}

/** Base, head, head, base: what drifts steadily meets both alike. */
const foursome = [0, 1, 1, 0] as const;

/** Short against the machine's moods, long against a request: in 20 ms some hundred are answered, and few edges are idle. */
const sliceMs = 20;

/**
 * Loads base and head at saturation, one at a time in slices of 20 ms: all lanes send to one side as fast as it answers. Only so
 * do its requests meet each other, at a lock or a pool, as they do in production. A slice ends with nothing in flight.
 */
export async function inSlices(
  lanes: readonly Lane[],
  { durationMs, swap, nextOf }: { durationMs: number; swap: number; nextOf: readonly (() => Outgoing)[] },
  signal: AbortSignal,
): Promise<[SliceFigures, SliceFigures]> {
  const sides = [count(), count()] as const;
  const slice = async (side: 0 | 1): Promise<void> => {
    const startMs = performance.now();
    const run = async (lane: Lane): Promise<void> => {
      do {
        const { good } = await lane.send(side, nextOf[side]!());
        sides[side].requests += 1;
        if (good) sides[side].answered += 1;
      } while (performance.now() < startMs + sliceMs && !signal.aborted);
    };
    await settled(lanes.map(run));
    sides[side].ms += performance.now() - startMs;
  };
  const endMs = performance.now() + durationMs;
  do {
    for (const turn of foursome) await slice((turn ^ swap) as 0 | 1);
  } while (performance.now() < endMs && !signal.aborted);
  return [toFigures(sides[0]), toFigures(sides[1])];
}

const count = (): { requests: number; answered: number; ms: number } => ({ requests: 0, answered: 0, ms: 0 });

const toFigures = ({ requests, answered, ms }: ReturnType<typeof count>): SliceFigures => ({
  requests,
  failed: requests - answered,
  usPerAnswer: (ms * 1000) / answered,
});
