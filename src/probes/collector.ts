import * as z from 'zod';

/** One finished garbage collection. */
export interface Collection {
  /** Counts from 1 since the service started. */
  number: number;
  /** When it ended, by the wall clock: milliseconds since 1970. */
  endedMs: number;
  /** How long the world stood still for it, its two stops together. */
  pauseMs: number;
}

/** The heap at one moment, and the collections before it. */
export interface CollectorLook {
  heapBytes: number;
  /** At this size the next collection begins. */
  heapGoalBytes: number;
  /** All there are, connections' and the runtime's own included. Null from a probe that doesn't tell. */
  goroutines: number | null;
  /** Finished since the start. */
  collections: number;
  /** The last 256 of them at most, oldest first. */
  recent: Collection[];
}

const ring = z.array(z.number()).length(256);
const nsPerMs = 1e6;

/** Reads `runtime.MemStats` as JSON. Times above 2^53 ns lose their last 200 ns, which nothing here needs. */
export const collectorLook = z
  .object({
    HeapAlloc: z.number(),
    NextGC: z.number(),
    NumGC: z.int().nonnegative(),
    NumGoroutine: z.number().optional(),
    PauseNs: ring,
    PauseEnd: ring,
  })
  .transform((stats): CollectorLook => ({
    heapBytes: stats.HeapAlloc,
    heapGoalBytes: stats.NextGC,
    goroutines: stats.NumGoroutine ?? null,
    collections: stats.NumGC,
    recent: recentCollections(stats.NumGC, stats.PauseNs, stats.PauseEnd),
  }));

/** The n-th collection, counted from 1, lies at (n + 255) % 256 of both rings. */
function recentCollections(count: number, pauseNs: number[], endNs: number[]): Collection[] {
  const first = Math.max(1, count - 255);
  return Array.from({ length: count - first + 1 }, (_, index) => {
    const number = first + index;
    const at = (number + 255) % 256;
    return { number, endedMs: endNs[at]! / nsPerMs, pauseMs: pauseNs[at]! / nsPerMs };
  });
}
