import type { Frame } from '../model.ts';
import type { Trie } from './trie.ts';
import type { Label } from './labels.ts';

/** What a root keeps more of than before, followed along its heaviest branch. */
export interface ChainGrowth {
  root: Label;
  /** From the root down to the step that explains the growth. */
  steps: ChainStep[];
  retainedBytes: number;
  /** Every line below the root whose objects became more, on the chain or beside it. */
  sites: Frame[];
}

export interface ChainStep {
  label: Label;
  /** Change in the number of objects at this step. */
  objects: number;
  /** Change of what this step keeps alive, itself included. */
  retainedBytes: number;
}

/** A child is followed while it explains at least this share of its parent's growth. */
const explains = 0.5;

/**
 * Subtracts two snapshots of one process. A container that grew into a new place cancels: its old place is gone from the same step.
 * One chain for each root that grew, heaviest first. Roots of the runtime and of the probe are left out.
 */
export function growth(before: Trie, after: Trie): ChainGrowth[] {
  return children(before, after)
    .map(([was, is]) => ({
      sites: growingSites(was, is),
      root: is.label,
      steps: chain(was, is),
      retainedBytes: is.retainedBytes - (was?.retainedBytes ?? 0),
    }))
    .filter(({ root, retainedBytes }) => retainedBytes > 0 && !root.foreign)
    .toSorted((a, b) => b.retainedBytes - a.retainedBytes);
}

/** Bytes that each root keeps alive, by name: what the rounds of a leak check follow. */
export function retainedByRoot(trie: Trie): Map<string, number> {
  return new Map(
    [...trie.children].filter(([, child]) => !child.label.foreign).map(([name, child]) => [name, child.retainedBytes]),
  );
}

function children(before: Trie | undefined, after: Trie): [Trie | undefined, Trie][] {
  return [...after.children].map(([name, child]) => [before?.children.get(name), child]);
}

function chain(before: Trie | undefined, after: Trie): ChainStep[] {
  const retainedBytes = after.retainedBytes - (before?.retainedBytes ?? 0);
  const here = { label: after.label, objects: after.objects - (before?.objects ?? 0), retainedBytes };
  const heaviest = children(before, after).toSorted((a, b) => grown(b) - grown(a))[0];
  return heaviest === undefined || grown(heaviest) < explains * retainedBytes ? [here] : [here, ...chain(...heaviest)];
}

const grown = ([was, is]: [Trie | undefined, Trie]): number => is.retainedBytes - (was?.retainedBytes ?? 0);

function growingSites(before: Trie | undefined, after: Trie): Frame[] {
  const here = after.label.frame !== null && after.bytes > (before?.bytes ?? 0) ? [after.label.frame] : [];
  return [...here, ...children(before, after).flatMap((pair) => (grown(pair) > 0 ? growingSites(...pair) : []))];
}
