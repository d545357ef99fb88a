import { openSync, closeSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openFiles } from '../../../src/service/open-files.ts';

async function listening(server: Server, where: object): Promise<Server> {
  server.listen(where);
  await once(server, 'listening');
  return server;
}

/** What this very process has open more than before. */
function more(before: Record<string, number>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(openFiles(process.pid)).flatMap(([name, count]) => {
      const grown = count - (before[name] ?? 0);
      return grown > 0 ? [[name, grown]] : [];
    }),
  );
}

test('files by their place, numbers alike', () => {
  const directory = mkdtempSync(join(tmpdir(), 'leakgate-files-'));
  const before = openFiles(process.pid);
  const opened = [1, 22, 333].map((n) => {
    writeFileSync(join(directory, `upload-${n}`), '');
    return openSync(join(directory, `upload-${n}`), 'r');
  });
  try {
    expect(more(before)).toEqual({ [`file ${join(directory, 'upload-').replaceAll(/\d+/g, '#')}#`]: 3 });
  } finally {
    opened.forEach(closeSync);
    rmSync(directory, { recursive: true });
  }
});

test('connections by whom they talk to', async () => {
  const before = openFiles(process.pid);
  const accepted: Socket[] = [];
  const server = await listening(
    createServer((socket) => void accepted.push(socket)),
    { host: '127.0.0.1', port: 0 },
  );
  const { port } = server.address() as AddressInfo;
  const clients = [connect(port, '127.0.0.1'), connect(port, '127.0.0.1')];
  try {
    await expect.poll(() => accepted.length).toBe(2);
    expect(more(before)).toMatchObject({
      [`listener on port ${port}`]: 1,
      [`connection to 127.0.0.1:${port}`]: 2,
      'connection from a client': 2,
    });
  } finally {
    [...clients, ...accepted].forEach((socket) => socket.destroy());
    server.close();
  }
});

test('unix sockets by their path', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'leakgate-files-'));
  const before = openFiles(process.pid);
  const server = await listening(createServer(), { path: join(directory, 'db.sock') });
  try {
    expect(more(before)).toMatchObject({ [`unix socket ${join(directory, 'db.sock')}`]: 1 });
  } finally {
    server.close();
    rmSync(directory, { recursive: true });
  }
});

test('a process that is gone has nothing open', () => {
  expect(openFiles(2 ** 30)).toEqual({});
});
