import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { LeakgateError } from '../../errors.ts';
import { lastLines, runCommand, type CommandPlace, type CommandResult } from '../../build/command.ts';

/** A load generator on this machine, or what starts one elsewhere. */
export interface Program {
  name: string;
  path: string;
  version: string;
}

interface Known {
  install: string;
  /** Arguments that make it tell its version, and where that stands in what it prints. */
  ask: string[];
  version: RegExp;
}

const known = {
  wrk: { install: 'apt-get install wrk, or brew install wrk', ask: ['-v'], version: /^wrk (\S+)/m },
  vegeta: {
    install: 'go install github.com/tsenart/vegeta/v12@latest, or brew install vegeta',
    ask: ['-version'],
    version: /^Version: *(\S+)/m,
  },
  k6: {
    install: 'go install go.k6.io/k6@latest, or brew install k6',
    ask: ['version'],
    version: /^k6(?:\S*) v?(\S+)/m,
  },
  kubectl: {
    install: 'https://kubernetes.io/docs/tasks/tools/',
    ask: ['version', '--client'],
    version: /^Client Version: v(\S+)/m,
  },
} as const satisfies Record<string, Known>;

export type ProgramName = keyof typeof known;

/** Which setting needs a program, and what would do without it. */
interface Need {
  setting: string;
  instead: string;
}

const asEngine: Need = { setting: 'engine', instead: 'write `engine: auto`, which needs nothing' };

/**
 * Looks for it on the PATH and asks for its version.
 * @throws LeakgateError `config` when it isn't there, with the command that installs it.
 */
export async function findProgram(
  name: ProgramName,
  place: CommandPlace,
  signal: AbortSignal,
  { setting, instead } = asEngine,
): Promise<Program> {
  const { install, ask, version } = known[name];
  const path = onPath(name, place.env);
  if (path === null) {
    throw new LeakgateError('config', `${setting}: ${name} isn't installed: there is no ${name} on the PATH.`, {
      hint: `Install it: ${install}. Or ${instead}.`,
    });
  }
  const { stdout, stderr } = await runCommand(path, ask, place, signal);
  const told = version.exec(`${stdout}\n${stderr}`)?.[1];
  return { name, path, version: told ?? (await builtFrom(path, place, signal)) ?? 'of unknown version' };
}

export function onPath(name: string, { PATH = '' }: NodeJS.ProcessEnv): string | null {
  const candidates = PATH.split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name));
  return candidates.find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** A Go program that was built by `go install` carries the version of its module, and often knows no other. */
async function builtFrom(path: string, place: CommandPlace, signal: AbortSignal): Promise<string | undefined> {
  const { stdout } = await runCommand('go', ['version', '-m', path], place, signal).catch(() => ({ stdout: '' }));
  return /^\tmod\t\S+\tv?(\S+)/m.exec(stdout)?.[1];
}

/**
 * Runs a generator on processors of its own where there are several: `taskset` binds it where that is installed, and
 * `GOMAXPROCS` keeps those written in Go from using more.
 * @throws LeakgateError `measurement` when it ends with another code than 0 or one of `fine`.
 */
export async function runProgram(
  { name, path }: Program,
  args: string[],
  { env, cwd, fine = [] }: CommandPlace & { fine?: readonly number[] },
  signal: AbortSignal,
): Promise<CommandResult> {
  const processors = generatorProcessors();
  const taskset = processors.length === 0 ? null : onPath('taskset', env);
  const bound = taskset === null ? [path, ...args] : [taskset, '-c', processors.join(','), path, ...args];
  const place = { cwd, env: { ...env, GOMAXPROCS: String(Math.max(1, processors.length)) } };
  const result = await runCommand(bound[0]!, bound.slice(1), place, signal);
  if (result.exitCode === 0 || fine.includes(result.exitCode)) return result;
  throw new LeakgateError('measurement', `${name} ended with code ${result.exitCode}.`, {
    output: lastLines(`${result.stdout}\n${result.stderr}`.trim(), 20),
    hint: 'Its last output says why.',
  });
}

/** The upper half of the processors that this process may use; none where there is only one. */
export function generatorProcessors(status = ownStatus()): number[] {
  const allowed = (/^Cpus_allowed_list:\s*(\S+)$/m.exec(status)?.[1] ?? '').split(',').flatMap((range) => {
    const [first, last = first] = range.split('-').map(Number);
    return range === '' ? [] : Array.from({ length: last! - first! + 1 }, (_, at) => first! + at);
  });
  return allowed.length < 2 ? [] : allowed.slice(-Math.floor(allowed.length / 2));
}

function ownStatus(): string {
  try {
    return readFileSync('/proc/self/status', 'latin1');
  } catch {
    return '';
  }
}
