import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { LeakgateError } from '../errors.ts';
import { encodeName } from './names.ts';
import { formatBaseline, inspectBaseline, newerBaseline, parseBaseline, type BaselinePlace } from './schema.ts';
import type { BaselineStore, StoreOptions } from './store.ts';

/**
 * Baselines as files: `.leakgate/baselines/<branch>/<key>.json` under the directory, or the one file that `file` names,
 * whatever branch and key are asked for. A write always replaces: on a laptop somebody asked for it.
 */
export function fileStore(options: StoreOptions): BaselineStore {
  const home = join(options.directory, '.leakgate');
  const folder = join(home, 'baselines');
  const pathOf = (branch: string, key: string): string =>
    options.file ?? join(folder, encodeName(branch), `${encodeName(key)}.json`);

  return {
    name: 'file',
    async read(branch, key, signal) {
      const path = pathOf(branch, key);
      const text = await readIfThere(path, signal);
      return text === null ? null : parseBaseline(text, place(path));
    },
    async write(baseline, signal) {
      const path = pathOf(baseline.branch, baseline.key);
      const stored = await readIfThere(path, signal);
      const found = stored === null ? null : inspectBaseline(stored);
      if (found?.state === 'newer') throw newerBaseline(found, place(path));
      if (options.file === undefined) await hideFromGit(home);
      await writeAtomically(path, formatBaseline(baseline), signal);
      return { stored: true };
    },
    async list(signal) {
      const paths = options.file === undefined ? await jsonFiles(folder) : [options.file];
      const texts = await Promise.all(paths.map(async (path) => ({ path, text: await readIfThere(path, signal) })));
      return texts.flatMap(({ path, text }) => {
        if (text === null) return [];
        const { branch, key, sha, createdAt } = parseBaseline(text, place(path));
        return [{ branch, key, sha, createdAt }];
      });
    },
  };
}

const place = (path: string): BaselinePlace => ({ name: path, removal: `rm ${JSON.stringify(path)}` });

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

async function readIfThere(path: string, signal: AbortSignal): Promise<string | null> {
  try {
    return await readFile(path, { encoding: 'utf8', signal });
  } catch (error) {
    signal.throwIfAborted();
    if (isMissing(error)) return null;
    throw fileError('read', path, error);
  }
}

/** A reader sees the old text or the new one, never a part, also when this process is killed in between. */
async function writeAtomically(path: string, text: string, signal: AbortSignal): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(temporary, text, { flush: true, signal });
    await rename(temporary, path);
  } catch (error) {
    // The first error is the one to tell.
    await rm(temporary, { force: true }).catch(() => {});
    signal.throwIfAborted();
    throw fileError('written', path, error);
  }
}

/** A run on a laptop leaves `git status` clean. A `.gitignore` that is already there is somebody's decision. */
async function hideFromGit(home: string): Promise<void> {
  const path = join(home, '.gitignore');
  try {
    await mkdir(home, { recursive: true });
    await writeFile(path, '*\n', { flag: 'wx' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return;
    throw fileError('written', path, error);
  }
}

async function jsonFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true });
    return entries
      .filter((entry) => entry.endsWith('.json'))
      .toSorted()
      .map((entry) => join(folder, entry));
  } catch (error) {
    if (isMissing(error)) return [];
    throw fileError('read', folder, error);
  }
}

function fileError(verb: 'read' | 'written', path: string, cause: unknown): LeakgateError {
  const detail = cause instanceof Error ? cause.message : String(cause);
  return new LeakgateError('config', `The baseline ${path} can't be ${verb}: ${detail}.`, {
    cause,
    hint: 'Check the path and its permissions.',
  });
}
