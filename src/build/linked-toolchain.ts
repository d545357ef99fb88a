import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import type { GoTarget } from '../model.ts';
import { isInside } from './modules.ts';

/** A toolchain under a path where files of it can be replaced, and what the go command needs to run from there. */
export interface ReachableToolchain<Target> extends AsyncDisposable {
  target: Target;
  /** On top of the build's own environment. */
  env: NodeJS.ProcessEnv;
}

/**
 * The go command replaces no file below the module cache, where downloaded toolchains lie; it goes by the path as written. So such
 * a toolchain gets a second path, a link below `parent`. Disposing removes the link. A toolchain that lies elsewhere stays
 * as it is, and so does one for which no link can be had.
 */
export async function reachableToolchain<Target extends Pick<GoTarget, 'goRoot' | 'goModCache'>>(
  target: Target,
  env: NodeJS.ProcessEnv,
  parent: string,
): Promise<ReachableToolchain<Target>> {
  const asItIs = { target, env: {}, [Symbol.asyncDispose]: async () => undefined };
  if (!isInside(target.goRoot, target.goModCache) || isInside(parent, target.goModCache)) return asItIs;
  const directory = await mkdtemp(join(parent, 'toolchain-'));
  const remove = async (): Promise<void> => rm(directory, { recursive: true, force: true });
  const goRoot = join(directory, 'go');
  try {
    await symlink(target.goRoot, goRoot);
  } catch {
    // A file system without links: the main package can hold the probe.
    await remove();
    return asItIs;
  }
  const path = [join(goRoot, 'bin'), ...(env['PATH'] === undefined ? [] : [env['PATH']])].join(delimiter);
  return {
    target: { ...target, goRoot },
    // `local`: or the command would go on to the same toolchain under its first path.
    env: { GOROOT: goRoot, GOTOOLCHAIN: 'local', PATH: path },
    [Symbol.asyncDispose]: remove,
  };
}
