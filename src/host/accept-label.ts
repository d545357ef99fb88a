import { acceptLabel } from '../policy/acceptance.ts';
import type { RunEvent } from './event.ts';
import { connect, type ForgeAccess } from './octokit.ts';
import { isRefusal } from './octokit-comments.ts';
import { pullRequestsWith } from './octokit-pulls.ts';

/** A pull request that carries the label `leakgate:accept`. */
export interface LabelSeen {
  pullRequest: number;
  title: string;
  /** Who set it; null when the forge doesn't tell. */
  by: string | null;
}

/**
 * The pull request of this run, if it carries the label right now: the run's own event may be older than the label. For a push
 * and a merge group it is the pull request that was, or will be, merged by it. Null also where the forge knows no such thing.
 * @throws what the forge answers when it fails for another reason.
 */
export async function labelOf(access: ForgeAccess, event: RunEvent): Promise<LabelSeen | null> {
  const octokit = await connect(access);
  const where = { owner: access.repository.owner, repo: access.repository.name };
  try {
    for (const issue_number of await pullRequestsOf(event)) {
      const { data } = await octokit.rest.issues.get({ ...where, issue_number });
      const names = data.labels.map((label) => (typeof label === 'string' ? label : label.name));
      if (names.includes(acceptLabel))
        return { pullRequest: issue_number, title: data.title, by: await labeller(issue_number) };
    }
    return null;
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }

  async function pullRequestsOf({ pullRequest, branch, sha }: RunEvent): Promise<number[]> {
    const queued = /^gh-readonly-queue\/.*\/pr-(\d+)-[0-9a-f]+$/.exec(branch)?.[1];
    if (pullRequest !== null) return [pullRequest.number];
    if (queued !== undefined) return [Number(queued)];
    const found = await pullRequestsWith(access, sha);
    return found.filter((pull) => pull.merge_commit_sha === sha || pull.head.sha === sha).map(({ number }) => number);
  }

  async function labeller(issue_number: number): Promise<string | null> {
    try {
      const events = await octokit.paginate(octokit.rest.issues.listEvents, { ...where, issue_number, per_page: 100 });
      const set = events.findLast(
        (one) => one.event === 'labeled' && 'label' in one && one.label?.name === acceptLabel,
      );
      return set?.actor?.login ?? null;
    } catch (error) {
      // Gitea keeps no such list.
      if (isRefusal(error)) return null;
      throw error;
    }
  }
}
