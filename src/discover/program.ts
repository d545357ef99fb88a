import { basename, relative } from 'node:path';
import * as z from 'zod';
import { go, goFailed, type MainPackage, parseJsonStream } from '../build/index.ts';
import { LeakgateError } from '../errors.ts';
import type { Reader, SourceFacts } from './reader.ts';

const listed = z.object({
  Dir: z.string().default(''),
  Module: z.object({ Main: z.boolean().default(false) }).optional(),
});

/** A main package and what its own code says, that of modules it imports left out. */
export interface ReadProgram extends MainPackage {
  facts: SourceFacts;
}

/** Reads each program with the packages of its own module that it is built from. */
export async function readPrograms(
  mains: readonly MainPackage[],
  { reader, env }: { reader: Reader; env: NodeJS.ProcessEnv },
  signal: AbortSignal,
): Promise<ReadProgram[]> {
  const programs: ReadProgram[] = [];
  for (const main of mains) {
    const place = { cwd: main.directory, env };
    const result = await go(['list', '-e', '-deps', '-json=Dir,Module', '.'], place, signal);
    if (result.exitCode !== 0) throw goFailed('go list', place.cwd, result);
    const own = parseJsonStream(result.stdout).flatMap((value) => {
      const { Dir, Module } = listed.parse(value);
      return Module?.Main === true && Dir !== '' ? [Dir] : [];
    });
    programs.push({ ...main, facts: await reader.read(own, signal) });
  }
  return programs;
}

/** Names that a service's main package has more often than a tool's. */
const usual = /^(?:server|serverd?|api|apid|web|app|httpd|service|daemon)$/;

/**
 * The program that is the service: the only one, else the only one that serves HTTP, else the one that is named like one.
 * @throws LeakgateError `config` that lists them when none stands out.
 */
export function chooseProgram(programs: readonly ReadProgram[], directory: string): ReadProgram {
  const serving = programs.filter(({ facts }) => facts.listens.length > 0);
  const [only] = programs;
  if (only === undefined) {
    throw new LeakgateError('config', `There is no main package in ${directory} or below it.`, {
      hint: 'Start `leakgate init` in the module of the service.',
    });
  }
  if (programs.length === 1) return only;
  const candidates = serving.length > 0 ? serving : programs;
  const ranked = candidates.map((program) => ({ program, rank: rankOf(program, directory) }));
  const best = Math.max(...ranked.map(({ rank }) => rank));
  const first = ranked.filter(({ rank }) => rank === best);
  if (first.length === 1) return first[0]!.program;
  const lines = candidates.map((one) => `leakgate init --package ${packageName(one, directory)}`);
  throw new LeakgateError('config', `${candidates.length} programs could be the service.`, {
    hint: `Name it:\n${lines.slice(0, 20).join('\n')}`,
  });
}

/** Examples and helpers come last. Routes say more than a name. */
function rankOf({ directory, importPath, facts }: ReadProgram, root: string): number {
  const place = relative(root, directory);
  if (/(?:^|\/)_?(?:examples?|tests?|testdata|tools?|hack|scripts?|bench\w*|internal)(?:\/|$)/.test(place)) return -1;
  const name = basename(place);
  const module = basename(importPath.slice(0, -place.length - 1).replace(/\/v\d+$/, ''));
  const named = place === '' || name === module ? 4 : usual.test(name) ? 2 : 0;
  return named + (facts.routes.length > 0 ? 1 : 0);
}

/** As `package` in a config file names it. */
export const packageName = ({ directory }: MainPackage, root: string): string => {
  const path = relative(root, directory);
  return path === '' ? '.' : `./${path}`;
};
