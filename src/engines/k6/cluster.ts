import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lastLines, runCommand, type CommandResult } from '../../build/command.ts';
import { LeakgateError } from '../../errors.ts';
import { k6Script } from './local.ts';
import type { Cluster } from '../../model.ts';
import { planSecret, scriptMap, testRun } from './manifest.ts';
import type { K6Plan } from './plan.ts';
import { readPod, type PodResult } from './summary.ts';

/** For images to be pulled and pods to start. */
const startMs = 5 * 60_000;
/** Beyond the time of the load itself: for what is in flight, and pods that end. */
const endMs = 2 * 60_000;
const lookEveryMs = 2_000;
/** What a Secret holds at most. */
const mostPlanBytes = 1_000_000;
/** However a load ended, what was made for it goes; this long may that take. */
const cleanUpMs = 30_000;

interface ClusterLoad {
  plan: K6Plan;
  /** How long the load may take by its plan. */
  durationMs: number;
  /** Users of all pods together, or requests where there are fewer. */
  users: number;
}

interface Place {
  /** The program. */
  kubectl: string;
  env: NodeJS.ProcessEnv;
  /** Told whenever the test comes further: pods take their time. */
  progress: (text: string) => void;
}

/**
 * Runs the plan as a TestRun of the k6 operator and reads the result of each of its pods. Script, plan and TestRun are removed on every
 * path. Settles with one result for each pod.
 * @throws LeakgateError `measurement` where the test doesn't come to its end, with what the cluster says.
 */
export async function runOnCluster(
  cluster: Cluster,
  { plan, durationMs, users }: ClusterLoad,
  { kubectl, env, progress }: Place,
  signal: AbortSignal,
): Promise<PodResult[]> {
  const text = JSON.stringify(plan);
  if (Buffer.byteLength(text) > mostPlanBytes) throw tooLarge();
  const run = {
    name: `leakgate-${randomBytes(5).toString('hex')}`,
    cluster,
    pods: Math.min(cluster.parallelism, users),
  };
  const folder = await mkdtemp(join(tmpdir(), 'leakgate-k6-'));
  const where = [
    '--namespace',
    cluster.namespace,
    ...(cluster.context === undefined ? [] : ['--context', cluster.context]),
  ];
  const ask = async (args: string[], until = signal): Promise<CommandResult> =>
    runCommand(kubectl, [...where, ...args], { cwd: folder, env }, until);
  const must = async (what: string, args: string[]): Promise<string> => {
    const { exitCode, stdout, stderr } = await ask(args);
    if (exitCode === 0) return stdout;
    throw failed(`kubectl couldn't ${what}`, lastLines(stderr || stdout, 20));
  };
  const test = { ask, must, ...run };
  try {
    const script = await readFile(k6Script(), 'utf8');
    const items = [scriptMap(run, script), planSecret(run, text), testRun(run)];
    const file = join(folder, 'load.json');
    await writeFile(file, JSON.stringify({ apiVersion: 'v1', kind: 'List', items }), { mode: 0o600 });
    // Not `apply`, which writes everything into an annotation as well, where 256 KiB are the limit.
    await must('create the test', ['create', '--filename', file]);
    await finished(test, { durationMs, progress }, signal);
    return await resultsOf(test);
  } finally {
    await removeAll(run.name, ask, progress);
    await rm(folder, { recursive: true, force: true });
  }
}

interface Test {
  name: string;
  pods: number;
  ask: (args: string[], until?: AbortSignal) => Promise<CommandResult>;
  must: (what: string, args: string[]) => Promise<string>;
}

async function finished(
  test: Test,
  { durationMs, progress }: Pick<ClusterLoad, 'durationMs'> & Pick<Place, 'progress'>,
  signal: AbortSignal,
): Promise<void> {
  const beganMs = performance.now();
  let last = '';
  let startedMs: number | undefined;
  for (;;) {
    const args = ['get', `testrun/${test.name}`, '--output', 'jsonpath={.status.stage}'];
    const stage = await test.must('ask for the test', args);
    if (stage !== last) progress(`k6: ${test.name} in ${test.pods} pods: ${stage}`);
    last = stage;
    if (stage === 'finished' || stage === 'stopped') return;
    if (stage === 'error') throw failed('The k6 operator ended the test with an error', await logsOf(test));
    if (stage === 'started') startedMs ??= performance.now();
    const [sinceMs, limitMs] = startedMs === undefined ? [beganMs, startMs] : [startedMs, durationMs + endMs];
    if (performance.now() - sinceMs > limitMs) {
      const at = stage === '' ? 'the k6 operator never took it up' : `it is still in stage ${stage}`;
      throw failed(`The test on the cluster took more than ${Math.round(limitMs / 1000)} s: ${at}`, await podsOf(test));
    }
    await sleep(lookEveryMs, undefined, { signal });
  }
}

async function resultsOf(test: Test): Promise<PodResult[]> {
  const selector = `app=k6,k6_cr=${test.name},runner=true`;
  const listed = await test.must('list the pods', ['get', 'pods', '--selector', selector, '--output', 'name']);
  const names = listed.split('\n').filter((name) => name !== '');
  if (names.length !== test.pods) {
    throw failed(`${names.length} of ${test.pods} pods of the test are there to be asked`, await podsOf(test));
  }
  const results: PodResult[] = [];
  for (const name of names) results.push(readPod(await test.must('read a log', ['logs', name, '--container', 'k6'])));
  return results;
}

/** For people: what became of the pods, and what their containers said last. Whatever can't be asked is left out. */
async function logsOf(test: Test): Promise<string> {
  const selector = ['--selector', `app=k6,k6_cr=${test.name}`];
  const { stdout } = await test.ask(['logs', ...selector, '--all-containers', '--prefix', '--tail', '20']);
  return [await podsOf(test), lastLines(stdout, 40)].filter((part) => part !== '').join('\n');
}

const podsOf = async (test: Test): Promise<string> =>
  (await test.ask(['get', 'pods', '--selector', `k6_cr=${test.name}`])).stdout.trim();

/** With a signal of its own: an interrupted run cleans up as well. What stays all the same is told: it holds the requests, tokens included. */
async function removeAll(name: string, ask: Test['ask'], progress: Place['progress']): Promise<void> {
  const kinds = ['testrun', 'configmap', 'secret'].map((kind) => `${kind}/${name}`);
  const args = ['delete', ...kinds, '--ignore-not-found', '--wait=false'];
  const removed = await ask(args, AbortSignal.timeout(cleanUpMs)).catch(() => null);
  if (removed?.exitCode === 0) return;
  progress(`k6: ${kinds.join(', ')} couldn't be removed: ${lastLines(removed?.stderr ?? 'no answer', 1)}`);
}

const failed = (message: string, output: string): LeakgateError =>
  new LeakgateError('measurement', `${message}.`, {
    output,
    hint: 'Does `kubectl get testruns` work from here, with the namespace and the context of `cluster`? The k6 operator must be installed there.',
  });

const tooLarge = (): LeakgateError =>
  new LeakgateError(
    'config',
    'The requests are too large for a cluster: bodies and feeders together take more than 1 MB.',
    {
      hint: 'Send smaller bodies, or shorter feeders. Without `cluster`, k6 on this machine has no such limit.',
    },
  );
