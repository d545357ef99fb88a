import { kinds, type Entry, type Kind } from './manifest.ts';
import type { RunRecord } from './record.ts';

export interface Run {
  entry: Entry;
  run: number;
}

export interface Wanted {
  /** Names; empty means all. */
  only: readonly string[];
  kinds: readonly Kind[];
  runs: number;
  /** Runs of this program count as done, those of others don't. */
  program: string;
}

/**
 * What is left to do, in rounds: the first run of every entry, then the second of every one, so that results are balanced whenever
 * somebody stops.
 * @throws Error when `only` names something that isn't there.
 */
export function rounds(entries: readonly Entry[], records: readonly RunRecord[], wanted: Wanted): Run[][] {
  const unknown = wanted.only.filter((name) => !entries.some((entry) => entry.name === name));
  if (unknown.length > 0) throw new Error(`No entry of the manifest is called ${unknown.join(', ')}.`);
  const chosen = entries
    .filter(({ name, kind }) => (wanted.only.length === 0 || wanted.only.includes(name)) && wanted.kinds.includes(kind))
    .toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
  const done = new Set(
    records.filter(({ program }) => program === wanted.program).map(({ entry, run }) => `${entry} ${run}`),
  );
  return Array.from({ length: wanted.runs }, (_, index) =>
    chosen.map((entry) => ({ entry, run: index + 1 })).filter(({ entry, run }) => !done.has(`${entry.name} ${run}`)),
  ).filter((round) => round.length > 0);
}

/** Seconds of a run of a kind that nobody has measured yet. */
const guess: Record<Kind, number> = { heap: 45, goroutine: 35, fd: 35, healthy: 40, speed: 75, same: 75 };

/** How long the runs will take, one after the other, by what earlier runs of the entry, or of its kind, took. */
export function expectedSeconds(
  runs: readonly Run[],
  records: readonly RunRecord[],
  entries: readonly Entry[],
): number {
  const kindOf = new Map(entries.map(({ name, kind }) => [name, kind]));
  const mean = (some: readonly RunRecord[], otherwise: number): number =>
    some.length === 0 ? otherwise : some.reduce((sum, { seconds }) => sum + seconds, 0) / some.length;
  return runs.reduce((sum, { entry }) => {
    const ofKind = records.filter((record) => kindOf.get(record.entry) === entry.kind);
    const own = records.filter((record) => record.entry === entry.name);
    return sum + mean(own, mean(ofKind, guess[entry.kind]));
  }, 0);
}
