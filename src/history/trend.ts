import { newestFirst, type BaselineEntry, type StoredBaseline } from '../baseline/index.ts';
import { judgeFigures } from './judge-figures.ts';
import type { CheckReport, Metric, Trend, TrendPoint } from '../model.ts';
import { headline, overall } from '../verdict.ts';

/** A page of more can't be read. */
const mostRuns = 500;

/** The newest runs of one branch and service, oldest of them first. */
export const shownEntries = (entries: readonly BaselineEntry[]): BaselineEntry[] =>
  entries.toSorted(newestFirst).slice(0, mostRuns).toReversed();

/** What became of each figure, run by run. `history`: of one branch and service, oldest first; at least one. */
export function trendOf(history: readonly StoredBaseline[], repository: string | null): Trend {
  const metrics = new Map<string, Omit<Metric, 'value'>>();
  const points = history.map((now, at): TrendPoint => {
    const { reports, differing } = judgeFigures(now, history[at - 1] ?? null, { apart: false });
    const all = reports.flatMap((report) => report.metrics);
    for (const { value: _, ...metric } of all) metrics.set(metric.id, metric);
    const { sha, createdAt, accepted = [] } = now;
    return {
      sha,
      createdAt,
      values: Object.fromEntries(all.map(({ id, value }) => [id, rounded(value)])),
      changes: changesOf(reports),
      outcome: overall(reports),
      summary: headline(reports),
      accepted: accepted.map(({ checks, by, reason }) => ({ checks, by, reason })),
      differing,
    };
  });
  const { branch, key } = history.at(-1)!;
  return { branch, key, repository, metrics: [...metrics.values()], points };
}

/** Five digits are more than any of the figures carries, and keep 500 runs small. */
const rounded = (value: number): number => Number(value.toPrecision(5));

function changesOf(reports: readonly CheckReport[]): TrendPoint['changes'] {
  return Object.fromEntries(
    reports
      .flatMap(({ findings }) => findings)
      .flatMap(({ id, delta, interval }) =>
        delta === null || interval === null
          ? []
          : [[id, { delta: rounded(delta), interval: [rounded(interval[0]), rounded(interval[1])] }] as const],
      ),
  );
}
