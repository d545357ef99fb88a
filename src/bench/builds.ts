import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildProbe, buildStock } from '../build/index.ts';
import type { Check } from '../checks/check.ts';
import type { Config } from '../config/resolve.ts';
import type { Binary, GoTarget, ProbeBinary } from '../model.ts';
import { owned } from '../owned.ts';
import { runSetup, serviceEnvironment } from '../service/index.ts';
import { buildBase, type BaseBuild, type BaseWanted } from './base-build.ts';

/** Everything that was built for one run. Disposing removes binaries and worktree. */
export interface Builds extends AsyncDisposable {
  stock: Binary | undefined;
  probe: ProbeBinary | undefined;
  base: BaseBuild | { unavailable: string };
  /** The base is the same program, and nothing else changed that could make a difference: there is nothing to measure. */
  unchanged: boolean;
}

export interface Wanted {
  config: Config;
  target: GoTarget;
  repositoryRoot: string;
  env: NodeJS.ProcessEnv;
  builds: ReadonlySet<Check<unknown, unknown>['build']>;
  /** What to rebuild of the baseline's commit, or why nothing. */
  base: BaseWanted | { unavailable: string };
  progress: (text: string) => void;
}

/** Runs the set-up commands and builds what the wanted checks need. A base that doesn't build only costs the comparison. */
export async function buildAll(wanted: Wanted, signal: AbortSignal): Promise<Builds> {
  const { config, target, env, builds, progress } = wanted;
  await using stack = owned();
  const directory = await mkdtemp(join(tmpdir(), 'leakgate-build-'));
  stack.defer(async () => rm(directory, { recursive: true, force: true }));
  const { flags, overlay } = config.build;
  const { repositoryRoot } = wanted;
  const options = { flags, env, repositoryRoot, ...(overlay !== undefined && { overlay }) };
  const place = {
    cwd: config.workingDirectory,
    env: serviceEnvironment(env),
    timeoutMs: config.setupTimeoutMs,
  };

  stack.own(await runSetup(config.setup, place, signal));
  const stockBuild = async (): Promise<Binary> => {
    const built = await buildStock(target, { ...options, outDir: join(directory, 'stock') }, signal);
    progress(`stock build: ${seconds(built)}`);
    return built;
  };
  const asked = builds.has('stock') ? await stockBuild() : undefined;
  const base = await buildBase(wanted, join(directory, 'base'), stack, signal);
  const stock = asked ?? ('sha' in base && base.mayStandIn ? await stockBuild() : undefined);
  const unchanged = isUnchanged(stock, base);
  const probe =
    builds.has('probe') && !unchanged
      ? await buildProbe(target, { ...options, outDir: join(directory, 'probe') }, signal)
      : undefined;
  if (probe !== undefined) progress(`probe build: ${seconds(probe)}, wiring ${probe.wiring}`);
  return { stock, probe, base, unchanged, ...stack.release() };
}

const isUnchanged = (stock: Binary | undefined, base: Builds['base']): boolean =>
  'sha' in base && base.mayStandIn && base.stock !== undefined && base.stock.buildId === stock?.buildId;

const seconds = (binary: Binary): string => `${(binary.durationMs / 1000).toFixed(1)} s`;
