import type { CheckReport, Finding, Grade, GroupCounts, Outcome, Report, RunError } from '../model.ts';
import type { Word, Say } from '../words/say.ts';
import { plain } from './escape.ts';
import { formatCount, formatTime } from './numbers.ts';
import type { Told } from './told.ts';

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
export const outcomeWords = {
  pass: 'passed',
  fail: 'failed',
  inconclusive: 'undecided',
  skipped: 'skipped',
} as const satisfies Record<Outcome, Word>;
const gradeIcons: Record<Grade, string> = { fail: '❌', inconclusive: '⚠️', warn: '🔶', pass: '✅' };

/** A leak or a crash at a line: the line is the finding, and its figure says nothing without it. */
export const isLine = ({ kind, site }: Finding): boolean => site !== undefined && (kind === 'leak' || kind === 'crash');

/** A request that keeps memory allocates it first: at a line that leaks, the cost is no further thing to look at. */
const isExplained = ({ kind, site }: Finding, problems: readonly Finding[]): boolean =>
  kind === 'cost' &&
  problems.some((other) => isLine(other) && other.site!.file === site!.file && other.site!.line === site!.line);

/** What the stack of a finding's site tells. */
export function stackTitle({ unit, kind }: Finding, say: Say): string {
  if (kind === 'crash') return say('Called by');
  return say(unit === 'goroutines' ? 'Started by' : 'Allocated by');
}

/** `707 proven`, `suspected`: what a group of goroutines leaks, by the collector's proof or by a finding at the line that started it. */
export function leakOf({ proven, counts, createdBy, entry }: GroupCounts, { findings }: CheckReport, say: Say): string {
  if (proven > 0) return proven === counts.at(-1) ? say('proven') : say('{n} proven', { n: formatCount(proven) });
  const starts = createdBy ?? entry;
  const grew = counts.at(-1)! > counts[0]!;
  const found = findings.some(
    ({ unit, kind, site }) =>
      kind === 'leak' && unit === 'goroutines' && site?.file === starts?.file && site?.line === starts?.line,
  );
  return grew && found ? say('suspected') : '';
}

/** Was it held against something? Figures that were only recorded are neither good nor bad. */
export function isJudged({ outcome, threshold, before }: Finding): boolean {
  return outcome !== 'pass' || (threshold !== null && (threshold.of === 'absolute' || before !== null));
}

export const iconOf = (finding: Finding): string => (isJudged(finding) ? gradeIcons[finding.outcome] : '');

const gradesWorstFirst: Grade[] = ['fail', 'inconclusive', 'warn', 'pass'];

export function storyOf(report: Told): Story {
  const findings = report.checks
    .flatMap((check) => check.findings)
    .toSorted((a, b) => gradesWorstFirst.indexOf(a.outcome) - gradesWorstFirst.indexOf(b.outcome));
  const problems = findings.filter((finding) => finding.outcome !== 'pass');
  const firstRun = report.verdict === 'pass' && !report.baseline.found;
  const warned = report.verdict === 'pass' && problems.length > 0;
  return {
    icon: warned ? gradeIcons.warn : firstRun ? '⚪' : outcomeIcons[report.verdict],
    heading: `${plain(report.key, 60)}: ${report.error === null ? findingOf(report, problems) : stopOf(report.error, report.say)}`,
    deviations: problems.filter((finding) => !isLine(finding)),
    sites: problems.filter((finding) => finding.site !== undefined && !isExplained(finding, problems)),
    passing: findings.filter((finding) => finding.outcome === 'pass'),
    compared: findings.some((finding) => finding.before !== null),
  };
}

const stops = {
  config: "the configuration can't be used",
  service: "the service doesn't start",
  measurement: 'nothing could be measured',
  internal: 'Leakgate itself failed',
  interrupted: 'the run was interrupted',
} as const satisfies Record<RunError['code'], Word>;

/** What kept the run from its end. */
function stopOf({ code, locations }: RunError, say: Say): string {
  if (code === 'service' && locations.length > 0) return say("the service doesn't build");
  return say(stops[code]);
}

function findingOf(report: Told, problems: Finding[]): string {
  const { say, verdict } = report;
  const graded = (grade: Grade): string =>
    nounsOf(
      problems.filter((finding) => finding.outcome === grade),
      say,
    );
  const answers: Record<Outcome, () => string> = {
    fail: () => graded('fail') || say('failed'),
    inconclusive: () => say('{what} undecided', { what: graded('inconclusive') }).trim(),
    skipped: () => say('nothing was measured'),
    pass: () =>
      problems.length > 0 ? say('passed, with a warning: {what}', { what: nounsOf(problems, say) }) : goodNews(report),
  };
  return answers[verdict]();
}

function goodNews({ checks, baseline, commit, say }: Told): string {
  const passed = checks.filter((check) => check.outcome === 'pass');
  const news: string[] = [];
  if (passed.some((check) => check.name.includes('leak'))) news.push(say('no leak'));
  if (!baseline.found) {
    news.push(
      baseline.stored
        ? commit.sha === ''
          ? say('baseline recorded')
          : say('baseline recorded from {sha}', { sha: shortSha(commit.sha) })
        : say('no baseline yet for {branch}', { branch: plain(baseline.branch, 60) }),
    );
  } else if (passed.some((check) => !check.name.includes('leak') && check.findings.length > 0)) {
    news.push(say('load within its gates'));
  }
  return news.join(say(', ')) || say('within its gates');
}

const kindsGravestFirst: Finding['kind'][] = ['crash', 'errors', 'leak', 'speed', 'cost'];

/** `heap leak in session.newEntry and goroutine leak`: at most three, named by what they are. */
function nounsOf(findings: Finding[], say: Say): string {
  const [only] = findings;
  if (findings.length === 1 && only?.site !== undefined)
    return say('{what} in {place}', { what: nounOf(only, say), place: shortFunction(only.site.function) });
  const gravest = findings.toSorted((a, b) => kindsGravestFirst.indexOf(a.kind) - kindsGravestFirst.indexOf(b.kind));
  const nouns = [...new Set(gravest.map((finding) => nounOf(finding, say)))];
  const shown = nouns.length > 3 ? [...nouns.slice(0, 2), say('{n} more', { n: nouns.length - 2 })] : nouns;
  if (shown.length < 2) return shown.join('');
  return say('{some} and {last}', { some: shown.slice(0, -1).join(say(', ')), last: shown.at(-1)! });
}

function nounOf({ id, kind, unit, metric, outcome }: Finding, say: Say): string {
  const inSentence = /^\p{Lu}\p{Ll}/u.test(metric) ? metric[0]!.toLowerCase() + metric.slice(1) : metric;
  if (kind === 'leak' && unit === 'goroutines') return say('goroutine leak');
  if (kind === 'leak' && unit !== 'count' && !id.startsWith('heap-leak/pool/')) return say('heap leak');
  // A share is a finding by itself; it isn't held against another one.
  const worse = outcome !== 'inconclusive' && unit !== 'ratio' && (kind === 'speed' || kind === 'cost');
  const what = plain(inSentence, 60);
  return worse ? say(unit === 'req/s' ? 'lower {what}' : 'higher {what}', { what }) : what;
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

/** `1 of 5 gates exceeded`; empty where there is no gate. */
export function gatesExceeded(report: Told): string {
  const { judged, exceeded } = gateCount(report);
  if (judged === 0) return '';
  const phrase = judged === 1 ? '{exceeded} of {judged} gate exceeded' : '{exceeded} of {judged} gates exceeded';
  return report.say(phrase, { exceeded, judged });
}

/** Says why a figure of time from another day can't be trusted to a few percent. */
export function anotherTimeNote({ baseline, say }: Told): string {
  const when =
    baseline.createdAt === null
      ? say('an earlier run')
      : say('the run of {time}', { time: formatTime(baseline.createdAt) });
  return say(
    'From another time: held against figures stored by {when}. The same program measured twice differs by 30 to 50 % in such figures on a shared machine.',
    { when },
  );
}
