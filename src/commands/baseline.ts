import { accept } from './baseline-accept.ts';
import { exportAll, importAll } from './baseline-archive.ts';
import { list, prune, show } from './baseline-list.ts';
import { migrateStore } from './baseline-migrate.ts';
import { baselineOptions, type BaselineVerb } from './baseline-verb.ts';
import { openNamedStore } from './named-store.ts';
import { LeakgateError } from '../errors.ts';
import { parseCommand } from './arguments.ts';
import type { Command } from './command.ts';

const verbs: Readonly<Record<string, BaselineVerb>> = {
  list,
  show,
  accept,
  export: exportAll,
  import: importAll,
  prune,
  'migrate-store': migrateStore,
};

export const baseline: Command = {
  name: 'baseline',
  summary: 'list, show, accept, move or prune the stored baselines',
  help: `
leakgate baseline list   [--store S] [--branch B] [--key K]
leakgate baseline show   [--store S] [--branch B] [--key K] [--commit SHA]
leakgate baseline accept [--from leakgate-out/baseline.json] --reason TEXT [--until 2026-03-31] [--store S]
leakgate baseline export [--to FILE] [--store S] [--branch B] [--key K]
leakgate baseline import --from FILE [--store S]
leakgate baseline prune  [--older-than 180] [--branch B] [--damaged] [--dry-run] [--store S]
leakgate baseline migrate-store --from S --to S [--branch B] [--key K]

list names them, newest first: service, branch, commit, its time.
show reads them: who wrote and accepted each. With one commit, or with branch and key, the newest as JSON. Damaged ones are
named, the rest is shown all the same, and the exit code is 2.
accept makes the figures of a run a baseline of its branch, also when the run failed: the leak or the slow-down is intended,
or has to wait. Who accepted it, why, and until when is kept with it. After that day the figures from before count again.
export writes them as one JSON document, import puts such a document into a store.
prune removes those of branches without news for so many days, all of the branch that --branch names, or the damaged ones.
migrate-store copies them from one store to another, passes over what is there already, and reads all of it back.

S is file (.leakgate in this repository, the default), git-ref (in the remote origin), postgres or s3 (where the config file,
or the one that --config names, says).

  leakgate baseline list --store git-ref
  leakgate baseline show --branch main --key cmd/api
  leakgate baseline accept --reason 'the cache is meant to fill, see #812'
  leakgate baseline accept --from baseline.json --store git-ref --reason …
  leakgate baseline export --store git-ref --to baselines.json
  leakgate baseline prune --store git-ref --branch old-release --dry-run
  leakgate baseline migrate-store --from git-ref --to postgres`,

  async run(args, terminal, signal) {
    const [given = '', ...rest] = args;
    const verb = Object.hasOwn(verbs, given) ? verbs[given] : undefined;
    if (verb === undefined) {
      const allowed = Object.keys(verbs).join(', ');
      throw new LeakgateError('config', `baseline: got ${JSON.stringify(given)}; allowed: ${allowed}.`);
    }
    const { values } = parseCommand('baseline', { args: rest, options: baselineOptions });
    const store = await openNamedStore({ option: 'store', name: values.store }, values, terminal, signal);
    return verb({ store, values, terminal }, signal);
  },
};
