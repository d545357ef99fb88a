import { describe, expect, test } from 'vitest';
import type { Bench, JudgeContext } from '../../../src/checks/check.ts';
import type { CoveredLoad } from '../../../src/checks/coverage-bench.ts';
import { leakCoverage } from '../../../src/checks/leak-coverage.ts';
import type { LeakKind, LoadSummary } from '../../../src/model.ts';
import type { Goroutine } from '../../../src/pprof/stacks.ts';

const { signal } = new AbortController();
const context: JudgeContext = { compare: 'auto', knownLeaks: 'fail', mismatches: [] };
const options = (given: Record<string, unknown> = {}) => leakCoverage.options.parse(given);

const site = (kind: LeakKind, line: number, runs: number, source = `line ${line}`): CoveredLoad['sites'][number] => ({
  kind,
  frame: { function: 'main.handle', file: 'main.go', line, own: true },
  source,
  runs,
});

const goroutine = (line: number, more: Partial<Goroutine> = {}): Goroutine => ({
  id: 1,
  state: 'chan send',
  minutes: 0,
  leaked: false,
  stack: [],
  createdBy: { function: 'main.handle', file: 'main.go', line, own: true },
  ...more,
});

const summary = { sent: 1009, answered: 1009, errors: 0, timeouts: 0, lost: 0, unexpected: 0 } as LoadSummary;

async function measured(
  sites: CoveredLoad['sites'],
  goroutines: Goroutine[] = [],
  more: Pick<CoveredLoad, 'leakProof' | 'lives'> = { leakProof: true, lives: null },
) {
  const asked: number[] = [];
  const load = async (requests: number): Promise<CoveredLoad> => {
    asked.push(requests);
    return { summary, sites, goroutines, ...more };
  };
  const bench = { progress: () => undefined, leakPlan: { firstDose: 1009, budgetMs: 1 }, coverage: { load } };
  const found = await leakCoverage.measure(bench as unknown as Bench, options(), signal);
  expect(asked).toEqual([1009]);
  return found;
}

const sites = [
  site('go', 10, 1009),
  site('go', 20, 0),
  site('timer', 30, 5),
  site('channel', 10, 1009),
  site('context', 44, 0),
];

test('what became of the goroutines of each `go` statement', async () => {
  const found = await measured(sites, [
    goroutine(10),
    goroutine(10, { leaked: true, minutes: 2 }),
    goroutine(10, { state: 'select' }),
    goroutine(99),
    goroutine(10, { createdBy: null }),
  ]);
  expect(found.sites[0]!.alive).toEqual({
    count: 3,
    states: { 'chan send': 2, select: 1 },
    minutes: 2,
    proven: 1,
    wakers: { nobody: 1, referenced: 2, runtime: 0, unknown: 0 },
  });
  expect(found.sites[1]!.alive).toMatchObject({ count: 0, states: {}, minutes: 0, proven: 0 });
  expect(found.sites[2]).not.toHaveProperty('alive');
  expect(leakCoverage.measurement.parse(JSON.parse(JSON.stringify(found)))).toEqual(found);
  expect(JSON.stringify(leakCoverage.forBaseline!(found))).not.toContain('alive');
});

test.each([
  ['chan send', true, 'referenced'],
  ['chan send', false, 'unknown'],
  ['sync.Mutex.Lock', true, 'referenced'],
  ['select', true, 'referenced'],
  ['chan receive (nil chan)', false, 'nobody'],
  ['select (no cases)', false, 'nobody'],
  ['sleep', false, 'runtime'],
  ['IO wait', true, 'runtime'],
  ['syscall', true, 'runtime'],
  ['semacquire', true, 'unknown'],
  ['runnable', true, null],
  ['running', false, null],
])('who wakes a goroutine in `%s`, with proofs: %j: %s', async (state, leakProof, waker) => {
  const found = await measured(sites, [goroutine(10, { state })], { leakProof, lives: null });
  const none = { nobody: 0, referenced: 0, runtime: 0, unknown: 0 };
  expect(found.sites[0]!.alive!.wakers).toEqual(waker === null ? none : { ...none, [waker]: 1 });
});

test('how the goroutines of each `go` statement fared in the trace', async () => {
  const fared = { started: 9, ended: 8, runnableMs: 1, runningMs: 2, syscallMs: 0, blocked: [] };
  const at = (line: number) => ({ ...fared, createdBy: { ...sites[0]!.frame, line } });
  const lives = { ms: 2000, sites: [at(10), at(99)] };
  const found = await measured(sites, [], { leakProof: true, lives });
  expect(found.sites.map((one) => one.lives)).toEqual([
    { traceMs: 2000, ...fared },
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect(leakCoverage.measurement.parse(JSON.parse(JSON.stringify(found)))).toEqual(found);
  expect(JSON.stringify(leakCoverage.forBaseline!(found))).not.toContain('traceMs');
});

describe('judging', () => {
  test('tells the share of each kind, and what wasn’t reached', async () => {
    const report = leakCoverage.judge(await measured(sites), null, options(), context);
    expect(report.outcome).toBe('pass');
    expect(report.summary).toBe('1,009 requests ran 3 lines of 5 that can leak (60.0 %).');
    expect(report.coverage!.kinds).toEqual([
      { kind: 'go', sites: 2, reached: 1 },
      { kind: 'context', sites: 1, reached: 0 },
      { kind: 'timer', sites: 1, reached: 1 },
      { kind: 'channel', sites: 1, reached: 1 },
    ]);
    expect(report.coverage!.unreached.map(({ frame }) => frame.line)).toEqual([20, 44]);
    expect(report.coverage!.started.map(({ runs }) => runs)).toEqual([1009]);
    expect(report.findings).toMatchObject([{ id: 'leak-coverage/unreached', after: 0.4, threshold: null }]);
  });

  test('the routes that lead to a line are told, those that may not', async () => {
    const routes = [
      { method: 'POST', path: '/x', may: false, ran: false },
      { method: '', path: '/y', may: false, ran: true },
      { method: 'GET', path: '/z', may: true, ran: false },
    ];
    const found = await measured([{ ...site('go', 20, 0), routes }, site('go', 30, 0)]);
    const report = leakCoverage.judge(found, null, options({ 'min-leak-coverage': '50%' }), context);
    expect(report.findings[0]!.facts).toMatchObject([
      { label: 'never run', text: 'line 20' },
      { label: 'routes to it', text: 'POST /x, /y' },
      { label: 'never run', text: 'line 30' },
    ]);
    expect(report.coverage!.unreached[0]!.routes).toEqual(routes);
    expect(leakCoverage.measurement.parse(JSON.parse(JSON.stringify(found)))).toEqual(found);
    expect(JSON.stringify(leakCoverage.forBaseline!(found))).not.toContain('/x');
  });

  test.each([
    ['60%', 'pass'],
    ['61%', 'fail'],
  ])('a least share of %s: %s', async (least, outcome) => {
    const report = leakCoverage.judge(await measured(sites), null, options({ 'min-leak-coverage': least }), context);
    expect(report.outcome).toBe(outcome);
    if (outcome === 'fail')
      expect(report.findings[0]).toMatchObject({
        reason: 'The load has to run 61.0 % of them. What it doesn’t run, no check can see.',
        facts: [
          { label: 'never run', text: 'line 20', frame: { line: 20 } },
          { label: 'never run', text: 'line 44', frame: { line: 44 } },
        ],
      });
  });

  test('what a change adds is known by its text, since lines move', async () => {
    const stored = leakCoverage.forBaseline!(await measured(sites));
    const moved = sites.map((one) => ({ ...one, frame: { ...one.frame, line: one.frame.line + 3 } }));
    const none = leakCoverage.judge(await measured(moved), stored, options(), context);
    expect(none.findings.map(({ id }) => id)).toEqual(['leak-coverage/unreached']);

    const added = [...moved, site('go', 70, 12, 'go a()'), site('go', 71, 0, 'go b()'), site('pool', 72, 3, 'p.Get()')];
    const report = leakCoverage.judge(await measured(added), stored, options(), context);
    expect(report.outcome).toBe('pass');
    expect(report.findings[1]).toMatchObject({
      id: 'leak-coverage/new',
      outcome: 'warn',
      reason: 'This change adds 2 `go` statements and 1 pool use; 1 was never run under load.',
      facts: [{ text: 'go b()', frame: { line: 71 } }],
    });
  });

  test('a second line with the same text is new', async () => {
    const stored = leakCoverage.forBaseline!(await measured(sites));
    const report = leakCoverage.judge(
      await measured([...sites, site('go', 11, 4, 'line 10')]),
      stored,
      options(),
      context,
    );
    expect(report.findings[1]).toMatchObject({
      outcome: 'pass',
      reason: 'This change adds 1 `go` statement: the load ran all of it.',
    });
  });

  test('a program without such lines has nothing to prove', async () => {
    const report = leakCoverage.judge(await measured([]), null, options({ 'min-leak-coverage': '90%' }), context);
    expect(report).toMatchObject({ outcome: 'pass', findings: [], metrics: [] });
  });
});
