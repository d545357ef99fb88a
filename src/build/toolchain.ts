import * as z from 'zod';
import { fullDisk, LeakgateError, saysFullDisk } from '../errors.ts';
import { lastLines, runCommand, type CommandPlace, type CommandResult } from './command.ts';

const oldestMinor = 22;

const goEnv = z.object({
  GOVERSION: z.string(),
  GOROOT: z.string(),
  GOMODCACHE: z.string(),
  GOARCH: z.string(),
  GOOS: z.string(),
  GOHOSTOS: z.string(),
  GOMOD: z.string(),
  GOWORK: z.string(),
  GOFLAGS: z.string(),
  GOEXPERIMENT: z.string(),
});

/** What the go command says of itself in one folder; a `toolchain` line of the go.mod there may have switched it. */
export type GoEnv = z.output<typeof goEnv>;

/** Runs the go command. A missing one is an error, a failing one an answer. */
export async function go(
  args: string[],
  place: CommandPlace,
  signal: AbortSignal,
  onLine?: (line: string) => void,
): Promise<CommandResult> {
  try {
    return await runCommand('go', args, place, signal, onLine);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new LeakgateError('config', 'The program `go` is not on PATH, so the service can’t be built.', {
      cause: error,
      hint: 'Install Go 1.22 or newer; in a workflow, put a step with actions/setup-go before this one.',
    });
  }
}

/** Reads the toolchain that the folder's go.mod or go.work selects. Errors: no go, older than 1.22, builds for another system. */
export async function readGoEnv(place: CommandPlace, signal: AbortSignal): Promise<GoEnv> {
  const result = await go(['env', '-json', ...Object.keys(goEnv.shape)], place, signal);
  if (result.exitCode !== 0) throw goFailed('go env', place.cwd, result);
  const found = goEnv.parse(JSON.parse(result.stdout));
  if (minorVersion(found.GOVERSION) < oldestMinor) {
    throw new LeakgateError(
      'config',
      `Go ${found.GOVERSION.slice(2)} in ${place.cwd} is too old: 1.22 is the oldest.`,
      {
        hint: 'Install a newer Go; in a workflow, raise go-version of actions/setup-go. The go line of the service’s go.mod can stay.',
      },
    );
  }
  if (found.GOOS !== found.GOHOSTOS) {
    throw new LeakgateError('config', `GOOS=${found.GOOS} builds a service that can’t run on ${found.GOHOSTOS}.`, {
      hint: 'Remove GOOS from the environment of this step.',
    });
  }
  return found;
}

/** `go1.26.8` → 26. A version without a number is a development build: newer than all. */
export function minorVersion(goVersion: string): number {
  const match = /\bgo1\.(\d+)/.exec(goVersion);
  return match === null ? Number.POSITIVE_INFINITY : Number(match[1]);
}

/** The go command could not even look at the module: a broken go.mod, a toolchain that can't be had. */
export function goFailed(command: string, directory: string, result: CommandResult): LeakgateError {
  const output = lastLines(result.stderr);
  if (saysFullDisk(result.stderr)) return fullDisk(`\`${command}\` needs some of it`, { output });
  const first = output.split('\n').findLast((line) => line.trim() !== '') ?? `exit code ${result.exitCode}`;
  return new LeakgateError('config', `\`${command}\` failed in ${directory}: ${first.replace(/^go: /, '')}`, {
    output,
  });
}
