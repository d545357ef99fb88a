import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Lane } from '../../../src/engines/lanes.ts';
import { routeOrder } from '../../../src/engines/routes.ts';
import { inTurn } from '../../../src/engines/turns.ts';
import { never, route } from './scenario.ts';

interface Sent {
  side: 0 | 1;
  path: string;
}

/** A lane whose n-th request to a side takes so many milliseconds; null is a failure. Time itself doesn't pass. */
function laneOf(elapsedMs: (side: 0 | 1, n: number) => number | null, sent: Sent[] = []): Lane {
  const counts = [0, 0];
  return {
    send: async (side, { path }) => {
      sent.push({ side, path });
      const took = elapsedMs(side, counts[side]!++);
      return Promise.resolve({ good: took !== null, elapsedMs: took ?? 0 });
    },
    close: async () => Promise.resolve(),
  };
}

const home = () => [route('GET /'), route('GET /')] as const;
/** One foursome of each lane. */
const once = { durationMs: 0, swap: 0, nextTwo: home };

test('a lane goes base, head, head, base, and every other lane the other way round', async () => {
  const [first, second]: [Sent[], Sent[]] = [[], []];
  await inTurn([laneOf(() => 1, first), laneOf(() => 1, second)], once, never);
  expect(first.map(({ side }) => side)).toEqual([0, 1, 1, 0]);
  expect(second.map(({ side }) => side)).toEqual([1, 0, 0, 1]);
  const swapped: Sent[] = [];
  await inTurn([laneOf(() => 1, swapped)], { ...once, swap: 1 }, never);
  expect(swapped.map(({ side }) => side)).toEqual([1, 0, 0, 1]);
});

test('a foursome keeps to one route, so that both sides see the same mix', async () => {
  const routes = [route('GET /often', { weight: 3 }), route('GET /seldom')];
  const next = routeOrder(routes);
  const sent: Sent[] = [];
  const nextTwo = () => {
    const due = routes[next()]!;
    return [due, due] as const;
  };
  for (let i = 0; i < 8; i++) await inTurn([laneOf(() => 1, sent)], { ...once, nextTwo }, never);
  for (let at = 0; at < sent.length; at += 4) {
    expect(new Set(sent.slice(at, at + 4).map(({ path }) => path)).size).toBe(1);
  }
  expect(sent.filter(({ path }) => path === '/often')).toHaveLength(24);
});

test('failures are counted and have no latency', async () => {
  const [base, head] = await inTurn([laneOf((side, n) => (side === 1 && n === 0 ? null : 2))], once, never);
  expect(base).toMatchObject({ requests: 2, failed: 0, latencyUs: { p50: expect.closeTo(2000, 6) as number } });
  expect(head).toMatchObject({ requests: 2, failed: 1, latencyUs: { p50: expect.closeTo(2000, 6) as number } });
  const [none] = await inTurn([laneOf(() => null)], once, never);
  expect(none).toEqual({ requests: 2, failed: 2, latencyUs: { p50: 0, p95: 0, p99: 0 } });
});

/** Both sides answer `requests` times each, in the time that `elapsedMs` gives for the n-th. */
async function p99Us(requests: number, elapsedMs: (n: number) => number): Promise<number> {
  const lanes = Array.from({ length: requests / 2 }, (_, lane) => laneOf((_side, n) => elapsedMs(2 * lane + n)));
  const [base] = await inTurn(lanes, once, never);
  return base.latencyUs.p99;
}

test('a stall of one request in a hundred is in the p99, wherever the window ends', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 100, max: 600 }), fc.integer({ min: 0, max: 99 }), async (pairs, phase) => {
      const stalls = (n: number): number => ((n + phase) % 100 === 99 ? 5 : 0.25);
      expect(await p99Us(2 * pairs, stalls)).toBeGreaterThan(1.2 * 250);
    }),
    { numRuns: 60 },
  );
});

test('percentiles lie between the least and the greatest, and in order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.double({ min: 0.001, max: 1000, noNaN: true }), { minLength: 2, maxLength: 300 }),
      async (ms) => {
        const even = ms.slice(0, ms.length - (ms.length % 2));
        const lanes = Array.from({ length: even.length / 2 }, (_, lane) => laneOf((_side, n) => even[2 * lane + n]!));
        const [{ latencyUs }] = await inTurn(lanes, once, never);
        const [least, greatest] = [Math.min(...even) * 999.999, Math.max(...even) * 1000.001];
        expect(latencyUs.p50).toBeGreaterThanOrEqual(least);
        expect(latencyUs.p95).toBeGreaterThanOrEqual(latencyUs.p50 * 0.999999);
        expect(latencyUs.p99).toBeGreaterThanOrEqual(latencyUs.p95 * 0.999999);
        expect(latencyUs.p99).toBeLessThanOrEqual(greatest);
      },
    ),
    { numRuns: 100 },
  );
});

test('an error of one lane comes out when all have ended', async () => {
  let ended = false;
  const slow: Lane = {
    send: async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      ended = true;
      return { good: true, elapsedMs: 5 };
    },
    close: async () => Promise.resolve(),
  };
  const broken: Lane = { ...slow, send: async () => Promise.reject(new Error('no such header')) };
  await expect(inTurn([broken, slow], once, never)).rejects.toThrow('no such header');
  expect(ended).toBe(true);
});
