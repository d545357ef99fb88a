import * as z from 'zod';
import type { ForgeAccess } from './octokit.ts';
import { connect } from './octokit.ts';
import { statusOf } from './sticky-comment.ts';

const pull = z.object({
  number: z.int().positive(),
  state: z.string().optional(),
  merge_commit_sha: z.string().nullish(),
  head: z.object({ sha: z.string() }),
});

export type CommitPull = z.output<typeof pull>;

/** The pull requests that a commit belongs to. GitHub knows several; Gitea tells the one that was merged by it, elsewhere. */
export async function pullRequestsWith(access: ForgeAccess, sha: string): Promise<CommitPull[]> {
  const octokit = await connect(access);
  const where = { owner: access.repository.owner, repo: access.repository.name, commit_sha: sha };
  try {
    const { data } = await octokit.rest.repos.listPullRequestsAssociatedWithCommit(where);
    return z.array(pull).parse(data);
  } catch (error) {
    if (statusOf(error) !== 404) throw error;
  }
  const { data } = await octokit.request('GET /repos/{owner}/{repo}/commits/{commit_sha}/pull', where);
  return [pull.parse(data)];
}
