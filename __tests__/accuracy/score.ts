import type { Entry } from './manifest.ts';
import type { RunOutcome } from './judge.ts';
import type { RunRecord } from './record.ts';

/** How one entry fared, with the program that ran it last. */
export interface Score<E extends Entry = Entry> {
  entry: E;
  records: RunRecord[];
  counts: Record<RunOutcome, number>;
  /** Runs of other programs, which count for nothing. */
  earlier: RunRecord[];
}

/** Scores of the entries that were run at all, in the manifest's order. Records of entries that are no longer there are left out. */
export const scores = (entries: readonly Entry[], records: readonly RunRecord[]): Score[] =>
  entries.flatMap((entry) => {
    const all = records.filter((record) => record.entry === entry.name);
    const own = ofNewestProgram(all);
    const earlier = all.filter((record) => !own.includes(record));
    return own.length === 0 ? [] : [{ entry, records: own, counts: countOutcomes(own), earlier }];
  });

function ofNewestProgram(records: readonly RunRecord[]): RunRecord[] {
  const newest = records.toSorted((a, b) => a.at.localeCompare(b.at)).at(-1);
  return records.filter(({ program }) => program === newest?.program);
}

function countOutcomes(records: readonly RunRecord[]): Record<RunOutcome, number> {
  const counts = { found: 0, misnamed: 0, missed: 0, quiet: 0, 'false-alarm': 0, undecided: 0, broken: 0 };
  for (const { outcome } of records) counts[outcome]++;
  return counts;
}

export const ofKind = <K extends Entry['kind']>(all: readonly Score[], kind: K): Score<Extract<Entry, { kind: K }>>[] =>
  all.filter((score): score is Score<Extract<Entry, { kind: K }>> => score.entry.kind === kind);

export const sumOf = (some: readonly Score[], ...outcomes: RunOutcome[]): number =>
  some.reduce((sum, { counts }) => sum + outcomes.reduce((part, outcome) => part + counts[outcome], 0), 0);

export const runsOf = (some: readonly Score[]): number => some.reduce((sum, { records }) => sum + records.length, 0);

/** Bytes that stay with each request of the mix, on average. */
export const bytesPerRequest = ({ leak }: Extract<Entry, { kind: 'heap' }>): number => leak.bytes / leak.oneIn;

const nearlyAlways = 0.95;

/** Of the entries that were found in 19 of 20 runs or more, the one with the least of `size`. */
export function smallestFound<E extends Entry>(some: readonly Score<E>[], size: (entry: E) => number): E | undefined {
  const found = some
    .filter(({ counts, records }) => counts.found >= nearlyAlways * records.length)
    .map(({ entry }) => entry);
  return found.toSorted((a, b) => size(a) - size(b))[0];
}

export function medianOf(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? sorted[middle]
    : sorted.length === 0
      ? undefined
      : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
