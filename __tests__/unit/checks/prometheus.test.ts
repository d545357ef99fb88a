import { describe, expect, test } from 'vitest';
import type { Bench, JudgeContext } from '../../../src/checks/check.ts';
import { prometheus } from '../../../src/checks/prometheus.ts';

const { signal } = new AbortController();
const context: JudgeContext = { compare: 'auto', knownLeaks: 'fail', mismatches: [] };
const parsed = (given: Record<string, unknown> = {}) =>
  prometheus.options.parse({
    'prometheus-url': 'http://127.0.0.1:9090',
    'prometheus-queries': 'open = sum(db_open)\n# no query\n\nmisses = sum(cache{kind="miss"})',
    ...given,
  });

test('queries are read line by line, an equals sign in PromQL belongs to the query', () => {
  expect(parsed().prometheusQueries).toEqual([
    { name: 'open', query: 'sum(db_open)' },
    { name: 'misses', query: 'sum(cache{kind="miss"})' },
  ]);
});

test.each([
  [{ 'prometheus-queries': 'sum(up)' }, 'name = PromQL'],
  [{ 'prometheus-queries': 'a = up\na = down' }, 'a name of its own'],
  [{ 'prometheus-url': 'file:///etc/passwd' }, 'such as http://127.0.0.1:9090'],
])('%j is refused', (given, words) => {
  expect(() => parsed(given)).toThrow(words);
});

describe('measuring', () => {
  test('reads after a scrape, loads, waits for the next scrape, reads again', async () => {
    const steps: string[] = [];
    const values = [{ value: 3 }, { value: 100 }, { value: 5 }, { missing: 'there is no such series at the moment' }];
    const answered = { sent: 2000, answered: 2000, errors: 0, timeouts: 0, lost: 0, unexpected: 0 };
    const bench = {
      progress: () => undefined,
      rest: async (ms: number) => void steps.push(`rest ${ms}`),
      external: async (_: string, query: string) => (steps.push(query), values.shift()!),
      speed: { load: async (ms: number) => (steps.push(`load ${ms}`), { summary: answered, cpuUsPerRequest: 1 }) },
    } as unknown as Bench;
    const measured = await prometheus.measure(bench, parsed(), signal);
    const both = ['sum(db_open)', 'sum(cache{kind="miss"})'];
    expect(steps).toEqual(['rest 15000', ...both, 'load 15000', 'rest 15000', ...both]);
    expect(measured).toEqual({
      requests: 2000,
      readings: [
        { name: 'open', before: 3, after: 5, missing: null },
        { name: 'misses', before: 100, after: null, missing: 'there is no such series at the moment' },
      ],
    });
    expect(prometheus.measurement.parse(JSON.parse(JSON.stringify(measured)))).toEqual(measured);
  });

  test('without an address or a query there is nothing to do', async () => {
    const options = prometheus.options.parse({});
    const measured = await prometheus.measure({} as Bench, options, signal);
    expect(prometheus.judge(measured, null, options, context).outcome).toBe('skipped');
  });
});

describe('judging', () => {
  const of = (change: number | null, requests = 1000) => ({
    requests,
    readings: [
      {
        name: 'open',
        before: 10,
        after: change === null ? null : 10 + change,
        missing: change === null ? 'gone' : null,
      },
    ],
  });
  const judge = (now: number | null, then: number | null) =>
    prometheus.judge(of(now), then === null ? null : of(then * 5, 5000), parsed(), context);

  test.each([
    ['the first run', 4, null, 'pass'],
    ['the same change for as many requests', 4, 4, 'pass'],
    ['a change at the limit', 115, 100, 'pass'],
    ['more than allowed', 116, 100, 'fail'],
    ['something where there was nothing', 1, 0, 'fail'],
    ['nothing again', 0, 0, 'pass'],
    ['less', 1, 4, 'pass'],
    ['no figure', null, 4, 'inconclusive'],
  ])('%s', (_, now, then, outcome) => {
    expect(judge(now, then).outcome).toBe(outcome);
  });

  test('says what was read', () => {
    expect(judge(6, 4).findings[0]!.reason).toBe(
      'From 10 to 16: 6 for 1,000 requests, +50.0 % against the baseline; at most +15.0 % is allowed.',
    );
  });
});
