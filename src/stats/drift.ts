import { median } from './quantiles.ts';

/** A commit and how much worse it was than the one it was measured beside: a log ratio, positive is worse. */
export interface Step {
  sha: string;
  /** Null where it was measured beside nothing. */
  base: string | null;
  change: number;
}

/** How a commit stands to the first of its chain: the sum of the log ratios between them. */
export interface Level {
  sha: string;
  level: number;
}

/** Fewer commits on a side could be those with a lucky layout of their code. */
const leastOnEachSide = 4;

/**
 * Chains paired log ratios to levels, oldest first. A step whose base isn't among those before it begins a new chain, and what
 * was before it is left out: nobody knows how the two compare.
 */
export function levelsOf(steps: readonly Step[]): Level[] {
  let levels: Level[] = [];
  for (const { sha, base, change } of steps) {
    const before = levels.findLast((one) => one.sha === base);
    if (before === undefined) levels = [{ sha, level: 0 }];
    else levels.push({ sha, level: before.level + change });
  }
  return levels;
}

/** A lasting change in a chain of commits. */
export interface LevelShift {
  /** The commit of the older part that is most like the others there: what to measure the newest against. */
  anchor: string;
  /** Between the medians of both parts; positive is worse. */
  shift: number;
  /** Commits since the anchor. */
  commits: number;
}

/**
 * The split of the chain between whose parts the medians differ most for the worse. Medians, since a single commit's code may lie
 * luckily in memory and cost some per cent less than its neighbours without any reason of its own. Null for a short chain.
 */
export function worstShift(levels: readonly Level[]): LevelShift | null {
  let worst: LevelShift | null = null;
  for (let at = leastOnEachSide; at <= levels.length - leastOnEachSide; at++) {
    const older = levels.slice(0, at);
    const middle = median(older.map(({ level }) => level));
    const shift = median(levels.slice(at).map(({ level }) => level)) - middle;
    if (worst !== null && shift <= worst.shift) continue;
    const anchor = older.reduce((a, b) => (Math.abs(b.level - middle) < Math.abs(a.level - middle) ? b : a));
    worst = { anchor: anchor.sha, shift, commits: levels.length - 1 - levels.indexOf(anchor) };
  }
  return worst;
}
