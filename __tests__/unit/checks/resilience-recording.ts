import type { ResilienceMeasurement, ResiliencePhase } from '../../../src/checks/resilience-measurement.ts';

/** One bucket of 100 ms at 100 requests/s: how many of ten requests ended in which way. */
export interface Bucket {
  served?: number;
  fallback?: number;
  limited?: number;
  unavailable?: number;
  failed?: number;
  waited?: number;
  arrivals?: number;
}

export const fine: Bucket = { served: 10, arrivals: 10 };
/** Timeouts that end in a fallback. */
export const hanging: Bucket = { fallback: 10, waited: 10, arrivals: 10 };
export const open: Bucket = { fallback: 10, arrivals: 0 };
export const trial: Bucket = { fallback: 10, waited: 1, arrivals: 1 };

export const times = (count: number, bucket: Bucket): Bucket[] => Array.from({ length: count }, () => bucket);

type Phases = Partial<Record<ResiliencePhase['name'], Bucket[]>>;

/** A recording made of the buckets of its phases, in the order in which they are named. */
export function recording(given: Phases, parts: Partial<ResilienceMeasurement> = {}): ResilienceMeasurement {
  const all = Object.entries(given) as [ResiliencePhase['name'], Bucket[]][];
  const buckets = all.flatMap(([, list]) => list);
  const column = (key: keyof Bucket): number[] => buckets.map((bucket) => bucket[key] ?? 0);
  const [served, fallback, limited] = [column('served'), column('fallback'), column('limited')];
  const [unavailable, failed] = [column('unavailable'), column('failed')];
  const sent = served.map((_, at) => served[at]! + fallback[at]! + limited[at]! + unavailable[at]! + failed[at]!);
  let fromMs = 0;
  const phases = all.map(([name, list]): ResiliencePhase => {
    const start = fromMs / 100;
    const sum = (values: number[]): number => values.slice(start, start + list.length).reduce((a, b) => a + b, 0);
    const phase = {
      name,
      fromMs,
      toMs: fromMs + list.length * 100,
      sent: sum(sent),
      passed: sum(served) + sum(fallback),
      refused: sum(limited) + sum(unavailable),
      retryAfter: sum(limited) + sum(unavailable),
      p95Us: sum(served) === 0 ? null : 12_000,
      arrivals: sum(column('arrivals')),
    };
    fromMs = phase.toMs;
    return phase;
  });
  return {
    perSecond: 100,
    fault: 'blackhole in front of 127.0.0.1:5432',
    phases,
    peak: { delayMs: 0, steps: [{ perSecond: 140, sent: 280, refused: 0, p95Us: 12_500 }], limit: 'plan' },
    slowPeak: null,
    series: {
      bucketMs: 100,
      sent,
      passed: served.map((count, at) => count + fallback[at]!),
      served,
      fallback,
      limited,
      unavailable,
      failed,
      waited: column('waited'),
      p95Us: served.map((count) => (count === 0 ? null : 12_000)),
      arrivals: column('arrivals'),
    },
    ...parts,
  };
}

/** The same seen without a proxy. */
export function unproxied(measured: ResilienceMeasurement): ResilienceMeasurement {
  return {
    ...measured,
    phases: measured.phases.map((phase) => ({ ...phase, arrivals: null })),
    series: { ...measured.series, arrivals: null },
  };
}

/** A breaker as it should be: trips after three buckets, tries twice in vain, closes after the fault. */
export const rightBreaker = (): ResilienceMeasurement =>
  recording({
    baseline: times(30, fine),
    fault: [...times(3, hanging), ...times(5, open), trial, ...times(5, open), trial, ...times(5, open)],
    recovery: [...times(3, open), { fallback: 4, served: 6, arrivals: 6 }, ...times(56, fine)],
    restart: times(25, fine),
  });
