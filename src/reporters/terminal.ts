import type { Fact, Finding, Report } from '../model.ts';
import { outputLine, plain } from './escape.ts';
import { growthOf, isFromAnotherTime } from './figures.ts';
import { formatDuration } from './numbers.ts';
import { anotherTimeNote, gateCount, shortFunction, shortSha, storyOf, type Story } from './story.ts';
import { costSentences } from './running-cost.ts';
import { tookMs } from './took.ts';
import { painter, signOf, tableLines, type Paint } from './terminal-table.ts';

export interface TerminalLook {
  /** The host knows whether somebody looks at a terminal that can show colours. */
  color: boolean;
}

/** The end of a run on a laptop: the table, the guilty lines, and one line with the verdict. */
export function renderTerminal(report: Report, look: TerminalLook): string {
  const paint = painter(look.color);
  const story = storyOf(report);
  const blocks = [
    headLine(report, paint),
    stopLines(report, paint),
    tableLines(report, story, paint),
    ...story.sites.slice(0, 20).map((finding) => siteLines(finding, paint)),
    remarkLines(report, story, paint),
    [verdictLine(report, story, paint)],
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function headLine({ leakgate, key, baseline, commit }: Report, paint: Paint): string[] {
  const here = [plain(commit.branch, 60), shortSha(commit.sha)].filter(Boolean).join(' ');
  const from = baseline.found ? `${plain(baseline.branch, 60)} ${shortSha(baseline.sha ?? '')} → ` : '';
  return [
    `${paint('bold', `leakgate ${plain(leakgate, 40)}`)}   ${plain(key, 60)}   ${paint('dim', `${from}${here}`)}`.trimEnd(),
  ];
}

/** What kept the run from its end, with the lines that tell why. */
function stopLines({ error }: Report, paint: Paint): string[] {
  if (error === null) return [];
  const places = error.locations
    .slice(0, 20)
    .map(({ file, line, message }) => `  ${plain(file)}:${line}: ${plain(message)}`);
  const output = (error.output ?? '').split(/\r\n|[\r\n]/).filter((line) => line.trim() !== '');
  return [
    paint('red', plain(error.message, 600)),
    ...(error.hint === null ? [] : [`  ${plain(error.hint, 600)}`]),
    ...places,
    ...output.slice(-50).map((line) => paint('dim', `  │ ${outputLine(line)}`)),
  ];
}

function siteLines(finding: Finding, paint: Paint): string[] {
  const { site, facts = [], reason } = finding;
  if (site === undefined) return [];
  const { sign, color } = signOf(finding);
  const place = `${plain(site.file)}${site.line > 0 ? `:${site.line}` : ''}`;
  const labelWidth = Math.max(0, ...facts.map(({ label }) => plain(label, 24).length));
  return [
    `  ${paint(color, sign)} ${paint('bold', place)}  ${shortFunction(site.function)}  ${paint(color, [growthOf(finding), plain(finding.metric, 80)].filter(Boolean).join(' · '))}`,
    ...(site.source === undefined ? [] : [`      ${plain(site.source, 160)}`]),
    paint('dim', `      ${plain(reason, 500)}`),
    ...facts.map(
      (fact) => `      ${paint('dim', plain(fact.label, 24).padEnd(labelWidth))}  ${chained(factText(fact), paint)}`,
    ),
  ];
}

/** A chain from a root down: the root, which has to let go, stands out. */
function chained(text: string, paint: Paint): string {
  const [root, ...steps] = text.split(' → ');
  return steps.length === 0 ? text : [paint('bold', root!), ...steps].join(paint('dim', ' → '));
}

/** With the place that it is about, unless the text names it. */
function factText({ text, frame }: Fact): string {
  const place = frame === undefined ? '' : `${frame.file}:${frame.line}`;
  return plain(place === '' || text.includes(place) ? text : `${text}  ${place}`);
}

function remarkLines(report: Report, { deviations, passing }: Story, paint: Paint): string[] {
  const reasons = deviations.map(({ metric, reason }) => `  ${plain(metric, 80)}: ${plain(reason, 500)}`);
  const stored = [...deviations, ...passing].some(isFromAnotherTime) ? [`  † ${anotherTimeNote(report)}`] : [];
  const baseline = report.baseline.found || report.error !== null ? [] : [`  ${plain(report.baseline.reason)}`];
  // A check that found nothing to hold against a gate still looked.
  const quiet = report.checks
    .filter(({ findings, outcome, timeline }) => findings.length === 0 && outcome === 'pass' && timeline !== undefined)
    .map(({ title, summary }) => `  ${plain(title, 80)}: ${plain(summary, 300)}`);
  const lines = [
    ...costSentences(report).map((sentence) => `  ${plain(sentence, 300)}`),
    ...quiet,
    ...reasons.slice(0, 20),
    ...stored,
    ...baseline,
    ...report.notes.slice(0, 20).map((note) => `  ${plain(note)}`),
  ];
  return lines.map((line) => paint('dim', line));
}

const verdictWords = { pass: 'PASS', fail: 'FAIL', inconclusive: 'UNDECIDED', skipped: 'SKIPPED' } as const;
const verdictColors = { pass: 'green', fail: 'red', inconclusive: 'yellow', skipped: 'dim' } as const;

function verdictLine(report: Report, story: Story, paint: Paint): string {
  const { judged, exceeded } = gateCount(report);
  const gates = judged === 0 ? [] : [`${exceeded} of ${judged} ${judged === 1 ? 'gate' : 'gates'} exceeded`];
  const took = report.phases.length === 0 ? [] : [formatDuration(tookMs(report))];
  const parts = [story.heading, ...gates, ...took, `exit ${report.exitCode}`];
  return `${paint(verdictColors[report.verdict], paint('bold', verdictWords[report.verdict]))}  ${parts.join(' · ')}`;
}
