import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { depthFirst, dominatorTree, none, type Graph } from '../../../src/heap/dominators.ts';

function graphOf(edges: number[][]): Graph {
  const rows = new Uint32Array(edges.length + 1);
  edges.forEach((list, i) => {
    rows[i + 1] = rows[i]! + list.length;
  });
  return { rows, targets: Uint32Array.from(edges.flat()) };
}

/** Immediate dominators by their definition: a node dominates what can't be reached without it. */
function byDefinition(edges: number[][], root: number): Map<number, number> {
  const reach = (without: number): Set<number> => {
    const seen = new Set<number>(without === root ? [] : [root]);
    for (const node of seen) for (const next of edges[node]!) if (next !== without && next !== none) seen.add(next);
    return seen;
  };
  const all = reach(-1);
  const dominators = new Map([...all].map((node) => [node, new Set<number>()]));
  for (const node of all) {
    const left = reach(node);
    for (const other of all) if (other !== node && !left.has(other)) dominators.get(other)!.add(node);
  }
  // The immediate one is dominated by all others.
  return new Map(
    [...all]
      .filter((node) => node !== root)
      .map((node) => {
        const over = [...dominators.get(node)!];
        return [node, over.find((one) => dominators.get(one)!.size === over.length - 1)!];
      }),
  );
}

function computed(edges: number[][], root: number): Map<number, number> {
  const { node, parent } = dominatorTree(graphOf(edges), root);
  return new Map(Array.from(node, (one, i) => [one, node[parent[i]!]!] as const).slice(1));
}

const sorted = (map: Map<number, number>): [number, number][] => [...map].toSorted(([a], [b]) => a - b);

describe('dominator tree', () => {
  test('of a diamond, the fork dominates the join', () => {
    expect(sorted(computed([[1, 2], [3], [3], []], 0))).toEqual([
      [1, 0],
      [2, 0],
      [3, 0],
    ]);
  });

  test('edges that lead nowhere and nodes out of reach are left out', () => {
    expect(sorted(computed([[1, none], [], [0]], 0))).toEqual([[1, 0]]);
  });

  test('a list of 300,000 links needs no stack', () => {
    const long = Array.from({ length: 300_000 }, (_, i) => (i + 1 < 300_000 ? [i + 1] : []));
    const { parent } = dominatorTree(graphOf(long), 0);
    expect(parent.at(-1)).toBe(299_998);
  });

  test('of random graphs is what the definition says', () => {
    const graphs = fc.integer({ min: 1, max: 24 }).chain((nodes) =>
      fc.array(fc.array(fc.integer({ min: 0, max: nodes - 1 }), { maxLength: 4 }), {
        minLength: nodes,
        maxLength: nodes,
      }),
    );
    fc.assert(
      fc.property(graphs, (edges) => {
        expect(sorted(computed(edges, 0))).toEqual(sorted(byDefinition(edges, 0)));
      }),
      { numRuns: 500 },
    );
  });

  test('a parent is numbered before its children', () => {
    const graphs = fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 5 }), {
      minLength: 10,
      maxLength: 10,
    });
    fc.assert(
      fc.property(graphs, (edges) => {
        const { parent } = dominatorTree(graphOf(edges), 0);
        for (let i = 1; i < parent.length; i++) expect(parent[i]!).toBeLessThan(i);
      }),
    );
  });
});

test('the walk numbers each reachable node once', () => {
  const { node, number } = depthFirst(graphOf([[1, 2], [2], [0], [0]]), 0);
  expect([...node].toSorted()).toEqual([0, 1, 2]);
  expect(number[3]).toBe(none);
});
