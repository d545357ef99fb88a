import type { Aggregate, CheckReport, Finding, Lang, Report, Trend } from '../model.ts';
import { sayIn, type Say } from '../words/say.ts';
import { translateTo, type Translate } from '../words/translate.ts';

/** A report whose sentences are in the language of its readers, and what says the rest. */
export interface Told extends Report {
  say: Say;
}

export function told(report: Report): Told {
  const { lang = 'en', baseline, error } = report;
  const into = translateTo(lang);
  return {
    ...report,
    say: sayIn(lang),
    summary: into(report.summary),
    checks: report.checks.map((check) => checkIn(check, into)),
    baseline: { ...baseline, reason: into(baseline.reason), mismatches: baseline.mismatches.map(into) },
    error: error && { ...error, message: into(error.message), hint: error.hint && into(error.hint) },
    phases: report.phases.map((phase) => ({ ...phase, name: into(phase.name) })),
    notes: report.notes.map(into),
  };
}

/** Results of a matrix in the language that all of its legs ask for. Its results are told one by one. */
export interface ToldAggregate extends Aggregate {
  say: Say;
}

export function toldAggregate(aggregate: Aggregate): ToldAggregate {
  const [lang = 'en', ...others] = new Set(aggregate.results.map((report) => report.lang ?? 'en'));
  const spoken = others.length === 0 ? lang : 'en';
  const into = translateTo(spoken);
  return {
    ...aggregate,
    say: sayIn(spoken),
    summary: into(aggregate.summary),
    missing: aggregate.missing.map(({ name, reason }) => ({ name, reason: into(reason) })),
    notes: aggregate.notes.map(into),
  };
}

/** The figures of a branch in the language of their readers. */
export interface ToldTrend extends Trend {
  lang: Lang;
  say: Say;
}

export function toldTrend(trend: Trend, lang: Lang): ToldTrend {
  const into = translateTo(lang);
  return {
    ...trend,
    lang,
    say: sayIn(lang),
    metrics: trend.metrics.map((metric) => ({ ...metric, title: into(metric.title) })),
    points: trend.points.map((point) => ({
      ...point,
      summary: into(point.summary),
      differing: point.differing.map(into),
    })),
  };
}

const checkIn = (check: CheckReport, into: Translate): CheckReport => ({
  ...check,
  title: into(check.title),
  summary: into(check.summary),
  findings: check.findings.map((finding) => findingIn(finding, into)),
  metrics: check.metrics.map((metric) => ({ ...metric, title: into(metric.title) })),
  ...(check.stages && {
    stages: { ...check.stages, rows: check.stages.rows.map((row) => ({ ...row, name: into(row.name) })) },
  }),
});

function findingIn({ facts, flows, ...finding }: Finding, into: Translate): Finding {
  return {
    ...finding,
    metric: into(finding.metric),
    reason: into(finding.reason),
    ...(facts && {
      facts: facts.map((fact) => ({
        ...fact,
        label: into(fact.label),
        text: fact.label === 'said' ? fact.text : into(fact.text),
      })),
    }),
    ...(flows && { flows: flows.map((flow) => ({ ...flow, title: into(flow.title) })) }),
  };
}
