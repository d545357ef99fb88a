import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseBaseline, type StoredBaseline } from '../../../src/baseline/index.ts';
import { compareRuns } from '../../../src/history/compare.ts';
import { parseReport, renderHtml, renderTerminal, toJson } from '../../../src/reporters/index.ts';
import { evident } from '../reporters/evidence.ts';
import { reports } from '../reporters/reports.ts';

/** Figures of a real run of an example that leaks. */
const leaky = parseBaseline(
  readFileSync(new URL('../../fixtures/baseline/unbounded-cache.json', import.meta.url), 'utf8'),
  { name: 'fixture', removal: '' },
);
const heap = leaky.measurements['heap-leak'] as Record<string, unknown>;
const sha = '4be1a0709c3dd2a8f7a4c62e11e0ff7f3ad8b1c5';
const mended: StoredBaseline = {
  ...leaky,
  sha,
  branch: 'main',
  measurements: { ...leaky.measurements, 'heap-leak': { ...heap, leaks: [] } },
};
const alone = (figures: StoredBaseline) => ({ figures, report: null });

test('what only the later run leaks fails, and times are shown without a verdict', () => {
  const report = compareRuns(alone(mended), alone(leaky));
  expect(report).toMatchObject({ verdict: 'fail', exitCode: 1, key: 'accounts', baseline: { branch: 'main', sha } });
  const findings = report.checks.flatMap((check) => check.findings);
  expect(findings.filter(({ outcome }) => outcome === 'fail').map(({ kind }) => kind)).toContain('leak');
  const times = findings.filter(({ id }) => /^qps\/p\d/.test(id));
  expect(times.length).toBeGreaterThan(0);
  expect(times.every(({ outcome }) => outcome === 'pass')).toBe(true);
});

test('a run against itself has nothing new', () => {
  const report = compareRuns(alone(leaky), alone(leaky));
  expect(report.verdict).toBe('pass');
  expect(report.baseline.mismatches).toEqual([]);
  expect(renderTerminal(report, { color: false })).toContain('PASS  accounts');
});

test('the other way round the leak is gone', () => {
  expect(compareRuns(alone(leaky), alone(mended)).verdict).toBe('pass');
});

test('counts that were taken under other conditions aren’t held against each other', () => {
  const other = { ...mended, comparability: { ...mended.comparability, connections: '64' } };
  const { baseline } = compareRuns(alone(other), alone(leaky));
  expect(baseline.mismatches).toEqual(['connections: 64 then, 4 now']);
});

test('a check that the earlier run hasn’t is judged alone, and that is said', () => {
  const { 'goroutine-leak': _, ...measurements } = leaky.measurements;
  const report = compareRuns(alone({ ...leaky, measurements }), alone(leaky));
  expect(report.notes).toEqual(['Goroutines: the first of the two has no figures of it.']);
  expect(compareRuns(alone(leaky), alone({ ...leaky, measurements })).checks.map(({ name }) => name)).toEqual([
    'qps',
    'heap-leak',
  ]);
});

test('it is a result like any other, with the pictures of the later run', () => {
  const report = compareRuns(alone(mended), { figures: leaky, report: reports.failing });
  expect(parseReport(toJson(report), 'comparison')).toEqual(report);
  expect(report.checks.find(({ name }) => name === 'heap-leak')?.evidence).toEqual(
    reports.failing.checks.find(({ name }) => name === 'heap-leak')?.evidence,
  );
});

test.each([
  ['worse', compareRuns(alone(mended), { figures: leaky, report: evident })],
  ['better', compareRuns(alone(leaky), alone(mended))],
  [
    'elsewhere',
    compareRuns(alone({ ...mended, comparability: { ...mended.comparability, connections: '64' } }), alone(leaky)),
  ],
])('as a page and as text: %s', async (name, compared) => {
  const report = { ...compared, leakgate: '0.1.0' };
  const file = (end: string): string => `../../fixtures/reporters/compared/${name}.${end}`;
  await expect(renderHtml(report)).toMatchFileSnapshot(file('html'));
  await expect(renderTerminal(report, { color: false })).toMatchFileSnapshot(file('terminal.txt'));
});
