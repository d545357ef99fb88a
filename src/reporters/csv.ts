import type { Report } from '../model.ts';

const head = [
  'service',
  'commit',
  'branch',
  'check',
  'id',
  'title',
  'unit',
  'value',
  'before',
  'change',
  'threshold',
  'outcome',
];

type Cell = string | number | null | undefined;

/** One row for each figure and each finding, for spreadsheets and scripts. */
export function csv(report: Report): string {
  const start = [report.key, report.commit.sha, report.commit.branch];
  const rows = report.checks.flatMap(({ name, metrics, findings }): Cell[][] => [
    ...metrics.map(({ id, title, unit, value }) => [...start, name, id, title, unit, value, null, null, null, null]),
    ...findings.map(({ id, metric, unit, after, before, delta, threshold, outcome }) => [
      ...start,
      name,
      id,
      metric,
      unit,
      after,
      before,
      delta,
      threshold?.value,
      outcome,
    ]),
  ]);
  return [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** Spreadsheets run texts that start like a formula; an apostrophe before it is how they write text. */
export function cell(value: Cell): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
