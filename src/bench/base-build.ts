import { join, relative } from 'node:path';
import { buildProbe, buildStock, changedFiles, onlyThroughBinary, resolveTarget, worktreeAt } from '../build/index.ts';
import type { Binary, ProbeBinary } from '../model.ts';
import type { Owned } from '../owned.ts';
import { runSetup, serviceEnvironment } from '../service/index.ts';
import type { Builds, Wanted } from './builds.ts';

/** What to rebuild of the baseline's commit. */
export interface BaseWanted {
  sha: string;
  /** For speed side by side. */
  stock: boolean;
  /** Its stored figures may stand for those of the same program: also build it to see whether it is the same. */
  reusable: boolean;
  /** For what only the probe sees. */
  probe: boolean;
  /** Its counts can't be taken from the baseline. */
  countsAnew: boolean;
  /** The environment with the run's token, to fetch the commit where the checkout keeps no credentials. */
  tokenEnv?: NodeJS.ProcessEnv;
}

/** The baseline's commit, rebuilt: what the head is measured against. */
export interface BaseBuild {
  sha: string;
  /** Root of its worktree, and the service's working directory in it. */
  root: string;
  cwd: string;
  stock: Binary | undefined;
  probe: ProbeBinary | { unavailable: string } | undefined;
  /** Are its counts to be taken anew, with that build? */
  countsAnew: boolean;
  /** Its stored figures are those of the head too if both build the same program: no other file differs that could make a difference. */
  mayStandIn: boolean;
}

/** Checks the baseline's commit out beside the work tree and builds it there. `stack` owns what has to go in the end. */
export async function buildBase(
  wanted: Wanted,
  outDir: string,
  stack: Owned,
  signal: AbortSignal,
): Promise<Builds['base']> {
  const { base } = wanted;
  if ('unavailable' in base) return base;
  try {
    return await rebuilt(wanted, base, outDir, stack, signal);
  } catch (error) {
    signal.throwIfAborted();
    return { unavailable: `the baseline's commit ${base.sha.slice(0, 7)} couldn't be rebuilt: ${messageOf(error)}` };
  }
}

async function rebuilt(
  { config, env, repositoryRoot, progress }: Wanted,
  { sha, stock, reusable, probe, countsAnew, tokenEnv }: BaseWanted,
  outDir: string,
  stack: Owned,
  signal: AbortSignal,
): Promise<BaseBuild> {
  const commit = { repositoryRoot, sha, env, ...(tokenEnv !== undefined && { tokenEnv }) };
  const worktree = stack.own(await worktreeAt(commit, signal));
  const root = worktree.directory;
  const cwd = join(root, relative(repositoryRoot, config.workingDirectory));
  const { flags, overlay } = config.build;
  const named = config.package === undefined ? {} : { package: config.package };
  const target = await resolveTarget({ workingDirectory: cwd, flags, env, ...named }, signal);
  const place = { cwd, env: serviceEnvironment(env), timeoutMs: config.setupTimeoutMs };
  stack.own(await runSetup(config.setup, place, signal));
  // The base is built with its own version of the user's overlay.
  const own = overlay === undefined ? {} : { overlay: join(root, relative(repositoryRoot, overlay)) };
  const options = { flags, env, repositoryRoot: root, ...own };
  const inert = (await changedFiles({ repositoryRoot, sha, env }, signal))?.every(onlyThroughBinary) ?? false;
  const compare = stock || (reusable && inert);
  const built = compare ? await buildStock(target, { ...options, outDir: join(outDir, 'stock') }, signal) : undefined;
  if (built !== undefined) progress(`base build of ${sha.slice(0, 7)}: ${(built.durationMs / 1000).toFixed(1)} s`);
  return {
    sha,
    root,
    cwd,
    stock: built,
    probe: probe
      ? await orWhy(async () => buildProbe(target, { ...options, outDir: join(outDir, 'probe') }, signal), signal)
      : undefined,
    countsAnew,
    mayStandIn: reusable && inert,
  };
}

async function orWhy<T>(make: () => Promise<T>, signal: AbortSignal): Promise<T | { unavailable: string }> {
  try {
    return await make();
  } catch (error) {
    signal.throwIfAborted();
    return { unavailable: messageOf(error) };
  }
}

const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
