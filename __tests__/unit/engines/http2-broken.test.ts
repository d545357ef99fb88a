import { once } from 'node:events';
import { createServer as createHttp2Server } from 'node:http2';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { expect, test, vi } from 'vitest';
import type { Load } from '../../../src/engines/engine.ts';
import { http2Engine } from '../../../src/engines/http2.ts';
import { seededRandom } from '../../../src/engines/seeded-random.ts';
import { LeakgateError } from '../../../src/errors.ts';
import { mutated } from '../fuzz/mutate.ts';
import { never, route } from './scenario.ts';

vi.setConfig({ testTimeout: 300_000 });

const load: Load = {
  routes: [route('GET /')],
  connections: 1,
  streams: 2,
  stop: { requests: 4 },
  timeoutMs: 100,
};

async function listening(server: Server) {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    open: () => sockets.size,
    async [Symbol.asyncDispose]() {
      sockets.forEach((socket) => socket.destroy());
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** What a healthy server says to these requests, byte for byte. */
async function recorded(): Promise<Buffer> {
  const service = createHttp2Server((_, response) => {
    response.setHeader('server-timing', 'db;dur=1');
    response.setHeader('set-cookie', ['a=b', 'c=d']);
    response.end('hello'.repeat(100));
  });
  await using real = await listening(service);
  const said: Buffer[] = [];
  const proxy = createServer((socket) => {
    const behind = connect(real.port, '127.0.0.1');
    behind.on('data', (bytes: Buffer) => said.push(bytes));
    behind.on('error', () => socket.destroy());
    socket.pipe(behind).pipe(socket);
  });
  await using front = await listening(proxy);
  const summary = await http2Engine.run(`http://127.0.0.1:${front.port}`, { ...load, timeoutMs: 60_000 }, never);
  expect(summary).toMatchObject({ sent: 4, answered: 4 });
  return Buffer.concat(said);
}

/** A server that answers whatever comes with these bytes, and then ends or stays silent. */
const saying = (bytes: Buffer, ends: boolean): Server =>
  createServer((socket) => socket.once('data', () => (ends ? socket.end(bytes) : socket.write(bytes))));

async function outcomeOf(bytes: Buffer, ends: boolean): Promise<'counted' | 'refused'> {
  await using server = await listening(saying(bytes, ends));
  try {
    const { sent, answered, errors, timeouts, lost } = await http2Engine.run(
      `http://127.0.0.1:${server.port}`,
      load,
      never,
    );
    expect(answered + errors + timeouts + lost).toBe(sent);
    return 'counted';
  } catch (error) {
    if (!(error instanceof LeakgateError) || error.code !== 'config') throw error;
    return 'refused';
  } finally {
    await expect.poll(() => server.open(), { timeout: 60_000 }).toBe(0);
  }
}

test('whatever a server says, each request is counted once, nothing is thrown and no connection stays', async () => {
  const healthy = await recorded();
  const random = seededRandom(1);
  const outcomes = new Set<string>();
  for (let tried = 0; tried < 80; tried += 1) {
    // Half of them break off behind the settings, which come first.
    const bytes = mutated([healthy, healthy.subarray(0, 9 + Math.floor(random() * healthy.length))], random);
    outcomes.add(await outcomeOf(bytes, random() < 0.8));
  }
  expect([...outcomes].toSorted()).toEqual(['counted', 'refused']);
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['text', Buffer.from('SSH-2.0-OpenSSH_9.2\r\n')],
  ['zeros', Buffer.alloc(100_000)],
  ['a frame of 16 MB', Buffer.from('ffffff0400000000000000', 'hex')],
  ['settings without end', Buffer.from('000000040000000000'.repeat(20_000), 'hex')],
  ['pings without end', Buffer.from(`000000040000000000${'0000080600000000000102030405060708'.repeat(20_000)}`, 'hex')],
])('a server that says %s is no server of HTTP/2, or counts as failing', async (_, bytes) => {
  for (const ends of [true, false]) expect(['counted', 'refused']).toContain(await outcomeOf(bytes, ends));
});
