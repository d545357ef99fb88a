import { mkdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { repositoryFacts } from '../../../src/host/git.ts';
import { playground, type Playground } from '../baseline/repositories.ts';

const { signal } = new AbortController();
let at: Playground;
const facts = async (directory = at.clone, env = at.env) => repositoryFacts(directory, env, signal);

vi.setConfig({ testTimeout: 60_000 });

beforeEach(async () => {
  at = await playground();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await at[Symbol.asyncDispose]();
});

describe('repositoryFacts', () => {
  it('knows a clone', async () => {
    expect(await facts()).toEqual({
      root: await realpath(at.clone),
      sha: await at.git(['rev-parse', 'HEAD']),
      committedAt: await at.git(['log', '-1', '--format=%cI']),
      branch: 'main',
      dirty: false,
      defaultBranch: 'main',
      remoteUrl: `file://${at.origin}`,
    });
  });

  it('finds the root from a folder inside, whatever repository a parent git names', async () => {
    const inside = join(at.clone, 'cmd', 'api');
    await mkdir(inside, { recursive: true });
    const env = { ...at.env, GIT_DIR: join(at.directory, 'seed', '.git'), GIT_WORK_TREE: at.directory };
    expect((await facts(inside, env)).root).toBe(await realpath(at.clone));
  });

  it.each([
    ['a new file', async () => writeFile(join(at.clone, 'new.go'), 'package a')],
    [
      'a staged file',
      async () => writeFile(join(at.clone, 'new.go'), 'package a').then(async () => at.git(['add', '.'])),
    ],
  ])('sees that the tree is not what HEAD holds: %s', async (_, change) => {
    await change();
    expect((await facts()).dirty).toBe(true);
  });

  it('does not touch the index', async () => {
    await writeFile(join(at.clone, 'a.go'), 'package a');
    await at.git(['add', '.']);
    await writeFile(join(at.clone, 'a.go'), 'package a');
    const index = join(at.clone, '.git', 'index');
    const before = await readFile(index, 'base64');
    await facts();
    expect(await readFile(index, 'base64')).toBe(before);
  });

  it('has no branch on a detached HEAD', async () => {
    await at.git(['checkout', '-q', '--detach']);
    expect(await facts()).toMatchObject({ branch: null, sha: await at.git(['rev-parse', 'HEAD']) });
  });

  it('is not confused by a tag with the name of the branch', async () => {
    await at.git(['checkout', '-q', '-b', 'feature/x']);
    await at.git(['tag', 'feature/x']);
    expect((await facts()).branch).toBe('feature/x');
  });

  it('takes the default branch from origin, else a customary local name, else none', async () => {
    await at.git(['remote', 'set-head', 'origin', '--delete']);
    expect((await facts()).defaultBranch).toBe('main');
    await at.git(['branch', '-q', '-m', 'main', 'mainline']);
    expect((await facts()).defaultBranch).toBeNull();
    await at.git(['symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/release/next']);
    expect((await facts()).defaultBranch).toBe('release/next');
  });

  it('knows a repository without commits and remote', async () => {
    const fresh = join(at.directory, 'fresh');
    await at.git(['init', '-q', '-b', 'trunk', fresh]);
    expect(await facts(fresh)).toEqual({
      root: await realpath(fresh),
      sha: '',
      committedAt: null,
      branch: 'trunk',
      dirty: false,
      defaultBranch: null,
      remoteUrl: null,
    });
  });

  it('keeps a password out of the address', async () => {
    await at.git(['remote', 'set-url', 'origin', 'https://dev:hunter2@forge.example/acme/svc.git']);
    expect((await facts()).remoteUrl).toBe('https://forge.example/acme/svc.git');
    await at.git(['remote', 'set-url', 'origin', 'git@forge.example:acme/svc.git']);
    expect((await facts()).remoteUrl).toBe('git@forge.example:acme/svc.git');
  });

  it.each([
    ['outside a repository', () => process.env['PATH']],
    ['without git', () => at.directory],
  ])('is empty %s', async (_, path) => {
    // The program is looked for on this process's own path.
    vi.stubEnv('PATH', path());
    const nothing = { sha: '', committedAt: null, branch: null, dirty: false, defaultBranch: null, remoteUrl: null };
    expect(await facts(at.directory)).toEqual({ root: at.directory, ...nothing });
  });

  it('says so when git does not trust the owner', async () => {
    const env = { ...at.env, GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' };
    await expect(facts(at.clone, env)).rejects.toMatchObject({
      code: 'config',
      hint: `Trust it: git config --global --add safe.directory ${at.clone}`,
    });
  });

  it('stops on an abort', async () => {
    await expect(repositoryFacts(at.clone, at.env, AbortSignal.abort(new Error('stop')))).rejects.toThrow('stop');
  });
});
