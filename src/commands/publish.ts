import { resolve } from 'node:path';
import { LeakgateError } from '../errors.ts';
import { hostOf, tokenOf } from '../host/index.ts';
import type { ForgeAccess } from '../host/octokit.ts';
import { isRefusal, patiently } from '../host/octokit-comments.ts';
import { pullRequestOfRun, readArtifacts } from '../host/octokit-runs.ts';
import { publishCommentOn } from '../host/publish-comment.ts';
import { readFinishedRun, type FinishedRun } from '../host/workflow-run.ts';
import { foreignComments } from '../foreign-comments.ts';
import { readResultFiles, type NamedText } from '../archive/result-files.ts';
import { parseCommand } from './arguments.ts';
import type { Command, Terminal } from './command.ts';

const retryDelaysMs = [1000, 4000, 10_000];

export const publish: Command = {
  name: 'publish',
  summary: 'comment on a pull request from the result that its own run left behind',
  help: `
leakgate publish [--from DIR]

For pull requests from forks, whose run may not comment: a second workflow, started by \`on: workflow_run\`, runs this. It
reads result.json (or aggregate.json) from the run's artifacts, renders it again, and comments on the open pull request
whose newest commit the run measured. Nothing is checked out, nothing of the artifact is executed or written to disk, and
what it says about pull request, links and commit isn't believed.

--from reads a folder with result.json files instead of asking for artifacts.
GITHUB_TOKEN needs \`actions: read\` and \`pull-requests: write\`. examples/workflows/fork-comment.yml is the workflow.`,

  async run(args, terminal) {
    const { values } = parseCommand('publish', { args, options: { from: { type: 'string' } } });
    const { env } = terminal;
    const token = tokenOf(env);
    if (token === undefined) throw new LeakgateError('config', 'publish needs GITHUB_TOKEN.');
    const run = await readFinishedRun(env);
    const access = { token, apiUrl: env['GITHUB_API_URL'] ?? 'https://api.github.com', repository: run.repository };
    const files = await filesOf(values.from, { access, run }, terminal);
    await explained(async () => comment(files, { access, run }, terminal));
    return 0;
  },
};

interface Task {
  access: ForgeAccess;
  run: FinishedRun;
}

async function filesOf(from: string | undefined, { access, run }: Task, { cwd }: Terminal): Promise<NamedText[]> {
  const wanted = ['result.json', 'aggregate.json'];
  if (from !== undefined) return readResultFiles(resolve(cwd, from), from, wanted);
  const found = await explained(async () =>
    patiently(retryDelaysMs, async () => readArtifacts(access, run.id, wanted)),
  );
  return found.map(({ artifact, name, text }) => ({ name: `${artifact}/${name}`, text }));
}

async function comment(files: NamedText[], { access, run }: Task, terminal: Terminal): Promise<void> {
  const host = hostOf(terminal);
  if (files.length === 0) return host.info(`Run ${run.id} left no result of Leakgate.`);
  const pullRequest = await patiently(retryDelaysMs, async () => pullRequestOfRun(access, run));
  if (pullRequest === null)
    return host.info(`No open pull request of ${run.headOwner} has ${run.headSha.slice(0, 7)} as its newest commit.`);
  for (const markdown of foreignComments(files, { ...run, pullRequest })) {
    const { comment: written, did } = await publishCommentOn(access, pullRequest, markdown, retryDelaysMs);
    host.info(`The comment was ${did}: ${written.html_url}`);
    host.output('comment-url', written.html_url);
  }
}

/** This workflow has no other task: what the forge refuses makes it red, and the run's own verdict stands. */
async function explained<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    if (cause instanceof LeakgateError) throw cause;
    const said = cause instanceof Error ? cause.message : String(cause);
    const hint = isRefusal(cause) ? 'Give the job `permissions: { actions: read, pull-requests: write }`.' : undefined;
    throw new LeakgateError('config', `The pull request wasn't commented: ${said}`, {
      cause,
      ...(hint !== undefined && { hint }),
    });
  }
}
