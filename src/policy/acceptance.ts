import type { AcceptingCommit } from '../baseline/index.ts';
import type { CheckReport, Finding } from '../model.ts';
import { withFindings } from '../verdict.ts';

/** The label that accepts what a pull request changes. Only people who may triage can set it. */
export const acceptLabel = 'leakgate:accept';

/** Somebody's word that a change is intended, or has to wait. */
export interface Acceptance {
  /** Names of checks, or `all`. */
  checks: string[];
  by: string;
  reason: string;
  /** `commit 4b90412`, `label leakgate:accept of #12`, `leakgate baseline accept`. */
  how: string;
  /** Last day, `2026-03-31`. After it the figures from before count again. */
  until?: string;
}

const line = /^Leakgate-Accept:[ \t]*(.*)$/gim;
const grammar = /^([\w-]+(?:\s*,\s*[\w-]+)*)(?:\s+until\s+(\d{4}-\d{2}-\d{2}))?\s+because\s+(\S.*)$/i;

export interface Accepted {
  acceptances: Acceptance[];
  /** Lines that accept nothing, a sentence each. */
  problems: string[];
}

/**
 * Reads `Leakgate-Accept: heap-leak, qps until 2026-03-31 because the cache is meant to fill` out of commit messages, on any
 * line: a squashed commit holds the messages of several. `today` is `2026-01-31`.
 */
export function acceptancesIn(commits: readonly AcceptingCommit[], checks: readonly string[], today: string): Accepted {
  const found: Accepted = { acceptances: [], problems: [] };
  for (const { sha, author, message } of commits)
    for (const [, text = ''] of message.matchAll(line)) {
      const how = `commit ${sha.slice(0, 7)}`;
      const parsed = parse(text.trim(), checks, today);
      if ('problem' in parsed)
        found.problems.push(`The line Leakgate-Accept of ${how} accepts nothing: ${parsed.problem}.`);
      else found.acceptances.push({ ...parsed, by: author, how });
    }
  return found;
}

type Parsed = Pick<Acceptance, 'checks' | 'reason' | 'until'> | { problem: string };

function parse(text: string, checks: readonly string[], today: string): Parsed {
  const [, names, until, reason] = grammar.exec(text) ?? [];
  if (names === undefined || reason === undefined)
    return { problem: 'write `Leakgate-Accept: <check> because <reason>`' };
  const wanted = names.split(/\s*,\s*/).map((name) => name.toLowerCase());
  const unknown = wanted.find((name) => name !== 'all' && !checks.includes(name));
  if (unknown !== undefined) return { problem: `there is no check ${unknown}; allowed: all, ${checks.join(', ')}` };
  if (until !== undefined && Number.isNaN(Date.parse(until))) return { problem: `${until} is no day` };
  if (until !== undefined && until < today) return { problem: `it ended on ${until}` };
  return { checks: wanted, reason, ...(until !== undefined && { until }) };
}

/** A panic or a broken handler is nobody's intention. */
const acceptable: ReadonlySet<Finding['kind']> = new Set(['speed', 'cost', 'leak']);

/**
 * A failed check under the acceptances: its findings stay, as warnings that say who accepted them and why. The first that
 * covers the check counts. What is answered as `used` did change something.
 */
export function underAcceptance(
  check: CheckReport,
  acceptances: readonly Acceptance[],
): { report: CheckReport; used: Acceptance | null } {
  const acceptance = acceptances.find(({ checks }) => checks.includes('all') || checks.includes(check.name));
  const failed = check.findings.some(({ outcome, kind }) => outcome === 'fail' && acceptable.has(kind));
  if (acceptance === undefined || check.outcome !== 'fail' || !failed) return { report: check, used: null };
  const findings = check.findings.map((finding) =>
    finding.outcome === 'fail' && acceptable.has(finding.kind)
      ? { ...finding, outcome: 'warn' as const, reason: `${finding.reason} ${saying(acceptance)}` }
      : finding,
  );
  const judged = withFindings(check, findings, check.summary);
  const summary = judged.outcome === 'pass' ? `Accepted by ${acceptance.by}: ${check.summary}` : check.summary;
  return { report: { ...judged, summary }, used: acceptance };
}

/** `Accepted by Ada (commit 4b90412) until 2026-03-31: the cache is meant to fill.` */
export function saying({ by, how, until, reason }: Acceptance): string {
  return `Accepted by ${by} (${how})${until === undefined ? '' : ` until ${until}`}: ${reason.replace(/\.$/, '')}.`;
}
