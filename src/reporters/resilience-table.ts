import type { CheckReport, ResilienceTimeline } from '../model.ts';
import { median } from '../stats/quantiles.ts';
import type { Say, Word } from '../words/say.ts';
import { formatCount, formatShare, formatValue } from './numbers.ts';

const outcomes = ['served', 'fallback', 'refused', 'failed'] as const;
const phases: ReadonlySet<string> = new Set<Word>(['baseline', 'peak', 'fault', 'recovery', 'restart']);

/** Titles of the columns. */
export const resilienceHead = (say: Say): string[] => [
  say('Phase'),
  say('Requests'),
  say('served'),
  say('fallback'),
  say('refused'),
  say('failed otherwise'),
  say('p95 of what was served'),
];

/** A row for each phase: what became of its requests; null without such a check. */
export function resilienceCells({ resilience }: Pick<CheckReport, 'resilience'>, say: Say): string[][] | null {
  if (resilience === undefined || resilience.buckets.served.length === 0) return null;
  return resilience.phases.map((phase) => cells(resilience, phase, say));
}

function cells(
  { bucketMs, buckets }: ResilienceTimeline,
  { name, fromMs, toMs }: ResilienceTimeline['phases'][number],
  say: Say,
): string[] {
  const within = <T>(values: readonly T[]): T[] =>
    values.slice(Math.floor(fromMs / bucketMs), Math.ceil(toMs / bucketMs));
  const counts = outcomes.map((key) => within(buckets[key]).reduce((sum, value) => sum + value, 0));
  const all = counts.reduce((sum, value) => sum + value, 0);
  const p95 = within(buckets.p95Us).filter((us) => us !== null);
  return [
    phases.has(name) ? say(name as 'peak') : name,
    formatCount(all),
    ...counts.map((count) => (all === 0 ? '–' : formatShare(count / all))),
    p95.length === 0 ? '–' : formatValue(median(p95) / 1000, 'ms'),
  ];
}

/** `closed → open → half-open → closed`; empty without a fault. */
export const breakerText = ({ resilience }: Pick<CheckReport, 'resilience'>, say: Say): string =>
  (resilience?.breaker ?? []).map(({ state }) => say(state)).join(' → ');
