import { connect, type ForgeAccess } from './octokit.ts';

/** What is newer is listed first; a branch without an artifact among so many has none that is worth waiting for. */
const most = { pages: 10, onPage: 100 };

interface Artifact {
  expired: boolean;
  workflow_run?: {
    id?: number;
    head_branch?: string | null;
    repository_id?: number;
    head_repository_id?: number;
  } | null;
}

/**
 * The latest run of a branch that left an artifact of this name behind. Anybody's pull request can upload one under any name:
 * only runs of this repository's own branch count. Null when there is none.
 */
export async function runWithArtifact(
  access: ForgeAccess,
  { name, branch }: { name: string; branch: string },
): Promise<number | null> {
  const { actions } = (await connect(access)).rest;
  const where = { owner: access.repository.owner, repo: access.repository.name, name, per_page: most.onPage };
  for (let page = 1; page <= most.pages; page++) {
    const { data } = await actions.listArtifactsForRepo({ ...where, page });
    const runs = data.artifacts.flatMap((artifact) => runOf(artifact, branch) ?? []);
    if (runs.length > 0) return Math.max(...runs);
    if (data.artifacts.length < most.onPage) return null;
  }
  return null;
}

/** A re-run of an old run is uploaded last and knows least: the run's number decides, not the artifact's. */
function runOf({ expired, workflow_run: run }: Artifact, branch: string): number | null {
  if (expired || run?.id === undefined || run.head_branch !== branch) return null;
  return run.repository_id !== undefined && run.repository_id === run.head_repository_id ? run.id : null;
}
