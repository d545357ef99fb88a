import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { zipSync } from 'fflate';

/** What a run gave to `actions/upload-artifact`. */
export interface Upload {
  id: number;
  name: string;
  run: number;
  folder: string;
}

const most = 1000; // Uploads of one run: its number and the upload's make the id.

/** The uploads of a run below `runsFolder`, by name. */
export async function uploadsOf(runsFolder: string, run: number): Promise<Upload[]> {
  const folder = path.join(runsFolder, `run-${run}`, 'artifacts');
  const names = existsSync(folder) ? (await readdir(folder)).toSorted() : [];
  return names.map((name, index) => ({ id: run * most + index, name, run, folder: path.join(folder, name) }));
}

export async function uploadById(runsFolder: string, id: number): Promise<Upload | undefined> {
  return (await uploadsOf(runsFolder, Math.floor(id / most))).find((upload) => upload.id === id);
}

/** The uploads of all runs that have this name, newest first. */
export async function uploadsNamed(runsFolder: string, name: string | null): Promise<Upload[]> {
  const runs = (await readdir(runsFolder)).flatMap((entry) => /^run-(\d+)$/.exec(entry)?.[1] ?? []).map(Number);
  const newestFirst = runs.toSorted((a, b) => b - a);
  const uploads = await Promise.all(newestFirst.map(async (run) => uploadsOf(runsFolder, run)));
  return uploads.flat().filter((upload) => upload.name === name);
}

/** The archive that the forge hands out. */
export async function zip({ folder }: Upload): Promise<Buffer> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const contents = files.map(async (file) => [path.relative(folder, file), await readFile(file)] as const);
  return Buffer.from(zipSync(Object.fromEntries(await Promise.all(contents))));
}
