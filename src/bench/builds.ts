import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { buildProbe, buildStock, resolveTarget, worktreeAt } from '../build/index.ts';
import type { Config } from '../config/resolve.ts';
import type { Binary, GoTarget, ProbeBinary } from '../model.ts';
import { serviceEnvironment } from './program.ts';
import { owned, type Owned } from '../owned.ts';
import { runSetup } from '../service/index.ts';

/** The baseline's commit, rebuilt: what the head is measured against side by side. */
export interface BaseBuild {
  binary: Binary;
  sha: string;
  /** Working directory of the service inside the base's worktree. */
  cwd: string;
}

/** Everything that was built for one run. Disposing removes binaries and worktree. */
export interface Builds extends AsyncDisposable {
  stock: Binary | undefined;
  probe: ProbeBinary | undefined;
  base: BaseBuild | { unavailable: string };
}

interface Wanted {
  config: Config;
  target: GoTarget;
  repositoryRoot: string;
  env: NodeJS.ProcessEnv;
  builds: ReadonlySet<'stock' | 'probe'>;
  /** Commit to rebuild for the pair, or why there is none. */
  base: { sha: string } | { unavailable: string };
  progress: (text: string) => void;
}

/** Runs the set-up commands and builds what the wanted checks need. A base that doesn't build only costs the pair. */
export async function buildAll(wanted: Wanted, signal: AbortSignal): Promise<Builds> {
  const { config, target, env, builds, progress } = wanted;
  await using stack = owned();
  const directory = await mkdtemp(join(tmpdir(), 'leakgate-build-'));
  stack.defer(async () => rm(directory, { recursive: true, force: true }));
  const options = {
    flags: config.build.flags,
    env,
    repositoryRoot: wanted.repositoryRoot,
    ...pick(config.build.overlay),
  };

  stack.own(await runSetup(config.setup, { cwd: config.workingDirectory, env: serviceEnvironment(env) }, signal));
  const stock = builds.has('stock')
    ? await buildStock(target, { ...options, outDir: join(directory, 'stock') }, signal)
    : undefined;
  if (stock !== undefined) progress(`stock build: ${seconds(stock)}`);
  const probe = builds.has('probe')
    ? await buildProbe(target, { ...options, outDir: join(directory, 'probe') }, signal)
    : undefined;
  if (probe !== undefined) progress(`probe build: ${seconds(probe)}, wiring ${probe.wiring}`);
  const base = await buildBase(wanted, join(directory, 'base'), stack, signal);
  if ('binary' in base) progress(`base build of ${base.sha.slice(0, 7)}: ${seconds(base.binary)}`);
  return { stock, probe, base, ...stack.release() };
}

async function buildBase(wanted: Wanted, outDir: string, stack: Owned, signal: AbortSignal): Promise<Builds['base']> {
  if ('unavailable' in wanted.base) return wanted.base;
  const { config, env, repositoryRoot } = wanted;
  const { sha } = wanted.base;
  try {
    const worktree = stack.own(await worktreeAt({ repositoryRoot, sha, env }, signal));
    const cwd = join(worktree.directory, relative(repositoryRoot, config.workingDirectory));
    const { flags, overlay } = config.build;
    const asked = {
      workingDirectory: cwd,
      flags,
      env,
      ...(config.package !== undefined && { package: config.package }),
    };
    const target = await resolveTarget(asked, signal);
    stack.own(await runSetup(config.setup, { cwd, env: serviceEnvironment(env) }, signal));
    // The base is built with its own version of the user's overlay.
    const own = overlay === undefined ? undefined : join(worktree.directory, relative(repositoryRoot, overlay));
    const options = { flags, env, repositoryRoot: worktree.directory, outDir, ...pick(own) };
    return { binary: await buildStock(target, options, signal), sha, cwd };
  } catch (error) {
    signal.throwIfAborted();
    const why = error instanceof Error ? error.message : String(error);
    return { unavailable: `the baseline's commit ${sha.slice(0, 7)} couldn't be rebuilt: ${why}` };
  }
}

const pick = (overlay: string | undefined): { overlay?: string } => (overlay === undefined ? {} : { overlay });
const seconds = (binary: Binary): string => `${(binary.durationMs / 1000).toFixed(1)} s`;
