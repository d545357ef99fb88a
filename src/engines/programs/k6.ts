import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import type { LoadSummary } from '../../model.ts';
import { childrenCpu } from '../generator-cpu.ts';
import { isLoopback } from '../../loopback.ts';
import { readK6 } from './k6-summary.ts';
import { runProgram, type Program } from './program.ts';
import { unreadable } from './unreadable.ts';

export interface ScriptLoad {
  /** Absolute path of the script. */
  script: string;
  connections: number;
  durationMs: number;
  /** So much of a load before the one that counts: for its time, whatever the script plans. */
  warmUp: boolean;
  env: NodeJS.ProcessEnv;
}

/** Thresholds that were crossed, and a run that the script aborted: the summary is there all the same. */
const endedFine = [99, 108] as const;

const latencies = 'avg,min,med,max,p(50),p(95),p(99)';

/**
 * A script that a team already has. It finds the service's address in `__ENV.BASE_URL`. What it plans itself (scenarios, stages,
 * iterations) is what runs; without a plan it gets as many virtual users as there are connections, for so long.
 */
export async function k6Load(k6: Program, origin: string, load: ScriptLoad, signal: AbortSignal): Promise<LoadSummary> {
  const { script, connections, durationMs, env } = load;
  const folder = await mkdtemp(join(tmpdir(), 'leakgate-k6-'));
  const summaryFile = join(folder, 'summary.json');
  const place = { cwd: dirname(script), env: { ...env, BASE_URL: origin, K6_NO_USAGE_REPORT: 'true' } };
  try {
    const plan = await planOf(k6, script, place, signal);
    const own = plan.planned && !load.warmUp;
    const asked = own ? [] : ['--vus', String(connections), '--duration', `${durationMs}ms`];
    const quiet = ['--quiet', '--no-color', '--summary-trend-stats', latencies, '--summary-export', summaryFile];
    const trust = origin.startsWith('https:') && isLoopback(origin) ? ['--insecure-skip-tls-verify'] : [];
    const cpu = childrenCpu();
    const startedMs = performance.now();
    await runProgram(k6, ['run', ...quiet, ...trust, ...asked, script], { ...place, fine: endedFine }, signal);
    const ranMs = performance.now() - startedMs;
    const cpuUs = cpu();
    const text = await readFile(summaryFile, 'utf8').catch(() => '');
    const model = own && plan.open ? 'open' : 'closed';
    const summary = readK6(text, { version: k6.version, connections: own ? plan.users : connections, model, ranMs });
    return { ...summary, ...(cpuUs !== null && { generatorCpuUs: cpuUs / Math.max(1, summary.sent) }) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const inspected = z.object({
  scenarios: z.record(
    z.string(),
    z.object({ executor: z.string(), vus: z.number().nullish(), iterations: z.number().nullish() }),
  ),
  duration: z.string().nullish(),
  iterations: z.number().nullish(),
  stages: z.array(z.unknown()).nullish(),
  maxVUs: z.number(),
});

/** What the script plans: `open` when requests start at rates of their own. */
export interface ScriptPlan {
  planned: boolean;
  open: boolean;
  /** Virtual users at most. */
  users: number;
}

/** @throws LeakgateError `measurement` for what isn't the answer of `k6 inspect --execution-requirements`. */
export function readPlan(stdout: string): ScriptPlan {
  let given: unknown;
  try {
    given = JSON.parse(stdout);
  } catch {
    given = undefined;
  }
  const parsed = inspected.safeParse(given);
  if (!parsed.success) throw unreadable('k6', stdout, parsed.error);
  const { scenarios, duration, iterations, stages, maxVUs } = parsed.data;
  const all = Object.entries(scenarios);
  // Without any plan k6 says that it would run everything once.
  const once =
    all.length === 1 && all.every(([name, one]) => name === 'default' && one.iterations == null && one.vus == null);
  const shorthand = duration != null || iterations != null || stages != null;
  return {
    planned: shorthand || !(once && all[0]![1].executor === 'per-vu-iterations'),
    open: all.length > 0 && all.every(([, { executor }]) => executor.endsWith('arrival-rate')),
    users: maxVUs,
  };
}

async function planOf(
  k6: Program,
  script: string,
  place: { cwd: string; env: NodeJS.ProcessEnv },
  signal: AbortSignal,
) {
  const { stdout } = await runProgram(k6, ['inspect', '--execution-requirements', script], place, signal);
  return readPlan(stdout);
}
