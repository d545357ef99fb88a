import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCoverage, runsAt } from '../../../src/inventory/coverage.ts';

const profile = readCoverage(
  [
    'mode: atomic',
    'example.com/x/a.go:3.20,5.12 2 7',
    'example.com/x/a.go:5.12,9.3 3 4',
    'example.com/x/a.go:6.13,8.4 1 2',
    'example.com/x/b/b.go:1.1,2.2 1 0',
    'not a line of a profile',
    '',
  ].join('\n'),
);

test.each<[[number, number], number | null]>([
  [[3, 20], 7],
  [[5, 11], 7],
  [[5, 12], 4],
  [[7, 1], 2],
  [[8, 4], 4],
  [[9, 3], null],
  [[1, 1], null],
])('%j is run %j times', (at, runs) => {
  expect(runsAt(profile, 'example.com/x/a.go', at)).toBe(runs);
});

test('what was never run is told apart from what no block holds', () => {
  expect(runsAt(profile, 'example.com/x/b/b.go', [1, 5])).toBe(0);
  expect(runsAt(profile, 'example.com/x/c.go', [1, 5])).toBeNull();
});

test('counters of several programs are added', () => {
  const two = readCoverage('x/a.go:1.1,2.1 1 3\nx/a.go:1.1,2.1 1 4\n');
  expect(runsAt(two, 'x/a.go', [1, 5])).toBe(7);
});

test('any text is read', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(readCoverage(text)).toBeInstanceOf(Map);
    }),
  );
});
