import { describe, expect, test } from 'vitest';
import { ServiceCrashed, type OpenBench } from '../../src/bench/index.ts';
import type { JudgeContext } from '../../src/checks/check.ts';
import { goroutineLeak } from '../../src/checks/goroutine-leak.ts';
import { heapLeak } from '../../src/checks/heap-leak.ts';
import type { Config } from '../../src/config/resolve.ts';
import { canStandIn, measureChecks, standIn, storedFigures, type Measured } from '../../src/measure.ts';
import { makePhases } from '../../src/phases.ts';
import { simulate, type SimulatedService } from './checks/simulated-service.ts';

const { signal } = new AbortController();
const context: JudgeContext = { compare: 'auto', knownLeaks: 'fail', mismatches: [] };
const config = {
  checks: ['heap-leak', 'goroutine-leak'],
  options: { 'heap-leak': heapLeak.options.parse({}), 'goroutine-leak': goroutineLeak.options.parse({}) },
} as unknown as Config;

interface Panic {
  message: string;
  frames: [];
  count: number;
}

async function measured(
  service: SimulatedService,
  more: { panics?: Panic[]; crash?: Error; abort?: AbortSignal } = {},
) {
  const { bench } = simulate(service);
  if (more.crash !== undefined) {
    const { crash } = more;
    bench.leaks = {
      ...bench.leaks,
      dose: async () => {
        throw crash;
      },
    };
  }
  const open = {
    bench,
    current: () => ({ service: { recoveredPanics: () => more.panics ?? [] } }),
  } as unknown as OpenBench;
  const phases = makePhases(async (_name, body) => body());
  const into: Measured = { reports: [], measurements: {} };
  const frames = (name: string, file: string, line: number) => ({ function: name, file, line, own: true });
  const parts = { config, open, frames, stored: () => null, context, phases, into };
  await measureChecks(parts, more.abort ?? signal);
  return { into, phases: phases.list.map(({ name }) => name) };
}

describe('the checks of a run', () => {
  test('run in the order of the list, each a phase of its own, and keep what baselines need', async () => {
    const { into, phases } = await measured({ heap: { put: ({ total }) => 64 * total } });
    expect(phases).toEqual(['Heap', 'Goroutines']);
    expect(into.reports.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['heap-leak', 'fail'],
      ['goroutine-leak', 'pass'],
    ]);
    expect(into.measurements['heap-leak']).not.toHaveProperty('evidence');
    expect(into.reports[0]).toHaveProperty('evidence');
  });

  test('a handler’s panic is told once, beside what was measured', async () => {
    const { into } = await measured({}, { panics: [{ message: 'boom', frames: [], count: 3 }] });
    expect(into.reports.map(({ name }) => name)).toEqual(['heap-leak', 'service', 'goroutine-leak']);
    expect(into.reports[1]).toMatchObject({ outcome: 'fail', findings: [{ after: 3, kind: 'crash' }] });
  });

  test('a crash under load is a finding and ends the measuring', async () => {
    const crash = new ServiceCrashed({ message: 'panic: boom', frames: [], exitCode: 2, signal: null }, [
      'panic: boom',
    ]);
    const { into } = await measured({}, { crash });
    expect(into.reports).toMatchObject([{ name: 'service', outcome: 'fail' }]);
    expect(into.measurements).toEqual({});
  });

  test('any other error ends the run', async () => {
    await expect(measured({}, { crash: new Error('disk full') })).rejects.toThrow('disk full');
  });

  test('an interrupt isn’t taken for a crash', async () => {
    const crash = new ServiceCrashed({ message: 'killed', frames: [], exitCode: null, signal: 'SIGTERM' }, []);
    const stopped = AbortSignal.abort(new Error('interrupted'));
    await expect(measured({}, { crash, abort: stopped })).rejects.toThrow('interrupted');
  });
});

describe('an identical program', () => {
  test('is judged by the baseline’s figures: nothing of it is new', async () => {
    const { into } = await measured({ heap: { put: ({ total }) => 64 * total } });
    const stored = storedFigures(config, JSON.parse(JSON.stringify(into.measurements)), () => undefined);
    expect(canStandIn({ config, stored })).toBe(true);
    const { reports, measurements } = standIn({ config, stored, baseSha: 'abc', context });
    expect(reports.map(({ outcome }) => outcome)).toEqual(['pass', 'pass']);
    expect(reports[0]?.summary).toBe('Identical binary. No new heap leak.');
    expect(reports[0]?.findings[0]).toMatchObject({ outcome: 'warn', reason: expect.stringContaining('Known') });
    expect(Object.keys(measurements)).toEqual(['heap-leak', 'goroutine-leak']);
  });

  test('is measured all the same where a check has no figures, or was asked for by name', async () => {
    const { into } = await measured({});
    const { 'heap-leak': heap } = into.measurements;
    expect(canStandIn({ config, stored: storedFigures(config, { 'heap-leak': heap }, () => undefined) })).toBe(false);
    expect(canStandIn({ config: { ...config, checks: ['gc'] }, stored: () => ({}) })).toBe(false);
  });
});

test('figures in another shape count as none, and are told once', () => {
  const notes: string[] = [];
  const stored = storedFigures(config, { 'heap-leak': { leaks: 'many' }, qps: {} }, (text) => void notes.push(text));
  expect([stored('heap-leak'), stored('heap-leak'), stored('goroutine-leak'), stored('qps')]).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect(notes).toEqual([expect.stringMatching(/^Heap: the stored baseline’s figures can’t be read/)]);
});
