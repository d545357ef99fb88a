import { LeakgateError } from '../errors.ts';
import type { RunEvent } from './event.ts';
import { isRefusal, patiently } from './octokit-comments.ts';
import { runWithArtifact } from './octokit-artifacts.ts';
import { statusOf } from './sticky-comment.ts';

type Find = (wanted: { name: string; branch: string }) => Promise<number | null>;

/** Looks for artifacts of earlier runs in the event's repository. Asks nothing before it is called. */
export function artifactFinder(
  { repository, apiUrl }: Pick<RunEvent, 'repository' | 'apiUrl'>,
  token: string | undefined,
  retryDelaysMs: readonly number[] = [1000, 4000],
): Find {
  return async (wanted) => {
    if (repository === null || token === undefined || token === '')
      throw new LeakgateError('config', 'Artifacts of earlier runs can’t be looked for without a github-token.');
    try {
      return await patiently(retryDelaysMs, async () => runWithArtifact({ token, apiUrl, repository }, wanted));
    } catch (cause) {
      throw notFoundOut(cause);
    }
  };
}

function notFoundOut(cause: unknown): LeakgateError {
  const said = cause instanceof Error ? cause.message : String(cause);
  const status = statusOf(cause);
  const why = status === null ? said : `HTTP ${status}: ${said}`;
  return new LeakgateError('config', `The artifact with the baselines couldn’t be looked for (${why}).`, {
    cause,
    ...(isRefusal(cause) && { hint: 'Give the job `permissions: actions: read`.' }),
  });
}
