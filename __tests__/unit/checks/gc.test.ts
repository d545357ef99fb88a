import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Bench, CollectorRecording, JudgeContext } from '../../../src/checks/check.ts';
import { gc } from '../../../src/checks/gc.ts';
import { summarise } from '../../../src/checks/gc-figures.ts';
import { timelineOf } from '../../../src/checks/gc-timeline.ts';

/** Recorded by `fixtures/gc/record.ts`. */
function recording(name: 'large-heap' | 'sleeper'): CollectorRecording {
  const url = new URL(`../../fixtures/gc/${name}.json.gz`, import.meta.url);
  return { ...(JSON.parse(gunzipSync(readFileSync(url)).toString('utf8')) as CollectorRecording), trace: null };
}

const context: JudgeContext = { compare: 'auto', knownLeaks: 'fail', mismatches: [] };
const options = gc.options.parse({});
const judge = (given: CollectorRecording) => gc.judge(summarise(given), null, options, context);

describe('the timeline', () => {
  const large = timelineOf(recording('large-heap'), 4000);

  test('holds every answer of the window in a bucket of 100 ms', () => {
    const { answers } = recording('large-heap');
    const inside = answers.endedMs.filter((endedMs) => endedMs < 4000).length;
    const { load } = large;
    expect(load.bucketMs).toBe(100);
    expect(load.requestsPerSecond).toHaveLength(40);
    expect(load.requestsPerSecond.reduce((sum, rate) => sum + rate / 10, 0)).toBeCloseTo(inside, 6);
    for (const [index, max] of load.maxUs.entries()) expect(max).toBeGreaterThanOrEqual(load.p99Us[index]!);
  });

  test('shows collections in order and between looks that rise to the goal', () => {
    const { collections, heap } = large;
    expect(collections.count).toBe(recording('large-heap').collections.length);
    expect(collections.endedMs).toEqual(collections.endedMs.toSorted((a, b) => a - b));
    expect(collections.durationMs.every((ms, index) => ms !== null && ms >= collections.pauseMs[index]!)).toBe(true);
    expect(heap.atMs.length).toBe(heap.liveBytes.length);
    // The live objects alone hold 40 MB; collections begin at about twice that.
    expect(Math.min(...heap.liveBytes)).toBeGreaterThan(40e6);
    expect(Math.min(...heap.goalBytes)).toBeGreaterThan(75e6);
  });

  test('names the lines that allocated around the worst pauses, in a span that encloses them', () => {
    expect(large.worst).toHaveLength(3);
    for (const { endedMs, fromMs, toMs, lines } of large.worst) {
      expect(fromMs).toBeLessThanOrEqual(Math.max(0, endedMs - 200));
      expect(toMs).toBeGreaterThanOrEqual(Math.min(4000, endedMs + 200));
      expect(lines.map(({ frame }) => frame.function)).toEqual(['main.month', 'main.statement', 'main.statement']);
    }
  });

  test('never has more than 200 entries, and keeps the longest pauses', () => {
    const given = recording('sleeper');
    const collections = Array.from({ length: 900 }, (_, index) => ({
      endedMs: index * 66,
      pauseMs: index % 7 === 0 ? 2 : 0.1,
      durationMs: null,
      cpuMs: null,
      assistMs: null,
    }));
    const looks = Array.from({ length: 601 }, (_, index) => ({ ...given.looks[0]!, atMs: index * 100 }));
    const { load, heap, collections: shown } = timelineOf({ ...given, collections, looks }, 60_000);
    expect(load.bucketMs * load.requestsPerSecond.length).toBe(60_000);
    for (const { length } of [load.p50Us, heap.atMs, shown.endedMs]) expect(length).toBeLessThanOrEqual(200);
    expect(heap.atMs.at(-1)).toBe(60_000);
    expect(shown.count).toBe(900);
    expect(shown.pauseMs.filter((ms) => ms === 2)).toHaveLength(129);
  });
});

describe('slow requests', () => {
  test('that wait for the collector are told, with the line that allocates', () => {
    const { outcome, findings } = judge(recording('large-heap'));
    expect(outcome).toBe('pass');
    expect(findings).toMatchObject([{ id: 'gc/slow-requests', outcome: 'warn', threshold: null, unit: 'ratio' }]);
    const [{ reason, facts, after }] = findings as [(typeof findings)[number]];
    expect(after).toBeGreaterThan(0.6);
    expect(reason).toContain('65.4 % of the slowest 1 %');
    expect(reason).toContain('by chance it would be 38.0 %');
    expect(facts?.[0]?.frame).toMatchObject({ function: 'main.month', line: 39 });
  });

  test('that sleep are not, though many collections fall into them', () => {
    const { slow } = summarise(recording('sleeper'));
    expect(slow!.share).toBeGreaterThan(0.4);
    expect(slow!.p).toBeGreaterThan(0.5);
    expect(judge(recording('sleeper')).findings).toEqual([]);
  });

  test('say so when only the pauses are known', () => {
    const given = recording('large-heap');
    given.collections[0]!.durationMs = null;
    expect(summarise(given).slow?.against).toBe('pauses');
  });

  test('need enough requests and collections', () => {
    const given = recording('large-heap');
    expect(summarise({ ...given, collections: given.collections.slice(0, 4) }).slow).toBeNull();
    const few = { endedMs: given.answers.endedMs.slice(0, 900), latencyUs: given.answers.latencyUs.slice(0, 900) };
    expect(summarise({ ...given, answers: few }).slow).toBeNull();
  });
});

describe('the figures', () => {
  test('are told in the units of the report', () => {
    const { metrics, summary } = judge(recording('sleeper'));
    const values = Object.fromEntries(metrics.map(({ id, value }) => [id, value]));
    expect(values['gc/collections-per-1k']).toBeCloseTo(81 / 12.874, 6);
    expect(values['gc/cpu-share']).toBeGreaterThan(0.01);
    expect(values['gc/cpu-share']).toBeLessThan(0.05);
    expect(values['gc/pause-max']).toBe(28.075);
    expect(summary).toBe('81 collections in 12,874 requests, p99 of the pauses 12.4 ms.');
  });

  test('leave CPU time out when the runtime’s line about one collection was lost', () => {
    const given = recording('sleeper');
    given.collections[3]!.cpuMs = null;
    const ids = judge(given).metrics.map(({ id }) => id);
    expect(ids).not.toContain('gc/cpu-share');
    expect(ids).toContain('gc/assist');
  });

  test('of a service that never collects', () => {
    const { summary, metrics, findings } = judge({ ...recording('sleeper'), collections: [] });
    expect(summary).toBe('No collection in 12,874 requests.');
    expect(findings).toEqual([]);
    expect(metrics.map(({ id }) => id)).not.toContain('gc/pause-p99');
  });

  test('survive being stored', () => {
    const measured = summarise(recording('sleeper'));
    expect(gc.measurement.parse(JSON.parse(JSON.stringify(measured)))).toEqual(measured);
  });
});

describe('a traced stretch', () => {
  const range = (fromMs: number, toMs: number) => ({ fromMs, toMs });
  const onAxis = {
    fromMs: 3000,
    toMs: 4000,
    stops: Array.from({ length: 300 }, (_, index) =>
      range(3000 + index * 3, 3000 + index * 3 + (index % 3 === 0 ? 2 : 1)),
    ),
    collections: [range(3100, 3150.5)],
    assists: [],
  };

  test('stands on the axis, the longest ranges in order', () => {
    const { trace } = timelineOf({ ...recording('sleeper'), trace: { bytes: new Uint8Array(1), onAxis } }, 4000);
    expect(trace).toMatchObject({ fromMs: 3000, toMs: 4000, assists: { count: 0, totalMs: 0, fromMs: [] } });
    expect(trace!.marks).toEqual({ count: 1, totalMs: 50.5, fromMs: [3100], toMs: [3150.5] });
    const { stops } = trace!;
    expect([stops.count, stops.totalMs, stops.fromMs.length]).toEqual([300, 400, 200]);
    expect(stops.fromMs).toEqual(stops.fromMs.toSorted((a, b) => a - b));
    expect(stops.toMs.filter((toMs, index) => Math.abs(toMs - stops.fromMs[index]! - 2) < 1e-6)).toHaveLength(100);
  });

  test('is left out where its clock isn’t known', () => {
    expect(
      timelineOf({ ...recording('sleeper'), trace: { bytes: new Uint8Array(1), onAxis: null } }, 4000),
    ).not.toHaveProperty('trace');
  });
});

describe('measuring', () => {
  function bench(given: CollectorRecording) {
    const notes: string[] = [];
    const kept: string[] = [];
    const record = async ({ traceMs }: { traceMs: number }) => ({
      ...given,
      trace: traceMs === 0 ? null : { bytes: new Uint8Array(traceMs), onAxis: null },
    });
    const collector = { record };
    const parts = {
      collector,
      progress: () => undefined,
      note: (text: string) => void notes.push(text),
      keep: async (name: string, bytes: Uint8Array) => {
        kept.push(`${name} ${bytes.length}`);
        return name;
      },
    };
    return { bench: parts as unknown as Bench, notes, kept };
  }
  const { signal } = new AbortController();

  test('keeps a trace only when asked to', async () => {
    const plain = bench(recording('sleeper'));
    await gc.measure(plain.bench, options, signal);
    expect(plain).toMatchObject({ kept: [], notes: [] });
    const traced = bench(recording('sleeper'));
    await gc.measure(traced.bench, gc.options.parse({ 'gc-trace': 'true' }), signal);
    expect(traced.kept).toEqual(['trace.out 2000']);
    expect(traced.notes).toHaveLength(1);
  });

  test('refuses a load of which nothing was answered', async () => {
    const given = recording('sleeper');
    const load = { ...given.load, answered: 0, errors: given.load.sent, unexpected: 0 };
    const measuring = gc.measure(bench({ ...given, load }).bench, options, signal);
    await expect(measuring).rejects.toMatchObject({ code: 'measurement' });
  });
});
