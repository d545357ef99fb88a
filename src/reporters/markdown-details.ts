import type { Finding, Metric, Report, RouteLoad } from '../model.ts';
import { code, html, prose, text } from './escape.ts';
import { metricsTable, table } from './markdown-tables.ts';
import { formatCount, formatDuration, formatTime, formatValue } from './numbers.ts';

/** A folded section, or nothing when its body is empty. */
export function details(summary: string, body: string, open = false): string {
  return body === ''
    ? ''
    : `<details${open ? ' open' : ''}><summary>${html(summary)}</summary>\n\n${body}\n\n</details>`;
}

const plural = (count: number, noun: string): string => `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;

/** The rows that the report doesn't open with. */
export function passingSection(
  report: Report,
  passing: Finding[],
  { compared, rows }: { compared: boolean; rows: number },
): string {
  if (passing.length === 0) return '';
  const more = passing.length > rows ? `\n\n… and ${plural(passing.length - rows, 'more metric')}.` : '';
  const gated = passing.every(({ threshold }) => threshold !== null);
  const title = gated
    ? `${plural(passing.length, 'metric')} within ${passing.length === 1 ? 'its gate' : 'their gates'}`
    : plural(passing.length, 'more metric');
  return details(title, metricsTable(report, passing.slice(0, rows), compared) + more);
}

/** Everything measured, gated or not, and the load route by route. */
export function figuresSection(report: Report, rows: number): string {
  const blocks = report.checks.flatMap((check) => {
    const tables = [metricList(check.metrics.slice(0, rows)), routeTable(check.routes.slice(0, rows))].filter(Boolean);
    return tables.length === 0 ? [] : [`**${text(check.title, 80)}**`, ...tables];
  });
  return details('All figures of this run', blocks.join('\n\n'));
}

function metricList(metrics: Metric[]): string {
  const rows = metrics.map(({ title, value, unit }) => [text(title, 80), formatValue(value, unit)]);
  return rows.length === 0 ? '' : table(['Metric', 'Value'], rows, [1]);
}

const ms = (microseconds: number): string => formatValue(microseconds / 1000, 'ms');

function routeTable(routes: RouteLoad[]): string {
  if (routes.length === 0) return '';
  const rows = routes.map(({ label, requests, failed, latencyUs }) => [
    code(label),
    formatCount(requests),
    formatCount(failed),
    ms(latencyUs.p50),
    ms(latencyUs.p95),
    ms(latencyUs.p99),
    ms(latencyUs.max),
  ]);
  return table(['Route', 'Requests', 'Failed', 'p50', 'p95', 'p99', 'max'], rows, [1, 2, 3, 4, 5, 6]);
}

const outcomeWords = { pass: 'passed', fail: 'failed', inconclusive: 'undecided', skipped: 'skipped' } as const;

/** Baseline, checks and remarks: what a reader needs who doubts the verdict. */
export function verdictSection(report: Report): string {
  const { baseline, checks, notes } = report;
  const stored = baseline.stored ? [`- This run was stored as the new baseline of ${code(baseline.branch, 60)}.`] : [];
  const mismatches = baseline.mismatches
    .slice(0, 10)
    .map((mismatch) => `- Not comparable with the baseline: ${prose(mismatch)}`);
  return details(
    'How the verdict was made',
    [
      `- Baseline (${text(baseline.store, 40)}): ${prose(baseline.reason)}`,
      ...mismatches,
      ...checks
        .slice(0, 20)
        .map((check) => `- ${text(check.title, 80)} ${outcomeWords[check.outcome]}: ${prose(check.summary)}`),
      ...stored,
      ...notes.slice(0, 20).map((note) => `- ${prose(note)}`),
    ].join('\n'),
  );
}

export function environmentSection({ environment, phases, service }: Report): string {
  // A run that ended before it looked around knows neither.
  if (environment.cpus === 0) return '';
  const { cpus, cpuModel, os, arch, memoryBytes, goVersion, nodeVersion, runner } = environment;
  const rows = phases
    .slice(0, 30)
    .map(({ name, startedAt, durationMs }) => [text(name, 80), formatTime(startedAt), formatDuration(durationMs)]);
  return details(
    'Where and when it was measured',
    [
      `${code(service.package)} of ${code(service.module)}, built with ${text(goVersion, 40)}; Node ${text(nodeVersion, 40)}.\n`,
      `${plural(cpus, 'CPU')} (${text(cpuModel, 80)}), ${formatValue(memoryBytes, 'bytes')}, ${text(`${os}/${arch}`, 40)}, ${runner === 'local' ? 'a local machine' : 'a workflow runner'}.`,
      ...(rows.length === 0 ? [] : ['', table(['Phase', 'Started', 'Took'], rows, [2])]),
    ].join('\n'),
  );
}
