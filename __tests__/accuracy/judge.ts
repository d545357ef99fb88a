import type { Finding, Report } from '../../src/model.ts';
import type { Entry } from './manifest.ts';

/**
 * `misnamed`: red, but at no line or metric that is to blame. `undecided`: Leakgate says that it can't tell. `broken`: the run
 * ended without a verdict.
 */
export type RunOutcome = 'found' | 'misnamed' | 'missed' | 'quiet' | 'false-alarm' | 'undecided' | 'broken';

/** A red finding and the line it names, as `file:line`. */
export interface Named {
  id: string;
  at: string | null;
}

export const failures = (report: Report): Named[] =>
  report.checks
    .flatMap(({ findings }) => findings)
    .filter(({ outcome }) => outcome === 'fail')
    .map(({ id, site }) => ({ id, at: site === undefined ? null : `${site.file}:${site.line}` }));

/**
 * Holds a verdict against what the entry is known to be.
 * @param marks the guilty lines, as `file:line`.
 */
export function judgeRun(entry: Entry, report: Report, marks: readonly string[]): RunOutcome {
  if (report.error !== null) return 'broken';
  const healthy = entry.kind === 'healthy' || entry.kind === 'same';
  if (report.verdict === 'fail') {
    if (healthy) return 'false-alarm';
    return failures(report).some((finding) => isBlamed(entry, finding, marks)) ? 'found' : 'misnamed';
  }
  if (report.verdict === 'inconclusive') return 'undecided';
  return healthy ? 'quiet' : 'missed';
}

const isBlamed = (entry: Entry, { id, at }: Named, marks: readonly string[]): boolean =>
  entry.kind === 'speed' ? entry.expect.includes(id) : at !== null && marks.includes(at);

/** Red findings that blame something else than what is wrong. */
export const astray = (entry: Entry, report: Report, marks: readonly string[]): Named[] =>
  entry.kind === 'speed' ? [] : failures(report).filter((finding) => !isBlamed(entry, finding, marks));

/** Change and 95 % interval of each metric that was measured side by side. */
export function effects(report: Report): Record<string, [number, number, number]> {
  const measured = (finding: Finding) => finding.delta !== null && finding.interval !== null;
  const found = report.checks.flatMap(({ findings }) => findings).filter(measured);
  return Object.fromEntries(
    found.map(({ id, delta, interval }) => [id, [delta!, ...interval!].map(short) as [number, number, number]]),
  );
}

const short = (value: number): number => Math.round(value * 1e4) / 1e4;
