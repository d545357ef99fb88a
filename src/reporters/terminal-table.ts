import type { Finding, Grade } from '../model.ts';
import { plain } from './escape.ts';
import { figuresOf, haveIntervals, isFromAnotherTime } from './figures.ts';
import { intervalBar } from './interval-bar.ts';
import { isJudged, type Story } from './story.ts';
import type { Told } from './told.ts';
import { columnsOf, padEnd, padStart } from './columns.ts';
import type { Color, Paint } from './paint.ts';

const signs: Record<Grade, { sign: string; color: Color }> = {
  fail: { sign: '✘', color: 'red' },
  inconclusive: { sign: '▲', color: 'yellow' },
  warn: { sign: '▲', color: 'yellow' },
  pass: { sign: '✔', color: 'green' },
};

export function signOf(finding: Finding): { sign: string; color: Color } {
  return isJudged(finding) ? signs[finding.outcome] : { sign: '·', color: 'dim' };
}

interface Column {
  head: string;
  cell: (finding: Finding) => string;
}

/** All figures, what deviates first, each with a bar. Colour is put on after padding, since it has no width. */
export function tableLines(report: Told, { deviations, passing, compared }: Story, paint: Paint): string[] {
  const findings = [...deviations, ...passing].slice(0, 40);
  if (findings.length === 0) return [];
  const columns = columnsFor(report, findings, compared);
  const rows = [columns.map(({ head }) => head), ...findings.map((one) => columns.map(({ cell }) => cell(one)))];
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => columnsOf(row[column]!))));
  const [head, ...lines] = rows.map((row) =>
    row.map((cell, column) => (column === 0 ? padEnd(cell, widths[0]!) : padStart(cell, widths[column]!))).join('  '),
  );
  return [paint('dim', `    ${head!}`), ...lines.map((line, at) => tableRow(findings[at]!, line, paint))];
}

function tableRow(finding: Finding, line: string, paint: Paint): string {
  const { sign, color } = signOf(finding);
  const bar = intervalBar(finding);
  return `  ${paint(color, sign)} ${line}  ${finding.outcome === 'pass' ? bar : paint(color, bar)}`.trimEnd();
}

function columnsFor({ baseline, commit, say }: Told, findings: Finding[], compared: boolean): Column[] {
  const metric: Column = {
    head: '',
    cell: (one) => `${plain(one.metric, 40)}${isFromAnotherTime(one) ? ' †' : ''}`,
  };
  const after: Column = {
    head: say(commit.pullRequest === null ? 'this run' : 'this PR'),
    cell: (one) => figuresOf(one, say).after,
  };
  const gate: Column = { head: say('gate'), cell: (one) => figuresOf(one, say).gate };
  if (!compared) return [metric, after, gate];
  const interval: Column = { head: say('95 % interval'), cell: (one) => figuresOf(one, say).interval };
  return [
    metric,
    { head: plain(baseline.branch, 24), cell: (one) => figuresOf(one, say).before },
    after,
    { head: say('change'), cell: (one) => figuresOf(one, say).change },
    ...(haveIntervals(findings) ? [interval] : []),
    gate,
  ];
}
