import { execFile } from 'node:child_process';
import { LeakgateError } from '../errors.ts';

export interface GitResult {
  exitCode: number;
  stdout: string;
  stderr: string;
}

export interface GitInput {
  /** For git's standard input. */
  input?: string;
  /** `latin1` keeps one character per byte, for output that is cut by byte counts. */
  encoding?: 'utf8' | 'latin1';
}

interface GitOptions extends GitInput {
  cwd: string;
  env: NodeJS.ProcessEnv;
}

/** A git that only ever prints: no more than this much is a fault, not a baseline. */
const outputLimitBytes = 64 * 1024 * 1024;

// What `git rev-parse --local-env-vars` lists, without the configuration that comes from the environment. A hook's or a
// parent git's idea of "the repository" must not redirect ours.
const repositoryVariables = [
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_COMMON_DIR',
  'GIT_DIR',
  'GIT_GRAFT_FILE',
  'GIT_IMPLICIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_NAMESPACE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_PREFIX',
  'GIT_REPLACE_REF_BASE',
  'GIT_SHALLOW_FILE',
  'GIT_WORK_TREE',
];

/** The given environment for a git that speaks English, asks nobody and looks for its repository in `cwd`. */
export function gitEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const clean: NodeJS.ProcessEnv = { ...env };
  for (const name of repositoryVariables) delete clean[name];
  return {
    ...clean,
    // Messages are matched to tell errors apart.
    LC_ALL: 'C',
    LANGUAGE: '',
    GIT_TERMINAL_PROMPT: '0',
    GCM_INTERACTIVE: 'never',
    // Empty keeps git from falling back to a desktop's SSH_ASKPASS window.
    GIT_ASKPASS: env['GIT_ASKPASS'] ?? '',
  };
}

/**
 * Runs git and answers with whatever it said; a failing git is the caller's to judge. When `signal` fires git is ended,
 * and the promise rejects with the signal's reason once it is gone, so that its folder can be removed.
 * (Not `@actions/exec`: it can't end what it started, and a git on a dead network would outlive the run.)
 * @throws LeakgateError `config` when there is no git, or when it doesn't trust the repository's owner.
 */
export async function runGit(args: readonly string[], options: GitOptions, signal: AbortSignal): Promise<GitResult> {
  signal.throwIfAborted();
  const { cwd, encoding = 'utf8', input } = options;
  const settings = { cwd, encoding, env: gitEnvironment(options.env), maxBuffer: outputLimitBytes };
  return new Promise((resolve, reject) => {
    const child = execFile('git', [...args], settings, (error, stdout, stderr) => {
      signal.removeEventListener('abort', stop);
      if (error === null) resolve({ exitCode: 0, stdout, stderr });
      else if (stderr.includes('dubious ownership')) reject(distrusted(cwd, stderr));
      else if (typeof error.code === 'number') resolve({ exitCode: error.code, stdout, stderr });
      else reject(unusable(error, cwd));
    });
    const stop = (): void => {
      child.once('exit', () => reject(signal.reason as Error));
      child.kill();
    };
    signal.addEventListener('abort', stop, { once: true });
    // A git that fails at once doesn't read its input: its exit code tells more than the broken pipe.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}

function unusable(cause: Error, cwd: string): LeakgateError {
  return new LeakgateError('config', `git couldn't be run in ${cwd}: ${cause.message}.`, {
    cause,
    hint: 'Install git, and check that the folder exists.',
  });
}

/** What to tell when git refuses a repository that belongs to somebody else. `output` is what git said. */
export function distrusted(cwd: string, output: string): LeakgateError {
  return new LeakgateError('config', `git doesn't trust the repository at ${cwd}: it belongs to another user.`, {
    hint: `Trust it: git config --global --add safe.directory ${cwd}`,
    output: output.trim(),
  });
}
