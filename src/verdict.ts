import type { CheckReport, Finding, Grade, Outcome } from './model.ts';

export type FailOn = 'any' | 'regression' | 'leak' | 'never';

const worstFirst: Grade[] = ['fail', 'inconclusive', 'warn', 'pass'];

/** Which kinds of finding may turn a run red. A crash or a broken handler does so unless nothing may. */
const gating: Record<FailOn, ReadonlySet<Finding['kind']>> = {
  any: new Set(['speed', 'cost', 'leak', 'errors', 'crash']),
  regression: new Set(['speed', 'cost', 'errors', 'crash']),
  leak: new Set(['leak', 'errors', 'crash']),
  never: new Set(),
};

/** Sorts findings worst first and turns those that may not gate under `failOn` into warnings. */
export function underPolicy(check: CheckReport, failOn: FailOn): CheckReport {
  const findings = check.findings
    .map((finding) =>
      isDemoted(finding, failOn)
        ? { ...finding, outcome: 'warn' as const, reason: `${finding.reason} Not gating: fail-on is ${failOn}.` }
        : finding,
    )
    .toSorted((a, b) => worstFirst.indexOf(a.outcome) - worstFirst.indexOf(b.outcome));
  return withFindings(check, findings, check.summary);
}

const isDemoted = ({ outcome, kind }: Finding, failOn: FailOn): boolean =>
  outcome === 'fail' && !gating[failOn].has(kind);

/** The check with other findings, and the outcome that these give it. */
export function withFindings(check: CheckReport, findings: Finding[], summary: string): CheckReport {
  const has = (grade: Grade): boolean => findings.some(({ outcome }) => outcome === grade);
  const rest = has('inconclusive') ? 'inconclusive' : 'pass';
  const before = check.findings.some((finding) => finding.outcome === 'inconclusive');
  const settled = check.outcome === 'fail' || (check.outcome === 'inconclusive' && before);
  const outcome = has('fail') ? 'fail' : settled ? rest : check.outcome;
  return { ...check, findings, outcome, summary };
}

/**
 * What is to be said once a run whose leaks didn't gate becomes the baseline: later runs count them as known. Null when there are none.
 * `checks` as judged before the policy.
 */
export function adoptionNote(checks: readonly CheckReport[], failOn: FailOn): string | null {
  const leaks = checks
    .flatMap(({ findings }) => findings)
    .filter((finding) => finding.kind === 'leak' && isDemoted(finding, failOn));
  if (leaks.length === 0) return null;
  const places = leaks.map(({ site, metric }) =>
    site === undefined ? metric : `${site.function} (${site.file}:${site.line})`,
  );
  return `The new baseline knows ${leaks.length === 1 ? 'a leak' : `${leaks.length} leaks`} that didn’t gate since fail-on is ${failOn}: ${places.join(', ')}. Later runs count them as known, whatever fail-on is then.`;
}

/** The run's verdict: any failed check fails it, an undecided one leaves it undecided. */
export function overall(checks: CheckReport[]): Outcome {
  const outcomes = new Set(checks.map((check) => check.outcome));
  if (outcomes.has('fail')) return 'fail';
  if (outcomes.has('inconclusive')) return 'inconclusive';
  return outcomes.has('pass') ? 'pass' : 'skipped';
}

/** One sentence for headings, outputs and chat: what failed, or that nothing did. */
export function headline(checks: CheckReport[]): string {
  const told = (outcome: Outcome): string[] =>
    checks.filter((check) => check.outcome === outcome).map((check) => check.summary);
  const failed = told('fail');
  if (failed.length > 0) return failed.join(' ');
  const undecided = told('inconclusive');
  return undecided.length > 0 ? undecided.join(' ') : told('pass').join(' ') || 'Nothing was checked.';
}
