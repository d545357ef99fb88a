import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Unit } from '../../../src/model.ts';
import {
  bareRelative,
  formatDuration,
  formatRelative,
  formatShare,
  formatTime,
  formatValue,
} from '../../../src/reporters/numbers.ts';

/** Thin spaces and no-break spaces as plain ones, to be readable here. */
const spaced = (text: string): string => text.replace(/[\u202f\u00a0]/g, ' ');

test.each<[number, Unit, string]>([
  [0, 'bytes', '0 B'],
  [11, 'bytes/req', '11 B/req'],
  [9.4, 'bytes/req', '9.40 B/req'],
  [1968.3, 'bytes/req', '1,968 B/req'],
  [9999, 'bytes', '9,999 B'],
  [10_000, 'bytes', '9.77 KiB'],
  [31_561_236, 'bytes', '30.1 MiB'],
  [3 * 2 ** 30, 'bytes', '3 GiB'],
  [-1024, 'bytes', '−1,024 B'],
  [12.31, 'ms', '12.3 ms'],
  [0.42, 'ms', '0.42 ms'],
  [12_340, 'ms', '12.3 s'],
  [84.21, 'us/req', '84.2 µs/req'],
  [12_000, 'us/req', '12 ms/req'],
  [18_420.4, 'req/s', '18,420 req/s'],
  [1_234_567, 'count', '1,234,567'],
  [3.04, 'objects/req', '3.04 objects/req'],
  [35.21, 'allocs/req', '35.2 allocs/req'],
  [1, 'goroutines', '1 goroutine'],
  [109, 'goroutines', '109 goroutines'],
  [0.0123, 'ratio', '1.23 %'],
  [0.15, 'ratio', '15 %'],
  [-0.0000001, 'ms', '0 ms'],
  [Number.NaN, 'ms', 'n/a'],
  [Infinity, 'bytes', 'n/a'],
])('%d %s is %s', (value, unit, shown) => {
  expect(spaced(formatValue(value, unit))).toBe(shown);
});

test('signs are true minus signs, and zero has none', () => {
  expect(spaced(formatValue(1957, 'bytes/req', 'always'))).toBe('+1,957 B/req');
  expect(spaced(formatValue(-100, 'goroutines', 'always'))).toBe('−100 goroutines');
  expect(spaced(formatValue(0, 'goroutines', 'always'))).toBe('0 goroutines');
});

describe('relative changes', () => {
  test.each([
    [0.106, '+10.6 %'],
    [-0.019, '−1.9 %'],
    [0, '0 %'],
    [-0.0004, '0 %'],
    [4.512, '+451 %'],
    [10, '+1,000 %'],
    [177.9, '×179'],
    [10.5, '×11.5'],
    [-1, '−100 %'],
    [Infinity, 'n/a'],
  ])('%d is %s', (delta, shown) => {
    expect(spaced(formatRelative(delta))).toBe(shown);
  });

  test('ends of an interval', () => {
    expect(`${bareRelative(0.041)} … ${bareRelative(0.172)}`).toBe('+4.1 … +17.2');
  });
});

test.each([
  [0.15, '15 %'],
  [0.001, '0.1 %'],
  [0.125, '12.5 %'],
  [0, '0 %'],
])('the threshold %d is %s', (share, shown) => {
  expect(spaced(formatShare(share))).toBe(shown);
});

test.each([
  [40, '40 ms'],
  [4120, '4.1 s'],
  [59_940, '59.9 s'],
  [59_960, '1 min 0 s'],
  [222_000, '3 min 42 s'],
])('%d ms take %s', (durationMs, shown) => {
  expect(spaced(formatDuration(durationMs))).toBe(shown);
});

test('times are UTC, and what is no time is not let through', () => {
  expect(formatTime('2026-11-24T23:41:07.120+01:00')).toBe('2026-11-24 22:41 UTC');
  expect(formatTime('yesterday')).toBe('an unknown time');
});

test('no number breaks over a line, and none depends on the locale', () => {
  const units: Unit[] = [
    'req/s',
    'ms',
    'us/req',
    'bytes',
    'bytes/req',
    'objects/req',
    'allocs/req',
    'goroutines',
    'ratio',
    'count',
  ];
  fc.assert(
    fc.property(fc.double({ min: -1e18, max: 1e18 }), fc.constantFrom(...units), (value, unit) => {
      const shown = formatValue(value, unit);
      expect(shown).not.toMatch(/[ -]/);
      expect(shown).toMatch(/^(?:n\/a|−?\d[\d,]*(?:\.\d+)?(?:\u00a0\S+)?)$/);
    }),
  );
});
