import type { JudgeContext } from './checks/check.ts';
import { checks } from './checks/index.ts';
import { mismatches, type StoredBaseline } from './baseline/index.ts';
import type { CheckReport, Report } from './model.ts';
import { headline, overall } from './verdict.ts';
import { version } from './version.ts';

/** Figures of a run, and its report where that was kept too. */
export interface Compared {
  figures: StoredBaseline;
  report: Report | null;
}

type AnyCheck = (typeof checks)[number];

/** A check without the types of its parts, which its own schemas guarantee to fit together. */
interface PlainCheck {
  apart?: (measurement: unknown) => unknown;
  judge: (
    current: unknown,
    stored: unknown,
    options: unknown,
    context: JudgeContext,
  ) => Omit<CheckReport, 'name' | 'title'>;
}

/**
 * Holds one run's figures against another's, by the rules and default limits of a run against its baseline. What depends on
 * the machine is shown and never gates: the two were measured at different times.
 */
export function compareRuns(before: Compared, after: Compared): Report {
  const [then, now] = [before.figures, after.figures];
  const context: JudgeContext = {
    compare: 'auto',
    knownLeaks: 'fail',
    mismatches: mismatches(then.comparability, now.comparability),
  };
  const notes: string[] = [];
  const reports = checks.flatMap((check) => judged(check, { before, after, context, notes }));
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
    baseline: baselineOf(then, context.mismatches),
    environment: now.environment,
    phases: [],
    notes,
  };
}

interface Judging {
  before: Compared;
  after: Compared;
  context: JudgeContext;
  notes: string[];
}

/** Nothing for a check that the later run hasn't. */
function judged(check: AnyCheck, { before, after, context, notes }: Judging): CheckReport[] {
  const now = measured(check, after.figures);
  if (now === null) return [];
  const then = measured(check, before.figures);
  if (then === null) notes.push(`${check.title}: the first of the two has no figures of it.`);
  const { apart, judge } = check as unknown as PlainCheck;
  const options: unknown = check.options.parse({});
  const report = judge(apart?.(now) ?? now, then, options, context);
  const shown = after.report?.checks.find(({ name }) => name === check.name);
  return [{ name: check.name, title: check.title, ...report, ...picturesOf(shown) }];
}

/** Figures in the shape of another version count as none. */
function measured(check: AnyCheck, { measurements }: StoredBaseline): unknown {
  const parsed = check.measurement.safeParse(measurements[check.name]);
  return parsed.success ? parsed.data : null;
}

/** Figures that are kept hold no pictures. */
function picturesOf(shown: CheckReport | undefined): Partial<CheckReport> {
  if (shown === undefined) return {};
  const { evidence, timeline, groups } = shown;
  return { ...(evidence && { evidence }), ...(timeline && { timeline }), ...(groups && { groups }) };
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
