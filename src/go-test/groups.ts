import type { LeftGoroutines } from '../model.ts';
import type { Left } from './left.ts';

/** What a leak is told by in two runs of the same code: the line that started it and the function that it began with. */
export const leakKey = ({ createdBy, stack }: Pick<LeftGoroutines, 'createdBy' | 'stack'>): string =>
  `${createdBy === null ? '' : `${createdBy.file}:${createdBy.line}`} ${stack.at(-1)?.function ?? ''}`;

/** Gathers goroutines that tell the same of one test of a package, most first. */
export function groupLeft(path: string, left: readonly Left[]): LeftGoroutines[] {
  const groups = new Map<string, LeftGoroutines>();
  for (const { goroutine, test, testAt } of left) {
    const { createdBy, stack, state, leaked } = goroutine;
    const key = JSON.stringify([test, createdBy, state, stack]);
    const group = groups.get(key);
    if (group !== undefined) {
      group.count += 1;
      group.proven ||= leaked;
    } else {
      const fresh = { package: path, test, testAt, createdBy, stack, state, count: 1, proven: leaked, alone: null };
      groups.set(key, fresh);
    }
  }
  return [...groups.values()].toSorted((a, b) => b.count - a.count);
}
