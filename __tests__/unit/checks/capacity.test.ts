import { describe, expect, test } from 'vitest';
import { capacity } from '../../../src/checks/capacity.ts';
import { PairUnavailable, type Bench, type JudgeContext, type RatedSide } from '../../../src/checks/check.ts';
import type { LatencyUs, LoadSummary } from '../../../src/model.ts';

const { signal } = new AbortController();
const options = capacity.options.parse({});
const auto: JudgeContext = { compare: 'auto', knownLeaks: 'fail', mismatches: [] };

const all = (us: number): LatencyUs => ({ mean: us, p50: us, p95: us, p99: us, max: us });

/** A service that answers in a millisecond up to a rate of its own, and in a second beyond it. */
function side(truth: number, asked: number[] = []): RatedSide {
  return {
    async load(perSecond, durationMs): Promise<LoadSummary> {
      asked.push(perSecond);
      const sent = Math.round((perSecond * durationMs) / 1000);
      const latency = all(perSecond <= truth ? 1000 : 1_000_000);
      return {
        engine: { name: 'open', version: '1', model: 'open' },
        connections: 8,
        durationMs,
        sent,
        answered: sent,
        errors: 0,
        timeouts: 0,
        lost: 0,
        unexpected: 0,
        statuses: { 200: sent },
        requestsPerSecond: perSecond,
        perSecond: [],
        latencyUs: latency,
        routes: [],
        open: {
          askedPerSecond: perSecond,
          sentPerSecond: perSecond,
          dropped: 0,
          serviceUs: latency,
          lagUs: all(500),
        },
      };
    },
  };
}

function benchOf(
  head: RatedSide,
  base: RatedSide | { unavailable: string } | 'dies' = { unavailable: 'no baseline yet' },
) {
  const closed: string[] = [];
  const pair =
    typeof base === 'object' && 'unavailable' in base
      ? base
      : {
          identical: false,
          baseSha: 'abc1234def',
          rated: async () => {
            if (base === 'dies') throw new PairUnavailable('the base died');
            return { head, base, [Symbol.asyncDispose]: async () => void closed.push('pair') };
          },
        };
  return { bench: { speed: { rated: head, pair }, progress: () => undefined } as unknown as Bench, closed };
}

const outcome = async (bench: Bench, compare: JudgeContext['compare'] = 'auto') => {
  const measured = await capacity.measure(bench, options, signal);
  expect(capacity.measurement.parse(JSON.parse(JSON.stringify(measured)))).toEqual(measured);
  return capacity.judge(measured, null, options, { ...auto, compare });
};

test('the highest rate that holds is found, three times, and nothing is compared without a base', async () => {
  const asked: number[] = [];
  const { summary, findings, metrics } = await outcome(benchOf(side(3000, asked)).bench);
  expect(metrics[0]!.value).toBeGreaterThan(2700);
  expect(metrics[0]!.value).toBeLessThanOrEqual(3000);
  expect(summary).toContain('hold p99 ≤ 50 ms and at most 0.1 % failing');
  expect(findings[0]).toMatchObject({ outcome: 'pass', before: null, reason: 'Not compared: no baseline yet.' });
  expect(asked.length).toBeLessThan(40);
});

describe('side by side', () => {
  test('a head that holds a third less fails', async () => {
    const { bench, closed } = benchOf(side(2000), side(3000));
    const { outcome: verdict, findings } = await outcome(bench);
    expect(verdict).toBe('fail');
    expect(findings[0]!.reason).toContain('every search of the head ended below every one of the base');
    expect(closed).toEqual(['pair']);
  });

  test.each([[3000], [2800], [4000]])('a head that holds %d of 3000 passes', async (truth) => {
    expect(await outcome(benchOf(side(truth), side(3000)).bench)).toMatchObject({ outcome: 'pass' });
  });

  test('a drop whose searches overlap can not be told', () => {
    const searches = (...rates: number[]) =>
      rates.map((perSecond) => ({ perSecond, limit: 'service' as const, trials: 9 }));
    const measured = { p99Ms: 50, maxErrors: 0.001, head: searches(700, 760, 1010), alone: null };
    const base = { sha: 'abc', searches: searches(1000, 1020, 1100) };
    expect(capacity.judge({ ...measured, base }, null, options, auto)).toMatchObject({ outcome: 'inconclusive' });
  });

  test('a base that dies only ends the comparison', async () => {
    const { findings } = await outcome(benchOf(side(500), 'dies').bench);
    expect(findings[0]).toMatchObject({ outcome: 'pass', reason: 'Not compared: the base died.' });
  });
});

test('a stored rate is shown and gates only when asked to', async () => {
  const then = await capacity.measure(benchOf(side(3000)).bench, options, signal);
  const now = await capacity.measure(benchOf(side(1000)).bench, options, signal);
  expect(capacity.judge(now, then, options, auto).findings[0]).toMatchObject({ outcome: 'warn' });
  expect(capacity.judge(now, then, options, { ...auto, compare: 'stored' })).toMatchObject({ outcome: 'fail' });
  const another = { ...then, p99Ms: 10 };
  expect(capacity.judge(now, another, options, { ...auto, compare: 'stored' }).findings[0]!.before).toBeNull();
});
