import { describe, expect, test } from 'vitest';
import { unitTestOptions } from '../../../src/checks/unit-test-options.ts';
import { judgeTests, measurementOf, unitTests } from '../../../src/checks/unit-tests.ts';
import type { Frame, LeftGoroutines, TestedPackage, TestRun } from '../../../src/model.ts';

const frame = (name: string, file: string, line: number, own = true): Frame => ({ function: name, file, line, own });

const worker: LeftGoroutines = {
  package: 'example.com/shop/jobs',
  test: 'TestPool',
  testAt: frame('example.com/shop/jobs.TestPool', 'jobs/pool_test.go', 9),
  createdBy: frame('example.com/shop/jobs.New', 'jobs/pool.go', 9),
  stack: [frame('example.com/shop/jobs.(*Pool).work', 'jobs/pool.go', 15)],
  state: 'chan receive',
  count: 3,
  proven: true,
  alone: true,
};

const tested: TestedPackage = {
  path: 'example.com/shop/jobs',
  outcome: 'pass',
  durationMs: 12,
  cached: false,
  tests: 2,
  failed: [],
};

const run = (more: Partial<TestRun> = {}): TestRun => ({
  packages: [tested, { ...tested, path: 'example.com/shop/empty', outcome: 'none', tests: 0 }],
  left: [worker],
  failOnLeak: true,
  durationMs: 900,
  notes: [],
  ...more,
});

const lines: Record<string, string> = {
  'jobs/pool.go:9': '\tgo p.work()',
  'jobs/pool.go:15': '\tfor job := range p.jobs {',
};
const source = (file: string, line: number): string | undefined => lines[`${file}:${line}`];

const options = unitTestOptions.parse({});
const judged = (now: TestRun, before: TestRun | null = null) =>
  judgeTests(measurementOf(now, source), before === null ? null : measurementOf(before, source), options, {
    knownLeaks: 'fail',
  });

describe('a leak', () => {
  test('fails at the line that starts it, with test, wait, pattern and proof', () => {
    const { outcome, summary, findings } = judged(run());
    expect([outcome, summary]).toEqual(['fail', 'Unit tests leave 3 goroutines behind, from 1 place.']);
    const [finding] = findings;
    expect(finding).toMatchObject({
      id: 'unit-tests/example.com/shop/jobs.New/go p.work()',
      outcome: 'fail',
      after: 3,
      before: null,
      site: { file: 'jobs/pool.go', line: 9, source: 'go p.work()' },
    });
    expect(finding?.reason).toMatch(/^3 goroutines started here were still there .* Proven: /);
    expect(finding?.facts?.map(({ label, text }) => `${label}: ${text}`)).toEqual([
      'left by: TestPool (3) in example.com/shop/jobs',
      'run alone: leaks too',
      'waits in: chan receive: for job := range p.jobs {',
      'usually: a loop over a channel that is never closed',
      'usual cure: Let the sender `close` the channel when it is done.',
    ]);
  });

  test('of several tests and packages is one, at one line', () => {
    const other = { ...worker, test: 'TestStop', count: 1, alone: false, proven: false };
    const elsewhere = { ...worker, package: 'example.com/shop/api', test: null, count: 1, alone: null };
    const { findings } = judged(run({ left: [worker, other, elsewhere] }));
    expect(findings).toHaveLength(1);
    expect(findings[0]?.after).toBe(5);
    expect(findings[0]?.facts?.slice(0, 3).map(({ text }) => text)).toEqual([
      'TestPool (3) and TestStop in example.com/shop/jobs',
      'a test that nothing tells in example.com/shop/api',
      'TestStop left nothing: it takes the other tests too',
    ]);
  });

  test('that the standard library started points at the test', () => {
    const library = {
      ...worker,
      createdBy: frame('net/http/httptest.(*Server).goServe', 'net/http/httptest/server.go', 339, false),
      stack: [frame('net/http.(*Server).Serve', 'net/http/server.go', 3434, false)],
    };
    expect(judged(run({ left: [library] })).findings[0]?.site).toMatchObject({ file: 'jobs/pool_test.go', line: 9 });
    const handed = { ...library, stack: [...library.stack, frame('example.com/shop/jobs.serve', 'jobs/s.go', 4)] };
    expect(judged(run({ left: [handed] })).findings[0]?.site).toMatchObject({ file: 'jobs/s.go', line: 4 });
  });

  test('that the baseline knows is a warning, a new one beside it fails', () => {
    expect(judged(run(), run())).toMatchObject({ outcome: 'pass', findings: [{ outcome: 'warn', before: 3 }] });
    expect(judged(run(), run({ left: [] }))).toMatchObject({ outcome: 'fail', findings: [{ before: 0 }] });
  });

  test('is only told with GOLEAK_FAIL_ON_LEAK=0', () => {
    const { outcome, findings } = judged(run({ failOnLeak: false }));
    expect([outcome, findings[0]?.outcome]).toEqual(['pass', 'warn']);
    expect(findings[0]?.reason).toContain('GOLEAK_FAIL_ON_LEAK is 0');
  });
});

test('no leak: how much was looked at', () => {
  expect(judged(run({ left: [] }))).toMatchObject({
    outcome: 'pass',
    summary: '2 tests in 1 package leave no goroutine behind.',
    findings: [],
  });
});

test('without tests there is nothing to say', () => {
  expect(judged(run({ packages: [], left: [] })).outcome).toBe('skipped');
});

test('a failed test fails the check, with its first telling line', () => {
  const failed = [{ test: 'TestA', output: '=== RUN   TestA\n    a_test.go:9: got 1\n--- FAIL: TestA (0.00s)\n' }];
  const { outcome, findings } = judged(run({ left: [], packages: [{ ...tested, outcome: 'fail', failed }] }));
  expect(outcome).toBe('fail');
  expect(findings).toMatchObject([
    { kind: 'errors', metric: 'TestA of example.com/shop/jobs', reason: 'a_test.go:9: got 1' },
  ]);
});

test('what it measured is what a baseline gives back', () => {
  const measured = measurementOf(run(), source);
  const stored: unknown = JSON.parse(JSON.stringify(unitTests.forBaseline?.(measured)));
  expect(unitTests.measurement.parse(stored)).toEqual({ ...measured, failed: [], notes: [] });
});
