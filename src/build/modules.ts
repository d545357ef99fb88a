import { readdir } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import * as z from 'zod';
import { LeakgateError } from '../errors.ts';
import type { CommandPlace } from './command.ts';
import { go, goFailed } from './toolchain.ts';

/** A module whose code is the service's own. */
export interface OwnModule {
  path: string;
  directory: string;
}

const listedModule = z.object({ Path: z.string(), Dir: z.string() });
const moduleFile = z.object({
  Replace: z
    .array(
      z.object({
        Old: z.object({ Path: z.string() }),
        New: z.object({ Path: z.string(), Version: z.string().optional() }),
      }),
    )
    .nullish(),
});

/** The main module, or every member of the workspace. */
export async function mainModules(place: CommandPlace, signal: AbortSignal): Promise<OwnModule[]> {
  const result = await go(['list', '-m', '-json=Path,Dir'], place, signal);
  if (result.exitCode !== 0) throw goFailed('go list -m', place.cwd, result);
  return parseJsonStream(result.stdout).map((value) => {
    const { Path: path, Dir: directory } = listedModule.parse(value);
    return { path, directory };
  });
}

/** The folders that take the place of modules by `replace x => ../y`: local code, so the service's own. */
export async function replacedModules(
  modules: OwnModule[],
  place: CommandPlace,
  signal: AbortSignal,
): Promise<OwnModule[]> {
  const found: OwnModule[] = [];
  for (const { directory } of modules) {
    const result = await go(['mod', 'edit', '-json', join(directory, 'go.mod')], place, signal);
    if (result.exitCode !== 0) throw goFailed('go mod edit -json', directory, result);
    for (const { Old, New } of moduleFile.parse(JSON.parse(result.stdout)).Replace ?? []) {
      if (New.Version === undefined) found.push({ path: Old.Path, directory: resolve(directory, New.Path) });
    }
  }
  return found;
}

/** Longest path first, each path once: the first that is a prefix of a package's path owns it. */
export function byLongestPath(modules: OwnModule[]): OwnModule[] {
  const unique = [...new Map(modules.map((module) => [module.path, module])).values()];
  return unique.toSorted((a, b) => b.path.length - a.path.length || (a.path < b.path ? -1 : 1));
}

/** `go list -json` and its like print one indented object after another. */
export function parseJsonStream(text: string): unknown[] {
  const array: unknown = JSON.parse(`[${text.trim().replace(/^\}\s*\n\{/gm, '},{')}]`);
  return z.array(z.unknown()).parse(array);
}

export function isInside(directory: string, parent: string): boolean {
  const path = relative(parent, directory);
  return !isAbsolute(path) && path !== '..' && !path.startsWith(`..${sep}`);
}

/**
 * Where to run the go command: in the working directory, where relative paths of the user's flags start, unless the
 * package or the module lies elsewhere; then in the module's folder.
 */
export function goDirectory(workingDirectory: string, moduleDirectory: string, packageDirectory: string): string {
  const around = isInside(workingDirectory, moduleDirectory) && isInside(packageDirectory, workingDirectory);
  return around ? workingDirectory : moduleDirectory;
}

/** Explains that a folder is in no module, and names the modules below it. */
export async function noModule(directory: string): Promise<LeakgateError> {
  const below = (await moduleDirectories(directory, 4)).map((found) => relative(directory, found));
  const message = `There is no go.mod in ${directory} or above it.`;
  const [only] = below;
  if (only === undefined) {
    return new LeakgateError('config', message, { hint: 'Point working-directory at the folder of a Go module.' });
  }
  const hint =
    below.length === 1
      ? `Its only module is in a folder below: write \`working-directory: ${only}\`.`
      : `Modules below it: ${below.join(', ')}. Write the service's one as \`working-directory\`.`;
  return new LeakgateError('config', message, { hint });
}

async function moduleDirectories(directory: string, depth: number): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  if (entries.some((entry) => entry.isFile() && entry.name === 'go.mod')) return [directory];
  if (depth === 0) return [];
  const folders = entries.filter(
    (entry) => entry.isDirectory() && !/^[._]|^(vendor|testdata|node_modules)$/.test(entry.name),
  );
  const found = await Promise.all(folders.map(async ({ name }) => moduleDirectories(join(directory, name), depth - 1)));
  return found.flat().toSorted();
}
