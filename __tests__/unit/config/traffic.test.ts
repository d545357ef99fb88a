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
  [
    'triangle',
    [
      [100, 200, 500],
      [200, 100, 500],
      [100, 200, 500],
    ],
  ],
  [
    'saw',
    [
      [100, 200, 1000],
      [100, 150, 500],
    ],
  ],
  [
    'square',
    [
      [100, 100, 500],
      [200, 200, 500],
      [100, 100, 500],
    ],
  ],
] as const)('a %s is straight lines, again and again, cut at the end', (curve, lines) => {
  const stage = { curve, rate: 100, to: 200, every: '1s', for: '1500ms' };
  const { stages } = toTraffic(trafficSchema.parse({ stages: [stage] }));
  expect(stages).toEqual(lines.map(([perSecond, toPerSecond, durationMs]) => ({ perSecond, toPerSecond, durationMs })));
});

test('a sine goes from its rate to the other and back, without a jump', () => {
  const stage = { curve: 'sine', rate: 10, to: 90, every: '4s', for: '10s' };
  const { stages } = toTraffic(trafficSchema.parse({ stages: [stage] }));
  const lines = stages.map((line) => line as { perSecond: number; toPerSecond: number; durationMs: number });
  expect(lines.reduce((sum, { durationMs }) => sum + durationMs, 0)).toBeCloseTo(10_000);
  expect(lines[0]!.perSecond).toBe(10);
  expect(Math.max(...lines.map(({ toPerSecond }) => toPerSecond))).toBeCloseTo(90);
  lines.slice(1).forEach(({ perSecond }, at) => expect(perSecond).toBeCloseTo(lines[at]!.toPerSecond, 9));
  expect(lines.at(-1)!.toPerSecond).toBeCloseTo(90);
  const requests = lines.reduce(
    (sum, line) => sum + ((line.perSecond + line.toPerSecond) / 2) * (line.durationMs / 1000),
    0,
  );
  expect(requests).toBeCloseTo(500, 0);
});

test.each([
  [{ stages: [] }],
  [{ stages: [{ curve: 'sine', rate: 1, to: 2, for: '1s' }] }],
  [{ stages: [{ curve: 'zigzag', rate: 1, to: 2, every: '1s', for: '1s' }] }],
  [{ stages: [{ curve: 'saw', rate: 1, to: 2, every: '10ms', for: '1s' }] }],
  [{ stages: [{ curve: 'saw', rate: 1, to: 2, every: '100ms', for: '10m' }] }],
  [{ stages: [{ rate: -1, for: '1s' }] }],
  [{ stages: [{ rate: 10 }] }],
  [{ stages: [{ burst: 10, for: '1s' }] }],
  [{ stages: [{ rate: 10, burst: 3, every: '1s', for: '1s' }] }],
  [{ stages: [{ rate: 10, for: '1s' }], spacing: 'random' }],
])('%j is refused', (given) => {
  expect(trafficSchema.safeParse(given).success).toBe(false);
});
