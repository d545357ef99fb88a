import { ascending, quantile, quantileOfSorted } from '../stats/quantiles.ts';
import { coincidence, type Span } from '../stats/jitter.ts';
import type { CollectorRecording, RecordedCollection } from './check.ts';
import type { GcMeasurement } from './gc-measurement.ts';
import { timelineOf } from './gc-timeline.ts';

/** The slowest hundredth of the requests are held against the collections. */
const slowShare = 0.01;
const fewestSlow = 10;
const fewestCollections = 5;

/** Reduces a recording to what is stored and judged. */
export function summarise(recording: CollectorRecording): GcMeasurement {
  const { load, collections, processors, missed } = recording;
  const { durationMs } = load;
  const requests = load.answered;
  const thousands = Math.max(1, requests) / 1000;
  const cpuMs = sum(collections, 'cpuMs');
  const assistMs = sum(collections, 'assistMs');
  return {
    timeline: timelineOf(recording, durationMs),
    requests,
    pauseP99Ms: collections.length === 0 ? null : quantile(pauses(collections), 0.99),
    collectionsPerThousand: (collections.length + missed) / thousands,
    cpuShare: cpuMs === null || processors === null ? null : cpuMs / (processors * Math.max(1, durationMs)),
    assistUsPerRequest: assistMs === null ? null : assistMs / thousands,
    slow: slowRequests(recording),
    missed,
  };
}

const pauses = (collections: readonly RecordedCollection[]): number[] => collections.map(({ pauseMs }) => pauseMs);

/** Of all collections; null when the runtime's line about any of them was lost, so that no sum is too small unnoticed. */
function sum(collections: readonly RecordedCollection[], of: 'cpuMs' | 'assistMs'): number | null {
  const known = collections.flatMap((one) => one[of] ?? []);
  return known.length < collections.length ? null : known.reduce((total, ms) => total + ms, 0);
}

function slowRequests({ answers, collections, load }: CollectorRecording): GcMeasurement['slow'] {
  const { endedMs, latencyUs } = answers;
  if (collections.length < fewestCollections || latencyUs.length * slowShare < fewestSlow) return null;
  const fromUs = quantileOfSorted(ascending(latencyUs), 1 - slowShare);
  const spans = endedMs.flatMap((to, index): Span[] => {
    const us = latencyUs[index]!;
    return us >= fromUs ? [{ from: to - us / 1000, to }] : [];
  });
  const whole = collections.every(({ durationMs }) => durationMs !== null);
  const events = collections.map((one) => ({ from: one.endedMs - (one.durationMs ?? one.pauseMs), to: one.endedMs }));
  const seen = coincidence(spans, events, { from: 0, to: load.durationMs });
  return { requests: spans.length, fromUs: Math.round(fromUs), ...seen, against: whole ? 'collections' : 'pauses' };
}
