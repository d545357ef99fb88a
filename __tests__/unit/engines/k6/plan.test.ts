import { describe, expect, test } from 'vitest';
import { dealRequests } from '../../../../src/engines/deal.ts';
import { k6Plan, quantileGrid, type K6Load } from '../../../../src/engines/k6/plan.ts';
import type { Stage, Traffic } from '../../../../src/model.ts';
import { route } from '../scenario.ts';

const origin = 'http://shop.example:8080';
const load = (parts: Partial<K6Load> = {}): K6Load => ({
  routes: [route('GET /a', { weight: 3 }), route('GET /b')],
  variants: { from: 0 },
  fields: {},
  cookies: false,
  connections: 4,
  timeoutMs: 1500,
  until: { requests: 1009 },
  ...parts,
});
const scenarioOf = (parts: Partial<K6Load>): unknown =>
  (k6Plan(origin, load(parts)).options['scenarios'] as { leakgate: unknown }).leakgate;
const traffic = (...stages: Stage[]): Traffic => ({ spacing: 'even', stages });

describe('a load of k6', () => {
  test('of so many requests is shared by all users, and by no more users than there are requests', () => {
    const shared = { executor: 'shared-iterations', maxDuration: '1800000ms', gracefulStop: '2500ms' };
    expect(scenarioOf({})).toEqual({ ...shared, vus: 4, iterations: 1009 });
    expect(scenarioOf({ until: { requests: 3 } })).toEqual({ ...shared, vus: 3, iterations: 3 });
  });

  test('of so long keeps every user busy', () => {
    const until = { durationMs: 1234.4 };
    expect(scenarioOf({ until })).toEqual({
      executor: 'constant-vus',
      vus: 4,
      duration: '1234ms',
      gracefulStop: '2500ms',
    });
  });

  test('takes a second at least, since k6 knows no shorter one', () => {
    expect(scenarioOf({ until: { durationMs: 300 } })).toMatchObject({ duration: '1000ms' });
  });

  test('of a schedule has its rates in whole requests of a thousand seconds, and jumps where the schedule jumps', () => {
    const stages = traffic({ durationMs: 2000, perSecond: 0.5 }, { durationMs: 1000, perSecond: 10, toPerSecond: 20 });
    expect(scenarioOf({ until: { traffic: stages } })).toEqual({
      executor: 'ramping-arrival-rate',
      preAllocatedVUs: 4,
      maxVUs: 4,
      timeUnit: '1000s',
      startRate: 500,
      stages: [
        { target: 500, duration: '0s' },
        { target: 500, duration: '2000ms' },
        { target: 10_000, duration: '0s' },
        { target: 20_000, duration: '1000ms' },
      ],
      gracefulStop: '2500ms',
    });
  });

  test.each([
    ['bursts', traffic({ durationMs: 1000, burst: 5, everyMs: 100 })],
    ['the gaps of a Poisson process', { ...traffic({ durationMs: 1000, perSecond: 5 }), spacing: 'poisson' as const }],
  ])('can’t be %s', (what, refused) => {
    expect(() => k6Plan(origin, load({ until: { traffic: refused } }))).toThrow(`traffic: k6 can't send ${what}`);
  });

  test('deals its routes as the other engines do', () => {
    const { next } = dealRequests(load().routes);
    expect(k6Plan(origin, load()).cycle).toEqual(Array.from({ length: 4 }, () => next().route));
  });

  test('follows no redirect, keeps no body, and keeps cookies only when asked to', () => {
    expect(k6Plan(origin, load()).options).toMatchObject({
      maxRedirects: 0,
      discardResponseBodies: true,
      noCookiesReset: false,
      systemTags: [],
    });
    expect(k6Plan(origin, load({ cookies: true })).options).toMatchObject({ noCookiesReset: true });
  });

  test.each([
    ['https://127.0.0.1:8443', true],
    ['https://shop.example', undefined],
    ['http://127.0.0.1:8080', undefined],
  ])('of %s takes a certificate unseen: %s', (address, taken) => {
    expect(k6Plan(address, load()).options['insecureSkipTLSVerify']).toBe(taken);
  });

  test('writes bodies as text where they are text, and every byte of the others', () => {
    const bytes = Uint8Array.from([0xff, 0x00, 0x01]);
    const routes = [route('POST /text', { body: Buffer.from('\uFEFFhé') }), route('POST /bytes', { body: bytes })];
    const [text, binary] = k6Plan(origin, load({ routes })).routes;
    expect(text!.body).toEqual({ text: '\uFEFFhé' });
    expect(binary!.body).toEqual({ base64: Buffer.from(bytes).toString('base64') });
  });

  test('asks for quantiles in ascending order, with those that are shown', () => {
    expect(quantileGrid.toSorted((a, b) => a - b)).toEqual(quantileGrid);
    expect(quantileGrid).toEqual(expect.arrayContaining([50, 95, 99]));
  });
});
