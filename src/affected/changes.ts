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
  /** First and last number of each range of lines that are new or not as they were; where lines only went there is none. */
  lines(path: string): Promise<[number, number][]>;
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
  const unknown = new Set((untracked ?? '').split('\0'));
  const after = async (path: string): Promise<string | null> => readFile(join(root, path), 'utf8').catch(() => null);
  const hunks = ['diff', '--unified=0', '--no-color', '--no-renames', '--no-ext-diff', '--no-textconv'];
  return {
    paths: [...new Set([...changed.split('\0'), ...unknown])].filter((path) => path !== ''),
    before: async (path) => git('show', `${from}:${path}`),
    after,
    lines: async (path) =>
      unknown.has(path)
        ? [[1, lineCount((await after(path)) ?? '')]]
        : changedRanges((await git(...hunks, from, '--', `:(top,literal)${path}`)) ?? ''),
  };
}

const lineCount = (text: string): number => text.replace(/\n$/, '').split('\n').length;

/** `@@ -10,2 +12,3 @@` is lines 12 to 14 of what is there now. */
function changedRanges(diff: string): [number, number][] {
  return [...diff.matchAll(/^@@ -\S+ \+(\d+)(?:,(\d+))? @@/gm)].flatMap(([, from, count = '1']) =>
    count === '0' ? [] : [[Number(from), Number(from) + Number(count) - 1]],
  );
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
