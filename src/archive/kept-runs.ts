import { copyFile, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { hideFromGit } from '../baseline/index.ts';
import { LeakgateError } from '../errors.ts';
import type { Report } from '../model.ts';
import { runFiles } from '../publish.ts';
import { runId } from './run-id.ts';

/** Older ones are deleted: each is a few hundred kilobytes. */
const mostRuns = 20;

/** Runs that were kept on this machine: `.leakgate/runs/<id>` below the repository's root. */
export interface Archive {
  /** Copies what a run left in `outDir`; answers the run's id. The oldest runs beyond the newest 20 are deleted. */
  keep(outDir: string, report: Pick<Report, 'createdAt' | 'commit'>): Promise<string>;
  /** Newest first. */
  ids(): Promise<string[]>;
  /**
   * The folder of a run by its id, the beginning of its id, or its commit; the newest one of a branch, or of all for `latest`.
   * @throws LeakgateError `config` when there is none, or more than one that begins so.
   */
  folderOf(name: string): Promise<string>;
}

/** `root`: absolute, of the repository. */
export function openArchive(root: string): Archive {
  const home = join(root, '.leakgate');
  const runs = join(home, 'runs');

  const ids = async (): Promise<string[]> => {
    const entries = await readdir(runs).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    return entries.filter((name) => /^\d{8}-\d{6}/.test(name)).toSorted((a, b) => (a < b ? 1 : -1));
  };
  /** By what the runs tell of themselves. */
  const newestOf = async (branch: string, all: readonly string[]): Promise<string[]> => {
    for (const id of all) if ((await branchOf(join(runs, id, 'result.json'))) === branch) return [id];
    return [];
  };
  return {
    ids,
    async keep(outDir, report) {
      const id = runId(report);
      await hideFromGit(home);
      await mkdir(join(runs, id), { recursive: true });
      for (const name of runFiles)
        if (await isThere(join(outDir, name))) await copyFile(join(outDir, name), join(runs, id, name));
      const tooMany = (await ids()).slice(mostRuns);
      await Promise.all(tooMany.map(async (old) => rm(join(runs, old), { recursive: true, force: true })));
      return id;
    },
    async folderOf(name) {
      const all = await ids();
      const named = matching(all, name);
      const found = named.length > 0 ? named : await newestOf(name, all);
      if (found.length === 1) return join(runs, found[0]!);
      const few = all.slice(0, 5).join(', ');
      throw new LeakgateError(
        'config',
        found.length === 0
          ? `There is no kept run ${JSON.stringify(name)}.`
          : `${found.length} kept runs begin with ${name}.`,
        { hint: all.length === 0 ? '`leakgate run` keeps each run in .leakgate/runs.' : `The newest: ${few}.` },
      );
    },
  };
}

/** A commit that was measured several times is its newest run. */
function matching(ids: readonly string[], name: string): string[] {
  if (name === 'latest') return ids.slice(0, 1);
  if (ids.includes(name)) return [name];
  const begun = name === '' ? [] : ids.filter((id) => id.startsWith(name));
  if (begun.length > 0) return begun;
  return /^[0-9a-f]{4,40}$/.test(name)
    ? ids.filter((id) => commitOf(id) !== '' && name.startsWith(commitOf(id))).slice(0, 1)
    : [];
}

const commitOf = (id: string): string => id.split('-')[2] ?? '';

const branchOfResult = z.object({ commit: z.object({ branch: z.string().min(1) }) });

/** Null for a result that doesn't tell. */
async function branchOf(path: string): Promise<string | null> {
  try {
    return branchOfResult.parse(JSON.parse(await readFile(path, 'utf8'))).commit.branch;
  } catch {
    return null;
  }
}

const isThere = async (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
