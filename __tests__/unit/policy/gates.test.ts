import { describe, expect, test } from 'vitest';
import { underGates, type Gate } from '../../../src/policy/gates.ts';
import type { CheckReport, Finding } from '../../../src/model.ts';

const finding = (more: Partial<Finding>): Finding => ({
  id: 'qps/p99',
  kind: 'speed',
  metric: 'Latency p99',
  unit: 'ms',
  before: 10,
  after: 10,
  delta: 0,
  interval: null,
  threshold: { value: 0.2, of: 'relative' },
  outcome: 'pass',
  reason: 'Measured.',
  ...more,
});
const judged = (one: Finding, gates: Record<string, Gate>) => {
  const outcome = one.outcome === 'warn' ? 'pass' : one.outcome;
  const report: CheckReport = {
    name: 'qps',
    title: 'Speed',
    outcome,
    summary: 'As said.',
    findings: [one],
    metrics: [],
    routes: [],
  };
  const { reports, notes } = underGates([report], gates);
  return { report: reports[0]!, finding: reports[0]!.findings[0]!, notes };
};

test('a gate that is off warns, whatever was found', () => {
  const failed = judged(finding({ outcome: 'fail', delta: 0.5 }), { 'qps/p99': 'off' });
  expect(failed.finding).toMatchObject({ outcome: 'warn', reason: 'Measured. Its gate is off.' });
  expect(failed.report).toMatchObject({ outcome: 'pass', summary: 'Not gating: As said.' });
  expect(judged(finding({ outcome: 'inconclusive' }), { 'qps/p99': 'off' }).report.outcome).toBe('pass');
});

describe('a gate that holds both ways', () => {
  test.each<[Partial<Finding>, string]>([
    [{ delta: -0.3 }, 'fail'],
    [{ delta: -0.1 }, 'pass'],
    [{ delta: 0.3 }, 'pass'],
    [{ delta: -0.3, interval: [-0.4, -0.21] }, 'fail'],
    [{ delta: -0.3, interval: [-0.5, -0.1] }, 'pass'],
    [{ delta: 0.3, unit: 'req/s' }, 'fail'],
    [{ delta: -0.3, unit: 'req/s' }, 'pass'],
    [{ kind: 'cost', delta: -2, threshold: { value: 0.5, of: 'absolute' } }, 'fail'],
    [{ kind: 'cost', delta: -0.4, threshold: { value: 0.5, of: 'absolute' } }, 'pass'],
    [{ kind: 'leak', delta: -9, threshold: { value: 8, of: 'absolute' } }, 'pass'],
    [{ delta: null }, 'pass'],
    [{ delta: -0.9, threshold: null }, 'pass'],
  ])('%j: %s', (more, outcome) => {
    const { report } = judged(finding(more), { 'qps/p99': 'both' });
    expect(report.outcome).toBe(outcome);
    expect(report.summary).toBe(outcome === 'fail' ? 'Changed beyond the limit: Latency p99.' : 'As said.');
  });
});

test('without a word about it, only the worse fails', () => {
  expect(judged(finding({ delta: -0.9 }), {}).report.outcome).toBe('pass');
  expect(judged(finding({ delta: 0.9, outcome: 'fail' }), {}).report.outcome).toBe('fail');
});

test('a name that nothing has is told', () => {
  expect(judged(finding({}), { 'qps/p98': 'off' }).notes).toEqual([
    '`gates` names qps/p98, which no figure of this run has.',
  ]);
});
