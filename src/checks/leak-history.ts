import type { RetainedChain } from '../model.ts';
import type { HeapMeasurement } from './heap-measurement.ts';
import type { HeapLeak } from './leak-schema.ts';
import { above, rootOf, stepName } from './retained-paths.ts';

/** What the baseline knows of a leak. */
export interface History {
  /** The rate there: 0 when it doesn't leak there, null without a baseline. */
  before: number | null;
  /** Paths that keep some of it alive and that the baseline doesn't have, although it knows the line. Fastest first. */
  newPaths: NonNullable<HeapLeak['paths']>;
  /** The baseline's leak that this one is, at another line. */
  movedFrom: HeapLeak | null;
}

/** Sampling names a few objects after the wrong line: less than this share of a leak on a path of its own says nothing. */
const strangeShare = 0.1;
/** Two measurements of one leak differ by less. */
const sameWithin = 0.1;

/**
 * Compares a leak with the baseline, by its line and by what keeps it alive: a known line that leaks along a path that the baseline
 * doesn't have leaks anew, and a leak whose path is known is known although its line was moved or rewritten.
 * Figures of a Leakgate that stored no paths are compared by line alone.
 */
export function historyOf(leak: HeapLeak, current: HeapMeasurement, baseline: HeapMeasurement | null): History {
  if (baseline === null) return { before: null, newPaths: [], movedFrom: null };
  const known = baseline.leaks.find(({ id }) => id === leak.id);
  if (known !== undefined) {
    return { before: known.bytesPerRequest, newPaths: newPaths(leak, known, baseline), movedFrom: null };
  }
  const moved = movedLeak(leak, current, baseline);
  return { before: moved?.before ?? 0, newPaths: [], movedFrom: moved?.from ?? null };
}

function newPaths(leak: HeapLeak, known: HeapLeak, { retained = {} }: HeapMeasurement): History['newPaths'] {
  // A line that no path led to in the baseline may have had any.
  if ((known.paths ?? []).length === 0) return [];
  return (leak.paths ?? []).filter(
    ({ path, bytesPerRequest }) =>
      !Object.hasOwn(retained, path) && bytesPerRequest >= strangeShare * leak.bytesPerRequest,
  );
}

/**
 * The leak of the baseline that is no longer at its line and was kept alive in the same way. In the same function its path is the
 * same; in another function, what is kept below the same steps must also be as large and as frequent.
 */
function movedLeak(
  leak: HeapLeak,
  current: HeapMeasurement,
  baseline: HeapMeasurement,
): { from: HeapLeak; before: number } | null {
  const gone = missingIn(current, baseline.leaks);
  const added = missingIn(baseline, current.leaks);
  for (const alike of [samePath, sameObjects]) {
    const from = gone.filter((one) => alike(one, leak));
    if (from.length === 0) continue;
    // Several lines in place of one share its rate: together they must not be faster.
    const before = sum(from) * (leak.bytesPerRequest / sum(added.filter((one) => alike(one, from[0]!))));
    return { from: from[0]!, before };
  }
  return null;
}

const missingIn = ({ leaks }: HeapMeasurement, among: readonly HeapLeak[]): HeapLeak[] =>
  among.filter(({ id }) => !leaks.some((other) => other.id === id));

const sum = (leaks: readonly HeapLeak[]): number =>
  leaks.reduce((total, { bytesPerRequest }) => total + bytesPerRequest, 0);

const heaviestPath = ({ paths = [] }: HeapLeak): string | undefined => paths[0]?.path;

function samePath(one: HeapLeak, other: HeapLeak): boolean {
  const path = heaviestPath(one);
  return path !== undefined && path === heaviestPath(other) && one.site.function === other.site.function;
}

function sameObjects(one: HeapLeak, other: HeapLeak): boolean {
  const [path, otherPath] = [heaviestPath(one), heaviestPath(other)];
  return (
    path !== undefined &&
    otherPath !== undefined &&
    above(path) !== '' &&
    above(path) === above(otherPath) &&
    alike(one.bytesPerRequest, other.bytesPerRequest) &&
    alike(one.objectsPerRequest, other.objectsPerRequest)
  );
}

const alike = (one: number, other: number): boolean => Math.abs(one - other) <= sameWithin * Math.max(one, other);

/** Does the baseline grow along all that hangs on the chain's root, but for a share that says nothing? Null where it can't be told. */
export function isKnownChain(
  chain: RetainedChain,
  current: HeapMeasurement,
  baseline: HeapMeasurement | null,
): boolean | null {
  if (baseline?.retained === undefined || current.retained === undefined) return null;
  const root = stepName(chain.root);
  const paths = Object.entries(current.retained).filter(([path]) => rootOf(path) === root);
  const rate = (of: typeof paths): number => of.reduce((total, [, bytes]) => total + bytes, 0);
  if (paths.length === 0) return null;
  const strange = paths.filter(([path]) => !Object.hasOwn(baseline.retained!, path));
  return rate(strange) < strangeShare * rate(paths);
}
