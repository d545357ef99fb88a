import { laterBaseline } from './later.ts';
import { encodeName } from './names.ts';
import { persist } from './retry.ts';
import { formatBaseline, parseBaseline, type BaselinePlace, type StoredBaseline } from './schema.ts';
import { openScratch, type Scratch } from './scratch.ts';
import type { BaselineStore, StoreOptions, WriteOutcome } from './store.ts';
import { commitTree, fetchAll, fetchRef, filesOf, pushRef, remoteTip, textsOf } from './tree.ts';

const prefix = 'refs/leakgate/';

/**
 * Baselines in the remote repository itself: a ref `refs/leakgate/<branch>` whose only commit, without parents, holds one
 * `<key>.json` per service. Each write replaces the commit, so the repository doesn't grow; `origin` swaps the ref only if
 * nobody else did meanwhile, so two runs at once both keep what they wrote.
 */
export function gitRefStore(options: StoreOptions): BaselineStore {
  return {
    name: 'git-ref',
    async read(branch, key, signal) {
      await using scratch = await openScratch(options, signal);
      const ref = refOf(branch);
      const commit = await persist({ verb: 'read', ref }, async () => fetchRef(scratch, ref, signal), signal);
      const text = commit === null ? null : await textOf(scratch, commit, fileOf(key), signal);
      return text === null ? null : parseBaseline(text, place(ref, fileOf(key)));
    },
    async write(baseline, signal) {
      await using scratch = await openScratch(options, signal);
      const attempt = { verb: 'written', ref: refOf(baseline.branch) } as const;
      return await persist(attempt, async () => writeOnce(scratch, baseline, signal), signal);
    },
    async list(signal) {
      await using scratch = await openScratch(options, signal);
      return await listAll(scratch, signal);
    },
  };
}

const refOf = (branch: string): string => `${prefix}${encodeName(branch)}`;
const fileOf = (key: string): string => `${encodeName(key)}.json`;
const place = (ref: string, file: string): BaselinePlace => ({
  name: `${ref}:${file}`,
  removal: `git push origin --delete '${ref}'`,
});

async function textOf(scratch: Scratch, commit: string, file: string, signal: AbortSignal): Promise<string | null> {
  const [text] = await textsOf(scratch, [`${commit}:${file}`], signal);
  return text ?? null;
}

/** One round: read what is there, put the new baseline among it, swap the ref. @throws GitRefused */
async function writeOnce(scratch: Scratch, baseline: StoredBaseline, signal: AbortSignal): Promise<WriteOutcome> {
  const { branch, key, sha } = baseline;
  const [ref, file] = [refOf(branch), fileOf(key)];
  const old = await fetchRef(scratch, ref, signal);
  const stored = old === null ? null : await textOf(scratch, old, file, signal);
  const rival = stored === null ? null : laterBaseline(stored, baseline, place(ref, file));
  // A force-push to an older commit makes that commit the tip, and then its baseline counts.
  if (rival !== null && (await remoteTip(scratch, `refs/heads/${branch}`, signal)) !== sha)
    return { stored: false, reason: `The stored baseline is of a later commit (${rival.sha.slice(0, 10)}).` };

  const files = old === null ? new Map() : await filesOf(scratch, old, signal);
  const message = `leakgate: baseline of ${encodeName(key)} on ${encodeName(branch)} at ${sha}\n`;
  const commit = await commitTree(scratch, { files, file, text: formatBaseline(baseline), message }, signal);
  await pushRef(scratch, { ref, old, commit }, signal);
  return { stored: true };
}

async function listAll(scratch: Scratch, signal: AbortSignal): ReturnType<BaselineStore['list']> {
  const attempt = { verb: 'read', ref: `${prefix}*` } as const;
  const refs = await persist(attempt, async () => fetchAll(scratch, prefix, signal), signal);
  const files: { object: string; where: BaselinePlace }[] = [];
  for (const { ref, commit } of refs)
    for (const [file, { object }] of await filesOf(scratch, commit, signal))
      if (file.endsWith('.json')) files.push({ object, where: place(ref, file) });
  const objects = files.map(({ object }) => object);
  const texts = await textsOf(scratch, objects, signal);
  return files.map(({ where }, index) => {
    const { branch, key, sha, createdAt } = parseBaseline(texts[index] ?? '', where);
    return { branch, key, sha, createdAt };
  });
}
