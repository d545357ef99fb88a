import type { ForgeAccess } from './octokit.ts';
import { commentApi, patiently } from './octokit-comments.ts';
import { upsertComment, type Upserted } from './sticky-comment.ts';

/** Creates or updates one comment of a pull request; its first line is the marker. Throws what the forge refuses. */
export async function publishCommentOn(
  access: ForgeAccess,
  pullRequest: number,
  markdown: string,
  retryDelaysMs: readonly number[],
): Promise<Upserted> {
  const marker = markdown.slice(0, markdown.indexOf('\n'));
  return patiently(retryDelaysMs, async () => upsertComment(await commentApi(access, pullRequest), marker, markdown));
}
