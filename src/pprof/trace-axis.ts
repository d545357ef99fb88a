import { median } from '../stats/quantiles.ts';
import type { RuntimeTrace, TraceRange } from './runtime-trace.ts';

/** Ends of a collection by the two clocks differ by what the runtime does between both, mostly some 30 µs. */
const agreeMs = 2;
/** From the request for a trace to its first event. */
const latestStartMs = 2000;
const fewestCollections = 2;

/**
 * Moves a trace to the axis of `endedMs`, the ends of all collections seen there. The two clocks have only those ends in common, and
 * that the trace was asked for at `askedMs`: of all shifts that let one end meet another, the one after which all meet best is taken.
 * Null when too few collections ended within the trace, or they don't meet.
 */
export function onAxis(trace: RuntimeTrace, endedMs: readonly number[], askedMs: number): RuntimeTrace | null {
  const ends = trace.collections.map(({ toMs }) => toMs);
  if (ends.length < fewestCollections || endedMs.length < ends.length) return null;
  const starts = (shift: number): number => trace.fromMs + shift - askedMs;
  const shifts = ends
    .flatMap((end) => endedMs.map((seen) => seen - end))
    .filter((shift) => starts(shift) >= -agreeMs && starts(shift) <= latestStartMs);
  const misses = shifts.map((shift) => median(ends.map((end) => distance(endedMs, end + shift))));
  const best = misses.indexOf(Math.min(...misses));
  const miss = misses[best];
  if (miss === undefined || miss > agreeMs) return null;
  return shifted(trace, shifts[best]!);
}

const distance = (values: readonly number[], from: number): number =>
  values.reduce((least, value) => Math.min(least, Math.abs(value - from)), Infinity);

function shifted({ fromMs, toMs, stops, collections, assists }: RuntimeTrace, byMs: number): RuntimeTrace {
  const move = (ranges: TraceRange[]): TraceRange[] =>
    ranges.map((range) => ({ fromMs: range.fromMs + byMs, toMs: range.toMs + byMs }));
  return {
    fromMs: fromMs + byMs,
    toMs: toMs + byMs,
    stops: move(stops),
    collections: move(collections),
    assists: move(assists),
  };
}
