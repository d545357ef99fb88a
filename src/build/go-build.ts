import { mkdir, mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { fullDisk, LeakgateError, saysFullDisk } from '../errors.ts';
import type { Binary, GoTarget, ProbeBinary } from '../model.ts';
import { leakProof, probeFlags, stockFlags } from './build-flags.ts';
import { lastLines, type CommandPlace } from './command.ts';
import { parseCompilerOutput } from './compiler-output.ts';
import { flagValues, hasFlag, splitQuoted } from './flags.ts';
import { reachableToolchain } from './linked-toolchain.ts';
import { goDirectory } from './modules.ts';
import { ownOverlay, wirings, writeOverlay, type Wiring } from './overlay.ts';
import { probeMarker } from './probe-source.ts';
import { go, goFailed, readGoEnv, type GoEnv } from './toolchain.ts';

export interface BuildOptions {
  /** Folder for the binary; made when it isn't there. */
  outDir: string;
  /** Further flags of `go build`, one or two elements each. Relative paths in them start at the working directory. */
  flags: string[];
  /** The user's own overlay file. */
  overlay?: string;
  env: NodeJS.ProcessEnv;
  /** Folder that places in compiler messages are given relative to. */
  repositoryRoot: string;
}

/** Builds the service as its owner would. Errors: `service` with the compiler's places, `config` for impossible flags. */
export async function buildStock(target: GoTarget, options: BuildOptions, signal: AbortSignal): Promise<Binary> {
  const place = buildPlace(target, options);
  const { GOFLAGS } = await readGoEnv(place, signal);
  const overlay = options.overlay === undefined ? [] : [`-overlay=${ownOverlay(options.overlay, [], place.cwd)}`];
  const flags = [...stockFlags(splitQuoted(GOFLAGS), options.flags), ...overlay];
  return compile({ target, options, place, flags, name: binaryName(target) }, signal);
}

/** Builds the service with the probe linked in, by the first wiring that works. Errors as in `buildStock`. */
export async function buildProbe(target: GoTarget, options: BuildOptions, signal: AbortSignal): Promise<ProbeBinary> {
  const place = buildPlace(target, options);
  const env = await readGoEnv(place, signal);
  const proving = leakProof(target.goVersion, env.GOEXPERIMENT);
  if (proving.experiments !== null) place.env = { ...place.env, GOEXPERIMENT: proving.experiments };
  await using toolchain = await reachableToolchain(target, place.env, await outFolder(options));
  place.env = { ...place.env, ...toolchain.env };
  for (const wiring of wirings(toolchain.target)) {
    if (wiring === 'main-package') refuseCoverage([...splitQuoted(env.GOFLAGS), ...options.flags]);
    const build = { target: toolchain.target, options, place, env, wiring };
    const { heapDumpSafe, ...binary } = await buildWired(build, signal);
    if (await holdsProbe(binary.path)) return { ...binary, wiring, leakProof: proving.leakProof, heapDumpSafe };
  }
  throw new LeakgateError('service', `The probe isn't in the program that \`go build ${target.packagePath}\` made.`, {
    hint: 'A build flag such as -overlay or -C may have replaced what Leakgate adds. Please report it.',
  });
}

interface WiredBuild {
  target: GoTarget;
  options: BuildOptions;
  place: CommandPlace;
  env: GoEnv;
  wiring: Wiring;
}

async function buildWired({ target, options, place, env, wiring }: WiredBuild, signal: AbortSignal) {
  const goflags = splitQuoted(env.GOFLAGS);
  const own = ownOverlay(options.overlay, flagValues([...goflags, ...options.flags], 'overlay'), place.cwd);
  await using overlay = await writeOverlay(target, wiring, own, await outFolder(options));
  const flags = [...probeFlags(goflags, options.flags), `-overlay=${overlay.path}`];
  const binary = await compile({ target, options, place, flags, name: `${binaryName(target)}-probe` }, signal);
  return { ...binary, heapDumpSafe: overlay.heapDumpSafe };
}

function buildPlace(target: GoTarget, options: BuildOptions): CommandPlace {
  const { workingDirectory, moduleDirectory, packageDirectory } = target;
  return { cwd: goDirectory(workingDirectory, moduleDirectory, packageDirectory), env: options.env };
}

const binaryName = (target: GoTarget): string => basename(target.packagePath);

interface Compilation {
  target: GoTarget;
  options: BuildOptions;
  place: CommandPlace;
  flags: string[];
  name: string;
}

/** The cover tool opens every file of a package itself and doesn't know overlays. */
function refuseCoverage(flags: string[]): void {
  if (!['cover', 'covermode', 'coverpkg'].some((name) => hasFlag(flags, name))) return;
  throw new LeakgateError('config', 'build.flags: `-cover` can’t be combined with this program.', {
    hint: 'Leave it out: only services with net/http can be built with it.',
  });
}

async function compile({ target, options, place, flags, name }: Compilation, signal: AbortSignal): Promise<Binary> {
  const outDir = await outFolder(options);
  const path = join(outDir, name);
  await using work = await workFolder(outDir);
  const env = { ...place.env, GOTMPDIR: work.path };
  const startedAt = performance.now();
  const result = await go(['build', ...flags, '-o', path, target.packagePath], { ...place, env }, signal);
  const durationMs = Math.round(performance.now() - startedAt);
  if (result.exitCode !== 0) throw await buildFailed(target, options, place, result.stderr);
  // The go command builds its own tools too, since Go 1.25.
  const buildId = await go(['tool', 'buildid', path], { ...place, env }, signal);
  if (buildId.exitCode !== 0) throw goFailed('go tool buildid', place.cwd, buildId);
  return { path, buildId: buildId.stdout.trim(), durationMs };
}

async function outFolder({ outDir }: BuildOptions): Promise<string> {
  await mkdir(outDir, { recursive: true });
  return realpath(outDir);
}

/** The go command leaves its temporary files where they are when it is interrupted. */
async function workFolder(parent: string): Promise<{ path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(parent, 'work-'));
  return { path, [Symbol.asyncDispose]: async () => rm(path, { recursive: true, force: true }) };
}

async function buildFailed(target: GoTarget, options: BuildOptions, place: CommandPlace, stderr: string) {
  if (saysFullDisk(stderr)) return fullDisk('the service can’t be built', { output: lastLines(stderr) });
  const repositoryRoot = await realpath(options.repositoryRoot);
  const locations = parseCompilerOutput(stderr, { cwd: place.cwd, repositoryRoot });
  const [first] = locations;
  const name = relative(target.workingDirectory, target.packageDirectory) || '.';
  const why = first === undefined ? '' : `: ${first.file}:${first.line}: ${first.message.split('\n')[0]}`;
  return new LeakgateError('service', `\`go build\` of ${name} failed${why}`, {
    locations,
    output: lastLines(stderr),
  });
}

async function holdsProbe(path: string): Promise<boolean> {
  return (await readFile(path)).includes(probeMarker);
}
