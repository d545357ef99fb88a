import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { go, goFailed, parseJsonStream, runCommand, type CommandPlace } from '../build/index.ts';
import { buildSourceProgram } from '../go-source/index.ts';
import type { GoTarget } from '../model.ts';

/** Line and column, in bytes, of a statement that coverage counts. */
const counted = z.tuple([z.number(), z.number()]);

const foundRoute = z.object({
  /** Empty: any. */
  method: z.string(),
  /** With the framework's own placeholders. */
  path: z.string(),
  /** On the way stands a call through an interface or a variable. */
  may: z.boolean(),
  /** The bodies that each of its requests runs. Their files are absolute. */
  handlers: z.array(z.object({ package: z.string(), file: z.string(), counted })),
});

const foundSite = z.object({
  kind: z.enum(['go', 'context', 'timer', 'channel', 'response', 'pool', 'growing']),
  /** Import path. */
  package: z.string(),
  /** `(*T).Method`. */
  function: z.string(),
  /** Absolute. */
  file: z.string(),
  line: z.number(),
  /** Of the statement that runs it. */
  counted,
  /** From whose handlers calls lead here, the shortest way first; a few. */
  routes: z.array(foundRoute).prefault([]),
});

export type FoundSite = z.output<typeof foundSite>;

const listed = z.looseObject({
  ImportPath: z.string(),
  Module: z.object({ Path: z.string() }).optional(),
});

interface Inventory {
  target: GoTarget;
  /** Of the build. */
  flags: readonly string[];
  place: CommandPlace;
  /** For the program that reads, and what it is given. */
  directory: string;
}

/** Lists what can leak in the program's own packages, with the types of its own build. */
export async function takeInventory(
  { target, flags, place, directory }: Inventory,
  signal: AbortSignal,
): Promise<FoundSite[]> {
  const fields = '-json=ImportPath,Dir,GoFiles,CgoFiles,Export,ImportMap,Module';
  const packages = await go(['list', '-export', '-deps', fields, ...flags, target.packagePath], place, signal);
  if (packages.exitCode !== 0) throw goFailed('go list -export', place.cwd, packages);
  const own = new Set(target.ownModules.map(({ path }) => path));
  const input = z
    .array(listed)
    .parse(parseJsonStream(packages.stdout))
    .map((one) => JSON.stringify({ ...one, Own: own.has(one.Module?.Path ?? '') }));
  const asked = join(directory, 'packages.json');
  await writeFile(asked, input.join('\n'));
  const { path, place: here } = await buildSourceProgram('inventory', { directory, env: place.env }, signal);
  const read = await runCommand(path, [asked], here, signal);
  if (read.exitCode !== 0) throw goFailed('the inventory', here.cwd, read);
  return z.array(foundSite).parse(JSON.parse(read.stdout));
}
