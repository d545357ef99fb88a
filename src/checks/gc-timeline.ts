import type { Timeline, TraceRanges, WorstPause } from '../model.ts';
import type { RuntimeTrace, TraceRange } from '../pprof/runtime-trace.ts';
import { ascending, quantileOfSorted } from '../stats/quantiles.ts';
import type { CollectorRecording, RecordedCollection } from './check.ts';
import { amounts, heapLines } from './heap-sites.ts';

/** What a picture can show, and a report should carry. */
const mostPoints = 200;
const shortestBucketMs = 100;
const worstPauses = 3;
const linesPerPause = 3;
/** How far around a pause its allocations are looked for. */
const aroundMs = 200;

/** Reduces a recording to what reports draw. */
export function timelineOf(recording: CollectorRecording, durationMs: number): Timeline {
  const { looks, collections } = recording;
  const seen = evenly(looks, mostPoints);
  const shown = longest(collections, mostPoints).toSorted((a, b) => a.endedMs - b.endedMs);
  return {
    durationMs: Math.round(durationMs),
    load: buckets(recording, durationMs),
    heap: {
      atMs: seen.map(({ atMs }) => Math.round(atMs)),
      liveBytes: seen.map(({ heapBytes }) => heapBytes),
      goalBytes: seen.map(({ heapGoalBytes }) => heapGoalBytes),
      goroutines: seen.map(({ goroutines }) => goroutines),
    },
    collections: {
      count: collections.length,
      endedMs: shown.map(({ endedMs }) => rounded(endedMs)),
      pauseMs: shown.map(({ pauseMs }) => rounded(pauseMs)),
      durationMs: shown.map((one) => roundedOrNull(one.durationMs)),
      assistMs: shown.map(({ assistMs }) => roundedOrNull(assistMs)),
    },
    worst: longest(collections, worstPauses).map((collection) => worstPause(collection, recording)),
    ...(recording.trace?.onAxis != null && { trace: traced(recording.trace.onAxis) }),
  };
}

function traced({ fromMs, toMs, stops, collections, assists }: RuntimeTrace): NonNullable<Timeline['trace']> {
  const [marks, waits, helps] = [collections, stops, assists].map(rangesOf) as [TraceRanges, TraceRanges, TraceRanges];
  return { fromMs: rounded(fromMs), toMs: rounded(toMs), stops: waits, marks, assists: helps };
}

const lengthMs = ({ fromMs, toMs }: TraceRange): number => toMs - fromMs;

function rangesOf(ranges: readonly TraceRange[]): TraceRanges {
  const shown = ranges
    .toSorted((a, b) => lengthMs(b) - lengthMs(a))
    .slice(0, mostPoints)
    .toSorted((a, b) => a.fromMs - b.fromMs);
  return {
    count: ranges.length,
    totalMs: rounded(ranges.reduce((sum, range) => sum + lengthMs(range), 0)),
    fromMs: shown.map(({ fromMs }) => rounded(fromMs)),
    toMs: shown.map(({ toMs }) => rounded(toMs)),
  };
}

function buckets({ answers }: CollectorRecording, durationMs: number): Timeline['load'] {
  const bucketMs = shortestBucketMs * Math.ceil(durationMs / shortestBucketMs / mostPoints);
  const count = Math.max(1, Math.floor(durationMs / bucketMs));
  const latencies = Array.from({ length: count }, (): number[] => []);
  for (const [index, endedMs] of answers.endedMs.entries()) {
    latencies[Math.floor(endedMs / bucketMs)]?.push(answers.latencyUs[index]!);
  }
  const sorted = latencies.map(ascending);
  const at = (share: number): (number | null)[] =>
    sorted.map((bucket) => (bucket.length === 0 ? null : Math.round(quantileOfSorted(bucket, share))));
  return {
    bucketMs,
    requestsPerSecond: sorted.map(({ length }) => (length * 1000) / bucketMs),
    p50Us: at(0.5),
    p99Us: at(0.99),
    maxUs: at(1),
  };
}

const longest = (collections: readonly RecordedCollection[], most: number): RecordedCollection[] =>
  collections.toSorted((a, b) => b.pauseMs - a.pauseMs).slice(0, most);

/** At most `most` of the items, the last one always. */
function evenly<T>(items: readonly T[], most: number): T[] {
  const step = Math.max(1, Math.ceil(items.length / most));
  return items.filter((_, index) => (items.length - 1 - index) % step === 0);
}

/** Which lines allocated most around the pause, as far as two profiles enclose it. */
function worstPause(
  { endedMs, pauseMs, durationMs }: RecordedCollection,
  { profiles }: CollectorRecording,
): WorstPause {
  const before = profiles.findLast(({ upToMs }) => upToMs <= endedMs - aroundMs) ?? profiles[0]!;
  const after = profiles.find(({ upToMs }) => upToMs >= endedMs + aroundMs) ?? profiles.at(-1)!;
  const lines = [...heapLines([before.sites, after.sites]).values()].map((line) => {
    const [then = 0, now = 0] = amounts(line, 'allocatedBytes');
    return { frame: line.frame, bytes: Math.round(now - then) };
  });
  return {
    endedMs: rounded(endedMs),
    pauseMs: rounded(pauseMs),
    durationMs: roundedOrNull(durationMs),
    fromMs: Math.round(before.upToMs),
    toMs: Math.round(after.upToMs),
    lines: lines
      .filter(({ bytes }) => bytes > 0)
      .toSorted((a, b) => b.bytes - a.bytes)
      .slice(0, linesPerPause),
  };
}

const rounded = (ms: number): number => Number(ms.toFixed(3));
const roundedOrNull = (ms: number | null): number | null => (ms === null ? null : rounded(ms));
