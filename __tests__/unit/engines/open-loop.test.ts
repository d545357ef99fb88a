import { expect, test, vi } from 'vitest';
import { openLoop, type OpenLoad } from '../../../src/engines/open-loop.ts';
import type { LoadSummary, Stage } from '../../../src/model.ts';
import { answer, deadPort, serve } from './faulty-server.ts';
import { never, route } from './scenario.ts';

vi.setConfig({ testTimeout: 30_000 });

const load = (stages: Stage[], parts: Partial<OpenLoad> = {}): OpenLoad => ({
  routes: [route('GET /')],
  connections: 4,
  traffic: { stages, spacing: 'even' },
  timeoutMs: 5000,
  seed: 1,
  ...parts,
});

const send = async (origin: string, stages: Stage[], parts: Partial<OpenLoad> = {}): Promise<LoadSummary> =>
  openLoop(origin, load(stages, parts), never);

const burst = (size: number): Stage[] => [{ durationMs: 10, burst: size, everyMs: 10 }];

test('sends exactly what the schedule holds, by the shares of the routes, and closes its connections', async () => {
  await using server = await serve((incoming) => answer(incoming));
  const routes = [route('GET /a', { weight: 3 }), route('GET /b')];
  const summary = await send(server.origin, [{ durationMs: 400, perSecond: 500 }], { routes });
  expect(server.requests).toHaveLength(200);
  expect(summary).toMatchObject({ sent: 200, answered: 200, errors: 0, timeouts: 0, lost: 0, unexpected: 0 });
  expect(summary.routes.map(({ requests }) => requests)).toEqual([150, 50]);
  expect(summary.engine).toMatchObject({ name: 'open', model: 'open', protocol: 'HTTP/1.1' });
  expect(summary.open).toMatchObject({ askedPerSecond: 500, sentPerSecond: 500, dropped: 0 });
  await expect.poll(() => server.open()).toBe(0);
});

test('the wait for a free connection is part of what the user felt, and not of what the service took', async () => {
  const holdMs = 30;
  await using server = await serve((incoming) => void setTimeout(() => answer(incoming), holdMs));
  const summary = await send(server.origin, burst(10), { connections: 2 });
  expect(server.accepted()).toBe(2);
  // Five rounds of two: the last ones waited for four others. A timer may fire up to a millisecond early.
  expect(summary.latencyUs.max).toBeGreaterThanOrEqual(5 * (holdMs - 1) * 1000);
  expect(summary.latencyUs.mean).toBeGreaterThan(summary.open!.serviceUs!.mean * 2);
});

test('a request that found no connection within the timeout counts as timed out, and was never sent', async () => {
  await using server = await serve((incoming) => void setTimeout(() => answer(incoming), 50));
  const summary = await send(server.origin, burst(8), { connections: 1, timeoutMs: 150 });
  expect(summary).toMatchObject({ sent: 8, errors: 0, lost: 0 });
  expect(summary.answered + summary.timeouts).toBe(8);
  expect(summary.open!.dropped + server.requests.length).toBe(8);
  // The fifth has waited for four answers.
  expect(summary.open!.dropped).toBeGreaterThanOrEqual(4);
});

test('what the service breaks is counted once and by its kind', async () => {
  await using server = await serve((incoming) => {
    if (incoming.number % 3 === 0) incoming.socket.destroy();
    else answer(incoming, incoming.number % 3 === 1 ? 500 : 200);
  });
  const summary = await send(server.origin, [{ durationMs: 300, perSecond: 200 }], { connections: 1 });
  const { sent, answered, errors, timeouts, lost, unexpected } = summary;
  expect({ sent, timeouts, lost }).toEqual({ sent: 60, timeouts: 0, lost: 0 });
  expect({ answered, errors, unexpected }).toEqual({ answered: 40, errors: 20, unexpected: 20 });
});

test('a dead service is given up', async () => {
  const summary = await send(`http://127.0.0.1:${await deadPort()}`, [{ durationMs: 60_000, perSecond: 200 }]);
  expect(summary.answered).toBe(0);
  expect(summary.sent).toBeLessThan(12_000);
  expect(summary.errors).toBe(summary.sent);
});

test('an abort ends it with the reason and leaves no connection', async () => {
  const stop = new AbortController();
  await using server = await serve((incoming) => {
    answer(incoming);
    if (incoming.number === 20) stop.abort(new Error('enough'));
  });
  const endless = load([{ durationMs: 600_000, perSecond: 1000 }]);
  await expect(openLoop(server.origin, endless, stop.signal)).rejects.toThrow('enough');
  await expect.poll(() => server.open()).toBe(0);
});

test('a request that can not be sent is an error of the configuration', async () => {
  await using server = await serve((incoming) => answer(incoming));
  const routes = [route('GET /', { headers: { 'transfer-encoding': 'chunked' } })];
  await expect(send(server.origin, [{ durationMs: 200, perSecond: 50 }], { routes })).rejects.toMatchObject({
    code: 'config',
  });
});
