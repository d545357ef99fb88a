import { realpath, stat } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { LeakgateError } from '../errors.ts';
import type { GoTarget } from '../model.ts';
import type { CommandPlace } from './command.ts';
import { flagValues } from './flags.ts';
import { byLongestPath, goDirectory, mainModules, noModule, replacedModules, type OwnModule } from './modules.ts';
import { below, listPackages, mainsHint, mainsOf, theNamedMain, theOnlyMain } from './packages.ts';
import { readGoEnv } from './toolchain.ts';

interface Asked {
  /** Folder that `package` is relative to. */
  workingDirectory: string;
  /** A folder, `./cmd/api`, or an import path. Without it there must be exactly one main package. */
  package?: string;
  /** Flags of the build that decide which files and modules count, such as `-tags=x` and `-modfile`. */
  flags?: string[];
  env: NodeJS.ProcessEnv;
}

/**
 * Finds the program to build and the toolchain that builds it.
 * Errors (code `config`): no go, older than 1.22, no module, no or several main packages and none named, the named one
 * isn't there or isn't a program.
 */
export async function resolveTarget(asked: Asked, signal: AbortSignal): Promise<GoTarget> {
  const { workingDirectory, pattern, env, place, modules, flags } = await locate(asked, signal);
  const all = async () => mainsIn(workingDirectory, { modules, flags, place }, signal);
  const found =
    asked.package === undefined
      ? theOnlyMain(await all(), workingDirectory)
      : await theNamedMain(asked.package, await listPackages([pattern], flags, place, signal), async () =>
          mainsHint(await all(), workingDirectory),
        );
  return {
    workingDirectory,
    moduleDirectory: found.Module!.Dir,
    modulePath: found.Module!.Path,
    ownModules: byLongestPath([...modules, ...(await replacedModules(modules, place, signal))]),
    packagePath: found.ImportPath,
    packageDirectory: found.Dir,
    goVersion: env.GOVERSION,
    goRoot: env.GOROOT,
    goModCache: env.GOMODCACHE,
    goArch: env.GOARCH,
  };
}

/** A program that could be the service. */
export interface MainPackage {
  importPath: string;
  directory: string;
}

/** Every main package at or below the working directory. Errors as in `resolveTarget`, except that none or several are fine. */
export async function mainPackages(asked: Omit<Asked, 'package'>, signal: AbortSignal): Promise<MainPackage[]> {
  const { workingDirectory, ...parts } = await locate(asked, signal);
  const found = await mainsIn(workingDirectory, parts, signal);
  return found.map(({ ImportPath, Dir }) => ({ importPath: ImportPath, directory: Dir }));
}

interface Parts {
  modules: OwnModule[];
  flags: string[];
  place: CommandPlace;
}

const mainsIn = async (directory: string, { modules, flags, place }: Parts, signal: AbortSignal) =>
  mainsOf(await listPackages(below(directory, modules), flags, place, signal));

/** The toolchain and the modules of the folder that was asked for. */
async function locate(asked: Asked, signal: AbortSignal) {
  const workingDirectory = await realDirectory(asked.workingDirectory);
  const { directory, pattern } = await startingPoint(workingDirectory, asked.package);
  const env = await readGoEnv({ cwd: directory, env: asked.env }, signal);
  // GOMOD is the null device outside of any module, and empty with GO111MODULE=off.
  const inModule = env.GOMOD !== '' && env.GOMOD !== '/dev/null';
  if (!inModule && env.GOWORK === '') throw await noModule(directory);

  const cwd = inModule ? goDirectory(workingDirectory, dirname(env.GOMOD), directory) : directory;
  const place: CommandPlace = { cwd, env: asked.env };
  const modules = await mainModules(place, signal);
  return { workingDirectory, pattern, env, place, modules, flags: choosingFlags(asked.flags ?? []) };
}

/** The flags of a build that decide which files, modules and versions count. */
function choosingFlags(flags: string[]): string[] {
  return ['tags', 'mod', 'modfile', 'overlay'].flatMap((name) =>
    flagValues(flags, name).map((value) => `-${name}=${value}`),
  );
}

async function realDirectory(directory: string): Promise<string> {
  const found = await stat(directory).catch(() => null);
  if (found?.isDirectory() === true) return realpath(directory);
  throw new LeakgateError('config', `working-directory: ${directory} isn't a folder.`);
}

/** A package given as a folder is looked at from inside, so that it may lie in a module of its own. */
async function startingPoint(workingDirectory: string, given: string | undefined) {
  if (given === undefined) return { directory: workingDirectory, pattern: workingDirectory };
  const directory = resolve(workingDirectory, given);
  const found = await stat(directory).catch(() => null);
  if (found?.isDirectory() === true) return { directory, pattern: directory };
  if (found === null) return { directory: workingDirectory, pattern: given };
  throw new LeakgateError('config', `package: ${given} is a file, and a folder or an import path is needed.`, {
    hint: `Write \`package: ./${relative(workingDirectory, resolve(directory, '..'))}\`.`,
  });
}
