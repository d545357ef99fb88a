import type { CheckReport, Finding, Metric, RouteLoad } from '../model.ts';
import type { Say } from '../words/say.ts';
import { code, html, prose, text } from './escape.ts';
import { loadText } from './load-text.ts';
import { metricsTable, table } from './markdown-tables.ts';
import { formatCount, formatDuration, formatTime, formatValue } from './numbers.ts';
import { outcomeWords } from './story.ts';
import type { Told } from './told.ts';

/** A folded section, or nothing when its body is empty. */
export function details(summary: string, body: string, open = false): string {
  return body === ''
    ? ''
    : `<details${open ? ' open' : ''}><summary>${html(summary)}</summary>\n\n${body}\n\n</details>`;
}

/** The rows that the report doesn't open with. */
export function passingSection(
  report: Told,
  passing: Finding[],
  { compared, rows }: { compared: boolean; rows: number },
): string {
  if (passing.length === 0) return '';
  const { say } = report;
  const hidden = passing.length - rows;
  const more = hidden > 0 ? `\n\n${say('… and {n} more.', { n: formatCount(hidden) })}` : '';
  const gated = passing.every(({ threshold }) => threshold !== null);
  const one = passing.length === 1;
  const title = say(
    gated
      ? one
        ? '{n} metric within its gate'
        : '{n} metrics within their gates'
      : one
        ? '{n} more metric'
        : '{n} more metrics',
    { n: formatCount(passing.length) },
  );
  return details(title, metricsTable(report, passing.slice(0, rows), compared) + more);
}

/** Everything measured, gated or not, and the load route by route. */
export function figuresSection(report: Told, rows: number): string {
  const { say } = report;
  const blocks = report.checks.flatMap((check) => {
    const sent = check.load === undefined ? '' : text(loadText(check.load, say), 600);
    const tables = [
      metricList(check.metrics.slice(0, rows), say),
      sent,
      routeTable(check.routes.slice(0, rows), say),
    ].filter(Boolean);
    return tables.length === 0 ? [] : [`**${text(check.title, 80)}**`, ...tables];
  });
  return details(say('All figures of this run'), blocks.join('\n\n'));
}

function metricList(metrics: Metric[], say: Say): string {
  const rows = metrics.map(({ title, value, unit }) => [text(title, 80), formatValue(value, unit)]);
  return rows.length === 0 ? '' : table([say('Metric'), say('Value')], rows, [1]);
}

const ms = (microseconds: number): string => formatValue(microseconds / 1000, 'ms');

function routeTable(routes: RouteLoad[], say: Say): string {
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
  return table(
    [say('Route'), say('Requests'), say('Failed'), 'p50', 'p95', 'p99', say('max')],
    rows,
    [1, 2, 3, 4, 5, 6],
  );
}

/** Baseline, checks and remarks: what a reader needs who doubts the verdict. */
export function verdictSection(report: Told): string {
  const { baseline, checks, notes, say } = report;
  const stored = baseline.stored
    ? [`- ${say('This run was stored as the new baseline of {branch}.', { branch: code(baseline.branch, 60) })}`]
    : [];
  const mismatches = baseline.mismatches
    .slice(0, 10)
    .map((mismatch) => `- ${say('Not comparable with the baseline: {why}', { why: prose(mismatch) })}`);
  return details(
    say('How the verdict was made'),
    [
      `- ${say('Baseline ({store}): {reason}', { store: text(baseline.store, 40), reason: prose(baseline.reason) })}`,
      ...mismatches,
      ...checks.slice(0, 20).map((check) => `- ${answered(check, say)}`),
      ...stored,
      ...notes.slice(0, 20).map((note) => `- ${prose(note)}`),
    ].join('\n'),
  );
}

function answered({ title, outcome, summary }: CheckReport, say: Say): string {
  const parts = { check: text(title, 80), answer: say(outcomeWords[outcome]), summary: prose(summary) };
  return say('{check} {answer}: {summary}', parts);
}

export function environmentSection({ environment, phases, service, say }: Told): string {
  // A run that ended before it looked around knows neither.
  if (environment.cpus === 0) return '';
  const { cpus, cpuModel, os, arch, memoryBytes, goVersion, nodeVersion, runner } = environment;
  const rows = phases
    .slice(0, 30)
    .map(({ name, startedAt, durationMs }) => [text(name, 80), formatTime(startedAt), formatDuration(durationMs)]);
  return details(
    say('Where and when it was measured'),
    [
      `${say('{package} of {module}, built with {go}; Node {node}.', {
        package: code(service.package),
        module: code(service.module),
        go: text(goVersion, 40),
        node: text(nodeVersion, 40),
      })}\n`,
      say(
        cpus === 1
          ? '{n} CPU ({model}), {memory}, {system}, {runner}.'
          : '{n} CPUs ({model}), {memory}, {system}, {runner}.',
        {
          n: formatCount(cpus),
          model: text(cpuModel, 80),
          memory: formatValue(memoryBytes, 'bytes'),
          system: text(`${os}/${arch}`, 40),
          runner: say(runner === 'local' ? 'a local machine' : 'a workflow runner'),
        },
      ),
      ...(rows.length === 0 ? [] : ['', table([say('Phase'), say('Started'), say('Took')], rows, [2])]),
    ].join('\n'),
  );
}
