import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { startService } from '../../../src/service/index.ts';

// A laptop without /proc, such as one with macOS: every look at it finds nothing.
vi.mock('../../../src/service/process-table.ts', async (original) => {
  const real = await original<typeof import('../../../src/service/process-table.ts')>();
  const nowhere = '/nonexistent';
  return {
    hasProcfs: () => real.hasProcfs(nowhere),
    groupMembers: (leader: number) => real.groupMembers(leader, nowhere),
    family: (leader: number, mark: string) => real.family(leader, mark, nowhere),
    groupCpuNs: (leader: number) => real.groupCpuNs(leader, nowhere),
    descriptorCount: (pid: number) => real.descriptorCount(pid, nowhere),
    threadCount: (pid: number) => real.threadCount(pid, nowhere),
  };
});

const standIn = fileURLToPath(new URL('../../fixtures/service/stand-in.mjs', import.meta.url));

test('a service at its asked port runs, is stopped, and has no figures', async () => {
  const service = await startService(
    {
      name: 'head',
      binary: process.execPath,
      args: [standIn, 'ok'],
      env: {},
      cwd: '/',
      dir: '/',
      side: 'head',
      ready: { path: '/', timeoutMs: 10_000 },
    },
    new AbortController().signal,
  );
  expect((await fetch(service.origin)).status).toBe(200);
  expect([service.cpuNs(), service.descriptors(), service.threads()]).toEqual([0, 0, 0]);
  await service.stop();
  expect(service.running).toBe(false);
  expect(() => process.kill(service.pid, 0)).toThrow('ESRCH');
});
