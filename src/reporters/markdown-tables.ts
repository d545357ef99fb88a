import type { Finding, Report } from '../model.ts';
import { code, prose, text } from './escape.ts';
import { figuresOf, growthOf, isFromAnotherTime } from './figures.ts';
import { factLines, isOwn, placeLink } from './links.ts';
import { iconOf, isLine, shortFunction, shortSha } from './story.ts';

const noBreakSpace = '\u00a0';

const row = (cells: string[]): string => `| ${cells.join(' | ')} |`;

/** A GFM table. Cells are Markdown already; `right` names the columns of numbers. */
export function table(head: string[], rows: string[][], right: number[] = []): string {
  const rule = head.map((_, column) => (right.includes(column) ? '--:' : '---'));
  return [row(head), row(rule), ...rows.map(row)].join('\n');
}

/** Baseline beside run. Without anything to compare with, only the run. */
export function metricsTable(report: Report, findings: Finding[], compared: boolean): string {
  const now = `${report.commit.pullRequest === null ? 'this run' : 'this PR'} ${shortSha(report.commit.sha)}`.trim();
  if (!compared) return table(['', 'Metric', now, 'Gate'], findings.map(lonelyRow), [2, 3]);
  const before = `${code(report.baseline.branch, 40)} ${shortSha(report.baseline.sha ?? '')}`.trim();
  const withIntervals = findings.some((finding) => finding.interval !== null);
  const head = ['', 'Metric', before, now, withIntervals ? `Change (95${noBreakSpace}% interval)` : 'Change', 'Gate'];
  return table(head, findings.map(comparedRow), [2, 3, 4, 5]);
}

function lonelyRow(finding: Finding): string[] {
  const { after, gate } = figuresOf(finding);
  return [iconOf(finding), text(finding.metric, 80), strongIf(finding.outcome === 'fail', after), gate];
}

function comparedRow(finding: Finding): string[] {
  const { before, after, change, interval, gate } = figuresOf(finding);
  return [
    iconOf(finding),
    `${text(finding.metric, 80)}${isFromAnotherTime(finding) ? ' †' : ''}`,
    before,
    strongIf(finding.outcome === 'fail', after),
    interval === '' ? change : `${change} (${interval})`.replaceAll(' ', noBreakSpace),
    gate,
  ];
}

const strongIf = (strong: boolean, cell: string): string => (strong ? `**${cell}**` : cell);

/** The lines of code that findings point at: how much of what, and why. The evidence follows below the table. */
export function sitesTable(report: Report, findings: Finding[]): string {
  const rows = findings.map((finding) => [
    iconOf(finding),
    siteCell(report, finding),
    amountCell(finding),
    whyCell(report, finding),
  ]);
  return table(['', 'Line', 'What', 'Why'], rows);
}

function amountCell(finding: Finding): string {
  const growth = isLine(finding) ? growthOf(finding) : '';
  // A short name isn't broken for the sake of a wide neighbour.
  const metric =
    finding.metric.length > 16 ? text(finding.metric, 80) : text(finding.metric).replaceAll(' ', noBreakSpace);
  return growth === '' ? metric : `${strongIf(finding.outcome === 'fail', growth)}<br>${metric}`;
}

/** A dearer request has its own row, with the reason: here its line tells how much of that is its own. */
function whyCell(report: Report, finding: Finding): string {
  const [first] = isLine(finding) ? [] : factLines(report, finding);
  return (first ?? prose(finding.reason)) || '–';
}

function siteCell(report: Report, finding: Finding): string {
  const { site } = finding;
  if (site === undefined) return text(finding.metric);
  return `${placeLink(report, { ...site, own: isOwn(finding) })}<br>${code(shortFunction(site.function), 80)}`;
}
