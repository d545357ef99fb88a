import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadMetrics, routeMetrics, statusMetric } from '../../../../src/engines/k6/metric-names.ts';
import { quantileGrid } from '../../../../src/engines/k6/plan.ts';
import { mergePods, readPod, type PodResult } from '../../../../src/engines/k6/summary.ts';
import { route } from '../scenario.ts';

/** Three processes of k6 1.8.1 that shared 103 requests: 3 of 7 for `/a`, and one of 7 for each of the others. */
const recorded = [0, 1, 2].map((pod) =>
  readFileSync(join(import.meta.dirname, `../../../fixtures/engines/k6/k6-1.8.1-pod${pod}.txt`), 'utf8'),
);
const routes = ['GET /a', 'POST /b', 'PUT /bin', 'GET /bad', 'GET /t/1'].map((label) => route(label));
const sent = { routes, connections: 4, version: '1.8.1' };

describe('what several processes of k6 counted', () => {
  test('is one load', () => {
    const summary = mergePods(recorded.map(readPod), sent);
    expect(summary).toMatchObject({
      engine: { name: 'k6', version: '1.8.1', model: 'closed', protocol: 'HTTP/1.1' },
      sent: 103,
      answered: 103,
      errors: 0,
      timeouts: 0,
      lost: 0,
      unexpected: 14,
      statuses: { '200': 89, '500': 14 },
    });
    expect(summary.routes.map(({ label, requests, failed }) => [label, requests, failed])).toEqual([
      ['GET /a', 45, 0],
      ['POST /b', 15, 0],
      ['PUT /bin', 15, 0],
      ['GET /bad', 14, 14],
      ['GET /t/1', 14, 0],
    ]);
    expect(summary.durationMs).toBeGreaterThan(0);
    expect(summary.requestsPerSecond).toBeCloseTo((103 * 1000) / summary.durationMs, 6);
    expect(summary.latencyUs.p50).toBeGreaterThan(0);
    // A 500 is no latency.
    expect(summary.routes[3]!.latencyUs).toEqual({ mean: 0, p50: 0, p95: 0, p99: 0, max: 0 });
  });

  test('is found among other lines, and the last one counts', () => {
    const log = `time="…" level=info\nleakgate-result {"a":{"count":1}}\nleakgate-result {"a":{"count":2}}\nbye`;
    expect(readPod(log)).toEqual({ a: { count: 2 } });
  });

  test.each(['', 'leakgate-result {"a":', 'leakgate-result [1]', 'leakgate-result {"a":{"count":"1"}}'])(
    'that can’t be read is an error: %s',
    (log) => {
      expect(() => readPod(log)).toThrow(expect.objectContaining({ code: 'measurement' }));
    },
  );

  test('nothing at all is an error and no load of zero', () => {
    expect(() => mergePods([{}, {}], sent)).toThrow('k6 sent no request.');
  });

  test('what is due and finds no free user was asked for and timed out; what never came back is lost', () => {
    const of = routeMetrics(0);
    const pod: PodResult = {
      [of.sent]: { count: 10 },
      [of.answered]: { count: 6 },
      [of.errors]: { count: 1 },
      [of.resets]: { count: 1 },
      [of.timeouts]: { count: 2 },
      [statusMetric(200)]: { count: 6 },
      [loadMetrics.dropped]: { count: 5 },
      [loadMetrics.firstSent]: { min: 1000 },
      [loadMetrics.lastAnswered]: { max: 3000 },
    };
    const asked = { perSecond: 7.5, durationMs: 2000 };
    expect(mergePods([pod], { ...sent, asked })).toMatchObject({
      engine: { model: 'open' },
      durationMs: 2000,
      sent: 15,
      answered: 6,
      errors: 1,
      resets: 1,
      timeouts: 7,
      lost: 1,
      requestsPerSecond: 3,
      open: { askedPerSecond: 7.5, sentPerSecond: 5, dropped: 5 },
    });
  });

  test.each([
    [0, 'HTTP/1.1'],
    [6, 'HTTP/2'],
    [3, undefined],
  ])('with %i of 6 answers over HTTP/2 it spoke %s', (http2, protocol) => {
    const of = routeMetrics(0);
    const pod = { [of.sent]: { count: 6 }, [of.answered]: { count: 6 }, [loadMetrics.http2]: { count: http2 } };
    expect(mergePods([pod], sent).engine.protocol).toBe(protocol);
  });

  /** As k6 computes it. */
  const trendOf = (values: number[]): Record<string, number> => {
    const sorted = values.toSorted((a, b) => a - b);
    const quantile = (percent: number): number => {
      const at = (percent / 100) * (sorted.length - 1);
      const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
      return low + (high - low) * (at - Math.floor(at));
    };
    const quantiles = quantileGrid.map((percent) => [`p(${percent})`, quantile(percent)] as const);
    const avg = values.reduce((sum, value) => sum + value, 0) / values.length;
    return { count: values.length, avg, min: sorted[0]!, max: sorted.at(-1)!, ...Object.fromEntries(quantiles) };
  };

  test('has the quantiles of all answers together, to one answer in a hundred', () => {
    const pod = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 200, maxLength: 400 });
    fc.assert(
      fc.property(fc.array(pod, { minLength: 1, maxLength: 4 }), (pods) => {
        const results = pods.map((values) => ({
          [routeMetrics(0).sent]: { count: values.length },
          [loadMetrics.latency]: trendOf(values),
        }));
        const { latencyUs } = mergePods(results, sent);
        const all = pods.flat().toSorted((a, b) => a - b);
        const rank = (us: number): number => all.filter((value) => value <= us / 1000 + 1e-6).length / all.length;
        const slack = 0.01 + (2 * pods.length) / all.length;
        expect(Math.abs(rank(latencyUs.p50) - 0.5)).toBeLessThanOrEqual(slack);
        expect(Math.abs(rank(latencyUs.p95) - 0.95)).toBeLessThanOrEqual(slack);
        expect(Math.abs(rank(latencyUs.p99) - 0.99)).toBeLessThanOrEqual(slack);
        expect(latencyUs.max).toBe(all.at(-1)! * 1000);
        expect(latencyUs.mean).toBeCloseTo((all.reduce((sum, value) => sum + value, 0) * 1000) / all.length, 3);
      }),
    );
  });
});
