import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findProbe } from '../../../src/probes/find-probe.ts';

const never = new AbortController().signal;
let directory: string;
let servers: Server[] = [];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'leakgate-find-'));
});
afterEach(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
  servers = [];
  rmSync(directory, { recursive: true });
});

async function listening(name: string, answer: RequestListener): Promise<void> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((done) => server.listen(join(directory, name), done));
}

const pong =
  (pid: number): RequestListener =>
  (_, response) =>
    response.end(JSON.stringify({ pid, goVersion: 'go1.26.8', leakProof: true }));

test('a probe is found among the other sockets of a process', async () => {
  await listening('a', (_, response) => response.writeHead(404).end());
  await listening('b', pong(process.pid + 1));
  await listening('c', pong(process.pid));
  const probe = await findProbe(process.pid, never);
  expect(await probe?.ping(never)).toMatchObject({ pid: process.pid });
});

test('servers that answer otherwise, or not at all, are none', async () => {
  await listening('a', (_, response) => response.end('<html>'));
  await listening('b', () => undefined);
  expect(await findProbe(process.pid, never)).toBeNull();
});

test('an interrupt ends the search', async () => {
  await listening('a', () => undefined);
  const interrupt = new AbortController();
  const search = findProbe(process.pid, interrupt.signal);
  interrupt.abort(new Error('interrupted'));
  await expect(search).rejects.toThrow('interrupted');
});
