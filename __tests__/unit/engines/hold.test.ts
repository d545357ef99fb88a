import { once } from 'node:events';
import { createServer as createHttp2Server } from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import { expect, test, vi } from 'vitest';
import { holdConnections } from '../../../src/engines/hold.ts';
import { answer, deadPort, serve } from './faulty-server.ts';
import { never } from './scenario.ts';

vi.setConfig({ testTimeout: 120_000 });

const held = (origin: string, protocol: 'HTTP/1.1' | 'HTTP/2') => ({
  origin,
  protocol,
  connections: 5,
  path: '/a',
  headers: { 'x-a': 'b' },
  timeoutMs: 60_000,
});

test('holds so many connections open after one request on each, and lets go of them', async () => {
  await using server = await serve((incoming) => void setTimeout(() => answer(incoming), 5));
  {
    await using all = await holdConnections(held(server.origin, 'HTTP/1.1'), never);
    expect(all).toBeDefined();
    expect([server.accepted(), server.open()]).toEqual([5, 5]);
    expect(server.requests.map(({ path, onConnection }) => [path, onConnection])).toEqual(
      [1, 2, 3, 4, 5].map(() => ['/a', 1]),
    );
  }
  await expect.poll(() => server.open()).toBe(0);
});

test('the same over HTTP/2', async () => {
  const open = new Set<Socket>();
  const paths: unknown[] = [];
  const server = createHttp2Server((request, response) => {
    paths.push(request.url);
    response.end('hello');
  });
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  {
    await using all = await holdConnections(held(origin, 'HTTP/2'), never);
    expect(all).toBeDefined();
    expect([open.size, paths]).toEqual([5, Array(5).fill('/a')]);
  }
  await expect.poll(() => open.size).toBe(0);
  await new Promise((resolve) => server.close(resolve));
});

test.each(['HTTP/1.1', 'HTTP/2'] as const)(
  'a service that doesn’t answer over %s is no measurement',
  async (protocol) => {
    const holding = holdConnections(held(`http://127.0.0.1:${await deadPort()}`, protocol), never);
    await expect(holding).rejects.toMatchObject({
      code: 'measurement',
      message: expect.stringContaining(`5 connections over ${protocol}`),
    });
  },
);
