import { runCommand, type CommandResult } from '../build/index.ts';
import { LeakgateError } from '../errors.ts';
import type { HistoryCommit as Commit } from '../model.ts';

/** What is asked of git; nothing is changed. */
export interface History {
  isShallow(): Promise<boolean>;
  /** Full SHA of what a person calls a commit. @throws LeakgateError `config` when there is none. */
  resolve(name: string): Promise<string>;
  /** The commits after `good` up to `bad`, oldest first, along first parents. @throws LeakgateError `config` when `good` isn't before `bad`. */
  between(good: string, bad: string): Promise<Commit[]>;
  /** What a merge brought along, oldest first, along first parents. */
  merged(merge: Commit): Promise<Commit[]>;
  /** What a commit changed in a file, as a patch; empty for none. A merge is held against its first parent. */
  patch(sha: string, file?: string): Promise<string>;
}

const fields = ['%H', '%P', '%an', '%aI', '%s'].join('%x00');

export function openHistory(root: string, env: NodeJS.ProcessEnv, signal: AbortSignal): History {
  const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, GIT_INDEX_FILE: _index, ...rest } = env;
  const git = async (...args: string[]): Promise<CommandResult> =>
    runCommand('git', ['--no-optional-locks', ...args], { cwd: root, env: { ...rest, LC_ALL: 'C' } }, signal);
  const isShallow = async (): Promise<boolean> =>
    (await git('rev-parse', '--is-shallow-repository')).stdout.trim() === 'true';
  const log = async (range: string): Promise<Commit[]> => {
    const { stdout } = await git('log', '--first-parent', '--reverse', `--format=%x1e${fields}`, range, '--');
    return stdout.split('\x1e').slice(1).map(commitOf);
  };
  return {
    isShallow,
    async resolve(name) {
      const { exitCode, stdout } = await git(
        'rev-parse',
        '--verify',
        '--quiet',
        '--end-of-options',
        `${name}^{commit}`,
      );
      if (exitCode === 0) return stdout.trim();
      throw new LeakgateError('config', `${name} is no commit of this repository.`, {
        hint: (await isShallow())
          ? 'This clone is shallow: `git fetch --unshallow --tags` brings the rest.'
          : 'Is it a tag or branch that isn’t here? `git fetch --tags` may bring it.',
      });
    },
    async between(good, bad) {
      const { exitCode } = await git('merge-base', '--is-ancestor', good, bad);
      if (exitCode !== 0)
        throw new LeakgateError(
          'config',
          `${good.slice(0, 7)} isn't an ancestor of ${bad.slice(0, 7)}, so no commit lies between them.`,
          {
            hint: (await isShallow())
              ? 'This clone is shallow: `git fetch --unshallow` brings the history.'
              : 'After a rebase, name a commit that is: --since COMMIT.',
          },
        );
      return log(`${good}..${bad}`);
    },
    merged: async ({ parents: [into, from] }) => (from === undefined ? [] : log(`${into}..${from}`)),
    async patch(sha, file) {
      const at = file === undefined ? [] : [file];
      const { stdout } = await git(
        'show',
        '--first-parent',
        '-m',
        '--format=',
        '--no-color',
        '--no-ext-diff',
        '-U3',
        sha,
        '--',
        ...at,
      );
      return stdout.trim();
    },
  };
}

function commitOf(text: string): Commit {
  const [sha = '', parents = '', author = '', authoredAt = '', subject = ''] = text.trimEnd().split('\0');
  return { sha, parents: parents.split(' ').filter((one) => one !== ''), author, authoredAt, subject };
}
