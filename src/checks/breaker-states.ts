import type { BreakerState } from '../model.ts';
import type { ResilienceMeasurement, Series } from './resilience-measurement.ts';

export interface Transition {
  state: BreakerState;
  fromMs: number;
}

/** What got through in a stretch of the series. */
interface Look {
  atMs: number;
  requests: number;
  tried: number;
}

/** A half-open breaker lets so many through at most, and stops them again when they fail. */
const mostTrials = 10;
/** With fewer calls for a request, whether calls came tells nothing about one bucket. */
const leastCallsPerRequest = 0.5;

/**
 * The breaker from the fault's begin to the recovery's end, as seen from outside. It is open while no request is tried: with a proxy
 * in front of the dependency, while no call arrives; without one, while every answer is a quick fallback or 503. A few tries among
 * refusals are half-open. Where a success closes it at once, half-open lasts for the bucket of the first request that got through.
 */
export function breakerStates(measured: ResilienceMeasurement): Transition[] {
  const { phases, series } = measured;
  const fault = phases.find(({ name }) => name === 'fault');
  const recovery = phases.find(({ name }) => name === 'recovery');
  if (fault === undefined || recovery === undefined) return [];
  return walk(looksOf(measured, fault.fromMs, recovery.toMs), { endsMs: fault.toMs, bucketMs: series.bucketMs });
}

function looksOf({ series, phases }: ResilienceMeasurement, fromMs: number, toMs: number): Look[] {
  const before = phases.find(({ name }) => name === 'baseline');
  const perRequest = before?.arrivals == null ? 0 : before.arrivals / Math.max(1, before.sent);
  const looks: Look[] = [];
  for (let bucket = Math.ceil(fromMs / series.bucketMs); (bucket + 1) * series.bucketMs <= toMs; bucket += 1) {
    const requests = series.sent[bucket]! - series.limited[bucket]!;
    const tried = Math.min(requests, triedIn(series, bucket, perRequest));
    if (requests > 0) looks.push({ atMs: bucket * series.bucketMs, requests, tried });
  }
  return looks;
}

function triedIn({ served, waited, failed, arrivals }: Series, bucket: number, perRequest: number): number {
  if (arrivals === null || perRequest < leastCallsPerRequest) {
    return served[bucket]! + waited[bucket]! + failed[bucket]!;
  }
  return Math.max(served[bucket]!, Math.ceil(arrivals[bucket]! / perRequest));
}

function walk(looks: readonly Look[], { endsMs, bucketMs }: { endsMs: number; bucketMs: number }): Transition[] {
  const [first] = looks;
  if (first === undefined) return [];
  const seen: Transition[] = [{ state: 'closed', fromMs: first.atMs }];
  const enter = (state: BreakerState, fromMs: number): void => void seen.push({ state, fromMs });
  for (const [index, look] of looks.entries()) {
    const { state } = seen.at(-1)!;
    const flow = flowOf(look);
    if (state === 'open' && flow === 'most') {
      const trial = look.atMs >= endsMs || isTrialRun(looks, index);
      if (trial) enter('half-open', look.atMs);
      if (look.atMs >= endsMs) enter('closed', look.atMs + bucketMs);
      else if (!trial) enter('closed', look.atMs);
    } else if (state === 'open' && flow === 'few') enter('half-open', look.atMs);
    else if (state === 'half-open' && flow === 'most' && !isTrialRun(looks, index)) enter('closed', look.atMs);
    else if (state === 'half-open' && flow === 'none') enter('open', look.atMs);
    else if (state === 'closed' && flow !== 'most') enter('open', look.atMs);
  }
  return seen;
}

function flowOf({ tried, requests }: Look): 'none' | 'few' | 'most' {
  if (tried === 0) return 'none';
  return tried * 2 < requests ? 'few' : 'most';
}

/** Does the flow that begins here end after a few requests? */
function isTrialRun(looks: readonly Look[], from: number): boolean {
  const end = looks.findIndex((look, index) => index > from && flowOf(look) !== 'most');
  const run = looks.slice(from, end < 0 ? looks.length : end);
  return end >= 0 && run.reduce((sum, { tried }) => sum + tried, 0) <= mostTrials;
}

/** The states in order. Tries that failed, which a breaker repeats as long as it has to, are left out. */
export function sequenceOf(transitions: readonly Transition[]): BreakerState[] {
  return transitions.reduce<BreakerState[]>((sequence, { state }) => {
    const failedTry = state === 'open' && sequence.at(-1) === 'half-open' && sequence.at(-2) === 'open';
    return failedTry ? sequence.slice(0, -1) : [...sequence, state];
  }, []);
}
