import { describe, expect, test } from 'vitest';
import type { JudgeContext } from '../../../src/checks/check.ts';
import type { ResilienceMeasurement } from '../../../src/checks/resilience-measurement.ts';
import { resilience } from '../../../src/checks/resilience.ts';
import { outcomeOf, seriesOf, stretch } from '../../../src/checks/resilience-series.ts';
import type { AnswerColumns } from '../../../src/model.ts';
import { fine, hanging, open, recording, rightBreaker, times } from './resilience-recording.ts';

const fault = { dependency: '127.0.0.1:5432', does: 'blackhole' };
const options = resilience.options.parse({ fault });
const context: JudgeContext = { compare: 'auto', knownLeaks: 'fail', mismatches: [] };
const judge = (measured: ResilienceMeasurement, chosen = options) => {
  expect(resilience.measurement.parse(JSON.parse(JSON.stringify(measured)))).toEqual(measured);
  return resilience.judge(measured, null, chosen, context);
};
const findingOf = (report: ReturnType<typeof judge>, id: string) =>
  report.findings.find((one) => one.id === `resilience/${id}`);

test('a right service passes, and its breaker is told and drawn', () => {
  const report = judge(rightBreaker());
  expect(report.outcome).toBe('pass');
  expect(report.summary).toContain('closed → open → half-open → closed');
  expect(findingOf(report, 'breaker')!.reason).toBe(
    'closed → open (0.3 s into the fault) → half-open (0.3 s after it) → closed (0.4 s after it), after 2 tries that failed.',
  );
  expect(report.resilience!.buckets.served).toHaveLength(30 + 20 + 60 + 25);
  expect(report.resilience!.breaker).toHaveLength(8);
  expect(report.metrics.find(({ id }) => id === 'resilience/closed-after')!.value).toBe(400);
});

test('a phase that fails too often fails the check, with its limit', () => {
  const failing = { served: 9, failed: 1, arrivals: 10 };
  const report = judge(recording({ baseline: times(30, failing) }));
  expect(report.outcome).toBe('fail');
  expect(findingOf(report, 'baseline')).toMatchObject({ after: 0.1, threshold: { value: 0.005 }, outcome: 'fail' });
});

test('of the recovery, only the last third has to pass', () => {
  const late = [...times(39, { failed: 10, arrivals: 10 }), ...times(21, fine)];
  const report = judge(recording({ baseline: times(30, fine), fault: times(20, hanging), recovery: late }));
  expect(findingOf(report, 'recovery')).toMatchObject({ after: 0, outcome: 'pass' });
});

describe('the expected sequence', () => {
  const never = recording({ baseline: times(30, fine), fault: times(20, hanging), recovery: times(60, fine) });

  test('is asserted', () => {
    expect(findingOf(judge(never), 'breaker')).toMatchObject({
      outcome: 'fail',
      reason: 'closed. Expected: closed → open → half-open → closed.',
    });
  });

  test('may be another one, or none', () => {
    for (const breaker of [['closed'], []]) {
      const chosen = resilience.options.parse({ fault, breaker });
      expect(findingOf(judge(never, chosen), 'breaker')!.outcome).toBe('pass');
    }
  });
});

test('an anti-pattern is a finding of its own', () => {
  const stuck = recording({
    baseline: times(30, fine),
    fault: [...times(3, hanging), ...times(17, open)],
    recovery: times(60, open),
  });
  const report = judge(stuck);
  expect(report.outcome).toBe('fail');
  expect(report.summary).toContain('no half-open probe');
  expect(findingOf(report, 'no-half-open-probe')!.outcome).toBe('fail');
});

test('baselines keep no series', () => {
  expect(JSON.stringify(resilience.forBaseline!(rightBreaker())).length).toBeLessThan(2000);
});

describe('settings', () => {
  const refused = (given: unknown): string => resilience.options.safeParse(given).error?.issues[0]?.message ?? '';

  test('commands and calls are told apart', () => {
    const parsed = resilience.options.parse({ fault: { start: 'docker pause db', stop: 'POST /fault/off' } });
    expect(parsed.fault).toEqual({
      start: { command: 'docker pause db' },
      stop: { method: 'POST', target: '/fault/off' },
    });
  });

  test('what makes no sense is said in one sentence', () => {
    expect(refused({ fault: { dependency: '127.0.0.1:1' } })).toBe('write either does, with a dependency, or start');
    expect(refused({ fault: { does: 'reset' } })).toBe('does needs a dependency to be in front of');
    expect(refused({ fault: { dependency: 'db:1', does: 'delay soon' } })).toBe(
      'write delay 300ms, reset or blackhole',
    );
    expect(refused({ fault: { start: 'POST http://example.com/down' } })).toBe('write a path or a URL on this machine');
    expect(refused({ phases: { rate: 5 } })).toBe('from 10 to 10000');
  });
});

describe('from answers to the series', () => {
  const routes = [{ label: 'GET /', method: 'GET', path: '/', headers: {}, weight: 1, expectStatus: [] }];
  const answers: AnswerColumns = {
    sentMs: [10, 20, 30, 110, 120, 130],
    tookUs: [1000, 900_000, 2000, 500, 500, 3000],
    status: [200, 200, 429, 503, -1, 500],
    route: [0, 0, 0, 0, 0, 0],
    retryAfter: [false, false, true, false, false, false],
    fallback: [false, true, false, false, false, false],
  };
  const seen = { answers, arrivals: [15, 25, 125], passing: { routes, status: [429] } };

  test('each answer is one thing', () => {
    const outcomes = answers.status.map((_, index) => outcomeOf(answers, index, seen.passing));
    expect(outcomes).toEqual(['served', 'fallback', 'limited', 'unavailable', 'failed', 'failed']);
  });

  test('each request counts where it started', () => {
    expect(seriesOf(seen, 20_000, 200)).toEqual({
      bucketMs: 100,
      sent: [3, 3],
      passed: [3, 0],
      served: [1, 0],
      fallback: [1, 0],
      limited: [1, 0],
      unavailable: [0, 1],
      failed: [0, 2],
      waited: [1, 0],
      p95Us: [1000, null],
      arrivals: [2, 1],
    });
    expect(stretch(seen, 0, 100)).toEqual({
      fromMs: 0,
      toMs: 100,
      sent: 3,
      passed: 3,
      refused: 1,
      retryAfter: 1,
      p95Us: 1000,
      arrivals: 2,
    });
  });
});
