import { githubHost } from './github.ts';
import type { Host } from './host.ts';
import { localHost, type LocalHostOptions } from './local.ts';

/** The token of a workflow's job, given as the input of an action or by the name that the `gh` program reads. */
export const tokenOf = (env: NodeJS.ProcessEnv): string | undefined =>
  [env['INPUT_GITHUB_TOKEN'], env['GITHUB_TOKEN']].find((token) => token !== undefined && token !== '');

/** The host of a sub-command: a workflow's runner where it runs in one, else the terminal. */
export function hostOf({ env, stdout, stderr }: LocalHostOptions): Host {
  if (env['GITHUB_ACTIONS'] !== 'true') return localHost({ env, stdout, stderr });
  const token = tokenOf(env);
  return githubHost({ env, ...(token !== undefined && { token }) });
}
