import { parse } from 'yaml';
import * as z from 'zod';
import type { Origin } from './origin.ts';
import type { WorkflowEvent } from './runner/command-line.ts';
import type { WorkflowRun } from './runner/runner.ts';

const folder = '.github/workflows';
const workflowSchema = z.object({
  name: z.string(),
  on: z.object({ workflow_run: z.object({ workflows: z.array(z.string()) }).optional() }).catch({}),
});
const pullRequestSchema = z.object({ pull_request: z.object({ head: z.unknown() }) });
const headSchema = z.object({ ref: z.string(), sha: z.string(), repo: z.looseObject({ full_name: z.string() }) });

const readWorkflow = async (origin: Origin, ref: string, file: string) =>
  workflowSchema.parse(parse(await origin.show(ref, `${folder}/${file}`)));

/** The newest commit of the pull request, not the merge that was checked out; outside of one what was pushed. */
function headOf(cause: WorkflowEvent, repository: object) {
  const told = pullRequestSchema.safeParse(cause.payload);
  if (told.success) return headSchema.parse(told.data.pull_request.head);
  return { ref: cause.ref.replace('refs/heads/', ''), sha: cause.sha, repo: repository };
}

/** A run that is over. */
export interface Finished {
  run: WorkflowRun;
  cause: WorkflowEvent;
  /** The workflow's file. */
  file: string;
}

/** @throws when none of the workflows on the default branch waits for one of this name. */
async function expectWaiting(origin: Origin, name: string): Promise<void> {
  const files = await origin.list('main', folder);
  const workflows = await Promise.all(files.map(async (file) => readWorkflow(origin, 'main', file)));
  if (workflows.some(({ on }) => on.workflow_run?.workflows.includes(name))) return;
  throw new Error(`No workflow on the default branch waits for the end of ${name}`);
}

/** The event that tells the default branch's workflows of a run that is over. */
export async function finishedEvent(origin: Origin, { run, cause, file }: Finished, about: { html_url: string }) {
  const { name } = await readWorkflow(origin, cause.sha, file);
  await expectWaiting(origin, name);
  const head = headOf(cause, about);
  const payload = {
    action: 'completed',
    workflow_run: {
      id: run.id,
      name,
      event: cause.name,
      status: 'completed',
      conclusion: run.conclusion,
      html_url: `${about.html_url}/actions/runs/${run.id}`,
      head_branch: head.ref,
      head_sha: head.sha,
      head_repository: head.repo,
      pull_requests: [], // Empty for forks on GitHub.
    },
    repository: about,
  };
  return { name: 'workflow_run' as const, payload, ref: 'refs/heads/main', sha: await origin.sha('main') };
}
