import { upperQuantile, upperTail } from './normal.ts';
import { ascending, median } from './quantiles.ts';

/** Which side of `shift` the values are suspected to lie on. */
export type Alternative = 'greater' | 'less' | 'two-sided';

export interface SignedRank {
  /** Values that differ from the shift: the others say nothing and are left out. */
  n: number;
  /** Sum of the ranks of the values above the shift. */
  statistic: number;
  /** The probability of a statistic at least as extreme when the values scatter evenly around the shift. */
  p: number;
  exact: boolean;
}

/** Sign patterns are counted in doubles, which hold 2^53 exactly: up to here the null distribution is exact, ties included. */
const exactUpTo = 50;

/**
 * Wilcoxon's signed-rank test of "the values are centred at `shift`". Up to 50 values the permutation distribution of the
 * mid-ranks is counted out; above, the normal approximation with corrections for ties and continuity (as R's `wilcox.test`).
 */
export function signedRankTest(values: readonly number[], alternative: Alternative, shift = 0): SignedRank {
  const differences = values.map((value) => value - shift).filter((difference) => difference !== 0);
  const n = differences.length;
  if (n === 0) return { n, statistic: 0, p: 1, exact: true };
  const doubled = doubledRanks(differences.map(Math.abs));
  const statistic = doubled.reduce((sum, rank, i) => (differences[i]! > 0 ? sum + rank : sum), 0) / 2;
  const exact = n <= exactUpTo;
  const tails = exact ? exactTails(doubled, statistic) : normalTails(doubled, statistic);
  return { n, statistic, exact, p: alternative === 'two-sided' ? twoSided(tails) : tails[alternative] };
}

interface Tails {
  /** P(statistic or more). */
  greater: number;
  /** P(statistic or less). */
  less: number;
}

function twoSided(tails: Tails): number {
  return Math.min(1, 2 * Math.min(tails.greater, tails.less));
}

/** Mid-ranks times two, so that ties keep whole numbers. In the order of the input. */
function doubledRanks(magnitudes: readonly number[]): number[] {
  const order = magnitudes.map((_, i) => i).toSorted((a, b) => magnitudes[a]! - magnitudes[b]!);
  const ranks: number[] = Array.from({ length: magnitudes.length });
  for (let first = 0, last = 0; first < order.length; first = last + 1) {
    last = first;
    while (last + 1 < order.length && magnitudes[order[last + 1]!] === magnitudes[order[first]!]) last++;
    for (let i = first; i <= last; i++) ranks[order[i]!] = first + last + 2;
  }
  return ranks;
}

const untied = new Map<number, Float64Array>();

/** How many of the 2^n sign patterns give each doubled rank sum. */
function patternCounts(doubled: readonly number[]): Float64Array {
  const counts = new Float64Array(doubled.reduce((sum, rank) => sum + rank, 0) + 1);
  counts[0] = 1;
  let reach = 0;
  for (const rank of doubled) {
    for (let sum = reach; sum >= 0; sum--) counts[sum + rank]! += counts[sum]!;
    reach += rank;
  }
  return counts;
}

function countsFor(doubled: readonly number[]): Float64Array {
  if (new Set(doubled).size < doubled.length) return patternCounts(doubled);
  const known = untied.get(doubled.length) ?? patternCounts(ascending(doubled));
  untied.set(doubled.length, known);
  return known;
}

function exactTails(doubled: readonly number[], statistic: number): Tails {
  const counts = countsFor(doubled);
  const at = Math.round(statistic * 2);
  let below = 0;
  for (let sum = 0; sum < at; sum++) below += counts[sum]!;
  const patterns = 2 ** doubled.length;
  return { greater: (patterns - below) / patterns, less: (below + counts[at]!) / patterns };
}

/** Mean n(n+1)/4, variance n(n+1)(2n+1)/24 − Σ(t³−t)/48: with ties, a quarter of the sum of the squared mid-ranks. */
function normalTails(doubled: readonly number[], statistic: number): Tails {
  const centre = doubled.reduce((sum, rank) => sum + rank, 0) / 4;
  const deviation = Math.sqrt(doubled.reduce((sum, rank) => sum + rank * rank, 0) / 16);
  return {
    greater: upperTail((statistic - centre - 0.5) / deviation),
    less: upperTail((centre - statistic - 0.5) / deviation),
  };
}

export interface Shift {
  /** Hodges–Lehmann: the median of all pairwise means. */
  estimate: number;
  interval: [number, number];
}

/**
 * Where the values are centred, and the interval that the signed-rank test of level `1 − confidence` doesn't reject. With too few
 * values for that confidence the interval spans them all. Throws a `RangeError` for an empty sample.
 */
export function hodgesLehmann(values: readonly number[], confidence = 0.95): Shift {
  const means = ascending(values.flatMap((a, i) => values.slice(i).map((b) => (a + b) / 2)));
  const outside = outsideRank(values.length, (1 - confidence) / 2);
  return {
    estimate: median(means),
    interval: [means[outside - 1]!, means[means.length - outside]!],
  };
}

/** The smallest q ≥ 1 with P(W ≤ q) ≥ `tail`: the q-th pairwise mean from either end bounds the interval. */
function outsideRank(n: number, tail: number): number {
  if (n > exactUpTo) {
    const deviation = Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24);
    return Math.max(1, Math.floor((n * (n + 1)) / 4 - upperQuantile(tail) * deviation));
  }
  const counts = countsFor(Array.from({ length: n }, (_, i) => 2 * (i + 1)));
  let below = 0;
  for (let q = 0; ; q++) {
    below += counts[2 * q]!;
    if (below / 2 ** n >= tail) return Math.max(1, q);
  }
}
