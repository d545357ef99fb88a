import { LeakgateError } from '../errors.ts';

/** The arguments of a `go test` by what they are. */
export interface TestArguments {
  flags: string[];
  packages: string[];
  /** What follows `-args`: the test binary's own. */
  ofTests: string[];
}

/** Flags of `go build` and `go test` that take no value; all others do. */
const switches = new Set(
  'a asan benchmem c cover failfast fullpath i json linkshared modcacherw msan n race short trimpath v work x'.split(
    ' ',
  ),
);

/** Flags that a single test is run again without: they choose tests, write files, or say how often. */
const ofWholeRuns = new Set(
  'bench benchmem benchtime blockprofile count cover covermode coverpkg coverprofile cpuprofile failfast fuzz fuzztime list memprofile mutexprofile outputdir run shuffle skip trace v'.split(
    ' ',
  ),
);

const nameOf = (flag: string): string => /^--?([^=]+)/.exec(flag)?.[1]?.replace(/^test\./, '') ?? '';

/** Splits as the go command does: flags and packages in any order, up to `-args`. @throws LeakgateError `config` */
export function splitTestArguments(given: readonly string[]): TestArguments {
  const end = given.findIndex((word) => /^--?args$/.test(word));
  const words = end === -1 ? given : given.slice(0, end);
  const split: TestArguments = { flags: [], packages: [], ofTests: end === -1 ? [] : given.slice(end + 1) };
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (!/^-./.test(word)) {
      split.packages.push(word);
      continue;
    }
    refuse(word);
    const separate = !word.includes('=') && !switches.has(nameOf(word)) && at + 1 < words.length;
    split.flags.push(...(separate ? [word, words[++at]!] : [word]));
  }
  return split;
}

function refuse(flag: string): void {
  if (!['c', 'i', 'json', 'o'].includes(nameOf(flag))) return;
  throw new LeakgateError('config', `${flag}: Leakgate runs the tests and reads their results, so it can’t be given.`, {
    hint: nameOf(flag) === 'json' ? '`--format json` writes what was found as JSON.' : 'Leave it out.',
  });
}

/** The flags with which one test of a package is built and run again. */
export function flagsForOne(flags: readonly string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < flags.length; at++) {
    const flag = flags[at]!;
    const value = !flag.includes('=') && !switches.has(nameOf(flag)) ? [flags[++at]!] : [];
    if (!ofWholeRuns.has(nameOf(flag))) kept.push(flag, ...value);
  }
  return kept;
}

export const isVerbose = (flags: readonly string[]): boolean =>
  flags.some((flag) => /^--?(?:test\.)?v(?:=(?:true|1|t))?$/i.test(flag));
