import { describe, expect, test } from 'vitest';
import { unitTestOptions } from '../../../src/checks/unit-test-options.ts';
import { judgeTests, measurementOf } from '../../../src/checks/unit-tests.ts';
import type { TestRun } from '../../../src/model.ts';
import { renderTests } from '../../../src/reporters/test-terminal.ts';

const own = (name: string, line: number) => ({ function: `x/jobs.${name}`, file: 'jobs/pool.go', line, own: true });

const run: TestRun = {
  packages: [
    { path: 'x/jobs', outcome: 'pass', durationMs: 120, cached: false, tests: 2, failed: [] },
    {
      path: 'x/api',
      outcome: 'fail',
      durationMs: 20,
      cached: false,
      tests: 1,
      failed: [{ test: 'TestGet', output: '=== RUN   TestGet\n    a_test.go:9: \u001b[2Jbad\n' }],
    },
  ],
  left: [
    {
      package: 'x/jobs',
      test: 'TestPool',
      testAt: null,
      createdBy: own('New', 9),
      stack: [own('work', 15)],
      state: 'chan receive',
      count: 3,
      proven: true,
      alone: true,
    },
  ],
  failOnLeak: true,
  durationMs: 1234,
  notes: ['A package with failing tests: goroutines are looked for once they pass.'],
};

describe('the end', () => {
  const options = unitTestOptions.parse({});
  const report = judgeTests(
    measurementOf(run, () => undefined),
    null,
    options,
    { knownLeaks: 'fail' },
  );
  const text = renderTests(report, run, { color: false }).replaceAll(/[\u00a0\u202f]/g, ' ');

  test('tells the failed test, then the leak, then the verdict', () => {
    const order = ['✘ TestGet', 'a_test.go:9', 'jobs/pool.go:9', 'TestPool (3) in x/jobs', 'failing tests', 'FAIL  '];
    const places = order.map((part) => text.indexOf(part));
    expect(places.every((place, at) => place > (places[at - 1] ?? -1))).toBe(true);
    expect(text.trimEnd().split('\n').at(-1)).toBe(
      'FAIL  Unit tests leave 3 goroutines behind, from 1 place. 1 test failed · 1 proven · 1.2 s · exit 1',
    );
  });

  test('lets no control character of a test through', () => expect(text).not.toContain('\u001b'));
});
