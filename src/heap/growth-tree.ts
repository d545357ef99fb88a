import type { Frame } from '../model.ts';
import { isRuntimeOwned } from '../pprof/frames.ts';
import { plainLabel, type Label } from './labels.ts';
import { grown, pairChildren, type Pair } from './pairing.ts';
import type { HeapSnapshot, ProfileSnapshot } from './snapshot-file.ts';
import { emptyTrie, type Trie } from './trie.ts';

/** A step from the roots down, as it is now, beside what it was. */
export interface GrowthNode {
  label: Label;
  objects: number;
  grownObjects: number;
  /** With everything below. */
  bytes: number;
  grownBytes: number;
  /** Those that matter most first. */
  children: GrowthNode[];
  /** Children that were left out, theirs included. */
  left: { steps: number; bytes: number; grownBytes: number };
}

export interface Pruning {
  /** Nodes at most. */
  most: number;
  /** Of the whole heap, or of all its growth: what is below in both is left out. */
  smallestShare: number;
  /** Steps from the top. */
  deepest: number;
}

/**
 * All that a snapshot holds as a tree: from each root down, or of a profile from each allocation site to its callers. With
 * another one before, each step has what it was then; steps that are gone stay, with zero bytes. Roots of the runtime and of the probe
 * are left out.
 * @throws RangeError for two snapshots of different kinds: `diffSnapshots` refuses them first.
 */
export function growthTree(before: HeapSnapshot | null, after: HeapSnapshot, pruning: Pruning): GrowthNode {
  if (before !== null && before.kind !== after.kind)
    throw new RangeError('Snapshots of two kinds have no common tree.');
  return growthOfTries(before === null ? null : trieOf(before), trieOf(after), pruning);
}

/** The same of two tries. */
export function growthOfTries(before: Trie | null, after: Trie, pruning: Pruning): GrowthNode {
  const pair: Pair = [before ?? undefined, after];
  const tops = allChildren(pair).filter(([, { label }]) => !label.foreign);
  const growth = tops.reduce((sum, top) => sum + Math.abs(grown(top)), 0);
  const weight = (one: Pair): number =>
    Math.max(
      one[1].retainedBytes / Math.max(1, pair[1].retainedBytes),
      before === null ? 0 : Math.abs(grown(one)) / Math.max(1, growth),
    );
  const grow = (one: Pair, below: Pair[], depth: number): Weighed => {
    const children = depth === pruning.deepest ? [] : below.filter((child) => weight(child) >= pruning.smallestShare);
    return {
      pair: one,
      weight: weight(one),
      below,
      children: children.map((child) => grow(child, allChildren(child), depth + 1)),
    };
  };
  const root = grow(pair, tops, 0);
  const kept = heaviest(root, pruning.most);
  return nodeOf(root, kept, before === null);
}

interface Weighed {
  pair: Pair;
  weight: number;
  /** Pruned ones too. */
  below: Pair[];
  children: Weighed[];
}

const trieOf = (snapshot: HeapSnapshot): Trie => (snapshot.kind === 'retention' ? snapshot.trie : sitesTrie(snapshot));

/** What is there now and what is gone, each with what it was. */
function allChildren([before, after]: Pair): Pair[] {
  const paired = pairChildren(before, after);
  const matched = new Set(paired.map(([was]) => was));
  const gone = [...(before?.children.values() ?? [])].filter((child) => !matched.has(child));
  return [...paired, ...gone.map((was): Pair => [was, emptyTrie(was.label)])];
}

/** The heaviest nodes of a tree; none without all of those above it. */
function heaviest(root: Weighed, most: number): Set<Weighed> {
  const list: { node: Weighed; weight: number }[] = [];
  const add = (node: Weighed, above: number): void => {
    const weight = Math.min(above, node.weight);
    list.push({ node, weight });
    for (const child of node.children) add(child, weight);
  };
  for (const child of root.children) add(child, Infinity);
  // Sorting keeps the order of equals, so that a parent stays before its children.
  return new Set(
    list
      .toSorted((a, b) => b.weight - a.weight)
      .slice(0, most)
      .map(({ node }) => node),
  );
}

function nodeOf({ pair, below, children }: Weighed, kept: Set<Weighed>, alone: boolean): GrowthNode {
  const [before, after] = pair;
  const shown = children.filter((child) => kept.has(child));
  const shownPairs = new Set(shown.map((child) => child.pair));
  const left = below.filter((child) => !shownPairs.has(child));
  return {
    label: after.label,
    objects: after.objects,
    grownObjects: after.objects - (before?.objects ?? 0),
    bytes: after.retainedBytes,
    grownBytes: grown(pair),
    children: shown.map((child) => nodeOf(child, kept, alone)).toSorted(alone ? byBytes : byGrowth),
    left: {
      steps: left.length,
      bytes: left.reduce((sum, [, { retainedBytes }]) => sum + retainedBytes, 0),
      grownBytes: left.reduce((sum, child) => sum + grown(child), 0),
    },
  };
}

const byBytes = (a: GrowthNode, b: GrowthNode): number => b.bytes - a.bytes;
const byGrowth = (a: GrowthNode, b: GrowthNode): number => b.grownBytes - a.grownBytes || b.bytes - a.bytes;

/** The sites of a profile with their callers below them, in the form of a trie. */
function sitesTrie({ sites }: ProfileSnapshot): Trie {
  const top = emptyTrie();
  for (const { stack, liveBytes, liveObjects } of sites.filter((site) => !isRuntimeOwned(site.stack))) {
    top.retainedBytes += liveBytes;
    let step = top;
    for (const frame of stack) {
      step = calledBy(step, frame);
      step.retainedBytes += liveBytes;
      step.objects += liveObjects;
    }
  }
  return top;
}

function calledBy({ children }: Trie, frame: Frame): Trie {
  const text = `${frame.function} ${frame.file.slice(frame.file.lastIndexOf('/') + 1)}:${frame.line}`;
  const known = children.get(text) ?? emptyTrie({ ...plainLabel(text, false), frame });
  children.set(text, known);
  return known;
}
