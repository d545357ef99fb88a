import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runCommand } from '../../../src/build/index.ts';
import { buildSourceProgram } from '../../../src/go-source/index.ts';

const { signal } = new AbortController();

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'leakgate-go-source-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

test('builds in spite of flags and a workspace that are about the user’s module', async () => {
  const env = { ...process.env, GOFLAGS: '-mod=vendor', GOWORK: join(directory, 'go.work') };
  const { path, place } = await buildSourceProgram('discover', { directory, env }, signal);
  writeFileSync(
    join(directory, 'main.go'),
    'package main\n\nimport "net/http"\n\nfunc main() {\n\thttp.HandleFunc("/hi", nil)\n}\n',
  );
  const { stdout } = await runCommand(path, [directory], place, signal);
  expect(JSON.parse(stdout)).toMatchObject({ routes: [{ method: '', path: '/hi', line: 6 }] });
});

test('a list of packages that isn’t there ends the inventory with its name', async () => {
  const { path, place } = await buildSourceProgram('inventory', { directory, env: process.env }, signal);
  const missing = join(directory, 'packages.json');
  const { exitCode, stdout, stderr } = await runCommand(path, [missing], place, signal);
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
  expect(stderr).toContain(missing);
});

test('without Go it says so', async () => {
  const env = { ...process.env, PATH: directory };
  await expect(buildSourceProgram('discover', { directory, env }, signal)).rejects.toMatchObject({ code: 'config' });
});
