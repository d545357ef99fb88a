import type { LatencyHistogram } from '../model.ts';

/** Buckets are 12 % wide: finer than what a chart shows, and three powers of ten take 60 numbers. */
const bucketsPerDecade = 20;

/** Counts latencies one by one. Cheap enough for every answer of a load. */
export interface LatencyCounter {
  record(latencyUs: number): void;
  /** What was counted so far; null when nothing was. */
  histogram(): LatencyHistogram | null;
}

export function countLatencies(): LatencyCounter {
  const counts = new Map<number, number>();
  return {
    record(latencyUs) {
      const bucket = bucketOf(latencyUs);
      counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
    },
    histogram: () => fromCounts(counts),
  };
}

/** The sum of several; null when there is none. */
export function sumHistograms(parts: readonly LatencyHistogram[]): LatencyHistogram | null {
  const sums = new Map<number, number>();
  for (const { first, counts } of parts) {
    counts.forEach((count, at) => sums.set(first + at, (sums.get(first + at) ?? 0) + count));
  }
  return fromCounts(sums);
}

/** What is faster than a microsecond is in the first bucket. */
const bucketOf = (latencyUs: number): number => Math.floor(Math.log10(Math.max(1, latencyUs)) * bucketsPerDecade);

function fromCounts(counts: ReadonlyMap<number, number>): LatencyHistogram | null {
  const filled = [...counts].flatMap(([bucket, count]) => (count > 0 ? [bucket] : []));
  if (filled.length === 0) return null;
  const [first, last] = [Math.min(...filled), Math.max(...filled)];
  return {
    perDecade: bucketsPerDecade,
    first,
    counts: Array.from({ length: last - first + 1 }, (_, at) => counts.get(first + at) ?? 0),
  };
}
