import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { git } from './rig/git.ts';

const root = join(import.meta.dirname, '..', '..');
const fixtures = join(root, '__tests__', 'fixtures', 'e2e');
let folder: string;
let temporary: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'leakgate-bisected-'));
  temporary = mkdtempSync(join(tmpdir(), 'leakgate-bisect-tmp-'));
});
afterEach(() => [folder, temporary].forEach((path) => rmSync(path, { recursive: true, force: true })));

const leakgate = (...args: string[]) =>
  spawnSync('node', [join(root, 'dist/cli.js'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, TMPDIR: temporary },
  });

async function commit(name: string, files: Record<string, string>): Promise<string> {
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  await git(folder, 'add', '-A');
  await git(folder, 'commit', '-qm', name);
  return git(folder, 'rev-parse', 'HEAD');
}

test('names the commit that brought a leak, and leaves nothing behind', async () => {
  cpSync(join(fixtures, 'service'), folder, { recursive: true });
  await git(folder, 'init', '-q', '-b', 'main');
  const version = (text: string) => ({
    'version.go': `package main\n\nvar version = ${text}\n\nfunc init() { println(version) }\n`,
  });
  await commit('Start', {
    'leakgate.yml': 'checks: heap-leak\nrequests: GET /product?id=tea\nleak-requests: 251\n',
    ...version('"0"'),
  });
  expect(leakgate('run', '--save-baseline', '--out', '.git/good').status).toBe(0);
  await commit('Count', version('"1"'));
  const leak = await commit('Remember views', {
    'views.go': readFileSync(join(fixtures, 'service-leaky', 'views.go'), 'utf8'),
  });
  await commit('Break the build', version('oops'));
  const head = await commit('Mend the build', version('"2"'));
  const red = leakgate('run', '--out', '.git/red');
  expect(red.status).toBe(1);
  // Work in progress is no hindrance.
  writeFileSync(join(folder, 'main.go'), 'not Go');

  const { status, stdout, stderr } = leakgate('bisect', '--markdown', join(temporary, 'comment.md'));
  expect(stdout + stderr).toContain(`${leak.slice(0, 7)} Remember views`);
  expect(status).toBe(0);
  expect(stdout).toMatch(/brought Heap growth in main\.recordView \(views\.go:\d+\)/);
  expect(stdout).toMatch(/\+.*views\.all = append/);
  expect(stdout).not.toContain('may also be');
  expect(readFileSync(join(temporary, 'comment.md'), 'utf8')).toContain('Remember views');
  expect(await git(folder, 'rev-parse', 'HEAD')).toBe(head);
  expect(await git(folder, 'status', '--porcelain')).toBe('M main.go');
  expect((await git(folder, 'worktree', 'list')).split('\n')).toHaveLength(1);
  expect(readdirSync(temporary)).toEqual(['comment.md']);

  expect(leakgate('bisect', '--since', 'v9').stderr).toContain('v9 is no commit of this repository.');
  expect(leakgate('bisect', '--from', '.git/good').stderr).toContain('Nothing failed in that run.');
});
