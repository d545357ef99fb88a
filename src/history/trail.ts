import { createHash } from 'node:crypto';
import type { StoredBaseline, TrailStep } from '../baseline/index.ts';
import { heapMeasurement } from '../checks/heap-measurement.ts';
import { qpsMeasurement } from '../checks/speed-measurement.ts';
import { hodgesLehmann } from '../stats/wilcoxon.ts';

/** Some months of merges. A step is about 200 bytes. */
const longest = 60;
/** With fewer windows a step says nothing. */
const fewestWindows = 8;

interface Now {
  sha: string;
  measurements: Record<string, unknown>;
  comparability: Record<string, string>;
  /** Nothing was measured, since the binary is that of the baseline's commit. */
  identical: boolean;
  /** Checks whose change somebody accepted. */
  accepted: readonly string[];
}

/**
 * How a branch came to its figures, commit by commit, carried along from baseline to baseline: so that one look at the newest
 * tells of all, in every store.
 */
export function trailOf(stored: StoredBaseline | null, now: Now): TrailStep[] {
  const before = (stored?.trail ?? []).filter(({ sha }) => sha !== now.sha);
  const ratios = now.identical && stored !== null ? { base: stored.sha, changes: {} } : ratiosOf(now.measurements);
  const step: TrailStep = {
    sha: now.sha,
    ...ratios,
    counts: countsOf(now.measurements),
    conditions: conditionsOf(now.comparability),
    ...(now.accepted.length > 0 && { accepted: [...now.accepted] }),
  };
  return [...before, step].slice(-longest);
}

/** Log ratios of the pair by series. A series that is missing changed by nothing, where there is a base at all. */
function ratiosOf({ qps }: Record<string, unknown>): Pick<TrailStep, 'base' | 'changes'> {
  const parsed = qpsMeasurement.shape.pair.safeParse((qps as { pair?: unknown } | undefined)?.pair);
  if (!parsed.success || parsed.data.kind === 'unavailable') return { changes: {} };
  if (parsed.data.kind === 'identical') return { base: parsed.data.baseSha, changes: {} };
  const { baseSha, ratios } = parsed.data;
  const changes = Object.entries(ratios).flatMap(([series, windows]): [string, number][] => {
    const values = windows.filter((value) => value !== null);
    return values.length < fewestWindows ? [] : [[series, rounded(hodgesLehmann(values).estimate)]];
  });
  return { base: baseSha, changes: Object.fromEntries(changes) };
}

/** Counts per request that don't depend on the machine. */
export function countsOf(measurements: Record<string, unknown>): Record<string, number> {
  const counts = heapMeasurement
    .pick({ mallocsPerRequest: true, allocatedBytesPerRequest: true })
    .safeParse(measurements['heap-leak']);
  return counts.success ? counts.data : {};
}

/** Counts of other conditions aren't compared. */
export function conditionsOf(comparability: Record<string, string>): string {
  const sorted = Object.entries(comparability).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, 12);
}

const rounded = (value: number): number => Number(value.toFixed(5));

/** The steps from the last one on whose change in that check somebody accepted: its level is the new normal. */
export function sinceAccepted(trail: readonly TrailStep[], check: string): readonly TrailStep[] {
  const last = trail.findLastIndex(({ accepted = [] }) => accepted.includes(check) || accepted.includes('all'));
  return last === -1 ? trail : trail.slice(last);
}
