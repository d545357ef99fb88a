import { openHistory } from '../bisect/index.ts';
import { resolveConfig } from '../config/resolve.ts';
import { asLeakgateError } from '../errors.ts';
import { repositoryFacts } from '../host/git.ts';
import { connect } from '../host/octokit.ts';
import { statusOf } from '../host/sticky-comment.ts';
import { bad, fair, good, unknown, type Advice } from './advice.ts';

/** Is there a history to choose a baseline from? */
export async function history(cwd: string, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<Advice> {
  try {
    const { root, sha } = await repositoryFacts(cwd, env, signal);
    if (sha === '')
      return fair('history', 'there is no commit yet', 'Commit something: a baseline belongs to a commit.');
    return (await openHistory(root, env, signal).isShallow())
      ? fair(
          'history',
          'this clone is shallow',
          'Leakgate fetches what it needs; `fetch-depth: 0` of actions/checkout spares it that, and `bisect` needs it.',
        )
      : good('history', 'the whole history is here');
  } catch (error) {
    const { message, hint } = asLeakgateError(error);
    return bad('history', message.replace(/\.$/, ''), hint ?? 'Run it in a git repository.');
  }
}

export function settings(cwd: string, env: NodeJS.ProcessEnv): Advice {
  try {
    const { routes } = resolveConfig({ inputs: {}, cwd, env });
    const labels = routes.map(({ label }) => label);
    return labels.length === 1 && labels[0] === 'GET /'
      ? fair('settings', 'nothing says which requests to send, so it is GET /', '`leakgate init` finds them.')
      : good('settings', `${labels.length} ${labels.length === 1 ? 'request' : 'requests'} to send`);
  } catch (error) {
    const { message, hint } = asLeakgateError(error);
    return bad('settings', message.replace(/\.$/, ''), hint ?? 'Mend the config file.');
  }
}

/** May the job's token do what Leakgate wants to do with it? */
export async function token(env: NodeJS.ProcessEnv, value: string | undefined): Promise<Advice> {
  if (env['GITHUB_ACTIONS'] !== 'true') return good('token', 'no workflow runs this, so no token is needed');
  if (value === undefined)
    return fair(
      'token',
      'the step has no token',
      'Without one there is no comment: `env: { GITHUB_TOKEN: ${{ github.token }} }`.',
    );
  const [owner = '', name = ''] = (env['GITHUB_REPOSITORY'] ?? '').split('/');
  try {
    const octokit = await connect({
      token: value,
      apiUrl: env['GITHUB_API_URL'] ?? 'https://api.github.com',
      repository: { owner, name },
    });
    const { data } = await octokit.rest.repos.get({ owner, repo: name });
    if (data.permissions === undefined) return unknown('token', 'the forge doesn’t tell what the token may do');
    return data.permissions.push
      ? good('token', 'the token may write: baselines can be stored')
      : fair(
          'token',
          'the token may only read',
          '`permissions: { contents: write, pull-requests: write }` lets it store baselines and comment. Forks never get that.',
        );
  } catch (error) {
    return fair(
      'token',
      `the forge refuses the token (${statusOf(error) ?? (error as Error).message})`,
      'Give the job `permissions: { contents: write, pull-requests: write }`.',
    );
  }
}
