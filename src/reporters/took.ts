import type { Report } from '../model.ts';

/** Phases may overlap or leave gaps: what counts is from the first start to the last end. */
export function tookMs({ phases }: Pick<Report, 'phases'>): number {
  const starts = phases.map(({ startedAt }) => Date.parse(startedAt));
  const ends = phases.map(({ startedAt, durationMs }) => Date.parse(startedAt) + durationMs);
  const took = Math.max(...ends) - Math.min(...starts);
  return Number.isFinite(took) ? took : phases.reduce((sum, { durationMs }) => sum + durationMs, 0);
}
