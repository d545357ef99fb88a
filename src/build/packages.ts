import { relative } from 'node:path';
import * as z from 'zod';
import { LeakgateError } from '../errors.ts';
import type { CommandPlace } from './command.ts';
import { isInside, parseJsonStream, type OwnModule } from './modules.ts';
import { go, goFailed } from './toolchain.ts';

const listedPackage = z.object({
  ImportPath: z.string(),
  Name: z.string().default(''),
  Dir: z.string().default(''),
  Module: z.object({ Path: z.string(), Dir: z.string().default(''), Main: z.boolean().default(false) }).optional(),
  Error: z.object({ Err: z.string() }).optional(),
});

export type Package = z.output<typeof listedPackage>;

/** Lists packages with what is wrong with them, without looking at their imports. */
export async function listPackages(
  patterns: string[],
  flags: string[],
  place: CommandPlace,
  signal: AbortSignal,
): Promise<Package[]> {
  if (patterns.length === 0) return [];
  const fields = `-json=${Object.keys(listedPackage.shape).join(',')}`;
  const result = await go(['list', '-e', '-find', fields, ...flags, '--', ...patterns], place, signal);
  if (result.exitCode !== 0) throw goFailed('go list', place.cwd, result);
  return z.array(listedPackage).parse(parseJsonStream(result.stdout));
}

/** Patterns for every package at or below the folder; one for each module, since `/...` stops at the next go.mod. */
export function below(directory: string, modules: OwnModule[]): string[] {
  const nested = modules.filter((module) => module.directory !== directory && isInside(module.directory, directory));
  const around = modules.some((module) => isInside(directory, module.directory));
  return [...(around ? [directory] : []), ...nested.map((module) => module.directory)].map((root) => `${root}/...`);
}

/** The programs of the service's own modules. */
export const mainsOf = (packages: Package[]): Package[] =>
  packages.filter((found) => found.Name === 'main' && found.Module?.Main === true);

export function theOnlyMain(mains: Package[], directory: string): Package {
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

export async function theNamedMain(given: string, packages: Package[], hint: () => Promise<string>): Promise<Package> {
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

/** The `package:` lines that would do, for a hint. */
export function mainsHint(mains: Package[], directory: string): string {
  if (mains.length === 0) return `There is no main package in ${directory} or below it.`;
  const lines = mains.map(({ Dir }) => `package: ${Dir === directory ? '.' : `./${relative(directory, Dir)}`}`);
  return `Write one of these:\n${lines.slice(0, 20).join('\n')}`;
}
