import { none } from './dominators.ts';
import type { RetentionGraph } from './graph.ts';
import { timersLabel, type Label } from './labels.ts';
import type { ObjectLabels } from './object-labels.ts';
import type { Trie } from './trie.ts';

/** Objects that several roots hold together are told for the heaviest names, and from this size on. */
const sharedNames = 16;
const sharedBytes = 1024;

/** How many roots are named at most, and how many objects are looked at to find them. */
const namedHolders = 5;
const lookedAt = 200_000;

/** Says of what stands right below the top without being a root who holds it together. `rootLabels` are those of `graph.roots`. */
export function nameHolders(top: Trie, graph: RetentionGraph, { table, of }: ObjectLabels, rootLabels: number[]): void {
  const { node, parent } = graph.tree;
  const timers = table.of(timersLabel);
  const label = (number: number): number => {
    const at = node[number]!;
    return at < of.length ? of[at]! : rootLabels[at - of.length]!;
  };
  const shared = new Map<number, number[]>();
  for (let number = 1; number < node.length; number++) {
    if (parent[number] !== 0 || node[number]! >= of.length) continue;
    const same = shared.get(label(number));
    if (same === undefined) shared.set(label(number), [number]);
    else same.push(number);
  }
  [...shared]
    .flatMap(([name, numbers]) => {
      const trie = top.children.get(table.text(name));
      return trie === undefined || trie.label.foreign || trie.retainedBytes < sharedBytes ? [] : [{ trie, numbers }];
    })
    .toSorted((a, b) => b.trie.retainedBytes - a.trie.retainedBytes)
    .slice(0, sharedNames)
    .forEach(({ trie, numbers }) => {
      trie.heldBy = waysDown(graph, numbers, label, timers).map((way) => told(way.map(label)));
    });

  /** Without nameless objects and repetitions. */
  function told(way: number[]): Label[] {
    return way.filter((one, i) => one < table.labels.length && one !== way[i - 1]).map((one) => table.labels[one]!);
  }
}

/**
 * The shortest way from each root to one of the objects, as numbers of the tree, nearest root first. Roots of one name count
 * as one. What is named `rootToo` counts as a root: the scheduler reaches its timers in a handful of ways, of which nobody can change one.
 */
function waysDown(
  graph: RetentionGraph,
  numbers: number[],
  nameOf: (number: number) => number,
  rootToo: number,
): number[][] {
  const { tree, dump } = graph;
  const { rows, targets } = tree.predecessors;
  const objects = dump.objects.word.length;
  /** The next number on the way to the objects. */
  const next = new Map<number, number>(numbers.map((number) => [number, none]));
  const ways = new Map<number, number[]>();
  for (const number of next.keys()) {
    if (ways.size === namedHolders || next.size > lookedAt) break;
    if (nameOf(number) === rootToo) {
      if (!ways.has(rootToo)) ways.set(rootToo, wayDown(number, next));
      continue;
    }
    const isRoot = tree.node[number]! >= objects;
    for (let edge = rows[number]!; edge < rows[number + 1]!; edge++) {
      const above = targets[edge]!;
      if (above !== 0) {
        if (!next.has(above)) next.set(above, number);
      } else if (isRoot && !ways.has(nameOf(number))) ways.set(nameOf(number), wayDown(number, next));
    }
  }
  return [...ways.values()];
}

function wayDown(from: number, next: Map<number, number>): number[] {
  const way: number[] = [];
  for (let number = from; number !== none; number = next.get(number)!) way.push(number);
  return way;
}
