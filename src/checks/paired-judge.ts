import type { Fact, Finding, Grade } from '../model.ts';
import type { Effect } from '../stats/sequential.ts';
import { failedShares } from './load-errors.ts';
import { gateEffects, speedGates, type SpeedGate } from './speed-gates.ts';
import type { MeasuredPair, QpsMeasurement } from './speed-measurement.ts';
import { heading, relativeChange, type SpeedLimits, type SpeedMetric } from './speed-metrics.ts';
import { amountText, counted, percent, percentRange, signedPercent } from './wording.ts';

interface Held {
  current: QpsMeasurement;
  stored: QpsMeasurement | null;
  limits: SpeedLimits;
}

/** Base and head side by side: a finding for each metric, decided by the log ratios of the windows. */
export function pairedFindings(pair: MeasuredPair, held: Held, maxErrorShare: number): Finding[] {
  const failing = failingSide(pair, maxErrorShare);
  return [...gateEffects(pair, speedGates(held.limits))].map(([gate, effect]): Finding => {
    const { metric, limit } = gate;
    const [low, high] = changes(metric, effect.interval);
    const [outcome, reason] = failing ?? pairedVerdict(gate, effect);
    return {
      ...heading(metric),
      before: inUnit(metric, pair.base[metric.series]),
      after: inUnit(metric, pair.head[metric.series]),
      delta: relativeChange(metric, effect.estimate),
      interval: [low, high],
      threshold: { value: limit, of: 'relative' },
      outcome,
      reason,
      facts: storedFact(metric, held),
    };
  });
}

/** A side that fails many requests does less work: its speed says nothing. */
function failingSide(pair: MeasuredPair, maxErrorShare: number): [Grade, string] | null {
  const { base, head } = failedShares(pair);
  if (Math.max(base, head) <= maxErrorShare) return null;
  const side = head >= base ? 'head' : 'base';
  const share = percent(Math.max(base, head));
  return ['inconclusive', `The ${side} failed ${share} of its requests, so the speeds can't be compared.`];
}

function pairedVerdict({ metric, limit }: SpeedGate, effect: Effect): [Grade, string] {
  const change = signedPercent(relativeChange(metric, effect.estimate));
  const range = percentRange(changes(metric, effect.interval));
  const seen = `${change} (95 % interval ${range}) in ${counted(effect.n, 'window')} side by side`;
  const floor = `this run could have seen ${percent(Math.abs(relativeChange(metric, effect.detectable)))}`;
  if (effect.standing === 'worse')
    return ['fail', `Worse: ${seen}, in each pair of processes. At most ${percent(limit)} is accepted.`];
  if (effect.standing === 'better') return ['pass', `Better: ${seen}.`];
  if (effect.standing === 'same')
    return effect.interval[0] > 0
      ? ['pass', `Worse, but by less than ${percent(limit)}: ${seen}.`]
      : ['pass', `No worse: ${seen}; ${floor}.`];
  const doubt = effect.standing === 'suspected' ? ', but not in each pair of processes' : '';
  return ['inconclusive', `Can't tell: ${seen}${doubt}; the limit is ${percent(limit)}, ${floor}.`];
}

/** The same program on both sides: nothing was measured, and nothing changed. */
export function identicalFindings(held: Held): Finding[] {
  return speedGates(held.limits).flatMap(({ metric, limit }): Finding[] => {
    const value = metric.plain(held.current);
    if (value === null) return [];
    return [
      {
        ...heading(metric),
        before: value,
        after: value,
        delta: 0,
        interval: [0, 0],
        threshold: { value: limit, of: 'relative' },
        outcome: 'pass',
        reason: 'The base builds the identical binary, so nothing was measured side by side.',
        facts: storedFact(metric, held),
      },
    ];
  });
}

/** `compare: paired` was asked for and there is no pair. */
export function unpairedFindings(held: Held, why: string): Finding[] {
  return speedGates(held.limits).flatMap(({ metric, limit }): Finding[] => {
    const after = metric.plain(held.current);
    if (after === null) return [];
    return [
      {
        ...heading(metric),
        before: null,
        after,
        delta: null,
        interval: null,
        threshold: { value: limit, of: 'relative' },
        outcome: 'inconclusive',
        reason: `Base and head weren't measured side by side: ${why}.`,
        facts: storedFact(metric, held),
      },
    ];
  });
}

/** Interval of log ratios as changes, low end first: a higher latency is a lower throughput. */
function changes(metric: SpeedMetric, interval: readonly [number, number]): [number, number] {
  const [a, b] = [relativeChange(metric, interval[0]), relativeChange(metric, interval[1])];
  return a <= b ? [a, b] : [b, a];
}

function inUnit(metric: SpeedMetric, us: number | null): number | null {
  return us === null ? null : metric.fromUs(us);
}

/** The stored figure beside the one of this run's plain load: shown, never judged. */
function storedFact(metric: SpeedMetric, { current, stored }: Held): Fact[] {
  const [before, after] = [stored && metric.plain(stored), metric.plain(current)];
  if (!before || after === null) return [];
  const change = signedPercent(after / before - 1);
  const text = `${amountText(before)} ${metric.unit} then, ${amountText(after)} now (${change}), under separate loads`;
  return [{ label: 'stored baseline', text }];
}
