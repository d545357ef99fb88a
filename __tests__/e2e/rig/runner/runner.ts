import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { git } from '../git.ts';
import { killMarked, leftoverProcesses, markVariable, type MarkedProcess } from '../processes.ts';
import { actArguments, type RunFolders, type RunnerSetting, type WorkflowEvent } from './command-line.ts';
import { readRunLog, type RunLog, type StepResult } from './log.ts';
import { ensureAct, goSettings } from './toolchain.ts';

export interface WorkflowRun extends RunLog {
  /** Unique in its world. */
  id: number;
  event: WorkflowEvent['name'];
  /** `skipped`: every job's `if` said no. */
  conclusion: 'success' | 'failure' | 'skipped';
  durationMs: number;
  /** Folders of what `actions/upload-artifact` was given, by artifact name. */
  artifacts: Record<string, string>;
  /** Processes of the run that still lived when it was over. They are killed after being listed. */
  leftovers: MarkedProcess[];
  /** A step by its id, whichever job it is in. @throws when no job has it. */
  step(id: string): StepResult;
}

/** @throws when no workflow has a job for the event, with what act said. */
async function runAct(act: string, cwd: string, args: string[], env: Record<string, string>): Promise<RunLog> {
  const child = spawn(act, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const closed = once(child, 'close');
  const [stdout, stderr, [code]] = await Promise.all([child.stdout.toArray(), child.stderr.toArray(), closed]);
  const output = Buffer.concat([...stdout, ...stderr]).toString();
  const log = readRunLog(output);
  if (Object.keys(log.jobs).length === 0 && code !== 0) throw new Error(`No job ran:\n${output}`);
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

function conclusionOf({ jobs }: RunLog): WorkflowRun['conclusion'] {
  const conclusions = Object.values(jobs).map(({ conclusion }) => conclusion);
  if (conclusions.length === 0) return 'skipped';
  return conclusions.every((conclusion) => conclusion === 'success') ? 'success' : 'failure';
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
  return {
    ...log,
    id: runId,
    event: event.name,
    conclusion: conclusionOf(log),
    durationMs,
    artifacts: await listArtifacts(folders.artifacts),
    leftovers,
    step: (id) => stepOf(log, id),
  };
}
