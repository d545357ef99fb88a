import type { HeapStep } from '../model.ts';
import { growthOfTries, type GrowthNode } from './growth-tree.ts';
import type { Trie } from './trie.ts';

/** As many steps as a reader opens; results are stored with each run. */
const pruning = { most: 300, smallestShare: 0.002, deepest: 12 };

/** The heap beside an earlier look at the same process, as a list: parents stand before their children. */
export function growthSteps(before: Trie, after: Trie): HeapStep[] {
  const steps: HeapStep[] = [];
  const add = (node: GrowthNode, parent: number): void => {
    const at = steps.length;
    const { label, objects, grownObjects, bytes, grownBytes, left } = node;
    steps.push({
      parent,
      text: label.text,
      frame: label.frame,
      objects,
      grownObjects,
      bytes,
      grownBytes,
      ...(left.steps > 0 && { left }),
    });
    for (const child of node.children) add(child, at);
  };
  add(growthOfTries(before, after, pruning), -1);
  return steps;
}

/**
 * The tree of such a list. What has no parent before it is left out; nothing else can be nested deeper than the list is
 * long. Null without a step below the top.
 */
export function growthTreeOf(steps: readonly HeapStep[]): GrowthNode | null {
  const nodes: (GrowthNode & { depth: number })[] = [];
  for (const [at, { parent, text, frame, left, ...figures }] of steps.entries()) {
    const node = {
      label: { text, frame, foreign: false },
      ...figures,
      children: [],
      left: left ?? { steps: 0, bytes: 0, grownBytes: 0 },
      depth: (nodes[parent]?.depth ?? -1) + 1,
    };
    nodes.push(node);
    if (at > 0 && node.depth > 0 && node.depth <= deepest) nodes[parent]!.children.push(node);
  }
  const [top] = nodes;
  return top === undefined || top.children.length === 0 ? null : top;
}

/** Of a result that somebody made by hand: elements that are nested deeper can't be read. */
const deepest = 40;
