import type { Histogram } from 'hdr-histogram-js';
import type { LatencyUs } from '../model.ts';

/** An hour: what is slower has timed out long before. */
const slowestUs = 3_600_000_000;

/** Latencies in whole microseconds with three significant digits, whatever their number. */
export interface LatencyHistogram {
  record(us: number): void;
  add(other: LatencyHistogram): void;
  /** All zero when nothing was recorded. */
  quantiles(): LatencyUs;
  readonly raw: Histogram;
}

/** Loads the library once, and gives a maker of empty histograms. */
export async function histogramMaker(): Promise<() => LatencyHistogram> {
  // A CommonJS package: bundled, a dynamic import of it has nothing but `default`.
  const { build } = (await import('hdr-histogram-js')).default;
  return () => {
    const raw = build({
      lowestDiscernibleValue: 1,
      highestTrackableValue: slowestUs,
      numberOfSignificantValueDigits: 3,
    });
    return {
      raw,
      record: (us) => raw.recordValue(Math.min(slowestUs, Math.max(0, Math.round(us)))),
      add: (other) => raw.add(other.raw),
      quantiles: () => quantiles(raw),
    };
  };
}

function quantiles(of: Histogram): LatencyUs {
  const at = (percentile: number): number => of.getValueAtPercentile(percentile);
  return { mean: of.totalCount === 0 ? 0 : of.mean, p50: at(50), p95: at(95), p99: at(99), max: of.maxValue };
}
