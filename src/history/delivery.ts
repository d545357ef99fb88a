import { join, relative } from 'node:path';
import { parcelName, slotFolder, type DeliveredName } from '../baseline/index.ts';
import { legOf } from '../config/leg.ts';
import type { Config } from '../config/resolve.ts';
import { LeakgateError } from '../errors.ts';
import type { RunEvent } from '../host/event.ts';

/** What the steps of the action around the measuring one need to know, by the name of the output. */
export interface Delivery {
  store: DeliveredName;
  /** Where the baselines are put before the run and taken from after it. */
  folder: string;
  /** The artifact to keep them as. */
  name: string;
  /** The cache to keep them as. */
  key: string;
  /** Beginnings of the caches to look for, one a line. */
  'restore-keys': string;
  /** The artifact to fetch and the run that left it; both empty when there is none. */
  'from-name': string;
  'from-run': string;
}

interface Given {
  config: Pick<Config, 'baselineStore' | 'baselineBranch' | 'commentKey' | 'package' | 'workingDirectory'>;
  event: Pick<RunEvent, 'branch' | 'baseBranch' | 'defaultBranch'>;
  env: NodeJS.ProcessEnv;
  /** The folder that the service's is told relative to. */
  cwd: string;
  /** The latest run of the branch that left an artifact of this name behind. */
  find: (wanted: { name: string; branch: string }) => Promise<number | null>;
}

/** Null when the baselines are kept where the program itself can reach them. @throws what `find` throws. */
export async function planDelivery({ config, event, env, cwd, find }: Given): Promise<Delivery | null> {
  const { baselineStore: store } = config;
  if (store !== 'artifact' && store !== 'cache') return null;
  const slot = slotOf(config, env, cwd);
  const own = parcelName({ slot, branch: event.branch });
  const wanted = branchesOf(config, event).map((branch) => ({ branch, name: parcelName({ slot, branch }) }));
  const from = store === 'artifact' ? await firstOf(wanted, find) : null;
  return {
    store,
    folder: join(temporary(env), 'leakgate-baselines', slotFolder(slot)),
    name: own,
    key: `${own}/${env['GITHUB_RUN_ID'] ?? '0'}-${env['GITHUB_RUN_ATTEMPT'] ?? '1'}`,
    'restore-keys': wanted.map(({ name }) => `${name}/`).join('\n'),
    'from-name': from?.name ?? '',
    'from-run': from === null ? '' : String(from.run),
  };
}

function temporary(env: NodeJS.ProcessEnv): string {
  const folder = env['RUNNER_TEMP'] ?? '';
  if (folder === '') throw new LeakgateError('config', 'RUNNER_TEMP isn’t set: artifacts and caches need a runner.');
  return folder;
}

/** As a survey names the service, but by what the workflow says alone. */
function slotOf(
  { commentKey, workingDirectory, package: main = '' }: Given['config'],
  env: NodeJS.ProcessEnv,
  cwd: string,
): string {
  if (commentKey !== undefined) return commentKey;
  const service = [relative(cwd, workingDirectory).replaceAll('\\', '/'), main].filter(Boolean).join(' ');
  return `${service}${legOf(env['LEAKGATE_MATRIX'], service)}`;
}

/** A branch that has nothing yet begins with what the default branch has. */
function branchesOf(config: Given['config'], { branch, baseBranch, defaultBranch }: Given['event']): string[] {
  const first = config.baselineBranch ?? baseBranch ?? branch;
  return [...new Set([first, ...(defaultBranch === null ? [] : [defaultBranch])])];
}

async function firstOf(wanted: { name: string; branch: string }[], find: Given['find']) {
  for (const { name, branch } of wanted) {
    const run = await find({ name, branch });
    if (run !== null) return { name, run };
  }
  return null;
}
