import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { mean, median, quantile, trimmedMean, variation } from '../../../src/stats/quantiles.ts';
import r from '../../fixtures/stats/r.json' with { type: 'json' };

const { values, shares, type7, trimmed20, variation: cv } = r.quantiles;
const sample = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 });
const share = fc.double({ min: 0, max: 1, noNaN: true });

test.each(shares.map((at, i) => [at, type7[i]!] as const))('the quantile %d is what R says', (at, expected) => {
  expect(quantile(values, at)).toBeCloseTo(expected, 12);
});

test('trimmed mean and variation are what R says', () => {
  expect(trimmedMean(values, 0.2)).toBeCloseTo(trimmed20, 12);
  expect(variation(values)).toBeCloseTo(cv, 12);
});

test('quantiles rise with their share and stay inside the sample', () => {
  fc.assert(
    fc.property(sample, share, share, (given, a, b) => {
      const [low, high] = [quantile(given, Math.min(a, b)), quantile(given, Math.max(a, b))];
      expect(low).toBeLessThanOrEqual(high);
      expect(low).toBeGreaterThanOrEqual(Math.min(...given));
      expect(high).toBeLessThanOrEqual(Math.max(...given));
    }),
  );
});

test('the order of the sample does not matter, and the sample is left as it was', () => {
  const given = [3, 1, 2];
  expect(median(given)).toBe(2);
  expect(given).toEqual([3, 1, 2]);
});

test('a trimmed mean forgets outliers, a mean does not', () => {
  expect(trimmedMean([1, 2, 3, 4, 1e9], 0.2)).toBe(3);
  expect(mean([1, 2, 3, 4, 1e9])).toBeGreaterThan(1e8);
});

test('variation of too little is 0', () => {
  expect(variation([])).toBe(0);
  expect(variation([7])).toBe(0);
  expect(variation([-1, 1])).toBe(0);
});

test('nothing has no quantile and no mean', () => {
  expect(() => median([])).toThrow(RangeError);
  expect(() => mean([])).toThrow(RangeError);
  expect(() => quantile([1], 1.5)).toThrow(RangeError);
  expect(() => trimmedMean([1], 0.5)).toThrow(RangeError);
});
