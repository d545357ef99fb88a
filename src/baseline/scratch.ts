import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LeakgateError } from '../errors.ts';
import { runGit, type GitInput, type GitResult } from './git.ts';
import { carriedConfig, configEnvironment, remoteConfig, type ConfigEntry } from './remote.ts';
import type { StoreOptions } from './store.ts';

/** An empty bare repository with the user's `origin`, in a temp folder of its own. Closing it removes the folder. */
export interface Scratch extends AsyncDisposable {
  /** Runs git there and hands over how it ended. What it printed is free of secrets. */
  attempt(args: readonly string[], signal: AbortSignal): Promise<GitResult>;
  /** Runs a local git command that has no reason to fail, and answers what it printed. */
  git(args: readonly string[], signal: AbortSignal, input?: GitInput): Promise<string>;
}

// Nothing of the user's machine may run in or beside the scratch repository: no hooks, no background collection that
// outlives it. A dead connection ends after 30 s.
const quiet: ConfigEntry[] = [
  { key: 'core.hooksPath', value: '/dev/null' },
  { key: 'gc.auto', value: '0' },
  { key: 'maintenance.auto', value: 'false' },
  { key: 'http.lowSpeedLimit', value: '100' },
  { key: 'http.lowSpeedTime', value: '30' },
];

const identity = {
  GIT_AUTHOR_NAME: 'leakgate',
  GIT_AUTHOR_EMAIL: 'leakgate@users.noreply.github.com',
  GIT_COMMITTER_NAME: 'leakgate',
  GIT_COMMITTER_EMAIL: 'leakgate@users.noreply.github.com',
};

/** The user's repository is only asked for its configuration: its work tree, index, refs and objects stay as they are. */
export async function openScratch(options: StoreOptions, signal: AbortSignal): Promise<Scratch> {
  const directory = await mkdtemp(join(tmpdir(), 'leakgate-git-'));
  // A git that was just ended may leave a helper that writes its last file.
  const remove = async (): Promise<void> =>
    rm(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  try {
    const [config, format] = await Promise.all([connection(options, directory, signal), objectFormat(options, signal)]);
    const env = scratchEnvironment(options.env, [...quiet, ...config]);
    const scratch = { ...commands(directory, env, options.token), [Symbol.asyncDispose]: remove };
    await scratch.git(['init', '--bare', '--quiet', '--template=', `--object-format=${format}`, '.'], signal);
    return scratch;
  } catch (error) {
    await remove();
    throw error;
  }
}

async function connection(options: StoreOptions, outside: string, signal: AbortSignal): Promise<ConfigEntry[]> {
  const [repository, machine] = await Promise.all([
    remoteConfig(options.directory, options.env, signal),
    remoteConfig(outside, options.env, signal),
  ]);
  return carriedConfig(repository, machine, options);
}

async function objectFormat({ directory, env }: StoreOptions, signal: AbortSignal): Promise<string> {
  const { stdout, exitCode } = await runGit(['rev-parse', '--show-object-format'], { cwd: directory, env }, signal);
  return exitCode === 0 ? stdout.trim() : 'sha1';
}

function scratchEnvironment(env: NodeJS.ProcessEnv, config: ConfigEntry[]): NodeJS.ProcessEnv {
  const ownSsh = env['GIT_SSH_COMMAND'] !== undefined || env['GIT_SSH'] !== undefined;
  const configured = config.some(({ key }) => key === 'core.sshcommand');
  return {
    ...configEnvironment(config, env),
    ...identity,
    ...(!ownSsh && !configured && { GIT_SSH_COMMAND: 'ssh -o BatchMode=yes -o ConnectTimeout=15' }),
  };
}

function commands(directory: string, env: NodeJS.ProcessEnv, token?: string): Omit<Scratch, keyof AsyncDisposable> {
  // Named outright, so that git never takes a repository around the temp folder for ours.
  const run = async (args: readonly string[], signal: AbortSignal, input?: GitInput): Promise<GitResult> =>
    runGit(['--git-dir=.', ...args], { cwd: directory, env, ...input }, signal);
  return {
    async attempt(args, signal) {
      const { exitCode, stdout, stderr } = await run(args, signal);
      return { exitCode, stdout: withoutSecrets(stdout, token), stderr: withoutSecrets(stderr, token) };
    },
    async git(args, signal, input) {
      const { exitCode, stdout, stderr } = await run(args, signal, input);
      if (exitCode === 0) return stdout;
      throw new LeakgateError('internal', `git ${args[0]} failed in a temporary repository: ${stderr.trim()}.`, {
        hint: 'Check the space left in the temporary folder.',
      });
    },
  };
}

/** Git hides passwords itself in most messages; a trace that the user switched on doesn't. */
function withoutSecrets(text: string, token: string | undefined): string {
  const hidden = text.replace(/(\/\/)[^@/\s]+@/g, '$1***@').replace(/(authorization:\s*\w+\s+)\S+/gi, '$1***');
  return token === undefined || token === '' ? hidden : hidden.replaceAll(token, '***');
}
