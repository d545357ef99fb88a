import type { Bisection, HistoryCommit } from '../model.ts';
import { sayIn } from '../words/say.ts';
import { code, fenced, plain, text } from './escape.ts';
import { growthOf } from './figures.ts';
import { formatCount, formatDuration, formatTime } from './numbers.ts';
import { commentMarker } from './pr-comment.ts';
import { shortFunction } from './story.ts';
import { siteLines } from './terminal.ts';
import { painter, type Paint } from './paint.ts';

const short = (sha: string): string => sha.slice(0, 7);

/** `heap growth in main.recordView (views.go:20)`. */
function subjectOf({ finding }: Bisection): string {
  const { metric, site } = finding;
  return site === undefined ? metric : `${metric} in ${shortFunction(site.function)} (${site.file}:${site.line})`;
}

/** What may be doubted, in sentences. */
function doubts({ confirmed, untested, lastGood }: Bisection): string[] {
  return [
    ...(untested.length === 0
      ? []
      : [`It may also be ${untested.map(({ sha }) => short(sha)).join(', ')}, which can’t be measured.`]),
    ...(confirmed === 'adds-up'
      ? [
          `The step from ${short(lastGood)} to it alone is below the gate: it took several commits, and with this one the gate is passed.`,
        ]
      : []),
    ...(confirmed === 'unsteady' ? ['Measured once more it wasn’t there: run it again before you trust this.'] : []),
  ];
}

function effort({ tried, commits }: Bisection): string {
  const skipped = tried.filter(({ outcome }) => outcome === 'untestable').length;
  const parts = [
    `${formatCount(commits)} ${commits === 1 ? 'commit' : 'commits'}`,
    `${tried.length} runs`,
    ...(skipped === 0 ? [] : [`${skipped} untestable`]),
    formatDuration(tried.reduce((sum, { durationMs }) => sum + durationMs, 0)),
  ];
  return parts.join(' · ');
}

const origin = ({ author, authoredAt }: HistoryCommit): string => `${author}, ${formatTime(authoredAt)}`;

/** A bisection for a terminal. */
export function renderBisection(found: Bisection, { color }: { color: boolean }): string {
  const paint = painter(color);
  const { culprit, patch, finding } = found;
  return [
    `${paint('red', paint('bold', short(culprit.sha)))} ${paint('bold', plain(culprit.subject, 120))}`,
    paint('dim', `  ${plain(origin(culprit), 120)}`),
    '',
    `  brought ${plain(subjectOf(found))}`,
    ...siteLines(finding, sayIn('en'), paint),
    ...(patch === null
      ? []
      : ['', paint('dim', `  ${plain(patch.file)}`), ...patch.lines.map((line) => patchLine(line, paint))]),
    ...doubts(found).flatMap((doubt) => ['', paint('yellow', `  ${plain(doubt, 500)}`)]),
    '',
    paint('dim', `  ${effort(found)}`),
  ].join('\n');
}

function patchLine(line: string, paint: Paint): string {
  const shown = `    ${plain(line.replaceAll('\t', '  '), 160)}`;
  if (line.startsWith('+')) return paint('green', shown);
  return line.startsWith('-') ? paint('red', shown) : paint('dim', shown);
}

/** A line for each commit as soon as it is measured. */
export function triedLine({ commit, outcome, why, durationMs }: Bisection['tried'][number], color: boolean): string {
  const paint = painter(color);
  const [sign, name] = { good: ['✔', 'green'], bad: ['✘', 'red'], untestable: ['–', 'yellow'] }[outcome] as [
    string,
    'red',
  ];
  const told = why === '' ? plain(commit.subject, 60) : plain(why, 120);
  return `  ${paint(name, `${sign} ${short(commit.sha)} ${outcome}`.padEnd(22))} ${paint('dim', formatDuration(durationMs).padStart(8))}  ${told}`;
}

/** The comment of a pull request, marker first. */
export function bisectionComment(found: Bisection, key: string): string {
  const { culprit, finding, patch } = found;
  const growth = growthOf(finding, sayIn('en'));
  return [
    commentMarker(`${key} bisect`),
    `### ${code(short(culprit.sha))} brought ${text(subjectOf(found), 200)}`,
    '',
    `**${text(culprit.subject, 150)}** · ${text(origin(culprit), 120)}`,
    '',
    ...(growth === '' ? [] : [`${text(growth)}. `]),
    text(finding.reason, 500),
    ...(patch === null ? [] : ['', code(patch.file), '', fenced(patch.lines, 'diff')]),
    ...doubts(found).flatMap((doubt) => ['', `> ${text(doubt, 500)}`]),
    '',
    '<details><summary>Commits that were measured</summary>',
    '',
    '| commit | outcome | |',
    '|---|---|---|',
    ...found.tried.map(
      ({ commit, outcome, why }) =>
        `| ${code(short(commit.sha))} | ${outcome} | ${text(why === '' ? commit.subject : why, 120)} |`,
    ),
    '',
    '</details>',
    '',
    `<sub>${text(effort(found))}</sub>`,
    '',
  ].join('\n');
}
