import { isRefusing } from './resilience-course.ts';
import type { Ramp, ResilienceMeasurement, ResiliencePhase } from './resilience-measurement.ts';
import { breakerStates } from './breaker-states.ts';
import { amountText, counted, percent } from './wording.ts';

/** A way in which limits and breakers are built wrong, seen in a run. */
export interface AntiPattern {
  id: string;
  title: string;
  /** What of the run shows it, in numbers. */
  evidence: string;
}

type Detector = (measured: ResilienceMeasurement) => string | null;

/** Two rates are the same threshold when they differ by no more. */
const sameRate = 0.1;
/** A latency is flat up to here, and differs from here on; between the two nothing is said. */
const flat = { share: 0.1, us: 1000 };
const slower = 1.3;
/** Calls of the dependency for each request, beyond those before the fault. */
const stormFactor = 1.2;
const leastExtraCalls = 20;
const fewestRefusals = 10;
const firstSecondMs = 1000;

const detectors: readonly { id: string; title: string; detect: Detector }[] = [
  { id: 'no-half-open-probe', title: 'No half-open probe', detect: noHalfOpenProbe },
  { id: 'retry-storm', title: 'Retry storm', detect: retryStorm },
  { id: 'bucket-not-reset', title: 'Bucket not reset', detect: bucketNotReset },
  { id: 'fixed-threshold', title: 'Fixed threshold', detect: fixedThreshold },
  { id: 'rejects-while-flat', title: 'Rejects while latency is flat', detect: rejectsWhileFlat },
  { id: 'no-retry-after', title: 'No Retry-After', detect: noRetryAfter },
];

export function antiPatterns(measured: ResilienceMeasurement): AntiPattern[] {
  return detectors.flatMap(({ id, title, detect }) => {
    const evidence = detect(measured);
    return evidence === null ? [] : [{ id, title, evidence }];
  });
}

const phaseOf = ({ phases }: ResilienceMeasurement, wanted: ResiliencePhase['name']): ResiliencePhase | undefined =>
  phases.find(({ name }) => name === wanted);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const ms = (us: number): string => `${amountText(us / 1000)} ms`;
const seconds = (durationMs: number): string => `${amountText(durationMs / 1000)} s`;

function inPhase({ series }: ResilienceMeasurement, column: readonly number[], { fromMs, toMs }: ResiliencePhase) {
  return column.slice(Math.ceil(fromMs / series.bucketMs), Math.floor(toMs / series.bucketMs));
}

/** The breaker stays open though the dependency is well again, and nobody looks. */
function noHalfOpenProbe(measured: ResilienceMeasurement): string | null {
  const recovery = phaseOf(measured, 'recovery');
  if (recovery === undefined || recovery.sent === 0 || breakerStates(measured).at(-1)?.state !== 'open') return null;
  const { served, failed, waited } = measured.series;
  const tried = [served, failed, waited].reduce((total, column) => total + sum(inPhase(measured, column, recovery)), 0);
  // Without a proxy, answers alone tell: a service that fails quickly may have tried.
  if (recovery.arrivals === null ? tried > 0 : recovery.arrivals > 0) return null;
  const reached = recovery.arrivals === null ? '' : ' and no call reached the dependency';
  return `In the ${seconds(recovery.toMs - recovery.fromMs)} after the fault none of ${counted(recovery.sent, 'request')} was tried${reached}: the breaker never closes again.`;
}

/** Retries make the dependency's trouble worse. */
function retryStorm(measured: ResilienceMeasurement): string | null {
  const [baseline, fault] = [phaseOf(measured, 'baseline'), phaseOf(measured, 'fault')];
  if (baseline?.arrivals == null || fault?.arrivals == null || fault.sent === 0) return null;
  const before = baseline.arrivals / Math.max(1, baseline.sent);
  const usual = fault.sent * Math.max(1, before);
  if (fault.arrivals < usual * stormFactor || fault.arrivals - usual < leastExtraCalls) return null;
  return `${amountText(fault.arrivals)} calls reached the dependency for ${counted(fault.sent, 'request')} of the fault: ${amountText(fault.arrivals / fault.sent)} for each, and ${amountText(before)} before.`;
}

/** A limiter that starts empty, or that remembers what an earlier process used up. */
function bucketNotReset(measured: ResilienceMeasurement): string | null {
  const restart = phaseOf(measured, 'restart');
  if (restart === undefined) return null;
  const { series } = measured;
  const refused = inPhase(measured, series.limited, restart).map(
    (limited, index) => limited + inPhase(measured, series.unavailable, restart)[index]!,
  );
  const sent = inPhase(measured, series.sent, restart);
  const first = firstSecondMs / series.bucketMs;
  const early = { sent: sum(sent.slice(0, first)), refused: sum(refused.slice(0, first)) };
  const later = { sent: sum(sent.slice(first)), refused: sum(refused.slice(first)) };
  const settled = later.sent > 0 && later.refused <= later.sent * 0.01;
  if (!settled || early.refused < Math.max(5, early.sent * 0.05)) return null;
  return `In the first second after a restart ${amountText(early.refused)} of ${counted(early.sent, 'request')} were refused, and ${amountText(later.refused)} of ${amountText(later.sent)} afterwards.`;
}

/** Refusals begin at one rate, whether an answer takes long or not. */
function fixedThreshold({ peak, slowPeak }: ResilienceMeasurement): string | null {
  const [fast, slow] = [admitted(peak), slowPeak && admitted(slowPeak)];
  if (fast === null || slow === null || slow.p95Us < fast.p95Us * slower) return null;
  if (Math.abs(slow.perSecond / fast.perSecond - 1) > sameRate) return null;
  return `It lets ${amountText(fast.perSecond)} requests/s through when answers take ${ms(fast.p95Us)} (p95), and ${amountText(slow.perSecond)} when they take ${ms(slow.p95Us)}.`;
}

/** What gets through while the limiter refuses; the last step has no unused burst in it. */
function admitted({ steps }: Ramp): { perSecond: number; p95Us: number } | null {
  const last = steps.findLast(isRefusing);
  if (last === undefined || last.p95Us === null) return null;
  return { perSecond: last.perSecond * (1 - last.refused / last.sent), p95Us: last.p95Us };
}

/** The limiter refuses although nothing has become slower: capacity is left over. */
function rejectsWhileFlat(measured: ResilienceMeasurement): string | null {
  const { peak } = measured;
  const baselineUs = phaseOf(measured, 'baseline')?.p95Us ?? null;
  const onset = peak.steps.findIndex(isRefusing);
  if (onset < 0 || baselineUs === null) return null;
  const flatUs = baselineUs * (1 + flat.share) + flat.us;
  // The step before belongs to it: a limiter that looks at the latency has seen it rise there.
  const around = peak.steps.slice(Math.max(0, onset - 1));
  if (around.some(({ p95Us }) => p95Us !== null && p95Us > flatUs)) return null;
  const { perSecond, refused, sent, p95Us } = peak.steps[onset]!;
  return `At ${amountText(perSecond)} requests/s it refuses ${percent(refused / sent)} while the p95 is ${ms(p95Us ?? 0)}, as at rest (${ms(baselineUs)}).`;
}

/** A client that isn't told when to come back comes back at once. */
function noRetryAfter({ phases }: ResilienceMeasurement): string | null {
  const refused = sum(phases.map((phase) => phase.refused));
  const told = sum(phases.map((phase) => phase.retryAfter));
  if (refused < fewestRefusals || told >= refused * 0.9) return null;
  const having = told === 0 ? 'None' : amountText(told);
  return `${having} of ${counted(refused, 'refusal')} (429 or 503) carried a Retry-After header.`;
}
