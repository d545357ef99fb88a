import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findProbe } from '../../../src/probes/find-probe.ts';

const never = new AbortController().signal;
let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'leakgate-find-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

async function listening(name: string, answer: RequestListener): Promise<AsyncDisposable> {
  const server = createServer(answer);
  await new Promise<void>((done) => server.listen(join(directory, name), done));
  return {
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

const pong =
  (pid: number): RequestListener =>
  (_, response) =>
    response.end(JSON.stringify({ pid, goVersion: 'go1.26.8', leakProof: true }));

test('a probe is found among the other sockets of a process', async () => {
  await using _other = await listening('a', (_, response) => response.writeHead(404).end());
  await using _strange = await listening('b', pong(process.pid + 1));
  await using _probe = await listening('c', pong(process.pid));
  const probe = await findProbe(process.pid, never);
  expect(await probe?.ping(never)).toMatchObject({ pid: process.pid });
});

test('servers that answer otherwise, or not at all, are none', async () => {
  await using _other = await listening('a', (_, response) => response.end('<html>'));
  await using _hanging = await listening('b', () => undefined);
  expect(await findProbe(process.pid, never)).toBeNull();
});

test('an interrupt ends the search', async () => {
  await using _hanging = await listening('a', () => undefined);
  const interrupt = new AbortController();
  const search = findProbe(process.pid, interrupt.signal);
  interrupt.abort(new Error('interrupted'));
  await expect(search).rejects.toThrow('interrupted');
});
