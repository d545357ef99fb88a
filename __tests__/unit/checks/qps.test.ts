import { describe, expect, test } from 'vitest';
import type { Bench, PairBench } from '../../../src/checks/check.ts';
import { qps } from '../../../src/checks/qps.ts';
import type { QpsMeasurement } from '../../../src/checks/speed-measurement.ts';
import { LeakgateError } from '../../../src/errors.ts';
import type { LoadSummary } from '../../../src/model.ts';
import plain from '../../fixtures/checks/qps-plain.json' with { type: 'json' };
import { fakePair, sideWindow } from './windows.ts';

const signal = new AbortController().signal;
const recorded = plain.load as LoadSummary;

describe('options', () => {
  test('have defaults, except the limits that depend on the way of comparing', () => {
    expect(qps.options.parse({})).toEqual({ duration: 10_000, speedBudget: 40_000, maxErrorRate: 0.01 });
  });

  test('are written in kebab case with units', () => {
    const given = { duration: '3s', 'speed-budget': '1m', 'max-qps-drop': '10%', 'max-cpu-increase': '0.03' };
    expect(qps.options.parse(given)).toEqual({
      duration: 3000,
      speedBudget: 60_000,
      maxErrorRate: 0.01,
      maxQpsDrop: 0.1,
      maxCpuIncrease: 0.03,
    });
  });

  test.each([
    [{ 'speed-budget': '10s' }, 'allow at least 16s'],
    [{ 'max-p99-increase': '15' }, '15%'],
    [{ maxQpsDrop: '10%' }, 'maxQpsDrop'],
  ])('refuse %j', (given, message) => {
    expect(qps.options.safeParse(given).error?.message).toContain(message);
  });
});

function fakeBench(o: { load?: LoadSummary[]; pair?: Bench['speed']['pair']; cpuUs?: number } = {}) {
  const stops: unknown[] = [];
  const loads = o.load ?? [recorded];
  const bench = {
    routes: [],
    speed: {
      load: async (stop: unknown) => {
        const summary = loads[Math.min(stops.length, loads.length - 1)]!;
        stops.push(stop);
        return { summary, cpuUsPerRequest: o.cpuUs ?? 55 };
      },
      pair: o.pair ?? { unavailable: 'there is no baseline yet' },
    },
    progress: () => undefined,
    note: () => undefined,
  } as unknown as Bench;
  return { bench, stops };
}

const calm = () => fakePair(() => ({ base: sideWindow(), head: sideWindow() }));

describe('measuring', () => {
  const options = (given: Record<string, string> = {}) => qps.options.parse(given);
  const measure = async (bench: Bench, given?: Record<string, string>) => qps.measure(bench, options(given), signal);

  test('warms up, then loads for the asked time, and gives what the schema stores', async () => {
    const { bench, stops } = fakeBench();
    const measured = await measure(bench);
    expect(stops).toEqual([2000, 10_000]);
    expect(measured).toEqual({
      load: recorded,
      cpuUsPerRequest: 55,
      pair: { kind: 'unavailable', reason: 'there is no baseline yet' },
    });
    expect(qps.measurement.parse(JSON.parse(JSON.stringify(measured)))).toEqual(measured);
  });

  test('a short load has no longer warm-up', async () => {
    const { bench, stops } = fakeBench();
    await measure(bench, { duration: '500ms' });
    expect(stops).toEqual([500, 500]);
  });

  test('pulls windows side by side, at most as many as the budget has seconds', async () => {
    const calmly = calm();
    const measured = await measure(fakeBench({ pair: calmly.pair }).bench, { 'speed-budget': '20s' });
    expect(measured.pair).toMatchObject({ kind: 'measured', planned: 20, blocks: [8] });
    const edgy = fakePair((n) => ({ base: sideWindow(), head: sideWindow({ p99: 1.2 + 0.1 * Math.sin(n * 2.3) }) }));
    await measure(fakeBench({ pair: edgy.pair }).bench, { 'speed-budget': '20s' });
    expect(edgy.seen.pulled).toBe(20);
  });

  test('a service that fails too many requests is not compared: it is red already', async () => {
    const pair = calm();
    const failing = { ...recorded, unexpected: recorded.sent / 2 };
    const measured = await measure(fakeBench({ load: [failing], pair: pair.pair }).bench);
    expect(measured.pair).toEqual({ kind: 'unavailable', reason: '50.0 % of the requests failed' });
    expect(pair.seen.started).toBe(0);
  });

  test('a system without CPU times has none', async () => {
    expect((await measure(fakeBench({ cpuUs: 0 }).bench)).cpuUsPerRequest).toBeNull();
    expect((await measure(fakeBench({ cpuUs: Number.NaN }).bench)).cpuUsPerRequest).toBeNull();
  });

  const dead = { ...recorded, answered: 0, unexpected: 0, errors: recorded.sent, statuses: {} };

  test('a service that answers nothing stops the run after the warm-up', async () => {
    const { bench, stops } = fakeBench({ load: [dead] });
    await expect(measure(bench)).rejects.toMatchObject({ code: 'measurement' });
    expect(stops).toHaveLength(1);
  });

  test('a service that stops answering after the warm-up stops the run too', async () => {
    const pair: PairBench = calm().pair;
    await expect(measure(fakeBench({ load: [recorded, dead], pair }).bench)).rejects.toBeInstanceOf(LeakgateError);
  });
});

describe('the latencies that a report draws', () => {
  const histogram = (first: number) => ({ perDecade: 20, first, counts: [3, 5, 2] });
  const load = { ...recorded, histogram: histogram(60) };
  const judged = (pair: QpsMeasurement['pair'], stored: QpsMeasurement | null) =>
    qps.judge({ load, cpuUsPerRequest: 55, pair }, stored, qps.options.parse({}), {
      compare: 'auto',
      knownLeaks: 'fail',
      mismatches: [],
    }).latencies;
  const unavailable: QpsMeasurement['pair'] = { kind: 'unavailable', reason: 'there is no baseline yet' };

  test('are those of both sides at the same time, where that was measured', async () => {
    const side = (first: number) => ({ ...sideWindow(), histogram: histogram(first) });
    const { pair } = fakePair(() => ({ base: side(50), head: side(52) }));
    const measured = await qps.measure(fakeBench({ load: [load], pair }).bench, qps.options.parse({}), signal);
    const sums = { perDecade: 20, counts: [24, 40, 16] };
    const drawn = { how: 'paired', base: { ...sums, first: 50 }, head: { ...sums, first: 52 } };
    expect(judged(measured.pair, null)).toEqual(drawn);
    const stored = qps.forBaseline!(measured);
    expect(stored.load.histogram).toEqual(load.histogram);
    expect(JSON.stringify(stored.pair)).not.toContain('histograms');
    expect(qps.measurement.parse(structuredClone(stored))).toEqual(stored);
  });

  test('are else this run’s, beside the stored ones where a baseline has them', () => {
    const { histogram: _, ...older } = load;
    const baseline = (of: LoadSummary): QpsMeasurement => ({ load: of, cpuUsPerRequest: 55, pair: unavailable });
    expect(judged(unavailable, null)).toEqual({ how: 'stored', base: null, head: load.histogram });
    expect(judged(unavailable, baseline(load))).toEqual({
      how: 'stored',
      base: load.histogram,
      head: load.histogram,
    });
    expect(judged(unavailable, baseline(older))).toMatchObject({ base: null });
  });
});
