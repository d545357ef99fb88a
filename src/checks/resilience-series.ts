import { isExpected } from '../expected-status.ts';
import type { AnswerColumns, Route } from '../model.ts';
import { ascending, quantileOfSorted } from '../stats/quantiles.ts';
import type { ResiliencePhase, Series } from './resilience-measurement.ts';

export const bucketMs = 100;

export type Outcome = 'served' | 'fallback' | 'limited' | 'unavailable' | 'failed';

/** What counts as a pass. */
export interface Passing {
  routes: readonly Route[];
  /** Statuses besides those that the routes expect. */
  status: readonly number[];
}

/** Of the i-th answer. A fallback is one whatever its status; 429 is a limiter's word, 503 that of a breaker or of a service that gave up. */
export function outcomeOf({ status, route, fallback }: AnswerColumns, index: number, { routes }: Passing): Outcome {
  if (fallback[index] === true) return 'fallback';
  if (isExpected(routes[route[index]!]!, status[index]!)) return 'served';
  if (status[index] === 429) return 'limited';
  return status[index] === 503 ? 'unavailable' : 'failed';
}

export const passes = (outcome: Outcome, status: number, passing: Passing): boolean =>
  outcome === 'served' || outcome === 'fallback' || passing.status.includes(status);

const isRefusal = (outcome: Outcome): boolean => outcome === 'limited' || outcome === 'unavailable';

export const inRange = (times: readonly number[], fromMs: number, toMs: number): number =>
  times.reduce((count, ms) => count + Number(ms >= fromMs && ms < toMs), 0);

/** 95th percentile in whole microseconds; null of nothing. */
export const p95Of = (us: readonly number[]): number | null =>
  us.length === 0 ? null : Math.round(quantileOfSorted(ascending(us), 0.95));

interface Seen {
  answers: AnswerColumns;
  arrivals: readonly number[] | null;
  passing: Passing;
}

/** Sums of the requests that started from `fromMs` on and before `toMs`. */
export function stretch(
  { answers, arrivals, passing }: Seen,
  fromMs: number,
  toMs: number,
): Omit<ResiliencePhase, 'name'> {
  const sums = { sent: 0, passed: 0, refused: 0, retryAfter: 0 };
  const served: number[] = [];
  for (const [index, ms] of answers.sentMs.entries()) {
    if (ms < fromMs || ms >= toMs) continue;
    const outcome = outcomeOf(answers, index, passing);
    sums.sent += 1;
    if (passes(outcome, answers.status[index]!, passing)) sums.passed += 1;
    if (outcome === 'served') served.push(answers.tookUs[index]!);
    if (!isRefusal(outcome)) continue;
    sums.refused += 1;
    if (answers.retryAfter[index] === true) sums.retryAfter += 1;
  }
  return {
    fromMs: Math.round(fromMs),
    toMs: Math.round(toMs),
    ...sums,
    p95Us: p95Of(served),
    arrivals: arrivals === null ? null : inRange(arrivals, fromMs, toMs),
  };
}

/** Every request in the bucket that it started in. `waitedUs`: from here on an answer isn't one that was given without trying. */
export function seriesOf({ answers, arrivals, passing }: Seen, waitedUs: number, toMs: number): Series {
  const count = Math.ceil(toMs / bucketMs);
  const zeros = (): number[] => Array.from({ length: count }, () => 0);
  const columns = { served: zeros(), fallback: zeros(), limited: zeros(), unavailable: zeros(), failed: zeros() };
  const [sent, passed, waited] = [zeros(), zeros(), zeros()];
  const latencies = Array.from({ length: count }, (): number[] => []);
  for (const [index, ms] of answers.sentMs.entries()) {
    const bucket = Math.floor(ms / bucketMs);
    if (!(bucket >= 0 && bucket < count)) continue;
    const outcome = outcomeOf(answers, index, passing);
    const tookUs = answers.tookUs[index]!;
    sent[bucket]! += 1;
    columns[outcome][bucket]! += 1;
    if (passes(outcome, answers.status[index]!, passing)) passed[bucket]! += 1;
    if (outcome === 'served') latencies[bucket]!.push(tookUs);
    if ((outcome === 'fallback' || outcome === 'unavailable') && tookUs >= waitedUs) waited[bucket]! += 1;
  }
  return {
    bucketMs,
    sent,
    passed,
    ...columns,
    waited,
    p95Us: latencies.map(p95Of),
    arrivals: counted(arrivals, count),
  };
}

function counted(arrivals: readonly number[] | null, count: number): number[] | null {
  if (arrivals === null) return null;
  const buckets = Array.from({ length: count }, () => 0);
  for (const ms of arrivals) {
    const bucket = Math.floor(ms / bucketMs);
    if (bucket >= 0 && bucket < count) buckets[bucket]! += 1;
  }
  return buckets;
}
