import { LeakgateError } from '../errors.ts';
import type { CheckReport, Finding, Report } from '../model.ts';

/** The deviation that a bisection follows through history. */
export interface Suspect {
  check: string;
  finding: Finding;
}

/**
 * The first finding that failed, or the first of a named check.
 * @throws LeakgateError `config` when nothing failed that commits could have brought.
 */
export function suspectOf({ checks }: Pick<Report, 'checks'>, named: string | undefined): Suspect {
  const failing = checks.filter(({ name, outcome }) => outcome === 'fail' && (named === undefined || name === named));
  for (const { name, findings } of failing) {
    const finding = findings.find(({ outcome }) => outcome === 'fail');
    if (finding !== undefined) return { check: name, finding };
  }
  const red = checks.filter(({ outcome }) => outcome === 'fail').map(({ name }) => name);
  throw new LeakgateError(
    'config',
    named === undefined ? 'Nothing failed in that run.' : `The check ${named} didn't fail in that run.`,
    {
      hint:
        red.length > 0
          ? `Red there: ${red.join(', ')}.`
          : 'Bisect takes a red run: `leakgate bisect RUN`, or --from result.json.',
    },
  );
}

/** The same deviation in another run; lines move, so a site is known by its function and what is measured. */
export function sameIn({ checks }: { checks: readonly CheckReport[] }, { check, finding }: Suspect): Finding | null {
  const found = checks.find(({ name }) => name === check)?.findings ?? [];
  const alike = ({ id, kind, metric, site }: Finding): boolean =>
    id === finding.id ||
    (kind === finding.kind && metric === finding.metric && site?.function === finding.site?.function);
  return found.find((one) => one.outcome === 'fail' && alike(one)) ?? found.find(alike) ?? null;
}

/** The labels of the routes that drive it; empty where nobody knows. */
export const drivingRoutes = ({ finding }: Suspect): string =>
  finding.facts?.find(({ label }) => label === 'driven by')?.text ?? '';
