import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../../src/model.ts';
import { parseReport } from '../../src/reporters/result-schema.ts';

/** What came of a run of the built program. */
export interface Ran {
  report: Report;
  exitCode: number;
  startedAt: string;
  seconds: number;
  measuredSeconds: number;
  load: number;
}

export interface Invocation {
  /** `dist/cli.js`. */
  cli: string;
  repository: string;
  out: string;
  saveBaseline: boolean;
}

/**
 * Runs `leakgate run` as a user would, and reads the report that it leaves behind.
 * @throws Error with its last lines when it leaves none.
 */
export async function runLeakgate(
  { cli, repository, out, saveBaseline }: Invocation,
  signal: AbortSignal,
): Promise<Ran> {
  const started = Date.now();
  const load = loadavg()[0]!;
  const args = [cli, 'run', repository, '--out', out, ...(saveBaseline ? ['--save-baseline'] : [])];
  const child = spawn(process.execPath, args, {
    cwd: repository,
    env: withoutForge(process.env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // It stops its services itself when it is interrupted.
  const interrupt = (): void => void child.kill('SIGINT');
  signal.addEventListener('abort', interrupt, { once: true });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output = `${output}${text}`.slice(-4000);
    });
  }
  try {
    const [exitCode] = (await once(child, 'close')) as [number | null];
    signal.throwIfAborted();
    const result = join(out, 'result.json');
    if (!existsSync(result)) throw new Error(`leakgate left no result.json; it said last:\n${output.trim()}`);
    const report = parseReport(readFileSync(result, 'utf8'), result);
    return {
      report,
      exitCode: exitCode ?? -1,
      startedAt: new Date(started).toISOString(),
      seconds: (Date.now() - started) / 1000,
      measuredSeconds: measuredSeconds(report),
      load,
    };
  } finally {
    signal.removeEventListener('abort', interrupt);
  }
}

const preparing: ReadonlySet<string> = new Set(['Look around', 'Read the baseline', 'Build']);

/** What the checks took: the part that more or better measuring would change. */
export const measuredSeconds = ({ phases }: Pick<Report, 'phases'>): number =>
  phases.filter(({ name }) => !preparing.has(name)).reduce((sum, { durationMs }) => sum + durationMs, 0) / 1000;

/** In a workflow the program would take the workflow's event for its own. */
const withoutForge = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !/^(GITHUB|INPUT|LEAKGATE)_/.test(name)));
