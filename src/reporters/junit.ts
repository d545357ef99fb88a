import type { CheckReport, Finding, Report } from '../model.ts';
import { sayIn } from '../words/say.ts';
import { outputLine, plain } from './escape.ts';
import { figuresOf, growthOf } from './figures.ts';
import { isLine, shortFunction } from './story.ts';

/**
 * The dialect that CI servers agree on: a suite for each check, a case for each finding. An exceeded gate is a failure, an
 * undecided one is skipped with its reason, and a run that couldn't finish is an error.
 */
export function junit(report: Report): string {
  const suites = [...report.checks.map((check) => suiteOf(check, report)), ...errorSuite(report)];
  const total = (kind: keyof Counts): number => suites.reduce((sum, { counts }) => sum + counts[kind], 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({
      name: `leakgate ${report.key}`,
      tests: total('tests'),
      failures: total('failures'),
      errors: total('errors'),
      skipped: total('skipped'),
      time: seconds(report),
    })}>`,
    ...suites.flatMap(({ lines }) => lines),
    '</testsuites>',
    '',
  ].join('\n');
}

interface Counts {
  tests: number;
  failures: number;
  errors: number;
  skipped: number;
}

interface Suite {
  counts: Counts;
  lines: string[];
}

const seconds = ({ phases }: Report): string =>
  (phases.reduce((sum, { durationMs }) => sum + durationMs, 0) / 1000).toFixed(3);

function suiteOf(check: CheckReport, report: Report): Suite {
  const { findings } = check;
  const of = (outcome: Finding['outcome']): number => findings.filter((one) => one.outcome === outcome).length;
  // A check that found nothing has passed, and servers hide suites without cases.
  const cases =
    findings.length > 0 ? findings.map((finding) => caseOf(finding, check, report)) : [emptyCase(check, report)];
  const skipped = findings.length > 0 ? of('inconclusive') : Number(check.outcome === 'skipped');
  const counts = { tests: cases.length, failures: of('fail'), errors: 0, skipped };
  return { counts, lines: wrapped(check.title, counts, report, cases.flat(), check.summary) };
}

function wrapped(name: string, counts: Counts, report: Report, cases: string[], said: string): string[] {
  return [
    `  <testsuite${attributes({ name, ...counts, timestamp: report.createdAt.slice(0, 19), hostname: report.environment.runner })}>`,
    ...cases,
    ...(said === '' ? [] : [`    <system-out>${escaped(plain(said))}</system-out>`]),
    '  </testsuite>',
  ];
}

const className = (check: Pick<CheckReport, 'name'>, report: Report): string => `${report.key}.${check.name}`;

function emptyCase(check: CheckReport, report: Report): string[] {
  const open = `    <testcase${attributes({ classname: className(check, report), name: check.title })}`;
  if (check.outcome !== 'skipped') return [`${open}/>`];
  return [`${open}>`, `      <skipped${attributes({ message: check.summary })}/>`, '    </testcase>'];
}

function caseOf(finding: Finding, check: CheckReport, report: Report): string[] {
  const { site, metric, outcome } = finding;
  const name = site === undefined ? metric : `${metric} in ${shortFunction(site.function)} (${site.file}:${site.line})`;
  const place = site === undefined ? {} : { file: site.file, line: site.line };
  const open = `    <testcase${attributes({ classname: className(check, report), name, ...place })}`;
  if (outcome === 'fail') {
    const message = `${figuresText(finding)}: ${finding.reason}`;
    return [
      `${open}>`,
      `      <failure${attributes({ message, type: finding.kind })}>${escaped(evidenceOf(finding))}</failure>`,
      '    </testcase>',
    ];
  }
  if (outcome === 'inconclusive')
    return [
      `${open}>`,
      `      <skipped${attributes({ message: `undecided: ${finding.reason}` })}/>`,
      '    </testcase>',
    ];
  return outcome === 'warn'
    ? [`${open}>`, `      <system-out>${escaped(plain(finding.reason))}</system-out>`, '    </testcase>']
    : [`${open}/>`];
}

function figuresText(finding: Finding): string {
  const { before, after, change, gate } = figuresOf(finding, sayIn('en'));
  return isLine(finding) ? growthOf(finding, sayIn('en')) : `${before} → ${after} (${change}, gate ${gate})`;
}

/** Everything else that is known about a failure, a line each. */
function evidenceOf({ reason, site, facts = [] }: Finding): string {
  const source = site?.source === undefined ? [] : [`${plain(site.file)}:${site.line}: ${plain(site.source)}`];
  const said = facts.map(({ label, text }) => `${plain(label)}: ${plain(text)}`);
  const stack = (site?.stack ?? []).map(
    (frame) => `  at ${plain(frame.function)} (${plain(frame.file)}:${frame.line})`,
  );
  return [plain(reason), ...source, ...said, ...stack].join('\n');
}

function errorSuite(report: Report): Suite[] {
  const { error } = report;
  if (error === null) return [];
  const counts = { tests: 1, failures: 0, errors: 1, skipped: 0 };
  const places = error.locations.map(({ file, line, message }) => `${plain(file)}:${line}: ${plain(message)}`);
  const output = (error.output ?? '').split(/\r\n|[\r\n]/).map(outputLine);
  const body = [plain(error.hint ?? ''), ...places, ...output].filter((line) => line !== '').join('\n');
  const lines = [
    `    <testcase${attributes({ classname: `${report.key}.leakgate`, name: 'The run finishes' })}>`,
    `      <error${attributes({ message: error.message, type: error.code })}>${escaped(body)}</error>`,
    '    </testcase>',
  ];
  return [{ counts, lines: wrapped('Leakgate', counts, report, lines, '') }];
}

function attributes(values: Record<string, string | number>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(typeof value === 'string' ? plain(value, 500) : String(value))}"`)
    .join('');
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** `plain` and `outputLine` have dropped the control characters that XML can't hold; two more are left. */
function escaped(text: string): string {
  return text.replace(/[\ufffe\uffff]/g, '\ufffd').replace(/[&<>"]/g, (sign) => entities[sign]!);
}
