import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RuntimeTrace } from '../../../src/pprof/runtime-trace.ts';
import { onAxis } from '../../../src/pprof/trace-axis.ts';

const traceOf = (fromMs: number, ends: number[]): RuntimeTrace => ({
  fromMs,
  toMs: fromMs + 2000,
  stops: [{ fromMs: fromMs + 1, toMs: fromMs + 2 }],
  collections: ends.map((toMs) => ({ fromMs: toMs - 1, toMs })),
  assists: [],
});

test('finds the shift between two clocks from the collections that both saw', () => {
  const gaps = fc.array(fc.integer({ min: 20, max: 300 }), { minLength: 8, maxLength: 30 });
  const noise = fc.array(fc.double({ min: 0, max: 0.2, noNaN: true }), { minLength: 30, maxLength: 30 });
  fc.assert(
    fc.property(
      gaps,
      noise,
      fc.integer({ min: -1e7, max: 1e7 }),
      fc.integer({ min: 0, max: 40 }),
      (steps, late, clock, delay) => {
        let at = 0;
        const seen = steps.map((gap) => (at += gap));
        // The trace begins between two collections, a little after it was asked for.
        const half = Math.floor(seen.length / 2);
        const begins = seen[half - 1]! + 10;
        const ends = seen.slice(half).map((end, index) => end - late[index]! + clock);
        const shifted = onAxis(traceOf(begins + clock, ends), seen, begins - delay);
        expect(shifted).not.toBeNull();
        // Regular collections look the same one period later; the begin of the trace tells them apart only so far.
        const missMs = shifted!.collections.map(({ toMs }) => Math.min(...seen.map((end) => Math.abs(end - toMs))));
        expect(missMs.toSorted((a, b) => a - b)[missMs.length >> 1]).toBeLessThan(1);
        expect(shifted!.stops[0]!.fromMs - shifted!.fromMs).toBeCloseTo(1, 4);
      },
    ),
  );
});

test('irregular collections leave one place only', () => {
  const seen = [110, 250, 431, 502, 777, 1031, 1290];
  const shifted = onAxis(traceOf(9420, [9501, 9776, 10_030]), seen, 400);
  expect(shifted!.fromMs).toBeCloseTo(421, 9);
  expect(shifted!.collections.map(({ toMs }) => toMs)).toEqual([502, 777, 1031]);
});

test.each([
  ['one collection alone', [100], [50, 100, 200]],
  ['collections that never meet', [100, 140, 200], [50, 155, 390]],
  ['more collections than were seen', [100, 140, 200], [50, 90]],
])('%s says nothing', (_, ends, seen) => {
  expect(onAxis(traceOf(80, ends), seen, 0)).toBeNull();
});

test('a shift that would begin before the trace was asked for is none', () => {
  expect(onAxis(traceOf(0, [10, 20, 35]), [110, 120, 135], 500)).toBeNull();
});
