import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { git } from '../git.ts';
import { killMarked, leftoverProcesses, markVariable, type MarkedProcess } from '../processes.ts';
import { localRepositories } from './local-actions.ts';
import { readRunLog, type RunLog, type StepResult } from './log.ts';
import { ensureAct, goSettings } from './toolchain.ts';

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
  name: 'push' | 'pull_request';
  payload: object;
  /** `GITHUB_REF`. */
  ref: string;
  /** `GITHUB_SHA`: for pull requests the merge commit. */
  sha: string;
  token: string;
  /** Set for every step, over what the runner sets. */
  env: Record<string, string>;
}

export interface WorkflowRun extends RunLog {
  event: WorkflowEvent['name'];
  conclusion: 'success' | 'failure';
  durationMs: number;
  /** Folders of what `actions/upload-artifact` was given, by artifact name. */
  artifacts: Record<string, string>;
  /** Processes of the run that still lived when it was over. They are killed after being listed. */
  leftovers: MarkedProcess[];
  /** A step by its id, whichever job it is in. @throws when no job has it. */
  step(id: string): StepResult;
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

/** @throws when no job of any workflow ran, with what act said. */
async function runAct(act: string, cwd: string, args: string[], env: Record<string, string>): Promise<RunLog> {
  const child = spawn(act, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const closed = once(child, 'close');
  const [stdout, stderr] = await Promise.all([child.stdout.toArray(), child.stderr.toArray(), closed]);
  const output = Buffer.concat([...stdout, ...stderr]).toString();
  const log = readRunLog(output);
  if (Object.keys(log.jobs).length === 0) throw new Error(`No job ran:\n${output}`);
  return log;
}

async function listArtifacts(folder: string): Promise<Record<string, string>> {
  return Object.fromEntries((await readdir(folder)).map((name) => [name, path.join(folder, name)]));
}

function stepOf(log: RunLog, id: string): StepResult {
  const jobs = Object.values(log.jobs);
  const step = jobs.map((job) => job.steps[id]).find((found) => found !== undefined);
  if (step) return step;
  const known = jobs.flatMap((job) => Object.keys(job.steps)).join(', ');
  throw new Error(`No step ran with the id ${id}, only: ${known}\n${log.log}`);
}

interface RunFolders {
  source: string;
  artifacts: string;
  /** Where act unpacks actions and keeps workspaces. */
  actions: string;
  home: string;
  eventFile: string;
}

async function prepareFolders(folder: string, event: WorkflowEvent, bare: string): Promise<RunFolders> {
  const folders = {
    source: path.join(folder, 'source'),
    artifacts: path.join(folder, 'artifacts'),
    actions: path.join(folder, 'actions'),
    home: path.join(folder, 'home'),
    eventFile: path.join(folder, 'event.json'),
  };
  await mkdir(folders.artifacts, { recursive: true });
  await mkdir(folders.home);
  await writeFile(folders.eventFile, JSON.stringify(event.payload));
  await git(folder, 'clone', '-q', '--no-checkout', bare, folders.source);
  await git(folders.source, 'fetch', '-q', 'origin', event.sha);
  await git(folders.source, 'checkout', '-q', '--detach', event.sha);
  return folders;
}

async function actArguments(
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

/** The path without the folders that npm puts in front of it for a package's own tools. */
const machinePath = (): string =>
  (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .join(path.delimiter);

/** Runs the workflows of the event's commit and reads what came of it. `runId` is unique in the world. */
export async function runWorkflows(setting: RunnerSetting, event: WorkflowEvent, runId: number): Promise<WorkflowRun> {
  const mark = `${setting.mark}${runId}:`;
  const folders = await prepareFolders(path.join(setting.folder, `run-${runId}`), event, setting.bare);
  const args = await actArguments(setting, event, folders, runId);
  const env = { PATH: machinePath(), HOME: folders.home, ...(await goSettings()), [markVariable]: mark };
  const act = await ensureAct();
  const startedAt = performance.now();
  const log = await runAct(act, folders.source, args, env);
  const durationMs = performance.now() - startedAt;
  const leftovers = await leftoverProcesses(mark);
  killMarked(mark);
  await rm(folders.actions, { recursive: true, force: true });
  const failed = Object.values(log.jobs).some((job) => job.conclusion !== 'success' && job.conclusion !== 'skipped');
  return {
    ...log,
    event: event.name,
    conclusion: failed ? 'failure' : 'success',
    durationMs,
    artifacts: await listArtifacts(folders.artifacts),
    leftovers,
    step: (id) => stepOf(log, id),
  };
}
