import type { Finding } from '../model.ts';
import type { Say } from '../words/say.ts';
import { code, text } from './escape.ts';
import { figuresOf, haveIntervals, isFromAnotherTime } from './figures.ts';
import { iconOf, shortSha } from './story.ts';
import type { Told } from './told.ts';

export const noBreakSpace = '\u00a0';

const row = (cells: string[]): string => `| ${cells.join(' | ')} |`;

/** A GFM table. Cells are Markdown already; `right` names the columns of numbers. */
export function table(head: string[], rows: string[][], right: number[] = []): string {
  const rule = head.map((_, column) => (right.includes(column) ? '--:' : '---'));
  return [row(head), row(rule), ...rows.map(row)].join('\n');
}

/** Baseline beside run. Without anything to compare with, only the run. */
export function metricsTable(report: Told, findings: Finding[], compared: boolean): string {
  const { say, commit } = report;
  const now = `${say(commit.pullRequest === null ? 'this run' : 'this PR')} ${shortSha(commit.sha)}`.trim();
  const rows = findings.map((finding) => (compared ? comparedRow(finding, say) : lonelyRow(finding, say)));
  if (!compared) return table(['', say('Metric'), now, say('Gate')], rows, [2, 3]);
  const before = `${code(report.baseline.branch, 40)} ${shortSha(report.baseline.sha ?? '')}`.trim();
  const withIntervals = haveIntervals(findings);
  const change = say(withIntervals ? 'Change (95\u00a0% interval)' : 'Change');
  return table(['', say('Metric'), before, now, change, say('Gate')], rows, [2, 3, 4, 5]);
}

function lonelyRow(finding: Finding, say: Say): string[] {
  const { after, gate } = figuresOf(finding, say);
  return [iconOf(finding), text(finding.metric, 80), strongIf(finding.outcome === 'fail', after), gate];
}

function comparedRow(finding: Finding, say: Say): string[] {
  const { before, after, change, interval, gate } = figuresOf(finding, say);
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
