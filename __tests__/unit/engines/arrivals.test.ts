import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrivals, askedPerSecond, trafficDurationMs, trafficFor } from '../../../src/engines/arrivals.ts';
import { seededRandom } from '../../../src/engines/seeded-random.ts';
import type { Stage, Traffic } from '../../../src/model.ts';

const times = (stages: Stage[], spacing: Traffic['spacing'] = 'even', seed = 1): number[] => [
  ...arrivals({ stages, spacing }, seededRandom(seed)),
];

const rateStage = fc.record(
  {
    durationMs: fc.integer({ min: 1, max: 5000 }),
    perSecond: fc.double({ min: 0, max: 2000, noNaN: true }),
    toPerSecond: fc.double({ min: 0, max: 2000, noNaN: true }),
  },
  { requiredKeys: ['durationMs', 'perSecond'] },
);
const burstStage = fc.record({
  durationMs: fc.integer({ min: 1, max: 5000 }),
  burst: fc.integer({ min: 1, max: 50 }),
  everyMs: fc.integer({ min: 50, max: 2000 }),
});
const stages = fc.array(fc.oneof(rateStage, burstStage), { minLength: 1, maxLength: 5 }) as fc.Arbitrary<Stage[]>;

describe('a constant rate', () => {
  test('has equal gaps, the first request at once', () => {
    const at = times([{ durationMs: 1000, perSecond: 500 }]);
    expect(at).toHaveLength(500);
    for (const [index, ms] of at.entries()) expect(ms).toBeCloseTo(index * 2, 9);
  });

  test('goes on in the next stage as if nothing had been', () => {
    const halves: Stage[] = Array.from({ length: 4 }, () => ({ durationMs: 333, perSecond: 7 }));
    const [split, whole] = [times(halves), times([{ durationMs: 1332, perSecond: 7 }])];
    expect(split).toHaveLength(whole.length);
    for (const [index, ms] of split.entries()) expect(ms).toBeCloseTo(whole[index]!, 6);
  });
});

test('a ramp sends the requests under its line, half of them after 1/√2 of its time', () => {
  const at = times([{ durationMs: 10_000, perSecond: 0, toPerSecond: 200 }]);
  expect(at).toHaveLength(1000);
  expect(at.filter((ms) => ms < 10_000 / Math.SQRT2)).toHaveLength(500);
});

test('a burst sends all its requests at the same moment, whatever the spacing', () => {
  const stage = { durationMs: 250, burst: 3, everyMs: 100 };
  expect(times([stage])).toEqual([0, 0, 0, 100, 100, 100, 200, 200, 200]);
  expect(times([stage], 'poisson')).toEqual(times([stage]));
});

describe('a schedule for another duration', () => {
  const ramp: Stage = { durationMs: 1000, perSecond: 100, toPerSecond: 300 };

  test('is cut where it is longer, in the middle of a line too', () => {
    const whole = times([ramp, { durationMs: 1000, perSecond: 300 }]);
    const traffic = trafficFor({ stages: [ramp, { durationMs: 1000, perSecond: 300 }], spacing: 'even' }, 500);
    expect(trafficDurationMs(traffic)).toBe(500);
    const cut = times([...traffic.stages]);
    // The 76th is due at 500 ms but for rounding.
    expect(Math.abs(cut.length - whole.filter((ms) => ms < 500).length)).toBeLessThanOrEqual(1);
    for (const [index, ms] of cut.entries()) expect(ms).toBeCloseTo(whole[index]!, 6);
  });

  test('goes on with its last rate where it is shorter', () => {
    const traffic = trafficFor({ stages: [ramp], spacing: 'even' }, 2000);
    expect(traffic.stages).toEqual([ramp, { durationMs: 1000, perSecond: 300 }]);
  });
});

test('requests come in order, within the schedule, and as many as it asks for', () => {
  fc.assert(
    fc.property(stages, (given) => {
      const at = times(given);
      const traffic: Traffic = { stages: given, spacing: 'even' };
      expect(at).toEqual(at.toSorted((a, b) => a - b));
      for (const ms of at) expect(ms >= 0 && ms <= trafficDurationMs(traffic)).toBe(true);
      const asked = (askedPerSecond(traffic) * trafficDurationMs(traffic)) / 1000;
      expect(Math.abs(at.length - asked)).toBeLessThanOrEqual(1 + 1e-6 * asked);
    }),
  );
});

describe('Poisson traffic', () => {
  const at = times([{ durationMs: 100_000, perSecond: 400 }], 'poisson', 7);
  const gaps = at.map((ms, index) => ms - (at[index - 1] ?? 0));
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;

  test('has the mean and the spread of an exponential gap', () => {
    // 40,000 gaps: the mean has a standard error of 0.5 %, the deviation of 0.7 %.
    expect(mean / 2.5).toBeCloseTo(1, 1);
    const deviation = Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length);
    expect(deviation / mean).toBeCloseTo(1, 1);
  });

  test('is the same for the same seed and another for another', () => {
    const stage = { durationMs: 1000, perSecond: 50 };
    expect(times([stage], 'poisson', 3)).toEqual(times([stage], 'poisson', 3));
    expect(times([stage], 'poisson', 3)).not.toEqual(times([stage], 'poisson', 4));
  });
});
