import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../build/index.ts';
import { LeakgateError } from '../errors.ts';
import { startService, type Service } from '../service/index.ts';
import { helpFlags } from './help-flags.ts';
import type { SourceFacts, SourceSetting } from './reader.ts';
import { portSettings, serveCommands, type Start } from './starts.ts';

/** How the service came up, and whether it listened where it was told. */
export interface TriedStart {
  start: Start;
  tookPort: boolean;
}

/** A built service. */
export interface TryOut {
  binary: string;
  cwd: string;
  /** What the service sees of the environment. */
  env: Record<string, string | undefined>;
  facts: SourceFacts;
  /** Arguments that its owner gave; then nothing is guessed. */
  given: string[] | undefined;
  progress: (text: string) => void;
}

const readyMs = 10_000;

/**
 * Starts the service in the ways that its source allows, until it listens where it is told; then `use` has it. A service that only ever
 * listens at a port of its own is used as well.
 * @throws LeakgateError `service` when it can't be started at all.
 */
export async function withService<T>(
  tryOut: TryOut,
  use: (service: Service, how: TriedStart) => Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), 'leakgate-init-'));
  try {
    const start = await findStart(tryOut, directory, signal);
    await using service = await startOnce(tryOut, start, directory, signal);
    return await use(service, { start, tookPort: service.tookPort });
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function findStart(tryOut: TryOut, directory: string, signal: AbortSignal): Promise<Start> {
  const { facts, given, progress } = tryOut;
  const works = async (start: Start): Promise<'told' | 'elsewhere' | LeakgateError> => {
    progress(`starting it${shown(start)}`);
    try {
      await using service = await startOnce(tryOut, start, directory, signal);
      return service.tookPort ? 'told' : 'elsewhere';
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof LeakgateError) return error;
      throw error;
    }
  };
  let problem: LeakgateError | undefined;
  let listens: Start | undefined;
  for (const args of given === undefined ? serveCommands(facts) : [given]) {
    const outcome = await works({ args, env: {} });
    if (outcome === 'told') return { args, env: {} };
    if (outcome === 'elsewhere') {
      listens = { args, env: {} };
      break;
    }
    problem ??= outcome;
  }
  const command = listens?.args ?? given ?? [];
  for (const start of portSettings(facts, await listedFlags(tryOut, command, signal), command)) {
    if ((await works(start)) === 'told') return start;
  }
  if (listens !== undefined) return listens;
  throw howToStart(problem!);
}

const helpMs = 5000;

/** What its `--help` lists; nothing of a program that doesn't know it. */
async function listedFlags(
  { binary, cwd, env }: TryOut,
  command: string[],
  signal: AbortSignal,
): Promise<SourceSetting[]> {
  const over = AbortSignal.any([signal, AbortSignal.timeout(helpMs)]);
  try {
    const { stdout, stderr } = await runCommand(binary, [...command, '--help'], { cwd, env }, over);
    return helpFlags(`${stdout}\n${stderr}`);
  } catch {
    signal.throwIfAborted();
    return [];
  }
}

async function startOnce(
  { binary, cwd, env }: TryOut,
  start: Start,
  dir: string,
  signal: AbortSignal,
): Promise<Service> {
  return startService(
    {
      name: 'head',
      side: 'head',
      binary,
      args: start.args,
      env: { ...env, ...start.env },
      cwd,
      dir,
      ready: { timeoutMs: readyMs },
    },
    signal,
  );
}

const shown = ({ args, env }: Start): string =>
  [...Object.entries(env).map(([name, value]) => `${name}=${value}`), ...args].map((word) => ` ${word}`).join('');

function howToStart(problem: LeakgateError): LeakgateError {
  return new LeakgateError('service', problem.message, {
    ...(problem.output !== undefined && { output: problem.output }),
    cause: problem,
    hint: 'Say how it starts: `leakgate init -- serve --port={port}`. Variables of the shell reach it as well.',
  });
}
