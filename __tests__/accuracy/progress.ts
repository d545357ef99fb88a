import type { RunRecord } from './record.ts';

/** `1 h 05 min`, `3 min`, `40 s`. */
export function clock(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}

interface Progress {
  done: number;
  of: number;
  secondsLeft: number;
}

const good: ReadonlySet<string> = new Set(['found', 'quiet']);

/** What a finished run has come to, and how long the rest will take. */
export function progressLine(record: RunRecord, { done, of, secondsLeft }: Progress): string {
  const { entry, run, outcome, seconds, load, error, failed } = record;
  const mark = good.has(outcome) ? '✔' : '✘';
  const named = failed.map(({ id, at }) => at ?? id).join(' ');
  const more = good.has(outcome) ? '' : ` ${error ?? named}`.trimEnd();
  const left = done === of ? '' : `, ${clock(secondsLeft)} left`;
  return `${mark} ${entry} #${run}: ${outcome}${more} (${seconds} s, load ${load}; ${done} of ${of}${left})`;
}
