import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoadSummary, Route } from '../../model.ts';
import { childrenCpu } from '../generator-cpu.ts';
import { generatorProcessors, runProgram, type Program } from './program.ts';
import { readWrk } from './wrk-output.ts';
import { wrkScript } from './wrk-script.ts';

/** A load for so long, by a program of its own. */
export interface TimedLoad {
  routes: Route[];
  connections: number;
  durationMs: number;
  timeoutMs: number;
  /** Of the program. */
  env: NodeJS.ProcessEnv;
}

/** The closed loop by wrk: whole seconds only, and as many threads as there are processors for it. */
export async function wrkLoad(
  wrk: Program,
  origin: string,
  load: TimedLoad,
  signal: AbortSignal,
): Promise<LoadSummary> {
  const { routes, connections, durationMs, timeoutMs, env } = load;
  const script = wrkScript(origin, routes);
  const folder = await mkdtemp(join(tmpdir(), 'leakgate-wrk-'));
  try {
    await writeFile(join(folder, 'scenario.lua'), script);
    const threads = threadsFor(connections, Math.max(1, generatorProcessors().length));
    const args = ['-t', String(threads), '-c', String(connections), '-d', wholeSeconds(durationMs)];
    args.push('--timeout', wholeSeconds(timeoutMs), '-s', 'scenario.lua', origin);
    const cpu = childrenCpu();
    const { stdout } = await runProgram(wrk, args, { cwd: folder, env }, signal);
    const summary = readWrk(stdout, { routes, connections, version: wrk.version });
    const cpuUs = cpu();
    return { ...summary, ...(cpuUs !== null && { generatorCpuUs: cpuUs / Math.max(1, summary.sent) }) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const wholeSeconds = (ms: number): string => `${Math.max(1, Math.ceil(ms / 1000))}s`;

/** wrk gives every thread the same number of connections and forgets the rest. */
export function threadsFor(connections: number, processors: number): number {
  for (let threads = Math.min(connections, processors); threads > 1; threads -= 1) {
    if (connections % threads === 0) return threads;
  }
  return 1;
}
