import type { CheckReport, Fact, Finding, LeakProneSite, Outcome, Report } from '../model.ts';
import type { Say, Word } from '../words/say.ts';
import { columnsOf, padEnd, padStart } from './columns.ts';
import { outputLine, plain } from './escape.ts';
import { growthOf, isFromAnotherTime } from './figures.ts';
import { lifecycleHead, lifecycles } from './lifecycle-table.ts';
import { loadText } from './load-text.ts';
import { formatCount, formatDuration } from './numbers.ts';
import { costSentences } from './running-cost.ts';
import { coverageCells, coverageHead, lifeOf, waysTo } from './coverage-table.ts';
import { protocolCells, protocolHead } from './protocol-table.ts';
import { resilienceCells, resilienceHead } from './resilience-table.ts';
import { stageCells, stageHead } from './stage-table.ts';
import { anotherTimeNote, gatesExceeded, shortFunction, shortSha, storyOf, type Story } from './story.ts';
import { tookMs } from './took.ts';
import { painter, type Paint } from './paint.ts';
import { signOf, tableLines } from './terminal-table.ts';
import { told, type Told } from './told.ts';

export interface TerminalLook {
  /** The host knows whether somebody looks at a terminal that can show colours. */
  color: boolean;
}

/** The end of a run on a laptop: the table, the guilty lines, and one line with the verdict. */
export function renderTerminal(given: Report, look: TerminalLook): string {
  const report = told(given);
  const paint = painter(look.color);
  const story = storyOf(report);
  const blocks = [
    headLine(report, paint),
    stopLines(report, paint),
    tableLines(report, story, paint),
    ...report.checks.flatMap((check) => [
      cellLines(protocolHead(report.say), protocolCells(check), paint),
      cellLines(stageHead(report.say), stageCells(check), paint),
      cellLines(resilienceHead(report.say), resilienceCells(check, report.say), paint),
      cellLines(coverageHead(report.say), coverageCells(check, report.say), paint),
      unreachedLines(check, report.say, paint),
      startedLines(check, report.say, paint),
    ]),
    ...story.sites.slice(0, 20).map((finding) => siteLines(finding, report.say, paint)),
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

/** A table whose first column holds names. Empty where there are no rows. */
function cellLines(head: string[], cells: string[][] | null, paint: Paint): string[] {
  if (cells === null) return [];
  const rows = [head, ...cells.map(([name = '', ...figures]) => [plain(name, 60), ...figures])];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => columnsOf(row[column]!))));
  const lines = rows.map((row) =>
    row.map((cell, at) => (at === 0 ? padEnd(cell, widths[0]!) : padStart(cell, widths[at]!))).join('  '),
  );
  return lines.map((line, at) => `    ${at === 0 ? paint('dim', line) : line}`);
}

const mostUnreached = 10;

/** What can leak and wasn't run. */
function unreachedLines({ coverage }: Pick<CheckReport, 'coverage'>, say: Say, paint: Paint): string[] {
  const { unreached = [] } = coverage ?? {};
  if (unreached.length === 0) return [];
  const shown = unreached
    .slice(0, mostUnreached)
    .flatMap((site) => [
      `    ${plain(site.frame.file)}:${site.frame.line}  ${paint('dim', plain(site.source, 100))}`,
      ...waysTo(site, say).map((way) => `      ${plain(way, 160)}`),
    ]);
  const more = unreached.length - mostUnreached;
  return [
    `  ${say('What no request reached')}`,
    ...shown,
    ...(more > 0 ? [`    ${say('… and {n} more.', { n: formatCount(more) })}`] : []),
  ];
}

const mostStarted = 10;

const placed = ({ frame }: LeakProneSite): string => `${frame.file}:${frame.line}`;

/** How the goroutines fared that the load started, and what became of them. */
function startedLines(check: Pick<CheckReport, 'coverage'>, say: Say, paint: Paint): string[] {
  const { started = [] } = check.coverage ?? {};
  if (started.length === 0) return [];
  const rows = lifecycles(check)?.map(({ site, cells }) => [placed(site), ...cells]) ?? null;
  return [
    `  ${say('Goroutines that the load started')}`,
    ...cellLines(['', ...lifecycleHead(say)], rows?.slice(0, mostStarted) ?? null, paint),
    ...started
      .slice(0, mostStarted)
      .map((one) => `    ${plain(placed(one))}  ${paint('dim', plain(lifeOf(one, say), 300))}`),
  ];
}

/** A finding at a line of code: the place, the code, why, and what is known beside it. */
export function siteLines(finding: Finding, say: Say, paint: Paint): string[] {
  const { site, facts = [], reason } = finding;
  if (site === undefined) return [];
  const { sign, color } = signOf(finding);
  const place = `${plain(site.file)}${site.line > 0 ? `:${site.line}` : ''}`;
  const labelWidth = Math.max(0, ...facts.map(({ label }) => columnsOf(plain(label, 24))));
  return [
    `  ${paint(color, sign)} ${paint('bold', place)}  ${shortFunction(site.function)}  ${paint(color, [growthOf(finding, say), plain(finding.metric, 80)].filter(Boolean).join(' · '))}`,
    ...(site.source === undefined ? [] : [`      ${plain(site.source, 160)}`]),
    paint('dim', `      ${plain(reason, 500)}`),
    ...facts.map(
      (fact) => `      ${paint('dim', padEnd(plain(fact.label, 24), labelWidth))}  ${chained(factText(fact), paint)}`,
    ),
  ];
}

/** A chain from a root down: the root, which has to let go, stands out. */
function chained(text: string, paint: Paint): string {
  const [root, ...steps] = text.split(' → ');
  return steps.length === 0 ? text : [paint('bold', root!), ...steps].join(paint('dim', ' → '));
}

/** With the place that it is about, unless the text names it. */
function factText({ text, frame, page }: Fact): string {
  if (page !== undefined) return plain(`${text}  (leakgate explain ${page})`);
  const place = frame === undefined ? '' : `${frame.file}:${frame.line}`;
  return plain(place === '' || text.includes(place) ? text : `${text}  ${place}`);
}

function remarkLines(report: Told, { deviations, passing }: Story, paint: Paint): string[] {
  const { say } = report;
  const reasons = deviations.map(
    ({ metric, reason }) => `  ${say('{what}: {why}', { what: plain(metric, 80), why: plain(reason, 500) })}`,
  );
  const stored = [...deviations, ...passing].some(isFromAnotherTime) ? [`  † ${anotherTimeNote(report)}`] : [];
  const baseline = report.baseline.found || report.error !== null ? [] : [`  ${plain(report.baseline.reason)}`];
  // A check that found nothing to hold against a gate still looked.
  const quiet = report.checks
    .filter(({ findings, outcome, timeline }) => findings.length === 0 && outcome === 'pass' && timeline !== undefined)
    .map(({ title, summary }) => `  ${say('{what}: {why}', { what: plain(title, 80), why: plain(summary, 300) })}`);
  const lines = [
    ...costSentences(report).map((sentence) => `  ${plain(sentence, 300)}`),
    ...report.checks.flatMap(({ load }) => (load === undefined ? [] : [`  ${plain(loadText(load, report.say), 400)}`])),
    ...quiet,
    ...reasons.slice(0, 20),
    ...stored,
    ...baseline,
    ...report.notes.slice(0, 20).map((note) => `  ${plain(note)}`),
  ];
  return lines.map((line) => paint('dim', line));
}

const verdictWords = {
  pass: 'PASS',
  fail: 'FAIL',
  inconclusive: 'UNDECIDED',
  skipped: 'SKIPPED',
} as const satisfies Record<Outcome, Word>;
const verdictColors = { pass: 'green', fail: 'red', inconclusive: 'yellow', skipped: 'dim' } as const;

function verdictLine(report: Told, story: Story, paint: Paint): string {
  const { say } = report;
  const gates = gatesExceeded(report);
  const took = report.phases.length === 0 ? [] : [formatDuration(tookMs(report))];
  const parts = [
    story.heading,
    ...(gates === '' ? [] : [gates]),
    ...took,
    say('exit {code}', { code: report.exitCode }),
  ];
  return `${paint(verdictColors[report.verdict], paint('bold', say(verdictWords[report.verdict])))}  ${parts.join(' · ')}`;
}
