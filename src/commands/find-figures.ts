import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { displayName, newestFirst, parseBaseline, type BaselineEntry, type BaselineStore } from '../baseline/index.ts';
import type { Compared } from '../history/compare.ts';
import { LeakgateError } from '../errors.ts';
import type { Terminal } from './command.ts';
import { findRun } from './kept-run.ts';

interface Asked {
  /** Of the service, where a branch has several. */
  key: string | undefined;
  store: BaselineStore;
  terminal: Terminal;
}

/**
 * Figures by what a person calls them: a branch with a baseline, a folder that a run left, a baseline's file, or a kept run.
 * @throws LeakgateError `config` when there are none, or a branch has several services.
 */
export async function findFigures(name: string, asked: Asked, signal: AbortSignal): Promise<Compared> {
  const { store, key, terminal } = asked;
  const path = resolve(terminal.cwd, name);
  if (name.endsWith('.json') && !name.endsWith('result.json') && (await isFile(path)))
    return { figures: await readFigures(path), report: null };
  const entries = await store.list({ ...(key !== undefined && { key }) }, signal);
  const ofBranch = entries.filter(({ branch }) => branch === displayName(name)).toSorted(newestFirst);
  const stored = ofBranch.length === 0 ? null : await store.read(oneService(name, ofBranch), signal);
  if (stored !== null) return { figures: stored, report: null };
  const { folder, report } = await findRun(name, terminal, signal);
  return { figures: await readFigures(join(folder, 'baseline.json')), report };
}

export function oneService(branch: string, entries: readonly BaselineEntry[]): BaselineEntry {
  const keys = [...new Set(entries.map((entry) => entry.key))];
  if (keys.length === 1) return entries[0]!;
  throw new LeakgateError(
    'config',
    `${branch} has baselines of ${keys.length} services: ${keys.slice(0, 10).join(', ')}.`,
    {
      hint: 'Name one of them: --key KEY.',
    },
  );
}

async function readFigures(path: string) {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new LeakgateError('config', `${path} can't be read: the run left no figures.`, {
      cause,
      hint: 'A run that ends before its checks has none.',
    });
  });
  return parseBaseline(text, { name: path, removal: 'run Leakgate again' });
}

const isFile = async (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
