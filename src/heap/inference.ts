import { none } from './dominators.ts';
import type { RetentionGraph } from './graph.ts';
import { withItsHolder, type ObjectLabels } from './object-labels.ts';
import { PairTable } from './pair-table.ts';

/**
 * Names the objects of one level of the tree that the profile didn't sample: each takes the commonest name among its siblings
 * of equal size that point to objects of equal sizes. Where there is no such sibling it stays nameless.
 * `level` holds numbers of the tree, `place` the step of each number above.
 */
export type NameSiblings = (level: Uint32Array, place: Uint32Array) => void;

export function siblingNamer(graph: RetentionGraph, { table, of, probe }: ObjectLabels): NameSiblings {
  const { tree, dump } = graph;
  const objects = dump.objects.word.length;
  // Closures tell what they are by themselves: who doesn't isn't one.
  const closure = table.flags(/^closure /);
  const kinds = new PairTable();
  const votes = new PairTable();
  const votesFor: number[] = [];
  const winner: number[] = [];
  const most: number[] = [];
  const vote = (kind: number, label: number): void => {
    const ballot = votes.of(kind, label);
    const many = (votesFor[ballot] ?? 0) + 1;
    votesFor[ballot] = many;
    if (many <= (most[kind] ?? 0)) return;
    most[kind] = many;
    winner[kind] = label;
  };
  return (level, place) => {
    if (!level.some((number) => tree.node[number]! < objects && of[tree.node[number]!] === none)) return;
    [kinds, votes].forEach((pairs) => pairs.clear());
    [votesFor, winner, most].forEach((list) => (list.length = 0));
    for (const number of level) {
      const node = tree.node[number]!;
      const label = node < objects ? of[node]! : none;
      if (label >= withItsHolder || label === probe || closure[label] === 1) continue;
      vote(kinds.of(place[tree.parent[number]!]!, shape(graph, node)), label);
    }
    if (kinds.size === 0) return;
    for (const number of level) {
      const node = tree.node[number]!;
      if (node >= objects || of[node] !== none) continue;
      const kind = kinds.find(place[tree.parent[number]!]!, shape(graph, node));
      if (kind !== none) of[node] = winner[kind]!;
    }
  };
}

/** Size of an object and of the first six that it points to. */
function shape({ edges, dump }: RetentionGraph, node: number): number {
  const { words } = dump.objects;
  let pointees = 0;
  const end = Math.min(edges.rows[node + 1]!, edges.rows[node]! + 6);
  for (let edge = edges.rows[node]!; edge < end; edge++) {
    const target = edges.targets[edge]!;
    pointees = (Math.imul(pointees, 31) + (target < words.length ? words[target]! : 0) + 1) & 0xffff;
  }
  return Math.min(words[node]!, 0xfff) * 0x10000 + pointees;
}
