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
      finding.outcome !== 'fail' || gating[failOn].has(finding.kind)
        ? finding
        : { ...finding, outcome: 'warn' as const, reason: `${finding.reason} Not gating: fail-on is ${failOn}.` },
    )
    .toSorted((a, b) => worstFirst.indexOf(a.outcome) - worstFirst.indexOf(b.outcome));
  const demoted = check.outcome === 'fail' && !findings.some((finding) => finding.outcome === 'fail');
  const rest = findings.some((finding) => finding.outcome === 'inconclusive') ? 'inconclusive' : 'pass';
  return { ...check, findings, outcome: demoted ? rest : check.outcome };
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
