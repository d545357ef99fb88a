import type { Finding, Report } from '../model.ts';
import { code, text } from './escape.ts';
import { figuresOf, haveIntervals, isFromAnotherTime } from './figures.ts';
import { iconOf, shortSha } from './story.ts';

export const noBreakSpace = '\u00a0';

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
  const withIntervals = haveIntervals(findings);
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

export const strongIf = (strong: boolean, cell: string): string => (strong ? `**${cell}**` : cell);
