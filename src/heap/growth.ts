import type { Frame } from '../model.ts';
import type { Label } from './labels.ts';
import { grown, pairChildren, type Pair } from './pairing.ts';
import type { Trie } from './trie.ts';

/** What a root keeps more of than before, followed along its heaviest branch. */
export interface ChainGrowth {
  root: Label;
  /** From the root down to the step that explains the growth. */
  steps: ChainStep[];
  /** Growth of all that the root keeps alive. */
  retainedBytes: number;
  /** All that it keeps alive now. */
  totalBytes: number;
  /** Every line below the root whose objects became more, on the chain or beside it. */
  sites: Frame[];
  /** Where several roots keep it alive together: the shortest way from each. Empty for a root. */
  heldBy: Label[][];
  /** Growth of the stacks of goroutines at the root, outside of the heap. */
  stackBytes: number;
}

export interface ChainStep {
  label: Label;
  /** Change in the number of objects at this step. */
  objects: number;
  /** Change of what this step keeps alive, itself included. */
  retainedBytes: number;
}

/** A child is followed while it explains at least this share of what all children of its parent came to keep. */
const explains = 0.5;
/** All children together must come to at least this share of their parent's own growth: else it is the container that grows. */
const outweighs = 0.5;

/**
 * Subtracts two snapshots of one process. A container that grew into a new place cancels: its old place is gone from the same step.
 * One chain for each root that grew, heaviest first. Roots of the runtime and of the probe are left out.
 */
export function growth(before: Trie, after: Trie): ChainGrowth[] {
  return pairChildren(before, after)
    .filter((pair) => grown(pair) > 0 && !pair[1].label.foreign)
    .map((pair) => ({
      root: pair[1].label,
      steps: chain(pair),
      retainedBytes: grown(pair),
      totalBytes: pair[1].retainedBytes,
      sites: growingSites(pair),
      heldBy: pair[1].heldBy ?? [],
      stackBytes: (pair[1].stackBytes ?? 0) - (pair[0]?.stackBytes ?? 0),
    }))
    .toSorted((a, b) => b.retainedBytes - a.retainedBytes);
}

/** Bytes that each root keeps alive, by name: what the rounds of a leak check follow. */
export function retainedByRoot(trie: Trie): Map<string, number> {
  return new Map(
    [...trie.children].filter(([, child]) => !child.label.foreign).map(([name, child]) => [name, child.retainedBytes]),
  );
}

function chain(pair: Pair): ChainStep[] {
  const [before, after] = pair;
  const here = { label: after.label, objects: after.objects - (before?.objects ?? 0), retainedBytes: grown(pair) };
  const growing = pairChildren(before, after)
    .filter((child) => grown(child) > 0)
    .toSorted((a, b) => grown(b) - grown(a));
  const [heaviest] = growing;
  const below = growing.reduce((sum, child) => sum + grown(child), 0);
  const own = after.bytes - (before?.bytes ?? 0);
  const ends = heaviest === undefined || grown(heaviest) < explains * below || below < outweighs * own;
  return ends ? [here] : [here, ...chain(heaviest)];
}

function growingSites([before, after]: Pair): Frame[] {
  const here = after.label.frame !== null && after.bytes > (before?.bytes ?? 0) ? [after.label.frame] : [];
  return [...here, ...pairChildren(before, after).flatMap((pair) => (grown(pair) > 0 ? growingSites(pair) : []))];
}
