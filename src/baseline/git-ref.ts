import { deflateSync } from 'node:zlib';
import { encodeName } from './names.ts';
import { entryAt, recordFolder, recordPath } from './record-path.ts';
import { commitFile, fetchRef, fetchRefNames, fileAt, pushRefs } from './tree.ts';
import { persist } from './git-retry.ts';
import { entryOf, surplus } from './retention.ts';
import {
  DamagedBaseline,
  formatBaseline,
  inspectBaseline,
  newerBaseline,
  parseBaseline,
  type BaselinePlace,
  type StoredBaseline,
} from './schema.ts';
import { openScratch, type Scratch } from './scratch.ts';
import type { BaselineEntry, BaselineStore, StoreOptions, WriteOutcome } from './store.ts';

const prefix = 'refs/leakgate/baselines/';
const fileName = 'baseline.json';

/**
 * Baselines in the remote repository itself: one ref for each baseline,
 * `refs/leakgate/baselines/<key>/<branch>/<seconds since 1970>-<commit>`, a commit without parents that holds one file.
 * Writers never touch the same ref, so there is nothing to lose a race for. Names tell what is there: a run lists those of
 * its key (one round trip, no contents) and fetches the one it wants. Whoever writes removes what has become surplus.
 */
export function gitRefStore(options: StoreOptions): BaselineStore {
  return {
    name: 'git-ref',
    async list({ key }, signal) {
      const under = prefix + (key === undefined ? '' : recordFolder(key));
      return persist({ verb: 'read', ref: `${under}*` }, async () => entriesUnder(options, under, signal), signal);
    },
    async read({ id }, signal) {
      await using scratch = await openScratch(options, signal);
      const commit = await persist({ verb: 'read', ref: id }, async () => fetchRef(scratch, id, signal), signal);
      if (commit === null) return null;
      const text = await fileAt(scratch, commit, fileName, signal);
      if (text === null) throw new DamagedBaseline(`it holds no ${fileName}`, place(id));
      return parseBaseline(text, place(id));
    },
    async write(baseline, signal) {
      const attempt = { verb: 'written', ref: prefix + recordPath(baseline) } as const;
      return persist(attempt, async () => writeOnce(options, baseline, signal), signal);
    },
    async remove(entries, signal) {
      if (entries.length === 0) return;
      await using scratch = await openScratch(options, signal);
      const refs = entries.map(({ id }) => id);
      const attempt = { verb: 'removed', ref: refs.length === 1 ? refs[0]! : `${prefix}*` } as const;
      await persist(attempt, async () => pushRefs(scratch, { remove: refs }, signal), signal);
    },
  };
}

const place = (ref: string): BaselinePlace => ({ name: ref, removal: `git push origin --delete '${ref}'` });

/** Names only: of each baseline no more than its commit comes over the wire. @throws GitRefused */
async function entriesUnder(options: StoreOptions, under: string, signal: AbortSignal): Promise<BaselineEntry[]> {
  await using scratch = await openScratch(options, signal);
  const refs = await fetchRefNames(scratch, under, signal);
  return refs.flatMap((ref) => entryAt(ref.slice(prefix.length), ref) ?? []);
}

/** One round: see what is there, then one push that adds the baseline and removes what is surplus. @throws GitRefused */
async function writeOnce(options: StoreOptions, baseline: StoredBaseline, signal: AbortSignal): Promise<WriteOutcome> {
  const text = formatBaseline(baseline);
  const ref = prefix + recordPath(baseline);
  const there = await entriesUnder(options, prefix + recordFolder(baseline.key, baseline.branch), signal);
  const others = there.filter(({ sha }) => sha !== baseline.sha);
  const gone = surplus([...others, entryOf(baseline, ref)], deflateSync(text).length);
  if (gone.some(({ id }) => id === ref))
    return { stored: false, reason: `The branch has ${others.length} baselines of later commits.` };

  await using scratch = await openScratch(options, signal);
  const same = there.filter(({ sha }) => sha === baseline.sha).map(({ id }) => id);
  for (const id of same) await assertReplaceable(scratch, id, signal);
  const message = `leakgate: baseline of ${encodeName(baseline.key)} on ${encodeName(baseline.branch)}\n`;
  const commit = await commitFile(scratch, { name: fileName, text, message }, signal);
  const remove = [...gone.map(({ id }) => id), ...same.filter((id) => id !== ref)];
  await pushRefs(scratch, { add: { ref, commit }, remove }, signal);
  return { stored: true };
}

/** A damaged baseline gives way: that is how it is mended. @throws LeakgateError `config` when a newer Leakgate wrote it. */
async function assertReplaceable(scratch: Scratch, ref: string, signal: AbortSignal): Promise<void> {
  const commit = await fetchRef(scratch, ref, signal);
  const text = commit === null ? null : await fileAt(scratch, commit, fileName, signal);
  const found = text === null ? null : inspectBaseline(text);
  if (found?.state === 'newer') throw newerBaseline(found, place(ref));
}
