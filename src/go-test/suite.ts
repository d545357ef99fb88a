import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  byLongestPath,
  go,
  leakProof,
  mainModules,
  mapFlag,
  flagValues,
  ownOverlay,
  reachableToolchain,
  readGoEnv,
  replacedModules,
  splitQuoted,
  writeTestOverlay,
  type CommandPlace,
  type GoEnv,
} from '../build/index.ts';
import { fullDisk, LeakgateError, saysFullDisk } from '../errors.ts';
import type { LeftGoroutines, TestPlan, TestRun } from '../model.ts';
import { frameResolver, type FrameResolver } from '../pprof/frames.ts';
import { runAlone } from './alone.ts';
import { splitTestArguments, type TestArguments } from './arguments.ts';
import { readEvents, type PackageRun } from './events.ts';
import { groupLeft } from './groups.ts';
import { countLeft, readLeft } from './left.ts';
import { leakEnvironment, leakVariable } from './settings.ts';

export interface SuiteOptions {
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Folder that places are given relative to. */
  repositoryRoot: Promise<string>;
  /** Called once `go test` runs. */
  onStart?: () => unknown;
  /** Hears of each package as soon as it is done, with how many goroutines it left behind. */
  onPackage: (run: PackageRun, left: number) => void;
  progress: (text: string) => void;
}

/** Suspects are run again for so long. */
const aloneBudgetMs = 120_000;

/**
 * Runs `go test` with goleak in it, and then each test that left goroutines behind alone. Writes nothing into the work tree.
 * Errors: `config` for arguments that no package matches, or a toolchain that isn't known.
 */
export async function runSuite(plan: TestPlan, options: SuiteOptions, signal: AbortSignal): Promise<TestRun> {
  const { failOnLeak, waitMs = plan.waitMs } = leakEnvironment(options.env);
  const given = splitTestArguments(plan.arguments);
  const place: CommandPlace = { cwd: await realpath(options.cwd), env: options.env };
  const env = await readGoEnv(place, signal);
  // The go command needs them last, and knows them by then.
  const modules = ownModules(place, signal);
  modules.catch(() => undefined);
  const directory = await realpath(await mkdtemp(join(tmpdir(), 'leakgate-test-')));
  try {
    const target = { goRoot: env.GOROOT, goModCache: env.GOMODCACHE };
    await using toolchain = await reachableToolchain(target, place.env, directory);
    const wired = { ...place, env: { ...place.env, ...toolchain.env, ...leakVariable({ ...plan, waitMs }) } };
    const flagged = flagValues([...splitQuoted(env.GOFLAGS), ...given.flags], 'overlay');
    const found = { GOROOT: toolchain.target.goRoot, GOVERSION: env.GOVERSION };
    await using overlay = await writeTestOverlay(found, ownOverlay(undefined, flagged, place.cwd), directory);
    given.flags = mapFlag(given.flags, 'overlay', () => null);
    const ran = await runTests({ given, overlay: overlay.path, place: wired, options }, signal);
    const frames = await resolver(env, await modules, place.cwd, await options.repositoryRoot);
    const left = ran.packages.map((one) => groupLeft(one.path, leftIn(one, frames)));
    ran.packages.forEach(forgiveLeaks);
    const untried = await tryAlone(
      { ran, left, given, overlay: overlay.path, wired, frames, env, directory, options },
      signal,
    );
    return {
      packages: ran.packages.map(({ output: _text, tests, ...one }) => ({ ...one, tests: tests.length })),
      left: left.flat(),
      failOnLeak,
      durationMs: ran.durationMs,
      notes: notesOf(ran.packages, untried),
    };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

interface Tests {
  given: TestArguments;
  overlay: string;
  place: CommandPlace;
  options: SuiteOptions;
}

async function runTests({ given, overlay, place, options }: Tests, signal: AbortSignal) {
  const reader = readEvents((one) => options.onPackage(one, countLeft(one.output)));
  const { flags, packages, ofTests } = given;
  const args = ['test', '-json', `-overlay=${overlay}`, ...flags, ...packages];
  const startedMs = performance.now();
  const running = go([...args, ...(ofTests.length > 0 ? ['-args', ...ofTests] : [])], place, signal, (line) =>
    reader.line(line),
  );
  options.onStart?.();
  const result = await running;
  const durationMs = Math.round(performance.now() - startedMs);
  const said = `${reader.buildOutput()}${result.stderr}`.trim();
  const unbuilt = reader.packages.some(({ outcome }) => outcome === 'build');
  if (unbuilt && saysFullDisk(said)) throw fullDisk('the tests can’t be built', { output: said });
  const failed = reader.packages.some(({ outcome }) => outcome === 'fail' || outcome === 'build');
  // What no package matches is told as a package by the name that was given.
  const matched = reader.packages.some(({ path }) => !/^\.{0,2}\//.test(path));
  if (!matched || (result.exitCode !== 0 && !failed)) throw nothingRan(given, said);
  for (const one of reader.packages) {
    if (one.outcome === 'build') one.failed.push({ test: '', output: said });
    if (one.outcome === 'fail' && one.failed.length === 0) one.failed.push({ test: '', output: one.output });
  }
  return { packages: reader.packages, durationMs };
}

function nothingRan({ packages }: TestArguments, said: string): LeakgateError {
  const last = said.split('\n').findLast((line) => line.trim() !== '') ?? 'it said nothing';
  return new LeakgateError('config', `\`go test ${packages.join(' ') || '.'}\` ran no test: ${last}`, {
    hint: 'Name packages as for `go test`, such as `./...`.',
    ...(said.includes('\n') && { output: said }),
  });
}

async function ownModules(place: CommandPlace, signal: AbortSignal) {
  const main = await mainModules(place, signal);
  return byLongestPath([...main, ...(await replacedModules(main, place, signal))]);
}

async function resolver(
  env: GoEnv,
  modules: { path: string; directory: string }[],
  cwd: string,
  root: string,
): Promise<FrameResolver> {
  const [first] = modules;
  const target = {
    workingDirectory: cwd,
    moduleDirectory: first?.directory ?? cwd,
    modulePath: first?.path ?? '',
    ownModules: modules,
    packagePath: first?.path ?? '',
    packageDirectory: cwd,
    goVersion: env.GOVERSION,
    goRoot: env.GOROOT,
    goModCache: env.GOMODCACHE,
    goArch: env.GOARCH,
  };
  return frameResolver(target, root);
}

/** Tests that call goleak themselves fail when it finds something; each of them says so in its own output. */
function leftIn({ path, output, failed }: PackageRun, frames: FrameResolver) {
  const ofTests = failed.flatMap(({ output: said, test }) =>
    readLeft(said, frames, { package: path, test: test === '' ? null : test }),
  );
  return ofTests.length > 0 ? ofTests : readLeft(output, frames, { package: path, test: null });
}

/** What failed only because goleak, called by the tests themselves, found something is told as a leak. */
function forgiveLeaks(one: PackageRun): void {
  if (one.outcome !== 'fail') return;
  one.failed = one.failed.filter(({ output }) => !output.includes('found unexpected goroutines:'));
  if (one.failed.length === 0) one.outcome = 'pass';
}

interface Trial {
  ran: { packages: PackageRun[] };
  left: LeftGoroutines[][];
  given: TestArguments;
  overlay: string;
  wired: CommandPlace;
  frames: FrameResolver;
  env: GoEnv;
  directory: string;
  options: SuiteOptions;
}

async function tryAlone(trial: Trial, signal: AbortSignal): Promise<number> {
  const { ran, left, given, overlay, wired, frames, env, directory, options } = trial;
  const suspects = ran.packages.flatMap(({ path, tests }, at) =>
    left[at]!.length === 0 ? [] : [{ path, tests, groups: left[at]! }],
  );
  // Built anew where the proof is an experiment, which costs the standard library's time once: so only for suspects.
  const { experiments } = leakProof(env.GOVERSION, env.GOEXPERIMENT);
  const place = experiments === null ? wired : { ...wired, env: { ...wired.env, GOEXPERIMENT: experiments } };
  const parts = { given, buildFlags: [`-overlay=${overlay}`], place, frames, directory };
  return runAlone(suspects, { ...parts, budgetMs: aloneBudgetMs, progress: options.progress }, signal);
}

function notesOf(packages: readonly PackageRun[], untried: number): string[] {
  const failed = packages.filter(({ outcome }) => outcome === 'fail').length;
  return [
    ...(failed === 0
      ? []
      : [
          `${failed === 1 ? 'A package' : `${failed} packages`} with failing tests: goroutines are looked for once they pass.`,
        ]),
    ...(untried === 0 ? [] : [`${untried} suspects were not run alone: there was no more time for them.`]),
  ];
}
