import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binomialBelow, exactInterval } from '../../accuracy/intervals.ts';

describe('the interval of Clopper and Pearson', () => {
  // binom.test of R 4: https://stat.ethz.ch/R-manual/R-devel/library/stats/html/binom.test.html
  test.each([
    [3, 10, 0.06673951, 0.65245285],
    [19, 20, 0.7512671, 0.9987349],
    [0, 50, 0, 0.07112174],
    [45, 45, 0.9213, 1],
  ])('%i of %i', (found, runs, low, high) => {
    const interval = exactInterval(found, runs);
    expect(interval[0]).toBeCloseTo(low, 4);
    expect(interval[1]).toBeCloseTo(high, 4);
  });

  test('knows nothing without runs', () => expect(exactInterval(0, 0)).toEqual([0, 1]));

  test('holds the share, and mirrors', () => {
    const shares = fc
      .integer({ min: 1, max: 300 })
      .chain((runs) => fc.tuple(fc.integer({ min: 0, max: runs }), fc.constant(runs)));
    fc.assert(
      fc.property(shares, ([found, runs]) => {
        const [low, high] = exactInterval(found, runs);
        const [mirroredLow, mirroredHigh] = exactInterval(runs - found, runs);
        expect(low).toBeLessThanOrEqual(found / runs);
        expect(high).toBeGreaterThanOrEqual(found / runs);
        expect(1 - mirroredHigh).toBeCloseTo(low, 8);
        expect(1 - mirroredLow).toBeCloseTo(high, 8);
      }),
    );
  });
});

test('the binomial distribution ends at one', () => {
  expect(binomialBelow(10, 10, 0.3)).toBeCloseTo(1, 12);
  expect(binomialBelow(0, 10, 0)).toBe(1);
  expect(binomialBelow(9, 10, 1)).toBe(0);
  // 1 - 0.7^10 - 10·0.3·0.7^9 remains above one.
  expect(binomialBelow(1, 10, 0.3)).toBeCloseTo(0.7 ** 10 + 10 * 0.3 * 0.7 ** 9, 12);
});
