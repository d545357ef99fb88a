import type { StoredBaseline } from '../baseline/index.ts';
import { speedGates } from '../checks/speed-gates.ts';
import { logLimit, relativeChange, type SpeedLimits } from '../checks/speed-metrics.ts';
import { signedPercent } from '../checks/wording.ts';
import { levelsOf, worstShift } from '../stats/drift.ts';
import { sinceAccepted } from './trail.ts';

/** An older commit to measure speed against, since it seems to have got worse in steps that were each too small. */
export interface Anchor {
  sha: string;
  /** For the report: what seems to have drifted, by how much, since when. */
  reason: string;
}

/**
 * Does the chain of paired ratios show a lasting change beyond a metric's limit? That only chooses what to measure against: the
 * verdict is that of base and head side by side, with all its guards. Changes up to an accepted one don't count.
 */
export function driftAnchor(stored: StoredBaseline | null, limits: SpeedLimits): Anchor | null {
  const trail = sinceAccepted(stored?.trail ?? [], 'qps');
  const shifts = speedGates(limits).flatMap(({ metric, limit }) => {
    const steps = trail.map(({ sha, base = null, changes }) => ({ sha, base, change: changes[metric.series] ?? 0 }));
    const found = worstShift(levelsOf(steps));
    const allowed = logLimit(metric, limit);
    return found !== null && found.shift > allowed ? [{ ...found, metric, excess: found.shift / allowed }] : [];
  });
  const [worst] = shifts.toSorted((a, b) => b.excess - a.excess);
  if (worst === undefined) return null;
  const { metric, anchor, shift, commits } = worst;
  const change = signedPercent(relativeChange(metric, shift));
  return {
    sha: anchor,
    reason: `Speed is measured against ${anchor.slice(0, 7)}, ${commits} baselines back: since then ${metric.title} seems to have drifted by ${change} in small steps.`,
  };
}
