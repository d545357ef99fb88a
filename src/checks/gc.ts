import { kebabOptions } from '../config/options.ts';
import { duration, flag } from '../config/values.ts';
import type { CheckReport, Fact, Finding, Metric } from '../model.ts';
import { defineCheck, type Bench } from './check.ts';
import { summarise } from './gc-figures.ts';
import { gcMeasurement, type GcMeasurement } from './gc-measurement.ts';
import { bytesText } from './leak-wording.ts';
import { assertMeasured } from './validity.ts';
import { amountText, counted, percent } from './wording.ts';

const options = kebabOptions({
  'gc-window': duration
    .refine((ms) => ms <= 60_000, { error: 'a minute at most' })
    .prefault('5s')
    .describe('How long the `gc` check loads the service to watch its collections.'),
  'gc-trace': flag
    .default(false)
    .describe(
      'Let the `gc` check go on for two seconds under a runtime trace and keep it as `trace.out`, for `go tool trace`.',
    ),
});

interface GcOptions {
  gcWindow: number;
  gcTrace: boolean;
}

const traceMs = 2000;
/** A coincidence is told when chance makes it less often than this, and when it concerns so many more of the slow requests. */
const level = 0.01;
const practicalMargin = 0.2;

/**
 * What the garbage collector does beside a load: pauses, heap and allocations on one axis of time. It never fails a run. It loads the
 * probe build, whose memory profile costs CPU time: its rates and latencies don't compare with those of the speed check.
 */
export const gc = defineCheck({
  name: 'gc',
  title: 'Garbage collection',
  build: 'probe',
  onRequest: true,
  options,
  measurement: gcMeasurement,
  measure,
  judge,
});

async function measure(bench: Bench, { gcWindow, gcTrace }: GcOptions, signal: AbortSignal): Promise<GcMeasurement> {
  signal.throwIfAborted();
  bench.progress('gc: watching the collector under load');
  const recording = await bench.collector.record({ durationMs: gcWindow, traceMs: gcTrace ? traceMs : 0 });
  assertMeasured(recording.load);
  const measured = summarise(recording);
  if (measured.cpuShare === null) {
    bench.note(
      'The runtime’s own lines about collections weren’t seen on stderr: their CPU time and begin are unknown.',
    );
  }
  if (recording.trace !== null) {
    await bench.keep('trace.out', recording.trace.bytes);
    const apart =
      recording.trace.onAxis === null
        ? ' Its ranges couldn’t be placed on the axis of this run: that takes two collections in it that were seen from outside too.'
        : '';
    bench.note(`A trace of the runtime lies beside the result: \`go tool trace trace.out\`.${apart}`);
  }
  return measured;
}

function judge(current: GcMeasurement): Omit<CheckReport, 'name' | 'title'> {
  return {
    outcome: 'pass',
    summary: summaryOf(current),
    findings: latencyFindings(current),
    metrics: metricsOf(current),
    routes: [],
    timeline: current.timeline,
  };
}

function summaryOf({ timeline, pauseP99Ms, requests }: GcMeasurement): string {
  const { count } = timeline.collections;
  if (count === 0) return `No collection in ${counted(requests, 'request')}.`;
  return `${counted(count, 'collection')} in ${counted(requests, 'request')}, p99 of the pauses ${amountText(pauseP99Ms ?? 0)} ms.`;
}

function latencyFindings({ slow, timeline }: GcMeasurement): Finding[] {
  if (slow === null || slow.p > level || slow.share - slow.expected < practicalMargin) return [];
  const { share, expected, fromUs, against } = slow;
  const where = against === 'collections' ? 'fall into a collection' : 'fall onto the pause of a collection';
  return [
    {
      id: 'gc/slow-requests',
      kind: 'speed',
      metric: 'Slow requests during collections',
      unit: 'ratio',
      before: null,
      after: share,
      delta: null,
      interval: null,
      threshold: null,
      outcome: 'warn',
      reason: `Latency peaks coincide with collections: ${percent(share)} of the slowest 1 % of the requests (${amountText(fromUs / 1000)} ms and more) ${where}; by chance it would be ${percent(expected)}.`,
      facts: allocationFacts(timeline),
    },
  ];
}

/** The lines that allocate most around the worst pauses: what makes collections necessary. */
function allocationFacts({ worst }: GcMeasurement['timeline']): Fact[] {
  const [pause] = worst;
  const [line] = pause?.lines ?? [];
  if (pause === undefined || line === undefined) return [];
  const { frame, bytes } = line;
  return [
    { label: 'allocates most around the longest pause', text: `${bytesText(bytes)} at ${frame.function}`, frame },
  ];
}

function metricsOf(current: GcMeasurement): Metric[] {
  const { pauseP99Ms, collectionsPerThousand, cpuShare, assistUsPerRequest, timeline } = current;
  const lower = { better: 'lower' } as const;
  const longest = timeline.worst[0]?.pauseMs;
  const figures: (Omit<Metric, 'value'> & { value: number | null | undefined })[] = [
    { ...lower, id: 'gc/pause-p99', title: 'GC pause p99', unit: 'ms', value: pauseP99Ms },
    { ...lower, id: 'gc/pause-max', title: 'Longest GC pause', unit: 'ms', value: longest },
    {
      ...lower,
      id: 'gc/collections-per-1k',
      title: 'Collections in 1,000 requests',
      unit: 'count',
      value: collectionsPerThousand,
    },
    { ...lower, id: 'gc/cpu-share', title: 'CPU time of the collector', unit: 'ratio', value: cpuShare },
    { ...lower, id: 'gc/assist', title: 'GC assists', unit: 'us/req', value: assistUsPerRequest },
    {
      ...lower,
      id: 'gc/heap-peak',
      title: 'Highest live heap under load',
      unit: 'bytes',
      value: Math.max(...timeline.heap.liveBytes),
    },
  ];
  return figures.flatMap(({ value, ...metric }) =>
    value === null || value === undefined ? [] : [{ ...metric, value }],
  );
}
