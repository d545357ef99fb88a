import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll } from 'vitest';
import { displayName } from '../../../src/baseline/names.ts';
import { newestFirst } from '../../../src/baseline/retention.ts';
import type { StoredBaseline } from '../../../src/baseline/schema.ts';
import type { BaselineStore } from '../../../src/baseline/store.ts';

const run = promisify(execFile);

// Tests point TMPDIR elsewhere.
const realTemporary = tmpdir();

/** A bare `origin` with two commits on `main`, and a shallow clone of it, in a temp folder with a HOME of its own. */
export interface Playground extends AsyncDisposable {
  directory: string;
  origin: string;
  clone: string;
  env: NodeJS.ProcessEnv;
  /** Prints of a git in the clone, or in `cwd`. */
  git(args: string[], cwd?: string): Promise<string>;
  /** Installs a hook in the origin. */
  hook(name: string, script: string): Promise<void>;
  /** Puts a `git` before the real one on PATH (`$GIT` in the script): answers an environment that uses it. */
  shim(script: string): Promise<NodeJS.ProcessEnv>;
  /** Temp folders that Leakgate left behind. */
  leftovers(): Promise<string[]>;
}

export async function playground(): Promise<Playground> {
  template ??= await makeTemplate();
  const directory = await mkdtemp(join(tmpdir(), 'baseline-test-'));
  await cp(template, directory, { recursive: true });
  const [origin, clone] = [join(directory, 'origin.git'), join(directory, 'clone')];
  const config = join(clone, '.git', 'config');
  await writeFile(config, (await readFile(config, 'utf8')).replace(template, directory));
  const env = environment(directory);
  const git = async (args: string[], cwd = clone): Promise<string> =>
    (await run('git', args, { cwd, env })).stdout.trim();
  return {
    directory,
    origin,
    clone,
    env,
    git,
    hook: async (name, script) => writeScript(join(origin, 'hooks', name), script),
    async shim(script) {
      const { stdout } = await run('sh', ['-c', 'command -v git'], { env });
      await writeScript(join(directory, 'bin', 'git'), `GIT='${stdout.trim()}'\n${script}\nexec "$GIT" "$@"`);
      return { ...env, PATH: `${join(directory, 'bin')}:${env['PATH']}` };
    },
    leftovers: async () => (await readdir(tmpdir())).filter((name) => name.startsWith('leakgate-git-')),
    async [Symbol.asyncDispose]() {
      await rm(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    },
  };
}

const environment = (home: string): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  HOME: home,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'dev',
  GIT_AUTHOR_EMAIL: 'dev@example.com',
  GIT_COMMITTER_NAME: 'dev',
  GIT_COMMITTER_EMAIL: 'dev@example.com',
});

// Made once per test file, then copied: a copy costs a tenth of the gits.
let template: string | undefined;
afterAll(async () => {
  if (template !== undefined) await rm(template, { recursive: true, force: true });
});

async function makeTemplate(): Promise<string> {
  const directory = await mkdtemp(join(realTemporary, 'baseline-template-'));
  const env = environment(directory);
  const git = async (...args: string[]) => run('git', args, { cwd: directory, env });
  await git('init', '-q', '--bare', '-b', 'main', 'origin.git');
  await git('init', '-q', '-b', 'main', 'seed');
  for (const message of ['first', 'second']) await git('-C', 'seed', 'commit', '-q', '--allow-empty', '-m', message);
  await git('-C', 'seed', 'push', '-q', '../origin.git', 'main');
  await git('clone', '-q', '--depth', '1', `file://${directory}/origin.git`, 'clone');
  return directory;
}

async function writeScript(path: string, script: string): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
}

export function baseline(changes: Partial<StoredBaseline> = {}): StoredBaseline {
  return {
    schemaVersion: 1,
    leakgate: '0.1.0',
    key: 'api',
    branch: 'main',
    sha: '0123456789012345678901234567890123456789',
    createdAt: '2026-01-02T03:04:05.000Z',
    environment: {
      os: 'linux',
      arch: 'x64',
      cpus: 2,
      cpuModel: 'a processor',
      memoryBytes: 8_000_000_000,
      goVersion: 'go1.26.8',
      nodeVersion: 'v20.20.2',
      runner: 'github',
    },
    comparability: { 'Go version': 'go1.26.8' },
    measurements: { qps: { requestsPerSecond: 1234.5 } },
    ...changes,
  };
}

/** What a run finds that asks for the newest of a branch and key. */
export async function newestOf(store: BaselineStore, branch: string, key: string): Promise<StoredBaseline | null> {
  const { signal } = new AbortController();
  const listed = await store.list({ key }, signal);
  const [newest] = listed.filter((entry) => entry.branch === displayName(branch)).toSorted(newestFirst);
  return newest === undefined ? null : store.read(newest, signal);
}
