import { expect, test, vi } from 'vitest';
import type { Load } from '../../../src/engines/engine.ts';
import { autocannonEngine } from '../../../src/engines/autocannon.ts';
import type { LoadSummary } from '../../../src/model.ts';
import { answer, deadPort, serve, type Incoming } from './faulty-server.ts';
import { never, route } from './scenario.ts';

// A busy machine may take its time; nothing here depends on how long.
vi.setConfig({ testTimeout: 30_000 });

const load = (parts: Partial<Load> = {}): Load => ({
  routes: [route('GET /')],
  connections: 4,
  stop: { requests: 200 },
  timeoutMs: 2000,
  ...parts,
});

const send = async (origin: string, parts: Partial<Load> = {}): Promise<LoadSummary> =>
  autocannonEngine.run(origin, load(parts), never);

/** What became of the requests; every request has to be in here once. */
function counts(summary: LoadSummary): Record<string, number> {
  const { sent, answered, errors, timeouts, lost, unexpected } = summary;
  expect(answered + errors + timeouts + lost).toBe(sent);
  expect(summary.routes.reduce((sum, { requests }) => sum + requests, 0)).toBe(sent);
  expect(summary.routes.reduce((sum, { failed }) => sum + failed, 0)).toBe(errors + timeouts + lost + unexpected);
  expect(Object.values(summary.statuses).reduce((sum, count) => sum + count, 0)).toBe(answered);
  return { sent, answered, errors, timeouts, lost, unexpected };
}

test('sends exactly the requests asked for, on that many connections, and closes them', async () => {
  await using server = await serve((incoming) => answer(incoming));
  const summary = await send(server.origin, { stop: { requests: 1003 }, connections: 7 });
  expect(counts(summary)).toEqual({ sent: 1003, answered: 1003, errors: 0, timeouts: 0, lost: 0, unexpected: 0 });
  expect(server.requests).toHaveLength(1003);
  expect(server.accepted()).toBe(7);
  await expect.poll(() => server.open()).toBe(0);
  expect(summary.engine).toEqual({ name: 'autocannon', version: '9.0.0', model: 'closed', protocol: 'HTTP/1.1' });
  expect(summary.connections).toBe(7);
  expect(summary.statuses).toEqual({ 200: 1003 });
});

test('hears how long the service says that the stages of an expected answer took', async () => {
  await using server = await serve((incoming) => {
    const { number } = incoming;
    answer(incoming, number % 3 === 0 ? 500 : 200, `server-timing: db;dur=${number}\r\nServer-Timing: auth;dur=1\r\n`);
  });
  const heard: string[] = [];
  const routes = [route('GET /', { expectStatus: [200] })];
  const one = { routes, connections: 1, stop: { requests: 6 } };
  await send(server.origin, { ...one, serverTiming: (field) => void heard.push(field) });
  expect(heard).toEqual([1, 2, 4, 5].flatMap((number) => [`db;dur=${number}`, 'auth;dur=1']));
});

test('opens no more connections than there are requests', async () => {
  await using server = await serve((incoming) => answer(incoming));
  const summary = await send(server.origin, { stop: { requests: 3 }, connections: 50 });
  expect(counts(summary)).toMatchObject({ sent: 3, answered: 3 });
  expect(server.accepted()).toBe(3);
  expect(summary.connections).toBe(3);
});

test('keeps the shares of weighted routes exactly, whatever the connections do', async () => {
  // Every other connection is slow: the fast ones send far more.
  const slow = new Set<Incoming['socket']>();
  await using server = await serve((incoming) => {
    if (incoming.onConnection === 1 && incoming.number % 2 === 0) slow.add(incoming.socket);
    setTimeout(() => answer(incoming), slow.has(incoming.socket) ? 5 : 0);
  });
  const routes = [route('GET /a', { weight: 5 }), route('GET /b', { weight: 3 }), route('GET /c', { weight: 2 })];
  const summary = await send(server.origin, { routes, stop: { requests: 500 } });
  expect(summary.routes.map(({ label, requests }) => [label, requests])).toEqual([
    ['GET /a', 250],
    ['GET /b', 150],
    ['GET /c', 100],
  ]);
  const arrived = (path: string): number => server.requests.filter((incoming) => incoming.path === path).length;
  expect(['/a', '/b', '/c'].map(arrived)).toEqual([250, 150, 100]);
});

test('knows the route of every answer, with its own statuses and latency', async () => {
  await using server = await serve((incoming) => {
    const delayMs = incoming.path === '/slow' ? 20 : 0;
    setTimeout(
      () => answer(incoming, incoming.path === '/broken' ? 500 : incoming.path === '/gone' ? 404 : 200),
      delayMs,
    );
  });
  const routes = [
    route('GET /fast', { weight: 2 }),
    route('GET /slow'),
    route('GET /broken'),
    route('GET /gone', { expectStatus: [404] }),
  ];
  const summary = await send(server.origin, { routes, stop: { requests: 100 } });
  expect(counts(summary)).toMatchObject({ sent: 100, answered: 100, unexpected: 20 });
  expect(summary.statuses).toEqual({ 200: 60, 500: 20, 404: 20 });
  const [fast, slow, broken, gone] = summary.routes;
  expect([fast!.failed, slow!.failed, broken!.failed, gone!.failed]).toEqual([0, 0, 20, 0]);
  expect(slow!.latencyUs.p50).toBeGreaterThan(19_000);
  expect(slow!.latencyUs.p50).toBeGreaterThan(fast!.latencyUs.p50);
  expect(broken!.latencyUs).toEqual({ mean: 0, p50: 0, p95: 0, p99: 0, max: 0 });
  expect(summary.latencyUs.p50).toBeGreaterThan(0);
  // As in the percentiles: expected answers alone.
  expect(summary.histogram?.counts.reduce((sum, count) => sum + count, 0)).toBe(80);
});

test('resolves latency below a millisecond', async () => {
  await using server = await serve((incoming) => answer(incoming));
  const summary = await send(server.origin, { stop: { requests: 2000 }, connections: 1 });
  expect(summary.latencyUs.p50).toBeGreaterThan(0);
  expect(summary.latencyUs.p50 % 1000).not.toBe(0);
  expect(summary.latencyUs.p50).toBeLessThanOrEqual(summary.latencyUs.p95);
  expect(summary.latencyUs.p95).toBeLessThanOrEqual(summary.latencyUs.p99);
  expect(summary.latencyUs.p99).toBeLessThanOrEqual(summary.latencyUs.max);
});

test('sends method, headers and body as they are', async () => {
  await using server = await serve((incoming) => answer(incoming));
  const body = Buffer.from([0, 255, 13, 10, 13, 10, 128]);
  const headers = { 'content-type': 'application/octet-stream', 'x-token': 'abc' };
  await send(server.origin, { routes: [route('PUT /u?q=1', { headers, body })], stop: { requests: 2 } });
  const [first, second] = server.requests;
  expect(first!.head).toContain('PUT /u?q=1 HTTP/1.1');
  expect(first!.head).toContain('x-token: abc');
  expect(first!.body.equals(body)).toBe(true);
  expect(second!.body.equals(body)).toBe(true);
});

test('counts each request whose connection is closed without a reply', async () => {
  await using server = await serve((incoming) => {
    if (incoming.number % 10 === 0) incoming.socket.end();
    else answer(incoming);
  });
  const summary = await send(server.origin, { stop: { requests: 1000 } });
  expect(counts(summary)).toEqual({ sent: 1000, answered: 900, errors: 100, timeouts: 0, lost: 0, unexpected: 0 });
  expect(server.requests).toHaveLength(1000);
  await expect.poll(() => server.open()).toBe(0);
});

test('counts requests sent into a connection that closes unannounced after its fifth reply', async () => {
  await using server = await serve((incoming) => {
    answer(incoming);
    if (incoming.onConnection === 5) incoming.socket.end();
  });
  const summary = await send(server.origin, { stop: { requests: 600 } });
  expect(counts(summary)).toMatchObject({ sent: 600, timeouts: 0, lost: 0, unexpected: 0 });
  expect(summary.answered).toBeGreaterThanOrEqual(500);
  expect(summary.answered).toBe(server.requests.filter((incoming) => incoming.onConnection <= 5).length);
  await expect.poll(() => server.open()).toBe(0);
});

test('loses nothing when the closing is announced', async () => {
  await using server = await serve((incoming) => {
    const last = incoming.onConnection === 5;
    answer(incoming, 200, last ? 'Connection: close\r\n' : '');
    if (last) incoming.socket.end();
  });
  const summary = await send(server.origin, { stop: { requests: 600 } });
  expect(counts(summary)).toMatchObject({ sent: 600, answered: 600, errors: 0 });
  const perConnection = server.requests.filter((incoming) => incoming.onConnection > 5);
  expect(perConnection).toHaveLength(0);
});

test('counts resets', async () => {
  await using server = await serve((incoming) => {
    if (incoming.number % 4 === 0) incoming.socket.resetAndDestroy();
    else answer(incoming);
  });
  const summary = await send(server.origin, { stop: { requests: 400 } });
  expect(counts(summary)).toEqual({ sent: 400, answered: 300, errors: 100, timeouts: 0, lost: 0, unexpected: 0 });
  expect(summary.resets).toBe(100);
  expect(summary.generatorCpuUs).toBeGreaterThan(0);
});

test('counts answers that break off, and reads the next one afresh', async () => {
  await using server = await serve((incoming) => {
    if (incoming.number % 5 !== 0) return answer(incoming);
    incoming.socket.end('HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nonly this');
  });
  const summary = await send(server.origin, { stop: { requests: 100 } });
  expect(counts(summary)).toMatchObject({ sent: 100, answered: 80, errors: 20, timeouts: 0 });
});

test('a connection that first ends and then resets is replaced once', async () => {
  let connections = 0;
  await using server = await serve(answer, (socket) => {
    connections += 1;
    if (connections > 3) return;
    // In the middle of the request's body: the client learns of the end first, and its pending write fails later.
    socket.once('data', () => {
      socket.pause().end();
      setTimeout(() => socket.resetAndDestroy(), 20);
    });
  });
  const routes = [route('PUT /big', { body: Buffer.alloc(6 << 20) })];
  const summary = await send(server.origin, { routes, connections: 1, stop: { requests: 5 }, timeoutMs: 10_000 });
  expect(counts(summary)).toMatchObject({ sent: 5, answered: 2, errors: 3, timeouts: 0 });
  expect(server.accepted()).toBe(4);
});

test('counts garbage as an error at once', async () => {
  await using server = await serve((incoming) => {
    if (incoming.number % 5 === 0) incoming.socket.write('SSH-2.0-OpenSSH_9.6\r\n\r\n');
    else answer(incoming);
  });
  const summary = await send(server.origin, { stop: { requests: 100 } });
  expect(counts(summary)).toMatchObject({ sent: 100, answered: 80, errors: 20, timeouts: 0 });
});

test('counts timeouts, and their connections are replaced', async () => {
  await using server = await serve((incoming) => {
    if (incoming.number % 20 !== 0) answer(incoming);
  });
  const summary = await send(server.origin, { stop: { requests: 100 }, timeoutMs: 50 });
  expect(counts(summary)).toEqual({ sent: 100, answered: 95, errors: 0, timeouts: 5, lost: 0, unexpected: 0 });
  expect(summary.latencyUs.max).toBeLessThan(50_000);
  await expect.poll(() => server.open()).toBe(0);
});

test('counts a 500 as an answer of an unexpected status', async () => {
  await using server = await serve((incoming) => answer(incoming, 500));
  const summary = await send(server.origin);
  expect(counts(summary)).toEqual({ sent: 200, answered: 200, errors: 0, timeouts: 0, lost: 0, unexpected: 200 });
});

test('answers to HEAD, 204 and 304 have no body, whatever their headers say', async () => {
  const statuses: Record<string, number> = { '/head': 200, '/204': 204, '/304': 304 };
  await using server = await serve(({ socket, path }) => {
    socket.write(`HTTP/1.1 ${statuses[path]} Any\r\nContent-Length: 5\r\n\r\n`);
  });
  const routes = [route('HEAD /head'), route('GET /204'), route('GET /304')];
  const summary = await send(server.origin, { routes, stop: { requests: 90 } });
  expect(counts(summary)).toMatchObject({ sent: 90, answered: 90, unexpected: 0 });
  expect(server.accepted()).toBe(4);
});

test('takes hints before the answer for what they are', async () => {
  await using server = await serve((incoming) => {
    incoming.socket.write('HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n');
    answer(incoming);
  });
  const summary = await send(server.origin, { stop: { requests: 50 } });
  expect(counts(summary)).toMatchObject({ sent: 50, answered: 50, unexpected: 0 });
  expect(server.requests).toHaveLength(50);
});

test('a body without a length is complete when the connection ends', async () => {
  await using server = await serve(({ socket }) => socket.end('HTTP/1.1 200 OK\r\n\r\nhello'));
  const summary = await send(server.origin, { stop: { requests: 30 } });
  expect(counts(summary)).toMatchObject({ sent: 30, answered: 30, errors: 0 });
  await expect.poll(() => server.open()).toBe(0);
});

test('gives up on a dead port after a few attempts', async () => {
  const summary = await send(`http://127.0.0.1:${await deadPort()}`, { stop: { durationMs: 60_000 } });
  expect(counts(summary)).toMatchObject({ answered: 0, timeouts: 0, lost: 0 });
  expect(summary.errors).toBeGreaterThanOrEqual(40);
  expect(summary.errors).toBeLessThan(50);
  expect(summary).toMatchObject({ durationMs: 0, requestsPerSecond: 0 });
});

test('gives up on a server that only hangs after two timeouts of each connection', async () => {
  await using server = await serve(() => undefined);
  const summary = await send(server.origin, { stop: { requests: 100_000 }, timeoutMs: 40 });
  expect(counts(summary)).toMatchObject({ answered: 0, errors: 0, lost: 0 });
  expect(summary.timeouts).toBeGreaterThanOrEqual(8);
  expect(summary.timeouts).toBeLessThanOrEqual(12);
});

test('gives up when one of the routes only hangs', async () => {
  await using server = await serve((incoming) => void (incoming.path === '/ok' && answer(incoming)));
  const routes = [route('GET /ok'), route('GET /hangs')];
  const summary = await send(server.origin, { routes, stop: { requests: 100_000 }, timeoutMs: 20 });
  counts(summary);
  expect(summary.sent).toBeLessThan(200);
  expect(summary.routes[1]!.failed).toBe(summary.routes[1]!.requests);
});

test('at the end of a duration nothing is cut off', async () => {
  await using server = await serve((incoming) => void setTimeout(() => answer(incoming), 30));
  const summary = await send(server.origin, { stop: { durationMs: 1100 } });
  const { sent, answered } = counts(summary);
  expect(answered).toBe(sent);
  expect(server.requests).toHaveLength(sent!);
  expect(summary.durationMs).toBeGreaterThan(1000);
  expect(summary.perSecond).toHaveLength(Math.floor(Math.max(1100, summary.durationMs) / 1000));
  expect(summary.perSecond[0]).toBeGreaterThan(0);
  expect(summary.requestsPerSecond).toBeCloseTo((answered! * 1000) / summary.durationMs, 6);
});

test('seconds at the end without an answer are part of the series', async () => {
  await using server = await serve((incoming) => void (incoming.number <= 20 && answer(incoming)));
  const summary = await send(server.origin, { stop: { durationMs: 1050 }, timeoutMs: 1100 });
  expect(counts(summary)).toMatchObject({ answered: 20, timeouts: 4 });
  expect(summary.perSecond).toEqual([20]);
});

test('an abort stops at once, rejects with its reason and leaves no connection', async () => {
  await using server = await serve((incoming) => void (incoming.number < 50 && answer(incoming)));
  const abort = new AbortController();
  const reason = new Error('stop now');
  const running = autocannonEngine.run(
    server.origin,
    load({ stop: { requests: 1e6 }, timeoutMs: 60_000 }),
    abort.signal,
  );
  await expect.poll(() => server.requests.length).toBeGreaterThanOrEqual(50);
  abort.abort(reason);
  await expect(running).rejects.toBe(reason);
  await expect.poll(() => server.open()).toBe(0);
});

test('an abort before the start sends nothing', async () => {
  await using server = await serve((incoming) => answer(incoming));
  await expect(autocannonEngine.run(server.origin, load(), AbortSignal.abort(new Error('no')))).rejects.toThrow('no');
  const abort = new AbortController();
  const running = autocannonEngine.run(server.origin, load(), abort.signal);
  abort.abort(new Error('too late'));
  await expect(running).rejects.toThrow('too late');
  expect(server.requests).toHaveLength(0);
});

test('a request that can’t be sent is an error, not a hang', async () => {
  await using server = await serve((incoming) => answer(incoming));
  const routes = [route('GET /a'), route('GET /pot', { headers: { connection: 'close' } })];
  await expect(send(server.origin, { routes })).rejects.toThrow(
    "The request GET /pot can't be sent: its header connection",
  );
  await expect.poll(() => server.open()).toBe(0);
});

test('runs one after the other and side by side don’t disturb each other', async () => {
  await using one = await serve((incoming) => answer(incoming));
  await using other = await serve((incoming) => answer(incoming, 404));
  const [first, second] = await Promise.all([send(one.origin), send(other.origin)]);
  expect(counts(first)).toMatchObject({ sent: 200, answered: 200, unexpected: 0 });
  expect(counts(second)).toMatchObject({ sent: 200, answered: 200, unexpected: 200 });
  expect(counts(await send(one.origin))).toMatchObject({ sent: 200, answered: 200 });
});
