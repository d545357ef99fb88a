import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server as TcpServer } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { type Readiness, type ReadySpec, waitUntilReady } from '../../../src/service/ready.ts';

vi.setConfig({ testTimeout: 60_000 });
const opened: (Server | TcpServer)[] = [];
afterEach(() => {
  for (const server of opened.splice(0)) {
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
  }
});

async function port(server: Server | TcpServer): Promise<number> {
  opened.push(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return (server.address() as AddressInfo).port;
}
const answering = async (status: number) => await port(createServer((_, response) => response.writeHead(status).end()));

/** With a millisecond to wait it looks exactly once. */
async function look(ports: number[], changes: Partial<ReadySpec> = {}): Promise<Readiness> {
  const spec = {
    path: undefined,
    timeoutMs: 1,
    askedPort: ports[0]!,
    endpoints: () => ports.map((open) => ({ host: '127.0.0.1', port: open })),
    ended: new Promise<void>(() => {}),
    ...changes,
  };
  return await waitUntilReady(spec, new AbortController().signal);
}

const health = { path: '/healthz' };
const ready = (open: number) => ({ ready: true, endpoint: { host: '127.0.0.1', port: open } });
const waiting = (waitingFor: string) => ({ ready: false, waitingFor });

test.each([200, 204, 302])('%i at the path is ready', async (status) => {
  const open = await answering(status);
  expect(await look([open], health)).toEqual(ready(open));
});

test.each([404, 500, 503])('%i at the path is not', async (status) => {
  const open = await answering(status);
  expect(await look([open], health)).toEqual(waiting(`GET /healthz on port ${open} answered ${status}`));
});

test('neither is no answer', async () => {
  const open = await port(createServer(() => {}));
  expect(await look([open], health)).toEqual(waiting(`GET /healthz on port ${open} didn't answer within 2 s`));
});

test('nor something that is not HTTP', async () => {
  const open = await port(createTcpServer((socket) => socket.end('220 hello\r\n')));
  const answer = await look([open], health);
  expect(answer).toMatchObject(
    waiting(expect.stringMatching(new RegExp(`^GET /healthz on port ${open} failed \\(.+\\)$`))),
  );
});

test('an unhealthy API is not excused by a healthy admin port', async () => {
  const [api, admin] = [await answering(503), await answering(200)];
  expect(await look([api, admin], health)).toEqual(waiting(`GET /healthz on port ${api} answered 503`));
});

test('without a path the asked port only has to take connections', async () => {
  const open = await answering(500);
  expect(await look([await answering(200), open], { askedPort: open })).toEqual(ready(open));
});

test('of other ports the best answer counts, once they stay the same', async () => {
  const [debug, api, raw] = [
    await answering(404),
    await answering(200),
    await port(createTcpServer((socket) => socket.end())),
  ];
  expect(await look([debug, api, raw], { askedPort: 1 })).toEqual(waiting('it kept opening ports'));
  expect(await look([debug, api, raw], { askedPort: 1, timeoutMs: 30_000 })).toEqual(ready(api));
});

test('two equally good ones are no choice', async () => {
  const ports = [await answering(200), await answering(200)].toSorted((a, b) => a - b);
  const answer = await look(ports, { askedPort: 1, timeoutMs: 1000 });
  expect(answer).toEqual(waiting(`it listens on the ports ${ports.join(', ')} and none stands out`));
});

test('the end of the service ends the wait', async () => {
  const answer = await look([], { timeoutMs: 3_600_000, ended: Promise.resolve() });
  expect(answer).toEqual(waiting('it never listened on a TCP port'));
});
