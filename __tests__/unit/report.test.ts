import { expect, test } from 'vitest';
import { LeakgateError } from '../../src/errors.ts';
import type { CheckReport, Outcome } from '../../src/model.ts';
import { assemble, runError, type Course } from '../../src/report.ts';
import { parseReport, toJson } from '../../src/reporters/index.ts';

const config = { commentKey: 'shop', lang: 'zh-CN' as const, production: { currency: 'USD' } };
const check = (outcome: Outcome): CheckReport => ({
  name: 'qps',
  title: 'Speed',
  outcome,
  summary: `It is ${outcome}.`,
  findings: [],
  metrics: [],
  routes: [],
});
const course = (reports: CheckReport[], more: Partial<Course> = {}): Course => ({
  phases: [],
  notes: ['noted'],
  measured: { reports, measurements: {} },
  ...more,
});

test.each([
  ['pass', 0],
  ['fail', 1],
  ['inconclusive', 0],
] as const)('a %s ends with exit code %d', (outcome, exitCode) => {
  const report = assemble(course([check(outcome)]), config);
  expect(report).toMatchObject({ verdict: outcome, exitCode, summary: `It is ${outcome}.`, error: null, key: 'shop' });
  expect(report.notes).toEqual(['noted']);
  expect(report).not.toHaveProperty('cost');
});

test.each([
  ['config', 2],
  ['service', 3],
  ['measurement', 4],
  ['internal', 5],
  ['interrupted', 130],
] as const)('a run that a %s error ends is red with exit code %d, and keeps what was done before', (code, exitCode) => {
  const error = runError(new LeakgateError(code, 'It ended.', { hint: 'Do this.', output: 'last words' }));
  const report = assemble(course([check('pass')], { error }), config);
  expect(report).toMatchObject({ verdict: 'fail', exitCode, summary: 'It ended.' });
  expect(report.error).toEqual({ code, message: 'It ended.', hint: 'Do this.', locations: [], output: 'last words' });
  expect(report.checks).toHaveLength(1);
});

test('a run that ended before anything was known is a whole report all the same', () => {
  const report = assemble(course([]), config);
  expect(report.baseline.reason).toBe('The run ended before a baseline was looked for.');
  expect(parseReport(toJson(report), 'result')).toEqual(report);
});
