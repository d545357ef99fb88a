import { describe, expect, test } from 'vitest';
import type { CheckReport, Finding, Grade, Outcome } from '../../src/model.ts';
import { adoptionNote, headline, overall, underPolicy } from '../../src/verdict.ts';

const finding = (kind: Finding['kind'], outcome: Grade): Finding => ({
  id: `${kind}/${outcome}`,
  kind,
  metric: 'm',
  unit: 'count',
  before: null,
  after: 1,
  delta: null,
  interval: null,
  threshold: null,
  outcome,
  reason: 'Because.',
});

const check = (outcome: Outcome, findings: Finding[] = []): CheckReport => ({
  name: 'c',
  title: 'C',
  outcome,
  summary: `It is ${outcome}.`,
  findings,
  metrics: [],
  routes: [],
});

describe('fail-on', () => {
  test.each([
    ['any', 'leak', 'fail'],
    ['any', 'speed', 'fail'],
    ['regression', 'leak', 'warn'],
    ['regression', 'cost', 'fail'],
    ['leak', 'speed', 'warn'],
    ['leak', 'leak', 'fail'],
    ['leak', 'crash', 'fail'],
    ['never', 'crash', 'warn'],
  ] as const)('%s: a failed %s finding becomes %s', (failOn, kind, outcome) => {
    const judged = underPolicy(check('fail', [finding(kind, 'fail')]), failOn);
    expect(judged.findings[0]?.outcome).toBe(outcome);
    expect(judged.outcome).toBe(outcome === 'fail' ? 'fail' : 'pass');
  });

  test('what is left undecided keeps the check undecided', () => {
    const judged = underPolicy(check('fail', [finding('speed', 'fail'), finding('speed', 'inconclusive')]), 'leak');
    expect(judged.outcome).toBe('inconclusive');
  });

  test('the reason says why it does not gate', () => {
    expect(underPolicy(check('fail', [finding('leak', 'fail')]), 'never').findings[0]?.reason).toBe(
      'Because. Not gating: fail-on is never.',
    );
  });
});

test('findings are sorted worst first', () => {
  const grades = ['pass', 'warn', 'fail', 'inconclusive'] as const;
  const judged = underPolicy(
    check(
      'fail',
      grades.map((grade) => finding('leak', grade)),
    ),
    'any',
  );
  expect(judged.findings.map(({ outcome }) => outcome)).toEqual(['fail', 'inconclusive', 'warn', 'pass']);
});

test.each([
  [['pass', 'fail', 'inconclusive'], 'fail'],
  [['pass', 'inconclusive', 'skipped'], 'inconclusive'],
  [['pass', 'skipped'], 'pass'],
  [[], 'skipped'],
] as const)('%j together are %s', (outcomes, verdict) => {
  expect(overall(outcomes.map((outcome) => check(outcome)))).toBe(verdict);
});

test('the headline tells the worst, and only that', () => {
  expect(headline([check('pass'), check('fail')])).toBe('It is fail.');
  expect(headline([check('pass'), check('inconclusive')])).toBe('It is inconclusive.');
  expect(headline([check('pass')])).toBe('It is pass.');
  expect(headline([])).toBe('Nothing was checked.');
});

describe('a leak that fail-on keeps from gating', () => {
  const leaking = [
    check('fail', [{ ...finding('leak', 'fail'), site: { function: 'main.put', file: 'put.go', line: 3, stack: [] } }]),
  ];

  test('is told when it becomes part of a baseline', () => {
    expect(adoptionNote(leaking, 'regression')).toMatch(
      /^The new baseline knows a leak that didn’t gate since fail-on is regression: main\.put \(put\.go:3\)\./,
    );
  });

  test.each([
    ['any', leaking],
    ['leak', leaking],
    ['never', [check('pass', [finding('leak', 'warn'), finding('speed', 'fail')])]],
  ] as const)('with %s there may be none', (failOn, checks) => {
    expect(adoptionNote(checks, failOn)).toBeNull();
  });
});
