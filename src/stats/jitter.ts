import { mean } from './quantiles.ts';

/** A stretch of time. `from` is not after `to`. */
export interface Span {
  from: number;
  to: number;
}

export interface Coincidence {
  /** Share of the spans that overlap an event. */
  share: number;
  /** The same when the events lie anywhere between their neighbours. */
  expected: number;
  /** Probability of such a share or a larger one when events and spans know nothing of each other. */
  p: number;
}

/** Enough for levels down to 0.001. */
const replicates = 999;

/**
 * Do the spans overlap the events more often than by chance? Tested by interval jitter: each event is moved at random within its own
 * stretch of time, which ends half-way to its neighbours. That keeps how often and how regularly events come, how long spans are
 * (long ones overlap more by chance) and that spans come in bursts; it only breaks the fine timing between the two.
 * After Amarasingham, Harrison, Hatsopoulos, Geman: Conditional modeling and the jitter method of spike resampling (2012).
 *
 * `events` don't overlap each other and are in order; `within` is the time that was watched. Throws a `RangeError` without spans or events.
 * The same input gives the same answer: the generator starts from a fixed seed.
 */
export function coincidence(spans: readonly Span[], events: readonly Span[], within: Span): Coincidence {
  if (spans.length === 0 || events.length === 0) throw new RangeError('A coincidence needs spans and events.');
  const random = uniform();
  const stretches = events.map((event, index) => stretchOf(events, index, within, event));
  const share = overlapShare(spans, events);
  const jittered = Array.from({ length: replicates }, () =>
    overlapShare(
      spans,
      events.map(({ from, to }, index) => {
        const { from: first, to: last } = stretches[index]!;
        const ends = first + random() * (last - first);
        return { from: ends - (to - from), to: ends };
      }),
    ),
  );
  const asLarge = jittered.filter((one) => one >= share).length;
  return { share, expected: mean(jittered), p: (1 + asLarge) / (1 + replicates) };
}

/** Where the end of an event may lie. */
function stretchOf(events: readonly Span[], index: number, within: Span, { to }: Span): Span {
  const [before, after] = [events[index - 1], events[index + 1]];
  return {
    from: before === undefined ? Math.min(within.from, to) : (before.to + to) / 2,
    to: after === undefined ? Math.max(within.to, to) : (to + after.to) / 2,
  };
}

/** Ends of events ascend, so the first one that ends after a span begins decides, or one that began earlier and lasts longer. */
function overlapShare(spans: readonly Span[], events: readonly Span[]): number {
  const overlapping = spans.filter(({ from, to }) => {
    const first = firstEndingAt(events, from);
    return [events[first], events[first + 1]].some((event) => event !== undefined && event.from <= to);
  });
  return overlapping.length / spans.length;
}

function firstEndingAt(events: readonly Span[], from: number): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (events[middle]!.to < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Numbers in [0, 1): xorshift32 (Marsaglia 2003). */
function uniform(): () => number {
  let state = 0x9e3779b9;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
