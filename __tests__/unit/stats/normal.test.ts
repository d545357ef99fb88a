import { expect, test } from 'vitest';
import { density, upperQuantile, upperTail } from '../../../src/stats/normal.ts';
import r from '../../fixtures/stats/r.json' with { type: 'json' };

test.each(r.normal.z.map((z, i) => [z, r.normal.upperTail[i]!] as const))('P(Z > %d) is what R says', (z, expected) => {
  expect(upperTail(z) / expected).toBeCloseTo(1, 11);
});

test.each(r.normal.tails.map((tail, i) => [tail, r.normal.upperQuantile[i]!] as const))(
  'the quantile of the tail %d is what R says',
  (tail, expected) => {
    expect(upperQuantile(tail)).toBeCloseTo(expected, 10);
  },
);

test('the two ways of computing the tail meet at 3 without a step', () => {
  const slope = (upperTail(3 - 1e-6) - upperTail(3 + 1e-6)) / 2e-6;
  expect(slope).toBeCloseTo(density(3), 8);
});

test('a probability outside 0 to 1 has no quantile', () => {
  expect(() => upperQuantile(0)).toThrow(RangeError);
  expect(() => upperQuantile(Number.NaN)).toThrow(RangeError);
});

// As every table of the normal distribution prints them.
test.each([
  [0.1, 1.2816],
  [0.05, 1.6449],
  [0.025, 1.96],
  [0.01, 2.3263],
  [0.005, 2.5758],
  [0.001, 3.0902],
])('the printed quantile of the tail %d is %d', (tail, z) => {
  expect(upperQuantile(tail)).toBeCloseTo(z, 4);
});
