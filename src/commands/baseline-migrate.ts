import {
  DamagedBaseline,
  displayName,
  entryOf,
  formatBaseline,
  type BaselineEntry,
  type BaselineStore,
  type StoredBaseline,
} from '../baseline/index.ts';
import { LeakgateError } from '../errors.ts';
import type { Terminal } from './command.ts';
import { lineOf, wanted, type BaselineVerb } from './baseline-verb.ts';
import { openNamedStore } from './named-store.ts';

/** What became of the baselines of one store on their way to another. */
interface Copied {
  copied: StoredBaseline[];
  there: StoredBaseline[];
  /** The other store has enough later ones. */
  older: number;
  damaged: number;
}

/**
 * Copies what `--from` holds to `--to`, oldest first, and reads it all back. It changes nothing in `--from`; a second call
 * goes on where the first was stopped.
 */
export const migrateStore: BaselineVerb = async ({ values, terminal }, signal) => {
  const { from, to } = values;
  if (from === undefined || to === undefined || from === to)
    throw new LeakgateError('config', 'baseline migrate-store needs two stores: --from S --to S.');
  const source = await openNamedStore({ option: 'from', name: from }, values, terminal, signal);
  const target = await openNamedStore({ option: 'to', name: to }, { config: values.config }, terminal, signal);
  const entries = (await wanted({ store: source, values, terminal }, signal)).toReversed();
  const result = await copyAll(entries, { source, target, terminal }, signal);
  const { overtaken, lost } = await readBack([...result.copied, ...result.there], target, signal);
  for (const one of lost) terminal.stderr.write(`Not the same in ${to}: ${lineOf(one)}\n`);
  const { copied, there, older, damaged } = result;
  const same = copied.length + there.length - overtaken - lost.length;
  terminal.stdout.write(
    `${copied.length} copied, ${there.length} there already, ${older + overtaken} older than what ${to} keeps, ${damaged} damaged. ` +
      `${same} were read back and are the same.\n`,
  );
  return damaged + lost.length === 0 ? 0 : 2;
};

interface Way {
  source: BaselineStore;
  target: BaselineStore;
  terminal: Terminal;
}

async function copyAll(
  entries: readonly BaselineEntry[],
  { source, target, terminal }: Way,
  signal: AbortSignal,
): Promise<Copied> {
  const result: Copied = { copied: [], there: [], older: 0, damaged: 0 };
  const kept = await target.list({}, signal);
  for (const entry of entries) {
    const baseline = await readable(source, entry, terminal, signal);
    if (baseline === 'damaged') result.damaged++;
    else if (baseline !== null && (await isKept(baseline, { target, kept }, signal))) result.there.push(baseline);
    else if (baseline !== null && (await target.write(baseline, signal)).stored) result.copied.push(baseline);
    else if (baseline !== null) result.older++;
  }
  return result;
}

/** One that is damaged stops no other. */
async function readable(
  source: BaselineStore,
  entry: BaselineEntry,
  { stderr }: Terminal,
  signal: AbortSignal,
): Promise<StoredBaseline | 'damaged' | null> {
  try {
    return await source.read(entry, signal);
  } catch (error) {
    if (!(error instanceof DamagedBaseline)) throw error;
    stderr.write(`${error.message}\n`);
    return 'damaged';
  }
}

/** Those that the store doesn't give back as they are, and how many made room for later ones meanwhile. */
async function readBack(
  baselines: readonly StoredBaseline[],
  target: BaselineStore,
  signal: AbortSignal,
): Promise<{ overtaken: number; lost: BaselineEntry[] }> {
  const kept = await target.list({}, signal);
  const lost: BaselineEntry[] = [];
  let overtaken = 0;
  for (const baseline of baselines) {
    if (await isKept(baseline, { target, kept }, signal)) continue;
    const entry = entryOf(baseline, '');
    const rivals = kept.filter((one) => one.key === displayName(entry.key) && one.branch === displayName(entry.branch));
    if (rivals.length > 0 && rivals.every(({ at }) => at > entry.at)) overtaken++;
    else lost.push(entry);
  }
  return { overtaken, lost };
}

async function isKept(
  baseline: StoredBaseline,
  { target, kept }: { target: BaselineStore; kept: readonly BaselineEntry[] },
  signal: AbortSignal,
): Promise<boolean> {
  const named = entryOf(baseline, '');
  const entry = kept.find(
    ({ key, branch, sha, at }) =>
      key === displayName(named.key) && branch === displayName(named.branch) && sha === named.sha && at === named.at,
  );
  const there = entry === undefined ? null : await target.read(entry, signal).catch(ignoringDamage);
  return there !== null && formatBaseline(there) === formatBaseline(baseline);
}

/** A damaged one counts as not there: it is written again. */
function ignoringDamage(error: unknown): null {
  if (error instanceof DamagedBaseline) return null;
  throw error;
}
