import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LeakgateError } from '../errors.ts';
import { lastLines, runCommand, type CommandResult } from './command.ts';

interface Commit {
  repositoryRoot: string;
  /** Full SHA of the commit. */
  sha: string;
  env: NodeJS.ProcessEnv;
  /** The environment with the run's token, for a checkout that keeps no credentials; tried when git's own don't do. */
  tokenEnv?: NodeJS.ProcessEnv;
}

type Git = (args: string[], signal: AbortSignal) => Promise<CommandResult>;

/**
 * Checks a commit out into a temp folder of its own, fetching it when a shallow clone lacks it. The user's work tree,
 * branches and hooks are left alone. Disposing removes the folder and git's record of it.
 * Errors (code `config`): no such commit here or at `origin`.
 */
export async function worktreeAt(
  commit: Commit,
  signal: AbortSignal,
): Promise<{ directory: string } & AsyncDisposable> {
  const git = gitIn(commit);
  await ensureCommit(
    [git, ...(commit.tokenEnv === undefined ? [] : [gitIn({ ...commit, env: commit.tokenEnv })])],
    commit.sha,
    signal,
  );
  const parent = await realpath(await mkdtemp(join(tmpdir(), 'leakgate-base-')));
  const directory = join(parent, 'tree');
  const remove = async () => removeWorktree(git, parent, directory);
  try {
    const added = await git(['worktree', 'add', '--quiet', '--detach', directory, commit.sha], signal);
    if (added.exitCode !== 0)
      throw gitFailed(`Commit ${commit.sha} couldn't be checked out beside the work tree.`, added);
  } catch (error) {
    await remove();
    throw error;
  }
  return { directory, [Symbol.asyncDispose]: remove };
}

/** A hook of git names its repository in the environment, and a prompt for a password would wait for ever. */
function gitIn({ repositoryRoot, env }: Commit): Git {
  const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, GIT_INDEX_FILE: _index, ...rest } = env;
  const place = { cwd: repositoryRoot, env: { ...rest, GIT_TERMINAL_PROMPT: '0' } };
  return async (args, signal) => runCommand('git', ['-c', 'core.hooksPath=/dev/null', ...args], place, signal);
}

/** `gits` reach the remote with the credentials of the clone, and then with the run's token. */
async function ensureCommit(gits: [Git, ...Git[]], sha: string, signal: AbortSignal): Promise<void> {
  const [git] = gits;
  const present = async () => (await git(['cat-file', '-e', `${sha}^{commit}`], signal)).exitCode === 0;
  if (await present()) return;
  // Asking a complete clone for one commit with a depth would make it shallow.
  const shallow = (await git(['rev-parse', '--is-shallow-repository'], signal)).stdout.trim() === 'true';
  const quiet = ['--quiet', '--no-tags', '--no-write-fetch-head', '--no-recurse-submodules'];
  let failed: CommandResult | undefined;
  for (const reach of gits) {
    const fetched = await reach(['fetch', ...quiet, ...(shallow ? ['--depth=1'] : []), 'origin', sha], signal);
    if (fetched.exitCode === 0 && (await present())) return;
    failed = fetched;
  }
  throw gitFailed(`Commit ${sha} isn't in this clone and can't be fetched from origin.`, failed!);
}

/** Removes the folder first, so that git only has its own record to forget, and no other worktree's. */
async function removeWorktree(git: Git, parent: string, directory: string): Promise<void> {
  // Runs after an abort too, so it can't listen to the run's signal.
  const { signal } = new AbortController();
  try {
    await rm(parent, { recursive: true, force: true });
  } finally {
    await git(['worktree', 'remove', '--force', '--force', directory], signal);
  }
}

function gitFailed(message: string, result: CommandResult): LeakgateError {
  return new LeakgateError('config', message, {
    output: lastLines(result.stderr),
    hint: 'Fetch the commit; in a workflow, give actions/checkout `fetch-depth: 0` when it is part of the branch’s history.',
  });
}
