import type { Finding, Unit } from '../model.ts';
import type { Say } from '../words/say.ts';
import { isJudged } from './story.ts';
import { bareRelative, formatCount, formatRelative, formatShare, formatValue } from './numbers.ts';

const nothing = '–';
const timeUnits: ReadonlySet<Unit> = new Set<Unit>(['req/s', 'ms', 'us/req']);

/** How a finding's numbers read in a cell. Plain text of our own making: it needs no escaping. */
export interface Figures {
  before: string;
  after: string;
  change: string;
  /** `+4.1 … +17.2`, or empty. */
  interval: string;
  /** `+15 %`, or a dash where nothing was held against it. */
  gate: string;
}

export function figuresOf(finding: Finding, say: Say): Figures {
  const value = (given: number | null): string => (given === null ? nothing : formatValue(given, finding.unit));
  return {
    before: value(finding.before),
    after: value(finding.after),
    change: changeOf(finding, say),
    interval: intervalOf(finding),
    gate: gateOf(finding),
  };
}

/** Has any of them an interval to show? */
export const haveIntervals = (findings: readonly Finding[]): boolean =>
  findings.some((finding) => intervalOf(finding) !== '');

/** True for a figure of time that is held against one measured on another day, maybe on another machine. */
export function isFromAnotherTime(finding: Finding): boolean {
  return timeUnits.has(finding.unit) && finding.before !== null && finding.interval === null;
}

/** Times and costs are read as shares, counts of leaked things as differences, unless the threshold says otherwise. */
function isRelative({ threshold, kind }: Finding): boolean {
  return threshold === null ? kind === 'speed' || kind === 'cost' : threshold.of === 'relative';
}

function changeOf(finding: Finding, say: Say): string {
  const { before, after, delta, unit } = finding;
  if (isRelative(finding)) {
    const share = finding.threshold === null ? shareOf(before, after) : delta;
    if (share !== null) return formatRelative(share);
    return before === 0 && after !== null && after > 0 ? say('new') : nothing;
  }
  if (delta === null || before === null) return nothing;
  return unit === 'ratio' ? say('{n}\u00a0points', { n: bareRelative(delta) }) : formatValue(delta, unit, 'always');
}

const shareOf = (before: number | null, after: number | null): number | null =>
  before === null || after === null || before === 0 ? null : after / before - 1;

function intervalOf({ threshold, interval, unit }: Finding): string {
  // Of a program that is the base's own nothing was measured, so nothing could have come out otherwise.
  if (interval === null || threshold === null || interval[0] === interval[1]) return '';
  const end = (value: number): string => {
    if (threshold.of === 'relative' || unit === 'ratio') return bareRelative(value);
    return formatValue(value, unit, 'always');
  };
  return `${end(interval[0])} … ${end(interval[1])}`;
}

function gateOf(finding: Finding): string {
  const { threshold, unit, delta, before } = finding;
  if (threshold === null || !isJudged(finding)) return nothing;
  const { value, of } = threshold;
  // Throughput is the one figure that gets worse by falling.
  if (of === 'relative') return `${unit === 'req/s' ? '−' : '+'}${formatShare(value)}`;
  if (value === 0) return before === null ? '0' : '+0';
  const limit = unit === 'ratio' ? formatShare(value) : formatValue(value, unit);
  return delta === null || before === null ? `≤ ${limit}` : `+${limit}`;
}

/** What a leaking line costs: `1 054 B/req`, or `100 goroutines`, with what it was before when it was something. */
export function growthOf({ before, after, unit, kind }: Finding, say: Say): string {
  if (after === null || kind === 'crash')
    return after !== null && after > 1 ? say('{n} times', { n: formatCount(after) }) : '';
  const shown = formatValue(after, unit);
  return before === null || before === 0
    ? shown
    : say('{now} (was {before})', { now: shown, before: formatValue(before, unit) });
}
