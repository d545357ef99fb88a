import { none } from './dominators.ts';
import type { RetentionGraph } from './graph.ts';

/** How many roots are named at most, and how many objects are looked at to find them. */
const namedHolders = 5;
const lookedAt = 200_000;

/**
 * Roots that keep objects alive together: the shortest way from each to one of the objects, as numbers of the tree, nearest
 * root first. `numbers` are numbers of the tree; `nameOf` tells which roots count as one.
 */
export function holdersOf(graph: RetentionGraph, numbers: number[], nameOf: (number: number) => number): number[][] {
  const { tree, dump } = graph;
  const { rows, targets } = tree.predecessors;
  const objects = dump.objects.word.length;
  /** The next number on the way to the objects. */
  const next = new Map<number, number>(numbers.map((number) => [number, none]));
  const ways = new Map<number, number[]>();
  for (const number of next.keys()) {
    if (ways.size === namedHolders || next.size > lookedAt) break;
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
