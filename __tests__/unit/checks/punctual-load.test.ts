import { expect, test } from 'vitest';
import type { Bench } from '../../../src/checks/check.ts';
import { punctualLoad } from '../../../src/checks/punctual-load.ts';
import type { LatencyUs, LoadSummary } from '../../../src/model.ts';

const all = (us: number): LatencyUs => ({ mean: us, p50: us, p95: us, p99: us, max: us });

function summary(lagMs: number | null): LoadSummary {
  const open = { askedPerSecond: 9, sentPerSecond: 9, dropped: 0, serviceUs: all(5) };
  return {
    engine: { name: 'x', version: '1', model: lagMs === null ? 'closed' : 'open' },
    connections: 1,
    durationMs: 10,
    sent: 9,
    answered: 9,
    errors: 0,
    timeouts: 0,
    lost: 0,
    unexpected: 0,
    statuses: { 200: 9 },
    requestsPerSecond: 9,
    perSecond: [],
    latencyUs: all(7),
    routes: [],
    ...(lagMs !== null && { open: { ...open, lagUs: all(lagMs * 1000) } }),
  };
}

function benchWith(lags: (number | null)[]) {
  const notes: string[] = [];
  let loads = 0;
  const load = async () => ({ summary: summary(lags[loads++] ?? null), cpuUsPerRequest: 1 });
  return {
    bench: { speed: { load }, note: (text: string) => notes.push(text) } as unknown as Bench,
    notes,
    loads: () => loads,
  };
}

test.each([[null], [0.8], [50]])('a closed loop, or a lag of %s ms, counts at once', async (lag) => {
  const { bench, notes, loads } = benchWith([lag]);
  await punctualLoad(bench, 1000);
  expect([loads(), notes]).toEqual([1, []]);
});

test('what was sent late is measured again, and said', async () => {
  const { bench, notes, loads } = benchWith([75, 51, 3]);
  const { summary: kept } = await punctualLoad(bench, 1000);
  expect(kept.open?.lagUs?.p99).toBe(3000);
  expect(loads()).toBe(3);
  expect(notes[0]).toBe('The load was repeated: one in a hundred requests started 75 ms late or more.');
});

test('a generator that never keeps up is no measurement', async () => {
  const { bench, loads } = benchWith([75, 60, 90, 1]);
  await expect(punctualLoad(bench, 1000)).rejects.toMatchObject({ code: 'measurement' });
  expect(loads()).toBe(3);
});
