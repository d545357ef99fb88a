import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { openProxy } from '../../../src/faults/proxy.ts';
import { parseAddress } from '../../../src/faults/address.ts';

/** Answers each piece with the same bytes in capitals. */
async function shouter() {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('data', (chunk) => socket.write(chunk.toString().toUpperCase()));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: { host: '127.0.0.1', port },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => void server.close(resolve));
    },
  };
}

async function client(address: string) {
  const socket = connect(parseAddress(address)!);
  let text = '';
  let closed = '';
  socket.on('data', (chunk) => (text += chunk.toString()));
  socket.on('error', (error: NodeJS.ErrnoException) => (closed = error.code ?? ''));
  socket.on('close', () => (closed ||= 'closed'));
  // A reset may come before the connection counts as made.
  await new Promise<void>((resolve) => void socket.once('connect', resolve).once('close', () => resolve()));
  return { socket, text: () => text, closed: () => closed, [Symbol.dispose]: () => void socket.destroy() };
}

test('a proxy hands everything on, and counts what begins a call', async () => {
  await using dependency = await shouter();
  await using proxy = await openProxy(dependency.address);
  using one = await client(proxy.address);
  for (const word of ['ping', 'pong', 'pang']) {
    one.socket.write(word);
    const before = one.text();
    await expect.poll(() => one.text()).toBe(before + word.toUpperCase());
  }
  expect(proxy.arrivals()).toHaveLength(3);
});

test('a black hole takes calls and lets nothing through, until it ends', async () => {
  await using dependency = await shouter();
  await using proxy = await openProxy(dependency.address);
  using before = await client(proxy.address);
  proxy.disturb({ kind: 'blackhole' });
  using during = await client(proxy.address);
  before.socket.write('a');
  during.socket.write('b');
  await expect.poll(() => proxy.arrivals().length).toBe(2);
  expect(before.text() + during.text()).toBe('');
  proxy.disturb(null);
  await expect.poll(() => before.text() + during.text()).toBe('AB');
});

test('a reset ends open connections and refuses new ones, each counted as a call', async () => {
  await using dependency = await shouter();
  await using proxy = await openProxy(dependency.address);
  using before = await client(proxy.address);
  proxy.disturb({ kind: 'reset' });
  await expect.poll(() => before.closed()).toBe('ECONNRESET');
  using during = await client(proxy.address);
  await expect.poll(() => during.closed()).toBe('ECONNRESET');
  expect(proxy.arrivals()).toHaveLength(1);
  proxy.disturb(null);
  using after = await client(proxy.address);
  after.socket.write('c');
  await expect.poll(() => after.text()).toBe('C');
});

test('a delay comes once to each call, in order', async () => {
  await using dependency = await shouter();
  await using proxy = await openProxy(dependency.address);
  using one = await client(proxy.address);
  const delayMs = 60;
  proxy.disturb({ kind: 'delay', delayMs });
  const startedMs = performance.now();
  one.socket.write('x');
  await expect.poll(() => one.text()).toBe('X');
  // A timer may fire a millisecond early.
  expect(performance.now() - startedMs).toBeGreaterThanOrEqual(delayMs - 1);
});

test('a dependency that isn’t there is a reset, and closing leaves nothing open', async () => {
  const gone = await shouter();
  await gone[Symbol.asyncDispose]();
  const proxy = await openProxy(gone.address);
  using one = await client(proxy.address);
  await expect.poll(() => one.closed()).toBe('ECONNRESET');
  await proxy[Symbol.asyncDispose]();
});

test('what a dependency says before it hangs up still arrives', async () => {
  const server = createServer((socket) => void socket.on('error', () => undefined).end('bye'.repeat(20_000)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  {
    await using proxy = await openProxy({ host: '127.0.0.1', port: (server.address() as AddressInfo).port });
    using one = await client(proxy.address);
    await expect.poll(() => one.text().length).toBe(60_000);
  }
  await new Promise((resolve) => void server.close(resolve));
});

test.each([
  ['127.0.0.1:5432', '127.0.0.1', 5432],
  ['db:80', 'db', 80],
  ['[::1]:6379', '::1', 6379],
])('%s is an address', (text, host, port) => {
  expect(parseAddress(text)).toEqual({ host, port });
});

test.each([['db'], ['db:0'], ['db:70000'], ['http://db:80'], [':80']])('%s is none', (text) => {
  expect(parseAddress(text)).toBeUndefined();
});
