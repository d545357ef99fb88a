import type { Frame, GoroutineGroup, GroupCounts } from '../model.ts';
import { pointedFrame } from './site.ts';

/**
 * Follows the groups through several looks at one process, oldest first. Groups whose count changed most stand first, then
 * the largest; at most `most` of them.
 */
export function countGroups(looks: readonly (readonly GoroutineGroup[])[], most: number): GroupCounts[] {
  const byKey = looks.map((groups) => new Map(groups.map((group) => [group.key, group])));
  const keys = new Set(byKey.flatMap((groups) => [...groups.keys()]));
  return [...keys]
    .map((key) => byKey.map((groups) => groups.get(key)))
    .map(countsOf)
    .toSorted((a, b) => change(b) - change(a) || b.counts.at(-1)! - a.counts.at(-1)!)
    .slice(0, most);
}

/** One group at each look; undefined where it had no goroutine. */
function countsOf(looks: readonly (GoroutineGroup | undefined)[]): GroupCounts {
  const { createdBy, stack, state } = looks.find((group) => group !== undefined)!;
  const last = looks.at(-1);
  return {
    createdBy,
    entry: stack.at(-1) ?? null,
    waitsAt: pointedFrame(stack) ?? null,
    state,
    counts: looks.map((group) => group?.count ?? 0),
    proven: last?.proven ?? 0,
    ...identities(looks),
    ...(last?.minutes !== undefined && { minutes: last.minutes }),
    stack: ends(stack),
  };
}

/** Frames that a reader looks at, from the innermost one on. */
const shownFrames = 12;

const ends = (stack: readonly Frame[]): Frame[] =>
  stack.length <= shownFrames ? [...stack] : [...stack.slice(0, shownFrames - 1), stack.at(-1)!];

/** What became of single goroutines: their numbers are never given again. */
function identities(looks: readonly (GoroutineGroup | undefined)[]): Pick<GroupCounts, 'lasting' | 'ended'> {
  const numbers = looks.map((group) => (group === undefined ? [] : group.ids));
  if (numbers.includes(undefined)) return { lasting: null, ended: null };
  const sets = numbers.map((ids) => new Set(ids));
  const last = sets.pop()!;
  const earlier = new Set(sets.flatMap((ids) => [...ids]));
  return {
    lasting: [...last].filter((id) => sets.every((ids) => ids.has(id))).length,
    ended: [...earlier].filter((id) => !last.has(id)).length,
  };
}

const change = ({ counts }: GroupCounts): number => Math.abs(counts.at(-1)! - counts[0]!);

/** Grew from the first look to the last and never shrank between: with three looks or more, what leaks do. */
export const growsSteadily = ({ counts }: Pick<GroupCounts, 'counts'>): boolean =>
  counts.length >= 3 &&
  counts.at(-1)! > counts[0]! &&
  counts.every((count, index) => index === 0 || count >= counts[index - 1]!);
