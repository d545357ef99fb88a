import * as z from 'zod';

const numbers = z.array(z.number());

const phase = z.object({
  name: z.enum(['baseline', 'peak', 'fault', 'recovery', 'restart']),
  fromMs: z.number(),
  toMs: z.number(),
  sent: z.number(),
  passed: z.number(),
  /** 429 and 503, fallbacks left out. */
  refused: z.number(),
  /** Of those, how many told when to come back. */
  retryAfter: z.number(),
  /** Of what was served; null when nothing was. */
  p95Us: z.number().nullable(),
  /** Calls that reached the dependency; null without a proxy in front of it. */
  arrivals: z.number().nullable(),
});

const step = z.object({
  perSecond: z.number(),
  sent: z.number(),
  refused: z.number(),
  /** Null when nothing was served. */
  p95Us: z.number().nullable(),
});

/** A rate that rises step by step. */
const ramp = z.object({
  /** What each call of the dependency took longer. */
  delayMs: z.number(),
  steps: z.array(step),
  /** What ended the rise. */
  limit: z.enum(['latency', 'refusals', 'generator', 'plan']),
});

export const resilienceMeasurement = z.object({
  /** Requests per second outside of the peak. */
  perSecond: z.number(),
  /** `blackhole in front of 127.0.0.1:5432`; null without a fault. */
  fault: z.string().nullable(),
  phases: z.array(phase),
  peak: ramp,
  /** A second rise with a slower dependency: only where the first met refusals, and there is a proxy. */
  slowPeak: ramp.nullable(),
  series: z.object({
    bucketMs: z.number(),
    sent: numbers,
    passed: numbers,
    served: numbers,
    fallback: numbers,
    /** 429. */
    limited: numbers,
    /** 503 that is no fallback. */
    unavailable: numbers,
    failed: numbers,
    /** Fallbacks and 503s that took so long that something was tried before. */
    waited: numbers,
    p95Us: z.array(z.number().nullable()),
    arrivals: numbers.nullable(),
  }),
});

export type ResilienceMeasurement = z.output<typeof resilienceMeasurement>;
export type ResiliencePhase = z.output<typeof phase>;
export type Ramp = z.output<typeof ramp>;
export type Series = ResilienceMeasurement['series'];
