import { acceptancesIn, underAcceptance, type Acceptance, type Accepted } from './acceptance.ts';
import type { Held } from '../history/baselines.ts';
import { checks } from '../checks/index.ts';
import type { Host } from '../host/host.ts';
import type { CheckReport } from '../model.ts';
import type { Survey } from '../survey.ts';

/** What became of the reports once it was asked whether somebody accepts what they found. */
export interface AcceptedReports {
  reports: CheckReport[];
  /** Acceptances that changed something, with the checks that they changed. */
  used: Acceptance[];
  notes: string[];
}

/**
 * Turns the failures that somebody accepted into warnings: by a line in a commit message since the baseline, else by the
 * label of the pull request. The forge is asked only when there is something to accept.
 */
export async function acceptFailures(
  reports: readonly CheckReport[],
  {
    held,
    place,
    host,
  }: { held: Pick<Held, 'accepting'>; place: Pick<Survey, 'event'>; host: Pick<Host, 'acceptLabel'> },
): Promise<AcceptedReports> {
  if (!reports.some(({ outcome }) => outcome === 'fail')) return { reports: [...reports], used: [], notes: [] };
  const today = new Date().toISOString().slice(0, 10);
  const stranger = place.event.pullRequest?.fromFork === true;
  const names = checks.map(({ name }) => name);
  const { acceptances, problems } = stranger ? ofStranger(held.accepting) : acceptancesIn(held.accepting, names, today);
  const byCommit = applied(reports, acceptances);
  const left = byCommit.reports.some(({ outcome }) => outcome === 'fail');
  const label = left ? await host.acceptLabel(place.event) : null;
  if (label === null) return { ...byCommit, notes: problems };
  const { pullRequest, title, by } = label;
  const who = by ?? 'somebody who may label';
  const byLabel = applied(byCommit.reports, [
    { checks: ['all'], by: who, reason: title, how: `label leakgate:accept of #${pullRequest}` },
  ]);
  return { reports: byLabel.reports, used: [...byCommit.used, ...byLabel.used], notes: problems };
}

/** Who opens a pull request from a fork may write any commit message; the label takes somebody with rights here. */
function ofStranger({ length }: Held['accepting']): Accepted {
  const problem = 'Leakgate-Accept in commits of a fork accepts nothing; the label leakgate:accept does.';
  return { acceptances: [], problems: length === 0 ? [] : [problem] };
}

function applied(reports: readonly CheckReport[], acceptances: readonly Acceptance[]): Omit<AcceptedReports, 'notes'> {
  const all = reports.map((report) => underAcceptance(report, acceptances));
  const used = all.flatMap(({ report, used: one }) => (one === null ? [] : [{ ...one, checks: [report.name] }]));
  return { reports: all.map(({ report }) => report), used };
}
