import type { Frame, GoroutineGroup, Snapshot } from '../model.ts';
import { lineKey } from './heap-sites.ts';

/** All goroutines that one `go` statement started with one function, whatever they are doing. */
export interface GoroutineLine {
  key: string;
  /** Null for goroutines that the runtime starts. */
  createdBy: Frame | null;
  /** The function that the `go` statement named. */
  entry: Frame;
  /** Its groups in each look. */
  looks: GoroutineGroup[][];
}

/**
 * Gathers the groups of several looks by creation site: a leaking goroutine may be caught at several lines of its loop, and only their
 * sum grows steadily. The entry function tells apart what a library starts at one line.
 */
export function goroutineLines(looks: readonly Snapshot[]): Map<string, GoroutineLine> {
  const lines = new Map<string, GoroutineLine>();
  for (const [index, { groups }] of looks.entries()) {
    for (const group of groups) {
      const entry = group.stack.at(-1) ?? group.createdBy;
      if (entry === null || entry === undefined) continue;
      const key = `${group.createdBy === null ? '' : lineKey(group.createdBy)} ${entry.function}`;
      const line = lines.get(key) ?? { key, createdBy: group.createdBy, entry, looks: looks.map(() => []) };
      lines.set(key, line);
      line.looks[index]!.push(group);
    }
  }
  return lines;
}

export const counts = (line: GoroutineLine): number[] => line.looks.map((groups) => sum(groups, 'count'));

export const provenCounts = (line: GoroutineLine): number[] => line.looks.map((groups) => sum(groups, 'proven'));

const sum = (groups: GoroutineGroup[], of: 'count' | 'proven'): number =>
  groups.reduce((total, group) => total + group[of], 0);

/** The group that grew most from the first look to the last: where the leaked ones wait. */
export function growingGroup(line: GoroutineLine): GoroutineGroup {
  const first = new Map(line.looks[0]!.map((group) => [group.key, group.count]));
  const growth = (group: GoroutineGroup): number => group.count - (first.get(group.key) ?? 0);
  return line.looks.at(-1)!.toSorted((a, b) => growth(b) - growth(a))[0]!;
}
