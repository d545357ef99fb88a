import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listeningUnixSockets } from '../../../src/service/unix-sockets.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'leakgate-sockets-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

test('finds the sockets that this very process listens on, while it does', async () => {
  const path = join(directory, 'a socket');
  const server = createServer();
  await new Promise<void>((done) => server.listen(path, done));
  expect(listeningUnixSockets(process.pid)).toContain(path);
  await new Promise((done) => server.close(done));
  expect(listeningUnixSockets(process.pid)).not.toContain(path);
});

test('of a table, takes what the process owns, listens and has a name', () => {
  const process = join(directory, '7');
  mkdirSync(join(process, 'fd'), { recursive: true });
  mkdirSync(join(process, 'net'));
  [11, 12, 13, 14, 15].forEach((inode, fd) => symlinkSync(`socket:[${inode}]`, join(process, 'fd', String(fd))));
  symlinkSync('/srv', join(process, 'cwd'));
  writeFileSync(
    join(process, 'net/unix'),
    [
      'Num       RefCount Protocol Flags    Type St Inode Path',
      `0000000000000000: 00000002 00000000 00010000 0001 01    11 ${directory}/7/cwd`,
      '0000000000000000: 00000002 00000000 00010000 0001 01    12 @abstract',
      '0000000000000000: 00000003 00000000 00000000 0001 03    13 /run/connected',
      '0000000000000000: 00000002 00000000 00010000 0001 01    14 relative.sock',
      '0000000000000000: 00000002 00000000 00010000 0001 01    15 /in/a/container.sock',
      '0000000000000000: 00000002 00000000 00010000 0001 01    99 /run/of-somebody-else',
      '0000000000000000: 00000002 00000000 00000000 0002 01    11',
    ].join('\n'),
  );
  expect(listeningUnixSockets(7, directory)).toEqual([
    `${directory}/7/cwd`,
    '/srv/relative.sock',
    `${directory}/7/root/in/a/container.sock`,
  ]);
});

test('of a process that is gone, there are none', () => {
  expect(listeningUnixSockets(7, directory)).toEqual([]);
});
