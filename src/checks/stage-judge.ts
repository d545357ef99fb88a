import type { Fact, Finding, StageRow } from '../model.ts';
import { mean } from '../stats/quantiles.ts';
import { hodgesLehmann } from '../stats/wilcoxon.ts';
import type { HotFunction, Side, Stage } from './stage-measurement.ts';
import { amountText, listed, percent, signedPercent } from './wording.ts';

/** Changes smaller than this don't count, whatever their share of the stage: of the whole request, and in microseconds. */
const leastShare = 0.02;
const leastUs = 1;
/** A gate is only exceeded for sure: there are several stages, and each could be unlucky. */
const surely = 0.99;
const functionsTold = 2;
/** Of the function that rose most: others that rose less aren’t worth a line. */
const leastPart = 0.2;
const idPrefix = 'stages/';

/** How two measurements of a stage are held against each other. */
export type Holding =
  | { how: 'paired' }
  /** Against the stored figures of another run. */
  | { how: 'stored' }
  | { how: 'shown'; because: string };

interface Change {
  us: number;
  interval: [number, number] | null;
  /** Of the interval that decides. */
  surelyAbove: number;
}

/** One finding for each stage of either side. `limit`: how much more time each may take, as a share. */
export function stageFindings(head: Side, base: Side, holding: Holding, limit: number): Finding[] {
  const total = base.stages.reduce((sum, { meanUs }) => sum + mean(meanUs), 0);
  return namesOf(head, base)
    .map((name) => stageFinding({ name, now: named(head, name), before: named(base, name), total, holding, limit }))
    .toSorted((a, b) => Number(b.outcome === 'fail') - Number(a.outcome === 'fail') || (b.after ?? 0) - (a.after ?? 0));
}

const namesOf = (head: Side, base: Side | null): string[] => [
  ...new Set([...head.stages, ...(base?.stages ?? [])].map(({ name }) => name)),
];

const named = (side: Side, name: string): Stage | undefined => side.stages.find((stage) => stage.name === name);

interface Held {
  name: string;
  now: Stage | undefined;
  before: Stage | undefined;
  /** Of the base's request. */
  total: number;
  holding: Holding;
  limit: number;
}

function stageFinding({ name, now, before, total, holding, limit }: Held): Finding {
  const [after, was] = [mean(now?.meanUs ?? [0]), mean(before?.meanUs ?? [0])];
  const finding = { id: `${idPrefix}${name}`, kind: 'speed', metric: `Time in ${name}`, unit: 'us/req' } as const;
  const change = changeOf(now, before, holding);
  const least = Math.max(leastShare * total, leastUs);
  const relative = limit * was >= least;
  const allowed = relative ? limit * was : least;
  const scale = relative ? 1 / was : 1;
  const gates = holding.how !== 'shown';
  const exceeded = gates && change.surelyAbove > allowed;
  const typical = typicalRise(now, before) > allowed;
  return {
    ...finding,
    before: was,
    after,
    delta: gates ? change.us * scale : was === 0 ? null : change.us / was,
    interval: change.interval === null ? null : [change.interval[0] * scale, change.interval[1] * scale],
    threshold: gates ? { value: relative ? limit : least, of: relative ? 'relative' : 'absolute' } : null,
    outcome: exceeded ? (typical ? 'fail' : 'warn') : 'pass',
    reason: reasonOf({ change, was, exceeded, typical, holding, limitText: relative ? percent(limit) : usText(least) }),
    ...(exceeded && { facts: factsOf(now?.functions ?? [], before?.functions ?? []) }),
  };
}

/** How much longer most requests spend in it; infinite where nobody tells of single requests. */
function typicalRise(now: Stage | undefined, before: Stage | undefined): number {
  const [after, was] = [now?.quantilesUs, before?.quantilesUs];
  if (after === null || was === null) return Infinity;
  return Math.max((after?.q50 ?? 0) - (was?.q50 ?? 0), (after?.q75 ?? 0) - (was?.q75 ?? 0));
}

/** Rounds of a pair were taken in turn, so each is held against its own; those of two runs only by their spread. */
function changeOf(now: Stage | undefined, before: Stage | undefined, { how }: Holding): Change {
  const [after, was] = [roundsOf(now, before), roundsOf(before, now)];
  const us = mean(after) - mean(was);
  if (how === 'paired') {
    const differences = after.map((time, round) => time - was[round]!);
    const [low, high] = hodgesLehmann(differences).interval;
    // The tables show means, and a mean that a single round pulls may lie outside.
    const interval: [number, number] = [Math.min(low, us), Math.max(high, us)];
    return { us, interval, surelyAbove: hodgesLehmann(differences, surely).interval[0] };
  }
  if (how === 'shown') return { us, interval: null, surelyAbove: -Infinity };
  const error = Math.sqrt(errorOfMean(after) + errorOfMean(was));
  return { us, interval: null, surelyAbove: us - 2.6 * error };
}

/** A side without this stage spent nothing in it. */
const roundsOf = (stage: Stage | undefined, other: Stage | undefined): number[] =>
  stage?.meanUs ?? other!.meanUs.map(() => 0);

/** Squared. */
function errorOfMean(values: readonly number[]): number {
  const centre = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return squares / Math.max(1, values.length - 1) / values.length;
}

interface Reasons {
  change: Change;
  was: number;
  exceeded: boolean;
  typical: boolean;
  holding: Holding;
  limitText: string;
}

function reasonOf({ change, was, exceeded, typical, holding, limitText }: Reasons): string {
  const more = changeText(change.us, was);
  if (holding.how === 'shown') return `${more}, shown only: ${holding.because}.`;
  if (!exceeded) return `${more}, within its limit.`;
  if (!typical)
    return `${more}, all of it in the slowest quarter of its requests: what others do may hold them up, so it doesn’t gate.`;
  return holding.how === 'paired'
    ? `${more}, side by side with the base. At most ${limitText} is accepted.`
    : `${more} than the stored run. At most ${limitText} is accepted.`;
}

/** `+38 µs (+71.0 %)`. */
export const changeText = (us: number, was: number): string =>
  was === 0 ? `${signedUs(us)} (new)` : `${signedUs(us)} (${signedPercent(us / was)})`;

const signedUs = (us: number): string => `${us < 0 ? '−' : '+'}${usText(Math.abs(us))}`;
const usText = (us: number): string => `${amountText(us)} µs`;

/** The functions whose own share rose most. */
function factsOf(now: readonly HotFunction[], before: readonly HotFunction[]): Fact[] {
  const earlier = new Map(before.map((one) => [one.function, one.us]));
  const risen = now
    .map((one) => ({ one, rise: one.us - (earlier.get(one.function) ?? 0) }))
    .toSorted((a, b) => b.rise - a.rise);
  return risen
    .filter(({ rise }) => rise > 0 && rise >= leastPart * risen[0]!.rise)
    .slice(0, functionsTold)
    .map(({ one, rise }) => {
      const { function: name, file, line } = one;
      return {
        label: 'takes longer',
        text: `+${usText(rise)} in it`,
        frame: { function: name, file, line, own: true },
      };
    });
}

/** `Handlers 41 %, Encoding 20 % and Kernel 12 %`, of all that was told. */
export function shareText({ stages }: Side, most: number): string {
  const total = stages.reduce((sum, { meanUs }) => sum + mean(meanUs), 0);
  return listed(stages.slice(0, most).map(({ name, meanUs }) => `${name} ${percent(mean(meanUs) / total)}`));
}

const longer = ({ afterUs, beforeUs }: StageRow): number => Math.max(afterUs, beforeUs ?? 0);

/** What reports draw, longest first. */
export function stageRows(findings: readonly Finding[], head: Side, base: Side | null): StageRow[] {
  const grades = new Map(findings.map(({ id, outcome }) => [id, outcome]));
  return namesOf(head, base)
    .map((name): StageRow => {
      const [now, before] = [named(head, name), base === null ? undefined : named(base, name)];
      return {
        name,
        beforeUs: base === null ? null : mean(before?.meanUs ?? [0]),
        afterUs: mean(now?.meanUs ?? [0]),
        beforeQ95Us: before?.quantilesUs?.q95 ?? null,
        afterQ95Us: now?.quantilesUs?.q95 ?? null,
        outcome: grades.get(`${idPrefix}${name}`) ?? 'pass',
      };
    })
    .toSorted((a, b) => longer(b) - longer(a));
}
