import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { localRepositories } from './local-actions.ts';

/** What the runner needs to know of the world it runs in. */
export interface RunnerSetting {
  /** Prefix of the mark that the processes of each run carry. */
  mark: string;
  /** Scratch folder of the world. */
  folder: string;
  /** `owner/name`. */
  repository: string;
  bare: string;
  serverUrl: string;
  /** The name workflows know the action by, without a ref: `leakgate/leakgate`. */
  action: string;
  actionFolder: string;
}

/** What starts a run. */
export interface WorkflowEvent {
  name: 'push' | 'pull_request' | 'merge_group' | 'workflow_run';
  payload: object;
  /** `GITHUB_REF`. */
  ref: string;
  /** `GITHUB_SHA`: for pull requests and merge groups the merge commit. */
  sha: string;
  token: string;
  /** Set for every step, over what the runner sets. */
  env: Record<string, string>;
}

/** Where one run keeps its things. */
export interface RunFolders {
  source: string;
  artifacts: string;
  /** Where act unpacks actions and keeps workspaces. */
  actions: string;
  home: string;
  eventFile: string;
}

/** A hosted runner gives these to node and docker actions only, never to the `run:` steps of a composite action. */
const withheld = ['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RUNTIME_URL', 'ACTIONS_RESULTS_URL', 'ACTIONS_CACHE_URL'];
const labels = ['ubuntu-latest', 'ubuntu-24.04', 'ubuntu-22.04'];

function runnerVariables(setting: RunnerSetting, event: WorkflowEvent, run: { id: number; artifacts: string }) {
  return {
    ...Object.fromEntries(withheld.map((name) => [name, ''])),
    GITHUB_REPOSITORY: setting.repository,
    GITHUB_SERVER_URL: setting.serverUrl,
    GITHUB_API_URL: setting.serverUrl,
    GITHUB_GRAPHQL_URL: `${setting.serverUrl}/graphql`,
    GITHUB_RUN_ID: String(run.id),
    GITHUB_RUN_NUMBER: String(run.id),
    GITHUB_REF: event.ref,
    SHA_REF: event.sha, // act's name for GITHUB_SHA.
    // act gives steps a terminal, which the hosted runner doesn't: keep programs from using it.
    GIT_PAGER: 'cat',
    GIT_TERMINAL_PROMPT: '0',
    TERM: 'dumb',
    NO_COLOR: '1',
    E2E_ARTIFACTS: run.artifacts,
    E2E_CACHES: path.join(setting.folder, 'caches'),
    ...event.env,
  };
}

/** `--insecure-secrets`: a secret that a step prints must show in the log, so that a test can find it there. */
const options = [
  '--json',
  '--actor=developer',
  '--no-skip-checkout',
  '--no-cache-server',
  '--action-offline-mode',
  '--insecure-secrets',
  '--concurrent-jobs=1', // Two jobs at once would spoil each other's measurements.
];

async function readWorkflows(folder: string): Promise<string[]> {
  const files = (await readdir(folder)).filter((file) => /\.ya?ml$/.test(file));
  return Promise.all(files.map(async (file) => readFile(path.join(folder, file), 'utf8')));
}

/** The command line that makes act run the workflows of the event's commit as a hosted runner would. */
export async function actArguments(
  setting: RunnerSetting,
  event: WorkflowEvent,
  folders: RunFolders,
  runId: number,
): Promise<string[]> {
  const workflows = path.join(folders.source, '.github', 'workflows');
  const variables = runnerVariables(setting, event, { id: runId, artifacts: folders.artifacts });
  const actions = await localRepositories(await readWorkflows(workflows), setting.action, setting.actionFolder);
  return [
    event.name,
    ...options,
    `--workflows=${workflows}`,
    `--eventpath=${folders.eventFile}`,
    `--action-cache-path=${folders.actions}`,
    `--secret=GITHUB_TOKEN=${event.token}`,
    ...labels.map((label) => `--platform=${label}=-self-hosted`),
    ...Object.entries(variables).map(([name, value]) => `--env=${name}=${value}`),
    ...actions.map((replacement) => `--local-repository=${replacement}`),
  ];
}
