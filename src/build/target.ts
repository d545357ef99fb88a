import { realpath, stat } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import * as z from 'zod';
import { LeakgateError } from '../errors.ts';
import type { GoTarget } from '../model.ts';
import type { CommandPlace } from './command.ts';
import { flagValues } from './flags.ts';
import {
  byLongestPath,
  isInside,
  mainModules,
  noModule,
  parseJsonStream,
  replacedModules,
  type OwnModule,
} from './modules.ts';
import { go, goFailed, readGoEnv } from './toolchain.ts';

interface Asked {
  /** Folder that `package` is relative to. */
  workingDirectory: string;
  /** A folder, `./cmd/api`, or an import path. Without it there must be exactly one main package. */
  package?: string;
  /** Flags of the build that decide which files and modules count, such as `-tags=x` and `-modfile`. */
  flags?: string[];
  env: NodeJS.ProcessEnv;
}

const listedPackage = z.object({
  ImportPath: z.string(),
  Name: z.string().default(''),
  Dir: z.string().default(''),
  Module: z.object({ Path: z.string(), Dir: z.string().default(''), Main: z.boolean().default(false) }).optional(),
  Error: z.object({ Err: z.string() }).optional(),
});

type Package = z.output<typeof listedPackage>;

/**
 * Finds the program to build and the toolchain that builds it.
 * Errors (code `config`): no go, older than 1.22, no module, no or several main packages and none named, the named one
 * isn't there or isn't a program.
 */
export async function resolveTarget(asked: Asked, signal: AbortSignal): Promise<GoTarget> {
  const workingDirectory = await realDirectory(asked.workingDirectory);
  const { directory, pattern } = await startingPoint(workingDirectory, asked.package);
  const place: CommandPlace = { cwd: directory, env: asked.env };
  const env = await readGoEnv(place, signal);
  // GOMOD is the null device outside of any module, and empty with GO111MODULE=off.
  const inModule = env.GOMOD !== '' && env.GOMOD !== '/dev/null';
  if (!inModule && env.GOWORK === '') throw await noModule(directory);

  const modules = await mainModules(place, signal);
  const list = async (patterns: string[]) => listPackages(patterns, asked.flags ?? [], place, signal);
  const listMains = async () => mainsOf(await list(below(workingDirectory, modules)));
  const found =
    asked.package === undefined
      ? theOnlyMain(await listMains(), workingDirectory)
      : await theNamedMain(asked.package, await list([pattern]), async () =>
          mainsHint(await listMains(), workingDirectory),
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

async function realDirectory(directory: string): Promise<string> {
  const found = await stat(directory).catch(() => null);
  if (found?.isDirectory() === true) return realpath(directory);
  throw new LeakgateError('config', `working-directory: ${directory} isn't a folder.`);
}

/** A package given as a folder is looked at from inside, so that it may lie in a module of its own. */
async function startingPoint(workingDirectory: string, given: string | undefined) {
  if (given === undefined) return { directory: workingDirectory, pattern: '.' };
  const directory = resolve(workingDirectory, given);
  const found = await stat(directory).catch(() => null);
  if (found?.isDirectory() === true) return { directory, pattern: '.' };
  if (found === null) return { directory: workingDirectory, pattern: given };
  throw new LeakgateError('config', `package: ${given} is a file, and a folder or an import path is needed.`, {
    hint: `Write \`package: ./${relative(workingDirectory, resolve(directory, '..'))}\`.`,
  });
}

/** Patterns for every package at or below the folder; one for each module, since `/...` stops at the next go.mod. */
function below(directory: string, modules: OwnModule[]): string[] {
  const nested = modules.filter((module) => module.directory !== directory && isInside(module.directory, directory));
  const around = modules.some((module) => isInside(directory, module.directory));
  return [...(around ? [directory] : []), ...nested.map((module) => module.directory)].map((root) => `${root}/...`);
}

async function listPackages(
  patterns: string[],
  flags: string[],
  place: CommandPlace,
  signal: AbortSignal,
): Promise<Package[]> {
  if (patterns.length === 0) return [];
  const fields = `-json=${Object.keys(listedPackage.shape).join(',')}`;
  const choosing = ['tags', 'mod', 'modfile', 'overlay'].flatMap((name) =>
    flagValues(flags, name).map((value) => `-${name}=${value}`),
  );
  const result = await go(['list', '-e', '-find', fields, ...choosing, '--', ...patterns], place, signal);
  if (result.exitCode !== 0) throw goFailed('go list', place.cwd, result);
  return z.array(listedPackage).parse(parseJsonStream(result.stdout));
}

const mainsOf = (packages: Package[]): Package[] =>
  packages.filter((found) => found.Name === 'main' && found.Module?.Main === true);

function theOnlyMain(mains: Package[], directory: string): Package {
  const [only] = mains;
  if (only !== undefined && mains.length === 1) return only;
  if (only === undefined) {
    throw new LeakgateError('config', `There is no main package in ${directory} or below it.`, {
      hint: 'Name the program with `package`, or point `working-directory` at its module. Files behind a build tag need `-tags` in build.flags.',
    });
  }
  const message = `${mains.length} main packages lie in ${directory}, and \`package\` doesn't say which one is the service.`;
  throw new LeakgateError('config', message, { hint: mainsHint(mains, directory) });
}

async function theNamedMain(given: string, packages: Package[], hint: () => Promise<string>): Promise<Package> {
  const mains = mainsOf(packages);
  const [found] = mains;
  if (found !== undefined && mains.length === 1 && found.Error === undefined) return found;
  const message = `package: ${given} ${whyNot(packages, mains)}.`;
  throw new LeakgateError('config', message, { hint: await hint() });
}

function whyNot(packages: Package[], mains: Package[]): string {
  const [first] = packages;
  if (mains.length > 1) return `matches ${mains.length} main packages`;
  if (first === undefined) return 'matches no package';
  if (first.Error !== undefined) return `can't be used: ${first.Error.Err.trim().replaceAll(/\s*\n\s*/g, ' ')}`;
  if (first.Name === 'main') return 'belongs to another module, not to the service';
  return `is package ${first.Name}, not a main package`;
}

function mainsHint(mains: Package[], directory: string): string {
  if (mains.length === 0) return `There is no main package in ${directory} or below it.`;
  const lines = mains.map(({ Dir }) => `package: ${Dir === directory ? '.' : `./${relative(directory, Dir)}`}`);
  return `Write one of these:\n${lines.slice(0, 20).join('\n')}`;
}
