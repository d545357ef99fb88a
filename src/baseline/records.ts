import { LeakgateError } from '../errors.ts';
import { patiently, pause, type Patience } from './store-retry.ts';
import { entryAt, recordFolder, recordPath } from './record-path.ts';
import { entryOf, surplus } from './retention.ts';
import {
  formatBaseline,
  inspectBaseline,
  newerBaseline,
  parseBaseline,
  type BaselinePlace,
  type StoredBaseline,
} from './schema.ts';
import type { BaselineEntry, BaselineStore, WriteOutcome } from './store.ts';

/** What lies under one name: a baseline's text, and the mark that changes with every write. */
export interface Kept {
  text: string;
  mark: string;
}

/**
 * An open connection to where baselines lie under names (`recordPath`). All that one database or bucket does otherwise than
 * another. Everything throws `StoreUnavailable` when it gets no answer.
 */
export interface Records extends AsyncDisposable {
  /** The names that start with `folder`. */
  names(folder: string, signal: AbortSignal): Promise<string[]>;
  /** Null when nothing is there. */
  get(record: string, signal: AbortSignal): Promise<Kept | null>;
  /** Puts a baseline where `over` lies (null: where nothing lies), or answers false when something else lies there by now. */
  put(baseline: StoredBaseline, over: string | null, signal: AbortSignal): Promise<boolean>;
  remove(records: readonly string[], signal: AbortSignal): Promise<void>;
  /** How people name and delete one. */
  place(record: string): BaselinePlace;
}

// Only runs of the same commit are rivals, a few at most. Each round one of them wins.
const conflicts: Patience = { tries: 60, firstPauseMs: 20, longestPauseMs: 500 };

/** A store of which only the connection is its own: what to keep, what to replace and when to try again are here. */
export function recordStore(name: string, open: (signal: AbortSignal) => Promise<Records>): BaselineStore {
  const connected = async <T>(use: (records: Records) => Promise<T>, signal: AbortSignal): Promise<T> =>
    patiently(async () => {
      await using records = await open(signal);
      return await use(records);
    }, signal);
  return {
    name,
    async list({ key }, signal) {
      return connected(
        async (records) => entriesIn(records, key === undefined ? '' : recordFolder(key), signal),
        signal,
      );
    },
    async read({ id }, signal) {
      return connected(async (records) => {
        const kept = await records.get(id, signal);
        return kept === null ? null : parseBaseline(kept.text, records.place(id));
      }, signal);
    },
    async write(baseline, signal) {
      return connected(async (records) => keep(records, baseline, signal), signal);
    },
    async remove(entries, signal) {
      if (entries.length === 0) return;
      const ids = entries.map(({ id }) => id);
      await connected(async (records) => records.remove(ids, signal), signal);
    },
  };
}

async function entriesIn(records: Records, folder: string, signal: AbortSignal): Promise<BaselineEntry[]> {
  return (await records.names(folder, signal)).flatMap((record) => entryAt(record, record) ?? []);
}

async function keep(records: Records, baseline: StoredBaseline, signal: AbortSignal): Promise<WriteOutcome> {
  const record = recordPath(baseline);
  const there = await entriesIn(records, recordFolder(baseline.key, baseline.branch), signal);
  const others = there.filter(({ sha }) => sha !== baseline.sha);
  const gone = surplus([...others, entryOf(baseline, record)], Buffer.byteLength(formatBaseline(baseline)));
  if (gone.some(({ id }) => id === record))
    return { stored: false, reason: `The branch has ${others.length} baselines of later commits.` };
  const same = there.filter(({ sha, id }) => sha === baseline.sha && id !== record);
  for (const { id } of same) assertReplaceable(await records.get(id, signal), records.place(id));
  await swap(records, baseline, record, signal);
  const removed = [...gone, ...same].map(({ id }) => id);
  if (removed.length > 0) await records.remove(removed, signal);
  return { stored: true };
}

/** Reads, decides, swaps; again while others are faster. */
async function swap(records: Records, baseline: StoredBaseline, record: string, signal: AbortSignal): Promise<void> {
  for (let tried = 1; tried <= conflicts.tries; tried++) {
    const kept = await records.get(record, signal);
    // Also what an earlier try stored whose answer got lost.
    if (kept !== null && holds(kept.text, baseline)) return;
    assertReplaceable(kept, records.place(record));
    if (await records.put(baseline, kept?.mark ?? null, signal)) return;
    await pause(conflicts, tried, signal);
  }
  throw new LeakgateError(
    'config',
    `The baseline ${records.place(record).name} wasn't written: others kept changing it.`,
    {
      hint: 'Run the job again; a `concurrency` group in the workflow keeps runs of one commit apart.',
    },
  );
}

/** Is this very baseline what is kept? */
function holds(text: string, baseline: StoredBaseline): boolean {
  const found = inspectBaseline(text);
  return found.state === 'valid' && formatBaseline(found.baseline) === formatBaseline(baseline);
}

/** A damaged baseline gives way: that is how it is mended. @throws LeakgateError `config` when a newer Leakgate wrote it. */
function assertReplaceable(kept: Kept | null, where: BaselinePlace): void {
  const found = kept === null ? null : inspectBaseline(kept.text);
  if (found?.state === 'newer') throw newerBaseline(found, where);
}
