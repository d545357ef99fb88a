import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hodgesLehmann, signedRankTest, type Alternative } from '../../../src/stats/wilcoxon.ts';
import r from '../../fixtures/stats/r.json' with { type: 'json' };
import scipy from '../../fixtures/stats/scipy.json' with { type: 'json' };
import { seededNormal } from './random.ts';

const sample = fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 1, maxLength: 60 });

describe.each(r.samples)(`against ${r.version}`, ({ values, tests, intervals }) => {
  test.each(tests)(`n = ${values.length}, $alternative than $shift`, ({ alternative, shift, statistic, p }) => {
    const result = signedRankTest(values, alternative as Alternative, shift);
    expect(result.statistic).toBe(statistic);
    expect(result.exact).toBe(values.length <= 50);
    expect(result.p / p).toBeCloseTo(1, 10);
  });

  test(`n = ${values.length}: Hodges–Lehmann and its intervals`, () => {
    for (const { confidence, estimate, interval } of intervals) {
      const ours = hodgesLehmann(values, confidence);
      expect(ours.estimate).toBeCloseTo(estimate, 12);
      expect(ours.interval[0]).toBeCloseTo(interval[0]!, 12);
      expect(ours.interval[1]).toBeCloseTo(interval[1]!, 12);
    }
  });
});

describe.each(scipy.tied)(`ties, counted out by ${scipy.version}`, ({ values, tests }) => {
  test.each(tests)(`${values.length} values, $alternative`, ({ alternative, p }) => {
    expect(signedRankTest(values, alternative as Alternative).p).toBeCloseTo(p, 12);
  });
});

// The table of critical values that textbooks print since Wilcoxon (1945): the largest sum T of the smaller side's ranks that is
// significant at a one-sided 5 %, 2.5 %, 1 % and 0.5 %. R: `qsignrank(level, n) - 1`.
const critical: [n: number, ...sums: (number | null)[]][] = [
  [5, 0, null, null, null],
  [6, 2, 0, null, null],
  [7, 3, 2, 0, null],
  [8, 5, 3, 1, 0],
  [9, 8, 5, 3, 1],
  [10, 10, 8, 5, 3],
  [12, 17, 13, 9, 7],
  [15, 30, 25, 19, 15],
  [20, 60, 52, 43, 37],
  [25, 100, 89, 76, 68],
];
const levels = [0.05, 0.025, 0.01, 0.005];

/** Values 1 to n with such signs that the ranks of the negative ones sum up to `sum`. */
function withNegativeSum(n: number, sum: number): number[] {
  let left = sum;
  return Array.from({ length: n }, (_, i) => n - i).map((rank) => {
    if (rank > left) return rank;
    left -= rank;
    return -rank;
  });
}

describe.each(critical)('the printed critical values for n = %d', (n, ...sums) => {
  test.each(sums.map((sum, i) => [levels[i]!, sum] as const))('at %d: %s', (level, sum) => {
    const p = (of: number) => signedRankTest(withNegativeSum(n, of), 'greater').p;
    if (sum !== null) expect(p(sum)).toBeLessThanOrEqual(level);
    expect(p(sum === null ? 0 : sum + 1)).toBeGreaterThan(level);
  });
});

describe('properties', () => {
  test('turning every sign turns the alternative', () => {
    fc.assert(
      fc.property(sample, (values) => {
        const turned = values.map((value) => -value);
        expect(signedRankTest(turned, 'less').p).toBeCloseTo(signedRankTest(values, 'greater').p, 12);
        expect(signedRankTest(turned, 'two-sided').p).toBeCloseTo(signedRankTest(values, 'two-sided').p, 12);
        expect(hodgesLehmann(turned).estimate).toBeCloseTo(-hodgesLehmann(values).estimate, 9);
      }),
    );
  });

  test('a probability is one, and the order of the values does not change it', () => {
    fc.assert(
      fc.property(sample, (values) => {
        const { p } = signedRankTest(values, 'greater');
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
        expect(signedRankTest(values.toReversed(), 'greater').p).toBe(p);
      }),
    );
  });

  test('the higher the shift asked about, the less the values exceed it', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: -500, max: 500 }), { minLength: 3, maxLength: 30 }),
        fc.integer({ min: 1, max: 400 }),
        (values, more) => {
          // Halves can't coincide with a value, so no value drops out and n stays the same.
          const at = (shift: number) => signedRankTest(values, 'greater', shift + 0.5).p;
          expect(at(more)).toBeGreaterThanOrEqual(at(0) - 1e-12);
        },
      ),
    );
  });

  test('moving the sample moves the estimate and the interval with it', () => {
    fc.assert(
      fc.property(sample, fc.integer({ min: -1000, max: 1000 }), (values, by) => {
        const before = hodgesLehmann(values);
        const after = hodgesLehmann(values.map((value) => value + by));
        expect(after.estimate).toBeCloseTo(before.estimate + by, 9);
        expect(after.interval[0]).toBeCloseTo(before.interval[0] + by, 9);
        expect(before.interval[0]).toBeLessThanOrEqual(before.estimate);
        expect(before.interval[1]).toBeGreaterThanOrEqual(before.estimate);
      }),
    );
  });
});

test('the interval covers the truth about as often as it says, also above the exact range', () => {
  const normal = seededNormal(11);
  for (const n of [8, 20, 60]) {
    let covered = 0;
    for (let trial = 0; trial < 400; trial++) {
      const { interval } = hodgesLehmann(Array.from({ length: n }, normal));
      if (interval[0] <= 0 && interval[1] >= 0) covered++;
    }
    expect(covered / 400).toBeGreaterThan(0.925);
    expect(covered / 400).toBeLessThan(0.985);
  }
});

test('values that equal the shift say nothing', () => {
  expect(signedRankTest([], 'greater')).toEqual({ n: 0, statistic: 0, p: 1, exact: true });
  expect(signedRankTest([2, 2, 2], 'two-sided', 2).p).toBe(1);
  expect(signedRankTest([0, 5], 'greater')).toMatchObject({ n: 1, p: 0.5 });
});

test('an empty sample has no centre', () => {
  expect(() => hodgesLehmann([])).toThrow(RangeError);
  expect(hodgesLehmann([3])).toEqual({ estimate: 3, interval: [3, 3] });
});
