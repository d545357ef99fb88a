import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { changedLines } from '../../../src/affected/changed-lines.ts';
import type { CheckReport, Finding, Frame } from '../../../src/model.ts';
import { finding, heapCheck } from '../reporters/reports.ts';

const { signal } = new AbortController();
const who = { GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@b', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@b' };
const env = { ...process.env, ...who, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
let root: string;
const git = (...args: string[]) => execFileSync('git', args, { cwd: root, env, encoding: 'utf8' }).trim();
const commit = (message: string): string => {
  git('add', '.');
  git('commit', '--quiet', '--allow-empty', '--message', message);
  return git('rev-parse', 'HEAD');
};
const write = (file: string, ...lines: string[]) => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), lines.map((line) => `${line}\n`).join(''));
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'leakgate-lines-'));
  git('init', '--quiet', '--initial-branch=main');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A problem that leads through these files. */
function through(...files: string[]): CheckReport[] {
  const stack = files.map((file): Frame => ({ function: 'main.f', file, line: 1, own: true }));
  return [heapCheck({ findings: [leak({ site: { function: 'main.f', file: files[0]!, line: 1, stack } })] })];
}

const leak = (changes: Partial<Finding>): Finding => finding({ kind: 'leak', outcome: 'fail', ...changes });

const ask = async (since: string, checks: CheckReport[], place = root) =>
  changedLines(checks, { root: place, since, env: { ...env, GIT_DIR: '/nowhere' } }, signal);

test('new, edited and removed lines of files that a stack leads through, committed or not, by any name', async () => {
  write('cache.go', 'a', 'b', 'c', 'd', 'e', 'f');
  write('sub/ünd "neu".go', 'a', 'b');
  write('removed.go', 'a', 'b', 'c');
  write('gone.go', 'a');
  const since = commit('base');
  write('cache.go', 'a', 'B', 'c', 'd', 'e', 'f', 'g', 'h');
  write('removed.go', 'a', 'c');
  commit('head');
  write('sub/ünd "neu".go', 'a', '@@ -1 +1 @@', 'b');
  write('fresh.go', 'a', 'b', 'c');
  rmSync(join(root, 'gone.go'));
  const files = ['cache.go', 'sub/ünd "neu".go', 'removed.go', 'gone.go', 'fresh.go'];
  const changes = await ask(since, through(...files, 'untouched.go'));
  expect(changes?.since).toBe(since);
  expect(changes?.files.toSorted((a, b) => (a.file < b.file ? -1 : 1))).toEqual([
    {
      file: 'cache.go',
      lines: [
        [2, 2],
        [7, 8],
      ],
    },
    { file: 'fresh.go', lines: [[1, 3]] },
    { file: 'sub/ünd "neu".go', lines: [[2, 2]] },
  ]);
});

test('what the base branch brought meanwhile is no change of this one', async () => {
  write('cache.go', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
  commit('start');
  git('checkout', '--quiet', '-b', 'feat');
  write('cache.go', 'A', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
  commit('ours');
  git('checkout', '--quiet', 'main');
  write('cache.go', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'H');
  const since = commit('theirs');
  git('checkout', '--quiet', 'feat');
  expect((await ask(since, through('cache.go')))?.files).toEqual([{ file: 'cache.go', lines: [[1, 1]] }]);
  // A forge checks out the merge of both.
  git('merge', '--quiet', '--no-edit', 'main');
  expect((await ask(since, through('cache.go')))?.files).toEqual([{ file: 'cache.go', lines: [[1, 1]] }]);
});

test('a shallow clone fetches the commit', async () => {
  write('cache.go', 'a', 'b');
  const since = commit('base');
  write('cache.go', 'a', 'B');
  commit('head');
  const clone = mkdtempSync(join(tmpdir(), 'leakgate-shallow-'));
  try {
    execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${root}`, clone], { env });
    expect((await ask(since, through('cache.go'), clone))?.files).toEqual([{ file: 'cache.go', lines: [[2, 2]] }]);
  } finally {
    rmSync(clone, { recursive: true, force: true });
  }
});

test('steps that keep something alive count; libraries and figures that hold don’t; without any git isn’t asked', async () => {
  write('keep.go', 'a');
  const since = commit('base');
  write('keep.go', 'b');
  const step = { function: 'main.g', file: 'keep.go', line: 1, own: true };
  const flows = [
    {
      title: 'Kept alive by',
      steps: [
        { text: 'main.cache', frame: null },
        { text: 'main.g', frame: step },
      ],
    },
  ];
  expect((await ask(since, [heapCheck({ findings: [leak({ flows })] })]))?.files).toHaveLength(1);
  expect(await ask(since, [heapCheck({ findings: [leak({ flows, outcome: 'pass' })] })])).toBeUndefined();
  const library = [{ title: 'x', steps: [{ text: 'y', frame: { ...step, own: false } }] }];
  expect(await ask('nothing', [heapCheck({ findings: [leak({ flows: library })] })])).toBeUndefined();
});

test('a commit that isn’t there tells nothing', async () => {
  write('cache.go', 'a');
  commit('base');
  expect(await ask('0'.repeat(40), through('cache.go'))).toBeUndefined();
});
