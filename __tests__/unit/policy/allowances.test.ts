import { describe, expect, test } from 'vitest';
import { underAllowances, type Allowance } from '../../../src/policy/allowances.ts';
import type { CheckReport, Finding, Grade } from '../../../src/model.ts';

const today = '2027-03-31';
const entry = (site: string, until = today): Allowance => ({ site, reason: 'a cache, see #12', owner: 'ann', until });

const leak = (outcome: Grade): Finding => ({
  id: 'heap-leak/site/example.com/shop/session.(*Cache).Put/put()',
  kind: 'leak',
  metric: 'Heap growth',
  unit: 'bytes/req',
  before: null,
  after: 24,
  delta: null,
  interval: null,
  threshold: { value: 1, of: 'absolute' },
  outcome,
  reason: 'It grows.',
  site: { function: 'example.com/shop/session.(*Cache).Put', file: 'session/cache.go', line: 31, stack: [] },
  facts: [{ label: 'kept alive by', text: 'session.cache → map[string]*session.entry' }],
});

const check = (...findings: Finding[]): CheckReport => ({
  name: 'heap-leak',
  title: 'Heap',
  outcome: findings.some(({ outcome }) => outcome === 'fail') ? 'fail' : 'pass',
  summary: 'Every request leaves 24 B behind.',
  findings,
  metrics: [],
  routes: [],
});

const judged = (findings: Finding[], allow: Allowance[]) => {
  const { reports, notes } = underAllowances([check(...findings)], allow, today);
  return { report: reports[0]!, notes };
};

describe('an entry accepts a finding', () => {
  test.each([
    'example.com/shop/session.(*Cache).Put',
    'session.(*Cache).Put',
    'session/cache.go:31',
    'session.cache',
    'heap-leak/site/example.com/shop/session.(*Cache).Put/put()',
  ])('named %s', (site) => {
    const { report, notes } = judged([leak('fail')], [entry(site)]);
    expect(report).toMatchObject({ outcome: 'pass', summary: 'Accepted for now: Every request leaves 24 B behind.' });
    expect(report.findings[0]).toMatchObject({
      outcome: 'warn',
      reason: 'It grows. Accepted until 2027-03-31: a cache, see #12 (ann).',
    });
    expect(notes).toEqual([]);
  });

  test.each(['session', 'cache.go:31', 'session/cache.go:3', 'session.cach', 'Put', ''])('but not by %s', (site) => {
    const { report, notes } = judged([leak('fail')], [entry(site)]);
    expect(report.outcome).toBe('fail');
    expect(notes).toHaveLength(1);
  });

  test('and no other', () => {
    const other = {
      ...leak('fail'),
      id: 'other',
      site: { ...leak('fail').site!, function: 'main.put', line: 7 },
      facts: [],
    };
    const { report } = judged([leak('fail'), other], [entry('session.(*Cache).Put')]);
    expect(report).toMatchObject({ outcome: 'fail', summary: 'Every request leaves 24 B behind.' });
    expect(report.findings.map(({ outcome }) => outcome)).toEqual(['warn', 'fail']);
  });
});

describe('an entry whose last day is over', () => {
  const expired = entry('session.cache', '2027-03-30');

  test('lets its finding fail, and says whose promise that was', () => {
    const { report } = judged([leak('fail')], [expired]);
    expect(report).toMatchObject({ outcome: 'fail' });
    expect(report.findings[0]?.reason).toBe('It grows. It was accepted until 2027-03-30 only: a cache, see #12 (ann).');
  });

  test('fails a leak that the baseline knows, too', () => {
    const { report } = judged([leak('warn')], [expired]);
    expect(report).toMatchObject({ outcome: 'fail', summary: 'No longer accepted: Heap growth.' });
  });

  test('fails nothing once the leak is mended', () => {
    expect(judged([leak('pass')], [expired]).report.outcome).toBe('pass');
  });
});

test('an entry that nothing needs is told', () => {
  const { notes } = judged([leak('pass')], [entry('session.cache')]);
  expect(notes).toEqual([expect.stringMatching(/^`allow` has an entry for session\.cache \(ann, until 2027-03-31\)/)]);
});

test('what is known stays a warning without further words', () => {
  expect(judged([leak('warn')], [entry('session.cache')]).report.findings[0]).toEqual(leak('warn'));
});
