import { displayName } from './names.ts';
import type { StoredBaseline } from './schema.ts';
import type { BaselineEntry } from './store.ts';

/** A pull request builds on a commit of the last weeks; the oldest that is kept is also what drift is measured from. */
const mostEntries = 24;

/** Of one branch and key, as they are stored. */
const mostBytes = 1_000_000;

/**
 * The time that orders the baselines of a branch: of the commit, so that the re-run of an old commit stays old; but never
 * later than the measurement, since a commit may come from a machine whose clock is ahead.
 */
export function orderedAt({ committedAt, createdAt }: Pick<StoredBaseline, 'committedAt' | 'createdAt'>): string {
  const measuredMs = Date.parse(createdAt);
  const atMs = committedAt === undefined ? measuredMs : Math.min(Date.parse(committedAt), measuredMs);
  return new Date(Math.floor(atMs / 1000) * 1000).toISOString();
}

/** The name that a baseline goes by, for stores that keep names and figures apart. */
export function entryOf(baseline: StoredBaseline, id: string): BaselineEntry {
  const { branch, key, sha } = baseline;
  return { id, branch, key, sha, at: orderedAt(baseline) };
}

/** Newest first; of two at the same second the same one everywhere. */
export const newestFirst = (a: BaselineEntry, b: BaselineEntry): number =>
  Date.parse(b.at) - Date.parse(a.at) || (a.sha < b.sha ? -1 : Number(a.sha > b.sha));

/**
 * Which baselines of one branch and key must go: all but the newest 24, or fewer where `storedBytes`, the size of each, is
 * so large that they would exceed a megabyte together.
 */
export function surplus(entries: readonly BaselineEntry[], storedBytes: number): BaselineEntry[] {
  const kept = Math.max(1, Math.min(mostEntries, Math.floor(mostBytes / Math.max(1, storedBytes))));
  return entries.toSorted(newestFirst).slice(kept);
}

/** A branch that got no baseline for so long is gone, or nobody works on it. */
const abandonedAfterMs = 180 * 24 * 3_600_000;

/** The baselines of branches that got none for half a year, or for `afterMs`. Those of `kept` branches stay whatever their age. */
export function abandoned(
  entries: readonly BaselineEntry[],
  kept: readonly string[],
  { nowMs, afterMs = abandonedAfterMs }: { nowMs: number; afterMs?: number },
): BaselineEntry[] {
  const lastMs = new Map<string, number>();
  for (const { branch, at } of entries) lastMs.set(branch, Math.max(lastMs.get(branch) ?? 0, Date.parse(at)));
  const stay = new Set(kept.map(displayName));
  return entries.filter(({ branch }) => !stay.has(branch) && nowMs - lastMs.get(branch)! > afterMs);
}
