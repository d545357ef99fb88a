import type { GrownWay } from '../model.ts';
import { grown, pairChildren, type Pair } from './pairing.ts';
import type { Trie } from './trie.ts';

/** Lighter ways than these explain nothing beside the heavier ones. */
const mostWays = 300;

/**
 * Every step that holds more itself than it did, each with the way down to it: the whole difference of two tries, where `growth`
 * tells the heaviest branch of each root. Heaviest first; what belongs to the runtime or the probe is left out.
 */
export function grownWays(before: Trie, after: Trie): GrownWay[] {
  const ways: GrownWay[] = [];
  const walk = (pair: Pair, above: GrownWay['steps']): void => {
    const [was, is] = pair;
    const steps = [...above, { text: is.label.text, objects: is.objects - (was?.objects ?? 0) }];
    const bytes = is.bytes - (was?.bytes ?? 0);
    if (bytes > 0) ways.push({ steps, frame: is.label.frame, bytes });
    for (const child of pairChildren(was, is)) if (grown(child) > 0) walk(child, steps);
  };
  for (const root of pairChildren(before, after)) if (grown(root) > 0 && !root[1].label.foreign) walk(root, []);
  return ways.toSorted((a, b) => b.bytes - a.bytes).slice(0, mostWays);
}
