import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../../../src/baseline/index.ts';
import { trend } from '../../../src/commands/trend.ts';
import { history } from '../history/trends.ts';

const signal = new AbortController().signal;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leakgate-trend-'));
  execFileSync('git', ['init', '-q', '-b', 'main'], { cwd: folder });
  execFileSync('git', ['remote', 'add', 'origin', 'git@github.com:acme/shop.git'], { cwd: folder });
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

async function store(branch: string, length: number, key = 'cmd/api'): Promise<void> {
  const target = openStore('file', { directory: folder, env: {} });
  for (const figures of history(length)) await target.write({ ...figures, branch, key }, signal);
}

async function run(...args: string[]): Promise<string> {
  let stdout = '';
  const into = { write: (text: string) => Boolean((stdout += text)) } as unknown as NodeJS.WriteStream;
  expect(await trend.run(args, { env: process.env, cwd: folder, stdout: into, stderr: into }, signal)).toBe(0);
  return stdout;
}

test('a branch by name, else the one with the newest run', async () => {
  await store('main', 5);
  await store('feat/x', 3);
  expect(await run('--branch', 'feat/x')).toContain('3 stored runs');
  expect(await run()).toContain('cmd/api   main   5 stored runs');
});

test('a page whose commits lead to the forge, and JSON', async () => {
  await store('main', 2);
  const json = JSON.parse(await run('--format', 'json', '--html', 't.html')) as { points: unknown[] };
  expect(json.points).toHaveLength(2);
  expect(await readFile(join(folder, 't.html'), 'utf8')).toContain('href="https://github.com/acme/shop/commit/1000');
});

test('several services ask which; nothing stored says how to store', async () => {
  await expect(run()).rejects.toThrow('No baseline is stored.');
  await store('main', 1);
  await store('main', 1, 'cmd/worker');
  await expect(run()).rejects.toThrow('main has baselines of 2 services');
  expect(await run('--key', 'cmd/worker')).toContain('cmd/worker   main   1 stored run');
  await expect(run('--branch', 'gone')).rejects.toThrow('There is no baseline of gone.');
});
