import type { CheckReport, Finding, TestRun } from '../model.ts';
import { sayIn } from '../words/say.ts';
import { outputLine, plain } from './escape.ts';
import { formatCount, formatDuration } from './numbers.ts';
import { painter, type Paint } from './paint.ts';
import { siteLines } from './terminal.ts';

/** The end of a run: what failed, the guilty lines, and one line with the verdict. */
export function renderTests(
  report: Omit<CheckReport, 'name' | 'title'>,
  run: TestRun,
  { color }: { color: boolean },
): string {
  const paint = painter(color);
  const leaks = report.findings.filter(({ kind }) => kind === 'leak');
  const blocks = [
    ...run.packages.flatMap(({ failed }) => failed).map(({ test, output }) => outputLines(test, output, paint)),
    ...leaks.slice(0, 20).map((finding) => siteLines(finding, sayIn('en'), paint)),
    [
      ...(leaks.length > 20 ? [paint('dim', `  … and ${leaks.length - 20} more places`)] : []),
      ...run.notes.map((note) => paint('dim', `  ${plain(note)}`)),
    ],
    [verdictLine(report, run, leaks, paint)],
  ];
  return `\n${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** What a failed test said. Lines of goroutines that it left are told as a leak. */
function outputLines(test: string, output: string, paint: Paint): string[] {
  const lines = output.split(/\r\n|[\r\n]/).filter((line) => line.trim() !== '' && !line.startsWith('=== '));
  return [
    ...(test === '' ? [] : [`  ${paint('red', '✘')} ${paint('bold', plain(test, 120))}`]),
    ...lines.slice(-40).map((line) => paint('dim', `  │ ${outputLine(line)}`)),
  ];
}

const words = {
  pass: ['PASS', 'green'],
  fail: ['FAIL', 'red'],
  skipped: ['SKIPPED', 'dim'],
  inconclusive: ['UNDECIDED', 'yellow'],
} as const;

function verdictLine(
  { outcome, summary }: Pick<CheckReport, 'outcome' | 'summary'>,
  run: TestRun,
  leaks: Finding[],
  paint: Paint,
): string {
  const [word, color] = words[outcome];
  const proven = leaks.filter(({ reason }) => reason.includes('Proven')).length;
  const parts = [
    summary.replace(/\.$/, ''),
    ...(proven === 0 ? [] : [`${formatCount(proven)} proven`]),
    formatDuration(run.durationMs),
    `exit ${outcome === 'fail' ? 1 : 0}`,
  ];
  return `${paint(color, paint('bold', word))}  ${parts.join(' · ')}`;
}
