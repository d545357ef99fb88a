import { readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { openArchive } from '../archive/kept-runs.ts';
import { LeakgateError } from '../errors.ts';
import { repositoryFacts } from '../host/git.ts';
import type { Report } from '../model.ts';
import { parseReport } from '../reporters/index.ts';
import type { Terminal } from './command.ts';

/** A run as it was left in a folder. */
export interface KeptRun {
  folder: string;
  report: Report;
}

/**
 * The run that a person names: a folder, its `result.json`, or what the archive of the repository knows; the newest one
 * when nothing is named.
 * @throws LeakgateError `config` when there is no such run, or its result can't be read.
 */
export async function findRun(name: string | undefined, { cwd, env }: Terminal, signal: AbortSignal): Promise<KeptRun> {
  const folder = (await folderAt(name, cwd)) ?? (await archived(name ?? 'latest', { cwd, env }, signal));
  const path = join(folder, 'result.json');
  const json = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new LeakgateError('config', `${path} can't be read.`, { cause });
  });
  return { folder, report: parseReport(json, path) };
}

async function archived(
  name: string,
  { cwd, env }: Pick<Terminal, 'cwd' | 'env'>,
  signal: AbortSignal,
): Promise<string> {
  const { root } = await repositoryFacts(cwd, env, signal);
  return openArchive(root).folderOf(name);
}

/** Null when the name is no path to a run. */
async function folderAt(name: string | undefined, cwd: string): Promise<string | null> {
  if (name === undefined) return null;
  const path = resolve(cwd, name);
  if (await isFile(join(path, 'result.json'))) return path;
  return path.endsWith('.json') && (await isFile(path)) ? dirname(path) : null;
}

const isFile = async (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
