import type { Finding, Metric, Unit } from '../model.ts';
import type { PairSeries, QpsMeasurement } from './speed-measurement.ts';

/** How much worse each figure may get, as users set it. Unset: the metric's own limits. */
export interface SpeedLimits {
  maxQpsDrop?: number | undefined;
  maxP50Increase?: number | undefined;
  maxP95Increase?: number | undefined;
  maxP99Increase?: number | undefined;
  maxCpuIncrease?: number | undefined;
}

/** A gated figure of speed or cost. */
export interface SpeedMetric {
  id: string;
  title: string;
  kind: Finding['kind'];
  unit: Unit;
  better: 'lower' | 'higher';
  /** The paired series that decides it: log ratios of head over base, positive is worse. */
  series: PairSeries;
  option: keyof SpeedLimits;
  /**
   * Limit of the side-by-side comparison unless the user sets one. Linking alone moves the CPU time and latency of unchanged
   * code by up to 4–5 %, and the tail is noisier than the middle.
   */
  pairedLimit: number;
  /** From a paired figure in microseconds to `unit`. */
  fromUs(us: number): number;
  /** The figure of a plain load, in `unit`; null where the machine doesn't tell it. */
  plain(measured: QpsMeasurement): number | null;
}

const toMs = (us: number): number => us / 1000;

function latency(series: 'p50' | 'p95' | 'p99', option: keyof SpeedLimits, pairedLimit: number): SpeedMetric {
  const title = `Latency ${series}`;
  const plain = ({ load }: QpsMeasurement): number => toMs(load.latencyUs[series]);
  const metric = { id: `qps/${series}`, title, series, option, pairedLimit, fromUs: toMs, plain };
  return { ...metric, kind: 'speed', unit: 'ms', better: 'lower' };
}

export const speedMetrics: readonly SpeedMetric[] = [
  {
    id: 'qps/throughput',
    title: 'Throughput',
    kind: 'speed',
    unit: 'req/s',
    better: 'higher',
    series: 'throughput',
    option: 'maxQpsDrop',
    pairedLimit: 0.05,
    fromUs: (us) => 1e6 / us,
    plain: ({ load }) => load.requestsPerSecond,
  },
  latency('p50', 'maxP50Increase', 0.05),
  latency('p95', 'maxP95Increase', 0.1),
  latency('p99', 'maxP99Increase', 0.2),
  {
    id: 'qps/cpu',
    title: 'CPU per request',
    kind: 'cost',
    unit: 'us/req',
    better: 'lower',
    series: 'cpu',
    option: 'maxCpuIncrease',
    pairedLimit: 0.05,
    fromUs: (us) => us,
    plain: ({ cpuUsPerRequest }) => cpuUsPerRequest,
  },
];

/** A relative limit as the largest acceptable log ratio. A drop by d makes the time per answer grow to 1/(1 − d). */
export function logLimit(metric: SpeedMetric, limit: number): number {
  // A drop of 100 % switches the gate off; its logarithm would be infinite.
  return metric.better === 'higher' ? -Math.log1p(-Math.min(limit, 0.999)) : Math.log1p(limit);
}

/** A log ratio (positive is worse) as the relative change of the figure itself. */
export function relativeChange(metric: SpeedMetric, logRatio: number): number {
  return Math.expm1(metric.better === 'higher' ? -logRatio : logRatio);
}

/** A relative change so that positive is worse: what a limit is held against. */
export function worsening(metric: SpeedMetric, change: number): number {
  return metric.better === 'higher' ? -change : change;
}

export function asMetric({ id, title, unit, better }: SpeedMetric, value: number): Metric {
  return { id, title, unit, better, value };
}

/** What a finding about this metric starts with. */
export function heading({ id, kind, unit, title }: SpeedMetric): Pick<Finding, 'id' | 'kind' | 'unit' | 'metric'> {
  return { id, kind, unit, metric: title };
}
