import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { LeakgateError } from '../errors.ts';

/** Nothing that a run writes is near these. */
const most = { files: 1000, depth: 4, fileBytes: 32 * 1024 * 1024 };

export interface NamedText {
  /** As errors name it. */
  name: string;
  text: string;
}

/**
 * Reads every `result.json` (or other wanted file) at or below a folder, or the one file that is named. Links are not followed: the folder may hold
 * what other jobs made.
 * @throws LeakgateError `config` when there's no such file or folder, or too much in it.
 */
export async function readResultFiles(
  path: string,
  name: string,
  wanted: readonly string[] = ['result.json'],
): Promise<NamedText[]> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new LeakgateError('config', `${name} isn't there.`);
  const files = found.isDirectory() ? await filesBelow(path, wanted, 0) : [path];
  if (files.length > most.files)
    throw new LeakgateError('config', `${name} holds more than ${most.files} results.`, {
      hint: 'Name a folder that holds one run’s results.',
    });
  return Promise.all(
    files.toSorted().map(async (file) => {
      const shown = file === path ? name : join(name, relative(path, file));
      const { size } = await stat(file);
      if (size > most.fileBytes)
        throw new LeakgateError('config', `${shown} is too large to be a result: ${size} bytes.`);
      return { name: shown, text: await readFile(file, 'utf8') };
    }),
  );
}

async function filesBelow(folder: string, wanted: readonly string[], depth: number): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const here = entries.filter((entry) => entry.isFile() && wanted.includes(entry.name));
  const below = depth < most.depth ? entries.filter((entry) => entry.isDirectory()) : [];
  const deeper = await Promise.all(below.map(async ({ name }) => filesBelow(join(folder, name), wanted, depth + 1)));
  return [...here.map(({ name }) => join(folder, name)), ...deeper.flat()];
}
