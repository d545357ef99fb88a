import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { changedFiles, onlyThroughBinary } from '../../../src/build/changes.ts';

const { signal } = new AbortController();
const who = { GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@b', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@b' };
const env = { ...process.env, ...who, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
let root: string;
const git = (...args: string[]) => execFileSync('git', args, { cwd: root, env, encoding: 'utf8' }).trim();
const write = (file: string, text: string) => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'leakgate-changes-'));
  git('init', '--quiet', '--initial-branch=main');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('committed, edited, new and removed files, by whatever name; ignored ones are none', async () => {
  write('.gitignore', '*.log\n');
  write('kept.go', 'package a');
  write('gone.sql', 'x');
  write('edited.md', 'x');
  git('add', '.');
  git('commit', '--quiet', '--message', 'base');
  const sha = git('rev-parse', 'HEAD');
  write('committed.tmpl', 'x');
  git('add', '.');
  git('commit', '--quiet', '--message', 'head');
  rmSync(join(root, 'gone.sql'));
  write('edited.md', 'y');
  write('ünd "neu".txt', 'x');
  write('run.log', 'x');
  const changed = await changedFiles({ repositoryRoot: root, sha, env: { ...env, GIT_DIR: '/nowhere' } }, signal);
  expect(changed?.toSorted()).toEqual(['committed.tmpl', 'edited.md', 'gone.sql', 'ünd "neu".txt'].toSorted());
});

test('a commit that isn’t there can’t be told from', async () => {
  expect(await changedFiles({ repositoryRoot: root, sha: '0'.repeat(40), env }, signal)).toBeNull();
});

test.each(['README.md', 'docs/guide.adoc', 'LICENSE', 'sub/LICENCE.txt', 'cmd/api/main.go', 'go.sum', 'a/.gitignore'])(
  '%s alters a service through its binary only',
  (path) => {
    expect(onlyThroughBinary(path)).toBe(true);
  },
);

test.each([
  '.github/leakgate.yml',
  '.github/workflows/ci.yml',
  'templates/index.html',
  'migrations/1.sql',
  'requests.txt',
  'testdata/user.json',
  'config.mdb',
  'Makefile',
  'go.mod.tmpl',
])('%s may alter it otherwise', (path) => {
  expect(onlyThroughBinary(path)).toBe(false);
});
