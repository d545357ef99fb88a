import type { CheckReport, Finding, Metric, ResilienceTimeline } from '../model.ts';
import { antiPatterns, type AntiPattern } from './anti-patterns.ts';
import { breakerStates, sequenceOf, type Transition } from './breaker-states.ts';
import { defineCheck } from './check.ts';
import { course } from './resilience-course.ts';
import { resilienceMeasurement, type ResilienceMeasurement, type ResiliencePhase } from './resilience-measurement.ts';
import { resilienceOptions, type ResilienceOptions } from './resilience-options.ts';
import { outcomeOf, worstFirst } from './verdicts.ts';
import { amountText, listed, percent } from './wording.ts';

/**
 * Limits and breakers under load: a calm, a peak, a fault and what comes after it, then a restart. Every phase holds a share of
 * passes, the breaker goes through its states, and what is built wrong is named with what shows it.
 */
export const resilience = defineCheck({
  name: 'resilience',
  title: 'Resilience',
  build: 'stock',
  onRequest: true,
  options: resilienceOptions,
  measurement: resilienceMeasurement,
  measure: course,
  // A later run is never held against it.
  forBaseline: (measured) => ({ ...measured, series: none(measured.series) }),
  judge,
});

const none = (series: ResilienceMeasurement['series']): ResilienceMeasurement['series'] => ({
  bucketMs: series.bucketMs,
  sent: [],
  passed: [],
  served: [],
  fallback: [],
  limited: [],
  unavailable: [],
  failed: [],
  waited: [],
  p95Us: [],
  arrivals: null,
});

function judge(
  current: ResilienceMeasurement,
  _stored: ResilienceMeasurement | null,
  options: ResilienceOptions,
): Omit<CheckReport, 'name' | 'title'> {
  const states = breakerStates(current);
  const findings = worstFirst([
    ...shares(current, options),
    ...breakerFinding(current, states, options),
    ...antiPatterns(current).map(patternFinding),
  ]);
  return {
    outcome: outcomeOf(findings),
    summary: summaryOf(current, states, findings),
    findings,
    metrics: metricsOf(current, states),
    routes: [],
    resilience: timelineOf(current, states),
  };
}

const gate = (id: string, metric: string): Omit<Finding, 'outcome' | 'reason'> => ({
  id: `resilience/${id}`,
  kind: 'errors',
  metric,
  unit: 'count',
  before: null,
  after: null,
  delta: null,
  interval: null,
  threshold: null,
});

/** What didn't pass in each phase. Only the last third of the recovery has to be as before. */
function shares(current: ResilienceMeasurement, { phases: plan }: ResilienceOptions): Finding[] {
  const judged = ['baseline', 'peak', 'fault', 'recovery'] as const;
  return judged.flatMap((name): Finding[] => {
    const phase = current.phases.find((one) => one.name === name);
    if (phase === undefined) return [];
    const { sent, passed } = name === 'recovery' ? lastThird(current, phase) : phase;
    const failing = sent === 0 ? 1 : (sent - passed) / sent;
    const allowed = 1 - plan[name].pass;
    const outcome = failing <= allowed + 1e-9 ? 'pass' : 'fail';
    const when = name === 'recovery' ? 'in the last third of the recovery' : `in the ${name}`;
    return [
      {
        ...gate(name, `Requests that don’t pass, ${name}`),
        unit: 'ratio',
        after: failing,
        threshold: { value: Number(allowed.toFixed(6)), of: 'absolute' },
        outcome,
        reason: `${amountText(passed)} of ${amountText(sent)} requests passed ${when}; at least ${percent(plan[name].pass)} have to.`,
      },
    ];
  });
}

function lastThird({ series }: ResilienceMeasurement, { fromMs, toMs }: ResiliencePhase) {
  const from = Math.ceil((toMs - (toMs - fromMs) / 3) / series.bucketMs);
  const sum = (column: readonly number[]): number =>
    column.slice(from, Math.floor(toMs / series.bucketMs)).reduce((total, value) => total + value, 0);
  return { sent: sum(series.sent), passed: sum(series.passed) };
}

function breakerFinding(
  current: ResilienceMeasurement,
  states: readonly Transition[],
  { breaker: expected }: ResilienceOptions,
): Finding[] {
  if (states.length === 0) return [];
  const seen = sequenceOf(states);
  const asExpected = expected.length === 0 || expected.join() === seen.join();
  const wanted = asExpected ? '' : ` Expected: ${expected.join(' → ')}.`;
  return [
    {
      ...gate('breaker', 'Breaker transitions'),
      after: seen.length - 1,
      outcome: asExpected ? 'pass' : 'fail',
      reason: `${told(current, states)}.${wanted}`,
    },
  ];
}

/** `closed → open (0.3 s into the fault) → half-open (0.4 s after it) → closed (0.5 s after it)`. */
function told({ phases }: ResilienceMeasurement, states: readonly Transition[]): string {
  const fault = phases.find(({ name }) => name === 'fault')!;
  const at = (ms: number): string =>
    ms < fault.toMs
      ? `${amountText((ms - fault.fromMs) / 1000)} s into the fault`
      : `${amountText((ms - fault.toMs) / 1000)} s after it`;
  const kept = shortened(states);
  const steps = kept.map(({ state, fromMs }, index) => (index === 0 ? state : `${state} (${at(fromMs)})`));
  const tries = (states.length - kept.length) / 2;
  return `${steps.join(' → ')}${tries > 0 ? `, after ${amountText(tries)} tries that failed` : ''}`;
}

/** Without the tries that failed; the last one stays. */
function shortened(states: readonly Transition[]): Transition[] {
  return states.reduce<Transition[]>((kept, one) => {
    const failedTry = one.state === 'open' && kept.at(-1)?.state === 'half-open' && kept.at(-2)?.state === 'open';
    return failedTry ? kept.slice(0, -1) : [...kept, one];
  }, []);
}

const patternFinding = ({ id, title, evidence }: AntiPattern): Finding => ({
  ...gate(id, title),
  outcome: 'fail',
  reason: evidence,
});

function summaryOf(
  current: ResilienceMeasurement,
  states: readonly Transition[],
  findings: readonly Finding[],
): string {
  const failed = findings.filter(({ outcome }) => outcome === 'fail').map(({ metric }) => metric.toLowerCase());
  if (failed.length > 0) return `The service isn’t resilient: ${listed(failed)}.`;
  const peak = peakRate(current);
  const fault =
    current.fault === null
      ? ''
      : ` Under the fault (${current.fault}) the breaker went ${sequenceOf(states).join(' → ')}.`;
  return `${amountText(current.perSecond)} requests/s pass, and a peak of ${amountText(peak)}.${fault}`;
}

const peakRate = ({ peak }: ResilienceMeasurement): number =>
  Math.max(0, ...peak.steps.map(({ perSecond }) => perSecond));

function metricsOf(current: ResilienceMeasurement, states: readonly Transition[]): Metric[] {
  const { phases } = current;
  const passed = phases.map(({ name, sent, passed: ok }): Metric => ({
    id: `resilience/${name}-passed`,
    title: `Passed, ${name}`,
    unit: 'ratio',
    better: 'higher',
    value: sent === 0 ? 0 : ok / sent,
  }));
  const p95 = phases.flatMap(({ name, p95Us }): Metric[] =>
    p95Us === null
      ? []
      : [
          {
            id: `resilience/${name}-p95`,
            title: `Latency p95, ${name}`,
            unit: 'ms',
            better: 'lower',
            value: p95Us / 1000,
          },
        ],
  );
  const peak: Metric = {
    id: 'resilience/peak',
    title: 'Rate of the peak',
    unit: 'req/s',
    better: 'none',
    value: peakRate(current),
  };
  const fault = phases.find(({ name }) => name === 'fault');
  const last = states.at(-1);
  const closed: Metric[] =
    fault === undefined || last?.state !== 'closed' || last.fromMs < fault.toMs
      ? []
      : [
          {
            id: 'resilience/closed-after',
            title: 'Breaker closes after the fault',
            unit: 'ms',
            better: 'lower',
            value: last.fromMs - fault.toMs,
          },
        ];
  return [...passed, ...p95, peak, ...closed];
}

function timelineOf({ series, phases }: ResilienceMeasurement, states: readonly Transition[]): ResilienceTimeline {
  const { bucketMs, served, fallback, failed, limited, unavailable, p95Us, arrivals } = series;
  const refused = limited.map((count, index) => count + unavailable[index]!);
  return {
    bucketMs,
    phases: phases.map(({ name, fromMs, toMs }) => ({ name, fromMs, toMs })),
    buckets: { served, fallback, refused, failed, p95Us, arrivals },
    breaker: [...states],
  };
}
