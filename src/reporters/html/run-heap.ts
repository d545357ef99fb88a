import { growthTreeOf } from '../../heap/growth-steps.ts';
import type { HeapStep } from '../../model.ts';
import { evidenceOf } from './evidence.ts';
import { walk } from './heap-walk.ts';
import { html, type Markup } from './markup.ts';
import type { Told } from '../told.ts';

/** The heap after the last round, to walk through from its roots down, with no more than `most` steps. */
export function runHeap(report: Told, most: number): Markup {
  const root = growthTreeOf(heaviest(evidenceOf(report)?.heap ?? [], most));
  return root === null ? html`` : walk({ kind: 'retention', say: report.say, root, compared: true, inReport: true });
}

/** Those that hold or changed most, none without those above it. What is left out counts for its parent. */
function heaviest(steps: readonly HeapStep[], most: number): HeapStep[] {
  const weights = steps.map(weight).toSorted((a, b) => b - a);
  const least = weights[most] ?? 0;
  const places = new Map<number, number>();
  const kept: HeapStep[] = [];
  for (const [at, step] of steps.entries()) {
    const above = places.get(step.parent);
    if (at > 0 && (above === undefined || weight(step) < least || kept.length > most)) {
      if (above !== undefined) kept[above] = without(kept[above]!, step);
      continue;
    }
    places.set(at, kept.length);
    kept.push({ ...step, parent: above ?? -1 });
  }
  return kept;
}

const weight = ({ bytes, grownBytes }: HeapStep): number => Math.max(bytes, Math.abs(grownBytes));

function without(step: HeapStep, { bytes, grownBytes }: HeapStep): HeapStep {
  const { left = { steps: 0, bytes: 0, grownBytes: 0 } } = step;
  return {
    ...step,
    left: { steps: left.steps + 1, bytes: left.bytes + bytes, grownBytes: left.grownBytes + grownBytes },
  };
}
