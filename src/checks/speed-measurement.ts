import * as z from 'zod';
import { latencyHistogram, loadSummary } from './load-summary.ts';

/** What is compared side by side: CPU time and wall time per request at saturation, and median and tail of the latency. */
export type PairSeries = 'cpu' | 'throughput' | 'p50' | 'p95' | 'p99';

const both = z.object({ base: z.number(), head: z.number() });

export function perSeries<T>(value: (series: PairSeries) => T): Record<PairSeries, T> {
  return {
    cpu: value('cpu'),
    throughput: value('throughput'),
    p50: value('p50'),
    p95: value('p95'),
    p99: value('p99'),
  };
}

/** Until the throughput was measured at saturation, the mean latency stood for it, and baselines hold it by that name. */
const series = <T extends z.ZodType>(of: () => T) =>
  z.preprocess(
    (given) =>
      typeof given === 'object' && given !== null && 'mean' in given ? { throughput: given.mean, ...given } : given,
    z.object(perSeries(of)),
  );

/** Null where the system doesn't tell it, as the CPU time of a process outside Linux. */
const sideUs = series(() => z.number().nullable());

const measuredPair = z.object({
  kind: z.literal('measured'),
  baseSha: z.string(),
  /** Windows that the budget allowed. */
  planned: z.number(),
  /** `decided`: every metric was clear before the budget ended. */
  stopped: z.enum(['decided', 'budget']),
  /** Usable windows of each pair of freshly started processes. */
  blocks: z.array(z.number()),
  /** Log ratios head over base of every usable window: positive means that the head takes longer. */
  ratios: series(() => z.array(z.number().nullable())),
  /** Median of the windows, in microseconds. */
  base: sideUs,
  head: sideUs,
  /** Over all windows, usable or not. */
  requests: both,
  failed: both,
  /** Windows in which that side failed more often than the other. */
  failedMore: both,
  /** Latencies of both sides over the usable windows, for a picture. */
  histograms: z.object({ base: latencyHistogram, head: latencyHistogram }).exactOptional(),
});

export type MeasuredPair = z.output<typeof measuredPair>;

export const pairMeasurement = z.discriminatedUnion('kind', [
  measuredPair,
  z.object({ kind: z.literal('identical'), baseSha: z.string() }),
  z.object({ kind: z.literal('unavailable'), reason: z.string() }),
]);

export type PairMeasurement = z.output<typeof pairMeasurement>;

/** What the `qps` check measures and baselines store. */
export const qpsMeasurement = z.object({
  load: loadSummary,
  /** Null where the system doesn't tell a process's CPU time. */
  cpuUsPerRequest: z.number().nullable(),
  pair: pairMeasurement,
});

export type QpsMeasurement = z.output<typeof qpsMeasurement>;
