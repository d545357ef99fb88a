import type { StoredBaseline } from '../baseline/index.ts';
import { judgeFigures } from './judge-figures.ts';
import type { CheckReport, Report } from '../model.ts';
import { headline, overall } from '../verdict.ts';
import { version } from '../version.ts';

/** Figures of a run, and its report where that was kept too. */
export interface Compared {
  figures: StoredBaseline;
  report: Report | null;
}

/**
 * Holds one run's figures against another's, by the rules and default limits of a run against its baseline. What depends on
 * the machine is shown and never gates: the two were measured at different times.
 */
export function compareRuns(before: Compared, after: Compared): Report {
  const [then, now] = [before.figures, after.figures];
  const { reports: judged, differing, alone } = judgeFigures(now, then, { apart: true });
  const reports = judged.map((report) => ({ ...report, ...picturesOf(report.name, after) }));
  const verdict = overall(reports);
  return {
    schemaVersion: 1,
    leakgate: version,
    createdAt: now.createdAt,
    verdict,
    summary: headline(reports),
    exitCode: Number(verdict === 'fail'),
    key: now.key,
    service: after.report?.service ?? { package: now.key, module: '' },
    commit: { sha: now.sha, branch: now.branch, baseBranch: null, pullRequest: null },
    links: { repository: after.report?.links.repository ?? null, run: null },
    checks: reports,
    error: null,
    baseline: baselineOf(then, differing),
    environment: now.environment,
    phases: [],
    notes: alone.map((title) => `${title}: the first of the two has no figures of it.`),
  };
}

/** Figures that are kept hold no pictures. */
function picturesOf(check: string, { report }: Compared): Partial<CheckReport> {
  const shown = report?.checks.find(({ name }) => name === check);
  if (shown === undefined) return {};
  const { evidence, timeline, resilience, groups } = shown;
  return {
    ...(evidence && { evidence }),
    ...(timeline && { timeline }),
    ...(resilience && { resilience }),
    ...(groups && { groups }),
  };
}

const baselineOf = (then: StoredBaseline, differing: string[]): Report['baseline'] => ({
  found: true,
  branch: then.branch,
  store: 'comparison',
  sha: then.sha,
  createdAt: then.createdAt,
  reason: `Compared with the run of \`${then.branch}\` at ${then.createdAt.slice(0, 16).replace('T', ' ')} UTC.`,
  mismatches: differing,
  stored: false,
});
