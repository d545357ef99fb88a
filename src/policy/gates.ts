import type { CheckReport, Finding } from '../model.ts';
import { withFindings } from '../verdict.ts';

/** Which changes of a figure fail: for the worse beyond its limit, in both directions, or none. */
export type Gate = 'worse' | 'both' | 'off';

interface Gated {
  reports: CheckReport[];
  /** Gates that were named and that no figure of this run has. */
  notes: string[];
}

/** Applies the gates that the settings name by their figures' ids, such as `qps/p99`; all others fail for the worse. */
export function underGates(reports: readonly CheckReport[], gates: Readonly<Record<string, Gate>>): Gated {
  const ids = new Set(reports.flatMap(({ findings }) => findings.map(({ id }) => id)));
  const judged = reports.map((report) => {
    const findings = report.findings.map((finding) => gated(finding, gates[finding.id] ?? 'worse'));
    return withFindings(report, findings, summaryOf(report, findings));
  });
  const unknown = Object.keys(gates).filter((id) => !ids.has(id));
  return { reports: judged, notes: unknown.map((id) => `\`gates\` names ${id}, which no figure of this run has.`) };
}

function gated(finding: Finding, gate: Gate): Finding {
  if (gate === 'off' && (finding.outcome === 'fail' || finding.outcome === 'inconclusive'))
    return { ...finding, outcome: 'warn', reason: `${finding.reason} Its gate is off.` };
  if (gate === 'both' && finding.outcome === 'pass' && isFarBetter(finding))
    return {
      ...finding,
      outcome: 'fail',
      reason: `${finding.reason} Better by more than its limit, and its gate holds both ways.`,
    };
  return finding;
}

/** Beyond the limit on the good side; with its whole interval where there is one. */
function isFarBetter({ kind, delta, interval, threshold, unit }: Finding): boolean {
  if (delta === null || threshold === null || (threshold.of === 'absolute' && kind !== 'cost')) return false;
  const [low, high] = interval ?? [delta, delta];
  return unit === 'req/s' ? low > threshold.value : high < -threshold.value;
}

function summaryOf({ outcome, summary }: CheckReport, findings: readonly Finding[]): string {
  const over = findings.filter((finding) => finding.outcome === 'fail');
  const undecided = findings.some((finding) => finding.outcome === 'inconclusive');
  if (outcome === 'fail' || (outcome === 'inconclusive' && !undecided))
    return over.length > 0 ? summary : `Not gating: ${summary}`;
  return over.length > 0 ? `Changed beyond the limit: ${over.map(({ metric }) => metric).join(', ')}.` : summary;
}
