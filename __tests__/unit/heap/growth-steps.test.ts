import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { growthSteps, growthTreeOf } from '../../../src/heap/growth-steps.ts';
import type { GrowthNode } from '../../../src/heap/growth-tree.ts';
import type { HeapStep } from '../../../src/model.ts';
import { retention } from './snapshots.ts';

const before = retention([
  ['main.cache', 0, 0, ['main.put main.go:3', 2, 200]],
  ['main.gone', 0, 70],
]).trie;
const after = retention([
  ['main.cache', 0, 0, ['main.put main.go:3', 7, 700]],
  ['main.new', 0, 50],
]).trie;

const flat = ({ parent, text, bytes, grownBytes }: HeapStep): unknown[] => [parent, text, bytes, grownBytes];
const shape = ({ label, bytes, grownBytes, children }: GrowthNode): unknown[] => [
  label.text,
  bytes,
  grownBytes,
  ...children.map(shape),
];
const depthOf = ({ children }: GrowthNode): number => 1 + Math.max(0, ...children.map(depthOf));

describe('a heap as a list of steps', () => {
  const steps = growthSteps(before, after);

  test('parents stand before their children', () => {
    expect(steps.slice(1).map(flat)).toEqual([
      [0, 'main.cache', 700, 500],
      [1, 'main.put main.go:3', 700, 500],
      [0, 'main.new', 50, 50],
      [0, 'main.gone', 0, -70],
    ]);
    expect(steps[0]).toMatchObject({ parent: -1, bytes: 750 });
  });

  test('becomes the same tree again', () => {
    expect(growthTreeOf(steps)!.children.map(shape)).toEqual([
      ['main.cache', 700, 500, ['main.put main.go:3', 700, 500]],
      ['main.new', 50, 50],
      ['main.gone', 0, -70],
    ]);
  });

  test('nothing below the top is nothing to show', () => {
    expect(growthTreeOf([])).toBeNull();
    expect(growthTreeOf(steps.slice(0, 1))).toBeNull();
  });

  test('a list that somebody made by hand has no circles and no endless depths', () => {
    const step = (parent: number): HeapStep => ({
      parent,
      text: 'x',
      frame: null,
      objects: 1,
      grownObjects: 1,
      bytes: 1,
      grownBytes: 1,
    });
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.integer(), fc.nat(60), fc.double()), { maxLength: 200 }), (parents) => {
        const tree = growthTreeOf(parents.map(step));
        if (tree !== null) expect(depthOf(tree)).toBeLessThanOrEqual(41);
      }),
    );
    expect(depthOf(growthTreeOf(Array.from({ length: 5000 }, (_, at) => step(at - 1)))!)).toBe(41);
  });
});
