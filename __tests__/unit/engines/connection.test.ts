import { describe, expect, test, vi } from 'vitest';
import { openConnection } from '../../../src/engines/connection.ts';
import { openRawConnection } from '../../../src/engines/raw-connection.ts';
import { answer, deadPort, serve, type Incoming } from './faulty-server.ts';
import { route } from './scenario.ts';

vi.setConfig({ testTimeout: 30_000 });

const get = route('GET /a?b=c');

describe.each([
  ['undici', openConnection],
  ['raw sockets', openRawConnection],
])('a connection by %s', (_, open) => {
  test('carries one request after the other', async () => {
    await using server = await serve((incoming) => answer(incoming, incoming.number === 2 ? 404 : 200));
    await using connection = open(server.origin, 2000);
    expect([await connection.send(get), await connection.send(get), await connection.send(get)]).toEqual([
      200, 404, 200,
    ]);
    expect(server.accepted()).toBe(1);
  });

  test('sends method, path, headers and body as they are', async () => {
    await using server = await serve((incoming) => answer(incoming));
    await using connection = open(server.origin, 2000);
    const body = Buffer.from('{"a": "ö"}');
    await connection.send(route('POST /x?y=%20', { headers: { 'x-id': '7', accept: '*/*' }, body }));
    const [seen] = server.requests;
    expect([seen!.method, seen!.path, seen!.body.toString()]).toEqual(['POST', '/x?y=%20', '{"a": "ö"}']);
    expect(seen!.head).toMatch(/^x-id: 7$/im);
    expect(seen!.head).toMatch(new RegExp(`^host: 127\\.0\\.0\\.1:${server.port}$`, 'im'));
  });

  test('connects anew after the other side said that it closes', async () => {
    await using server = await serve((incoming) => {
      answer(incoming, 200, 'Connection: close\r\n');
      incoming.socket.end();
    });
    await using connection = open(server.origin, 2000);
    expect([await connection.send(get), await connection.send(get)]).toEqual([200, 200]);
    expect(server.accepted()).toBe(2);
  });

  test.each<[string, (incoming: Incoming) => void]>([
    ['cuts the line', ({ socket }) => void socket.destroy()],
    [
      'ends in the middle of the body',
      ({ socket }) => void socket.end('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc'),
    ],
    ['answers garbage', ({ socket }) => void socket.write('garbage\r\n\r\n')],
  ])('is an error when the service %s, and good for the next request', async (__, fault) => {
    await using server = await serve((incoming) => (incoming.number === 1 ? fault(incoming) : answer(incoming)));
    await using connection = open(server.origin, 2000);
    expect([await connection.send(get), await connection.send(get)]).toEqual(['error', 200]);
  });

  test('times out on an answer that never ends, and is good for the next request', async () => {
    await using server = await serve((incoming) => {
      if (incoming.number === 1) incoming.socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc');
      else answer(incoming);
    });
    await using connection = open(server.origin, 100);
    expect(await connection.send(get)).toBe('timeout');
    // The second one may time out too on a busy machine, and mustn't get the first one's answer.
    expect([200, 'timeout']).toContain(await connection.send(get));
  });

  test('is an error on a port that nothing listens on', async () => {
    await using connection = open(`http://127.0.0.1:${await deadPort()}`, 2000);
    expect(await connection.send(get)).toBe('error');
  });

  test.each([
    ['transfer-encoding', 'chunked'],
    ['x-a', 'b\r\nx-c: d'],
  ])('refuses the header %s: %j', async (name, value) => {
    await using server = await serve((incoming) => answer(incoming));
    await using connection = open(server.origin, 2000);
    await expect(connection.send(route('GET /', { headers: { [name]: value } }))).rejects.toMatchObject({
      code: 'config',
    });
    expect(server.requests).toHaveLength(0);
  });

  test('leaves nothing open', async () => {
    await using server = await serve((incoming) => answer(incoming));
    const connection = open(server.origin, 2000);
    await connection.send(get);
    await connection[Symbol.asyncDispose]();
    await expect.poll(() => server.open()).toBe(0);
  });
});
