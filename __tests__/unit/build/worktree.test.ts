import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tokenEnvironment } from '../../../src/baseline/index.ts';
import { worktreeAt } from '../../../src/build/worktree.ts';
import { gitServer } from '../baseline/git-server.ts';

vi.setConfig({ testTimeout: 60_000 });

const never = new AbortController().signal;
const who = { GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@b', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@b' };
const env = { ...process.env, ...who, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };

let directory: string;
let origin: string;
let first: string;
let second: string;

const git = (cwd: string, ...args: string[]) => execFileSync('git', args, { cwd, env, encoding: 'utf8' }).trim();

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'leakgate-worktree-test-'));
  origin = join(directory, 'origin');
  mkdirSync(origin);
  git(origin, 'init', '--quiet', '--initial-branch=main');
  const commit = (text: string) => {
    writeFileSync(join(origin, 'file'), text);
    git(origin, 'add', '.');
    git(origin, 'commit', '--quiet', '--message', text);
    return git(origin, 'rev-parse', 'HEAD');
  };
  first = commit('first');
  second = commit('second');
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function clone(...flags: string[]): string {
  git(directory, 'clone', '--quiet', ...flags, `file://${origin}`, 'clone');
  return join(directory, 'clone');
}

/** Everything that a user could notice: branches, refs, index, work tree, worktrees, what git calls shallow. */
const state = (repository: string) =>
  ['show-ref', 'status --porcelain=v2 --branch', 'worktree list', 'rev-parse --is-shallow-repository']
    .map((command) => git(repository, ...command.split(' ')))
    .join('\n') + existsSync(join(repository, '.git/FETCH_HEAD'));

test('a commit of the clone is checked out beside it and removed again', async () => {
  const repositoryRoot = clone();
  writeFileSync(join(repositoryRoot, 'file'), 'edited');
  const before = state(repositoryRoot);
  const worktree = await worktreeAt({ repositoryRoot, sha: first, env }, never);
  expect(readFileSync(join(worktree.directory, 'file'), 'utf8')).toBe('first');
  expect(git(worktree.directory, 'status', '--porcelain')).toBe('');
  writeFileSync(join(worktree.directory, 'file'), 'left over from a build');
  await worktree[Symbol.asyncDispose]();
  expect(existsSync(dirname(worktree.directory))).toBe(false);
  expect(state(repositoryRoot)).toBe(before);
  expect(readFileSync(join(repositoryRoot, 'file'), 'utf8')).toBe('edited');
});

test('two at once', async () => {
  const repositoryRoot = clone();
  await using one = await worktreeAt({ repositoryRoot, sha: first, env }, never);
  await using two = await worktreeAt({ repositoryRoot, sha: first, env }, never);
  expect(one.directory).not.toBe(two.directory);
});

test('a shallow clone fetches the commit that it lacks', async () => {
  const repositoryRoot = clone('--depth=1');
  const before = state(repositoryRoot);
  expect(() => git(repositoryRoot, 'cat-file', '-e', first)).toThrow(/./);
  {
    await using worktree = await worktreeAt({ repositoryRoot, sha: first, env }, never);
    expect(readFileSync(join(worktree.directory, 'file'), 'utf8')).toBe('first');
  }
  expect(state(repositoryRoot)).toBe(before);
});

test('a complete clone stays complete when it fetches a commit made since', async () => {
  const repositoryRoot = clone();
  git(origin, 'commit', '--quiet', '--allow-empty', '--message', 'third');
  const before = state(repositoryRoot);
  {
    await using worktree = await worktreeAt({ repositoryRoot, sha: git(origin, 'rev-parse', 'HEAD'), env }, never);
    expect(readFileSync(join(worktree.directory, 'file'), 'utf8')).toBe('second');
  }
  expect(state(repositoryRoot)).toBe(before);
});

test('a commit that exists nowhere is named, with what to do', async () => {
  const sha = 'deadbeef'.repeat(5);
  await expect(worktreeAt({ repositoryRoot: clone(), sha, env }, never)).rejects.toMatchObject({
    code: 'config',
    message: expect.stringContaining(sha),
    hint: expect.stringContaining('fetch-depth'),
    output: expect.stringMatching(/not our ref|no such|upload-pack/),
  });
});

test('hooks don’t run, and a hook’s own environment doesn’t mislead', async () => {
  const repositoryRoot = clone();
  const hook = join(repositoryRoot, '.git/hooks/post-checkout');
  writeFileSync(hook, `#!/bin/sh\ntouch '${directory}/ran'\n`);
  chmodSync(hook, 0o755);
  const misleading = { ...env, GIT_DIR: '/nowhere', GIT_WORK_TREE: '/nowhere', GIT_INDEX_FILE: '/nowhere' };
  await using worktree = await worktreeAt({ repositoryRoot, sha: second, env: misleading }, never);
  expect(readFileSync(join(worktree.directory, 'file'), 'utf8')).toBe('second');
  expect(existsSync(join(directory, 'ran'))).toBe(false);
});

test('a check-out that fails leaves nothing behind', async () => {
  const repositoryRoot = clone();
  git(repositoryRoot, 'config', 'filter.broken.smudge', 'false');
  git(repositoryRoot, 'config', 'filter.broken.required', 'true');
  writeFileSync(join(repositoryRoot, '.git/info/attributes'), 'file filter=broken\n');
  const before = git(repositoryRoot, 'worktree', 'list');
  const failing = worktreeAt({ repositoryRoot, sha: first, env }, never);
  await expect(failing).rejects.toMatchObject({ code: 'config', message: expect.stringContaining('checked out') });
  expect(git(repositoryRoot, 'worktree', 'list')).toBe(before);
});

test('an abort while checking out leaves nothing behind', async () => {
  const repositoryRoot = clone();
  git(repositoryRoot, 'config', 'filter.slow.smudge', `touch '${directory}/smudging'; sleep 60`);
  writeFileSync(join(repositoryRoot, '.git/info/attributes'), 'file filter=slow\n');
  const before = git(repositoryRoot, 'worktree', 'list');
  const abort = new AbortController();
  const running = worktreeAt({ repositoryRoot, sha: first, env }, abort.signal);
  const outcome = running.then(
    () => 'done',
    (error: Error) => error.name,
  );
  await vi.waitUntil(() => existsSync(join(directory, 'smudging')), { timeout: 30_000, interval: 20 });
  abort.abort();
  expect(await outcome).toBe('AbortError');
  expect(git(repositoryRoot, 'worktree', 'list')).toBe(before);
});

test('a clone that keeps no credentials fetches with the run’s token', async () => {
  git(origin, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  const repositoryRoot = clone('--depth=1');
  await using server = await gitServer(directory, { 'ghs-reader': 'read' });
  git(repositoryRoot, 'remote', 'set-url', 'origin', `${server.url}/origin`);
  await expect(worktreeAt({ repositoryRoot, sha: first, env }, never)).rejects.toThrow("can't be fetched");
  const tokenEnv = tokenEnvironment({ token: 'ghs-reader', serverUrl: server.url }, env);
  await using worktree = await worktreeAt({ repositoryRoot, sha: first, env, tokenEnv }, never);
  expect(readFileSync(join(worktree.directory, 'file'), 'utf8')).toBe('first');
  expect(readFileSync(join(repositoryRoot, '.git/config'), 'utf8')).not.toMatch(/ghs|authorization/i);
});
