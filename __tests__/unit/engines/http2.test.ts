import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createSecureServer, createServer, type Http2Server, type ServerHttp2Stream } from 'node:http2';
import { createServer as createPlainServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { Load } from '../../../src/engines/engine.ts';
import { http2Engine } from '../../../src/engines/http2.ts';
import type { LoadSummary } from '../../../src/model.ts';
import { deadPort } from './faulty-server.ts';
import { never, route } from './scenario.ts';

// A busy machine may take its time; nothing here depends on how long.
vi.setConfig({ testTimeout: 120_000 });

interface Asked {
  stream: ServerHttp2Stream;
  number: number;
  headers: Record<string, unknown>;
  body: Buffer;
}

/** An HTTP/2 server that hands each complete request to `reply`. */
async function serve(reply: (asked: Asked) => void, server: Http2Server = createServer()) {
  const sockets = new Set<Socket>();
  const asked: Asked[] = [];
  let [accepted, most] = [0, 0];
  let flying = 0;
  server.on('connection', (socket: Socket) => {
    accepted += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('stream', (stream, headers) => {
    most = Math.max(most, (flying += 1));
    stream.on('error', () => undefined);
    stream.on('close', () => (flying -= 1));
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      const one = { stream, number: asked.length + 1, headers, body: Buffer.concat(chunks) };
      asked.push(one);
      reply(one);
    });
  });
  server.on('sessionError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    accepted: () => accepted,
    open: () => sockets.size,
    cut: () => sockets.forEach((socket) => socket.destroy()),
    /** Streams in flight at the same time, at most. */
    most: () => most,
    async [Symbol.asyncDispose]() {
      sockets.forEach((socket) => socket.destroy());
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const answer = ({ stream }: Asked, status = 200): void => {
  if (stream.destroyed) return;
  stream.respond({ ':status': status });
  stream.end('hello');
};

const load = (parts: Partial<Load> = {}): Load => ({
  routes: [route('GET /')],
  connections: 2,
  streams: 4,
  stop: { requests: 60 },
  timeoutMs: 60_000,
  ...parts,
});

const send = async ({ port }: { port: number }, parts: Partial<Load> = {}): Promise<LoadSummary> =>
  http2Engine.run(`http://127.0.0.1:${port}`, load(parts), never);

function counts({ sent, answered, errors, resets, timeouts, lost, unexpected }: LoadSummary) {
  return { sent, answered, errors, resets, timeouts, lost, unexpected };
}
const none = { errors: 0, resets: 0, timeouts: 0, lost: 0, unexpected: 0 };

test('sends exactly the requests asked for on that many sessions and streams, and closes them', async () => {
  await using server = await serve((asked) => void setImmediate(() => answer(asked)));
  const summary = await send(server, { stop: { requests: 103 } });
  expect(counts(summary)).toEqual({ ...none, sent: 103, answered: 103 });
  expect(server.asked).toHaveLength(103);
  expect(server.accepted()).toBe(2);
  expect(server.most()).toBe(8);
  await expect.poll(() => server.open()).toBe(0);
  expect(summary).toMatchObject({
    engine: { name: 'http2', version: `node ${process.version}`, model: 'closed', protocol: 'HTTP/2' },
    connections: 2,
    streams: 4,
    statuses: { 200: 103 },
  });
  expect(summary.latencyUs.p50).toBeGreaterThan(0);
  expect(summary.generatorCpuUs).toBeGreaterThan(0);
});

test('hears how long the service says that the stages of an expected answer took', async () => {
  await using server = await serve(({ stream, number }) => {
    stream.respond({ ':status': number % 3 === 0 ? 500 : 200, 'server-timing': [`db;dur=${number}`, 'auth;dur=1'] });
    stream.end();
  });
  const heard: string[] = [];
  const routes = [route('GET /', { expectStatus: [200] })];
  const one = { routes, connections: 1, streams: 1, stop: { requests: 6 } };
  await send(server, { ...one, serverTiming: (field) => void heard.push(field) });
  expect(heard.map((field) => field.replaceAll(' ', ''))).toEqual(
    [1, 2, 4, 5].map((number) => `db;dur=${number},auth;dur=1`),
  );
});

test('opens no more sessions and streams than there are requests', async () => {
  await using server = await serve((asked) => answer(asked));
  expect(counts(await send(server, { stop: { requests: 3 }, connections: 9 }))).toMatchObject({ sent: 3, answered: 3 });
  expect(server.accepted()).toBe(3);
});

test('sends method, path, headers and body as they are, and knows the route of every answer', async () => {
  await using server = await serve((asked) => answer(asked, asked.headers[':path'] === '/gone' ? 404 : 200));
  const body = Buffer.from([0, 255, 13, 10]);
  const put = route('PUT /u?q=1', { headers: { 'X-Token': 'abc', Host: 'api.test' }, body, weight: 3 });
  const summary = await send(server, { routes: [put, route('GET /gone')], stop: { requests: 40 } });
  expect(server.asked[0]!.headers).toMatchObject({
    ':method': 'PUT',
    ':path': '/u?q=1',
    ':authority': 'api.test',
    'x-token': 'abc',
    'content-length': '4',
  });
  expect(server.asked[0]!.body.equals(body)).toBe(true);
  expect(summary.routes.map(({ requests, failed }) => [requests, failed])).toEqual([
    [30, 0],
    [10, 10],
  ]);
  expect(summary.unexpected).toBe(10);
});

test('an answer to HEAD and a 204 are complete without a body', async () => {
  await using server = await serve(({ stream, headers }) =>
    stream.respond({ ':status': headers[':method'] === 'HEAD' ? 200 : 204 }, { endStream: true }),
  );
  const summary = await send(server, { routes: [route('HEAD /'), route('DELETE /')], stop: { requests: 20 } });
  expect(counts(summary)).toEqual({ ...none, sent: 20, answered: 20 });
});

test('a stream that the service resets, as net/http does after a panic, is a reset, before and amid the answer', async () => {
  await using server = await serve((asked) => {
    if (asked.number % 10 === 1) return asked.stream.close(2);
    if (asked.number % 10 === 2) {
      asked.stream.respond({ ':status': 200 });
      return void asked.stream.write('half', () => asked.stream.destroy(new Error('broken')));
    }
    answer(asked);
  });
  expect(counts(await send(server))).toEqual({ ...none, sent: 60, answered: 48, errors: 12, resets: 12 });
  expect(server.accepted()).toBe(2);
});

test('a line that is cut fails what was on it, and is made anew', async () => {
  await using server = await serve((asked) => {
    if (asked.number === 20 || asked.number === 40) server.cut();
    else answer(asked);
  });
  const summary = await send(server, { connections: 1, streams: 4 });
  expect(summary.answered + summary.errors).toBe(60);
  expect(summary.errors).toBeGreaterThanOrEqual(2);
  expect(summary.errors).toBeLessThanOrEqual(8);
  expect(server.accepted()).toBe(3);
});

test('a session that says goodbye is replaced, and what it took is answered', async () => {
  await using server = await serve((asked) => {
    answer(asked);
    if (asked.number === 30) asked.stream.session!.close();
  });
  const summary = await send(server, { connections: 1, streams: 1 });
  expect(counts(summary)).toEqual({ ...none, sent: 60, answered: 60 });
  expect(server.accepted()).toBe(2);
});

test('what takes too long times out and costs no other stream', async () => {
  await using server = await serve((asked) => {
    if (asked.number !== 5) answer(asked);
  });
  const summary = await send(server, { timeoutMs: 3000 });
  // On a machine that stands still, others are late as well.
  expect(summary.timeouts).toBeGreaterThanOrEqual(1);
  expect(counts(summary)).toMatchObject({ sent: 60, answered: 60 - summary.timeouts, errors: 0, lost: 0 });
  expect(server.accepted()).toBe(2);
});

test('a dead port is given up, and isn’t called a lack of HTTP/2', async () => {
  const summary = await send({ port: await deadPort() }, { stop: { requests: 100_000 } });
  expect(summary).toMatchObject({ answered: 0, resets: 0, timeouts: 0 });
  expect(summary.errors).toBe(summary.sent);
  expect(summary.sent).toBeLessThan(1000);
});

test('a service of HTTP/1.1 alone is said to be one', async () => {
  const plain = createPlainServer((_, response) => response.end('hello')).listen(0, '127.0.0.1');
  await once(plain, 'listening');
  const { port } = plain.address() as AddressInfo;
  const running = send({ port });
  await expect(running).rejects.toMatchObject({ code: 'config', hint: expect.stringContaining('tls: true') });
  await expect(running).rejects.toThrow(`The service at http://127.0.0.1:${port} doesn't speak HTTP/2.`);
  plain.closeAllConnections();
  await new Promise((resolve) => plain.close(resolve));
});

test('a header that HTTP/2 doesn’t know is an error of the configuration', async () => {
  await using server = await serve((asked) => answer(asked));
  const routes = [route('GET /', { headers: { connection: 'keep-alive' } })];
  await expect(send(server, { routes })).rejects.toMatchObject({ code: 'config' });
  await expect.poll(() => server.open()).toBe(0);
});

test('an abort ends it with the reason and leaves no connection', async () => {
  const stop = new AbortController();
  await using server = await serve((asked) => {
    answer(asked);
    if (asked.number === 20) stop.abort(new Error('enough'));
  });
  const endless = load({ stop: { durationMs: 600_000 } });
  await expect(http2Engine.run(`http://127.0.0.1:${server.port}`, endless, stop.signal)).rejects.toThrow('enough');
  await expect.poll(() => server.open()).toBe(0);
});

test('over TLS the certificate of a service on this machine is taken as it is', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'leakgate-tls-'));
  const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-subj', '/CN=service'];
  execFileSync('openssl', ['req', '-x509', ...curve, '-keyout', keyFile, '-out', certFile], { stdio: 'ignore' });
  const [key, cert] = [readFileSync(keyFile), readFileSync(certFile)];
  await rm(folder, { recursive: true });
  await using server = await serve((asked) => answer(asked), createSecureServer({ key, cert }));
  const summary = await http2Engine.run(`https://127.0.0.1:${server.port}`, load(), never);
  expect(counts(summary)).toEqual({ ...none, sent: 60, answered: 60 });
});
