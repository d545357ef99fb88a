import type { CheckReport, Finding, Grade, GroupCounts, Outcome, Report, RunError } from '../model.ts';
import { plain } from './escape.ts';
import { formatCount, formatTime } from './numbers.ts';

/** The run in the order in which a reader asks: what failed, where, what is undecided, what holds. */
export interface Story {
  icon: string;
  /** The finding in a few words, after the service's name: `cmd/api: heap leak in session.newEntry`. Plain text. */
  heading: string;
  /** Rows of the metrics table, worst first: exceeded, undecided, warned about. */
  deviations: Finding[];
  /** Findings that point at a line of code, worst first. A dearer request stands here too, unless a leak explains it. */
  sites: Finding[];
  /** Findings within their gates. */
  passing: Finding[];
  /** Was there anything to compare with? */
  compared: boolean;
}

export const outcomeIcons: Record<Outcome, string> = { pass: '✅', fail: '❌', inconclusive: '⚠️', skipped: '➖' };
const gradeIcons: Record<Grade, string> = { fail: '❌', inconclusive: '⚠️', warn: '🔶', pass: '✅' };

/** A leak or a crash at a line: the line is the finding, and its figure says nothing without it. */
export const isLine = ({ kind, site }: Finding): boolean => site !== undefined && (kind === 'leak' || kind === 'crash');

/** A request that keeps memory allocates it first: at a line that leaks, the cost is no further thing to look at. */
const isExplained = ({ kind, site }: Finding, problems: readonly Finding[]): boolean =>
  kind === 'cost' &&
  problems.some((other) => isLine(other) && other.site!.file === site!.file && other.site!.line === site!.line);

/** What the stack of a finding's site tells. */
export function stackTitle({ unit, kind }: Finding): string {
  if (kind === 'crash') return 'Called by';
  return unit === 'goroutines' ? 'Started by' : 'Allocated by';
}

/** `707 proven`, `suspected`: what a group of goroutines leaks, by the collector's proof or by a finding at the line that started it. */
export function leakOf({ proven, counts, createdBy, entry }: GroupCounts, { findings }: CheckReport): string {
  if (proven > 0) return proven === counts.at(-1) ? 'proven' : `${formatCount(proven)} proven`;
  const starts = createdBy ?? entry;
  const grew = counts.at(-1)! > counts[0]!;
  const found = findings.some(
    ({ unit, kind, site }) =>
      kind === 'leak' && unit === 'goroutines' && site?.file === starts?.file && site?.line === starts?.line,
  );
  return grew && found ? 'suspected' : '';
}

/** Was it held against something? Figures that were only recorded are neither good nor bad. */
export function isJudged({ outcome, threshold, before }: Finding): boolean {
  return outcome !== 'pass' || (threshold !== null && (threshold.of === 'absolute' || before !== null));
}

export const iconOf = (finding: Finding): string => (isJudged(finding) ? gradeIcons[finding.outcome] : '');

const gradesWorstFirst: Grade[] = ['fail', 'inconclusive', 'warn', 'pass'];

export function storyOf(report: Report): Story {
  const findings = report.checks
    .flatMap((check) => check.findings)
    .toSorted((a, b) => gradesWorstFirst.indexOf(a.outcome) - gradesWorstFirst.indexOf(b.outcome));
  const problems = findings.filter((finding) => finding.outcome !== 'pass');
  const firstRun = report.verdict === 'pass' && !report.baseline.found;
  const warned = report.verdict === 'pass' && problems.length > 0;
  return {
    icon: warned ? gradeIcons.warn : firstRun ? '⚪' : outcomeIcons[report.verdict],
    heading: `${plain(report.key, 60)}: ${report.error === null ? findingOf(report, problems) : stopOf(report.error)}`,
    deviations: problems.filter((finding) => !isLine(finding)),
    sites: problems.filter((finding) => finding.site !== undefined && !isExplained(finding, problems)),
    passing: findings.filter((finding) => finding.outcome === 'pass'),
    compared: findings.some((finding) => finding.before !== null),
  };
}

/** What kept the run from its end. */
function stopOf({ code, locations }: RunError): string {
  if (code === 'service' && locations.length > 0) return "the service doesn't build";
  return {
    config: "the configuration can't be used",
    service: "the service doesn't start",
    measurement: 'nothing could be measured',
    internal: 'Leakgate itself failed',
    interrupted: 'the run was interrupted',
  }[code];
}

function findingOf(report: Report, problems: Finding[]): string {
  const graded = (grade: Grade): string => nounsOf(problems.filter((finding) => finding.outcome === grade));
  const undecided = graded('inconclusive');
  const told: Record<Outcome, string> = {
    fail: graded('fail') || 'failed',
    inconclusive: `${undecided} undecided`.trim(),
    skipped: 'nothing was measured',
    pass: problems.length > 0 ? `passed, with a warning: ${nounsOf(problems)}` : goodNews(report),
  };
  return told[report.verdict];
}

function goodNews({ checks, baseline, commit }: Report): string {
  const passed = checks.filter((check) => check.outcome === 'pass');
  const news: string[] = [];
  if (passed.some((check) => check.name.includes('leak'))) news.push('no leak');
  if (!baseline.found) {
    news.push(
      baseline.stored
        ? `baseline recorded from ${shortSha(commit.sha)}`
        : `no baseline yet for ${plain(baseline.branch, 60)}`,
    );
  } else if (passed.some((check) => !check.name.includes('leak') && check.findings.length > 0)) {
    news.push('load within its gates');
  }
  return news.join(', ') || 'within its gates';
}

const kindsGravestFirst: Finding['kind'][] = ['crash', 'errors', 'leak', 'speed', 'cost'];

/** `heap leak in session.newEntry and goroutine leak`: at most three, named by what they are. */
function nounsOf(findings: Finding[]): string {
  const [only] = findings;
  if (findings.length === 1 && only?.site !== undefined)
    return `${nounOf(only)} in ${shortFunction(only.site.function)}`;
  const gravest = findings.toSorted((a, b) => kindsGravestFirst.indexOf(a.kind) - kindsGravestFirst.indexOf(b.kind));
  const nouns = [...new Set(gravest.map(nounOf))];
  const shown = nouns.length > 3 ? [...nouns.slice(0, 2), `${nouns.length - 2} more`] : nouns;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown[shown.length - 1]!}`;
}

function nounOf({ id, kind, unit, metric, outcome }: Finding): string {
  const inSentence = /^\p{Lu}\p{Ll}/u.test(metric) ? metric[0]!.toLowerCase() + metric.slice(1) : metric;
  if (kind === 'leak' && unit === 'goroutines') return 'goroutine leak';
  if (kind === 'leak' && unit !== 'count' && !id.startsWith('heap-leak/pool/')) return 'heap leak';
  // A share is a finding by itself; it isn't held against another one.
  const worse = outcome !== 'inconclusive' && unit !== 'ratio' && (kind === 'speed' || kind === 'cost');
  const direction = worse ? (unit === 'req/s' ? 'lower ' : 'higher ') : '';
  return `${direction}${plain(inSentence, 60)}`;
}

/** `example.com/shop/internal/session.(*Cache).Put` → `session.(*Cache).Put`, `…/chi/v5.NewMux` → `chi/v5.NewMux`. */
export function shortFunction(name: string): string {
  const receiver = name.search(/[([]/);
  const path = receiver === -1 ? name : name.slice(0, receiver);
  const [kept = ''] = /(?:[^/]+\/v\d+\.)?[^/]*$/.exec(path) ?? [];
  return plain(name.slice(path.length - kept.length), 100);
}

/** Empty for anything but a commit's name, so that it needs no escaping. */
export const shortSha = (sha: string): string => (/^[0-9a-f]{7,64}$/i.test(sha) ? sha.slice(0, 7) : '');

/** Gates that were judged, and those that were exceeded. */
export function gateCount(report: Report): { judged: number; exceeded: number } {
  const gated = report.checks
    .flatMap((check) => check.findings)
    .filter((finding) => finding.threshold !== null && isJudged(finding));
  return { judged: gated.length, exceeded: gated.filter((finding) => finding.outcome === 'fail').length };
}

/** Says why a figure of time from another day can't be trusted to a few percent. */
export function anotherTimeNote({ baseline }: Report): string {
  const when = baseline.createdAt === null ? 'an earlier run' : `the run of ${formatTime(baseline.createdAt)}`;
  return `From another time: held against figures stored by ${when}. The same program measured twice differs by 30 to 50 % in such figures on a shared machine.`;
}
