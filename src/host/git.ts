import { resolve } from 'node:path';
import { getExecOutput } from '@actions/exec';
import { distrusted, gitEnvironment } from '../baseline/git.ts';

/** What git knows about the folder that Leakgate was pointed at. */
export interface RepositoryFacts {
  /** Absolute. The folder itself outside a repository. */
  root: string;
  /** HEAD. Empty outside a repository and before the first commit. */
  sha: string;
  /** Committer's date of HEAD, ISO 8601. */
  committedAt: string | null;
  /** Null on a detached HEAD. */
  branch: string | null;
  /** Are there changes or new files that HEAD doesn't hold? */
  dirty: boolean;
  /** What `origin` calls its default branch when the clone knows it, else a local branch with a customary name. */
  defaultBranch: string | null;
  remoteUrl: string | null;
}

const customaryDefaults = ['main', 'master', 'trunk'];

/**
 * Reads, and changes nothing, not even the index's cache of file times. These are short, local commands that are left
 * to end by themselves: `signal` keeps the next one from starting.
 * @throws LeakgateError `config` when git doesn't trust the repository's owner.
 */
export async function repositoryFacts(
  directory: string,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<RepositoryFacts> {
  const ask = async (...args: string[]): Promise<string | null> => {
    signal.throwIfAborted();
    const options = { cwd: directory, env: definedOnly(gitEnvironment(env)), silent: true, ignoreReturnCode: true };
    const { exitCode, stdout, stderr } = await getExecOutput('git', ['--no-optional-locks', ...args], options);
    if (stderr.includes('dubious ownership')) throw distrusted(directory, stderr);
    return exitCode === 0 ? stdout.trimEnd() : null;
  };
  const root = await ask('rev-parse', '--show-toplevel').catch(nullWithoutGit);
  if (root === null) return outside(directory);
  const [head, branch, changes, remoteHead, locals, remoteUrl] = await Promise.all([
    ask('log', '-1', '--no-show-signature', '--format=%H %cI'),
    ask('symbolic-ref', '--quiet', 'HEAD'),
    ask('status', '--porcelain'),
    ask('symbolic-ref', '--quiet', 'refs/remotes/origin/HEAD'),
    ask('for-each-ref', '--format=%(refname:lstrip=2)', ...customaryDefaults.map((name) => `refs/heads/${name}`)),
    ask('remote', 'get-url', 'origin'),
  ]);
  const [sha, committedAt] = head?.split(' ') ?? [];
  return {
    root,
    sha: sha ?? '',
    committedAt: committedAt ?? null,
    branch: branch?.replace('refs/heads/', '') ?? null,
    dirty: changes !== null && changes !== '',
    defaultBranch: remoteHead?.replace('refs/remotes/origin/', '') ?? customaryDefault(locals),
    remoteUrl: remoteUrl === null ? null : withoutPassword(remoteUrl),
  };
}

function outside(directory: string): RepositoryFacts {
  return {
    root: resolve(directory),
    sha: '',
    committedAt: null,
    branch: null,
    dirty: false,
    defaultBranch: null,
    remoteUrl: null,
  };
}

/** A laptop without git can still measure; it only has no commits to speak of. */
function nullWithoutGit(error: unknown): null {
  if (error instanceof Error && error.message.startsWith('Unable to locate executable file')) return null;
  throw error;
}

const definedOnly = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

function customaryDefault(locals: string | null): string | null {
  const there = locals?.split('\n') ?? [];
  return customaryDefaults.find((name) => there.includes(name)) ?? null;
}

/** `https://user:password@host/…` is a secret, and this address goes into reports. */
const withoutPassword = (url: string): string => url.replace(/^(\w+:\/\/)[^@/]*@/, '$1');

/** `owner/name` in the address of a remote. Null for a folder or anything else that has none. */
export function repositoryName(remoteUrl: string | null): string | null {
  return /(?:^\w+:\/\/[^/]+\/|^[^/:]+:)(?:.*\/)?([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(remoteUrl ?? '')?.[1] ?? null;
}
