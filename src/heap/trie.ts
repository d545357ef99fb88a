import type { FrameResolver } from '../pprof/frames.ts';
import { none } from './dominators.ts';
import type { RetentionGraph } from './graph.ts';
import { labeller, type Label, type Labeller } from './labels.ts';

/**
 * Who keeps what alive, by name: the dominator tree with equal neighbours merged. It holds no address, so two snapshots of
 * one service can be subtracted from each other.
 */
export interface Trie {
  label: Label;
  /** Objects at this very step. */
  objects: number;
  /** Their own bytes. */
  bytes: number;
  /** With everything below. */
  retainedBytes: number;
  children: Map<string, Trie>;
}

/** Steps below a root: what lies deeper is counted to the last one. */
const deepest = 10;

/** Builds the trie of a graph, naming unsampled objects after their siblings. */
export function trieOf(graph: RetentionGraph, frames: FrameResolver): Trie {
  const { tree, dump, roots } = graph;
  const labels = labeller(graph, frames);
  const objects = dump.objects.word.length;
  const top = emptyTrie({ text: '', frame: null, foreign: false });
  const place: Trie[] = Array.from({ length: tree.node.length });
  const depth = new Uint8Array(tree.node.length);
  place[0] = top;
  for (const level of levels(tree.parent)) {
    const labelOf = inferLabels(level, graph, labels, place);
    for (const number of level) {
      const node = tree.node[number]!;
      const root = node < objects ? undefined : roots[node - objects];
      const up = tree.parent[number]!;
      const label = root === undefined ? labelOf(number) : labels.root(root);
      const here = label === null || depth[up] === deepest ? place[up]! : step(place[up]!, label);
      depth[number] = here === place[up] ? depth[up]! : depth[up]! + 1;
      place[number] = here;
      if (node < objects) {
        here.objects += 1;
        here.bytes += dump.objects.words[node]! * 8;
      }
    }
  }
  addUp(top);
  return top;
}

const emptyTrie = (label: Label): Trie => ({ label, objects: 0, bytes: 0, retainedBytes: 0, children: new Map() });

/** The child of that name, or the trie itself when it bears the name already: a list is one step, however long. */
function step(from: Trie, label: Label): Trie {
  if (from.label.text === label.text) return from;
  let child = from.children.get(label.text);
  if (child === undefined) from.children.set(label.text, (child = emptyTrie(label)));
  return child;
}

function addUp(trie: Trie): number {
  trie.retainedBytes = trie.bytes;
  for (const child of trie.children.values()) trie.retainedBytes += addUp(child);
  return trie.retainedBytes;
}

/** Levels that are named one by one; what lies deeper is the inside of a long list. */
const namedLevels = 64;

/** Numbers of the tree by their distance from the root, without the root; the last list holds all that is deeper. */
function levels(parent: Uint32Array): number[][] {
  const distance = new Uint8Array(parent.length);
  const lists: number[][] = Array.from({ length: namedLevels }, () => []);
  for (let i = 1; i < parent.length; i++) {
    distance[i] = Math.min(distance[parent[i]!]! + 1, namedLevels);
    lists[distance[i]! - 1]!.push(i);
  }
  return lists.filter((list) => list.length > 0);
}

/**
 * Names the objects of a level. One that the profile didn't sample takes the commonest name among its siblings of equal
 * size that point to objects of equal sizes; where there is no such sibling it stays nameless and is counted to its parent.
 */
function inferLabels(
  level: number[],
  graph: RetentionGraph,
  labels: Labeller,
  place: Trie[],
): (number: number) => Label | null {
  const { tree, dump } = graph;
  const kinds = new Map<number, Map<Label, number>>();
  const parents = new Map<Trie, number>();
  const kindOf = (number: number): number => {
    const up = place[tree.parent[number]!]!;
    const parent = parents.get(up) ?? parents.size;
    parents.set(up, parent);
    const node = tree.node[number]!;
    return (parent * 4096 + Math.min(dump.objects.words[node]!, 4095)) * 65536 + signature(graph, node);
  };
  for (const number of level) {
    const node = tree.node[number]!;
    const label = node < dump.objects.word.length ? labels.object(node) : null;
    if (label === null) continue;
    const kind = kindOf(number);
    const votes = kinds.get(kind) ?? new Map<Label, number>();
    kinds.set(kind, votes.set(label, (votes.get(label) ?? 0) + 1));
  }
  const winners = new Map([...kinds].map(([kind, votes]) => [kind, commonest(votes)]));
  return (number) => labels.object(tree.node[number]!) ?? winners.get(kindOf(number)) ?? null;
}

const commonest = (votes: Map<Label, number>): Label =>
  [...votes].reduce((best, one) => (one[1] > best[1] ? one : best))[0];

/** Sizes of the first six objects pointed to, as 16 bits. */
function signature({ edges, dump }: RetentionGraph, node: number): number {
  let hash = 0;
  const end = Math.min(edges.rows[node + 1]!, edges.rows[node]! + 6);
  for (let edge = edges.rows[node]!; edge < end; edge++) {
    const target = edges.targets[edge]!;
    const words = target === none || target >= dump.objects.word.length ? 0 : dump.objects.words[target]!;
    hash = (Math.imul(hash, 31) + words + 1) & 0xffff;
  }
  return hash;
}
