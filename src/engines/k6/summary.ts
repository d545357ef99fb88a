import * as z from 'zod';
import { LeakgateError } from '../../errors.ts';
import type { LatencyUs, LoadSummary, Protocol, Route, RouteLoad } from '../../model.ts';
import { parseJson } from '../programs/json.ts';
import { unreadable } from '../programs/unreadable.ts';
import { loadMetrics, resultMark, routeMetrics, statusOf } from './metric-names.ts';
import { quantileGrid } from './plan.ts';

/** What one process of k6 counted: values by metric, as `handleSummary` gets them. */
export type PodResult = z.output<typeof podResult>;
const podResult = z.record(z.string(), z.record(z.string(), z.number()));

/** @throws LeakgateError `measurement` for an output without the line of the script. */
export function readPod(output: string): PodResult {
  const line = output.split('\n').findLast((one) => one.startsWith(resultMark));
  const parsed = podResult.safeParse(parseJson(line?.slice(resultMark.length)));
  if (parsed.success) return parsed.data;
  throw unreadable('k6', output.slice(-2000), parsed.error);
}

interface Sent {
  routes: readonly Pick<Route, 'label'>[];
  connections: number;
  version: string;
  /** Of an open loop: what was asked for. */
  asked?: { perSecond: number; durationMs: number };
}

/**
 * All pods as one load. Counts are added, quantiles are those of all answers together: of each pod every hundredth is known, and above
 * the 99th every thousandth. The rate is that of all answers over the time of the longest pod: clocks of several machines aren't held
 * against each other.
 * @throws LeakgateError `measurement` where nothing was sent.
 */
export function mergePods(pods: readonly PodResult[], { routes, connections, version, asked }: Sent): LoadSummary {
  const count = (metric: string): number => sum(pods.map((pod) => pod[metric]?.['count'] ?? 0));
  const byRoute = routes.map(({ label }, index) => routeCounts(label, index, pods, count));
  const total = (key: Exclude<keyof RouteCounts, 'load'>): number => sum(byRoute.map((route) => route[key]));
  const dropped = count(loadMetrics.dropped);
  const [onWire, answered, errors] = [total('sent'), total('answered'), total('errors')];
  if (onWire + dropped === 0)
    throw new LeakgateError('measurement', 'k6 sent no request.', { hint: 'Its log may say why.' });
  const timeouts = total('timeouts') + dropped;
  const durationMs = Math.max(...pods.map(durationOf));
  const perSecond = (requests: number, ms = durationMs): number => (ms === 0 ? 0 : (requests * 1000) / ms);
  return {
    engine: {
      name: 'k6',
      version,
      model: asked === undefined ? 'closed' : 'open',
      protocol: protocolOf(count(loadMetrics.http2), answered),
    },
    connections,
    durationMs,
    sent: onWire + dropped,
    answered,
    errors,
    resets: total('resets'),
    timeouts,
    lost: Math.max(0, onWire + dropped - answered - errors - timeouts),
    unexpected: total('unexpected'),
    statuses: statusesOf(pods),
    requestsPerSecond: perSecond(answered),
    perSecond: [],
    latencyUs: latencyOf(pods, loadMetrics.latency),
    routes: byRoute.map(({ load }) => load),
    ...(asked !== undefined && {
      open: { askedPerSecond: asked.perSecond, sentPerSecond: perSecond(onWire, asked.durationMs), dropped },
    }),
  };
}

interface RouteCounts {
  sent: number;
  answered: number;
  unexpected: number;
  errors: number;
  resets: number;
  timeouts: number;
  load: RouteLoad;
}

function routeCounts(
  label: string,
  index: number,
  pods: readonly PodResult[],
  count: (metric: string) => number,
): RouteCounts {
  const { latency, ...counters } = routeMetrics(index);
  const counts = Object.fromEntries(Object.entries(counters).map(([key, metric]) => [key, count(metric)]));
  const of = counts as Record<keyof typeof counters, number>;
  const failed = of.sent - of.answered + of.unexpected;
  return { ...of, load: { label, requests: of.sent, failed, latencyUs: latencyOf(pods, latency) } };
}

/** Both where some connections spoke one and some the other: then none is told. */
function protocolOf(http2: number, answered: number): Protocol | undefined {
  if (http2 === 0) return 'HTTP/1.1';
  return http2 === answered ? 'HTTP/2' : undefined;
}

function statusesOf(pods: readonly PodResult[]): Record<string, number> {
  const statuses: Record<string, number> = {};
  for (const pod of pods) {
    for (const [metric, { count = 0 }] of Object.entries(pod)) {
      const status = statusOf(metric);
      if (status !== undefined && count > 0) statuses[status] = (statuses[status] ?? 0) + count;
    }
  }
  return statuses;
}

/** From the first request sent to the last answer. */
function durationOf(pod: PodResult): number {
  const [first, last] = [pod[loadMetrics.firstSent]?.['min'], pod[loadMetrics.lastAnswered]?.['max']];
  return first === undefined || last === undefined ? 0 : Math.max(0, last - first);
}

/** So many latencies of about this one, in milliseconds. */
interface Weighted {
  ms: number;
  count: number;
}

/** All zero when nothing was recorded. */
function latencyOf(pods: readonly PodResult[], metric: string): LatencyUs {
  const trends = pods.map((pod) => pod[metric] ?? {}).filter(({ count = 0 }) => count > 0);
  const points = trends.flatMap(pointsOf).toSorted((a, b) => a.ms - b.ms);
  const all = sum(trends.map(({ count = 0 }) => count));
  if (all === 0) return { mean: 0, p50: 0, p95: 0, p99: 0, max: 0 };
  return {
    mean: (sum(trends.map(({ avg = 0, count = 0 }) => avg * count)) * 1000) / all,
    p50: quantile(points, all / 2) * 1000,
    p95: quantile(points, all * 0.95) * 1000,
    p99: quantile(points, all * 0.99) * 1000,
    max: Math.max(...trends.map(({ max = 0 }) => max)) * 1000,
  };
}

/** The latencies between two quantiles stand at the upper of them. */
function pointsOf(trend: Record<string, number>): Weighted[] {
  const { count = 0, max = 0 } = trend;
  let below = 0;
  const points = quantileGrid.map((percent) => {
    const share = (percent - below) / 100;
    below = percent;
    return { ms: trend[`p(${percent})`] ?? max, count: share * count };
  });
  return [...points, { ms: max, count: ((100 - below) / 100) * count }];
}

/** Below rounding errors of the sums. */
const hair = 1e-9;

function quantile(points: readonly Weighted[], rank: number): number {
  let seen = 0;
  for (const { ms, count } of points) {
    seen += count;
    if (seen >= rank * (1 - hair)) return ms;
  }
  return points.at(-1)?.ms ?? 0;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
