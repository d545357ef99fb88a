/** What one commit turned out to be. `untestable`: it doesn't build, doesn't start, or nobody can tell. */
export type Tried = 'good' | 'bad' | 'untestable';

/** Where a change came in, between a commit that is good and one that is bad. */
export interface Found {
  /** Index of the first commit that is bad. */
  first: number;
  /** Index of the last commit that is good; -1 for the one before them all. */
  lastGood: number;
  /** Indices of untestable commits between the two: any of them may be the first bad one as well. */
  untested: number[];
}

/**
 * Halves `count` commits, oldest first, of which the last is taken to be bad and the one before the first is good. Asks about at most
 * ⌈log2 count⌉ commits, and one more for each that is untestable.
 */
export async function firstBad(count: number, tried: (index: number) => Promise<Tried>): Promise<Found> {
  let lastGood = -1;
  let first = count - 1;
  const untestable = new Set<number>();
  for (;;) {
    const index = nearestMiddle(lastGood, first, untestable);
    if (index === null) break;
    const answer = await tried(index);
    if (answer === 'untestable') untestable.add(index);
    else if (answer === 'good') lastGood = index;
    else first = index;
  }
  const untested = [...untestable].filter((index) => index > lastGood && index < first);
  return { first, lastGood, untested: untested.toSorted((a, b) => a - b) };
}

/** The commit between the two that halves them best, those left out that can't be tested. */
function nearestMiddle(low: number, high: number, left: ReadonlySet<number>): number | null {
  const middle = Math.floor((low + high) / 2);
  for (let away = 0; away < high - low; away++) {
    for (const index of [middle - away, middle + away])
      if (index > low && index < high && !left.has(index)) return index;
  }
  return null;
}
