import { describe, expect, test } from 'vitest';
import { goroutineLeak } from '../../../src/checks/goroutine-leak.ts';
import { heapLeak } from '../../../src/checks/heap-leak.ts';
import { defaultRules, leakPass } from '../../../src/checks/leak-pass.ts';
import type { RetentionLook } from '../../../src/checks/check.ts';
import type { RetainedChain } from '../../../src/model.ts';
import { emptyLook, frameOf, simulate, type History, type SimulatedService } from './simulated-service.ts';

const signal = new AbortController().signal;
const plain = ['warm-up 500', 'warm-up 1500', 'dose 1009', 'dose 2018', 'dose 4036'];
const more = ['dose 4036', 'dose 8072', 'dose 16144'];
/** How a pass ends that found a leak. */
const last = 'recorded dose 1009';
const rests = (times: number): string[] => Array.from({ length: times }, () => 'rest 2500');

async function run(service: SimulatedService) {
  const { bench, asked, notes } = simulate(service);
  const heapOptions = heapLeak.options.parse({});
  const heap = await heapLeak.measure(bench, heapOptions, signal);
  const goroutines = await goroutineLeak.measure(bench, goroutineLeak.options.parse({}), signal);
  heapLeak.measurement.parse(heap);
  goroutineLeak.measurement.parse(goroutines);
  return { asked, notes, heap, goroutines };
}

describe('a healthy service costs three doses', () => {
  test.each<[string, SimulatedService]>([
    ['nothing grows', { heap: { handler: () => 4096 }, goroutines: { worker: () => 8 } }],
    ['a cache that was full after the warm-up', { heap: { put: ({ total }) => 100 * Math.min(total, 2000) } }],
    ['a pool of workers that has reached its size', { goroutines: { start: ({ total }) => Math.min(64, total / 30) } }],
  ])('%s', async (_name, service) => {
    const { asked, heap, goroutines } = await run(service);
    expect(asked).toEqual(plain);
    expect(heap.leaks).toEqual([]);
    expect(goroutines.leaks).toEqual([]);
  });
});

describe('suspicion escalates before it fails', () => {
  test('a heap leak: rest, larger doses, rest, and then only', async () => {
    const { asked, heap } = await run({ heap: { put: ({ total }) => 16 * total } });
    expect(asked).toEqual([...plain, ...rests(1), ...more, 'dose 32288', ...rests(6), last]);
    expect(heap.leaks).toMatchObject([
      { bytesPerRequest: 16, growsWith: 'requests', own: true, heldBy: null, routes: [] },
    ]);
    expect(heap.leaks[0]?.site).toMatchObject({ function: 'main.put', file: 'put.go', source: 'text of put.go:1' });
  });

  test('a cache that fills during the first doses is cleared by the larger ones', async () => {
    const { asked, heap } = await run({ heap: { put: ({ total }) => 100 * Math.min(total, 12_000) } });
    expect(asked).toEqual([...plain, ...rests(1), ...more]);
    expect(heap.leaks).toEqual([]);
  });

  test('a table that fills ever more slowly is cleared by the larger ones, though it never quite stops', async () => {
    const filled = ({ total }: History): number => 128 * 4096 * (1 - Math.exp(-total / 9 / 4096));
    const { asked, heap } = await run({ heap: { put: filled } });
    expect(asked).toEqual([...plain, ...rests(1), ...more]);
    expect(heap.leaks).toEqual([]);
  });

  test('work that ends after the response is cleared by the first rest', async () => {
    const busy = ({ nowMs, loadedMs, total }: History): number => (nowMs - loadedMs < 1500 ? total : 0);
    const { asked, goroutines } = await run({
      goroutines: { handle: busy },
      heap: { handle: (now) => 512 * busy(now) },
    });
    expect(asked).toEqual([...plain, ...rests(1)]);
    expect(goroutines.leaks).toEqual([]);
  });

  test('work that takes 8 seconds is cleared while it drains', async () => {
    const busy = ({ nowMs, loadedMs, total }: History): number => (nowMs - loadedMs < 8000 ? total / 20 : 0);
    const { asked, goroutines } = await run({ goroutines: { handle: busy } });
    expect(asked).toEqual([...plain, ...rests(1), ...more, ...rests(4)]);
    expect(goroutines.leaks).toEqual([]);
  });

  test('what the collector proves needs no closer look', async () => {
    const { asked, goroutines } = await run({ goroutines: { handle: ({ total }) => total / 100 }, proven: ['handle'] });
    expect(asked).toEqual([...plain, ...rests(1), last]);
    expect(goroutines.leaks).toMatchObject([{ proven: true, site: { file: 'handle.go', line: 10 } }]);
    expect(goroutines.leaks[0]?.perThousand).toBeCloseTo(10, 0);
  });

  test('one goroutine that got stuck at the start is no leak per request', async () => {
    const { asked, goroutines } = await run({ goroutines: { start: () => 1 }, proven: ['start'] });
    expect(asked).toEqual(plain);
    expect(goroutines.leaks).toEqual([]);
  });

  test('what the collector can’t prove is suspected, watched and found', async () => {
    const { asked, goroutines } = await run({ goroutines: { handle: ({ total }) => total / 100 }, proven: [] });
    expect(asked).toEqual([...plain, ...rests(1), ...more, ...rests(6), last]);
    expect(goroutines.leaks).toMatchObject([{ proven: false, restedMs: 15_000 }]);
  });

  test('descriptors', async () => {
    const { asked, goroutines } = await run({ descriptors: ({ total }) => 8 + total / 50 });
    expect(asked).toEqual([...plain, ...rests(1), ...more, ...rests(6), last]);
    expect(goroutines.descriptors).toMatchObject({ collected: false, heldBy: null, site: null });
    expect(goroutines.descriptors?.perThousand).toBeCloseTo(20, 0);
  });
});

describe('containers without entries of their own', () => {
  const doubling = (bytes: number): number => 36 * 1024 * 2 ** Math.max(0, Math.ceil(Math.log2(bytes / (36 * 1024))));

  test('a map that grows for ever is a leak after one more doubling', async () => {
    const { asked, heap } = await run({
      requestsPerSecond: 10_000,
      containers: { put: ({ total }) => doubling(24 * total) },
    });
    expect(asked).toEqual([...plain, ...rests(1), ...more, 'dose 32288', 'dose 64576 over 1', ...rests(6), last]);
    expect(heap.leaks).toHaveLength(1);
    expect(heap.leaks[0]?.requests).toEqual([4036, 8072, 16_144, 32_288, 64_576]);
  });

  test('one whose entries expire follows the pace, and is cleared by a slower load', async () => {
    // Under a load that gets faster by itself, as on a busy machine, the table doubles in step with the doses.
    const pace = (total: number): number => 300 + 0.2 * total;
    const { asked, heap } = await run({
      leakPlan: { firstDose: 1_009, budgetMs: 300_000 },
      requestsPerSecond: pace,
      containers: { put: ({ peakPace }) => doubling(40 * 2.25 * peakPace) },
    });
    expect(asked.filter((what) => what.endsWith('over 1'))).toHaveLength(1);
    expect(heap.leaks).toEqual([]);
  });

  test('one in a service too slow for that is judged by what was seen', async () => {
    const { asked, heap } = await run({
      requestsPerSecond: 600,
      containers: { put: ({ total }) => doubling(24 * total) },
    });
    expect(asked.filter((what) => what.startsWith('dose'))).toHaveLength(6);
    expect(heap.leaks).toHaveLength(1);
  });

  test('one at its high-water mark, whose entries expire, is cleared by it', async () => {
    const busiest = ({ total }: History): number => Math.min(total, 37_000);
    const { asked, heap } = await run({ containers: { put: (now) => doubling(24 * busiest(now)) } });
    expect(asked).toEqual([...plain, ...rests(1), ...more, 'dose 32288']);
    expect(heap.leaks).toEqual([]);
  });

  test('the map of a cache that filled up while the doses went on is none', async () => {
    const { heap } = await run({
      heap: { put: ({ total }) => 48 * Math.min(total, 12_000) },
      containers: {
        put: ({ total }) =>
          (total < 3100 ? 36 : total < 6000 ? 72 : total < 14_000 ? 144 : total < 30_000 ? 234 : 288) * 1024,
      },
    });
    expect(heap.leaks).toEqual([]);
  });
});

test('what grows with time is told apart from what grows with requests', async () => {
  const { heap } = await run({ heap: { tick: ({ nowMs }) => 100 * nowMs, put: ({ total }) => 16 * total } });
  expect(heap.leaks.map(({ id, growsWith }) => [id.split('/')[0], growsWith])).toEqual([
    ['main.tick', 'time'],
    ['main.put', 'requests'],
  ]);
});

test('the route that leaks is named, and the one that doesn’t isn’t', async () => {
  const { asked, heap, goroutines } = await run({
    routes: ['GET /users', 'GET /health', 'POST /orders'],
    heap: { users: ({ requests }) => 64 * (requests['GET /users'] ?? 0) },
    goroutines: { orders: ({ requests }) => (requests['POST /orders'] ?? 0) / 3 },
    proven: ['orders'],
  });
  expect(asked.slice(-4)).toEqual(['dose 1009 GET /users', 'dose 1009 GET /health', 'dose 1009 POST /orders', last]);
  expect(heap.leaks.map(({ routes }) => routes)).toEqual([['GET /users']]);
  expect(goroutines.leaks.map(({ routes }) => routes)).toEqual([['POST /orders']]);
});

test('a route that only fails can’t be blamed', async () => {
  const { heap } = await run({
    routes: ['GET /users', 'GET /broken'],
    heap: { users: ({ total }) => 64 * total },
    failed: (requests, routes) => (routes.length === 1 && routes[0]?.label === 'GET /broken' ? requests : 0),
  });
  expect(heap.leaks[0]?.routes).toEqual(['GET /users']);
});

test('requests that fail are told, since they may not leak what others do', async () => {
  const { notes } = await run({ failed: (requests) => Math.round(requests / 50) });
  expect(notes).toEqual([expect.stringMatching(/^\d+ of 7063 requests of the leak rounds failed/)]);
  expect((await run({ failed: (requests) => Math.round(requests / 500) })).notes).toEqual([]);
});

describe('who keeps it alive', () => {
  const leaking = { heap: { put: ({ total }: History) => 64 * total } };

  test('a chain that leads to the line stands with the leak', async () => {
    const put = frameOf('put');
    const chain = {
      root: 'main.cache',
      retainedBytes: 64 * 35_315,
      sites: [put],
      steps: [
        { text: 'main.cache', objects: 0, retainedBytes: 64 * 35_315, frame: null },
        { text: 'main.put put.go:1', objects: 35_315, retainedBytes: 64 * 35_315, frame: put },
      ],
    };
    const counted = { reachableBytes: 1_000_000, heapAllocBytes: 1_000_700 };
    const { heap } = await run({
      ...leaking,
      retention: { counted, chainsSince: () => [chain], waysSince: () => [], heapSince: () => [] },
    });
    expect(heap.leaks[0]?.keptBy).toMatchObject({ root: 'main.cache', chain: 'main.cache → main.put put.go:1' });
  });

  test('is counted over one more dose, and what that doesn’t show is told from all before it', async () => {
    const chain = (root: string, retainedBytes: number, requests: number, exact: boolean): RetainedChain => ({
      root,
      retainedBytes,
      requests,
      exact,
      sites: exact ? [frameOf('put')] : [frameOf('append')],
      steps: [{ text: root, objects: 0, retainedBytes, frame: null }],
    });
    const sampled = [chain('main.cache', 9e6, 7063, false), chain('main.list', 8e5, 7063, false)];
    const look: RetentionLook = { ...emptyLook, chainsSince: () => sampled };
    const before: RetentionLook = { ...emptyLook };
    const after: RetentionLook = {
      ...emptyLook,
      chainsSince: (since) =>
        since === before ? [chain('main.small', 1009, 1009, true), chain('main.cache', 1e6, 1009, true)] : [],
    };
    const { bench, asked } = simulate({ ...leaking, retention: look, recorded: { before, after } });
    const { chains } = await leakPass(bench, defaultRules, signal);
    expect(asked.at(-1)).toBe(last);
    expect(chains.map(({ root, exact }) => [root, exact])).toEqual([
      ['main.cache', true],
      ['main.list', false],
      ['main.small', true],
    ]);
    // The array that had room left in the dose belongs to the leak all the same.
    expect(chains[0]!.sites.map(({ file }) => file)).toEqual(['put.go', 'append.go']);
  });

  test('is told by samples where the dose can’t be counted', async () => {
    const sampled = { root: 'main.cache', retainedBytes: 900, sites: [frameOf('put')], steps: [], exact: false };
    const retention: RetentionLook = { ...emptyLook, chainsSince: () => [sampled] };
    const recorded = { unavailable: 'the heap is larger than 1 GiB' };
    const { heap, notes } = await run({ ...leaking, retention, recorded });
    expect(heap.leaks[0]?.keptBy?.root).toBe('main.cache');
    expect(notes).toEqual(['Who keeps the memory alive couldn’t be counted: the heap is larger than 1 GiB.']);
  });

  test('where it can’t be told, the leak stands without, and the report says why', async () => {
    const { heap, notes } = await run({ ...leaking, retention: { unavailable: 'the heap is larger than 1 GiB' } });
    expect(heap.leaks[0]?.keptBy).toBeNull();
    expect(notes).toEqual([expect.stringContaining('the heap is larger than 1 GiB')]);
  });
});

describe('limits', () => {
  test('a slow service gets smaller doses and the reader a note', async () => {
    const { asked, notes } = await run({ requestsPerSecond: 20 });
    expect(asked).toEqual(['warm-up 500', 'dose 251', 'dose 502', 'dose 1004']);
    expect(notes).toEqual([expect.stringContaining('20 requests/s')]);
  });

  test('only so many routes are tried', async () => {
    const routes = Array.from({ length: 15 }, (_, index) => `GET /${index}`);
    const { asked, notes } = await run({ routes, heap: { put: ({ total }) => 64 * total } });
    expect(asked.filter((what) => what.includes('GET'))).toHaveLength(12);
    expect(notes).toEqual([expect.stringContaining('first 12 of 15 routes')]);
  });

  test.each([
    ['the warm-up', () => 500],
    ['a dose', (requests: number) => (requests === 2018 ? requests : 0)],
  ])('nothing answered in %s is no measurement', async (_name, failed) => {
    const { bench } = simulate({ failed });
    await expect(leakPass(bench, defaultRules, signal)).rejects.toMatchObject({
      code: 'measurement',
      message: /answered none/,
    });
  });

  test('both checks share one pass', async () => {
    const { bench, asked } = simulate({});
    await Promise.all([leakPass(bench, defaultRules, signal), leakPass(bench, defaultRules, signal)]);
    expect(asked).toEqual(plain);
  });

  test('an interruption ends it', async () => {
    const { bench, asked } = simulate({});
    await expect(leakPass(bench, defaultRules, AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped');
    expect(asked).toEqual(plain.slice(0, 2));
  });
});

describe('a leak on a rare route', () => {
  const routes = ['GET /a', 'GET /b', 'GET /c', 'GET /d', 'GET /e', 'GET /f', 'GET /g', 'GET /h', 'GET /rare'];
  const rare = ({ requests }: History): number => 64 * Math.floor((requests['GET /rare'] ?? 0) / 10);

  test('is one of that route’s requests, however little it is for each of all', async () => {
    const { heap } = await run({ routes, heap: { keep: rare } });
    expect(heap.leaks).toMatchObject([{ routes: ['GET /rare'] }]);
    expect(heap.leaks[0]?.bytesPerRequest).toBeCloseTo(0.71, 1);
    expect(heap.leaks[0]?.bytesPerDrivingRequest).toBeCloseTo(6.4, 1);
    const context = { compare: 'auto', knownLeaks: 'fail', mismatches: [] } as const;
    const { findings } = heapLeak.judge(heap, null, heapLeak.options.parse({}), { ...context, mismatches: [] });
    expect(findings[0]).toMatchObject({
      outcome: 'fail',
      facts: expect.arrayContaining([expect.objectContaining({ label: 'each of those' })]),
    });
  });

  test('what every route drives a little is none', async () => {
    const { heap } = await run({ routes, heap: { keep: ({ total }) => 0.7 * total } });
    const context = { compare: 'auto', knownLeaks: 'fail', mismatches: [] } as const;
    const judged = heapLeak.judge(heap, null, heapLeak.options.parse({}), { ...context, mismatches: [] });
    expect(judged.outcome).toBe('pass');
  });
});

test('a cache of 30,000 entries that fills while it is watched is cleared, entries and table', async () => {
  const entries = ({ total }: History): number => Math.min(total, 30_000);
  const { heap } = await run({
    heap: { put: (now) => 112 * entries(now) },
    containers: {
      table: (now) => 36 * 1024 * 2 ** Math.ceil(Math.log2(Math.max(1, (40 * entries(now)) / (36 * 1024)))),
    },
  });
  expect(heap.leaks).toEqual([]);
});

describe('what the process holds', () => {
  test('descriptors are told by what they are', async () => {
    const { goroutines } = await run({
      descriptors: ({ total }) => 8 + total / 50,
      openFiles: ({ total }) => ({ 'connection to 127.0.0.1:5432': total / 50, pipe: 2, 'listener on port 80': 1 }),
    });
    expect(goroutines.descriptors?.kinds?.map(({ what }) => what)).toEqual(['connection to 127.0.0.1:5432']);
    const context = { compare: 'auto', knownLeaks: 'fail', mismatches: [] } as const;
    const judged = goroutineLeak.judge(goroutines, null, { maxLeakedGoroutines: 0 }, { ...context, mismatches: [] });
    expect(judged.findings[0]?.facts?.[0]).toEqual({
      label: 'they are',
      text: expect.stringMatching(/^[\d,]+ × connection to 127\.0\.0\.1:5432$/),
    });
  });

  const context = { compare: 'auto', knownLeaks: 'fail', mismatches: [] as string[] } as const;
  const judge = (
    goroutines: Awaited<ReturnType<typeof run>>['goroutines'],
    baseline: typeof goroutines | null = null,
  ) => goroutineLeak.judge(goroutines, baseline, { maxLeakedGoroutines: 0 }, context);

  test('threads that grow with the requests are a finding, known once they are the baseline', async () => {
    const { asked, goroutines } = await run({ threads: ({ total }) => 9 + total / 100 });
    expect(asked).toEqual([...plain, ...rests(1), ...more, ...rests(6), last]);
    const judged = judge(goroutines);
    expect(judged).toMatchObject({ outcome: 'fail', summary: '1,000 requests leave 10 threads behind.' });
    expect(judged.findings[0]).toMatchObject({
      id: 'goroutine-leak/threads/threads',
      metric: 'Threads left by 1,000 requests',
    });
    expect(judge(goroutines, goroutines).outcome).toBe('pass');
    expect(judge(goroutines, { ...goroutines, threads: null }).findings[0]).toMatchObject({
      before: 0,
      outcome: 'fail',
    });
  });

  test('threads that leaking goroutines occupy go with them', async () => {
    const { goroutines } = await run({
      threads: ({ total }) => 9 + total / 100,
      goroutines: { handle: ({ total }) => total / 100 },
    });
    expect(judge(goroutines).findings.map(({ id, outcome }) => [id.split('/')[1], outcome])).toEqual([
      ['main.handle', 'fail'],
      ['threads', 'warn'],
    ]);
  });

  test('a few threads more under load are none', async () => {
    const { asked, goroutines } = await run({ threads: ({ total }) => 9 + Math.floor(total / 2000) });
    expect(asked).toEqual(plain);
    expect(goroutines.threads).toBeNull();
  });
});

test('a service that gets slower as it leaks doesn’t take more than twice its budget', async () => {
  const { asked, heap } = await run({
    routes: ['GET /a', 'GET /b', 'GET /metrics'],
    requestsPerSecond: (total) => 4_000_000 / (total + 2_000) ** 1.2,
    heap: { label: ({ total }) => 64 * total },
  });
  expect(heap.leaks).toHaveLength(1);
  const sent = asked.filter((what) => what.startsWith('dose')).map((what) => Number(/\d+/.exec(what)?.[0]));
  // Unhurried, the rounds of 2:4:8 thousand would be followed by 1,009 of each route.
  expect(sent.slice(0, 4)).toEqual([1009, 2018, 4036, 2018]);
  const [last, ...perRoute] = sent.slice(5);
  expect(last).toBeLessThan(8072);
  expect(perRoute).toHaveLength(3);
  for (const requests of perRoute) expect(requests).toBeLessThan(1009);
});
