import * as z from 'zod';

const numbers = z.array(z.number());
const gaps = z.array(z.number().nullable());
const frame = z.object({ function: z.string(), file: z.string(), line: z.number(), own: z.boolean() });

const ranges = z.object({ count: z.number(), totalMs: z.number(), fromMs: numbers, toMs: numbers });

const timeline = z.object({
  durationMs: z.number(),
  load: z.object({ bucketMs: z.number(), requestsPerSecond: numbers, p50Us: gaps, p99Us: gaps, maxUs: gaps }),
  heap: z.object({ atMs: numbers, liveBytes: numbers, goalBytes: numbers, goroutines: gaps }),
  collections: z.object({
    count: z.number(),
    endedMs: numbers,
    pauseMs: numbers,
    durationMs: gaps,
    assistMs: gaps,
  }),
  worst: z.array(
    z.object({
      endedMs: z.number(),
      pauseMs: z.number(),
      durationMs: z.number().nullable(),
      fromMs: z.number(),
      toMs: z.number(),
      lines: z.array(z.object({ frame, bytes: z.number() })),
    }),
  ),
  trace: z
    .object({ fromMs: z.number(), toMs: z.number(), stops: ranges, marks: ranges, assists: ranges })
    .exactOptional(),
});

/** What the collector cost a load, in figures and on an axis of time. */
export const gcMeasurement = z.object({
  timeline,
  requests: z.number(),
  /** Null without a collection. */
  pauseP99Ms: z.number().nullable(),
  collectionsPerThousand: z.number(),
  /** Share of the CPU time that the service's processors could have given; null where the runtime's lines weren't seen. */
  cpuShare: z.number().nullable(),
  assistUsPerRequest: z.number().nullable(),
  /** How many of the slowest requests a collection touched; null when there were too few of either to tell. */
  slow: z
    .object({
      requests: z.number(),
      /** From this latency on a request belongs to them. */
      fromUs: z.number(),
      share: z.number(),
      expected: z.number(),
      p: z.number(),
      /** Held against whole collections, or, where their begin is unknown, against their end and pause alone. */
      against: z.enum(['collections', 'pauses']),
    })
    .nullable(),
  /** Collections that nobody saw. */
  missed: z.number(),
});

export type GcMeasurement = z.output<typeof gcMeasurement>;
