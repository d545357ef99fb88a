import { expect, test } from 'vitest';
import { scheduleMs, toTraffic, trafficSchema } from '../../../src/config/traffic.ts';

test('a schedule of ramps and bursts is read with its units', () => {
  const given = trafficSchema.parse({
    spacing: 'poisson',
    stages: [
      { rate: 100, to: 500, for: '10s' },
      { rate: 500, for: '1m' },
      { burst: 50, every: '500ms', for: '2s' },
    ],
  });
  expect(scheduleMs(given)).toBe(72_000);
  expect(toTraffic(given)).toEqual({
    spacing: 'poisson',
    stages: [
      { perSecond: 100, toPerSecond: 500, durationMs: 10_000 },
      { perSecond: 500, durationMs: 60_000 },
      { burst: 50, everyMs: 500, durationMs: 2000 },
    ],
  });
});

test.each([
  [{ stages: [] }],
  [{ stages: [{ rate: -1, for: '1s' }] }],
  [{ stages: [{ rate: 10 }] }],
  [{ stages: [{ burst: 10, for: '1s' }] }],
  [{ stages: [{ rate: 10, burst: 3, every: '1s', for: '1s' }] }],
  [{ stages: [{ rate: 10, for: '1s' }], spacing: 'random' }],
])('%j is refused', (given) => {
  expect(trafficSchema.safeParse(given).success).toBe(false);
});
