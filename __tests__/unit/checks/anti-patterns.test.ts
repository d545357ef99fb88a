import { describe, expect, test } from 'vitest';
import { antiPatterns } from '../../../src/checks/anti-patterns.ts';
import type { Ramp, ResilienceMeasurement } from '../../../src/checks/resilience-measurement.ts';
import { fine, hanging, open, recording, rightBreaker, times, unproxied } from './resilience-recording.ts';

const named = (measured: ResilienceMeasurement): string[] => antiPatterns(measured).map(({ id }) => id);
const evidence = (measured: ResilienceMeasurement): string => antiPatterns(measured)[0]?.evidence ?? '';
const baseline = times(30, fine);

/** Rates, refused shares and p95 in milliseconds. */
const ramp = (delayMs: number, ...steps: [number, number, number][]): Ramp => ({
  delayMs,
  limit: 'refusals',
  steps: steps.map(([perSecond, share, p95]) => ({
    perSecond,
    sent: perSecond,
    refused: Math.round(perSecond * share),
    p95Us: p95 * 1000,
  })),
});

test('nothing is named of what is right', () => {
  expect(antiPatterns(rightBreaker())).toEqual([]);
  expect(antiPatterns(unproxied(rightBreaker()))).toEqual([]);
});

describe('no half-open probe', () => {
  const stuck = { baseline, fault: [...times(3, hanging), ...times(17, open)], recovery: times(60, open) };

  test('nothing is tried after the fault', () => {
    expect(named(recording(stuck))).toEqual(['no-half-open-probe']);
    expect(evidence(recording(stuck))).toContain('none of 600 requests was tried and no call reached the dependency');
    expect(named(unproxied(recording(stuck)))).toEqual(['no-half-open-probe']);
  });

  test('tries that fail are another trouble', () => {
    const recovery = [...times(30, open), { fallback: 10, waited: 1, arrivals: 1 }, ...times(29, open)];
    expect(named(recording({ ...stuck, recovery }))).toEqual([]);
  });
});

describe('retry storm', () => {
  const retried = { fallback: 10, waited: 10, arrivals: 40 };
  const recovery = times(60, fine);

  test('several calls for each request of the fault', () => {
    const measured = recording({ baseline, fault: times(20, retried), recovery });
    expect(named(measured)).toEqual(['retry-storm']);
    expect(evidence(measured)).toContain(
      '800 calls reached the dependency for 200 requests of the fault: 4 for each, and 1 before',
    );
  });

  test('not where each request always makes so many calls, nor without a proxy', () => {
    const busy = times(30, { served: 10, arrivals: 40 });
    expect(named(recording({ baseline: busy, fault: times(20, retried), recovery: busy }))).toEqual([]);
    expect(named(unproxied(recording({ baseline, fault: times(20, retried), recovery })))).toEqual([]);
  });

  test('not when the breaker opens after a few', () => {
    expect(named(recording({ baseline, fault: [retried, ...times(19, open)], recovery }))).toEqual([]);
  });
});

describe('bucket not reset', () => {
  const limited = { limited: 10 };

  test('the first second refuses, the next ones don’t', () => {
    const measured = recording({ baseline, restart: [...times(8, limited), ...times(17, fine)] });
    expect(named(measured)).toEqual(['bucket-not-reset']);
    expect(evidence(measured)).toContain('80 of 100 requests were refused, and 0 of 150 afterwards');
  });

  test('a limiter that goes on refusing has another trouble', () => {
    expect(named(recording({ baseline, restart: times(25, limited) }))).toEqual([]);
  });
});

describe('limits', () => {
  const withRamps = (peak: Ramp, slowPeak: Ramp | null = null) => recording({ baseline }, { peak, slowPeak });

  test('a fixed threshold lets the same rate through, however long answers take', () => {
    const peak = ramp(0, [196, 0, 12], [274, 0.02, 40], [274, 0.27, 42]);
    const slow = ramp(20, [196, 0, 70], [274, 0.28, 72]);
    expect(named(withRamps(peak, slow))).toEqual(['fixed-threshold']);
    expect(evidence(withRamps(peak, slow))).toContain(
      '200 requests/s through when answers take 42 ms (p95), and 197 when they take 72 ms',
    );
    const adaptive = ramp(20, [100, 0.1, 70], [140, 0.4, 72]);
    expect(named(withRamps(peak, adaptive))).toEqual([]);
  });

  test('refusals while the p95 is flat', () => {
    const flat = ramp(0, [140, 0, 12], [196, 0.05, 12.4], [274, 0.3, 12.2]);
    expect(named(withRamps(flat))).toEqual(['rejects-while-flat']);
    expect(evidence(withRamps(flat))).toBe(
      'At 196 requests/s it refuses 5.1 % while the p95 is 12.4 ms, as at rest (12 ms).',
    );
  });

  test('a limiter that saw the latency rise keeps it down afterwards, and isn’t blamed', () => {
    expect(named(withRamps(ramp(0, [384, 0, 12], [538, 0, 31], [538, 0.2, 12.1])))).toEqual([]);
  });
});

test('refusals that don’t tell when to come back', () => {
  const phases = recording({ baseline: times(30, { served: 9, limited: 1 }) }).phases;
  expect(named(recording({ baseline }, { phases }))).toEqual([]);
  const silent = phases.map((phase) => ({ ...phase, retryAfter: 0 }));
  expect(named(recording({ baseline }, { phases: silent }))).toEqual(['no-retry-after']);
  expect(evidence(recording({ baseline }, { phases: silent }))).toBe(
    'None of 30 refusals (429 or 503) carried a Retry-After header.',
  );
});
