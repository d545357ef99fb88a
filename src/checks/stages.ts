import type { Dose, GrownWay, HeapEvidence, HeapStep, RetainedChain, Snapshot } from '../model.ts';

/** A round of requests or of rest, with the looks before and after it. */
export interface Stage {
  requests: number;
  durationMs: number;
  before: Snapshot;
  after: Snapshot;
}

/** Everything seen of the probe build: what the two leak checks decide on. */
export interface LeakPass {
  /** Requests before the first look. */
  warmUp: number;
  /** The three rounds of 1:2:4 that every service gets. */
  doses: Stage[];
  /** Larger rounds, sent only when something in the first three looked suspicious. */
  more: Stage[];
  /** Rests without load: the first comes before `more`, the others after. */
  rests: Stage[];
  /** Who keeps the growth alive, from the warm-up's end on; empty without a leak, or where it can't be told. */
  chains: RetainedChain[];
  /** The same growth, with every way down to it. */
  ways: GrownWay[];
  /** What the looks behind them counted; the second is only taken where something leaks. */
  counted?: HeapEvidence['counted'];
  /** The whole heap at the end, beside what it was when the warm-up ended; missing where `chains` is empty. */
  heap?: HeapStep[];
  /** One route at a time, when there is a leak to attribute. */
  routes: RouteStage[];
  /** Allocations during the largest dose. */
  cost: Pick<Dose, 'requests' | 'mallocsPerRequest' | 'allocatedBytesPerRequest'>;
}

export interface RouteStage extends Stage {
  label: string;
  /** Of all requests of the scenario. */
  share: number;
}

/** The looks around some stages: before the first, and after each. */
export const looksOf = (stages: readonly Stage[]): Snapshot[] =>
  stages.length === 0 ? [] : [stages[0]!.before, ...stages.map((stage) => stage.after)];

/** The larger doses decide where there are any. */
export const decisive = (pass: LeakPass): Stage[] => (pass.more.length > 0 ? pass.more : pass.doses);

/** Rests after the decisive doses. */
export const restsAfter = (pass: LeakPass): Stage[] => (pass.more.length > 0 ? pass.rests.slice(1) : pass.rests);

/** All looks in which a suspicion is judged: of the doses, of the larger doses, and the last one of the rest, as far as there were any. */
export function judgedLooks(pass: LeakPass): Snapshot[] {
  const rest = restsAfter(pass).at(-1)?.after;
  return [...looksOf(pass.doses), ...looksOf(pass.more), ...(rest === undefined ? [] : [rest])];
}

/** Of a value for each judged look, those around the decisive stages. */
export function decisiveValues(pass: LeakPass, values: readonly number[]): number[] {
  const from = pass.more.length > 0 ? pass.doses.length + 1 : 0;
  return values.slice(from, from + decisive(pass).length + 1);
}

/** Growth of a value over the decisive stages, for each request. */
export function ratePerRequest(pass: LeakPass, values: readonly number[]): number {
  const seen = decisiveValues(pass, values);
  return (
    (seen.at(-1)! - seen[0]!) /
    Math.max(
      1,
      decisive(pass).reduce((sum, { requests }) => sum + requests, 0),
    )
  );
}

/** From the look before the first stage to the one after the last: the looks take their time too. */
export const elapsedMs = (stages: readonly Stage[]): number =>
  stages.at(-1)!.after.elapsedMs - stages[0]!.before.elapsedMs;

/**
 * Compares the growth per second under load with that of the rests afterwards. What grows at least half as fast without
 * requests isn't driven by them.
 */
export function growsWith(pass: LeakPass, values: readonly number[]): 'requests' | 'time' {
  const rests = restsAfter(pass);
  if (rests.length === 0) return 'requests';
  const seen = decisiveValues(pass, values);
  const loaded = (seen.at(-1)! - seen[0]!) / Math.max(1, elapsedMs(decisive(pass)));
  const resting = (values.at(-1)! - seen.at(-1)!) / Math.max(1, elapsedMs(rests));
  return resting >= loaded / 2 ? 'time' : 'requests';
}

/** Routes that drive a growth, strongest first: `measure` tells the value in each of two looks. */
export function drivers(pass: LeakPass, measure: (looks: Snapshot[]) => number[]): RouteStage[] {
  const rates = pass.routes.map((stage) => {
    const [before = 0, after = 0] = measure([stage.before, stage.after]);
    return { stage, rate: (after - before) / stage.requests };
  });
  const strongest = Math.max(0, ...rates.map(({ rate }) => rate));
  return rates
    .filter(({ rate }) => rate > strongest / 4)
    .toSorted((a, b) => b.rate - a.rate)
    .map(({ stage }) => stage);
}

export const labels = (routes: readonly RouteStage[]): string[] => routes.map(({ label }) => label);

/** A rate over all requests as one over those of the routes that drive it; null when they weren't looked at one by one. */
export const perDrivingRequest = (rate: number, driving: readonly RouteStage[]): number | null =>
  driving.length === 0
    ? null
    : rate /
      Math.min(
        1,
        driving.reduce((sum, { share }) => sum + share, 0),
      );
