import { folderStore } from './file.ts';
import type { BaselineStore, StoreOptions } from './store.ts';
import { StoreUnavailable } from './unavailable.ts';

/** The stores that steps of the action fill and carry off. */
export type DeliveredName = 'artifact' | 'cache';

/**
 * Baselines in a folder that steps of the action fill before the run, from an artifact or a cache, and carry off after it: a
 * workflow gives the rights for both to its actions, and none to the programs that it runs. The first step says in
 * `LEAKGATE_BASELINES` where the folder is. What it couldn't find out is in `LEAKGATE_BASELINES_PROBLEM`, and
 * `LEAKGATE_BASELINES_FETCH` tells how the step ended that fills the folder.
 */
export const deliveredStore =
  (name: DeliveredName) =>
  ({ env }: Pick<StoreOptions, 'env'>): BaselineStore => {
    const folder = (): BaselineStore =>
      folderStore(delivered(name, env), { name, removal: () => 'the next push to its branch does' });
    return {
      name,
      list: async (filter, signal) => folder().list(filter, signal),
      read: async (entry, signal) => folder().read(entry, signal),
      write: async (baseline, signal) => folder().write(baseline, signal),
      remove: async (entries, signal) => folder().remove(entries, signal),
    };
  };

/** An empty folder means "no baseline yet" only when nothing went wrong before. @throws StoreUnavailable otherwise. */
function delivered(name: DeliveredName, env: NodeJS.ProcessEnv): string {
  const folder = env['LEAKGATE_BASELINES'] ?? '';
  const problem = env['LEAKGATE_BASELINES_PROBLEM'] ?? '';
  if (problem !== '') throw new StoreUnavailable(problem, { passing: 'no' });
  if (folder === '')
    throw new StoreUnavailable(`The store ${name} can be reached only by the action’s own steps.`, {
      passing: 'no',
      hint: 'Elsewhere, name another with `--store`.',
    });
  if (env['LEAKGATE_BASELINES_FETCH'] === 'failure')
    throw new StoreUnavailable(`The ${name} with the baselines couldn’t be fetched.`, {
      passing: 'outage',
      hint: 'The step that fetches it says why. An artifact of another run needs `permissions: actions: read`.',
    });
  return folder;
}
