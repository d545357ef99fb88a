import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { go, goFailed, parseJsonStream, runCommand, type CommandPlace } from '../build/index.ts';
import { LeakgateError } from '../errors.ts';
import type { GoTarget } from '../model.ts';

const foundSite = z.object({
  kind: z.enum(['go', 'context', 'timer', 'channel', 'response', 'pool', 'growing']),
  /** Import path. */
  package: z.string(),
  /** `(*T).Method`. */
  function: z.string(),
  /** Absolute. */
  file: z.string(),
  line: z.number(),
  /** Line and column, in bytes, of the statement that runs it. */
  counted: z.tuple([z.number(), z.number()]),
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
  const reader = join(directory, 'inventory');
  // Flags and workspace of the user are about their module.
  const here = { cwd: sourceDirectory(), env: { ...place.env, GOFLAGS: '', GOWORK: 'off' } };
  const built = await go(['build', '-o', reader, '.'], here, signal);
  if (built.exitCode !== 0) throw goFailed('go build', here.cwd, built);
  const read = await runCommand(reader, [asked], here, signal);
  if (read.exitCode !== 0) throw goFailed('the inventory', here.cwd, read);
  return z.array(foundSite).parse(JSON.parse(read.stdout));
}

/** Beside the sources it is `reader/`, and beside the bundle `inventory/`. */
function sourceDirectory(): string {
  const found = ['./reader/', './inventory/'].map((name) => fileURLToPath(new URL(name, import.meta.url)));
  const path = found.find((one) => existsSync(join(one, 'find.go')));
  if (path !== undefined) return path;
  throw new LeakgateError('internal', `The reader of what can leak isn’t in ${found.join(' or ')}.`, {
    hint: 'The installation of Leakgate is incomplete: `inventory` belongs beside its JavaScript files.',
  });
}
