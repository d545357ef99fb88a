import * as z from 'zod';
import type {
  CheckReport,
  Dose,
  GrownWay,
  HeapCount,
  HeapStep,
  LoadSummary,
  PairWindow,
  Protocol,
  RetainedChain,
  Route,
  SiteUsage,
  Snapshot,
  StageSource,
  TestPlan,
  TestRun,
} from '../model.ts';
import type { RuntimeTrace } from '../pprof/runtime-trace.ts';
import type { CpuSample } from '../pprof/decode-cpu.ts';
import type { SourceReader } from '../pprof/site.ts';
import type { CoverageBench } from './coverage-bench.ts';
import type { ResilienceBench } from './resilience-bench.ts';

export type { PairWindow, SideWindow } from '../model.ts';

/** The stock build under load. */
export interface SpeedBench {
  /** Sends load to the head's stock build for so long, as the config says, and reads its CPU time over the same stretch. */
  load(durationMs: number, more?: { warmUp: boolean }): Promise<{ summary: LoadSummary; cpuUsPerRequest: number }>;
  /** The head's stock build at rates of the check's own. */
  rated: RatedSide;
  /** Base and head side by side; null when there is no base to rebuild, with the reason. */
  pair: PairBench | { unavailable: string };
}

/** One program under an open loop. */
export interface RatedSide {
  /** So many requests start each second, for so long, whatever the program answers. */
  load(perSecond: number, durationMs: number): Promise<LoadSummary>;
}

/** Thrown by `windows()` and `rated()` when the base doesn't start or dies: there is nothing to compare with, and the run goes on without. */
export class PairUnavailable extends Error {
  override readonly name = 'PairUnavailable';
}

export interface PairBench {
  /** True when both builds have the same build ID: nothing to measure. */
  identical: boolean;
  baseSha: string;
  /**
   * Starts both sides, warms them up, yields a window per second; ends when the consumer stops pulling. Each call starts
   * fresh processes: the consumer calls again when the old ones have had their share of windows.
   */
  windows(): AsyncIterable<PairWindow>;
  /** Starts both sides, to be loaded one at a time at given rates. The caller disposes them. */
  rated(): Promise<AsyncDisposable & { base: RatedSide; head: RatedSide }>;
}

/** The probe build: loaded by exact request counts, looked at while it rests. */
export interface LeakBench {
  /** Can the collector prove goroutine leaks in this build? */
  leakProof: boolean;
  /** Sends the requests without looking; answers how fast they went. */
  warmUp(requests: number): Promise<{ requestsPerSecond: number; failed: number }>;
  /** Closes connections, waits until goroutines settle, collects and reads everything. */
  snapshot(): Promise<Snapshot>;
  /** Exactly `requests` requests, then a snapshot. `routes` narrows the scenario, `connections` slows the load down. */
  dose(requests: number, narrowed?: { routes?: Route[]; connections?: number }): Promise<Dose>;
  /** Who keeps what alive at this moment; the service must be at rest. Or why this build or process can't tell. */
  retention(): Promise<RetentionLook | { unavailable: string }>;
  /**
   * One more dose, every allocation of it recorded, with a look before and after it: between the two, objects are counted. Costs the
   * service several times the CPU time, and profiles count wrong after it, so it's the last act of a pass. A dump that kills the service
   * is tried once more, on a fresh copy.
   */
  recordedDose(requests: number): Promise<RecordedDose | { unavailable: string }>;
  /** No load for this long, then a snapshot. */
  rest(durationMs: number): Promise<Snapshot>;
}

/** The probe build under load with its collector watched: after the leak rounds, whose rules it would disturb. */
export interface CollectorBench {
  /** Warms up, loads the service for so long, and records everything on one axis. With `traceMs`, the load goes on under a runtime trace. */
  record(plan: { durationMs: number; traceMs: number }): Promise<CollectorRecording>;
}

/** So many connections with so many requests in flight on each. */
export interface Wide {
  protocol: Protocol;
  connections: number;
  streams: number;
}

/** One copy of the service under the same load over HTTP/1.1 and HTTP/2. */
export interface ProtocolBench {
  /** Why HTTP/2 doesn't work, in a sentence; null when it does. */
  refusal(): Promise<string | null>;
  /** A closed loop for so long. `socketBytes`: what the kernel held for each connection meanwhile. Null where the system doesn't tell. */
  load(
    wide: Wide,
    durationMs: number,
  ): Promise<{ summary: LoadSummary; cpuUsPerRequest: number | null; socketBytes: number | null }>;
  /** What each of so many connections at rest keeps alive in the service, after one request on each. */
  hold(protocol: Protocol, connections: number): Promise<{ heapBytes: number; goroutines: number }>;
}

/** The probe build, and the base's beside it, loaded in turn to see where the time of a request goes. */
export interface StageBench {
  /** Starts them and warms them up. The caller disposes them. */
  open(): Promise<OpenStages>;
}

export interface OpenStages extends AsyncDisposable {
  head: StagedSide;
  base: (StagedSide & { sha: string }) | { unavailable: string };
}

/** One running program. */
export interface StagedSide {
  /** Loads it for so long, with a profile where that is what counts. Of the base it throws `PairUnavailable` for whatever befalls it. */
  record(source: StageSource, durationMs: number): Promise<StageRecording>;
}

/** What one load told. */
export interface StageRecording {
  summary: LoadSummary;
  /** For each answer that told something, microseconds by stage. */
  requests: Record<Exclude<StageSource, 'cpu-profile'>, ReadonlyMap<string, number>[]>;
  /** Spans or exports that got lost, so far. */
  lostSpans: number;
  /** Empty unless the source is the profile. */
  samples: CpuSample[];
}

/** All times are milliseconds since the load began. */
export interface CollectorRecording {
  load: LoadSummary;
  /** Answers as expected, in the order in which they came. */
  answers: { endedMs: number[]; latencyUs: number[] };
  looks: { atMs: number; heapBytes: number; heapGoalBytes: number; goroutines: number | null }[];
  collections: RecordedCollection[];
  /** Collections that came and went between two looks. */
  missed: number;
  /** GOMAXPROCS; null when the runtime's own lines about collections weren't seen. */
  processors: number | null;
  /** What each line had allocated up to a moment, earliest first. */
  profiles: { upToMs: number; sites: SiteUsage[] }[];
  /** Null when none was asked for. `onAxis` is null where its clock couldn't be matched with this axis. */
  trace: { bytes: Uint8Array; onAxis: RuntimeTrace | null } | null;
}

export interface RecordedCollection {
  endedMs: number;
  /** Both stops of the world together. */
  pauseMs: number;
  /** From its begin to its end, and CPU time: null where the runtime's line about it was lost. */
  durationMs: number | null;
  cpuMs: number | null;
  /** Of `cpuMs`: goroutines of the program that had to help. */
  assistMs: number | null;
}

/** A look at who keeps what alive, to be compared with an earlier one of the same process. */
export interface RetentionLook {
  counted: HeapCount;
  /** One chain for each root that keeps more than it did, heaviest first. */
  chainsSince(earlier: RetentionLook): RetainedChain[];
  /** Every way down to what became more, heaviest first. */
  waysSince(earlier: RetentionLook): GrownWay[];
  /** The whole heap from its roots down, beside that look. */
  heapSince(earlier: RetentionLook): HeapStep[];
}

/** The baseline's commit, rebuilt with the probe. */
export interface BaseCounts {
  sha: string;
  /** Its own source lines. */
  source: SourceReader;
  /** Starts it, sends the warm-up and then the doses; or why that couldn't be done. */
  measure(
    warmUp: number,
    doses: readonly number[],
  ): Promise<{ before: Snapshot; doses: Dose[] } | { unavailable: string }>;
}

export interface RecordedDose {
  before: RetentionLook;
  after: RetentionLook;
}

/** What a check may touch. Checks never see engines, processes or hosts. */
export interface Bench {
  routes: Route[];
  speed: SpeedBench;
  leaks: LeakBench;
  collector: CollectorBench;
  resilience: ResilienceBench;
  protocols: ProtocolBench;
  stages: StageBench;
  coverage: CoverageBench;
  /** The text of a source line of the service: `sourceReader(repositoryRoot)` of probes/. */
  source: SourceReader;
  /** How the leak rounds are planned: both leak checks share them. */
  leakPlan: { firstDose: number; budgetMs: number };
  /** What the baseline measured for a check; null without one, or when another version wrote it. */
  stored(check: string): unknown;
  /**
   * What the baseline's commit allocates when it gets the same requests here: for when its stored counts can't be held against
   * this run's, as after another Go version; or why that can't be done. Null when they can.
   */
  baseCounts: BaseCounts | { unavailable: string } | null;
  /** Runs `make` at the first call for `name` and shares its result with the other checks. */
  once<T>(name: string, make: () => Promise<T>): Promise<T>;
  /** The module's own tests, with goroutines looked for at their end. Needs no build of the service. */
  goTest(plan: TestPlan): Promise<TestRun>;
  /** No load for so long. */
  rest(durationMs: number): Promise<void>;
  /** What a Prometheus answers to a query at this moment: one number, or why there is none in half a sentence. */
  external(address: string, query: string): Promise<{ value: number } | { missing: string }>;
  /** Keeps a file beside the results; answers its path. */
  keep(name: string, bytes: Uint8Array): Promise<string>;
  /** A line for the log while a long measurement runs. */
  progress(text: string): void;
  /** Something the reader of the report should know. */
  note(text: string): void;
}

/** What ends the service when it leaks. */
export interface MemoryLimit {
  bytes: number;
  /** `config`: as the settings say. `container`: of the container that Leakgate runs in. */
  from: 'config' | 'container';
  /** Live heap at which the limit is reached: the collector lets the heap grow beyond what lives before it collects again. */
  liveBytes: number;
}

/** What a judge may lean on besides the numbers. */
export interface JudgeContext {
  compare: 'auto' | 'stored' | 'paired';
  /** What a leak does that no baseline knows. `unknown`: there may be a baseline, but its store didn't answer. */
  knownLeaks: 'fail' | 'record' | 'unknown';
  /** Why the baseline's machine-independent counts can't be held against this run; empty when they can. */
  mismatches: string[];
  /** How large the live heap may become before the service runs out of memory, as far as that is known. */
  memory?: MemoryLimit;
  /** Requests that the service answers in production; otherwise the pace of the leak rounds is told. */
  requestsPerSecond?: number;
}

/**
 * A check is one file and one line in `checks/index.ts`: its options (which become inputs, JSON Schema and README rows),
 * the shape of what it measures (which is what baselines store), how it measures, and how it judges.
 * `judge` is pure: the same measurements give the same verdict, today and from a recorded file.
 */
export interface Check<Options, Measurement> {
  name: string;
  title: string;
  /** Which build it needs running. */
  build: 'stock' | 'probe' | 'none';
  /** Runs only when the `checks` setting names it. */
  onRequest?: true;
  options: z.ZodType<Options>;
  measurement: z.ZodType<Measurement>;
  measure(bench: Bench, options: Options, signal: AbortSignal): Promise<Measurement>;
  /** What would be measured of a program identical to the baseline's: the stored figures, unless told. */
  ofIdentical?(stored: Measurement, baseSha: string): Measurement;
  /** Leaves out what a later run is never held against, so that baselines stay small. All of it unless told. */
  forBaseline?(measurement: Measurement): Measurement;
  /** Without what was measured beside its own base, so that it can be held against any other run. All of it unless told. */
  apart?(measurement: Measurement): Measurement;
  judge(
    current: Measurement,
    baseline: Measurement | null,
    options: Options,
    context: JudgeContext,
  ): Omit<CheckReport, 'name' | 'title'>;
}

/** Gives TypeScript the chance to infer a check's two types from its schemas. */
export function defineCheck<Options, Measurement>(check: Check<Options, Measurement>): Check<Options, Measurement> {
  return check;
}
