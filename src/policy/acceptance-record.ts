import type { Acceptance } from './acceptance.ts';
import type { StoredAcceptance, StoredBaseline } from '../baseline/index.ts';

/** Acceptances that end on a day go along from baseline to baseline until then. */
export const stillAccepted = (stored: StoredBaseline | null): StoredAcceptance[] =>
  stored?.accepted?.filter(({ until }) => until !== undefined && until >= today()) ?? [];

/** With what the accepted checks were held against, if it is to count again one day. */
export function recordOf(acceptance: Acceptance, baseline: StoredBaseline | null): StoredAcceptance {
  const at = new Date().toISOString();
  if (acceptance.until === undefined) return { ...acceptance, at };
  const stored = baseline?.measurements ?? {};
  const before = Object.fromEntries(Object.entries(stored).filter(([check]) => acceptance.checks.includes(check)));
  return { ...acceptance, at, before };
}

/** `2026-01-31`, the same everywhere. */
export const today = (): string => new Date().toISOString().slice(0, 10);

/**
 * The baseline with the figures that count today: where an acceptance has ended, those from before it, or none if there were
 * none. Answers a sentence for each.
 */
export function withoutEnded(baseline: StoredBaseline, day: string): { baseline: StoredBaseline; said: string[] } {
  const ended = (baseline.accepted ?? []).filter(({ until }) => until !== undefined && until < day);
  const measurements = { ...baseline.measurements };
  // Latest first, so that the oldest figures win.
  for (const { checks, before } of ended.toReversed())
    for (const check of checks) {
      if (before?.[check] === undefined) delete measurements[check];
      else measurements[check] = before[check];
    }
  const said = ended.map(
    ({ checks, by, until }) =>
      `What ${by} accepted for ${checks.join(', ')} ended on ${until}: the figures from before it count again.`,
  );
  return { baseline: { ...baseline, measurements }, said };
}
