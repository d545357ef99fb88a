import type { CheckReport, Finding } from '../model.ts';
import { withFindings } from '../verdict.ts';

/** An entry of the settings' `allow`. */
export interface Allowance {
  /** Function, `file:line`, root that keeps the memory alive, or a finding's id. */
  site: string;
  reason: string;
  owner: string;
  /** The last day, `2027-03-31`. */
  until: string;
}

interface Allowed {
  reports: CheckReport[];
  /** Entries that no finding needs any more. */
  notes: string[];
}

/**
 * Turns findings that the settings accept into warnings, and those whose entry has expired into failures, also where the baseline
 * knows them: somebody promised to mend them by then. `today` is a day such as `2027-03-31`.
 */
export function underAllowances(reports: readonly CheckReport[], allow: readonly Allowance[], today: string): Allowed {
  const used = new Set<Allowance>();
  const judged = reports.map((report) => {
    const findings = report.findings.map((finding) => {
      const entry = finding.outcome === 'pass' ? undefined : allow.find((one) => isAbout(one, finding));
      if (entry === undefined) return finding;
      used.add(entry);
      return entry.until < today ? expired(finding, entry) : accepted(finding, entry);
    });
    return withFindings(report, findings, summaryOf(report, findings));
  });
  const unused = allow.filter((entry) => !used.has(entry));
  return { reports: judged, notes: unused.map(unusedNote) };
}

/** A function may be written without the path of its package; a root stands first in the chain that keeps memory alive. */
function isAbout({ site: named }: Allowance, { id, site, facts = [] }: Finding): boolean {
  const chains = facts.filter(({ label }) => label === 'kept alive by').map(({ text }) => text);
  const functions = site === undefined ? [] : [site.function, site.function.slice(site.function.lastIndexOf('/') + 1)];
  const names = [id, ...functions, ...(site === undefined ? [] : [`${site.file}:${site.line}`])];
  return names.includes(named) || chains.some((chain) => chain === named || chain.startsWith(`${named} → `));
}

const accepted = (finding: Finding, { reason, owner, until }: Allowance): Finding =>
  finding.outcome === 'fail'
    ? { ...finding, outcome: 'warn', reason: `${finding.reason} Accepted until ${until}: ${reason} (${owner}).` }
    : finding;

const expired = (finding: Finding, { reason, owner, until }: Allowance): Finding => ({
  ...finding,
  outcome: 'fail',
  reason: `${finding.reason} It was accepted until ${until} only: ${reason} (${owner}).`,
});

function summaryOf({ outcome, summary }: CheckReport, findings: readonly Finding[]): string {
  const fails = findings.some((finding) => finding.outcome === 'fail');
  if (outcome === 'fail') return fails ? summary : `Accepted for now: ${summary}`;
  const over = findings.filter((finding) => finding.outcome === 'fail');
  return fails ? `No longer accepted: ${over.map(({ metric }) => metric).join(', ')}.` : summary;
}

const unusedNote = ({ site, owner, until }: Allowance): string =>
  `\`allow\` has an entry for ${site} (${owner}, until ${until}) that nothing needs in this run: it can be removed once the leak is mended.`;
