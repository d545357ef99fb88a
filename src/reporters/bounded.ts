import type { CheckReport, Finding, Report } from '../model.ts';

/** More than any run of ours writes, and little enough to be rendered at once. */
const most = { checks: 40, findings: 400, frames: 60, facts: 40, rows: 200, notes: 100 };

/**
 * The same report with bounded lists and without pictures: for results of jobs that nobody vouches for, and where many
 * results are shown at once.
 */
export function boundedReport(report: Report): Report {
  return {
    ...report,
    checks: report.checks.slice(0, most.checks).map(boundedCheck),
    phases: report.phases.slice(0, most.rows),
    notes: report.notes.slice(0, most.notes),
    baseline: { ...report.baseline, mismatches: report.baseline.mismatches.slice(0, most.notes) },
    error: report.error && { ...report.error, locations: report.error.locations.slice(0, most.rows) },
  };
}

function boundedCheck({ evidence: _e, timeline: _t, resilience: _r, groups: _g, ...check }: CheckReport): CheckReport {
  return {
    ...check,
    findings: check.findings.slice(0, most.findings).map(boundedFinding),
    metrics: check.metrics.slice(0, most.rows),
    routes: check.routes.slice(0, most.rows),
  };
}

function boundedFinding({ site, facts, ...finding }: Finding): Finding {
  return {
    ...finding,
    ...(site !== undefined && { site: { ...site, stack: site.stack.slice(0, most.frames) } }),
    ...(facts !== undefined && { facts: facts.slice(0, most.facts) }),
  };
}
