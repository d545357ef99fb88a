import { expect, test, vi } from 'vitest';
import { pairedWindows, type PairedLoad } from '../../../src/engines/index.ts';
import type { PairWindow } from '../../../src/model.ts';
import { answer, deadPort, serve, type Incoming, type TestServer } from './faulty-server.ts';
import { never, route } from './scenario.ts';

// A busy machine may take its time; nothing here depends on how long.
vi.setConfig({ testTimeout: 30_000 });

interface Pair extends AsyncDisposable {
  base: TestServer;
  head: TestServer;
  /** Requests of both sides in the order in which they arrived. */
  order: { side: 'base' | 'head'; path: string }[];
  load(parts?: Partial<PairedLoad>): PairedLoad;
}

type Reply = (incoming: Incoming) => void;

/** Two servers whose "CPU time" is 100 µs a request for base and 105 µs for head. */
async function pair(base: Reply = answer, head: Reply = base): Promise<Pair> {
  const order: Pair['order'] = [];
  const recorded = async (side: 'base' | 'head', reply: Reply): Promise<TestServer> =>
    serve((incoming) => {
      order.push({ side, path: incoming.path });
      reply(incoming);
    });
  const servers = { base: await recorded('base', base), head: await recorded('head', head) };
  return {
    ...servers,
    order,
    load: (parts = {}) => ({
      baseOrigin: servers.base.origin,
      headOrigin: servers.head.origin,
      routes: [route('GET /')],
      workers: 3,
      timeoutMs: 2000,
      windowMs: 50,
      warmUp: { minMs: 0, maxMs: 1 },
      cpuNs: {
        base: () => servers.base.requests.length * 100_000,
        head: () => servers.head.requests.length * 105_000,
      },
      ...parts,
    }),
    async [Symbol.asyncDispose]() {
      await servers.base[Symbol.asyncDispose]();
      await servers.head[Symbol.asyncDispose]();
    },
  };
}

/** Leaves the loop after so many windows, as a consumer does that has seen enough. */
async function take(count: number, load: PairedLoad, signal = never): Promise<PairWindow[]> {
  const windows: PairWindow[] = [];
  for await (const window of pairedWindows(load, signal)) {
    windows.push(window);
    if (windows.length === count) break;
  }
  return windows;
}

const other = (side: string | undefined): string => (side === 'base' ? 'head' : 'base');

test('both sides are asked in turn and then in slices, and CPU time belongs to the slices', async () => {
  await using sides = await pair();
  const windows = await take(4, sides.load());
  expect(windows).toHaveLength(4);
  for (const { base, head } of windows) {
    expect([base.failed, head.failed]).toEqual([0, 0]);
    expect(base.cpuUsPerRequest).toBeCloseTo(100, 9);
    expect(head.cpuUsPerRequest).toBeCloseTo(105, 9);
    const inTurn = [base, head].map(({ histogram }) => histogram?.counts.reduce((sum, count) => sum + count, 0));
    expect(inTurn[0]).toBe(inTurn[1]);
    for (const { requests, usPerAnswer, latencyUs } of [base, head]) {
      expect(requests).toBeGreaterThan(inTurn[0]!);
      expect(usPerAnswer).toBeGreaterThan(0);
      expect(latencyUs.p50).toBeGreaterThan(0);
      expect(latencyUs.p95).toBeGreaterThanOrEqual(latencyUs.p50);
      expect(latencyUs.p99).toBeGreaterThanOrEqual(latencyUs.p95);
    }
  }
});

test('the next window starts with the other side', async () => {
  await using sides = await pair();
  const load = sides.load({ workers: 1, warmUp: { minMs: 0, maxMs: 0 } });
  const firsts: (string | undefined)[] = [];
  let seen = 0;
  for await (const _ of pairedWindows(load, never)) {
    firsts.push(sides.order[seen]?.side);
    seen = sides.order.length;
    if (firsts.length === 3) break;
  }
  expect(firsts).toEqual([firsts[0], other(firsts[0]), firsts[0]]);
});

test('a service that waits is asked by several lanes in turn, one that works by a single one', async () => {
  await using sides = await pair();
  const lanesInTurn = async (cpuUs: number): Promise<number> => {
    const cpu = (server: TestServer) => (): number => server.requests.length * cpuUs * 1000;
    const cpuNs = { base: cpu(sides.base), head: cpu(sides.head) };
    // In no time each lane has time for one foursome, two requests a side.
    const load = sides.load({ workers: 3, cpuNs, windowMs: 0, warmUp: { minMs: 0, maxMs: 1 } });
    const [window] = await take(1, load);
    return window!.base.histogram!.counts.reduce((sum, count) => sum + count, 0) / 2;
  };
  expect(await lanesInTurn(0)).toBe(3);
  expect(await lanesInTurn(1e6)).toBe(1);
});

test('latency is that of the side', async () => {
  await using sides = await pair(answer, (incoming) => void setTimeout(() => answer(incoming), 10));
  const [window] = await take(1, sides.load());
  expect(window!.head.latencyUs.p50).toBeGreaterThan(9000);
  expect(window!.base.latencyUs.p50).toBeLessThan(window!.head.latencyUs.p50);
});

test.each<[string, Reply]>([
  ['an unexpected status', (incoming) => answer(incoming, 500)],
  ['a reset', ({ socket }) => void socket.resetAndDestroy()],
  ['a closed connection', ({ socket }) => void socket.end()],
  ['a broken-off answer', ({ socket }) => void socket.end('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nx')],
  ['garbage', ({ socket }) => void socket.end('SSH-2.0-OpenSSH_9.6\r\n\r\n')],
])('counts %s as failed, outside of latency and throughput', async (_, fault) => {
  await using sides = await pair(answer, (incoming) =>
    incoming.number % 4 === 0 ? fault(incoming) : answer(incoming),
  );
  const windows = await take(2, sides.load({ workers: 1 }));
  const sum = (side: 'base' | 'head', of: 'requests' | 'failed'): number =>
    windows.reduce((total, window) => total + window[side][of], 0);
  expect(sum('base', 'failed')).toBe(0);
  expect(Math.abs(sum('head', 'failed') - sum('head', 'requests') / 4)).toBeLessThanOrEqual(2);
  expect(windows.every(({ head }) => head.latencyUs.p50 > 0 && Number.isFinite(head.usPerAnswer))).toBe(true);
});

test.each<[string, Reply]>([
  ['hangs', () => undefined],
  [
    'never ends its answer',
    ({ socket }) => {
      socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n');
      const drip = setInterval(() => socket.write('1\r\nx\r\n'), 5);
      socket.on('close', () => clearInterval(drip));
    },
  ],
])('a side that %s times out and the windows go on', async (_, fault) => {
  await using sides = await pair(answer, fault);
  const [window] = await take(1, sides.load({ timeoutMs: 30, warmUp: { minMs: 0, maxMs: 0 } }));
  expect(window!.head.failed).toBe(window!.head.requests);
  expect(window!.head.latencyUs).toEqual({ p50: 0, p95: 0, p99: 0 });
  expect(window!.head.usPerAnswer).toBe(Infinity);
  expect(window!.base.failed).toBe(0);
});

test('a dead port is asked with pauses, not in a hot loop', async () => {
  await using sides = await pair();
  const headOrigin = `http://127.0.0.1:${await deadPort()}`;
  const both = { baseOrigin: headOrigin, headOrigin };
  const [window] = await take(1, sides.load({ ...both, windowMs: 300, warmUp: { minMs: 0, maxMs: 0 } }));
  expect(window!.head.failed).toBe(window!.head.requests);
  expect(window!.head.requests).toBeLessThan(60);
});

test('leaving the loop closes every connection, and the next pair of processes can follow', async () => {
  await using first = await pair();
  await take(1, first.load());
  await expect.poll(() => first.base.open() + first.head.open()).toBe(0);
  await using second = await pair();
  await take(1, second.load());
  expect(second.base.requests.length).toBeGreaterThan(0);
  await expect.poll(() => second.base.open() + second.head.open()).toBe(0);
});

test('nothing is in flight while the consumer looks at a window', async () => {
  await using sides = await pair((incoming) => void setTimeout(() => answer(incoming), 2));
  for await (const window of pairedWindows(sides.load(), never)) {
    expect(window.base.requests).toBeGreaterThan(0);
    const arrived = sides.order.length;
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(sides.order).toHaveLength(arrived);
    break;
  }
});

test('an abort in the middle of a window rejects with its reason and closes everything', async () => {
  await using sides = await pair(answer, (incoming) => void (incoming.number < 20 && answer(incoming)));
  const abort = new AbortController();
  const reason = new Error('stop now');
  const running = take(1000, sides.load({ timeoutMs: 60_000 }), abort.signal);
  await expect.poll(() => sides.head.requests.length).toBeGreaterThanOrEqual(20);
  abort.abort(reason);
  await expect(running).rejects.toBe(reason);
  await expect.poll(() => sides.base.open() + sides.head.open()).toBe(0);
  await expect(take(1, sides.load(), abort.signal)).rejects.toBe(reason);
});

test('an abort during the pause after failures rejects with its reason', async () => {
  await using sides = await pair();
  const origin = `http://127.0.0.1:${await deadPort()}`;
  const abort = new AbortController();
  const reason = new Error('stop now');
  const load = sides.load({ baseOrigin: origin, headOrigin: origin, windowMs: 60_000 });
  setTimeout(() => abort.abort(reason), 100);
  await expect(take(1, load, abort.signal)).rejects.toBe(reason);
});

test('a side whose CPU time can’t be read ends the windows with that error', async () => {
  await using sides = await pair();
  let reads = 0;
  const base = (): number => {
    reads += 1;
    if (reads > 3) throw new Error('the process is gone');
    return 0;
  };
  await expect(take(5, sides.load({ cpuNs: { base, head: () => 0 } }))).rejects.toThrow('the process is gone');
  await expect.poll(() => sides.base.open() + sides.head.open()).toBe(0);
});

test('a request that can’t be sent is an error that names it', async () => {
  await using sides = await pair();
  const routes = [route('GET /', { headers: { 'transfer-encoding': 'chunked' } })];
  await expect(take(1, sides.load({ routes }))).rejects.toMatchObject({
    code: 'config',
    message: /GET \/ can't be sent/,
  });
});

test('the warm-up ends when both sides are steady, and isn’t yielded', async () => {
  await using sides = await pair((incoming) => void setTimeout(() => answer(incoming), 20));
  const load = sides.load({ workers: 2, warmUp: { minMs: 1, maxMs: 1e9 } });
  const [window] = await take(1, load);
  // Two stretches of four windows, each at least one foursome of every worker.
  expect(sides.base.requests.length - window!.base.requests).toBeGreaterThanOrEqual(8 * 2 * 2);
});

test('the warm-up ends at its maximum when a side never gets steady', async () => {
  await using sides = await pair();
  let reads = 0;
  // Every window is a third cheaper than the last.
  const falling = (): number => {
    reads += 1;
    return 1e9 * (1 - 0.67 ** reads);
  };
  await take(1, sides.load({ warmUp: { minMs: 0, maxMs: 600 }, cpuNs: { base: falling, head: () => 0 } }));
  // Three reads a window: at its start, between its halves, at its end.
  const windows = reads / 3;
  expect(windows).toBeGreaterThanOrEqual(3);
});
