import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { dyingWithUs } from '../../../src/service/parent-death.ts';

const hasSetpriv = ['/usr/bin/setpriv', '/bin/setpriv'].some((path) => existsSync(path));

test('what can’t be started stays as it is, so that its own error tells', async () => {
  const command = { command: '/nowhere/service', args: ['-a'] };
  expect(await dyingWithUs(command.command, command.args)).toEqual(command);
});

test('the arguments of the command are its own', async ({ skip }) => {
  skip(!hasSetpriv, 'There is no setpriv.');
  const { args } = await dyingWithUs(process.execPath, ['--pdeathsig', '-x']);
  expect(args.slice(-3)).toEqual([process.execPath, '--pdeathsig', '-x']);
});

const isAlive = (pid: number): boolean => {
  try {
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
};

test('a service ends when the process that started it is killed', async ({ skip }) => {
  skip(!hasSetpriv, 'There is no setpriv.');
  const folder = await mkdtemp(join(tmpdir(), 'leakgate-parent-'));
  try {
    // A parent of its own, since this one must live on.
    const parent = join(folder, 'parent.mjs');
    const source = `
      import { spawnGroup } from ${JSON.stringify(new URL('../../../src/service/process-group.ts', import.meta.url).pathname)};
      const spec = { name: 'it', command: process.execPath, args: ['-e', 'setInterval(() => {}, 1000)'], cwd: '/', env: {} };
      const group = await spawnGroup({ ...spec, onOutput() {} }, new AbortController().signal);
      console.log(group.pid);
      setInterval(() => {}, 1000);`;
    const stdin = { contents: source, resolveDir: folder };
    await build({ stdin, bundle: true, platform: 'node', format: 'esm', outfile: parent, logLevel: 'error' });
    const running = spawn(process.execPath, [parent], { stdio: ['ignore', 'pipe', 'inherit'] });
    const pid = await new Promise<number>((resolve) => {
      running.stdout.once('data', (chunk: Buffer) => resolve(Number(chunk.toString())));
    });
    expect(isAlive(pid)).toBe(true);
    running.kill('SIGKILL');
    await expect.poll(() => isAlive(pid), { timeout: 60_000 }).toBe(false);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
