import { containerStart } from './labels.ts';
import type { Trie } from './trie.ts';

/** What stood at a step before, if anything did, and what stands there now. */
export type Pair = [before: Trie | undefined, after: Trie];

export const grown = ([before, after]: Pair): number => after.retainedBytes - (before?.retainedBytes ?? 0);

/**
 * Children of a step, each with what it was before. Arrays and maps change their name when they grow: only between 512 bytes and
 * 32 KiB does a header tell their type, else they go by their line. One that is gone and one that is new are the same
 * container when they hold the same, or hold nothing and come from the same line.
 */
export function pairChildren(before: Trie | undefined, after: Trie): Pair[] {
  const gone = new Set([...(before?.children.values() ?? [])].filter(({ label }) => !after.children.has(label.text)));
  const heaviestFirst = [...after.children.values()].toSorted((a, b) => b.retainedBytes - a.retainedBytes);
  return heaviestFirst.map((child) => {
    const was = before?.children.get(child.label.text) ?? formerSelf(child, gone);
    if (was !== undefined) gone.delete(was);
    return [was, child];
  });
}

function formerSelf(child: Trie, gone: Set<Trie>): Trie | undefined {
  const [best] = [...gone]
    .filter((one) => containerStart.test(one.label.text) || containerStart.test(child.label.text))
    .map((one) => ({ one, likeness: sharedBytes(one, child) + (sameLine(one, child) ? 1 : 0) }))
    .toSorted((a, b) => b.likeness - a.likeness);
  return best !== undefined && best.likeness > 0 ? best.one : undefined;
}

/** Bytes below steps that both have. */
function sharedBytes(one: Trie, other: Trie): number {
  return [...one.children.values()].reduce((sum, child) => {
    const namesake = other.children.get(child.label.text);
    return namesake === undefined ? sum : sum + Math.min(child.retainedBytes, namesake.retainedBytes);
  }, 0);
}

function sameLine({ label: { frame: one } }: Trie, { label: { frame: other } }: Trie): boolean {
  return one !== null && other !== null && one.file === other.file && one.line === other.line;
}
