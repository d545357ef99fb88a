import type { Finding, Grade } from '../model.ts';
import { variation } from '../stats/quantiles.ts';
import type { QpsMeasurement } from './speed-measurement.ts';
import { heading, speedMetrics, worsening, type SpeedLimits, type SpeedMetric } from './speed-metrics.ts';
import { percent, signedPercent } from './wording.ts';

/** What the stored figures may do: gate, be shown for a reason, or be refused because they aren't comparable. */
export type StoredUse = { may: 'gate' } | { may: 'show' | 'refuse'; because: string };

/** The limit for figures of another run, unless the user sets one. */
export const storedLimit = 0.15;

/** This run's plain load against the baseline's. Without a baseline the figures are only recorded. */
export function storedFindings(
  current: QpsMeasurement,
  stored: QpsMeasurement | null,
  limits: SpeedLimits,
  use: StoredUse,
): Finding[] {
  const noise = noiseOf(current);
  return speedMetrics.flatMap((metric): Finding[] => {
    const [before, after] = [stored && metric.plain(stored), metric.plain(current)];
    if (after === null) return [];
    const limit = limits[metric.option] ?? storedLimit;
    const change = before === null || before === 0 ? null : after / before - 1;
    const [outcome, reason] = change === null ? recorded : verdict(metric, { change, limit }, noise, use);
    return [
      {
        ...heading(metric),
        before,
        after,
        delta: change,
        interval: null,
        threshold: change !== null && use.may === 'show' ? null : { value: limit, of: 'relative' },
        outcome,
        reason,
        facts: [],
      },
    ];
  });
}

const recorded: [Grade, string] = ['pass', 'Recorded: there is no stored figure to compare with.'];

function verdict(
  metric: SpeedMetric,
  { change, limit }: { change: number; limit: number },
  noise: string,
  use: StoredUse,
): [Grade, string] {
  const over = worsening(metric, change) > limit;
  const seen = `${signedPercent(change)} against the stored figure`;
  if (use.may === 'refuse') return ['inconclusive', `${seen}, but they can't be compared: ${use.because}.`];
  if (use.may === 'show') return [over ? 'warn' : 'pass', `${seen}: shown, not gating, since ${use.because}. ${noise}`];
  const limited = `at most ${percent(limit)} is accepted`;
  return over ? ['fail', `Worse: ${seen}, ${limited}. ${noise}`] : ['pass', `${seen}, ${limited}. ${noise}`];
}

/** How far figures of two times may be trusted: the same binary was seen 30–50 % apart within ten minutes on a busy machine. */
function noiseOf({ load }: QpsMeasurement): string {
  const swing =
    load.perSecond.length < 2 ? '' : `; this load swung by ${percent(variation(load.perSecond))} from second to second`;
  return `It is from another time and maybe another machine, where unchanged code can differ by 30 % and more${swing}.`;
}
