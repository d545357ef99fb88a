import type { FrameResolver } from '../pprof/frames.ts';
import { none } from './dominators.ts';
import { carryNames, type ObjectNames } from './earlier-names.ts';
import type { RetentionGraph } from './graph.ts';
import { nameHolders } from './holders.ts';
import { siblingNamer } from './inference.ts';
import { plainLabel, rootLabel, type Label } from './labels.ts';
import { labelObjects, withItsHolder, type ObjectLabels } from './object-labels.ts';
import { PairTable } from './pair-table.ts';

/**
 * Who keeps what alive, by name: the dominator tree with equal neighbours merged. It holds no address, so two snapshots of
 * one service can be subtracted from each other.
 */
export interface Trie {
  label: Label;
  /** Objects that bear the name, or goroutines. */
  objects: number;
  /** Bytes at this very step, of nameless objects too. */
  bytes: number;
  /** With everything below. */
  retainedBytes: number;
  children: Map<string, Trie>;
  /** Of goroutines, outside of the heap. Only right below the top. */
  stackBytes?: number;
  /** Where no single root keeps it alive: the shortest way from each of some, nearest first. Only right below the top. */
  heldBy?: Label[][];
}

export const emptyTrie = (label: Label = plainLabel('')): Trie => ({
  label,
  objects: 0,
  bytes: 0,
  retainedBytes: 0,
  children: new Map(),
});

/** Steps below a root: what lies deeper is counted to the last one. */
const deepest = 10;

/** Builds the trie of a graph, naming unsampled objects after their siblings. */
export const trieOf = (graph: RetentionGraph, frames: FrameResolver): Trie => namedTrie(graph, frames).trie;

/**
 * The trie of a graph with what each object is called in it. With the names of an earlier dump of the same process since which
 * every allocation was sampled, objects that were there keep theirs, none is named after siblings, and so counts can be subtracted.
 */
export function namedTrie(
  graph: RetentionGraph,
  frames: FrameResolver,
  earlier?: ObjectNames,
): { trie: Trie; objects: ObjectNames } {
  const names = labelObjects(graph, frames);
  if (earlier !== undefined) carryNames(graph, names, earlier);
  const nameSiblings = earlier === undefined ? siblingNamer(graph, names) : () => undefined;
  const rootLabels = graph.roots.map((root) => names.table.of(rootLabel(root, frames)));
  const steps = new Steps(names);
  const place = new Uint32Array(graph.tree.node.length);
  for (const level of levels(graph.tree.parent)) {
    nameSiblings(level, place);
    for (const number of level) place[number] = placeOf(number);
  }
  const trie = steps.trie();
  nameHolders(trie, graph, names, rootLabels);
  graph.roots.forEach((root, k) => {
    const child = root.kind === 'goroutines' && trie.children.get(names.table.text(rootLabels[k]!));
    if (child) child.stackBytes = (child.stackBytes ?? 0) + root.stackBytes;
  });
  const { index, dump } = graph;
  // Not all of the dump: it would stay in memory.
  const { word, words } = dump.objects;
  return { trie, objects: { index, space: dump.space, objects: { word, words }, names } };

  function placeOf(number: number): number {
    const node = graph.tree.node[number]!;
    const above = place[graph.tree.parent[number]!]!;
    const many = names.of.length;
    if (node >= many) return steps.below(above, rootLabels[node - many]!);
    return steps.count(above, node, graph.dump.objects.words[node]! * 8);
  }
}

/** The steps of a trie under construction, as numbers: 0 is the top. */
class Steps {
  readonly #names: ObjectLabels;
  /** Step k + 1 is the pair k: the step above and the label. */
  readonly #pairs = new PairTable();
  readonly #depth = [0];
  readonly #objects = [0];
  readonly #bytes = [0];

  constructor(names: ObjectLabels) {
    this.#names = names;
  }

  /** The step of that name, or the one above when it bears the name already: a list is one step, however long. */
  below(above: number, label: number): number {
    if (label === this.#label(above) || this.#depth[above] === deepest) return above;
    const step = this.#pairs.of(above, label) + 1;
    if (step === this.#depth.length) {
      this.#depth.push(this.#depth[above]! + 1);
      this.#objects.push(0);
      this.#bytes.push(0);
    }
    return step;
  }

  /** Counts an object at its step and answers the step. */
  count(above: number, object: number, bytes: number): number {
    const label = this.#names.of[object]!;
    if (label === none || label === withItsHolder) {
      this.#bytes[above]! += bytes;
      if (label === withItsHolder) this.#objects[above]! += 1;
      return above;
    }
    if (label === this.#names.probe) {
      const probe = this.below(0, label);
      this.#bytes[probe]! += bytes;
      this.#objects[probe]! += 1;
      // What the service hangs below it is the service's.
      return above;
    }
    const step = this.below(label === this.#names.timers ? 0 : above, label);
    this.#bytes[step]! += bytes;
    if (label === this.#label(step) && this.#names.pieces[object] === 0) this.#objects[step]! += 1;
    return step;
  }

  trie(): Trie {
    const tries = this.#depth.map((_, step): Trie => {
      const empty = emptyTrie(this.#names.table.labels[this.#label(step)]);
      return { ...empty, objects: this.#objects[step]!, bytes: this.#bytes[step]! };
    });
    tries.slice(1).forEach((trie, k) => tries[this.#pairs.first(k)]!.children.set(trie.label.text, trie));
    // A step is numbered after the one above it.
    for (const [step, trie] of [...tries.entries()].toReversed()) {
      trie.retainedBytes += trie.bytes;
      if (step > 0) tries[this.#pairs.first(step - 1)]!.retainedBytes += trie.retainedBytes;
    }
    return tries[0]!;
  }

  #label(step: number): number {
    return step === 0 ? none : this.#pairs.second(step - 1);
  }
}

/** Levels that are named one by one; what lies deeper is the inside of a long list. */
const namedLevels = 64;

/** Numbers of the tree by their distance from the root, without the root; the last list holds all that is deeper. */
function levels(parent: Uint32Array): Uint32Array[] {
  const distance = new Uint8Array(parent.length);
  const starts = new Uint32Array(namedLevels + 2);
  for (let i = 1; i < parent.length; i++) {
    distance[i] = Math.min(distance[parent[i]!]! + 1, namedLevels);
    starts[distance[i]! + 1]!++;
  }
  for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!;
  const filled = starts.slice();
  const order = new Uint32Array(parent.length - 1);
  for (let i = 1; i < parent.length; i++) order[filled[distance[i]!]!++] = i;
  return Array.from({ length: namedLevels }, (_, k) => order.subarray(starts[k + 1], starts[k + 2])).filter(
    (level) => level.length > 0,
  );
}
