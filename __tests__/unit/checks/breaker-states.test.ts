import { expect, test } from 'vitest';
import { breakerStates, sequenceOf } from '../../../src/checks/breaker-states.ts';
import { fine, hanging, open, recording, rightBreaker, times, trial, unproxied } from './resilience-recording.ts';

const sequence = (...args: Parameters<typeof breakerStates>) => sequenceOf(breakerStates(...args));

test('a breaker that trips, tries and closes', () => {
  const states = breakerStates(rightBreaker());
  expect(sequenceOf(states)).toEqual(['closed', 'open', 'half-open', 'closed']);
  // The fault begins after 3 s and lasts for 2 s.
  expect(states.map(({ state, fromMs }) => [state, fromMs])).toEqual([
    ['closed', 3000],
    ['open', 3300],
    ['half-open', 3800],
    ['open', 3900],
    ['half-open', 4400],
    ['open', 4500],
    ['half-open', 5300],
    ['closed', 5400],
  ]);
});

test('without a proxy the answers tell the same', () => {
  expect(breakerStates(unproxied(rightBreaker()))).toEqual(breakerStates(rightBreaker()));
});

test('a breaker that never opens, and one that never closes', () => {
  const fault = times(20, hanging);
  const baseline = times(30, fine);
  expect(sequence(recording({ baseline, fault, recovery: times(60, fine) }))).toEqual(['closed']);
  const stuck = recording({ baseline, fault: [...times(3, hanging), ...times(17, open)], recovery: times(60, open) });
  expect(sequence(stuck)).toEqual(['closed', 'open']);
});

test('a breaker that lets everything through while the fault lasts has closed, not tried', () => {
  const baseline = times(30, fine);
  const fault = [...times(2, hanging), ...times(5, open), ...times(4, hanging), ...times(9, open)];
  const recovery = [...times(4, open), ...times(50, fine)];
  expect(sequence(recording({ baseline, fault, recovery }))).toEqual([
    'closed',
    'open',
    'closed',
    'open',
    'half-open',
    'closed',
  ]);
});

test('ten requests that fail at once are a try, also when they fill a bucket', () => {
  const baseline = times(30, fine);
  const reset = { fallback: 10, arrivals: 8 };
  const fault = [reset, ...times(5, open), reset, ...times(5, open)];
  const recovery = [trial, ...times(50, fine)];
  expect(sequence(recording({ baseline, fault, recovery }))).toEqual(['closed', 'open', 'half-open', 'closed']);
});

test('what a limiter refuses is no breaker, and a late call in one bucket isn’t either', () => {
  const baseline = times(30, fine);
  const shed = { served: 3, limited: 7, arrivals: 3 };
  const late = { served: 10, arrivals: 1 };
  expect(sequence(recording({ baseline, fault: times(20, shed), recovery: [late, ...times(9, fine)] }))).toEqual([
    'closed',
  ]);
});

test('no fault, no states', () => {
  expect(breakerStates(recording({ baseline: times(30, fine) }))).toEqual([]);
});
