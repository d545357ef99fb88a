import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listeningEndpoints } from '../../../src/service/listening.ts';
import {
  descriptorCount,
  family,
  groupCpuNs,
  groupMembers,
  hasProcfs,
  threadCount,
} from '../../../src/service/process-table.ts';

let root = '';
beforeEach(async () => (root = await mkdtemp(join(tmpdir(), 'leakgate-proc-'))));
afterEach(async () => await rm(root, { recursive: true }));

interface Fake {
  pid: number;
  parent: number;
  group: number;
  name?: string;
  state?: string;
  /** utime, stime, cutime, cstime in ticks */
  ticks?: [number, number, number, number];
  tasks?: number[];
  environ?: string;
}

async function fakeProcess(fake: Fake): Promise<void> {
  const { pid, name = 'api', state = 'S', ticks = [0, 0, 0, 0] } = fake;
  await mkdir(join(root, `${pid}/task`), { recursive: true });
  const rest = [state, fake.parent, fake.group, fake.group, 0, -1, 4194560, 1, 2, 3, 4, ...ticks, 20, 0, 1, 0];
  await writeFile(join(root, `${pid}/stat`), `${pid} (${name}) ${rest.join(' ')}\n`);
  await writeFile(join(root, `${pid}/environ`), fake.environ ?? '');
  for (const [index, ns] of (fake.tasks ?? []).entries()) {
    await mkdir(join(root, `${pid}/task/${pid + index}`));
    await writeFile(join(root, `${pid}/task/${pid + index}/schedstat`), `${ns} 12 3\n`);
  }
}

test('a family is the group, its descendants and those that carry the mark', async () => {
  await fakeProcess({ pid: 1, parent: 0, group: 1 });
  await fakeProcess({ pid: 50, parent: 1, group: 50, name: 'evil) R 1 50 (' });
  await fakeProcess({ pid: 51, parent: 50, group: 50 });
  await fakeProcess({ pid: 52, parent: 51, group: 52 });
  await fakeProcess({ pid: 53, parent: 1, group: 50 });
  await fakeProcess({ pid: 54, parent: 1, group: 54, environ: 'A=1\0LEAKGATE_GROUP=x\0' });
  await fakeProcess({ pid: 55, parent: 50, group: 50, state: 'Z' });
  await fakeProcess({ pid: 56, parent: 1, group: 56, environ: 'B=LEAKGATE_GROUP=x\0' });
  expect(groupMembers(50, root)).toEqual([50, 51, 52, 53]);
  expect(family(50, 'LEAKGATE_GROUP=x', root)).toEqual({ members: [50, 51, 53], outside: [52, 54] });
});

test('CPU time is the tasks, or the ticks where threads have exited, and children that ended', async () => {
  await fakeProcess({ pid: 50, parent: 1, group: 50, tasks: [1_500_000, 2_700_000] });
  expect(groupCpuNs(50, root)).toBe(4_200_000);
  await fakeProcess({ pid: 60, parent: 50, group: 50, ticks: [3, 1, 2, 1], tasks: [5_000_000] });
  expect(groupCpuNs(50, root)).toBe(4_200_000 + 40_000_000 + 30_000_000);
});

/** A line of /proc/net/tcp. */
const listen = (inode: number, address: string, state = '0A') =>
  `   0: ${address} 00000000:0000 ${state} 00000000:00000000 00:00000000 00000000     0        0 ${inode} 1 0 100 0 0 10 0`;

test('listening sockets of the family, as a client reaches them', async () => {
  await mkdir(join(root, '50/net'), { recursive: true });
  await mkdir(join(root, '50/fd'));
  for (const inode of [11, 12, 13, 14, 15, 16]) await symlink(`socket:[${inode}]`, join(root, `50/fd/${inode}`));
  await symlink('/dev/null', join(root, '50/fd/0'));
  const tcp = [
    listen(11, '0100007F:1F90'),
    listen(12, '00000000:1F91'),
    listen(13, '0100007F:1F92', '01'),
    listen(99, '00000000:1F93'),
  ];
  const tcp6 = [
    listen(14, '00000000000000000000000000000000:1F94'),
    listen(15, '00000000000000000000000001000000:1F95'),
    listen(16, '0000000000000000FFFF00000100007F:1F96'),
  ];
  await writeFile(join(root, '50/net/tcp'), ['  sl  local_address', ...tcp, ''].join('\n'));
  await writeFile(join(root, '50/net/tcp6'), ['  sl  local_address', ...tcp6, ''].join('\n'));
  expect(listeningEndpoints([50], root)).toEqual([
    { host: '127.0.0.1', port: 8080 },
    { host: '127.0.0.1', port: 8081 },
    { host: '127.0.0.1', port: 8084 },
    { host: '::1', port: 8084 },
    { host: '::1', port: 8085 },
    { host: '127.0.0.1', port: 8086 },
  ]);
});

test.runIf(hasProcfs())('the real thing: this process listens', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  expect(listeningEndpoints([process.pid])).toContainEqual({ host: '127.0.0.1', port });
  server.close();
  expect(groupCpuNs(process.pid)).toBeGreaterThan(0);
  expect(descriptorCount(process.pid)).toBeGreaterThan(2);
  expect(threadCount(process.pid)).toBeGreaterThan(1);
});

test('without /proc every figure is zero', () => {
  const nowhere = join(root, 'nothing');
  expect(hasProcfs(nowhere)).toBe(false);
  expect(groupMembers(1, nowhere)).toEqual([]);
  expect(groupCpuNs(1, nowhere)).toBe(0);
  expect(descriptorCount(1, nowhere)).toBe(0);
  expect(threadCount(1, nowhere)).toBe(0);
  expect(listeningEndpoints([1], nowhere)).toEqual([]);
});
