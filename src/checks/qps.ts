import { kebabOptions } from '../config/options.ts';
import { duration, share } from '../config/values.ts';
import type {
  CheckReport,
  Finding,
  LatencyComparison,
  LatencyUs,
  LoadSummary,
  Metric,
  OpenFigures,
  Outcome,
} from '../model.ts';
import { variation } from '../stats/quantiles.ts';
import { defineCheck, type Bench, type JudgeContext } from './check.ts';
import { errorFindings } from './load-errors.ts';
import { failedShare, loadReport } from './load-summary.ts';
import { identicalFindings, pairedFindings, unpairedFindings } from './paired-judge.ts';
import { speedGates } from './speed-gates.ts';
import { qpsMeasurement, type PairMeasurement, type QpsMeasurement } from './speed-measurement.ts';
import { asMetric, speedMetrics, type SpeedLimits } from './speed-metrics.ts';
import { measurePair } from './speed-pair.ts';
import { storedFindings, type StoredUse } from './stored-judge.ts';
import { punctualLoad } from './punctual-load.ts';
import { assertMeasured } from './validity.ts';
import { amountText, listed, percent, signedPercent } from './wording.ts';

const limit = (what: string, paired: string) =>
  share.optional().describe(`${what} Otherwise ${paired} side by side, and 15% against stored figures.`);

const options = kebabOptions({
  duration: duration.prefault('10s').describe('How long the service is loaded for the figures that are stored.'),
  'speed-budget': duration
    .refine((ms) => ms >= 16_000, {
      error: 'allow at least 16s: two pairs of processes need 8 windows of a second each',
    })
    .prefault('40s')
    .describe(
      'How long base and head are measured side by side at most, without their start-up. Clear cases stop after 8 seconds.',
    ),
  'max-qps-drop': limit('How much throughput may fall.', '5%'),
  'max-p50-increase': limit('How much the median latency may grow.', '5%'),
  'max-p95-increase': limit('How much the 95th percentile of the latency may grow.', '10%'),
  'max-p99-increase': limit('How much the 99th percentile of the latency may grow.', '20%'),
  'max-cpu-increase': limit('How much CPU time per request may grow.', '5%'),
  'max-error-rate': share
    .prefault('1%')
    .describe('Share of requests that may fail: unexpected status, reset, timed out or never answered.'),
});

type QpsOptions = SpeedLimits & { duration: number; speedBudget: number; maxErrorRate: number };

/** Long enough for the service and the generator to have compiled, cached and connected what they need. */
const warmUpMs = 2000;
const windowMs = 1000;

/**
 * Speed, cost and errors of the stock build under a closed loop.
 *
 * Side by side, a metric fails when it is worse at all beyond doubt (signed-rank test; all metrics and looks together raise
 * a false alarm in at most 1 % of runs), when its change is above the limit with 90 % confidence, and when two separately
 * started pairs of processes show it. It passes when it is below the limit with 95 % confidence. So a change that
 * equals the limit mostly can't be told, and one two points above it fails in nearly every run.
 */
export const qps = defineCheck({
  name: 'qps',
  title: 'Speed and cost',
  build: 'stock',
  options,
  measurement: qpsMeasurement,
  measure,
  forBaseline: withoutPictures,
  apart,
  ofIdentical: (stored, baseSha): QpsMeasurement => ({ ...stored, pair: { kind: 'identical', baseSha } }),
  judge,
});

/** The load's latencies stay: a later run is shown beside them. Those of the pair are of two processes that are gone. */
function withoutPictures({ pair, ...figures }: QpsMeasurement): QpsMeasurement {
  if (pair.kind !== 'measured') return { ...figures, pair };
  const { histograms: _picture, ...rest } = pair;
  return { ...figures, pair: rest };
}

/** @throws LeakgateError `measurement` when no request got the expected answer. */
async function measure(bench: Bench, chosen: QpsOptions, signal: AbortSignal): Promise<QpsMeasurement> {
  const warmUp = await bench.speed.load(Math.min(warmUpMs, chosen.duration), { warmUp: true });
  assertMeasured(warmUp.summary);
  const { summary, cpuUsPerRequest } = await punctualLoad(bench, chosen.duration);
  const pair = await pairOf(bench, summary, chosen, signal);
  return { load: summary, cpuUsPerRequest: cpuUsPerRequest > 0 ? cpuUsPerRequest : null, pair };
}

/** A window takes a little longer than it measures: only what takes much longer is cut short. */
const overrun = 1.5;

async function pairOf(
  bench: Bench,
  load: LoadSummary,
  chosen: QpsOptions,
  signal: AbortSignal,
): Promise<PairMeasurement> {
  const { pair } = bench.speed;
  if ('unavailable' in pair) return { kind: 'unavailable', reason: pair.unavailable };
  const failed = failedShare(load);
  if (failed > chosen.maxErrorRate) return { kind: 'unavailable', reason: `${percent(failed)} of the requests failed` };
  const planned = Math.floor(chosen.speedBudget / windowMs);
  const mostMs = overrun * chosen.speedBudget;
  const plan = { gates: speedGates(chosen), planned, mostMs, maxErrorShare: chosen.maxErrorRate };
  return measurePair(pair, { ...plan, progress: (text) => bench.progress(text) }, signal);
}

function judge(
  current: QpsMeasurement,
  baseline: QpsMeasurement | null,
  chosen: QpsOptions,
  context: JudgeContext,
): Omit<CheckReport, 'name' | 'title'> {
  const speed = speedFindings(current, baseline, chosen, context);
  const findings = [...errorFindings(current, baseline, chosen.maxErrorRate), ...speed];
  const outcome = worst(findings);
  return {
    outcome,
    summary: summaryOf(outcome, findings, current, baseline !== null),
    findings,
    metrics: metricsOf(current),
    routes: current.load.routes,
    load: loadReport(current.load),
    ...latenciesOf(current, baseline),
  };
}

function apart(measured: QpsMeasurement): QpsMeasurement {
  return { ...measured, pair: { kind: 'unavailable', reason: 'the two were measured at different times' } };
}

/** Side by side where that was measured, else this run's load beside the stored one. */
function latenciesOf({ load, pair }: QpsMeasurement, stored: QpsMeasurement | null): { latencies?: LatencyComparison } {
  if (pair.kind === 'measured' && pair.histograms !== undefined)
    return { latencies: { how: 'paired', ...pair.histograms } };
  if (load.histogram === undefined) return {};
  return { latencies: { how: 'stored', base: stored?.load.histogram ?? null, head: load.histogram } };
}

function speedFindings(
  current: QpsMeasurement,
  stored: QpsMeasurement | null,
  limits: QpsOptions,
  { compare, mismatches }: JudgeContext,
): Finding[] {
  const { pair } = current;
  const held = { current, stored, limits };
  if (compare === 'stored') {
    const use: StoredUse =
      mismatches.length === 0 ? { may: 'gate' } : { may: 'refuse', because: mismatches.join('; ') };
    return storedFindings(current, stored, limits, use);
  }
  if (pair.kind === 'measured') return pairedFindings(pair, held, limits.maxErrorRate);
  if (pair.kind === 'identical') return identicalFindings(held);
  return compare === 'paired' && stored !== null
    ? unpairedFindings(held, pair.reason)
    : storedFindings(current, stored, limits, { may: 'show', because: pair.reason });
}

function worst(findings: readonly Finding[]): Outcome {
  const seen = new Set(findings.map(({ outcome }) => outcome));
  return seen.has('fail') ? 'fail' : seen.has('inconclusive') ? 'inconclusive' : 'pass';
}

function summaryOf(outcome: Outcome, findings: readonly Finding[], current: QpsMeasurement, compared: boolean): string {
  const named = (grade: Outcome): string =>
    listed(
      findings
        .filter((finding) => finding.outcome === grade)
        .map(({ metric, kind, delta, after }) => {
          const amount = kind === 'errors' ? percent(after ?? 0) : delta === null ? '' : signedPercent(delta);
          return `${metric} ${amount}`.trim();
        }),
    );
  if (outcome === 'fail') return `Beyond the limit: ${named('fail')}.`;
  if (outcome === 'inconclusive') return `Can't tell: ${named('inconclusive')}.`;
  const { load, pair } = current;
  const asked = load.open === undefined ? '' : ` of ${amountText(load.open.askedPerSecond)} asked`;
  // The table shows these, and one run must not have two figures for one thing.
  const paired = (id: string): number | undefined =>
    pair.kind === 'measured' && load.open === undefined
      ? (findings.find((finding) => finding.id === id)?.after ?? undefined)
      : undefined;
  const throughput = paired('qps/throughput') ?? load.requestsPerSecond;
  const p99Ms = paired('qps/p99') ?? load.latencyUs.p99 / 1000;
  const figures = `${amountText(throughput)} req/s${asked}, p99 ${amountText(p99Ms)} ms`;
  if (pair.kind === 'identical') return `The binary is identical to the base's: ${figures}.`;
  if (pair.kind === 'measured') return `No slow-down beyond the limits: ${figures}.`;
  return compared ? `${figures}, beside the stored figures.` : `${figures}: recorded, nothing to compare with yet.`;
}

function metricsOf(current: QpsMeasurement): Metric[] {
  const { load } = current;
  const figures = speedMetrics.flatMap((metric) => {
    const value = metric.plain(current);
    return value === null ? [] : [asMetric(metric, value)];
  });
  return [
    ...figures,
    { id: 'qps/errors', title: 'Failed requests', unit: 'ratio', better: 'lower', value: failedShare(load) },
    ...swingOf(load),
    ...(load.open === undefined ? [] : openMetrics(load.open)),
  ];
}

/** Not every engine tells it. */
function swingOf({ swing, perSecond }: LoadSummary): Metric[] {
  if (swing === undefined && perSecond.length === 0) return [];
  const title = 'Swing of the throughput from second to second';
  return [{ id: 'qps/stability', title, unit: 'ratio', better: 'lower', value: swing ?? variation(perSecond) }];
}

/** What was asked of the generator, and whether it kept to it. */
function openMetrics({ askedPerSecond, sentPerSecond, dropped, lagUs, serviceUs }: OpenFigures): Metric[] {
  const shown = { better: 'none' } as const;
  const late = (id: string, title: string, of: LatencyUs | undefined): Metric[] =>
    of === undefined ? [] : [{ id, title, unit: 'ms', value: of.p99 / 1000, ...shown }];
  return [
    { id: 'qps/asked', title: 'Rate that was asked for', unit: 'req/s', value: askedPerSecond, ...shown },
    { id: 'qps/sent', title: 'Rate that was sent', unit: 'req/s', value: sentPerSecond, ...shown },
    { id: 'qps/dropped', title: 'Requests that found no free connection', unit: 'count', value: dropped, ...shown },
    ...late('qps/service-p99', 'Latency p99 from the sending', serviceUs),
    ...late('qps/lag', 'Lateness of the generator, p99', lagUs),
  ];
}
