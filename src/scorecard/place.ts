import { join, relative, resolve } from 'node:path';
import { worktreeAt } from '../build/index.ts';
import { repositoryFacts } from '../host/git.ts';
import type { Owned } from '../owned.ts';

export interface Place {
  cwd: string;
  env: NodeJS.ProcessEnv;
}

/** The folder as it is, or as it was at a commit, in a work tree of its own that `stack` removes. */
export async function placeOf(
  { folder, ref }: { folder: string; ref: string | null },
  { cwd, env }: Place,
  stack: Owned,
  signal: AbortSignal,
): Promise<{ folder: string; root: string; sha: string }> {
  const here = resolve(cwd, folder);
  const { root, sha } = await repositoryFacts(here, env, signal);
  if (ref === null) return { folder: here, root, sha };
  const tree = stack.own(await worktreeAt({ repositoryRoot: root, sha: ref, env }, signal));
  const there = await repositoryFacts(tree.directory, env, signal);
  return { folder: join(tree.directory, relative(root, here)), root: tree.directory, sha: there.sha };
}
