import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gitEnvironment, runGit } from '../baseline/git.ts';

/** What differs between a commit and the work tree. */
export interface Changes {
  /** Relative to the repository's root, with `/`. Deleted files too. */
  paths: string[];
  /** A file as it was; null when there was none. */
  before(path: string): Promise<string | null>;
  /** A file as it is; null when it's gone. */
  after(path: string): Promise<string | null>;
}

interface Place {
  root: string;
  env: NodeJS.ProcessEnv;
}

/**
 * Changes since the branch left `base`, uncommitted ones included. Null when the commit isn't there and can't be fetched, as
 * after a force-push: then nothing is known.
 */
export async function changesSince(base: string, { root, env }: Place, signal: AbortSignal): Promise<Changes | null> {
  const place = { cwd: root, env: gitEnvironment(env) };
  const git = async (...args: string[]): Promise<string | null> => {
    const { exitCode, stdout } = await runGit(args, place, signal);
    return exitCode === 0 ? stdout : null;
  };
  if ((await commitOf(base, git)) === null) return null;
  // A shallow clone has no common ancestor to find; the base itself is the next best.
  const from = (await git('merge-base', base, 'HEAD'))?.trim() ?? base;
  const [changed, untracked] = await Promise.all([
    git('diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', '--ignore-submodules=dirty', from, '--'),
    git('ls-files', '-z', '--others', '--exclude-standard'),
  ]);
  if (changed === null) return null;
  return {
    paths: [...new Set([...changed.split('\0'), ...(untracked ?? '').split('\0')])].filter((path) => path !== ''),
    before: async (path) => git('show', `${from}:${path}`),
    after: async (path) => readFile(join(root, path), 'utf8').catch(() => null),
  };
}

async function commitOf(base: string, git: (...args: string[]) => Promise<string | null>): Promise<string | null> {
  const found = async (): Promise<string | null> =>
    git('rev-parse', '--verify', '--quiet', '--end-of-options', `${base}^{commit}`);
  const present = await found();
  if (present !== null || !/^[0-9a-f]{40,64}$/i.test(base)) return present;
  const shallow = (await git('rev-parse', '--is-shallow-repository'))?.trim() === 'true';
  await git('fetch', '--quiet', '--no-tags', ...(shallow ? ['--depth=1'] : []), 'origin', base);
  return found();
}
