import { setTimeout as sleep } from 'node:timers/promises';
import { LeakgateError } from '../errors.ts';
import { connect, type ForgeAccess } from './octokit.ts';
import { pullRequestsWith } from './octokit-pulls.ts';
import { limitedForMs } from './rate-limit.ts';
import { statusOf, type CommentApi, type IssueComment } from './sticky-comment.ts';

/** The comments of one pull request, on GitHub, GitHub Enterprise Server or Gitea. */
export async function commentApi(access: ForgeAccess, pullRequest: number): Promise<CommentApi> {
  const octokit = await connect(access);
  const { issues, users } = octokit.rest;
  const where = { owner: access.repository.owner, repo: access.repository.name };
  const issue = { ...where, issue_number: pullRequest };
  return {
    list: async () => octokit.paginate(issues.listComments, { ...issue, per_page: 100 }),
    create: async (body): Promise<IssueComment> => (await issues.createComment({ ...issue, body })).data,
    update: async (id, body): Promise<IssueComment> =>
      (await issues.updateComment({ ...where, comment_id: id, body })).data,
    remove: async (id) => void (await issues.deleteComment({ ...where, comment_id: id })),
    async whoAmI() {
      // The token of an installed app, which a job's own is too, may never ask.
      if (access.token.startsWith('ghs_')) return null;
      try {
        return (await users.getAuthenticated()).data.login;
      } catch (error) {
        if (isRefusal(error)) return null;
        throw error;
      }
    },
  };
}

/** The open pull request whose newest commit this is, for runs that a push started. */
export async function pullRequestOf(access: ForgeAccess, sha: string): Promise<number | null> {
  const found = await pullRequestsWith(access, sha);
  return found.find(({ state, head }) => state === 'open' && head.sha === sha)?.number ?? null;
}

/** The token isn't allowed to, as a fork's: trying again is no use. */
export function isRefusal(error: unknown): boolean {
  if (limitedForMs(error) !== null) return false;
  const status = statusOf(error);
  return status === 401 || status === 403 || status === 404;
}

/** A limit that lasts for longer isn't worth the job's time. */
const longestLimitMs = 60_000;

/** Repeats a call that failed for a reason that may pass: no answer, a server's fault, too many requests. */
export async function patiently<T>(delaysMs: readonly number[], call: () => Promise<T>): Promise<T> {
  for (const delayMs of delaysMs) {
    try {
      return await call();
    } catch (error) {
      const limitMs = limitedForMs(error) ?? 0;
      if (!isPassing(error) || limitMs > longestLimitMs) throw error;
      await sleep(Math.max(delayMs, limitMs));
    }
  }
  return call();
}

function isPassing(error: unknown): boolean {
  if (error instanceof LeakgateError) return false;
  const status = statusOf(error);
  return status === null || status >= 500 || limitedForMs(error) !== null;
}
