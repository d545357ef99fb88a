import type { StoredBaseline, TrailStep } from '../baseline/index.ts';
import type { Held } from './baselines.ts';
import { allowedAllocs, allowedBytes, type CostLimits } from '../checks/cost-limits.ts';
import { signedPercent } from '../checks/wording.ts';
import type { Config } from '../config/resolve.ts';
import type { Measured } from '../measure.ts';
import type { CheckReport, Finding } from '../model.ts';
import type { Survey } from '../survey.ts';
import { conditionsOf, countsOf, sinceAccepted } from './trail.ts';
import { withFindings } from '../verdict.ts';

/** The reports of a run with what many small steps have added up to. */
export function judgedByTrail(
  { reports, measurements }: Measured,
  { config, place, held }: { config: Config; place: Survey; held: Held },
): CheckReport[] {
  const drift = driftFindings(held.stored, {
    counts: countsOf(measurements),
    comparability: place.comparability,
    limits: config.options['heap-leak'] as CostLimits,
    gates: place.event.storesBaseline,
  });
  return withDrift(reports, drift);
}

/** How many single allowances may add up before it is drift. */
const allowances = 3;

interface Count {
  id: string;
  metric: string;
  name: 'mallocsPerRequest' | 'allocatedBytesPerRequest';
  unit: Finding['unit'];
  allowed(before: number, limits: CostLimits): number;
}

const counts: readonly Count[] = [
  {
    id: 'heap-leak/mallocs-drift',
    metric: 'Allocations per request, over many commits',
    name: 'mallocsPerRequest',
    unit: 'allocs/req',
    allowed: allowedAllocs,
  },
  {
    id: 'heap-leak/allocated-bytes-drift',
    metric: 'Allocated bytes per request, over many commits',
    name: 'allocatedBytesPerRequest',
    unit: 'bytes/req',
    allowed: allowedBytes,
  },
];

interface Now {
  counts: Record<string, number>;
  comparability: Record<string, string>;
  limits: CostLimits;
  /** A branch's own run fails by it; a pull request, which added only its own step, is warned. */
  gates: boolean;
}

/**
 * Counts against the best commit of the trail under the same conditions: what was gained is kept, and steps that were each
 * within their limit can't add up unseen. One finding for each count that went beyond three times the allowance of one step.
 */
export function driftFindings(stored: StoredBaseline | null, now: Now): Finding[] {
  const conditions = conditionsOf(now.comparability);
  const trail = sinceAccepted(stored?.trail ?? [], 'heap-leak').filter((step) => step.conditions === conditions);
  return counts.flatMap((count): Finding[] => {
    const after = now.counts[count.name];
    const known = trail.filter((step) => step.counts[count.name] !== undefined);
    if (after === undefined || known.length < 2) return [];
    const value = (step: TrailStep): number => step.counts[count.name]!;
    const best = known.reduce((a, b) => (value(b) <= value(a) ? b : a));
    const before = value(best);
    const allowed = allowances * count.allowed(before, now.limits);
    if (after - before <= allowed || best === known.at(-1)) return [];
    const since = `since ${best.sha.slice(0, 7)}, ${trail.length - trail.indexOf(best)} baselines back`;
    const delta = after / before - 1;
    return [
      {
        id: count.id,
        kind: 'cost',
        metric: count.metric,
        unit: count.unit,
        before,
        after,
        delta,
        interval: null,
        threshold: { value: allowed, of: 'absolute' },
        outcome: now.gates ? 'fail' : 'warn',
        reason: `${signedPercent(delta)} ${since}, in steps that were each within their limit.`,
      },
    ];
  });
}

/** Puts them into the report of the check whose figures they are about. */
function withDrift(reports: readonly CheckReport[], drift: readonly Finding[]): CheckReport[] {
  return reports.map((report) => {
    if (report.name !== 'heap-leak' || drift.length === 0) return report;
    const fails = drift.some(({ outcome }) => outcome === 'fail');
    const said = drift.map(({ metric, reason }) => `${metric}: ${reason}`).join(' ');
    const summary = fails ? (report.outcome === 'fail' ? `${report.summary} ${said}` : said) : report.summary;
    return withFindings(report, [...report.findings, ...drift], summary);
  });
}
