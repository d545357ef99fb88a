import { expect, test } from 'vitest';
import { steer, type SteeredOrder } from '../../../src/engines/steering.ts';
import { answer, deadPort, serve } from './faulty-server.ts';
import { route } from './scenario.ts';

const order = (origin: string, parts: Partial<SteeredOrder> = {}): SteeredOrder => ({
  origin,
  routes: [route('GET /')],
  connections: 8,
  timeoutMs: 5000,
  fallback: null,
  ...parts,
});

test('sends at the rate of the moment, and tells of each answer what matters', async () => {
  await using server = await serve(({ socket, path }) => {
    const body = path === '/b' ? '{"stale":true}' : '{}';
    const status = path === '/b' ? '503 Service Unavailable' : '200 OK';
    const told = path === '/b' ? 'retry-after: 1\r\n' : '';
    socket.write(`HTTP/1.1 ${status}\r\n${told}content-length: ${body.length}\r\n\r\n${body}`);
  });
  const routes = [route('GET /a'), route('GET /b')];
  await using steering = steer(order(server.origin, { routes, fallback: '"stale":true' }));
  steering.rate(500);
  await expect.poll(() => server.requests.length).toBeGreaterThanOrEqual(20);
  await steering.finish();
  const { answers, sent } = steering.take();
  expect(answers.status).toHaveLength(sent);
  const columns = [answers.status, answers.retryAfter, answers.fallback];
  const of = (index: number) => columns.map((column) => column[answers.route.indexOf(index)]);
  expect(of(0)).toEqual([200, false, false]);
  expect(of(1)).toEqual([503, true, true]);
  expect(steering.take()).toEqual({ answers: nothing, sent: 0, lateMs: [] });
});

const nothing = { sentMs: [], tookUs: [], status: [], route: [], retryAfter: [], fallback: [] };

test('never gives up: a dead service is what it is there to see', async () => {
  const steering = steer(order(`http://127.0.0.1:${await deadPort()}`));
  await using _ = steering;
  steering.rate(1000);
  let failed = 0;
  const count = (): number => (failed += steering.take().answers.status.filter((status) => status === 0).length);
  // Other loads give a service up after ten failures in a row of each connection.
  await expect.poll(count).toBeGreaterThan(10 * order('').connections);
});

test('a rate of 0 pauses, and what hangs times out before it finishes', async () => {
  await using server = await serve((incoming) => {
    if (incoming.number > 1) return;
    answer(incoming);
  });
  await using steering = steer(order(server.origin, { timeoutMs: 50 }));
  steering.rate(200);
  await expect.poll(() => server.requests.length).toBeGreaterThanOrEqual(3);
  steering.rate(0);
  await steering.finish();
  const { answers, sent } = steering.take();
  expect(answers.status.filter((status) => status === -1)).toHaveLength(sent - 1);
});

test('a request that can’t be sent is an error of the settings', async () => {
  await using server = await serve((incoming) => answer(incoming));
  const routes = [route('GET /', { headers: { 'x-a': 'line\r\nbreak' } })];
  await using steering = steer(order(server.origin, { routes }));
  steering.rate(100);
  await expect.poll(() => steering.broken()).toBe(true);
  await expect(steering.finish()).rejects.toMatchObject({ code: 'config' });
});
