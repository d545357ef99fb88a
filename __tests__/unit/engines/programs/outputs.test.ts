import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readK6 } from '../../../../src/engines/programs/k6-summary.ts';
import { readPlan } from '../../../../src/engines/programs/k6.ts';
import { readHits, readVegeta } from '../../../../src/engines/programs/vegeta-results.ts';
import { readWrk } from '../../../../src/engines/programs/wrk-output.ts';
import type { LoadSummary, Traffic } from '../../../../src/model.ts';
import { route } from '../scenario.ts';

const folder = join(import.meta.dirname, '../../../fixtures/engines/programs');
const recorded = (name: string): string => readFileSync(join(folder, name), 'utf8');

/** Every request that was sent ended in exactly one way, and no figure is negative or missing. */
function assertWhole(summary: LoadSummary): void {
  const { sent, answered, errors, timeouts, lost, unexpected, latencyUs } = summary;
  expect(answered + errors + timeouts + lost).toBe(sent);
  expect(unexpected).toBeLessThanOrEqual(answered);
  const figures = [sent, answered, errors, timeouts, lost, unexpected, summary.requestsPerSecond, summary.durationMs];
  for (const figure of [...figures, ...Object.values(latencyUs)]) expect(figure).toBeGreaterThanOrEqual(0);
}

describe('wrk 4.1.0', () => {
  const routes = [route('GET /json', { weight: 2 }), route('POST /nope')];
  const of = { routes, connections: 4, version: '4.1.0' };

  test('two thirds of one route and one third of another that answers 404', () => {
    const summary = readWrk(recorded('wrk-4.1.0-mixed.txt'), of);
    assertWhole(summary);
    expect(summary).toMatchObject({
      engine: { name: 'wrk', version: '4.1.0', model: 'closed', protocol: 'HTTP/1.1' },
      sent: 927,
      answered: 927,
      unexpected: 309,
      errors: 0,
      lost: 0,
      latencyUs: { p50: 4135, p95: 44613, p99: 67118, max: 80621 },
      routes: [],
    });
    expect(summary.requestsPerSecond).toBeCloseTo(927 / 1.039856);
    expect(summary.swing).toBeCloseTo(676.46 / 897.4);
  });

  test('what is on the wire when the time is up was never sent; with one route the figures are its own', () => {
    const summary = readWrk(recorded('wrk-4.1.0-one.txt'), { ...of, routes: [routes[0]!] });
    expect(summary).toMatchObject({ sent: 1201, answered: 1201, lost: 0 });
    expect(summary.routes).toEqual([{ label: 'GET /json', requests: 1201, failed: 0, latencyUs: summary.latencyUs }]);
  });

  test('expected statuses other than 2xx and 3xx are counted by the script', () => {
    expect(readWrk(recorded('wrk-4.1.0-expected.txt'), of)).toMatchObject({ answered: 946, unexpected: 473 });
  });

  test.each(['', 'unable to connect', 'leakgate-result', 'leakgate-result {"sent":1}', 'leakgate-result nonsense'])(
    '%j is no measurement',
    (text) => {
      expect(() => readWrk(text, of)).toThrow("What wrk reported can't be read.");
    },
  );

  const count = fc.nat(1_000_000);
  test('whatever it counts, each request ends in one way', () => {
    const names = ['sent', 'answered', 'unexpected', 'durationUs', 'connect', 'read', 'write', 'late'] as const;
    const shape = Object.fromEntries(names.map((name) => [name, count])) as Record<
      (typeof names)[number],
      typeof count
    >;
    fc.assert(
      fc.property(fc.record(shape), (counts) => {
        const rest = { mean: 1, p50: 1, p95: 2, p99: 3, max: 4, rateMean: 0, rateDeviation: 0 };
        const summary = readWrk(`noise\nleakgate-result ${JSON.stringify({ ...counts, ...rest })}\n`, of);
        assertWhole(summary);
        expect(summary.swing).toBeUndefined();
      }),
    );
  });
});

describe('vegeta 12.13.0', () => {
  const routes = [route('GET /json', { weight: 2 }), route('POST /nope')];
  const traffic: Traffic = { spacing: 'even', stages: [{ perSecond: 60, durationMs: 1000 }] };
  const read = async (text: string, perSecond = 60): Promise<LoadSummary> => {
    const place = await mkdtemp(join(tmpdir(), 'leakgate-test-'));
    const file = join(place, 'results.json');
    await writeFile(file, text);
    onTestFinished(async () => rm(place, { recursive: true }));
    return readVegeta([{ file, perSecond }], { routes, connections: 4, traffic, version: '12.13.0' });
  };

  test('every request with its route, status and time', async () => {
    const summary = await read(recorded('vegeta-12.13.0-mixed.json'));
    assertWhole(summary);
    expect(summary).toMatchObject({
      engine: { name: 'vegeta', version: '12.13.0', model: 'open', protocol: 'HTTP/1.1' },
      sent: 60,
      answered: 60,
      unexpected: 20,
      statuses: { 200: 40, 404: 20 },
      open: { askedPerSecond: 60, sentPerSecond: 60, dropped: 0 },
    });
    expect(summary.routes.map(({ requests, failed }) => [requests, failed])).toEqual([
      [40, 0],
      [20, 20],
    ]);
    expect(summary.durationMs).toBeGreaterThan(900);
    expect(summary.open!.lagUs!.max).toBeLessThan(1_000_000);
  });

  test('resets, closed lines and timeouts are told apart', async () => {
    const summary = await read(recorded('vegeta-12.13.0-broken.json'), 9);
    assertWhole(summary);
    expect(summary).toMatchObject({ sent: 9, answered: 0, errors: 6, resets: 3, timeouts: 3 });
  });

  test('a port that nobody listens on', async () => {
    expect(await read(recorded('vegeta-12.13.0-refused.json'), 5)).toMatchObject({
      sent: 5,
      answered: 0,
      errors: 5,
      resets: 0,
    });
  });

  test.each([
    '{}',
    'Requests [total] 5',
    '{"code":200,"timestamp":"2026-01-01T00:00:00Z","latency":1,"error":"","url":"http://a/"}',
  ])('%j is no measurement', (text) => {
    expect(() => readHits(text, 2)).toThrow("What vegeta reported can't be read.");
  });

  test('reads back what it is given, in the order of time, to the microsecond', () => {
    const hit = fc.record({
      route: fc.nat(4),
      offsetUs: fc.nat(10_000_000),
      latencyNs: fc.nat(2_000_000_000),
      code: fc.constantFrom(0, 200, 404, 503),
    });
    const start = Date.parse('2026-01-01T00:00:00Z');
    fc.assert(
      fc.property(fc.array(hit, { maxLength: 30 }), (hits) => {
        const lines = hits.map(({ route: index, offsetUs, latencyNs, code }) => {
          const whole = new Date(start + Math.floor(offsetUs / 1e6) * 1000).toISOString().slice(0, 19);
          const fraction = String(offsetUs % 1e6).padStart(6, '0');
          const url = `http://127.0.0.1:1/a,"b#${index}`;
          return JSON.stringify({ code, timestamp: `${whole}.${fraction}Z`, latency: latencyNs, error: 'EOF', url });
        });
        const seen = readHits(lines.join('\n'), 5);
        const expected = hits.toSorted((a, b) => a.offsetUs - b.offsetUs);
        expect(seen.map(({ startedMs }) => Math.round((startedMs - start) * 1000))).toEqual(
          expected.map(({ offsetUs }) => offsetUs),
        );
        expect(seen.map(({ route: index, outcome }) => [index, outcome])).toEqual(
          expected.map(({ route: index, code }) => [index, code === 0 ? 'error' : code]),
        );
      }),
    );
  });
});

describe('k6 0.54.0', () => {
  const of = { version: '0.54.0', connections: 2, ranMs: 2000 };

  test('a script with rates of its own: what it couldn’t start is dropped, not forgotten', () => {
    const summary = readK6(recorded('k6-0.54.0-arrival-rate.json'), { ...of, model: 'open' });
    assertWhole(summary);
    // 68 iterations of two requests each, of which one fails; 33 iterations found no free user.
    expect(summary).toMatchObject({
      engine: { name: 'k6', version: '0.54.0', model: 'open' },
      sent: 136 + 66,
      answered: 136,
      timeouts: 66,
      unexpected: 68,
      open: { dropped: 66 },
      statuses: {},
      routes: [],
    });
    expect(summary.requestsPerSecond).toBeCloseTo(64.27, 2);
    expect(summary.open!.askedPerSecond).toBeCloseTo((64.269 * 202) / 136, 1);
    expect(summary.latencyUs.p99).toBeCloseTo(70_263.8, 0);
  });

  test('users in a closed loop, of a script that writes a summary of its own', () => {
    const summary = readK6(recorded('k6-0.54.0-users.json'), { ...of, model: 'closed' });
    assertWhole(summary);
    expect(summary.sent).toBe(summary.answered);
    expect(summary.sent).toBeGreaterThan(0);
    expect(summary).not.toHaveProperty('open');
  });

  test('a script that sent nothing', () => {
    const summary = readK6('{"metrics":{}}', { ...of, model: 'closed' });
    assertWhole(summary);
    expect(summary).toMatchObject({ sent: 0, durationMs: 2000 });
  });

  test.each(['', '[]', '{"metrics":{"http_reqs":{"count":"many"}}}'])('%j is no measurement', (text) => {
    expect(() => readK6(text, { ...of, model: 'closed' })).toThrow("What k6 reported can't be read.");
  });

  test('whatever it counts, each request ends in one way', () => {
    const count = fc.nat(1_000_000);
    fc.assert(
      fc.property(count, count, count, count, (requests, failed, iterations, dropped) => {
        const metrics = {
          http_reqs: { count: requests, rate: requests / 7 },
          http_req_failed: { passes: failed },
          iterations: { count: iterations, rate: 1 },
          dropped_iterations: { count: dropped, rate: 1 },
        };
        const summary = readK6(JSON.stringify({ metrics }), { ...of, model: 'open' });
        expect(() => assertWhole(summary)).not.toThrow();
      }),
    );
  });

  test.each([
    ['k6-plan-rate.json', { planned: true, open: true, users: 2 }],
    ['k6-plan-none.json', { planned: false, open: false, users: 1 }],
  ])('%s', (name, plan) => {
    expect(readPlan(recorded(name))).toEqual(plan);
  });

  test('a duration alone is a plan', () => {
    const none = JSON.parse(recorded('k6-plan-none.json')) as Record<string, unknown>;
    const scenarios = { default: { executor: 'constant-vus', vus: 3, duration: '5s' } };
    expect(readPlan(JSON.stringify({ ...none, scenarios }))).toMatchObject({ planned: true, open: false });
  });
});
