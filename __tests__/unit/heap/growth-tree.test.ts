import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { growthTree, type GrowthNode } from '../../../src/heap/growth-tree.ts';
import { profile, retention } from './snapshots.ts';
import type { Short } from './tries.ts';

const all = { most: 1000, smallestShare: 0, deepest: 10 };
const shape = ({ label, bytes, grownBytes, children }: GrowthNode): unknown[] => [
  label.text,
  bytes,
  grownBytes,
  ...children.map(shape),
];
const nodesOf = (node: GrowthNode): GrowthNode[] => node.children.flatMap((child) => [child, ...nodesOf(child)]);

describe('the tree of a heap', () => {
  const before = retention([
    ['main.cache', 0, 0, ['main.put main.go:3', 2, 200]],
    ['main.gone', 0, 70],
  ]);
  const after = retention([
    ['main.cache', 0, 0, ['main.put main.go:3', 7, 700]],
    ['main.new', 0, 50],
  ]);

  test('has what grew, what is new and what is gone, most growth first', () => {
    const root = growthTree(before, after, all);
    expect(root.children.map(shape)).toEqual([
      ['main.cache', 700, 500, ['main.put main.go:3', 700, 500]],
      ['main.new', 50, 50],
      ['main.gone', 0, -70],
    ]);
    expect(root.children[0]!.children[0]).toMatchObject({ objects: 7, grownObjects: 5 });
  });

  test('of one snapshot has its contents, heaviest first', () => {
    expect(growthTree(null, after, all).children.map(shape)).toEqual([
      ['main.cache', 700, 700, ['main.put main.go:3', 700, 700]],
      ['main.new', 50, 50],
    ]);
  });

  test('of a profile goes from each site to its callers, which share what they call', () => {
    const given = profile({ 'main.put': [3000, 3], 'main.get': [500, 5] });
    expect(growthTree(null, given, all).children.map(shape)).toEqual([
      ['main.put main.go:1', 3000, 3000, ['main.main main.go:99', 3000, 3000]],
      ['main.get main.go:2', 500, 500, ['main.main main.go:99', 500, 500]],
    ]);
  });

  test('counts what is left out', () => {
    const given = retention([
      ...Array.from({ length: 9 }, (_, i): Short => [`main.v${i}`, 0, 10]),
      ['main.big', 0, 910],
    ]);
    const { children, left } = growthTree(null, given, { ...all, smallestShare: 0.05 });
    expect([children.map(({ bytes }) => bytes), left]).toEqual([[910], { steps: 9, bytes: 90, grownBytes: 90 }]);
  });

  test('ends at the deepest step', () => {
    const deep = Array.from({ length: 14 }).reduce<Short>(
      (below, _, i) => [`main.d${i}`, 1, 10, below],
      ['main.end', 1, 10],
    );
    const nodes = nodesOf(growthTree(null, retention([deep]), { ...all, deepest: 10 }));
    expect(nodes).toHaveLength(10);
    expect(nodes.at(-1)!.left.steps).toBe(1);
  });

  test('refuses two kinds', () => {
    expect(() => growthTree(profile({}), after, all)).toThrow(RangeError);
  });
});

test('however much is pruned, each step is the sum of what it shows, what it leaves out and what it is itself', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const { tries } = fc.letrec<{ tries: Short[] }>((tie) => ({
    tries: fc.uniqueArray(
      fc
        .tuple(name, fc.nat(5), fc.nat(1000), fc.oneof({ maxDepth: 4 }, fc.constant<Short[]>([]), tie('tries')))
        .map(([text, objects, bytes, below]): Short => [`main.${text}`, objects, bytes, ...below]),
      { selector: ([text]) => text, maxLength: 4 },
    ),
  }));
  const pruning = fc.record({
    most: fc.integer({ min: 1, max: 30 }),
    smallestShare: fc.constantFrom(0, 0.01, 0.2),
    deepest: fc.integer({ min: 1, max: 6 }),
  });
  fc.assert(
    fc.property(tries, tries, pruning, (was, is, given) => {
      const [before, after] = [retention(was), retention(is)];
      const root = growthTree(before, after, given);
      expect(nodesOf(root).length).toBeLessThanOrEqual(given.most);
      expect(root.grownBytes).toBe(after.trie.retainedBytes - before.trie.retainedBytes);
      const sum = (list: GrowthNode[], key: 'bytes' | 'grownBytes'): number => list.reduce((s, one) => s + one[key], 0);
      expect(sum(root.children, 'bytes') + root.left.bytes).toBe(root.bytes);
      expect(sum(root.children, 'grownBytes') + root.left.grownBytes).toBe(root.grownBytes);
      for (const node of nodesOf(root))
        expect(sum(node.children, 'bytes') + node.left.bytes).toBeLessThanOrEqual(node.bytes);
    }),
  );
});
