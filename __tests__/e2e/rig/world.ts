import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { createEventSource, type Comment, type EventSource, type ForgeEvent, type PullRequestTerms } from './events.ts';
import type { CommitStatus } from './forge/api-gaps.ts';
import type { Fault } from './forge/faults.ts';
import { startForge, type Call, type Forge } from './forge/forge.ts';
import type { TokenName } from './forge/tokens.ts';
import { createOrigin, type Change, type Origin } from './origin.ts';
import type { WorkflowEvent } from './runner/command-line.ts';
import { stageAction } from './runner/local-actions.ts';
import { runWorkflows, type WorkflowRun } from './runner/runner.ts';
import { createScene, type Scene } from './scene.ts';

export interface WorldOptions {
  /** Folder whose content becomes the repository. */
  service: string;
  /** Text of `.github/workflows/leakgate.yml`. */
  workflow: string;
  /** Texts of other workflows, by file name. */
  others?: Record<string, string>;
  /** Folder with `action.yml` and `dist/`, known to workflows as `leakgate/leakgate@…`. */
  action: string;
}

export interface RunOptions {
  /** What the job's token may do. `rw` unless given. A pull request opened with `fork` comes from another repository. */
  token?: TokenName;
  /** Variables set for every step. */
  env?: Record<string, string>;
}

export type PullRequestOptions = RunOptions & PullRequestTerms;

export interface PullRequest {
  number: number;
  /** The run that opening it started. */
  opened: WorkflowRun;
  /** Pushes what was committed since and runs the workflows again, with other variables where given. */
  synchronize(env?: Record<string, string>): Promise<WorkflowRun>;
  /** Sets a label. Runs nothing: see `rerun`. */
  label: (name: string) => Promise<void>;
  /** Puts it into the merge queue, which runs the workflows for the merged result. */
  enqueue(): Promise<WorkflowRun>;
  comments(): Promise<Comment[]>;
}

/** One repository on a forge with a runner. Disposing it stops and deletes everything. */
export interface World extends AsyncDisposable {
  /** Server and API URL in one. */
  url: string;
  tokens: Record<TokenName, string>;
  /** Commits on the branch that is checked out: `main` at first. Returns the SHA. */
  commit: (message: string, change: Change) => Promise<string>;
  /** Changes to a branch, started at `from` when it is new. */
  checkout: (branch: string, from?: string) => Promise<void>;
  /** Writes the commits of `branch` anew on top of `onto`, and stays there. Not pushed yet. */
  rebase: (branch: string, onto: string) => Promise<void>;
  /** Pushes the branch and runs the workflows for the push. */
  push(branch: string, options?: RunOptions): Promise<WorkflowRun>;
  /** Tags the newest commit of the branch that is checked out, pushes the tag and runs the workflows for that, whatever tags they wait for. */
  pushTag(tag: string, options?: RunOptions): Promise<WorkflowRun>;
  /** Pushes the branch and runs the workflows for a new pull request. */
  openPullRequest(branch: string, options?: PullRequestOptions): Promise<PullRequest>;
  /** Runs the workflows again for the event of an earlier run, as the button "Re-run all jobs" does. */
  rerun(earlier: WorkflowRun): Promise<WorkflowRun>;
  /** Runs the default branch's workflows that wait for an earlier run to end. @throws when none does. */
  afterwards(earlier: WorkflowRun, options?: RunOptions): Promise<WorkflowRun>;
  /** Refs of the repository on the forge: SHA by full name. */
  refs: () => Promise<Record<string, string>>;
  /** A file as it is in some commit or ref on the forge. */
  show: (ref: string, file: string) => Promise<string>;
  /** The commits that a ref on the forge leads to, newest first. */
  history: (ref: string) => Promise<string[]>;
  /** What jobs asked the forge, API and git, oldest first. */
  calls(): Call[];
  statuses(): CommitStatus[];
  /** Makes matching requests of jobs fail until the handle is disposed. */
  inject: (fault: Fault) => Disposable;
}

const repository = { owner: 'acme', repo: 'shop' };
const action = 'leakgate/leakgate';
const workflowFile = 'leakgate.yml';

async function furnish(scene: Scene, options: WorldOptions) {
  const gitRoot = path.join(scene.folder, 'git');
  const bare = path.join(gitRoot, repository.owner, `${repository.repo}.git`);
  const actionFolder = path.join(scene.folder, 'action');
  await mkdir(bare, { recursive: true });
  const origin = await createOrigin(bare, path.join(scene.folder, 'clone'), {
    template: options.service,
    files: Object.fromEntries(
      Object.entries({ ...options.others, [workflowFile]: options.workflow }).map(([file, text]) => [
        `.github/workflows/${file}`,
        text,
      ]),
    ),
  });
  await stageAction(options.action, actionFolder);
  return { origin, actionFolder, forge: await startForge(repository, gitRoot, scene.folder) };
}

/** Runs workflows for events of one world, numbering the runs. */
function createRunner(scene: Scene, forge: Forge, origin: Origin, actionFolder: string) {
  const setting = {
    mark: scene.mark,
    folder: scene.folder,
    repository: `${repository.owner}/${repository.repo}`,
    bare: origin.bare,
    serverUrl: forge.url,
    action,
    actionFolder,
  };
  let lastRun = 0;
  const causes = new WeakMap<WorkflowRun, WorkflowEvent>();
  const start = async (cause: WorkflowEvent): Promise<WorkflowRun> => {
    lastRun += 1;
    const done = await runWorkflows(setting, cause, lastRun);
    causes.set(done, cause);
    return done;
  };
  const causeOf = (earlier: WorkflowRun): WorkflowEvent => {
    const cause = causes.get(earlier);
    if (cause === undefined) throw new Error('This run is not of this world');
    return cause;
  };
  return {
    run: async (event: ForgeEvent, { token = 'rw', env = {} }: RunOptions) =>
      start({ ...event, token: forge.tokens[token], env }),
    causeOf,
    rerun: async (earlier: WorkflowRun) => start(causeOf(earlier)),
  };
}

type Run = ReturnType<typeof createRunner>['run'];

async function openPullRequest(
  events: EventSource,
  run: Run,
  branch: string,
  options: PullRequestOptions,
): Promise<PullRequest> {
  const pull = await events.openPullRequest(branch, options.token === 'fork' ? 'fork' : 'branch', options);
  return {
    number: pull.number,
    opened: await run(await pull.update('opened'), options),
    synchronize: async (env) => run(await pull.update('synchronize'), env ? { ...options, env } : options),
    label: pull.label,
    enqueue: async () => run(await pull.enqueue(), options),
    comments: pull.comments,
  };
}

/**
 * Builds the world and starts its forge. Close it with `await using`.
 *
 * What it can't show: the `permissions:` of a workflow (choose `token` instead), `concurrency:` groups, approvals, how
 * GitHub draws annotations and summaries, and steps without a terminal.
 */
export async function createWorld(options: WorldOptions): Promise<World> {
  const scene = await createScene();
  try {
    const { origin, actionFolder, forge } = await furnish(scene, options);
    const events = createEventSource(forge, repository, origin);
    const { run, rerun, causeOf } = createRunner(scene, forge, origin, actionFolder);
    return {
      url: forge.url,
      tokens: forge.tokens,
      commit: origin.commit,
      checkout: origin.checkout,
      rebase: origin.rebase,
      push: async (branch, runOptions = {}) => run(await events.push(branch), runOptions),
      pushTag: async (tag, runOptions = {}) => run(await events.pushTag(tag), runOptions),
      openPullRequest: async (branch, runOptions = {}) => openPullRequest(events, run, branch, runOptions),
      rerun,
      afterwards: async (earlier, runOptions = {}) =>
        run(await events.finish({ run: earlier, cause: causeOf(earlier), file: workflowFile }), runOptions),
      refs: origin.refs,
      show: origin.show,
      history: origin.history,
      calls: () => forge.calls.filter((call) => call.caller !== 'admin'),
      statuses: () => [...forge.statuses],
      inject: forge.inject,
      [Symbol.asyncDispose]: async () => {
        // First what still runs, then what it talks to.
        scene[Symbol.dispose]();
        await forge[Symbol.asyncDispose]();
      },
    };
  } catch (error) {
    scene[Symbol.dispose]();
    throw error;
  }
}
