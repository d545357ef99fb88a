import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { LeakgateError } from '../errors.ts';

/** The run that a `workflow_run` event tells about. All of it comes from the forge; a pull request's author can only name branches. */
export interface FinishedRun {
  id: number;
  /** The newest commit of the pull request, not the merge commit that was checked out. */
  headSha: string;
  headOwner: string;
  headBranch: string;
  url: string;
  repository: { owner: string; name: string; url: string };
}

const payload = z.object({
  workflow_run: z.object({
    id: z.int().positive(),
    html_url: z.url({ protocol: /^https?$/ }),
    head_sha: z.string().regex(/^[0-9a-f]{40,64}$/i),
    head_branch: z.string().min(1),
    // Null once the fork is deleted: then its pull request is closed as well.
    head_repository: z.object({ owner: z.object({ login: z.string().min(1) }) }),
  }),
  repository: z.object({
    name: z.string().min(1),
    owner: z.object({ login: z.string().min(1) }),
    html_url: z.url({ protocol: /^https?$/ }),
  }),
});

/** Reads the event of a `workflow_run`. @throws LeakgateError `config` for any other event. */
export async function readFinishedRun(env: NodeJS.ProcessEnv): Promise<FinishedRun> {
  const path = env['GITHUB_EVENT_PATH'] ?? '';
  const text = await readFile(path, 'utf8').catch(() => 'null');
  const parsed = payload.safeParse(parseOrNull(text));
  if (!parsed.success) {
    throw new LeakgateError('config', 'publish needs the event of a finished run (`on: workflow_run`).', {
      cause: parsed.error,
      hint: 'examples/workflows/fork-comment.yml is a workflow that can be taken as it is.',
    });
  }
  const { workflow_run: run, repository } = parsed.data;
  return {
    id: run.id,
    headSha: run.head_sha,
    headOwner: run.head_repository.owner.login,
    headBranch: run.head_branch,
    url: run.html_url,
    repository: { owner: repository.owner.login, name: repository.name, url: repository.html_url },
  };
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
