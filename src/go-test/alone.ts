import { join } from 'node:path';
import * as z from 'zod';
import type { LeftGoroutines } from '../model.ts';
import { go, parseJsonStream, runCommand, type CommandPlace } from '../build/index.ts';
import type { FrameResolver } from '../pprof/frames.ts';
import { flagsForOne, type TestArguments } from './arguments.ts';
import { leakKey } from './groups.ts';
import { readLeft, type Left } from './left.ts';

export interface AloneParts {
  given: TestArguments;
  /** With the overlay, and with the collector's proof where it is an experiment. */
  buildFlags: string[];
  place: CommandPlace;
  frames: FrameResolver;
  /** For the test program. */
  directory: string;
  /** No test is begun after so much time in tests; what wasn't tried stays untried. Building doesn't count. */
  budgetMs: number;
  progress: (text: string) => void;
}

interface Suspects {
  path: string;
  groups: LeftGoroutines[];
  /** Top-level tests of the package, for goroutines that don't tell which one started them. */
  tests: readonly string[];
}

/**
 * Runs every test that left goroutines behind again, without the others, and says in the groups whether it does so alone; where the
 * test isn't known, all of the package's are tried. Answers how many tests weren't tried.
 */
export async function runAlone(suspects: readonly Suspects[], parts: AloneParts, signal: AbortSignal): Promise<number> {
  let leftMs = parts.budgetMs;
  let untried = 0;
  for (const [index, one] of suspects.entries()) {
    const named = [...new Set(one.groups.flatMap(({ test }) => (test === null ? [] : [test])))];
    const unnamed = one.groups.some(({ test }) => test === null)
      ? one.tests.filter((test) => !named.includes(test))
      : [];
    const program = leftMs > 0 ? await buildProgram(one.path, index, parts, signal) : null;
    // Whoever is looked for without a name is mostly found after a few.
    for (const few of [...batches(named, sideBySide), ...unnamed.map((test) => [test])]) {
      const wanted = few.filter((test) => named.includes(test) || one.groups.some((group) => group.test === null));
      if (program === null || leftMs <= 0) untried += wanted.length;
      else {
        const startedMs = performance.now();
        for (const test of wanted) parts.progress(`${one.path}: ${test} alone`);
        const found = await Promise.all(wanted.map(async (test) => leftBy(test, program, parts, signal)));
        for (const [at, test] of wanted.entries()) {
          // It may want what another one has, such as a port.
          const again = wanted.length > 1 && found[at]!.failed;
          const { left } = again ? await leftBy(test, program, parts, signal) : found[at]!;
          compare(one.groups, test, left);
        }
        leftMs -= performance.now() - startedMs;
      }
    }
  }
  return untried;
}

const batches = (tests: readonly string[], size: number): string[][] =>
  Array.from({ length: Math.ceil(tests.length / size) }, (_, at) => tests.slice(at * size, (at + 1) * size));

/** Marks the groups of a test by what it leaves behind alone. */
function compare(groups: LeftGoroutines[], test: string, left: readonly Left[]): void {
  const seen = new Map(left.map((one) => [leakKey(one.goroutine), one] as const));
  const proven = new Set(left.filter(({ goroutine }) => goroutine.leaked).map(({ goroutine }) => leakKey(goroutine)));
  for (const group of groups) {
    const key = leakKey(group);
    if (group.test === null && seen.has(key)) {
      group.test = test;
      group.testAt = seen.get(key)!.testAt;
    }
    if (group.test !== test) continue;
    group.alone = seen.has(key);
    group.proven ||= proven.has(key);
  }
}

interface Program {
  path: string;
  file: string;
  directory: string;
}

/** Null where it can't be built alone, as with flags that only a whole run takes. */
async function buildProgram(
  path: string,
  index: number,
  { given, buildFlags, place, directory }: AloneParts,
  signal: AbortSignal,
): Promise<Program | null> {
  const file = join(directory, `alone-${index}.test`);
  // Vetted already, with all the others.
  const args = ['test', '-c', ...flagsForOne(given.flags), '-vet=off', ...buildFlags, '-o', file, path];
  const [built, listed] = [
    await go(args, place, signal),
    await go(['list', '-find', '-json=Dir', path], place, signal),
  ];
  if (built.exitCode !== 0 || listed.exitCode !== 0) return null;
  const [found] = z.array(z.object({ Dir: z.string() })).parse(parseJsonStream(listed.stdout));
  return found === undefined ? null : { path, file, directory: found.Dir };
}

/** Those that leak mostly wait, for goroutines that don't end. */
const sideBySide = 4;

const ofPrograms = /^--?(?:test\.)?(short|parallel|cpu)(?:=(.*))?$/;

async function leftBy(
  test: string,
  { path, file, directory }: Program,
  { given, place, frames }: AloneParts,
  signal: AbortSignal,
): Promise<{ left: Left[]; failed: boolean }> {
  const flags = given.flags.flatMap((flag, at) => {
    const [, name, value] = ofPrograms.exec(flag) ?? [];
    if (name === undefined) return [];
    return [`-test.${name}=${value ?? (name === 'short' ? 'true' : given.flags[at + 1]!)}`];
  });
  const pattern = test
    .split('/')
    .map((name) => `^${name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`)
    .join('/');
  const args = [`-test.run=${pattern}`, '-test.paniconexit0', '-test.timeout=1m', ...flags, ...given.ofTests];
  const { stdout } = await runCommand(file, args, { ...place, cwd: directory }, signal);
  return { left: readLeft(stdout, frames, { package: path, test }), failed: /^\s*--- FAIL: /m.test(stdout) };
}
