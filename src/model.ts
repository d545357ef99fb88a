/**
 * The vocabulary of Leakgate. Types only, and nothing of other folders: every hop
 * (Config → Service → Measurement → Verdict → Report) hands on plain JSON made of these.
 */

import type { LeakCoverage } from './model/leak-coverage.ts';
import type { LatencyComparison, LoadReport, ProtocolRow, RouteLoad } from './model/load.ts';
import type { ResilienceTimeline } from './model/resilience.ts';
import type { StageTable } from './model/stages.ts';

export type * from './model/bisection.ts';
export type * from './model/builds.ts';
export type * from './model/leak-coverage.ts';
export type * from './model/load.ts';
export type * from './model/resilience.ts';
export type * from './model/stages.ts';
export type * from './model/trend.ts';
export type * from './model/unit-tests.ts';

/** A language that reports are written in. */
export type Lang = 'en' | 'zh-CN';

/** The answer of one check, and of the whole run. */
export type Outcome = 'pass' | 'fail' | 'inconclusive' | 'skipped';

/** The answer of one finding. `warn` is shown, never gates. */
export type Grade = 'pass' | 'warn' | 'fail' | 'inconclusive';

/** What a number counts. `ratio` is a share: 0.15 is 15 %. */
export type Unit =
  'req/s' | 'ms' | 'us/req' | 'bytes' | 'bytes/req' | 'objects/req' | 'allocs/req' | 'goroutines' | 'ratio' | 'count';

/**
 * One line of Go source. `file` is relative to the repository root with `/` for code of the service's
 * own module (`own: true`), and in module form (`net/http/server.go`, `github.com/x/y@v1.2.3/z.go`) otherwise.
 */
export interface Frame {
  function: string;
  file: string;
  line: number;
  own: boolean;
}

/** A line that a finding points at: the innermost frame of the service's own module where there is one. */
export interface Site {
  function: string;
  file: string;
  line: number;
  /** The text of that source line, trimmed, when the file could be read. */
  source?: string;
  /** Innermost first, starting where the runtime hands over to Go code. */
  stack: Frame[];
}

/** A number of a run as reports show it. */
export interface Metric {
  id: string;
  title: string;
  unit: Unit;
  /** Which direction is an improvement. `none`: shown only. */
  better: 'lower' | 'higher' | 'none';
  value: number;
}

/** One row of the diff: a number, or a leak at a site, held against its threshold. */
export interface Finding {
  /** Stable across runs: `heap-leak/site/<function>/<source text>` or `qps/p99`. */
  id: string;
  kind: 'speed' | 'cost' | 'leak' | 'errors' | 'crash';
  /** What is measured, in words: `Latency p99`, `Heap growth`. */
  metric: string;
  unit: Unit;
  before: number | null;
  after: number | null;
  /** Relative change for `ratio` thresholds (0.12 = +12 %), absolute otherwise. Null without a before. */
  delta: number | null;
  /** 95 % interval of `delta`. */
  interval: [number, number] | null;
  threshold: { value: number; of: 'relative' | 'absolute' } | null;
  outcome: Grade;
  /** One or two plain sentences: why this outcome. */
  reason: string;
  site?: Site;
  /** The lines after the site: where it blocks, what keeps it alive, which route drives it. */
  facts?: Fact[];
  /** Ways to step through beside the stack of the site: what keeps it alive, where it waits. */
  flows?: Flow[];
}

/** A way through the program that explains a finding. */
export interface Flow {
  /** `Kept alive by`, `Waits in`. */
  title: string;
  /** In the order in which one follows them: from the root down to the objects, from the caller to what it calls. */
  steps: { text: string; frame: Frame | null }[];
}

/** A labelled line of evidence under a finding: `blocked in` · `chan send (main.go:31)`. */
export interface Fact {
  label: string;
  text: string;
  frame?: Frame;
  /** The section of docs/patterns.md that tells more: `lost-cancel`. */
  page?: string;
}

/** What a check found, ready for reports. */
export interface CheckReport {
  name: string;
  title: string;
  outcome: Outcome;
  /** One sentence about the outcome. */
  summary: string;
  /** Worst first. */
  findings: Finding[];
  metrics: Metric[];
  /** Per-route figures where the check has them. */
  routes: RouteLoad[];
  /** How the load was sent, and what became of it. */
  load?: LoadReport;
  /** The same load over HTTP/1.1 and HTTP/2. */
  protocols?: ProtocolRow[];
  /** Where the time of a request goes. */
  stages?: StageTable;
  /** What the load proved of the lines that can leak. */
  coverage?: LeakCoverage;
  /** What reports draw beside the findings. Never judged. */
  evidence?: HeapEvidence;
  latencies?: LatencyComparison;
  /** Load, heap and collections on one axis. */
  timeline?: Timeline;
  /** Outcomes of a load while a dependency fails. */
  resilience?: ResilienceTimeline;
  /** Goroutines at each look. Those that changed most stand first, then the largest. */
  groups?: GroupCounts[];
}

/** Where the heap was allocated and what keeps its growth alive, pruned to what can be seen. */
export interface HeapEvidence {
  /** Requests between the first look and the last. */
  requests: number;
  frames: Frame[];
  /**
   * Calls as a tree: the first is the root, parents stand before their children. `parent` is an index into `nodes`, `frame`
   * one into `frames`; both are -1 for the root. Bytes hold those of all calls below, and of those too small to be listed.
   */
  nodes: { parent: number; frame: number; liveBytes: number; growthBytes: number }[];
  /** Heaviest first. */
  chains: RetainedChain[];
  /** Do the looks add up that chains are made of? The second is only taken where something leaks. Missing where there was none. */
  counted?: { before: HeapCount; after: HeapCount | null };
  /** The whole heap from its roots down, beside the first look. Missing where nothing leaks, or nobody could tell. */
  heap?: HeapStep[];
}

/** A look at all objects beside the runtime's own count of them. */
export interface HeapCount {
  /** All objects that a root reaches. */
  reachableBytes: number;
  /** `MemStats.HeapAlloc` at that moment. */
  heapAllocBytes: number;
}

/** A step from the roots of a heap down to its objects, and what it was at an earlier look. */
export interface HeapStep {
  /** Index of the step above it, which stands before it in the list; -1 for the top, which comes first. */
  parent: number;
  text: string;
  /** The line that allocated it, where that is known. */
  frame: Frame | null;
  objects: number;
  grownObjects: number;
  /** With everything below. */
  bytes: number;
  grownBytes: number;
  /** Steps below it that aren't listed. */
  left?: { steps: number; bytes: number; grownBytes: number };
}

/**
 * What the collector did beside a load. Every time is milliseconds since the load began; arrays of one group are equally
 * long. At most 200 entries each.
 */
export interface Timeline {
  durationMs: number;
  /** One entry per bucket: the i-th covers `i·bucketMs` up to `(i+1)·bucketMs`. Latencies are null where nothing was answered. */
  load: {
    bucketMs: number;
    requestsPerSecond: number[];
    p50Us: (number | null)[];
    p99Us: (number | null)[];
    maxUs: (number | null)[];
  };
  /** Looks at the service's memory. */
  heap: {
    atMs: number[];
    liveBytes: number[];
    /** At this size the next collection begins. */
    goalBytes: number[];
    goroutines: (number | null)[];
  };
  collections: {
    /** All there were; below are those with the longest pauses, in order of time. */
    count: number;
    endedMs: number[];
    /** Stops of the world. */
    pauseMs: number[];
    /** From begin to end, marking beside the program included. Null where it wasn't seen. */
    durationMs: (number | null)[];
    /** CPU time of requests that had to help. */
    assistMs: (number | null)[];
  };
  /** The longest pauses, longest first. */
  worst: WorstPause[];
  /** Exact ranges of the stretch that a runtime trace covers, where one was asked for: the end of the load. */
  trace?: {
    fromMs: number;
    toMs: number;
    /** The world stood still, for collections and other reasons. */
    stops: TraceRanges;
    marks: TraceRanges;
    /** Goroutines that had to help marking; they overlap each other. */
    assists: TraceRanges;
  };
}

/** The longest 200 ranges, in order of time. */
export interface TraceRanges {
  /** All there were, and how long they were together. */
  count: number;
  totalMs: number;
  fromMs: number[];
  toMs: number[];
}

/** A long pause, and the lines that allocated most around it. */
export interface WorstPause {
  endedMs: number;
  pauseMs: number;
  durationMs: number | null;
  /** The time in which the bytes were allocated: at least 200 ms to both sides where the load lasted so long. */
  fromMs: number;
  toMs: number;
  /** Most bytes first. */
  lines: { frame: Frame; bytes: number }[];
}

/** Goroutines of one creation site, blocking stack and state, at several looks. */
export interface GroupCounts {
  /** The `go` statement. Null for goroutines that the runtime starts. */
  createdBy: Frame | null;
  /** The function that it started: what the stacks of the group share at the bottom. */
  entry: Frame | null;
  /** Where they wait: the line of the service's own code, if there is one on the stack. */
  waitsAt: Frame | null;
  /** `chan receive`. */
  state: string;
  /** At each look. */
  counts: number[];
  /** Of the last count, how many the collector proved unreachable. */
  proven: number;
  /** Of the last count, how many were there in every look, by their number. Null where numbers weren't recorded. */
  lasting: number | null;
  /** Of all that were there before the last look, how many have ended since. Null where numbers weren't recorded. */
  ended: number | null;
  /** How long the longest of the last look had waited, in whole minutes; 0 below one. */
  minutes?: number;
  /** The stack that they share, innermost first, with the function that they began with at its end. What is between may be left out. */
  stack?: Frame[];
}

/** Where a measurement was made. Part of it is the key that decides what may be compared. */
export interface Environment {
  os: string;
  arch: string;
  cpus: number;
  cpuModel: string;
  memoryBytes: number;
  goVersion: string;
  nodeVersion: string;
  runner: 'github' | 'local';
}

/** Which baseline a run was held against, and what happened to it afterwards. */
export interface BaselineReport {
  found: boolean;
  /** Where it was looked for: a branch name. */
  branch: string;
  store: string;
  sha: string | null;
  createdAt: string | null;
  /** One sentence: which one was chosen and why, or why there is none. */
  reason: string;
  /** Why machine-independent counts can't be compared with it; empty when they can. */
  mismatches: string[];
  /** True once this run was written as the new baseline. */
  stored: boolean;
}

/** A stretch of the run's time. */
export interface Phase {
  name: string;
  startedAt: string;
  durationMs: number;
}

/** Why a run ended without a verdict of its checks: the service didn't build or start, or nothing could be measured. */
export interface RunError {
  code: 'config' | 'service' | 'measurement' | 'internal' | 'interrupted';
  message: string;
  hint: string | null;
  /** Compiler's or file's lines, repository-relative. */
  locations: { file: string; line: number; message: string }[];
  /** The service's last lines, when they tell something. */
  output: string | null;
}

/** `result.json`: the only source of every rendering. */
export interface Report {
  schemaVersion: 1;
  leakgate: string;
  /** What renderings speak; its sentences are English all the same. English where it's missing. */
  lang?: Lang;
  createdAt: string;
  verdict: Outcome;
  /** One sentence that answers: did it fail, and by what. */
  summary: string;
  exitCode: number;
  /** Names services and scenarios apart in comments and baselines. */
  key: string;
  service: { package: string; module: string };
  commit: { sha: string; branch: string; baseBranch: string | null; pullRequest: number | null };
  /** `report`: the page in the archive, where browsers reach it. */
  links: { repository: string | null; run: string | null; report?: string };
  checks: CheckReport[];
  /** Set when the run couldn't finish; `verdict` is then `fail` and `checks` holds what was done before. */
  error: RunError | null;
  baseline: BaselineReport;
  environment: Environment;
  phases: Phase[];
  /** What a reader should know and that isn't a finding: noise, degraded probes, ignored options. */
  notes: string[];
  /** What running the service costs; missing where it wasn't measured. */
  cost?: RunningCost;
  /** Which lines that findings lead through are new or changed. Missing where there are no findings, or git couldn't tell. */
  changes?: ChangedLines;
}

/** Lines of the service's own files as they were measured, against the commit that the change builds on. */
export interface ChangedLines {
  since: string;
  /** `lines` are first and last number of each range, in order. */
  files: { file: string; lines: [number, number][] }[];
}

/** A cost of base and head; no base where nothing comparable was measured. */
export interface SidesOfCost {
  base: number | null;
  head: number;
}

export interface RunningCost {
  perMillionRequests: { cpuSeconds: SidesOfCost | null; allocatedBytes: SidesOfCost | null };
  /** CPU only. Null unless the settings tell how many requests there are and what a core costs. */
  perMonth: (SidesOfCost & { currency: string; requestsPerSecond: number; pricePerCoreHour: number }) | null;
}

/** The legs of a matrix, seen as one run: `aggregate.json`. */
export interface Aggregate {
  schemaVersion: 1;
  leakgate: string;
  createdAt: string;
  /** `fail` when any leg failed or is missing. */
  verdict: Outcome;
  summary: string;
  exitCode: number;
  /** Worst first, then by key. */
  results: Report[];
  /** Legs that were expected, or ended badly, and left no result. */
  missing: { name: string; reason: string }[];
  notes: string[];
}

/** A goroutine group: same creation site, same blocking stack, same kind of wait. */
export interface GoroutineGroup {
  key: string;
  count: number;
  /** Of `count`, how many the collector proved unreachable. */
  proven: number;
  /** Wait reason without the minutes: `chan receive`. */
  state: string;
  /** The `go` statement. Null for goroutines that the runtime starts. */
  createdBy: Frame | null;
  /** Innermost first. */
  stack: Frame[];
  /** Numbers of the goroutines, which no later one gets again. */
  ids?: number[];
  /** How long the longest of them has waited, in whole minutes; 0 below one. */
  minutes?: number;
}

/** What one allocation site holds, scaled to real objects (profile samples unsampled). */
export interface SiteUsage {
  key: string;
  liveBytes: number;
  liveObjects: number;
  /** One standard deviation of `liveBytes` that comes from sampling alone. */
  errorBytes: number;
  /** Everything it allocated since the service started. */
  allocatedBytes: number;
  allocatedObjects: number;
  /** Innermost first. */
  stack: Frame[];
}

/**
 * Who keeps growing memory alive: from a global, a goroutine or a finalizer down to the objects that become more, between two
 * looks at one process. Optional fields are missing in results of older versions.
 */
export interface RetainedChain {
  /** `main.cache`, `goroutine [chan send] main.leak.func1`. With `heldBy`, no root but what several roots hold together. */
  root: string;
  /**
   * From the root down. `objects` counts those that came to bear the name (for a root of goroutines, the goroutines),
   * `retainedBytes` what came to be kept alive by them, themselves included. Both are growth, not totals.
   */
  steps: { text: string; objects: number; retainedBytes: number; frame: Frame | null }[];
  /** Growth of all that the root keeps alive. */
  retainedBytes: number;
  /** Every line below the root that allocated some of it, on the chain or beside it. */
  sites: Frame[];
  /** Requests answered between the two looks: what to divide by for figures per request. */
  requests?: number;
  /**
   * Was every allocation between the two looks recorded? Then `objects` of each step are counted, and `retainedBytes / objects` is what
   * each holds. Without, only goroutines are counted: other objects are partly named after their siblings, so that their number is
   * an estimate. Bytes are exact either way.
   */
  exact?: boolean;
  /** Where no single root holds it: the shortest way from each of some roots down to it, nearest first. Empty where `root` is a root. */
  heldBy?: string[][];
  /** Growth of the stacks of the goroutines at the root, in bytes. They lie outside of the heap and of `retainedBytes`. */
  stackBytes?: number;
  /** Does the baseline grow along it too? Missing where there's nothing to tell it by. */
  known?: boolean;
}

/** A way from a root down to a step that itself holds more than it did. */
export interface GrownWay {
  /** From the root down; `objects` is how many more bear that name. */
  steps: { text: string; objects: number }[];
  /** The line that allocated it, where that is known. */
  frame: Frame | null;
  /** Growth of the last step, without what lies below it. */
  bytes: number;
}

/** The service at rest: connections closed, goroutines settled, garbage collected. */
export interface Snapshot {
  /** Requests answered since the warm-up ended. */
  requests: number;
  /** Since the warm-up ended. */
  elapsedMs: number;
  /** Live heap after three collections. */
  heapBytes: number;
  heapObjects: number;
  /** Live sites after three collections. */
  sites: SiteUsage[];
  /** Live sites after one collection, when `sync.Pool` still holds what it held. */
  pooledSites: SiteUsage[];
  goroutines: number;
  groups: GoroutineGroup[];
  /** Open file descriptors of the process, after the collections. */
  descriptors: number;
  /** The same before the first collection, which closes files that nobody refers to any more. */
  descriptorsBeforeCollection: number;
  /** What they are, after the collections: `connection to 127.0.0.1:5432`, `file /tmp/upload-#`. */
  openFiles: Record<string, number>;
  /** Threads of the process. */
  threads: number;
}

/** One load of a fixed number of requests on the probe build, and the rest after it. */
export interface Dose {
  requests: number;
  durationMs: number;
  failed: number;
  /** Allocations while the load ran, per request, probe's own excluded. */
  mallocsPerRequest: number;
  allocatedBytesPerRequest: number;
  after: Snapshot;
}
