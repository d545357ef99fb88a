import { density, upperQuantile, upperTail } from './normal.ts';
import { median } from './quantiles.ts';
import { hodgesLehmann, signedRankTest } from './wilcoxon.ts';

/**
 * Looking at growing data again and again, and stopping as soon as it is clear. Values are log ratios of head over base, turned
 * so that positive is worse, one per paired window, in blocks: one block per pair of freshly started processes.
 */

/** Looks begin after 8 values: with fewer, the signed-rank test can't reach any useful level. */
export const firstLook = 8;
const lookEvery = 4;

/** Is `n` values a moment to look? The last of the `planned` values always is. */
export function isLook(n: number, planned: number): boolean {
  return n === planned || (n >= firstLook && n < planned && (n - firstLook) % lookEvery === 0);
}

/** The error probability that may be used up once this fraction of the planned values is there. Grows from 0. */
export type Spending = (fraction: number) => number;

/** α·t²: little early, when few windows could mislead, most of it at the end (Kim and DeMets' power family). */
export function quadraticSpending(alpha: number): Spending {
  return (fraction) => alpha * fraction ** 2;
}

/**
 * The one-sided level at which each look may reject so that all looks together reject a true hypothesis with the spent
 * probability and no more (Lan and DeMets). `fractions` are the looks' shares of the planned values, ascending up to 1.
 * The paths that no look has stopped are carried from look to look by numerical integration (Armitage, McPherson, Rowe).
 */
export function nominalLevels(fractions: readonly number[], spend: Spending): number[] {
  let before: Paths = { at: 0, points: [0], masses: [1] };
  let spent = 0;
  return fractions.map((fraction) => {
    const target = spend(fraction) - spent;
    spent = spend(fraction);
    const step = Math.sqrt(fraction - before.at);
    const boundary = boundaryFor(before, step, target);
    before = survivors(before, fraction, step, boundary);
    return upperTail(boundary / Math.sqrt(fraction));
  });
}

/** Sums that no look has stopped yet: a Brownian path's place at time `at`, as probability masses on a grid. */
interface Paths {
  at: number;
  points: number[];
  masses: number[];
}

/** In steps: a path moves further with a probability of 1e-19, which no level here can notice. */
const farthest = 9;

/** The sum above which exactly `target` of the paths end at the next look. */
function boundaryFor(paths: Paths, step: number, target: number): number {
  let low = -20;
  let high = 20;
  while (high - low > 1e-7) {
    const middle = (low + high) / 2;
    if (massBeyond(paths, middle, step) > target) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function massBeyond({ points, masses }: Paths, sum: number, step: number): number {
  let beyond = 0;
  for (let i = firstAbove(points, sum - farthest * step); i < points.length; i++) {
    beyond += masses[i]! * upperTail((sum - points[i]!) / step);
  }
  return beyond;
}

/** Spreads every path by a normal step and keeps those below the boundary, on a grid of a sixth of the step. */
function survivors(paths: Paths, at: number, step: number, boundary: number): Paths {
  const reach = 8 * Math.sqrt(at);
  const highest = Math.min(boundary, reach);
  const lowest = Math.min(-reach, highest - step);
  const cells = Math.ceil((highest - lowest) / (step / 6));
  const width = (highest - lowest) / cells;
  const points = Array.from({ length: cells }, (_, i) => lowest + (i + 0.5) * width);
  const masses = points.map((point) => (densityAt(paths, point, step) * width) / step);
  return { at, points, masses };
}

function densityAt({ points, masses }: Paths, point: number, step: number): number {
  let arriving = 0;
  for (let i = firstAbove(points, point - farthest * step); i < points.length; i++) {
    const steps = (points[i]! - point) / step;
    if (steps > farthest) break;
    arriving += masses[i]! * density(steps);
  }
  return arriving;
}

function firstAbove(ascending: readonly number[], least: number): number {
  const index = ascending.findIndex((value) => value >= least);
  return index < 0 ? ascending.length : index;
}

export interface GateRule {
  /** The largest log ratio that is acceptable, above 0. */
  limit: number;
  /** One-sided level at which a value above (or below) 0 counts as a difference at all. */
  differs: number;
}

/** `suspected` is worse in one pair of processes so far: a second pair has to confirm it. */
export type Standing = 'worse' | 'suspected' | 'better' | 'same' | 'undecided';

export interface Effect {
  standing: Standing;
  n: number;
  /** Hodges–Lehmann estimate of the log ratio and its 95 % interval. */
  estimate: number;
  interval: [number, number];
  /** The smallest log ratio that this many values of this noise would tell from none 19 times out of 20. */
  detectable: number;
}

/** A slow-down must be more than the limit with 90 % confidence, a clearance less than the limit with 95 %. */
const overLimit = 0.1;
const underLimit = 0.05;
/** A shorter block doesn't count as a confirmation: chance alone turns its median. */
const confirmingBlock = 8;

/** Holds the values so far against the limit. Throws a `RangeError` without any value. */
export function effectOf(blocks: readonly (readonly number[])[], rule: GateRule): Effect {
  const values = blocks.flat();
  const { estimate, interval } = hodgesLehmann(values);
  const deviation = (interval[1] - interval[0]) / 2 / upperQuantile(0.025);
  return {
    standing: standingOf(blocks, values, rule),
    n: values.length,
    estimate,
    interval,
    detectable: (upperQuantile(rule.differs) + upperQuantile(0.05)) * deviation,
  };
}

function standingOf(blocks: readonly (readonly number[])[], values: readonly number[], rule: GateRule): Standing {
  const below = (shift: number) => signedRankTest(values, 'less', shift).p;
  const above = (shift: number) => signedRankTest(values, 'greater', shift).p;
  if (below(rule.limit) <= underLimit) return below(0) <= rule.differs ? 'better' : 'same';
  if (above(rule.limit) > overLimit || above(0) > rule.differs) return 'undecided';
  const lasting = blocks.filter((block) => block.length >= confirmingBlock);
  return lasting.length >= 2 && lasting.every((block) => median(block) > 0) ? 'worse' : 'suspected';
}
