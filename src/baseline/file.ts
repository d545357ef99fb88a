import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { dirname, join, relative, sep } from 'node:path';
import { LeakgateError } from '../errors.ts';
import { entryAt, recordFolder, recordPath } from './record-path.ts';
import { entryOf, surplus } from './retention.ts';
import { formatBaseline, inspectBaseline, newerBaseline, parseBaseline, type BaselinePlace } from './schema.ts';
import type { BaselineEntry, BaselineStore, StoreOptions } from './store.ts';

/**
 * Baselines as files: `.leakgate/baselines/<key>/<branch>/<seconds since 1970>-<commit>.json` under the directory, or the
 * one file that `file` names, whatever branch and key it is of; a write replaces that.
 */
export function fileStore(options: StoreOptions): BaselineStore {
  if (options.file !== undefined) return singleFile(options.file);
  const home = join(options.directory, '.leakgate');
  return folderStore(home, { name: 'file', removal, prepare: async () => hideFromGit(home) });
}

interface FolderTraits {
  name: string;
  /** How a user removes the file of this path. */
  removal(this: void, path: string): string;
  /** Called before each write. */
  prepare?: () => Promise<void>;
}

/** Files below `<home>/baselines`. */
export function folderStore(home: string, { name, removal: removalOf, prepare }: FolderTraits): BaselineStore {
  const placeOf = (path: string): BaselinePlace => ({ name: path, removal: removalOf(path) });
  const root = join(home, 'baselines');
  const list = async (folder: string): Promise<BaselineEntry[]> =>
    (await jsonFiles(join(root, folder))).flatMap((path) => {
      const record = relative(root, path)
        .split(sep)
        .join('/')
        .replace(/\.json$/, '');
      return entryAt(record, path) ?? [];
    });
  return {
    name,
    list: async ({ key }) => list(key === undefined ? '.' : recordFolder(key)),
    async read({ id }, signal) {
      const text = await readIfThere(id, signal);
      return text === null ? null : parseBaseline(text, placeOf(id));
    },
    async write(baseline, signal) {
      const path = `${join(root, recordPath(baseline))}.json`;
      const text = formatBaseline(baseline);
      const there = await list(recordFolder(baseline.key, baseline.branch));
      const same = there.filter(({ sha }) => sha === baseline.sha);
      const others = there.filter(({ sha }) => sha !== baseline.sha);
      const gone = surplus([...others, entryOf(baseline, path)], text.length);
      if (gone.some(({ id }) => id === path))
        return { stored: false, reason: `The branch has ${others.length} baselines of later commits.` };
      for (const { id } of same) await assertReplaceable(placeOf(id), signal);
      await prepare?.();
      await writeAtomically(path, text, signal);
      await removeFiles([...gone, ...same].map(({ id }) => id).filter((id) => id !== path));
      return { stored: true };
    },
    remove: async (entries) => removeFiles(entries.map(({ id }) => id)),
  };
}

function singleFile(path: string): BaselineStore {
  return {
    name: 'file',
    async list(_filter, signal) {
      const text = await readIfThere(path, signal);
      if (text === null) return [];
      const found = inspectBaseline(text);
      const unknown = { id: path, branch: '', key: '', sha: '', at: new Date(0).toISOString() };
      return [found.state === 'valid' ? entryOf(found.baseline, path) : unknown];
    },
    async read(_entry, signal) {
      const text = await readIfThere(path, signal);
      return text === null ? null : parseBaseline(text, place(path));
    },
    async write(baseline, signal) {
      await assertReplaceable(place(path), signal);
      await writeAtomically(path, formatBaseline(baseline), signal);
      return { stored: true };
    },
    remove: async (entries) => removeFiles(entries.map(({ id }) => id)),
  };
}

const removal = (path: string): string => `rm ${JSON.stringify(path)}`;
const place = (path: string): BaselinePlace => ({ name: path, removal: removal(path) });

/** A damaged baseline gives way: that is how it is mended. @throws LeakgateError `config` when a newer Leakgate wrote it. */
async function assertReplaceable(there: BaselinePlace, signal: AbortSignal): Promise<void> {
  const text = await readIfThere(there.name, signal);
  const found = text === null ? null : inspectBaseline(text);
  if (found?.state === 'newer') throw newerBaseline(found, there);
}

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

async function removeFiles(paths: readonly string[]): Promise<void> {
  for (const path of paths)
    await rm(path, { force: true }).catch((error: unknown) => {
      throw fileError('removed', path, error);
    });
}

/** A run on a laptop leaves `git status` clean. A `.gitignore` that is already there is somebody's decision. */
export async function hideFromGit(home: string): Promise<void> {
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
    return entries.filter((entry) => entry.endsWith('.json')).map((entry) => join(folder, entry));
  } catch (error) {
    if (isMissing(error)) return [];
    throw fileError('read', folder, error);
  }
}

function fileError(verb: 'read' | 'written' | 'removed', path: string, cause: unknown): LeakgateError {
  const detail = cause instanceof Error ? cause.message : String(cause);
  return new LeakgateError('config', `The baseline ${path} can't be ${verb}: ${detail}.`, {
    cause,
    hint: 'Check the path and its permissions.',
  });
}
