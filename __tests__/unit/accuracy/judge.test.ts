import { describe, expect, test } from 'vitest';
import type { Entry } from '../../accuracy/manifest.ts';
import { astray, effects, judgeRun } from '../../accuracy/judge.ts';
import { measuredSeconds } from '../../accuracy/leakgate.ts';
import type { Finding, Report } from '../../../src/model.ts';
import { sample } from './records.ts';

const [small, , , calm, slower, alike] = sample as [Entry, Entry, Entry, Entry, Entry, Entry];

const red = (id: string, at?: string): Partial<Finding> => ({
  id,
  outcome: 'fail',
  delta: null,
  interval: null,
  ...(at !== undefined && {
    site: { function: 'main.f', file: at.split(':')[0]!, line: Number(at.split(':')[1]), stack: [] },
  }),
});
const report = (verdict: Report['verdict'], findings: Partial<Finding>[] = []): Report =>
  ({ verdict, error: null, checks: [{ findings }], phases: [] }) as unknown as Report;
const marks = ['small/main.go:7', 'small/main.go:9'];

describe('a leaky service', () => {
  test('is found when one of its marked lines is named', () => {
    expect(judgeRun(small, report('fail', [red('heap-leak/site/a', 'small/main.go:9')]), marks)).toBe('found');
  });
  test('is misnamed when only other lines are red', () => {
    const other = report('fail', [red('heap-leak/site/a', 'small/main.go:8'), red('goroutine-leak/b')]);
    expect(judgeRun(small, other, marks)).toBe('misnamed');
    expect(astray(small, other, marks)).toEqual([
      { id: 'heap-leak/site/a', at: 'small/main.go:8' },
      { id: 'goroutine-leak/b', at: null },
    ]);
  });
  test('is missed when the run passes', () => expect(judgeRun(small, report('pass'), marks)).toBe('missed'));
});

test('a red finding in a healthy service is a false alarm, wherever it is', () => {
  expect(judgeRun(calm, report('fail', [red('heap-leak/mallocs')]), [])).toBe('false-alarm');
  expect(judgeRun(alike, report('fail', [red('qps/p99')]), [])).toBe('false-alarm');
  expect(judgeRun(calm, report('pass'), [])).toBe('quiet');
});

test('a slow-down is found by the metrics that it is about', () => {
  expect(judgeRun(slower, report('fail', [red('qps/p50'), red('qps/cpu')]), [])).toBe('found');
  expect(judgeRun(slower, report('fail', [red('qps/p50')]), [])).toBe('misnamed');
  expect(judgeRun(slower, report('inconclusive'), [])).toBe('undecided');
});

test('a run without a verdict is neither right nor wrong', () => {
  const broken = { ...report('fail'), error: { message: 'it didn’t start' } } as Report;
  expect(judgeRun(small, broken, marks)).toBe('broken');
  expect(judgeRun(calm, broken, [])).toBe('broken');
});

test('effects are those that have an interval', () => {
  const cpu = { id: 'qps/cpu', outcome: 'pass', delta: 0.04567, interval: [0.01, 0.08] } as Partial<Finding>;
  expect(effects(report('pass', [cpu, red('qps/p50')]))).toEqual({ 'qps/cpu': [0.0457, 0.01, 0.08] });
});

test('building is no part of measuring', () => {
  const phase = (name: string, durationMs: number) => ({ name, durationMs, startedAt: '' });
  expect(measuredSeconds({ phases: [phase('Build', 9000), phase('Heap', 20_500), phase('Goroutines', 500)] })).toBe(21);
});
