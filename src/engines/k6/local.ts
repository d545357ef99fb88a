import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { childrenCpu } from '../generator-cpu.ts';
import { runProgram, type Program } from '../programs/program.ts';
import type { K6Plan } from './plan.ts';
import { readPod, type PodResult } from './summary.ts';

/** Beside the bundle: `npm run build` makes it. */
export const k6Script = (): string => fileURLToPath(new URL('./k6-script.js', import.meta.url));

/** A test that the script itself ended: the summary is there all the same. */
const endedFine = [108] as const;

/** Runs the plan by the k6 of this machine. `cpuUs`: what it cost here, where the system tells. */
export async function runLocally(
  k6: Program,
  plan: K6Plan,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<{ pods: PodResult[]; cpuUs: number | null }> {
  const folder = await mkdtemp(join(tmpdir(), 'leakgate-k6-'));
  try {
    // It may hold a token.
    await writeFile(join(folder, 'plan.json'), JSON.stringify(plan), { mode: 0o600 });
    const place = { cwd: folder, env: { ...env, LEAKGATE_PLAN: join(folder, 'plan.json') }, fine: endedFine };
    // Without an address of its own k6 listens on port 6565, which can be taken.
    const args = ['run', '--quiet', '--no-color', '--no-usage-report', '--address', '', k6Script()];
    const cpu = childrenCpu();
    const { stdout } = await runProgram(k6, args, place, signal);
    return { pods: [readPod(stdout)], cpuUs: cpu() };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
