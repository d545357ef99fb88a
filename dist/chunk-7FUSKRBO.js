import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileURLToPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);
const __dirname = __fileURLToPath(new URL('.', import.meta.url));
import {
  PairUnavailable,
  allocationSchema,
  amountText,
  amounts,
  ascending,
  bytesText,
  capitalised,
  containersAlone,
  counted,
  counts,
  decisive,
  decisiveValues,
  defineCheck,
  descriptorLeakSchema,
  descriptorsGrow,
  drivers,
  goroutineLeakSchema,
  goroutineLeaks,
  gradeLeak,
  groupBy,
  growsUnheld,
  growsWith,
  growthFact,
  heapLeakSchema,
  heapLines,
  heapSuspects,
  heaviestStack,
  holderOf,
  judgedLooks,
  keptBy,
  labels,
  leaking,
  lineKey,
  listed,
  looksOf,
  mean,
  median,
  nameGoroutines,
  outcomeOf,
  patternFacts,
  perDrivingRequest,
  perRequestsText,
  percent,
  percentRange,
  pointedFrame,
  poolMisuseSchema,
  quantile,
  quantileOfSorted,
  ratePerRequest,
  restsAfter,
  routeFacts,
  secondsText,
  signedPercent,
  siteAt,
  siteId,
  suspicion,
  suspicious,
  threadLeakSchema,
  threadsGrow,
  timeFacts,
  unitTests,
  unrecognised,
  unrecognisedWait,
  variation,
  waitingFunction,
  worstFirst
} from "./chunk-AFJEBKOS.js";
import {
  invalid,
  jsonText,
  makeRoute,
  methods,
  readBody,
  requestsSchema
} from "./chunk-MIJVHSNN.js";
import {
  isRuntime,
  isStandard,
  kebabOptions,
  packageOf
} from "./chunk-7VVFCVTT.js";
import {
  NEVER,
  ZodArray,
  ZodDefault,
  ZodObject,
  ZodOptional,
  ZodPipe,
  ZodPrefault,
  _enum,
  amount,
  array,
  boolean,
  byteSize,
  count,
  discriminatedUnion,
  duration,
  flag,
  int,
  iso_exports,
  literal,
  number,
  object,
  preprocess,
  record,
  share,
  strictObject,
  string,
  toJSONSchema,
  union,
  unknown,
  url
} from "./chunk-UWNBQVMY.js";
import {
  sumHistograms
} from "./chunk-WFSSV7UN.js";
import {
  isExpected
} from "./chunk-JBSSTEKG.js";
import {
  isLoopback
} from "./chunk-EIC6RUP4.js";
import {
  isFile
} from "./chunk-C33SJUDZ.js";
import {
  LeakgateError
} from "./chunk-2USEXXJV.js";
import {
  __callDispose,
  __using
} from "./chunk-ANJUXMEH.js";

// src/config/issue-text.ts
var kinds = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  record: "names with their values",
  object: "settings with their values"
};
function allowedText(issue) {
  if (issue.code === "invalid_value") return `allowed: ${issue.values.map(String).join(", ")}`;
  const written = [...new Set(kindsOf(issue))];
  if (written.length > 0) return `write ${either(written)}`;
  if (issue.code === "too_small" && issue.origin === "array") return "write at least one";
  return issue.message;
}
function kindsOf(issue) {
  if (!issue.message.startsWith("Invalid input")) return [];
  if (issue.code === "invalid_type") return [kinds[issue.expected] ?? issue.expected];
  if (issue.code !== "invalid_union") return [];
  return issue.errors.flatMap(([first2]) => first2 !== void 0 && first2.path.length === 0 ? kindsOf(first2) : []);
}
function either(words) {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

// src/checks/capacity-search.ts
var lowestPerSecond = 10;
var strikes = 2;
async function searchCapacity(trial, { fromPerSecond, upToPerSecond, growth: growth2, precision }) {
  let trials = 0;
  const attempt = async (perSecond2) => {
    const seen = { fails: 0, late: 0 };
    while (seen.fails < strikes && seen.late < strikes) {
      trials += 1;
      const outcome = await trial(perSecond2);
      if (outcome === "holds") return "holds";
      seen[outcome] += 1;
    }
    return seen.fails >= strikes ? "fails" : "late";
  };
  let low = 0;
  let high = Infinity;
  let limit2 = "plan";
  for (let rate = Math.min(fromPerSecond, upToPerSecond); ; ) {
    const outcome = await attempt(rate);
    if (outcome === "holds") low = rate;
    else [high, limit2] = [rate, outcome === "late" ? "generator" : "service"];
    if (low === upToPerSecond || high <= lowestPerSecond || high / low <= precision) break;
    if (low === 0) rate = Math.max(lowestPerSecond, high / growth2);
    else rate = high === Infinity ? Math.min(upToPerSecond, low * growth2) : Math.sqrt(low * high);
  }
  return { perSecond: low, limit: limit2, trials };
}

// src/checks/load-summary.ts
var latencyUs = object({
  mean: number(),
  p50: number(),
  p95: number(),
  p99: number(),
  max: number()
});
var latencyHistogram = object({ perDecade: number(), first: number(), counts: array(number()) });
var open = object({
  askedPerSecond: number(),
  sentPerSecond: number(),
  dropped: number(),
  serviceUs: latencyUs.optional(),
  lagUs: latencyUs.optional()
});
var loadSummary = object({
  engine: object({
    name: string(),
    version: string(),
    model: _enum(["closed", "open"]),
    protocol: _enum(["HTTP/1.1", "HTTP/2"]).optional()
  }),
  connections: number(),
  streams: number().optional(),
  durationMs: number(),
  sent: number(),
  answered: number(),
  errors: number(),
  resets: number().optional(),
  timeouts: number(),
  lost: number(),
  unexpected: number(),
  statuses: record(string(), number()),
  requestsPerSecond: number(),
  perSecond: array(number()),
  swing: number().optional(),
  latencyUs,
  histogram: latencyHistogram.exactOptional(),
  routes: array(object({ label: string(), requests: number(), failed: number(), latencyUs })),
  generatorCpuUs: number().optional(),
  open: open.optional()
});
function failedRequests(load) {
  return load.errors + load.timeouts + load.lost + load.unexpected;
}
function failedShare(load) {
  return load.sent === 0 ? 1 : failedRequests(load) / load.sent;
}
function loadReport(load) {
  const { engine, connections, streams, sent: sent2, answered: answered2, errors: errors2, timeouts, lost, unexpected } = load;
  return {
    engine,
    connections,
    ...streams !== void 0 && { streams },
    sent: sent2,
    answered: answered2,
    errors: errors2,
    timeouts,
    lost,
    unexpected,
    resets: load.resets ?? null,
    dropped: load.open?.dropped ?? 0,
    askedPerSecond: load.open?.askedPerSecond ?? null,
    sentPerSecond: load.open?.sentPerSecond ?? null,
    answeredPerSecond: load.requestsPerSecond,
    lagP99Us: load.open?.lagUs?.p99 ?? null,
    generatorCpuUs: load.generatorCpuUs ?? null
  };
}

// src/checks/validity.ts
function assertMeasured(load) {
  if (load.sent > 0 && failedRequests(load) < load.sent) return;
  if (load.sent === 0) throw new LeakgateError("measurement", "Not a single request was sent to the service.");
  throw new LeakgateError(
    "measurement",
    `None of ${counted(load.sent, "request")} got the expected answer: ${causes(load)}.`,
    {
      hint: hint(load)
    }
  );
}
function causes({ unexpected, errors: errors2, timeouts, lost, statuses }) {
  const kinds4 = [
    [unexpected, `answered with ${listed(statusCounts(statuses))}`],
    [errors2, "refused, reset or closed without an answer"],
    [timeouts, "timed out"],
    [lost, "lost without a trace"]
  ];
  return kinds4.flatMap(([n, what]) => n === 0 ? [] : [`${amountText(n)} ${what}`]).join(", ");
}
function statusCounts(statuses) {
  return Object.entries(statuses).toSorted(([, a], [, b]) => b - a).slice(0, 3).map(([status, n], _, { length }) => length === 1 ? status : `${status} (${amountText(n)}×)`);
}
function hint({ unexpected, errors: errors2, timeouts, lost }) {
  const most3 = Math.max(unexpected, timeouts, errors2 + lost);
  if (most3 === unexpected)
    return "Check the paths, headers and bodies of the scenario; if the status is intended, write it: `GET /path -> 404`.";
  if (most3 === timeouts) return "A handler waits for something that never comes, such as a database that is not there.";
  return "The service closed connections without an answer: a handler panicked, or the service went away. Read what it prints.";
}

// src/checks/punctual-load.ts
var lagLimitUs = 5e4;
var tries = 3;
async function punctualLoad(bench, durationMs) {
  for (let left = tries; ; left -= 1) {
    const measured = await bench.speed.load(durationMs);
    assertMeasured(measured.summary);
    const lagUs = measured.summary.open?.lagUs?.p99 ?? 0;
    if (lagUs <= lagLimitUs) return measured;
    const late = `one in a hundred requests started ${amountText(lagUs / 1e3)} ms late or more`;
    if (left === 1) {
      throw new LeakgateError(
        "measurement",
        `The load generator couldn't keep to the schedule: ${late}, in ${tries} tries.`,
        {
          hint: "Ask for a lower rate, or measure on a machine with more free processors."
        }
      );
    }
    bench.note(`The load was repeated: ${late}.`);
  }
}

// src/checks/capacity.ts
var options = kebabOptions({
  "capacity-p99": duration.prefault("50ms").describe(
    "The `capacity` check finds the highest rate at which the 99th percentile of the latency is at most this."
  ),
  "capacity-errors": share.prefault("0.1%").describe("Share of requests that may fail at that rate."),
  "capacity-probe": duration.refine((ms3) => ms3 >= 500 && ms3 <= 6e4, { error: "from 500ms to 1m" }).prefault("2s").describe("How long each rate is tried."),
  "max-capacity-drop": share.prefault("15%").describe("How much that rate may fall, measured side by side.")
});
var search = object({
  perSecond: number(),
  limit: _enum(["service", "generator", "plan"]),
  trials: number()
});
var measurement = object({
  p99Ms: number(),
  maxErrors: number(),
  /** One search after the other. */
  head: array(search),
  /** In turn with the head's; null when there was nothing to compare with. */
  base: object({ sha: string(), searches: array(search) }).nullable(),
  /** Why there is no base; null when there is one. */
  alone: string().nullable()
});
var fewestRequests = 100;
var searches = 3;
var first = { fromPerSecond: 100, upToPerSecond: 5e4, growth: 2, precision: 1.1 };
var capacity = defineCheck({
  name: "capacity",
  title: "Capacity",
  build: "stock",
  onRequest: true,
  options,
  measurement,
  measure,
  judge
});
async function measure(bench, chosen, signal) {
  const promise = { p99Ms: chosen.capacityP99, maxErrors: chosen.capacityErrors };
  const { pair } = bench.speed;
  const alone = "unavailable" in pair ? pair.unavailable : pair.identical ? "the binary is identical to the base’s" : null;
  if ("unavailable" in pair || alone !== null) {
    return {
      ...promise,
      head: await inTurn([bench.speed.rated], bench, chosen, signal).then(([head]) => head),
      base: null,
      alone
    };
  }
  try {
    var _stack = [];
    try {
      const sides = __using(_stack, await pair.rated(), true);
      const [head, base] = await inTurn([sides.head, sides.base], bench, chosen, signal);
      return { ...promise, head, base: { sha: pair.baseSha, searches: base }, alone: null };
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  } catch (error) {
    if (!(error instanceof PairUnavailable)) throw error;
    const [head] = await inTurn([bench.speed.rated], bench, chosen, signal);
    return { ...promise, head, base: null, alone: error.message };
  }
}
async function inTurn(sides, bench, chosen, signal) {
  const found = sides.map(() => []);
  for (let round = 0; round < searches; round += 1) {
    for (const [index, side2] of sides.entries()) {
      const before = found[index].at(-1);
      const plan = before === void 0 ? first : { ...first, fromPerSecond: Math.max(lowestPerSecond, before.perSecond / 1.2), growth: 1.2 };
      const result = await searchCapacity(async (rate) => {
        signal.throwIfAborted();
        bench.progress(`capacity: trying ${amountText(rate)} requests/s`);
        return outcomeOf2(await side2.load(rate, Math.max(chosen.capacityProbe, fewestRequests * 1e3 / rate)), chosen);
      }, plan);
      found[index].push(result);
    }
  }
  return found;
}
function outcomeOf2(load, { capacityP99, capacityErrors }) {
  if ((load.open?.lagUs?.p99 ?? 0) > lagLimitUs) return "late";
  return load.latencyUs.p99 <= capacityP99 * 1e3 && failedShare(load) <= capacityErrors ? "holds" : "fails";
}
var rates = (found) => found.map(({ perSecond: perSecond2 }) => perSecond2);
function judge(current, stored, { maxCapacityDrop }, { compare }) {
  const finding2 = compared(current, stored, maxCapacityDrop, compare);
  const value = median(rates(current.head));
  return {
    outcome: finding2.outcome === "warn" ? "pass" : finding2.outcome,
    summary: summaryOf(current, value),
    findings: [finding2],
    metrics: [{ id: "capacity/rate", title: "Highest rate that holds", unit: "req/s", better: "higher", value }],
    routes: []
  };
}
function summaryOf({ head, p99Ms, maxErrors }, value) {
  const promise = `p99 ≤ ${amountText(p99Ms)} ms and at most ${percent(maxErrors)} failing`;
  if (value === 0) return `Not even ${lowestPerSecond} requests/s hold ${promise}.`;
  const spread = `${amountText(Math.min(...rates(head)))} to ${amountText(Math.max(...rates(head)))} in ${head.length} searches`;
  const bound = head.every(({ limit: limit2 }) => limit2 === "service") ? "" : " The generator or the plan ended it, not the service.";
  return `${amountText(value)} requests/s hold ${promise} (${spread}).${bound}`;
}
function compared(current, stored, maxDrop, compare) {
  const against = current.base?.searches ?? (samePromise(current, stored) ? stored.head : null);
  const [after, before] = [median(rates(current.head)), against === null ? null : median(rates(against))];
  const delta = before === null || before === 0 ? null : after / before - 1;
  const gating = current.base !== null || compare === "stored";
  const [outcome, reason] = verdict({ current, against, delta, maxDrop, gating });
  return {
    id: "capacity/rate",
    kind: "speed",
    metric: "Highest rate that holds",
    unit: "req/s",
    before,
    after,
    delta,
    interval: null,
    threshold: gating && against !== null ? { value: maxDrop, of: "relative" } : null,
    outcome,
    reason
  };
}
function samePromise(current, stored) {
  return stored !== null && stored.p99Ms === current.p99Ms && stored.maxErrors === current.maxErrors;
}
function verdict({ current, against, delta, maxDrop, gating }) {
  if (against === null || delta === null) {
    return [
      "pass",
      current.alone === null ? "There is nothing to compare with yet." : `Not compared: ${current.alone}.`
    ];
  }
  const change2 = `${signedPercent(delta)} against ${current.base === null ? "the stored rate" : "the base, searched in turn"}`;
  if (delta >= -maxDrop) return ["pass", `${change2}; at most −${percent(maxDrop)} is allowed.`];
  if (!gating) return ["warn", `${change2}. Not gating: rates of another day or machine don’t compare.`];
  const apart2 = Math.max(...rates(current.head)) < Math.min(...rates(against));
  return apart2 ? [
    "fail",
    `${change2}: every search of the head ended below every one of the base. At most −${percent(maxDrop)} is allowed.`
  ] : ["inconclusive", `${change2}, but the searches of both sides overlap; at most −${percent(maxDrop)} is allowed.`];
}

// src/stats/jitter.ts
var replicates = 999;
function coincidence(spans, events, within) {
  if (spans.length === 0 || events.length === 0) throw new RangeError("A coincidence needs spans and events.");
  const random = uniform();
  const stretches = events.map((event, index) => stretchOf(events, index, within, event));
  const share2 = overlapShare(spans, events);
  const jittered = Array.from(
    { length: replicates },
    () => overlapShare(
      spans,
      events.map(({ from, to }, index) => {
        const { from: first2, to: last } = stretches[index];
        const ends2 = first2 + random() * (last - first2);
        return { from: ends2 - (to - from), to: ends2 };
      })
    )
  );
  const asLarge = jittered.filter((one) => one >= share2).length;
  return { share: share2, expected: mean(jittered), p: (1 + asLarge) / (1 + replicates) };
}
function stretchOf(events, index, within, { to }) {
  const [before, after] = [events[index - 1], events[index + 1]];
  return {
    from: before === void 0 ? Math.min(within.from, to) : (before.to + to) / 2,
    to: after === void 0 ? Math.max(within.to, to) : (to + after.to) / 2
  };
}
function overlapShare(spans, events) {
  const overlapping = spans.filter(({ from, to }) => {
    const first2 = firstEndingAt(events, from);
    return [events[first2], events[first2 + 1]].some((event) => event !== void 0 && event.from <= to);
  });
  return overlapping.length / spans.length;
}
function firstEndingAt(events, from) {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle3 = low + high >> 1;
    if (events[middle3].to < from) low = middle3 + 1;
    else high = middle3;
  }
  return low;
}
function uniform() {
  let state = 2654435769;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

// src/checks/gc-timeline.ts
var mostPoints = 200;
var shortestBucketMs = 100;
var worstPauses = 3;
var linesPerPause = 3;
var aroundMs = 200;
function timelineOf(recording, durationMs) {
  const { looks, collections } = recording;
  const seen = evenly(looks, mostPoints);
  const shown2 = longest(collections, mostPoints).toSorted((a, b) => a.endedMs - b.endedMs);
  return {
    durationMs: Math.round(durationMs),
    load: buckets(recording, durationMs),
    heap: {
      atMs: seen.map(({ atMs }) => Math.round(atMs)),
      liveBytes: seen.map(({ heapBytes }) => heapBytes),
      goalBytes: seen.map(({ heapGoalBytes }) => heapGoalBytes),
      goroutines: seen.map(({ goroutines }) => goroutines)
    },
    collections: {
      count: collections.length,
      endedMs: shown2.map(({ endedMs }) => rounded(endedMs)),
      pauseMs: shown2.map(({ pauseMs }) => rounded(pauseMs)),
      durationMs: shown2.map((one) => roundedOrNull(one.durationMs)),
      assistMs: shown2.map(({ assistMs }) => roundedOrNull(assistMs))
    },
    worst: longest(collections, worstPauses).map((collection) => worstPause(collection, recording)),
    ...recording.trace?.onAxis != null && { trace: traced(recording.trace.onAxis) }
  };
}
function traced({ fromMs, toMs: toMs2, stops, collections, assists }) {
  const [marks, waits, helps] = [collections, stops, assists].map(rangesOf);
  return { fromMs: rounded(fromMs), toMs: rounded(toMs2), stops: waits, marks, assists: helps };
}
var lengthMs = ({ fromMs, toMs: toMs2 }) => toMs2 - fromMs;
function rangesOf(ranges2) {
  const shown2 = ranges2.toSorted((a, b) => lengthMs(b) - lengthMs(a)).slice(0, mostPoints).toSorted((a, b) => a.fromMs - b.fromMs);
  return {
    count: ranges2.length,
    totalMs: rounded(ranges2.reduce((sum4, range) => sum4 + lengthMs(range), 0)),
    fromMs: shown2.map(({ fromMs }) => rounded(fromMs)),
    toMs: shown2.map(({ toMs: toMs2 }) => rounded(toMs2))
  };
}
function buckets({ answers }, durationMs) {
  const bucketMs2 = shortestBucketMs * Math.ceil(durationMs / shortestBucketMs / mostPoints);
  const count2 = Math.max(1, Math.floor(durationMs / bucketMs2));
  const latencies = Array.from({ length: count2 }, () => []);
  for (const [index, endedMs] of answers.endedMs.entries()) {
    latencies[Math.floor(endedMs / bucketMs2)]?.push(answers.latencyUs[index]);
  }
  const sorted = latencies.map(ascending);
  const at = (share2) => sorted.map((bucket) => bucket.length === 0 ? null : Math.round(quantileOfSorted(bucket, share2)));
  return {
    bucketMs: bucketMs2,
    requestsPerSecond: sorted.map(({ length }) => length * 1e3 / bucketMs2),
    p50Us: at(0.5),
    p99Us: at(0.99),
    maxUs: at(1)
  };
}
var longest = (collections, most3) => collections.toSorted((a, b) => b.pauseMs - a.pauseMs).slice(0, most3);
function evenly(items, most3) {
  const step2 = Math.max(1, Math.ceil(items.length / most3));
  return items.filter((_, index) => (items.length - 1 - index) % step2 === 0);
}
function worstPause({ endedMs, pauseMs, durationMs }, { profiles }) {
  const before = profiles.findLast(({ upToMs }) => upToMs <= endedMs - aroundMs) ?? profiles[0];
  const after = profiles.find(({ upToMs }) => upToMs >= endedMs + aroundMs) ?? profiles.at(-1);
  const lines = [...heapLines([before.sites, after.sites]).values()].map((line) => {
    const [then = 0, now = 0] = amounts(line, "allocatedBytes");
    return { frame: line.frame, bytes: Math.round(now - then) };
  });
  return {
    endedMs: rounded(endedMs),
    pauseMs: rounded(pauseMs),
    durationMs: roundedOrNull(durationMs),
    fromMs: Math.round(before.upToMs),
    toMs: Math.round(after.upToMs),
    lines: lines.filter(({ bytes }) => bytes > 0).toSorted((a, b) => b.bytes - a.bytes).slice(0, linesPerPause)
  };
}
var rounded = (ms3) => Number(ms3.toFixed(3));
var roundedOrNull = (ms3) => ms3 === null ? null : rounded(ms3);

// src/checks/gc-figures.ts
var slowShare = 0.01;
var fewestSlow = 10;
var fewestCollections = 5;
function summarise(recording) {
  const { load, collections, processors, missed } = recording;
  const { durationMs } = load;
  const requests = load.answered;
  const thousands = Math.max(1, requests) / 1e3;
  const cpuMs = sum(collections, "cpuMs");
  const assistMs = sum(collections, "assistMs");
  return {
    timeline: timelineOf(recording, durationMs),
    requests,
    pauseP99Ms: collections.length === 0 ? null : quantile(pauses(collections), 0.99),
    collectionsPerThousand: (collections.length + missed) / thousands,
    cpuShare: cpuMs === null || processors === null ? null : cpuMs / (processors * Math.max(1, durationMs)),
    assistUsPerRequest: assistMs === null ? null : assistMs / thousands,
    slow: slowRequests(recording),
    missed
  };
}
var pauses = (collections) => collections.map(({ pauseMs }) => pauseMs);
function sum(collections, of) {
  const known2 = collections.flatMap((one) => one[of] ?? []);
  return known2.length < collections.length ? null : known2.reduce((total, ms3) => total + ms3, 0);
}
function slowRequests({ answers, collections, load }) {
  const { endedMs, latencyUs: latencyUs2 } = answers;
  if (collections.length < fewestCollections || latencyUs2.length * slowShare < fewestSlow) return null;
  const fromUs = quantileOfSorted(ascending(latencyUs2), 1 - slowShare);
  const spans = endedMs.flatMap((to, index) => {
    const us = latencyUs2[index];
    return us >= fromUs ? [{ from: to - us / 1e3, to }] : [];
  });
  const whole = collections.every(({ durationMs }) => durationMs !== null);
  const events = collections.map((one) => ({ from: one.endedMs - (one.durationMs ?? one.pauseMs), to: one.endedMs }));
  const seen = coincidence(spans, events, { from: 0, to: load.durationMs });
  return { requests: spans.length, fromUs: Math.round(fromUs), ...seen, against: whole ? "collections" : "pauses" };
}

// src/checks/gc-measurement.ts
var numbers = array(number());
var gaps = array(number().nullable());
var frame = object({ function: string(), file: string(), line: number(), own: boolean() });
var ranges = object({ count: number(), totalMs: number(), fromMs: numbers, toMs: numbers });
var timeline = object({
  durationMs: number(),
  load: object({ bucketMs: number(), requestsPerSecond: numbers, p50Us: gaps, p99Us: gaps, maxUs: gaps }),
  heap: object({ atMs: numbers, liveBytes: numbers, goalBytes: numbers, goroutines: gaps }),
  collections: object({
    count: number(),
    endedMs: numbers,
    pauseMs: numbers,
    durationMs: gaps,
    assistMs: gaps
  }),
  worst: array(
    object({
      endedMs: number(),
      pauseMs: number(),
      durationMs: number().nullable(),
      fromMs: number(),
      toMs: number(),
      lines: array(object({ frame, bytes: number() }))
    })
  ),
  trace: object({ fromMs: number(), toMs: number(), stops: ranges, marks: ranges, assists: ranges }).exactOptional()
});
var gcMeasurement = object({
  timeline,
  requests: number(),
  /** Null without a collection. */
  pauseP99Ms: number().nullable(),
  collectionsPerThousand: number(),
  /** Share of the CPU time that the service's processors could have given; null where the runtime's lines weren't seen. */
  cpuShare: number().nullable(),
  assistUsPerRequest: number().nullable(),
  /** How many of the slowest requests a collection touched; null when there were too few of either to tell. */
  slow: object({
    requests: number(),
    /** From this latency on a request belongs to them. */
    fromUs: number(),
    share: number(),
    expected: number(),
    p: number(),
    /** Held against whole collections, or, where their begin is unknown, against their end and pause alone. */
    against: _enum(["collections", "pauses"])
  }).nullable(),
  /** Collections that nobody saw. */
  missed: number()
});

// src/checks/gc.ts
var options2 = kebabOptions({
  "gc-window": duration.refine((ms3) => ms3 <= 6e4, { error: "a minute at most" }).prefault("5s").describe("How long the `gc` check loads the service to watch its collections."),
  "gc-trace": flag.default(false).describe(
    "Let the `gc` check go on for two seconds under a runtime trace and keep it as `trace.out`, for `go tool trace`."
  )
});
var traceMs = 2e3;
var level = 0.01;
var practicalMargin = 0.2;
var gc = defineCheck({
  name: "gc",
  title: "Garbage collection",
  build: "probe",
  onRequest: true,
  options: options2,
  measurement: gcMeasurement,
  measure: measure2,
  judge: judge2
});
async function measure2(bench, { gcWindow, gcTrace }, signal) {
  signal.throwIfAborted();
  bench.progress("gc: watching the collector under load");
  const recording = await bench.collector.record({ durationMs: gcWindow, traceMs: gcTrace ? traceMs : 0 });
  assertMeasured(recording.load);
  const measured = summarise(recording);
  if (measured.cpuShare === null) {
    bench.note(
      "The runtime’s own lines about collections weren’t seen on stderr: their CPU time and begin are unknown."
    );
  }
  if (recording.trace !== null) {
    await bench.keep("trace.out", recording.trace.bytes);
    const apart2 = recording.trace.onAxis === null ? " Its ranges couldn’t be placed on the axis of this run: that takes two collections in it that were seen from outside too." : "";
    bench.note(`A trace of the runtime lies beside the result: \`go tool trace trace.out\`.${apart2}`);
  }
  return measured;
}
function judge2(current) {
  return {
    outcome: "pass",
    summary: summaryOf2(current),
    findings: latencyFindings(current),
    metrics: metricsOf(current),
    routes: [],
    timeline: current.timeline
  };
}
function summaryOf2({ timeline: timeline2, pauseP99Ms, requests }) {
  const { count: count2 } = timeline2.collections;
  if (count2 === 0) return `No collection in ${counted(requests, "request")}.`;
  return `${counted(count2, "collection")} in ${counted(requests, "request")}, p99 of the pauses ${amountText(pauseP99Ms ?? 0)} ms.`;
}
function latencyFindings({ slow, timeline: timeline2 }) {
  if (slow === null || slow.p > level || slow.share - slow.expected < practicalMargin) return [];
  const { share: share2, expected, fromUs, against } = slow;
  const where = against === "collections" ? "fall into a collection" : "fall onto the pause of a collection";
  return [
    {
      id: "gc/slow-requests",
      kind: "speed",
      metric: "Slow requests during collections",
      unit: "ratio",
      before: null,
      after: share2,
      delta: null,
      interval: null,
      threshold: null,
      outcome: "warn",
      reason: `Latency peaks coincide with collections: ${percent(share2)} of the slowest 1 % of the requests (${amountText(fromUs / 1e3)} ms and more) ${where}; by chance it would be ${percent(expected)}.`,
      facts: allocationFacts(timeline2)
    }
  ];
}
function allocationFacts({ worst: worst3 }) {
  const [pause] = worst3;
  const [line] = pause?.lines ?? [];
  if (pause === void 0 || line === void 0) return [];
  const { frame: frame4, bytes } = line;
  return [
    { label: "allocates most around the longest pause", text: `${bytesText(bytes)} at ${frame4.function}`, frame: frame4 }
  ];
}
function metricsOf(current) {
  const { pauseP99Ms, collectionsPerThousand, cpuShare, assistUsPerRequest, timeline: timeline2 } = current;
  const lower2 = { better: "lower" };
  const longest2 = timeline2.worst[0]?.pauseMs;
  const figures2 = [
    { ...lower2, id: "gc/pause-p99", title: "GC pause p99", unit: "ms", value: pauseP99Ms },
    { ...lower2, id: "gc/pause-max", title: "Longest GC pause", unit: "ms", value: longest2 },
    {
      ...lower2,
      id: "gc/collections-per-1k",
      title: "Collections in 1,000 requests",
      unit: "count",
      value: collectionsPerThousand
    },
    { ...lower2, id: "gc/cpu-share", title: "CPU time of the collector", unit: "ratio", value: cpuShare },
    { ...lower2, id: "gc/assist", title: "GC assists", unit: "us/req", value: assistUsPerRequest },
    {
      ...lower2,
      id: "gc/heap-peak",
      title: "Highest live heap under load",
      unit: "bytes",
      value: Math.max(...timeline2.heap.liveBytes)
    }
  ];
  return figures2.flatMap(
    ({ value, ...metric }) => value === null || value === void 0 ? [] : [{ ...metric, value }]
  );
}

// src/pprof/group-counts.ts
function countGroups(looks, most3) {
  const byKey2 = looks.map((groups) => new Map(groups.map((group) => [group.key, group])));
  const keys = new Set(byKey2.flatMap((groups) => [...groups.keys()]));
  return [...keys].map((key) => byKey2.map((groups) => groups.get(key))).map(countsOf).toSorted((a, b) => change(b) - change(a) || b.counts.at(-1) - a.counts.at(-1)).slice(0, most3);
}
function countsOf(looks) {
  const { createdBy, stack, state } = looks.find((group) => group !== void 0);
  const last = looks.at(-1);
  return {
    createdBy,
    entry: stack.at(-1) ?? null,
    waitsAt: pointedFrame(stack) ?? null,
    state,
    counts: looks.map((group) => group?.count ?? 0),
    proven: last?.proven ?? 0,
    ...identities(looks),
    ...last?.minutes !== void 0 && { minutes: last.minutes },
    stack: ends(stack)
  };
}
var shownFrames = 12;
var ends = (stack) => stack.length <= shownFrames ? [...stack] : [...stack.slice(0, shownFrames - 1), stack.at(-1)];
function identities(looks) {
  const numbers3 = looks.map((group) => group === void 0 ? [] : group.ids);
  if (numbers3.includes(void 0)) return { lasting: null, ended: null };
  const sets = numbers3.map((ids) => new Set(ids));
  const last = sets.pop();
  const earlier = new Set(sets.flatMap((ids) => [...ids]));
  return {
    lasting: [...last].filter((id) => sets.every((ids) => ids.has(id))).length,
    ended: [...earlier].filter((id) => !last.has(id)).length
  };
}
var change = ({ counts: counts2 }) => Math.abs(counts2.at(-1) - counts2[0]);
var growsSteadily = ({ counts: counts2 }) => counts2.length >= 3 && counts2.at(-1) > counts2[0] && counts2.every((count2, index) => index === 0 || count2 >= counts2[index - 1]);

// src/checks/descriptor-diagnosis.ts
var opener = /^(?:os\.newFile|net\.newFD|internal\/poll\.)/;
function diagnoseDescriptors(pass, named2, lines, source) {
  return descriptorsGrow(pass) ? growing(pass, named2, lines, source) : collected(pass, source);
}
function growing(pass, named2, lines, source) {
  const values = judgedLooks(pass).map((look) => look.descriptors);
  const perRequest = ratePerRequest(pass, values);
  const holder = named2.find(({ line }) => {
    const each = ratePerRequest(pass, counts(line)) / perRequest;
    return each >= holders.least && each <= holders.most;
  });
  const opening = siteOfLine(openingLine(lines, values.at(-1) - values[0]), source);
  const site2 = opening ?? holder?.site ?? null;
  return {
    ...identity(site2),
    growsWith: growsWith(pass, values),
    routes: labels(drivers(pass, (looks) => looks.map((look) => look.descriptors))),
    values: decisiveValues(pass, values),
    requests: decisive(pass).map(({ requests }) => requests),
    perThousand: 1e3 * perRequest,
    heldBy: holder?.id ?? null,
    collected: false,
    kinds: kindsOf2(pass)
  };
}
var shownKinds = 3;
function kindsOf2(pass) {
  const looks = judgedLooks(pass);
  const before = looks[0].openFiles;
  return Object.entries(looks.at(-1).openFiles).map(([what, count2]) => ({ what, count: count2 - (before[what] ?? 0) })).filter(({ count: count2 }) => count2 > 0).toSorted((a, b) => b.count - a.count).slice(0, shownKinds);
}
var holders = { least: 0.4, most: 2.5 };
var leastCollected = 5;
function collected({ doses }, source) {
  const closed = doses.map(({ after }) => after.descriptorsBeforeCollection - after.descriptors);
  if (closed.filter((count2) => count2 >= leastCollected).length < 2) return null;
  const lines = [...heapLines(doses.flatMap(({ after }) => [after.sites, after.pooledSites])).values()];
  const site2 = siteOfLine(openingLine(lines, Math.max(...closed)), source);
  return {
    ...identity(site2),
    growsWith: "requests",
    routes: [],
    values: [0, ...closed],
    requests: doses.map(({ requests }) => requests),
    // A lower bound: collections during the round have closed some as well.
    perThousand: 1e3 * Math.max(...closed.map((count2, index) => count2 / doses[index].requests)),
    heldBy: null,
    collected: true
  };
}
var siteOfLine = (line, source) => line === void 0 ? null : siteAt(line.frame, heaviestStack(line), source);
var identity = (site2) => ({
  id: site2 === null ? "descriptors" : siteId(site2),
  site: site2,
  own: site2 !== null
});
var openingShare = 0.35;
function openingLine(lines, more) {
  return lines.filter((line) => line.frame.own && openedMore(line) >= openingShare * more).toSorted((a, b) => openedMore(b) - openedMore(a))[0];
}
function openedMore(line) {
  const looks = line.looks.map((look) => new Map([...look].filter(([, site2]) => opens(site2))));
  const objects = amounts({ ...line, looks }, "liveObjects");
  return Math.max(...objects) - objects[0];
}
var opens = (site2) => site2.stack.some((frame4) => opener.test(frame4.function));

// src/checks/goroutine-findings.ts
var perThousandUnit = "for each 1,000 requests";
function goroutineFindings(current, baseline, threshold2, context) {
  return current.leaks.filter((leak) => leak.perThousand > threshold2).map((leak) => {
    const known2 = baseline?.leaks.find(({ id }) => id === leak.id);
    const before = baseline === null ? null : known2?.perThousand ?? 0;
    const grade = gradeLeak({ rate: leak.perThousand, before, unit: perThousandUnit }, context);
    return {
      id: `goroutine-leak/${leak.id}`,
      kind: "leak",
      metric: "Goroutines left by 1,000 requests",
      unit: "goroutines",
      before,
      after: leak.perThousand,
      delta: before === null ? null : leak.perThousand - before,
      interval: null,
      threshold: { value: threshold2, of: "absolute" },
      outcome: grade.outcome,
      reason: [sentence(leak), evidence(leak), grade.known].filter((text) => text !== "").join(" "),
      site: leak.site,
      facts: facts(leak),
      ...flowsOf(leak)
    };
  });
}
var sentence = ({ perThousand: perThousand2, own }) => `${capitalised(perRequestsText(perThousand2 / 1e3, "goroutine"))} behind, started here.${own ? "" : " No frame of your own code is on their stacks: a library starts them."}`;
var evidence = ({ proven, restedMs }) => proven ? "Proven: the garbage collector finds nothing that could wake them." : `Suspected: their number grows with every round and didn't fall in ${secondsText(restedMs)} without load. Work that takes longer than that would look the same.`;
function facts(leak) {
  return [
    ...leak.waitsAt === null ? [] : [waitFact(leak.state, leak.waitsAt)],
    ...routeFacts(leak),
    growthFact(leak, amountText),
    ...timeFacts(leak),
    ...heldFacts(leak),
    ...leak.holds === void 0 ? [] : [{ label: "keep alive", text: leak.holds.chain }],
    ...leak.pattern === null ? unrecognisedWait : patternFacts(leak.pattern)
  ];
}
function flowsOf({ waitsAt, state, holds: holds2 }) {
  const calls = (waitsAt?.stack ?? []).toReversed().map((frame4) => ({ text: frame4.function, frame: frame4 }));
  const waits = { title: `Waits in (${state})`, steps: calls };
  const keeps = { title: "Keeps alive", steps: holds2?.steps ?? [] };
  return { flows: [waits, keeps].filter(({ steps: steps2 }) => steps2.length > 0) };
}
function heldFacts({ heapBytesEach, heapRuler, stackBytesEach = 0 }) {
  if (heapBytesEach < 1) return [];
  const heap = `${heapRuler === "dump" ? "" : "about "}${bytesText(heapBytesEach)} of heap`;
  const stack = stackBytesEach < 1 ? "" : ` and ${bytesText(stackBytesEach)} of stack`;
  return [{ label: "each holds", text: `${heap}${stack}` }];
}
function waitFact(state, { function: name2, file, line, source, stack }) {
  const own = stack.some((frame4) => frame4.own && frame4.file === file && frame4.line === line);
  return {
    label: "waits in",
    text: source === void 0 ? state : `${state}: ${source}`,
    frame: { function: name2, file, line, own }
  };
}

// src/checks/goroutine-measurement.ts
var frame2 = object({ function: string(), file: string(), line: number(), own: boolean() });
var groupCounts = object({
  createdBy: frame2.nullable(),
  entry: frame2.nullable(),
  waitsAt: frame2.nullable(),
  state: string(),
  counts: array(number()),
  proven: number(),
  lasting: number().nullable(),
  ended: number().nullable(),
  minutes: number().exactOptional(),
  stack: array(frame2).exactOptional()
});
var goroutineMeasurement = object({
  leaks: array(goroutineLeakSchema),
  descriptors: descriptorLeakSchema.nullable(),
  /** Missing in figures of older versions. */
  threads: threadLeakSchema.nullable().exactOptional(),
  /** Requests of the first three rounds. Missing in figures of older versions. */
  sent: number().exactOptional(),
  /** After the warm-up, those of connections left out. */
  goroutines: number(),
  /** What ran at each look. Missing in figures of older versions. */
  groups: array(groupCounts).exactOptional()
});

// src/checks/dose-plan.ts
var probingRequests = 500;
var fullWarmUp = 2e3;
var smallestDose = 251;
var plainShare = 1 / 3;
var escalation = { most: 4, least: 2 };
function planDoses(firstDose, budgetMs, requestsPerSecond) {
  const rate = Math.max(requestsPerSecond, 0.1) / 1e3;
  const affordable2 = plainShare * budgetMs * rate / (fullWarmUp - probingRequests + 7 * firstDose);
  const scale = Math.min(1, affordable2);
  const first2 = scale === 1 ? firstDose : Math.min(firstDose, nextPrime(Math.max(smallestDose, firstDose * scale)));
  const note = first2 < firstDose ? `The service answers ${amountText(requestsPerSecond)} requests/s under the probe: the leak checks sent ${amountText(first2 * 7)} requests instead of ${amountText(firstDose * 7)}, and see rare leaks less surely.` : null;
  return {
    warmUp: Math.max(probingRequests, Math.round(fullWarmUp * scale)),
    doses: [first2, 2 * first2, 4 * first2],
    escalate(elapsedMs, requestsPerMs) {
      const factor = (budgetMs - elapsedMs) * requestsPerMs / (7 * first2);
      const times = Math.round(Math.min(escalation.most, Math.max(escalation.least, factor)));
      return [times * first2, 2 * times * first2, 4 * times * first2];
    },
    note
  };
}
function nextPrime(from) {
  let candidate = Math.ceil(from);
  while (!isPrime(candidate)) candidate += 1;
  return candidate;
}
function isPrime(value) {
  for (let divisor = 2; divisor * divisor <= value; divisor++) if (value % divisor === 0) return false;
  return value > 1;
}

// src/checks/leak-rounds.ts
async function observe(bench, signal) {
  let last = await bench.leaks.snapshot();
  return {
    elapsedMs: () => last.elapsedMs,
    async load(requests, narrowed) {
      signal.throwIfAborted();
      bench.progress(`leaks: ${requests} requests`);
      const dose = await bench.leaks.dose(requests, narrowed);
      const stage3 = { requests: dose.requests, durationMs: dose.durationMs, before: last, after: dose.after };
      last = dose.after;
      return { stage: stage3, dose };
    },
    async rest(durationMs) {
      signal.throwIfAborted();
      bench.progress("leaks: resting, to see what ends by itself");
      const before = last;
      last = await bench.leaks.rest(durationMs);
      return { requests: 0, durationMs: last.elapsedMs - before.elapsedMs, before, after: last };
    }
  };
}
async function largerDoses(pass, plan, { bench, observer, rules }) {
  const leftMs = () => bench.leakPlan.budgetMs - observer.elapsedMs();
  const last = () => pass.more.at(-1) ?? pass.doses.at(-1);
  const doses = plan.escalate(observer.elapsedMs(), pace(last()));
  for (const requests of doses)
    pass.more.push((await observer.load(affordable(requests, last(), leftMs() + bench.leakPlan.budgetMs))).stage);
  const spareMs = () => leftMs() - bench.leakPlan.budgetMs * keptForRests;
  const doubled = 2 * doses[2];
  if (doubled / pace(last()) > spareMs() || !growsUnheld(pass, rules)) return;
  pass.more.push((await observer.load(doubled)).stage);
  if (2 * doubled / (slowed * pace(last())) > spareMs() || !containersAlone(pass, rules)) return;
  pass.more.push((await observer.load(2 * doubled, { connections: 1 })).stage);
}
var keptForRests = 1 / 3;
var slowed = 0.4;
var pace = ({ requests, durationMs }) => requests / Math.max(1, durationMs);
function affordable(planned, before, leftMs, fewest = smallestDose) {
  if (before === void 0) return planned;
  return Math.min(planned, Math.max(fewest, Math.floor(pace(before) * leftMs)));
}
var mostAttributedRoutes = 12;
var fewestOfRoute = 101;
var leastForRoutes = 0.25;
async function perRoute(pass, planned, { bench, observer }) {
  const routes = bench.routes.slice(0, mostAttributedRoutes);
  if (routes.length < 2) return [];
  if (bench.routes.length > routes.length) {
    bench.note(`Leaks were attributed among the first ${routes.length} of ${bench.routes.length} routes.`);
  }
  const all = bench.routes.reduce((sum4, { weight: weight2 }) => sum4 + weight2, 0);
  const { budgetMs } = bench.leakPlan;
  const eachMs = Math.max(budgetMs - observer.elapsedMs(), leastForRoutes * budgetMs) / routes.length;
  const stages = [];
  for (const route of routes) {
    const share2 = route.weight / all;
    const requests = affordable(planned, decisive(pass).at(-1), share2 * eachMs, fewestOfRoute);
    const { stage: stage3, dose } = await observer.load(requests, { routes: [route] });
    if (answered(dose)) stages.push({ ...stage3, label: route.label, share: share2 });
  }
  return stages;
}
var answered = ({ requests, failed }) => requests > 0 && failed < requests;

// src/checks/leak-pass.ts
var defaultRules = { bytesPerRequest: 1 };
var restMs = 2500;
var drainLimitMs = 15e3;
async function leakPass(bench, rules, signal) {
  return bench.once("leak-pass", async () => runPass(bench, rules, signal));
}
async function runPass(bench, limits, signal) {
  const options10 = suspicion(limits, bench.routes);
  const plan = await warmUp(bench);
  const observer = await observe(bench, signal);
  const warm = await bench.leaks.retention();
  const pass = { ...await firstDoses(bench, observer, plan), warmUp: plan.warmUp };
  if (!("unavailable" in warm)) pass.counted = { before: warm.counted, after: null };
  if (suspicious(pass, options10)) pass.rests.push(await observer.rest(restMs));
  if (suspicious(pass, options10)) {
    bench.progress("leaks: something keeps growing, looking closer");
    await largerDoses(pass, plan, { bench, observer, rules: options10 });
    for (let restedMs = 0; restedMs < drainLimitMs && suspicious(pass, options10); restedMs += restMs) {
      pass.rests.push(await observer.rest(restMs));
    }
  }
  if (leaking(pass, options10) && restsAfter(pass).length === 0) pass.rests.push(await observer.rest(restMs));
  if (!leaking(pass, options10)) return pass;
  Object.assign(pass, await grownSince(bench, warm));
  pass.routes.push(...await perRoute(pass, plan.doses[0], { bench, observer, rules: options10 }));
  pass.chains = await countedChains(bench, pass.chains, plan.doses[0]);
  return pass;
}
async function firstDoses(bench, observer, plan) {
  const doses = [];
  for (const planned of plan.doses) {
    const leftMs = bench.leakPlan.budgetMs - observer.elapsedMs();
    const requests2 = affordable(planned, doses.at(-1)?.stage, leftMs + bench.leakPlan.budgetMs);
    const sent2 = await observer.load(requests2);
    if (!answered(sent2.dose)) throw nothingAnswered(requests2);
    doses.push(sent2);
  }
  noteFailures(
    bench,
    doses.reduce((sum4, { dose }) => sum4 + dose.failed, 0),
    plan.doses
  );
  const { requests, mallocsPerRequest, allocatedBytesPerRequest } = doses.at(-1).dose;
  const cost = { requests, mallocsPerRequest, allocatedBytesPerRequest };
  return { doses: doses.map(({ stage: stage3 }) => stage3), more: [], rests: [], chains: [], ways: [], routes: [], cost };
}
var notableFailures = 0.01;
function noteFailures(bench, failed, doses) {
  const sent2 = doses.reduce((sum4, requests) => sum4 + requests, 0);
  if (failed <= notableFailures * sent2) return;
  bench.note(`${failed} of ${sent2} requests of the leak rounds failed: what they would have leaked wasn’t seen.`);
}
async function grownSince(bench, warm) {
  const grown = "unavailable" in warm ? warm : await bench.leaks.retention();
  if ("unavailable" in warm || "unavailable" in grown) return { chains: [], ways: [] };
  const counted3 = { before: warm.counted, after: grown.counted };
  return { chains: grown.chainsSince(warm), ways: grown.waysSince(warm), heap: grown.heapSince(warm), counted: counted3 };
}
async function countedChains(bench, sampled, requests) {
  bench.progress(`leaks: ${requests} requests, to see who keeps what they leave behind`);
  const dose = await bench.leaks.recordedDose(requests);
  if ("unavailable" in dose) {
    const untold = sampled.length > 0 ? "couldn’t be counted" : "couldn’t be told";
    bench.note(`Who keeps the memory alive ${untold}: ${dose.unavailable}.`);
    return [...sampled];
  }
  const before = new Map(sampled.map((chain) => [chain.root, chain]));
  const counted3 = dose.after.chainsSince(dose.before).map((chain) => ({
    ...chain,
    // Also lines that had room left in this dose: they belong to the same leak.
    sites: [...chain.sites, ...before.get(chain.root)?.sites ?? []]
  }));
  for (const { root } of counted3) before.delete(root);
  return [...counted3, ...before.values()].toSorted((a, b) => keptPerRequest(b) - keptPerRequest(a));
}
var keptPerRequest = ({ retainedBytes, requests = 0 }) => retainedBytes / Math.max(1, requests);
async function warmUp(bench) {
  const { firstDose, budgetMs } = bench.leakPlan;
  bench.progress("leaks: warming up");
  const probing = await bench.leaks.warmUp(probingRequests);
  if (probing.failed >= probingRequests) throw nothingAnswered(probingRequests);
  const plan = planDoses(firstDose, budgetMs, probing.requestsPerSecond);
  if (plan.note !== null) bench.note(plan.note);
  if (plan.warmUp > probingRequests) await bench.leaks.warmUp(plan.warmUp - probingRequests);
  return plan;
}
var nothingAnswered = (requests) => new LeakgateError("measurement", `The probe build answered none of ${requests} requests as expected.`, {
  hint: "Try the first request by hand; `requests` may need another path, a body, or the status to expect."
});

// src/checks/kept-patterns.ts
var keptPatterns = {
  closure: {
    usually: "a function value that outlives its request, and keeps what it captured",
    cure: "Let it capture only what it needs, and drop it once it has run.",
    page: "captured-closure"
  },
  map: {
    usually: "a map that gets new keys and never loses any",
    cure: "Bound it: entries that expire, an LRU, or `delete` once a key is done with.",
    page: "unbounded-map"
  },
  slice: {
    usually: "a slice that is appended to and never cut",
    cure: "Keep the last ones only, or hand it over and begin a new one.",
    page: "growing-slice"
  },
  pool: {
    usually: "a pool that gives and doesn’t get back, or keeps what grew once",
    cure: "Put `defer pool.Put(x)` right after `Get`, and drop what has grown too large.",
    page: "pool-misuse"
  },
  file: {
    usually: "a file that is never closed on some path",
    cure: "Add `defer f.Close()` right after the error check.",
    page: "unclosed-file"
  }
};
var keptFacts = (name2) => {
  const { usually, cure, page } = keptPatterns[name2];
  return [
    { label: "usually", text: usually, page },
    { label: "usual cure", text: cure }
  ];
};
function heapPatternFacts({ site: site2, keptBy: keptBy2, heldBy: heldBy2 }) {
  if (heldBy2 !== null) return [];
  const code = site2.source ?? "";
  if (/\btime\.After\(/.test(code)) return patternFacts("timeAfter");
  if (/\btime\.(?:NewTicker|Tick)\(/.test(code)) return patternFacts("ticker");
  const steps2 = keptBy2?.chain.split(" → ") ?? [];
  if (steps2.some((step2) => /^(?:closure |func\()/.test(step2))) return keptFacts("closure");
  const container = steps2.findLast((step2) => isMap(step2) || isSlice(step2));
  if (container !== void 0) return keptFacts(isMap(container) ? "map" : "slice");
  if (/\bappend\(/.test(code)) return keptFacts("slice");
  if (/[\w)\]]\[.+\]\s*=[^=]/.test(code)) return keptFacts("map");
  return unrecognised(
    keptBy2 === null ? "Leakgate doesn’t recognise the pattern; the stack tells where it is made." : "Leakgate doesn’t recognise the pattern; the chain tells who keeps it."
  );
}
var isMap = (step2) => /^map[ [{]/.test(step2);
var isSlice = (step2) => /^(?:slice |\[\])/.test(step2);
function descriptorPatternFacts({ site: site2, heldBy: heldBy2 }) {
  if (site2 === null || heldBy2 !== null) return [];
  const calls = (name2) => site2.stack.some((frame4) => name2.test(frame4.function));
  if (calls(/^net\/http\.\(\*Transport\)\./)) return patternFacts("body");
  if (calls(/^database\/sql\./)) return patternFacts("rows");
  if (calls(/^os\/exec\./)) return patternFacts("command");
  if (calls(/^os\.(?:Open|Create|OpenFile|newFile)$/)) return keptFacts("file");
  if (calls(/^net\./)) return patternFacts("io");
  return unrecognised("Leakgate doesn’t recognise the pattern; the stack tells where it is opened.");
}

// src/checks/process-findings.ts
function descriptorFindings(current, baseline, threshold2, context) {
  const { descriptors: leak } = current;
  if (leak === null || leak.perThousand <= threshold2) return [];
  const known2 = baseline?.descriptors?.id === leak.id ? baseline.descriptors : null;
  const before = baseline === null ? null : known2?.perThousand ?? 0;
  const metric = leak.collected ? "Files closed by the collector" : "Files left open by 1,000 requests";
  const told2 = { leak, before, name: "descriptors", metric, sentence: descriptorSentence(leak) };
  return [finding({ ...told2, facts: [...kindFacts(leak), ...descriptorPatternFacts(leak)] }, threshold2, context)];
}
function threadFindings(current, baseline, threshold2, context) {
  const { threads: leak = null } = current;
  if (leak === null || leak.perThousand <= threshold2) return [];
  const known2 = baseline?.threads?.id === leak.id ? baseline.threads : null;
  const before = baseline?.threads === void 0 ? null : known2?.perThousand ?? 0;
  const told2 = { leak, before, name: "threads", metric: "Threads left by 1,000 requests" };
  return [finding({ ...told2, sentence: threadSentence(leak), facts: [] }, threshold2, context)];
}
function finding({ leak, before, name: name2, metric, sentence: sentence3, facts: facts3 }, threshold2, context) {
  const grade = gradeLeak({ rate: leak.perThousand, before, unit: perThousandUnit }, context);
  return {
    id: `goroutine-leak/${name2}/${leak.id}`,
    kind: "leak",
    metric,
    unit: "count",
    before,
    after: leak.perThousand,
    delta: before === null ? null : leak.perThousand - before,
    interval: null,
    threshold: { value: threshold2, of: "absolute" },
    outcome: leak.heldBy === null ? grade.outcome : "warn",
    reason: [sentence3, grade.known].filter((text) => text !== "").join(" "),
    ...leak.site !== null && { site: leak.site },
    facts: [...facts3, ...routeFacts(leak), growthFact(leak, amountText), ...timeFacts(leak)]
  };
}
function kindFacts({ kinds: kinds4 = [] }) {
  if (kinds4.length === 0) return [];
  return [{ label: "they are", text: listed(kinds4.map(({ what, count: count2 }) => `${amountText(count2)} × ${what}`)) }];
}
function descriptorSentence({ perThousand: perThousand2, site: site2, heldBy: heldBy2, collected: collected2 }) {
  if (heldBy2 !== null) return `They belong to goroutines that never end (${heldBy2}), and close when those do.`;
  const left = capitalised(perRequestsText(perThousand2 / 1e3, "file or socket", "files or sockets"));
  const what = collected2 ? `At least: ${left} open until the garbage collector finds them.` : `${left} open.`;
  return site2 === null ? `${what} No single line opens that many; look for a missing Close, also on the error paths.` : `${what} They are opened here; a Close is missing.`;
}
function threadSentence({ perThousand: perThousand2, heldBy: heldBy2 }) {
  if (heldBy2 !== null) return `They are occupied by goroutines that never end (${heldBy2}).`;
  const left = capitalised(
    perRequestsText(perThousand2 / 1e3, "thread of the operating system", "threads of the operating system")
  );
  return `${left} behind. Go keeps a thread once it has started it: look for calls that block in the kernel or in C, and for \`runtime.LockOSThread\`.`;
}

// src/checks/thread-diagnosis.ts
var held = { least: 0.4, most: 2.5 };
function diagnoseThreads(pass, named2) {
  if (!threadsGrow(pass)) return null;
  const values = judgedLooks(pass).map(({ threads }) => threads);
  const perRequest = ratePerRequest(pass, values);
  const holder = named2.find(({ line }) => {
    const each = perRequest / ratePerRequest(pass, counts(line));
    return each >= held.least && each <= held.most;
  });
  return {
    id: holder?.id ?? "threads",
    site: holder?.site ?? null,
    own: holder?.site.stack.some((frame4) => frame4.own) ?? false,
    growsWith: growsWith(pass, values),
    routes: labels(drivers(pass, (looks) => looks.map(({ threads }) => threads))),
    values: decisiveValues(pass, values),
    requests: decisive(pass).map(({ requests }) => requests),
    perThousand: 1e3 * perRequest,
    heldBy: holder?.id ?? null
  };
}

// src/checks/goroutine-leak.ts
var options3 = kebabOptions({
  "max-leaked-goroutines": amount.default(0).describe("How many goroutines, file descriptors, or threads 1,000 requests may leave behind.")
});
var goroutineLeak = defineCheck({
  name: "goroutine-leak",
  title: "Goroutines",
  build: "probe",
  options: options3,
  measurement: goroutineMeasurement,
  measure: measure3,
  forBaseline: ({ groups: _shown, ...judged }) => judged,
  judge: judge3
});
async function measure3(bench, _chosen, signal) {
  return summarise2(await leakPass(bench, defaultRules, signal), bench.source);
}
var mostGroups = 30;
function summarise2(pass, source) {
  const lines = [...heapLines(judgedLooks(pass).map(({ sites }) => sites)).values()];
  const named2 = nameGoroutines(pass, lines, source);
  return {
    leaks: goroutineLeaks(pass, named2, lines, source),
    descriptors: diagnoseDescriptors(pass, named2, lines, source),
    threads: diagnoseThreads(pass, named2),
    sent: pass.doses.reduce((sum4, { requests }) => sum4 + requests, 0),
    goroutines: pass.doses[0].before.goroutines,
    groups: countGroups(
      judgedLooks(pass).map(({ groups }) => groups),
      mostGroups
    )
  };
}
function judge3(current, baseline, { maxLeakedGoroutines }, context) {
  const leaks = goroutineFindings(current, baseline, maxLeakedGoroutines, context);
  const ofProcess = [descriptorFindings, threadFindings].flatMap(
    (of) => of(current, baseline, maxLeakedGoroutines, context)
  );
  const findings = worstFirst([...leaks, ...ofProcess]);
  return {
    outcome: outcomeOf(findings),
    summary: summaryOf3(current, findings),
    findings,
    metrics: metricsOf2(current),
    routes: [],
    ...current.groups !== void 0 && { groups: current.groups }
  };
}
var leastSeen = 3;
var floorText = (sent2) => sent2 === void 0 ? "" : `: one left by every ${amountText(Math.floor(sent2 / leastSeen))} requests would have shown`;
function summaryOf3({ leaks, sent: sent2 }, findings) {
  const failed = findings.filter(({ outcome }) => outcome === "fail");
  const goroutines = failed.filter(({ unit }) => unit === "goroutines");
  if (goroutines.length > 0) {
    const left = goroutines.reduce((sum4, { after }) => sum4 + (after ?? 0), 0);
    return `1,000 requests leave ${counted(Number(left.toPrecision(3)), "goroutine")} behind that never end, from ${counted(goroutines.length, "place")}.`;
  }
  const [other] = failed;
  if (other !== void 0) {
    const left = other.id.startsWith("goroutine-leak/threads/") ? "threads behind" : "files or sockets open";
    return `1,000 requests leave ${amountText(Number((other.after ?? 0).toPrecision(2)))} ${left}.`;
  }
  if (outcomeOf(findings) === "inconclusive") return "Goroutines leak; whether that is new isn’t known.";
  return leaks.length > 0 ? "No new goroutine leak." : `Every goroutine ended${floorText(sent2)}.`;
}
function metricsOf2({ leaks, goroutines }) {
  const leaked = leaks.reduce((sum4, leak) => sum4 + leak.perThousand, 0);
  const lower2 = { unit: "goroutines", better: "lower" };
  return [
    { ...lower2, id: "goroutine-leak/leaked", title: "Goroutines left by 1,000 requests", value: leaked },
    { ...lower2, id: "goroutine-leak/goroutines", title: "Goroutines at rest", value: goroutines }
  ];
}

// src/checks/cost-limits.ts
var leastAllocs = 0.5;
var leastAllocatedBytes = 16;
var allocsMargin = { share: 5e-3, most: 0.75, scatter: 15e-4 };
function allowedAllocs(before, { maxAllocsIncrease: limit2 }) {
  if (limit2 !== void 0) return Math.max(leastAllocs, limit2 * before);
  return Math.max(leastAllocs, allocsMargin.scatter * before, Math.min(allocsMargin.most, allocsMargin.share * before));
}
var allocsShares = ({ maxAllocsIncrease: limit2 }) => limit2 === void 0 ? [allocsMargin.share, allocsMargin.scatter] : [limit2];
var allowedBytes = (before, { maxAllocatedBytesIncrease: limit2 }) => Math.max(leastAllocatedBytes, limit2 * before);
var perRound = { mallocsPerRequest: 512, allocatedBytesPerRequest: 65536 };
function startUp(after, before) {
  const share2 = Math.max(0, 1 / after.doses.at(-1) - 1 / before.doses.at(-1));
  return {
    mallocsPerRequest: share2 * perRound.mallocsPerRequest,
    allocatedBytesPerRequest: share2 * perRound.allocatedBytesPerRequest
  };
}
function exceedsCounts(after, least2, before, limits) {
  const slack = startUp(after, before);
  const allocs = allowedAllocs(before.mallocsPerRequest, limits) + slack.mallocsPerRequest;
  const bytes = allowedBytes(before.allocatedBytesPerRequest, limits) + slack.allocatedBytesPerRequest;
  return least2.mallocsPerRequest - before.mallocsPerRequest > allocs || least2.allocatedBytesPerRequest - before.allocatedBytesPerRequest > bytes;
}

// src/checks/allocations.ts
var storedAllocations = 25;
function allocationsIn(doses, source) {
  const looks = looksOf(doses);
  const requests = doses.reduce((sum4, dose) => sum4 + dose.requests, 0);
  const lines = [...heapLines([looks[0].sites, looks.at(-1).sites]).values()].filter(({ frame: frame4 }) => frame4.own);
  const all = lines.map((line) => {
    const [bytesBefore = 0, bytes = 0] = amounts(line, "allocatedBytes");
    const [objectsBefore = 0, objects = 0] = amounts(line, "allocatedObjects");
    return {
      id: siteId(siteAt(line.frame, [line.frame], source)),
      function: line.frame.function,
      file: line.frame.file,
      line: line.frame.line,
      bytesPerRequest: (bytes - bytesBefore) / requests,
      objectsPerRequest: (objects - objectsBefore) / requests
    };
  });
  const top = (of) => all.toSorted((a, b) => b[of] - a[of]).slice(0, storedAllocations);
  return [.../* @__PURE__ */ new Set([...top("bytesPerRequest"), ...top("objectsPerRequest")])].filter(
    (line) => line.bytesPerRequest > 0
  );
}

// src/checks/request-costs.ts
var requestCosts = object({
  /** Requests of the three doses; figures of other doses don't compare. */
  doses: array(number()),
  /** After the doses, collected. */
  heapBytes: number(),
  /** What pools held on top of it: most and least of the looks after the doses, since a collection may empty them at any moment. */
  pooledBytes: number(),
  leastPooledBytes: number().default(0),
  mallocsPerRequest: number(),
  allocatedBytesPerRequest: number(),
  /** The own lines that allocate most. */
  allocations: array(allocationSchema)
});
var countsSchema = object({ mallocsPerRequest: number(), allocatedBytesPerRequest: number() });
var baseCostsSchema = discriminatedUnion("kind", [
  object({ kind: literal("measured"), sha: string(), ...requestCosts.shape }),
  object({ kind: literal("unavailable"), reason: string() })
]);
function costsOf(doses, { mallocsPerRequest, allocatedBytesPerRequest }, source) {
  const { after } = doses.at(-1);
  const pooled = doses.map((dose) => pooledBytesOf(dose.after));
  return {
    doses: doses.map(({ requests }) => requests),
    heapBytes: after.heapBytes,
    pooledBytes: Math.max(...pooled),
    leastPooledBytes: Math.min(...pooled),
    mallocsPerRequest,
    allocatedBytesPerRequest,
    allocations: allocationsIn(doses, source)
  };
}
var pooledBytesOf = ({ pooledSites: pooledSites2, sites }) => Math.max(0, Math.round(liveBytes(pooledSites2) - liveBytes(sites)));
var liveBytes = (sites) => sites.reduce((sum4, site2) => sum4 + site2.liveBytes, 0);
async function measureBase(bench, pass) {
  const { baseCounts: base } = bench;
  if (base === null) return null;
  if ("unavailable" in base) return { kind: "unavailable", reason: base.unavailable };
  bench.progress(`counts of the baseline’s commit ${base.sha.slice(0, 7)}, measured anew`);
  const seen = await base.measure(
    pass.warmUp,
    pass.doses.map(({ requests }) => requests)
  );
  if ("unavailable" in seen) return { kind: "unavailable", reason: seen.unavailable };
  bench.note(
    `The baseline’s counts were made under other conditions than this run’s, so its commit ${base.sha.slice(0, 7)} was measured anew.`
  );
  const stages = seen.doses.map((dose, index) => ({
    requests: dose.requests,
    durationMs: dose.durationMs,
    before: seen.doses[index - 1]?.after ?? seen.before,
    after: dose.after
  }));
  return { kind: "measured", sha: base.sha, ...costsOf(stages, seen.doses.at(-1), base.source) };
}
var mostConfirmations = 2;
async function confirmCounts(bench, current, against, limits) {
  const rounds2 = [];
  if (against === null) return rounds2;
  while (rounds2.length < mostConfirmations && exceedsCounts(current, least([current, ...rounds2]), against, limits)) {
    bench.progress("allocations: more than the baseline, measuring again");
    const { mallocsPerRequest, allocatedBytesPerRequest } = await bench.leaks.dose(current.doses.at(-1));
    rounds2.push({ mallocsPerRequest, allocatedBytesPerRequest });
  }
  return rounds2;
}
var least = (rounds2) => ({
  mallocsPerRequest: Math.min(...rounds2.map((round) => round.mallocsPerRequest)),
  allocatedBytesPerRequest: Math.min(...rounds2.map((round) => round.allocatedBytesPerRequest))
});

// src/checks/cost-findings.ts
var megabyte = 1024 ** 2;
var allowedHeap = (before, { maxLiveHeapIncrease: limit2 }) => Math.max(megabyte, limit2 * before);
var heapShares = ({ maxLiveHeapIncrease }) => [maxLiveHeapIncrease];
var costs = [
  {
    id: "heap-leak/mallocs",
    metric: "Allocations per request",
    unit: "allocs/req",
    value: ({ mallocsPerRequest }) => mallocsPerRequest,
    allowed: allowedAllocs,
    shares: allocsShares,
    count: "mallocsPerRequest",
    of: { figure: "objectsPerRequest", least: 0.25 }
  },
  {
    id: "heap-leak/allocated-bytes",
    metric: "Allocated bytes per request",
    unit: "bytes/req",
    value: ({ allocatedBytesPerRequest }) => allocatedBytesPerRequest,
    allowed: allowedBytes,
    shares: ({ maxAllocatedBytesIncrease }) => [maxAllocatedBytesIncrease],
    count: "allocatedBytesPerRequest",
    of: { figure: "bytesPerRequest", least: leastAllocatedBytes / 2 }
  },
  {
    id: "heap-leak/live-heap",
    metric: "Live heap",
    unit: "bytes",
    value: ({ heapBytes }) => heapBytes,
    allowed: allowedHeap,
    shares: heapShares
  },
  {
    id: "heap-leak/pooled",
    metric: "Memory in pools",
    unit: "bytes",
    value: ({ pooledBytes }) => pooledBytes,
    atLeast: ({ leastPooledBytes }) => leastPooledBytes,
    allowed: allowedHeap,
    shares: heapShares
  }
];
function costFindings(current, baseline, limits, mismatches) {
  const against = heldAgainst(current, baseline, mismatches);
  return costs.map((cost) => costFinding(cost, current, against, limits));
}
function heldAgainst({ base, doses }, baseline, mismatches) {
  if (base?.kind === "measured") {
    const anew = ` Its commit ${base.sha.slice(0, 7)} was measured anew, since the stored counts can’t be used: ${listed(mismatches)}.`;
    return { costs: base, obstacles: [], unlikeDoses: [], anew };
  }
  const different = baseline !== null && String(baseline.doses) !== String(doses);
  const failed = base === void 0 ? [] : [`its commit couldn’t be measured anew (${base.reason})`];
  return {
    costs: baseline,
    obstacles: [...mismatches, ...failed],
    unlikeDoses: different ? ["the number of requests differs"] : [],
    anew: ""
  };
}
function costFinding(cost, current, against, limits) {
  const before = against.costs === null ? null : cost.value(against.costs);
  const after = cost.count === void 0 ? cost.value(current) : least(roundsOf(current))[cost.count];
  const slack = against.costs === null || cost.count === void 0 ? 0 : startUp(current, against.costs)[cost.count];
  const surely2 = cost.atLeast?.(current) ?? after;
  const exceeded = before !== null && surely2 - before > cost.allowed(before, limits) + slack;
  const obstacles = [...against.obstacles, ...cost.count === void 0 ? against.unlikeDoses : []];
  const gates = obstacles.length === 0;
  const gate2 = before === null || before === 0 ? null : gateOf(cost, before, limits);
  const threshold2 = gates ? gate2 : null;
  const causes2 = exceeded && against.costs !== null ? increases(cost, current, against.costs) : [];
  return {
    id: cost.id,
    kind: "cost",
    metric: cost.metric,
    unit: cost.unit,
    before,
    after,
    delta: changeAgainst(threshold2, before, after),
    interval: null,
    threshold: threshold2,
    outcome: exceeded ? gates ? "fail" : "warn" : "pass",
    reason: `${reasonOf(cost, { before, after, gate: gate2, exceeded, obstacles })}${againText(cost, current, before)}${before === null ? "" : against.anew}`,
    ...causes2.length > 0 && { site: siteOfLine2(causes2[0]), facts: causes2.map((line) => causeFact(cost, line)) }
  };
}
var roundsOf = (current) => [current, ...current.confirmations ?? []];
function gateOf(cost, before, limits) {
  const amount2 = cost.allowed(before, limits);
  const share2 = cost.shares(limits).find((one) => one * before === amount2);
  return share2 === void 0 ? { value: amount2, of: "absolute" } : { value: share2, of: "relative" };
}
function changeAgainst(threshold2, before, after) {
  if (before === null || before === 0) return null;
  return threshold2?.of === "absolute" ? after - before : after / before - 1;
}
function reasonOf({ unit }, { before, after, gate: gate2, exceeded, obstacles }) {
  if (before === null) return "No baseline yet: recorded.";
  const change2 = before === 0 ? "New" : signedPercent(after / before - 1);
  if (obstacles.length > 0) return `${change2}, shown only: ${listed(obstacles)}.`;
  if (!exceeded) return `${change2}, within its limit.`;
  const amount2 = (value) => unit === "allocs/req" ? `${amountText(value)} allocations` : bytesText(value);
  const more = amount2(after - before);
  if (gate2 === null) return `${change2}: ${more}.`;
  const limit2 = gate2.of === "absolute" ? amount2(gate2.value) : `${amountText(100 * gate2.value)} %`;
  return `${change2} (${more} more), beyond the allowed ${limit2}.`;
}
function againText({ count: count2 }, current, before) {
  if (count2 === void 0 || before === null || before === 0 || (current.confirmations ?? []).length === 0) return "";
  const values = roundsOf(current).map((round) => signedPercent(round[count2] / before - 1));
  return ` Measured ${values.length} times: ${listed(values)}; the lowest counts.`;
}
var shownCauses = 3;
function increases({ of }, current, baseline) {
  if (of === void 0) return [];
  const { figure, least: leastRise } = of;
  const earlier = new Map(baseline.allocations.map((line) => [line.id, line[figure]]));
  return current.allocations.map((line) => ({ ...line, [figure]: line[figure] - (earlier.get(line.id) ?? 0) })).filter((line) => line[figure] >= leastRise).toSorted((a, b) => b[figure] - a[figure]).slice(0, shownCauses);
}
function causeFact({ of }, line) {
  const more = of?.figure === "bytesPerRequest" ? bytesText(line.bytesPerRequest) : amountText(line.objectsPerRequest);
  return { label: "allocates more", text: `+${more} per request`, frame: frameOf(line) };
}
var frameOf = ({ function: name2, file, line }) => ({
  function: name2,
  file,
  line,
  own: true
});
var siteOfLine2 = (line) => {
  const frame4 = frameOf(line);
  return { function: frame4.function, file: frame4.file, line: frame4.line, stack: [frame4] };
};

// src/checks/retained-paths.ts
var longestName = 120;
var most = { paths: 64, ofLine: 4 };
var leastBytesPerRequest = 0.1;
var leastShareOfLine = 0.01;
var requestsPerStep = 50;
var requestsOf = ({ doses, more }) => Math.max(
  1,
  [...doses, ...more].reduce((sum4, { requests }) => sum4 + requests, 0)
);
function retainedPaths(pass) {
  const rates2 = ratesByPath(pass.ways, requestsOf(pass));
  return Object.fromEntries(rates2.filter(([, rate]) => rate >= leastBytesPerRequest).slice(0, most.paths));
}
function pathsOfLine({ file, line }, pass) {
  const ways = pass.ways.filter(({ frame: frame4 }) => frame4?.file === file && frame4.line === line);
  const rates2 = ratesByPath(ways, requestsOf(pass));
  const all = rates2.reduce((sum4, [, rate]) => sum4 + rate, 0);
  return rates2.filter(([, rate]) => rate >= leastShareOfLine * all).slice(0, most.ofLine).map(([path, bytesPerRequest]) => ({ path, bytesPerRequest }));
}
function ratesByPath(ways, requests) {
  const rates2 = /* @__PURE__ */ new Map();
  for (const way of ways) {
    const path = pathOf(way, requests);
    rates2.set(path, (rates2.get(path) ?? 0) + way.bytes / requests);
  }
  return [...rates2].toSorted(([, a], [, b]) => b - a);
}
var arrow = " → ";
function pathOf({ steps: steps2 }, requests) {
  const [root, ...below2] = steps2.map(({ text, objects }) => ({ name: stepName(text), objects }));
  const end = below2.pop();
  const between = below2.filter(({ name: name2, objects }) => !containers.has(name2) && objects >= requests / requestsPerStep);
  const names = [root, ...between, ...end === void 0 ? [] : [end]].map(({ name: name2 }) => name2);
  return names.filter((name2, index) => name2 !== names[index - 1]).join(arrow);
}
var containers = /* @__PURE__ */ new Set(["map", "slice"]);
function stepName(text) {
  if (/^map[ [{]/.test(text)) return "map";
  if (/^(?:\[\]|slice )/.test(text)) return "slice";
  return text.replace(/^goroutine \[[^\]]*\] /, "goroutine ").replaceAll(/ [^\s/]+\.(?:go|s):\d+/g, "").replaceAll(/\.(func|gowrap)\d+(?:[.-]\d+)*/g, ".$1").replaceAll(arrow, " > ").slice(0, longestName);
}
var above = (path) => path.split(arrow).slice(0, -1).join(arrow);
var rootOf = (path) => path.split(arrow, 1)[0];

// src/checks/heap-diagnosis.ts
function diagnoseHeap(pass, rules, holders2, source) {
  const growing2 = heapSuspects(pass, rules);
  const library = growing2.filter((line) => isStandard(line.frame));
  const others = growing2.filter((line) => !isStandard(line.frame));
  const explained = others.length > 0 || holders2.goroutines.length > 0;
  const leaks = (explained ? others : library).map((line) => heapLeak(pass, line, holders2, source));
  return {
    leaks: mergeById(leaks).toSorted((a, b) => b.bytesPerRequest - a.bytesPerRequest),
    libraryBytesPerRequest: explained ? library.reduce((sum4, line) => sum4 + ratePerRequest(pass, amounts(line, "liveBytes")), 0) : 0
  };
}
function heapLeak(pass, line, holders2, source) {
  const site2 = siteAt(line.frame, heaviestStack(line), source);
  const bytes = amounts(line, "liveBytes");
  const kept = keptBy(line.frame, pass.chains);
  const driving = drivers(pass, (looks) => liveBytes2(lineKey(line.frame), looks));
  const bytesPerRequest = ratePerRequest(pass, bytes);
  return {
    id: siteId(site2),
    site: site2,
    own: line.frame.own,
    growsWith: growsWith(pass, bytes),
    routes: labels(driving),
    values: decisiveValues(pass, bytes).map(Math.round),
    requests: decisive(pass).map(({ requests }) => requests),
    bytesPerRequest,
    bytesPerDrivingRequest: perDrivingRequest(bytesPerRequest, driving),
    objectsPerRequest: ratePerRequest(pass, amounts(line, "liveObjects")),
    keptBy: kept,
    paths: pathsOfLine(line.frame, pass),
    heldBy: heldByChain(kept, holders2) ?? heldBy(line, holders2)
  };
}
function heldByChain(kept, { goroutines }) {
  const waiting = waitingFunction(kept?.root ?? "");
  const holder = goroutines.find(
    ({ line }) => line.looks.at(-1).some((group) => group.stack.some((frame4) => frame4.function === waiting))
  );
  return holder === void 0 ? null : { kind: "goroutines", id: holder.id };
}
function heldBy(line, { goroutines, descriptors }) {
  const holder = holderOf(line, goroutines);
  if (holder !== void 0) return { kind: "goroutines", id: holder.id };
  const opens2 = descriptors?.site?.file === line.frame.file && descriptors.site.line === line.frame.line;
  return opens2 ? { kind: "descriptors", id: descriptors.id } : null;
}
function liveBytes2(key, looks) {
  const line = heapLines(looks.map((look) => look.sites)).get(key);
  return line === void 0 ? looks.map(() => 0) : amounts(line, "liveBytes");
}
var largest = (a = null, b = null) => a === null || b === null ? a ?? b : Math.max(a, b);
function mergeById(leaks) {
  return groupBy(leaks, ({ id }) => id).map(
    (same) => same.reduce((sum4, next) => ({
      ...sum4,
      values: sum4.values.map((value, index) => value + next.values[index]),
      bytesPerRequest: sum4.bytesPerRequest + next.bytesPerRequest,
      bytesPerDrivingRequest: largest(sum4.bytesPerDrivingRequest, next.bytesPerDrivingRequest),
      objectsPerRequest: sum4.objectsPerRequest + next.objectsPerRequest,
      paths: [...sum4.paths ?? [], ...next.paths ?? []]
    }))
  );
}

// src/checks/heap-evidence.ts
var frame3 = object({ function: string(), file: string(), line: number(), own: boolean() });
var heapCount = object({ reachableBytes: number(), heapAllocBytes: number() });
var heapEvidenceSchema = object({
  requests: number(),
  frames: array(frame3),
  nodes: array(object({ parent: number(), frame: number(), liveBytes: number(), growthBytes: number() })),
  chains: array(
    object({
      root: string(),
      steps: array(
        object({ text: string(), objects: number(), retainedBytes: number(), frame: frame3.nullable() })
      ),
      retainedBytes: number(),
      sites: array(frame3),
      requests: number().exactOptional(),
      exact: boolean().exactOptional(),
      heldBy: array(array(string())).exactOptional(),
      stackBytes: number().exactOptional(),
      known: boolean().exactOptional()
    })
  ),
  counted: object({ before: heapCount, after: heapCount.nullable() }).exactOptional(),
  heap: array(
    object({
      parent: number(),
      text: string(),
      frame: frame3.nullable(),
      objects: number(),
      grownObjects: number(),
      bytes: number(),
      grownBytes: number(),
      left: object({ steps: number(), bytes: number(), grownBytes: number() }).exactOptional()
    })
  ).exactOptional()
});
var smallest = 4e-3;
var most2 = { nodes: 1e3, depth: 64, chains: 12, steps: 24, sites: 10 };
function heapEvidence(pass) {
  const looks = looksOf(decisive(pass));
  const root = callTree(looks[0].sites, looks.at(-1).sites);
  const frames = /* @__PURE__ */ new Map();
  const nodes = [];
  const limit2 = threshold(root);
  const add = (call, parent) => {
    const at = nodes.length;
    nodes.push({
      parent,
      frame: indexOf(call.frame, frames),
      liveBytes: Math.round(call.after),
      growthBytes: Math.round(call.after - call.before)
    });
    for (const child of call.children.values()) if (weight(child) > limit2) add(child, at);
  };
  add(root, -1);
  return {
    requests: decisive(pass).reduce((sum4, { requests }) => sum4 + requests, 0),
    frames: [...frames.values()].map(({ frame: shown2 }) => shown2),
    nodes,
    chains: chainsOf(pass),
    ...pass.counted !== void 0 && { counted: pass.counted },
    ...pass.heap !== void 0 && { heap: pass.heap }
  };
}
function chainsOf({ chains }) {
  const heaviest = Math.max(0, ...chains.map(({ retainedBytes }) => retainedBytes));
  return chains.filter(({ retainedBytes }) => retainedBytes >= heaviest * smallest).slice(0, most2.chains).map((chain) => ({
    ...chain,
    steps: chain.steps.slice(0, most2.steps),
    ...chain.heldBy !== void 0 && { heldBy: chain.heldBy.map((way) => way.slice(0, most2.steps)) },
    sites: [...new Map(chain.sites.map((site2) => [lineKey(site2), site2])).values()].slice(0, most2.sites)
  }));
}
function callTree(before, after) {
  const root = { frame: null, before: 0, after: 0, children: /* @__PURE__ */ new Map() };
  for (const site2 of before) grow(root, site2, "before");
  for (const site2 of after) grow(root, site2, "after");
  return root;
}
function grow(root, { stack, liveBytes: liveBytes3 }, when2) {
  let call = root;
  call[when2] += liveBytes3;
  for (const at of stack.slice(-most2.depth).toReversed()) {
    const key = lineKey(at);
    const next = call.children.get(key) ?? { frame: at, before: 0, after: 0, children: /* @__PURE__ */ new Map() };
    call.children.set(key, next);
    next[when2] += liveBytes3;
    call = next;
  }
}
var weight = ({ before, after }) => Math.max(after, Math.abs(after - before));
function threshold(root) {
  const weights = [];
  const collect = (call) => {
    weights.push(weight(call));
    call.children.forEach(collect);
  };
  collect(root);
  const heaviest = weights.toSorted((a, b) => b - a);
  return Math.max(weight(root) * smallest, heaviest[most2.nodes] ?? 0, 1);
}
function indexOf(shown2, frames) {
  if (shown2 === null) return -1;
  const known2 = frames.get(lineKey(shown2)) ?? { at: frames.size, frame: shown2 };
  frames.set(lineKey(shown2), known2);
  return known2.at;
}

// src/checks/leak-history.ts
var strangeShare = 0.1;
var sameWithin = 0.1;
function historyOf(leak, current, baseline) {
  if (baseline === null) return { before: null, newPaths: [], movedFrom: null };
  const known2 = baseline.leaks.find(({ id }) => id === leak.id);
  if (known2 !== void 0) {
    return { before: known2.bytesPerRequest, newPaths: newPaths(leak, known2, baseline), movedFrom: null };
  }
  const moved = movedLeak(leak, current, baseline);
  return { before: moved?.before ?? 0, newPaths: [], movedFrom: moved?.from ?? null };
}
function newPaths(leak, known2, { retained = {} }) {
  if ((known2.paths ?? []).length === 0) return [];
  return (leak.paths ?? []).filter(
    ({ path, bytesPerRequest }) => !Object.hasOwn(retained, path) && bytesPerRequest >= strangeShare * leak.bytesPerRequest
  );
}
function movedLeak(leak, current, baseline) {
  const gone = missingIn(current, baseline.leaks);
  const added = missingIn(baseline, current.leaks);
  for (const alike2 of [samePath, sameObjects]) {
    const from = gone.filter((one) => alike2(one, leak));
    if (from.length === 0) continue;
    const before = sum2(from) * (leak.bytesPerRequest / sum2(added.filter((one) => alike2(one, from[0]))));
    return { from: from[0], before };
  }
  return null;
}
var missingIn = ({ leaks }, among) => among.filter(({ id }) => !leaks.some((other) => other.id === id));
var sum2 = (leaks) => leaks.reduce((total, { bytesPerRequest }) => total + bytesPerRequest, 0);
var heaviestPath = ({ paths = [] }) => paths[0]?.path;
function samePath(one, other) {
  const path = heaviestPath(one);
  return path !== void 0 && path === heaviestPath(other) && one.site.function === other.site.function;
}
function sameObjects(one, other) {
  const [path, otherPath] = [heaviestPath(one), heaviestPath(other)];
  return path !== void 0 && otherPath !== void 0 && above(path) !== "" && above(path) === above(otherPath) && alike(one.bytesPerRequest, other.bytesPerRequest) && alike(one.objectsPerRequest, other.objectsPerRequest);
}
var alike = (one, other) => Math.abs(one - other) <= sameWithin * Math.max(one, other);
function isKnownChain(chain, current, baseline) {
  if (baseline?.retained === void 0 || current.retained === void 0) return null;
  const root = stepName(chain.root);
  const paths = Object.entries(current.retained).filter(([path]) => rootOf(path) === root);
  const rate = (of) => of.reduce((total, [, bytes]) => total + bytes, 0);
  if (paths.length === 0) return null;
  const strange = paths.filter(([path]) => !Object.hasOwn(baseline.retained, path));
  return rate(strange) < strangeShare * rate(paths);
}

// src/checks/outlook.ts
var gigabyte = 1024 ** 3;
function outlookFacts({ bytesPerRequest, heapBytes, pace: pace2 }, { memory, requestsPerSecond }) {
  const left = memory === void 0 ? gigabyte : Math.max(0, memory.liveBytes - heapBytes);
  const requests = left / bytesPerRequest;
  const rate = requestsPerSecond ?? pace2;
  const told2 = `after about ${amountText(twoDigits(requests))} requests`;
  const time = rate === void 0 || rate <= 0 ? "" : `, ${timeText(requests / rate)} at ${amountText(twoDigits(rate))} requests/s`;
  const whose = requestsPerSecond === void 0 && time !== "" ? ", the pace of this run" : "";
  if (memory === void 0) return [{ label: "fills 1 GiB", text: `${told2}${time}${whose}` }];
  const limit2 = memory.from === "config" ? "the `memory-limit`" : "this container’s limit";
  return [{ label: "out of memory", text: `${told2}${time}${whose}, under ${limit2} of ${bytesText(memory.bytes)}` }];
}
var twoDigits = (value) => Number(value.toPrecision(2));
var units = [
  { noun: "day", seconds: 86400 },
  { noun: "hour", seconds: 3600 },
  { noun: "minute", seconds: 60 }
];
function timeText(seconds2) {
  const unit = units.find((one) => seconds2 >= one.seconds) ?? { noun: "second", seconds: 1 };
  return counted(twoDigits(seconds2 / unit.seconds), unit.noun);
}

// src/checks/heap-findings.ts
function judgeLeaks(current, baseline, maxBytesPerRequest, context) {
  const leaks = current.leaks.filter((leak) => highestRate(leak) > maxBytesPerRequest);
  const judged = leaks.map((leak) => ({
    leak,
    finding: leakFinding(leak, { current, baseline }, maxBytesPerRequest, context)
  }));
  const together2 = groupBy(judged, ({ leak, finding: finding3 }) => `${holderOf2(leak, leaks)} ${finding3.outcome}`);
  const merged = together2.map((group) => {
    const lines = group.map(({ leak }) => leak);
    const finding3 = mergeLines(group.map((one) => one.finding));
    const bytesPerRequest = lines.reduce((sum4, line) => sum4 + line.bytesPerRequest, 0);
    return { finding: withOutlook(finding3, lines, current, context), bytesPerRequest };
  });
  const [first2, ...others] = merged;
  if (first2 === void 0) return [];
  const { finding: finding2 } = first2;
  const told2 = [...finding2.facts ?? [], ...libraryFacts(current)];
  return [{ ...first2, finding: { ...finding2, facts: told2 } }, ...others];
}
function holderOf2(leak, leaks) {
  if (leak.keptBy !== null) return leak.keptBy.root;
  const { file, line } = leak.site;
  const through = leaks.find(
    ({ keptBy: keptBy2 }) => keptBy2?.steps?.some(({ frame: frame4 }) => frame4?.file === file && frame4.line === line) === true
  );
  return through?.keptBy?.root ?? leak.site.function;
}
var highestRate = ({ bytesPerRequest, bytesPerDrivingRequest = null }) => Math.max(bytesPerRequest, bytesPerDrivingRequest ?? 0);
function withOutlook(finding2, leaks, current, context) {
  const [leak] = leaks;
  if (leak === void 0 || leak.heldBy !== null || leak.growsWith === "time") return finding2;
  const bytesPerRequest = leaks.reduce((sum4, one) => sum4 + one.bytesPerRequest, 0);
  const given = { bytesPerRequest, heapBytes: current.heapBytes, pace: current.requestsPerSecond };
  return { ...finding2, facts: [...finding2.facts ?? [], ...outlookFacts(given, context), cacheFact(leak)] };
}
function leakFinding(leak, { current, baseline }, threshold2, context) {
  const history = historyOf(leak, current, baseline);
  const { before } = history;
  const grade = gradeByHistory(leak, history, context);
  const held3 = leak.heldBy !== null && !hidesNewLeak(leak, baseline);
  return {
    id: `heap-leak/site/${leak.id}`,
    kind: "leak",
    metric: "Heap growth",
    unit: "bytes/req",
    before,
    after: leak.bytesPerRequest,
    delta: before === null ? null : leak.bytesPerRequest - before,
    interval: null,
    threshold: { value: threshold2, of: "absolute" },
    outcome: held3 ? "warn" : grade.outcome,
    reason: held3 ? heldSentence(leak.heldBy) : [sentence2(leak), grade.known].filter((text) => text !== "").join(" "),
    site: leak.site,
    facts: [...history.newPaths.map(newPathFact), ...facts2(leak)],
    ...flowsOf2(leak)
  };
}
function gradeByHistory(leak, { before, newPaths: newPaths2, movedFrom }, context) {
  const grade = gradeLeak({ rate: leak.bytesPerRequest, before, unit: "B with each request" }, context);
  if (newPaths2.length > 0) {
    return { outcome: "fail", known: "The baseline leaks at this line too, but not along the new chain." };
  }
  if (movedFrom === null) return grade;
  const { function: name2, file, line } = movedFrom.site;
  return {
    ...grade,
    known: `${grade.known} There it’s in ${name2} (${file}:${line}), kept alive along the same chain.`
  };
}
var newPathFact = ({ path, bytesPerRequest }) => ({
  label: "new chain",
  text: `${path}, ${bytesText(bytesPerRequest)} per request`
});
var heldSentence = ({ kind, id }) => kind === "goroutines" ? `This memory belongs to goroutines that never end (${id}); it goes when they do.` : `This memory belongs to files or sockets that are never closed (${id}); it goes when they are.`;
function hidesNewLeak(leak, baseline) {
  if (baseline === null || baseline.leaks.some(({ id }) => id === leak.id)) return false;
  return baseline.holders.includes(leak.heldBy.id);
}
function sentence2({ bytesPerRequest, objectsPerRequest, own, growsWith: growsWith2 }) {
  const left = perRequestsText(objectsPerRequest, "object");
  const keeps = objectsPerRequest >= 0.01 ? `${left} here that ${left.endsWith(" object") ? "is" : "are"} never freed, ${bytesText(bytesPerRequest)} per request` : `what is allocated here keeps growing, by ${bytesText(bytesPerRequest)} per request`;
  const whose = own ? "" : " No frame of your own code is on the stack: a library keeps it.";
  return `${capitalised(keeps)}${growsWith2 === "time" ? " at this pace" : ""}.${whose}`;
}
function facts2(leak) {
  return [
    ...leak.keptBy === null ? [] : [{ label: "kept alive by", text: leak.keptBy.chain }],
    ...holdersOf(leak).map((way, index) => ({
      label: index === 0 ? "held together by" : "and by",
      text: way.join(" → ")
    })),
    ...routeFacts(leak),
    growthFact(leak, bytesText),
    ...timeFacts(leak),
    ...rareRouteFacts(leak),
    ...heapPatternFacts(leak)
  ];
}
function holdersOf({ keptBy: keptBy2 }) {
  const ways = keptBy2?.heldBy ?? [];
  const own = ways.filter(([root = ""]) => !root.startsWith("runtime."));
  return own.length === ways.length ? ways : [...own, ["the runtime’s own lists"]];
}
function flowsOf2({ keptBy: keptBy2 }) {
  if (keptBy2?.steps === void 0) return {};
  const held3 = holdersOf({ keptBy: keptBy2 }).map((way) => {
    const steps2 = way.map((text) => ({ text, frame: keptBy2.steps.find((step2) => step2.text === text)?.frame ?? null }));
    return { title: "Held together by", steps: steps2 };
  });
  return { flows: [{ title: "Kept alive by", steps: keptBy2.steps }, ...held3] };
}
function rareRouteFacts({ bytesPerRequest, bytesPerDrivingRequest = null }) {
  if (bytesPerDrivingRequest === null || bytesPerDrivingRequest < 1.5 * bytesPerRequest) return [];
  return [{ label: "each of those", text: `keeps ${bytesText(bytesPerDrivingRequest)}` }];
}
function cacheFact({ requests }) {
  const sent2 = amountText(requests.reduce((sum4, round) => sum4 + round, 0));
  return { label: "or a cache", text: `that wasn’t full after ${sent2} requests: then raise \`leak-requests\`` };
}
function libraryFacts({ libraryBytesPerRequest }) {
  if (libraryBytesPerRequest < 1) return [];
  const text = `${bytesText(libraryBytesPerRequest)} per request that the standard library allocated`;
  return [{ label: "keeps besides", text }];
}
function mergeLines(findings) {
  const [first2, ...others] = findings;
  const also = others.map(
    ({ site: site2, after }) => lineFact("also here", site2, `${bytesText(after ?? 0)} per request`)
  );
  return { ...first2, facts: [...first2.facts ?? [], ...also] };
}
var lineFact = (label, site2, text) => ({
  label,
  text: site2.source === void 0 ? text : `${text}: ${site2.source}`,
  frame: { function: site2.function, file: site2.file, line: site2.line, own: true }
});
var poolWords = {
  "never-put": (pool) => `What is taken out of this pool is never put back: ${perRequestsText(pool.objectsPerRequest, "new object")} for the collector, ${bytesText(pool.bytesPerRequest)} per request. Put it back on every path.`,
  "never-taken": (pool) => `Objects are put into a pool that nobody takes them from: ${amountText(pool.idleObjects)} (${bytesText(pool.idleBytes)}) lay idle after a round, while requests went on making new ones.`,
  oversized: (pool) => `A pool keeps objects that have grown to ${bytesText(pool.idleBytes / Math.max(1, pool.idleObjects))} each, ${bytesText(pool.idleBytes)} in all. Drop large ones instead of putting them back.`
};
var together = (sum4, next) => ({
  ...sum4,
  objectsPerRequest: Math.max(sum4.objectsPerRequest, next.objectsPerRequest),
  bytesPerRequest: sum4.bytesPerRequest + next.bytesPerRequest,
  idleObjects: Math.max(sum4.idleObjects, next.idleObjects),
  idleBytes: sum4.idleBytes + next.idleBytes
});
function poolFindings(current, baseline, context) {
  return groupBy(current.pools, ({ id, kind }) => `${kind} ${id}`).map((same) => {
    const pool = same.reduce(together);
    const known2 = baseline?.pools.find(({ id, kind }) => id === pool.id && kind === pool.kind);
    const before = baseline === null ? null : known2?.bytesPerRequest ?? 0;
    const grade = gradeLeak({ rate: pool.bytesPerRequest, before, unit: "B with each request" }, context);
    return {
      id: `heap-leak/pool/${pool.id}`,
      kind: "leak",
      metric: "sync.Pool misuse",
      unit: "bytes/req",
      before,
      after: pool.bytesPerRequest,
      delta: before === null ? null : pool.bytesPerRequest - before,
      interval: null,
      threshold: null,
      // Large buffers may be what the service works with; it isn't ours to say that they are too large.
      outcome: pool.kind === "oversized" ? "warn" : grade.outcome,
      reason: [poolWords[pool.kind](pool), grade.known].filter((text) => text !== "").join(" "),
      site: pool.site,
      facts: keptFacts("pool")
    };
  });
}

// src/checks/heap-measurement.ts
var heapMeasurement = object({
  leaks: array(heapLeakSchema),
  /**
   * The trie of what keeps the growth alive, flattened and pruned: each path of names from a root down, with the bytes that each
   * request adds at its end. A later run tells new chains by it. Missing where nothing grew or nobody could tell.
   */
  retained: record(string(), number()).exactOptional(),
  /** Growth of memory that only the standard library allocated, on behalf of the leaks. */
  libraryBytesPerRequest: number(),
  /** Ids of goroutine and descriptor leaks, which may hold memory. */
  holders: array(string()),
  pools: array(poolMisuseSchema),
  ...requestCosts.shape,
  /** Further rounds, where the first one would have failed. */
  confirmations: array(countsSchema).exactOptional(),
  /** The baseline's commit, where its stored counts couldn't be used. */
  base: baseCostsSchema.exactOptional(),
  /** Pace of the doses. Missing in figures of older versions. */
  requestsPerSecond: number().exactOptional(),
  /** For pictures; never judged. */
  evidence: heapEvidenceSchema.exactOptional()
});

// src/checks/pool-misuse.ts
var idleObjects = 32;
var significance = 3;
var newPerRequest = 0.02;
var oversizedBytes = 64 * 1024;
var oversizedTotalBytes = 1024 * 1024;
var nearbyLines = 60;
function poolMisuses(pass, source) {
  return pooledSites(pass).flatMap((site2) => {
    const misuse = neverPut(site2, source) ?? neverTaken(site2, source) ?? oversized(site2, source);
    return misuse === void 0 ? [] : [misuse];
  });
}
function neverPut(pooled, source) {
  const get = pooled.stack.findIndex((frame4) => frame4.function === "sync.(*Pool).Get");
  const caller = pooled.stack.slice(get + 1).find((frame4) => frame4.own);
  if (get <= 0 || caller === void 0 || !pooled.stack.slice(0, get).some((frame4) => frame4.own)) return void 0;
  const returned = pooled.idle.some(({ objects }) => objects >= 1);
  if (returned || pooled.allocatedPerRequest.objects < newPerRequest) return void 0;
  return misuseAt("never-put", caller, pooled, source);
}
function neverTaken(pooled, source) {
  const frame4 = pointedFrame(pooled.stack);
  const crowded = pooled.idle.filter(
    ({ objects, bytes, errorBytes }) => objects >= idleObjects && bytes > significance * errorBytes
  );
  if (frame4?.own !== true || crowded.length < 2 || pooled.allocatedPerRequest.objects < newPerRequest) return void 0;
  return putsNearby(frame4, source) ? misuseAt("never-taken", frame4, pooled, source) : void 0;
}
function oversized(pooled, source) {
  const frame4 = pointedFrame(pooled.stack);
  const large = ({ objects, bytes }) => bytes >= oversizedTotalBytes && bytes / Math.max(1, objects) >= oversizedBytes;
  if (frame4?.own !== true || pooled.idle.filter(large).length < 2) return void 0;
  return putsNearby(frame4, source) ? misuseAt("oversized", frame4, pooled, source) : void 0;
}
function putsNearby(frame4, source) {
  for (let line = Math.max(1, frame4.line - nearbyLines); line <= frame4.line + nearbyLines; line++) {
    if (source(frame4.file, line)?.includes(".Put(") === true) return true;
  }
  return false;
}
function misuseAt(kind, frame4, pooled, source) {
  const site2 = siteAt(frame4, pooled.stack, source);
  return {
    id: siteId(site2),
    kind,
    site: site2,
    objectsPerRequest: pooled.allocatedPerRequest.objects,
    bytesPerRequest: pooled.allocatedPerRequest.bytes,
    idleObjects: Math.round(Math.max(...pooled.idle.map(({ objects }) => objects))),
    idleBytes: Math.round(Math.max(...pooled.idle.map(({ bytes }) => bytes)))
  };
}
var byKey = (sites) => new Map(sites.map((site2) => [site2.key, site2]));
function pooledSites({ doses }) {
  const requests = doses.reduce((sum4, dose) => sum4 + dose.requests, 0);
  const before = byKey(doses[0].before.sites);
  const looks = doses.map(({ after }) => ({ live: byKey(after.sites), pooled: byKey(after.pooledSites) }));
  return doses.at(-1).after.sites.map((last) => {
    const grown = (amount2) => (last[amount2] - (before.get(last.key)?.[amount2] ?? 0)) / requests;
    const idle = looks.map(({ live, pooled }) => ({
      objects: (pooled.get(last.key)?.liveObjects ?? 0) - (live.get(last.key)?.liveObjects ?? 0),
      bytes: (pooled.get(last.key)?.liveBytes ?? 0) - (live.get(last.key)?.liveBytes ?? 0),
      errorBytes: pooled.get(last.key)?.errorBytes ?? 0
    }));
    const allocatedPerRequest = { objects: grown("allocatedObjects"), bytes: grown("allocatedBytes") };
    return { stack: last.stack, idle, allocatedPerRequest };
  });
}

// src/checks/heap-leak.ts
var options4 = kebabOptions({
  "max-leaked-bytes-per-request": byteSize.prefault(defaultRules.bytesPerRequest).describe("How many bytes a line of code may keep with each request."),
  "max-allocs-increase": share.optional().describe("How much the number of allocations per request may grow. Otherwise 0.5%, and never by a whole one."),
  "max-allocated-bytes-increase": share.prefault("1%").describe("How many more bytes a request may allocate."),
  "max-live-heap-increase": share.prefault("15%").describe("How much the live heap may grow, from 1 MB on.")
});
var heapLeak2 = defineCheck({
  name: "heap-leak",
  title: "Heap",
  build: "probe",
  options: options4,
  measurement: heapMeasurement,
  measure: measure4,
  forBaseline: ({ evidence: _pictures, base: _anew, confirmations: _again, ...figures2 }) => figures2,
  judge: judge4
});
async function measure4(bench, chosen, signal) {
  const limit2 = { bytesPerRequest: chosen.maxLeakedBytesPerRequest };
  const pass = await leakPass(bench, limit2, signal);
  const measured = summarise3(pass, suspicion(limit2, bench.routes).bytesPerRequest, bench.source);
  const base = await measureBase(bench, pass);
  const stored = heapMeasurement.safeParse(bench.stored("heap-leak"));
  const against = base?.kind === "measured" ? base : base === null && stored.success ? stored.data : null;
  const confirmations = await confirmCounts(bench, measured, against, chosen);
  return { ...measured, ...base !== null && { base }, ...confirmations.length > 0 && { confirmations } };
}
function summarise3(pass, bytesPerRequest, source) {
  const lines = [...heapLines(judgedLooks(pass).map(({ sites }) => sites)).values()];
  const goroutines = nameGoroutines(pass, lines, source);
  const descriptors = diagnoseDescriptors(pass, goroutines, lines, source);
  const { leaks, libraryBytesPerRequest } = diagnoseHeap(
    pass,
    { bytesPerRequest },
    { goroutines, descriptors },
    source
  );
  return {
    leaks,
    ...pass.ways.length > 0 && { retained: retainedPaths(pass) },
    libraryBytesPerRequest,
    holders: [...new Set([...goroutines, ...descriptors === null ? [] : [descriptors]].map(({ id }) => id))],
    pools: poolMisuses(pass, source),
    ...costsOf(pass.doses, pass.cost, source),
    requestsPerSecond: paceOf(decisive(pass)),
    evidence: heapEvidence(pass)
  };
}
function paceOf(stages) {
  const requests = stages.reduce((sum4, stage3) => sum4 + stage3.requests, 0);
  return 1e3 * requests / Math.max(
    1,
    stages.reduce((sum4, stage3) => sum4 + stage3.durationMs, 0)
  );
}
function judge4(current, baseline, chosen, context) {
  const leaks = judgeLeaks(current, baseline, chosen.maxLeakedBytesPerRequest, context);
  const pools = poolFindings(current, baseline, context);
  const costs2 = costFindings(current, baseline, chosen, context.mismatches);
  const findings = worstFirst([...leaks.map(({ finding: finding2 }) => finding2), ...pools, ...costs2]);
  return {
    outcome: outcomeOf(findings),
    summary: summaryOf4(current, chosen.maxLeakedBytesPerRequest, leaks, findings),
    findings,
    metrics: metricsOf3(current),
    routes: [],
    ...current.evidence !== void 0 && { evidence: withKnownChains(current.evidence, current, baseline) }
  };
}
function withKnownChains(evidence2, current, baseline) {
  const chains = evidence2.chains.map((chain) => {
    const known2 = isKnownChain(chain, current, baseline);
    return known2 === null ? chain : { ...chain, known: known2 };
  });
  return { ...evidence2, chains };
}
var sent = ({ doses }) => doses.reduce((sum4, requests) => sum4 + requests, 0);
function summaryOf4(current, limit2, leaks, findings) {
  const failed = leaks.filter(({ finding: finding2 }) => finding2.outcome === "fail");
  if (failed.length > 0) {
    const bytes = failed.reduce((sum4, { bytesPerRequest }) => sum4 + bytesPerRequest, 0);
    return `Every request leaves ${bytesText(bytes)} behind that are never freed, in ${counted(failed.length, "place")}.`;
  }
  const other = findings.find(({ outcome }) => outcome === "fail");
  if (other !== void 0) return `${other.metric}: ${other.reason}`;
  if (outcomeOf(findings) === "inconclusive") return "Memory leaks; whether that is new isn’t known.";
  return leaks.length > 0 ? "No new heap leak." : `No line of code keeps memory with each request: ${bytesText(limit2)} would have shown in ${amountText(sent(current))} requests.`;
}
var lower = (id, title, unit, value) => ({
  id: `heap-leak/${id}`,
  title,
  unit,
  better: "lower",
  value
});
function metricsOf3(current) {
  const retained = current.leaks.reduce((sum4, leak) => sum4 + leak.bytesPerRequest, 0);
  return [
    lower("retained", "Kept per request", "bytes/req", retained + current.libraryBytesPerRequest),
    lower("live-heap", "Live heap", "bytes", current.heapBytes),
    lower("pooled", "Memory in pools", "bytes", current.pooledBytes),
    lower("mallocs", "Allocations per request", "allocs/req", current.mallocsPerRequest),
    lower("allocated-bytes", "Allocated bytes per request", "bytes/req", current.allocatedBytesPerRequest)
  ];
}

// src/checks/leak-coverage-measurement.ts
var kinds2 = ["go", "context", "timer", "channel", "response", "pool", "growing"];
var wakers = object({ nobody: number(), referenced: number(), runtime: number(), unknown: number() });
var alive = object({
  count: number(),
  states: record(string(), number()),
  minutes: number(),
  proven: number(),
  wakers: wakers.exactOptional()
});
var lives = object({
  traceMs: number(),
  started: number(),
  ended: number(),
  runnableMs: number(),
  runningMs: number(),
  syscallMs: number(),
  blocked: array(object({ reason: string(), times: number(), ms: number(), longestMs: number() }))
});
var site = object({
  kind: _enum(kinds2),
  frame: object({ function: string(), file: string(), line: number(), own: boolean() }),
  source: string(),
  runs: number(),
  routes: array(object({ method: string(), path: string(), may: boolean(), ran: boolean().nullable() })).exactOptional(),
  alive: alive.exactOptional(),
  lives: lives.exactOptional()
});
var measurement2 = object({ requests: number(), sites: array(site) });
async function measure5(bench, _chosen, signal) {
  signal.throwIfAborted();
  bench.progress("leak-coverage: building with counters");
  const covered = await bench.coverage.load(bench.leakPlan.firstDose);
  assertMeasured(covered.summary);
  const left = groupBy(
    covered.goroutines.filter(({ createdBy }) => createdBy !== null),
    ({ createdBy }) => placeOf(createdBy)
  );
  const byPlace = new Map(left.map((group) => [placeOf(group[0].createdBy), group]));
  const seen = livesByPlace(covered);
  return {
    requests: covered.summary.answered,
    sites: covered.sites.map((one) => {
      if (one.kind !== "go") return one;
      const place = placeOf(one.frame);
      const fared = seen.get(place);
      const now = stillAlive(byPlace.get(place) ?? [], covered.leakProof);
      return { ...one, alive: now, ...fared !== void 0 && { lives: fared } };
    })
  };
}
var forBaseline = ({ requests, sites }) => ({
  requests,
  sites: sites.map(({ alive: _alive, lives: _lives, routes: _routes, ...kept }) => kept)
});
var placeOf = ({ file, line }) => `${file}:${line}`;
function livesByPlace({ lives: traced2 }) {
  return new Map(
    traced2?.sites.map(({ createdBy, ...fared }) => [placeOf(createdBy), { traceMs: traced2.ms, ...fared }])
  );
}
function stillAlive(group, leakProof) {
  const states2 = groupBy(group, ({ state }) => state).map((some) => [some[0].state, some.length]);
  return {
    count: group.length,
    states: Object.fromEntries(states2),
    minutes: Math.max(0, ...group.map(({ minutes }) => minutes)),
    proven: group.filter(({ leaked }) => leaked).length,
    wakers: wakersOf(group, leakProof)
  };
}
function wakersOf(group, leakProof) {
  const found = { nobody: 0, referenced: 0, runtime: 0, unknown: 0 };
  for (const { state, leaked } of group) {
    if (awake.test(state)) continue;
    if (leaked || forever.test(state)) found.nobody += 1;
    else if (wokenByRuntime.test(state)) found.runtime += 1;
    else if (leakProof && provable.test(state)) found.referenced += 1;
    else found.unknown += 1;
  }
  return found;
}
var awake = /^run/;
var forever = /^(?:chan (?:receive|send) \(nil chan\)|select \(no cases\))/;
var wokenByRuntime = /^(?:sleep|IO wait|syscall)/;
var provable = /^(?:chan |select|sync\.)/;

// src/checks/leak-coverage.ts
var options5 = kebabOptions({
  "min-leak-coverage": share.refine((least2) => least2 <= 1, { error: "write at most 100%" }).prefault("0%").describe(
    "The share of the lines that can leak which the load has to reach: `go` statements, contexts, timers, channel operations, HTTP responses, pools, lasting maps and slices that grow."
  )
});
var shownUnreached = 100;
var shownStarted = 50;
var factsTold = 5;
var leakCoverage = defineCheck({
  name: "leak-coverage",
  title: "Leak coverage",
  build: "none",
  onRequest: true,
  options: options5,
  measurement: measurement2,
  measure: measure5,
  forBaseline,
  judge: judge5
});
function judge5(current, stored, { minLeakCoverage }) {
  const { sites, requests } = current;
  const reached = sites.filter(({ runs }) => runs > 0);
  const perKind = kinds2.map((kind) => ({ kind, of: sites.filter((one) => one.kind === kind) })).filter(({ of }) => of.length > 0).map(({ kind, of }) => ({ kind, sites: of.length, reached: of.filter(({ runs }) => runs > 0).length }));
  const findings = sites.length === 0 ? [] : [shareFinding(current, stored, minLeakCoverage), ...news(sites, stored)];
  const failed = findings.some(({ outcome }) => outcome === "fail");
  const told2 = `${counted(reached.length, "line")} of ${amountText(sites.length)} that can leak`;
  return {
    outcome: failed ? "fail" : "pass",
    summary: sites.length === 0 ? "No line of the service’s own code can leak." : `${counted(requests, "request")} ran ${told2} (${percent(reached.length / sites.length)}).`,
    findings,
    metrics: sites.length === 0 ? [] : [
      {
        id: "leak-coverage/share",
        title: "Lines that can leak and were run",
        unit: "ratio",
        better: "higher",
        value: reached.length / sites.length
      }
    ],
    routes: [],
    coverage: {
      requests,
      kinds: perKind,
      unreached: sites.filter(({ runs }) => runs === 0).slice(0, shownUnreached),
      started: reached.filter(({ kind }) => kind === "go").toSorted((a, b) => b.runs - a.runs).slice(0, shownStarted)
    }
  };
}
function shareFinding({ sites }, stored, least2) {
  const missed = missedShare(sites);
  const before = stored === null || stored.sites.length === 0 ? null : missedShare(stored.sites);
  const exceeded = least2 > 0 && missed > 1 - least2;
  return {
    id: "leak-coverage/unreached",
    kind: "errors",
    metric: "Lines that can leak and weren’t run",
    unit: "ratio",
    before,
    after: missed,
    delta: null,
    interval: null,
    threshold: least2 > 0 ? { value: 1 - least2, of: "absolute" } : null,
    outcome: exceeded ? "fail" : "pass",
    reason: exceeded ? `The load has to run ${percent(least2)} of them. What it doesn’t run, no check can see.` : "What the load doesn’t run, no check can see.",
    ...exceeded && {
      facts: sites.filter(({ runs }) => runs === 0).slice(0, factsTold).flatMap(unreachedFacts)
    }
  };
}
var missedShare = (sites) => sites.filter(({ runs }) => runs === 0).length / sites.length;
var nouns = {
  go: "`go` statement",
  context: "context",
  timer: "timer",
  channel: "channel operation",
  response: "HTTP response",
  pool: "pool use",
  growing: "growing collection"
};
function news(sites, stored) {
  if (stored === null) return [];
  const left = new Map(groupBy(stored.sites, textOf).map((same) => [textOf(same[0]), same.length]));
  const added = sites.filter((one) => {
    const known2 = left.get(textOf(one)) ?? 0;
    left.set(textOf(one), known2 - 1);
    return known2 <= 0;
  });
  if (added.length === 0) return [];
  const unrun = added.filter(({ runs }) => runs === 0);
  const what = groupBy(added, ({ kind }) => kind).map((some) => counted(some.length, nouns[some[0].kind]));
  const verb = unrun.length === 1 ? "was" : "were";
  return [
    {
      id: "leak-coverage/new",
      kind: "errors",
      metric: "New lines that can leak and weren’t run",
      unit: "count",
      before: null,
      after: unrun.length,
      delta: null,
      interval: null,
      threshold: null,
      outcome: unrun.length > 0 ? "warn" : "pass",
      reason: unrun.length === 0 ? `This change adds ${listed(what)}: the load ran all of it.` : `This change adds ${listed(what)}; ${amountText(unrun.length)} ${verb} never run under load.`,
      ...unrun.length > 0 && { facts: unrun.slice(0, factsTold).flatMap(unreachedFacts) }
    }
  ];
}
var textOf = ({ kind, frame: frame4, source }) => `${kind} ${frame4.function} ${source}`;
function unreachedFacts({ frame: frame4, source, routes = [] }) {
  const sure = routes.filter(({ may }) => !may).map(({ method, path }) => `${method} ${path}`.trim());
  return [
    { label: "never run", text: source, frame: frame4 },
    ...sure.length > 0 ? [{ label: "routes to it", text: sure.join(", ") }] : []
  ];
}

// src/checks/prometheus.ts
var queries = string().transform((text, context) => {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "" && !line.startsWith("#")).map((line) => {
    const [, name2, query] = /^([^={}()"]{1,60}?)\s*=\s*(.+)$/.exec(line) ?? [];
    if (name2 !== void 0 && query !== void 0) return { name: name2, query };
    context.addIssue({ code: "custom", message: "write one `name = PromQL` a line" });
    return NEVER;
  });
}).refine((lines) => new Set(lines.map(({ name: name2 }) => name2)).size === lines.length, {
  error: "give each query a name of its own"
});
var options6 = kebabOptions({
  "prometheus-url": url({ protocol: /^https?$/, error: "write a URL such as http://127.0.0.1:9090" }).optional().describe("A Prometheus whose figures the `prometheus` check gates."),
  "prometheus-queries": queries.prefault("").describe(
    "What to ask it, one `name = PromQL` a line, each for a single number: read before and after a load, and held by its change for 1,000 requests."
  ),
  "prometheus-window": duration.prefault("15s").describe("How long the service is loaded between the two readings."),
  "prometheus-scrape": duration.prefault("15s").describe("The scrape interval: how long to wait before each reading until it has seen what was."),
  "max-prometheus-increase": share.prefault("15%").describe("How much more such a figure may change for 1,000 requests than it did for the baseline.")
});
var reading = object({
  name: string(),
  before: number().nullable(),
  after: number().nullable(),
  /** Why one of the two is missing. */
  missing: string().nullable()
});
var measurement3 = object({ requests: number(), readings: array(reading) });
var prometheus = defineCheck({
  name: "prometheus",
  title: "Prometheus",
  build: "stock",
  onRequest: true,
  options: options6,
  measurement: measurement3,
  measure: measure6,
  judge: judge6
});
async function measure6(bench, chosen, signal) {
  const { prometheusUrl: url2, prometheusQueries: asked } = chosen;
  if (url2 === void 0 || asked.length === 0) return { requests: 0, readings: [] };
  const read = async () => {
    bench.progress("prometheus: waiting for a scrape");
    await bench.rest(chosen.prometheusScrape);
    return Promise.all(asked.map(async ({ query }) => bench.external(url2, query)));
  };
  signal.throwIfAborted();
  const before = await read();
  const { summary } = await punctualLoad(bench, chosen.prometheusWindow);
  const after = await read();
  const readings = asked.map(({ name: name2 }, index) => {
    const [first2, last] = [before[index], after[index]];
    const missing = [first2, last].flatMap((sample) => "missing" in sample ? [sample.missing] : []);
    return {
      name: name2,
      before: "value" in first2 ? first2.value : null,
      after: "value" in last ? last.value : null,
      missing: missing[0] ?? null
    };
  });
  return { requests: summary.answered, readings };
}
function perThousand({ before, after }, requests) {
  return before === null || after === null || requests === 0 ? null : (after - before) * 1e3 / requests;
}
function judge6(current, stored, { maxPrometheusIncrease, prometheusUrl, prometheusQueries }) {
  const nothing = { findings: [], metrics: [], routes: [] };
  if (prometheusUrl === void 0 || prometheusQueries.length === 0) {
    const summary = "Nothing to ask: `prometheus-url` and `prometheus-queries` say what.";
    return { outcome: "skipped", summary, ...nothing };
  }
  const findings = current.readings.map((one) => findingOf(one, current, stored, maxPrometheusIncrease));
  const outcome = worst(findings);
  return { outcome, summary: summaryOf5(findings, outcome), findings, metrics: metricsOf4(current), routes: [] };
}
function findingOf(one, current, stored, limit2) {
  const after = perThousand(one, current.requests);
  const known2 = stored?.readings.find(({ name: name2 }) => name2 === one.name);
  const before = known2 === void 0 ? null : perThousand(known2, stored.requests);
  const delta = after === null || before === null || before === 0 ? null : (after - before) / Math.abs(before);
  const [outcome, reason] = verdict2({ one, before, after, delta, limit: limit2 });
  return {
    id: `prometheus/${one.name}`,
    kind: "cost",
    metric: one.name,
    unit: "count",
    before,
    after,
    delta,
    interval: null,
    threshold: before === null ? null : { value: limit2, of: "relative" },
    outcome,
    reason
  };
}
function verdict2({ one, before, after, delta, limit: limit2 }) {
  if (after === null) return ["inconclusive", `No figure: ${one.missing ?? "nothing was answered"}.`];
  const change2 = `From ${amountText(one.before)} to ${amountText(one.after)}: ${amountText(after)} for 1,000 requests`;
  if (before === null) return ["pass", `${change2}. There is nothing to compare with yet.`];
  const beyond = delta === null ? after > 0 : delta > limit2;
  const than = delta === null ? "none for the baseline" : `${signedPercent(delta)} against the baseline`;
  return [beyond ? "fail" : "pass", `${change2}, ${than}; at most +${percent(limit2)} is allowed.`];
}
function worst(findings) {
  const has = (outcome) => findings.some((finding2) => finding2.outcome === outcome);
  return has("fail") ? "fail" : has("inconclusive") ? "inconclusive" : "pass";
}
function summaryOf5(findings, outcome) {
  const named2 = findings.filter((finding2) => finding2.outcome === outcome).map(({ metric }) => metric);
  if (outcome === "fail") return `Changed more than allowed: ${listed(named2)}.`;
  if (outcome === "inconclusive") return `No figure for ${listed(named2)}.`;
  return `${counted(findings.length, "figure")} read before and after a load.`;
}
function metricsOf4({ readings, requests }) {
  return readings.flatMap((one) => {
    const value = perThousand(one, requests);
    if (value === null) return [];
    return [
      { id: `prometheus/${one.name}`, title: `${one.name}, for 1,000 requests`, unit: "count", better: "lower", value }
    ];
  });
}

// src/checks/protocols.ts
var options7 = kebabOptions({
  "protocols-width": count.refine((width) => width >= 2 && width <= 250, { error: "from 2 to 250 requests in flight" }).prefault(32).describe("The `protocols` check loads the service over HTTP/1.1 and HTTP/2 with so many requests in flight."),
  "protocols-window": duration.prefault("2s").describe("How long each of the three rounds of every row takes."),
  "max-stream-tail": share.prefault("50%").describe("How much the 99th percentile may rise when the same requests share one connection; more is a warning.")
});
var protocol = _enum(["HTTP/1.1", "HTTP/2"]);
var row = object({
  protocol,
  connections: number(),
  streams: number(),
  /** One entry a round. */
  requestsPerSecond: array(number()),
  p50Us: array(number()),
  p99Us: array(number()),
  cpuUsPerRequest: array(number()),
  /** Of the kernel, for each connection. */
  socketBytes: array(number()),
  /** The highest share of a round. */
  failedShare: number()
});
var held2 = object({ protocol, heapBytes: number(), goroutines: number() });
var measurement4 = object({
  /** Why there is nothing to compare; null when the service speaks both. */
  refused: string().nullable(),
  rows: array(row),
  /** For each connection at rest. */
  held: array(held2)
});
var rounds = 3;
var protocols = defineCheck({
  name: "protocols",
  title: "HTTP/1.1 and HTTP/2",
  build: "probe",
  onRequest: true,
  options: options7,
  measurement: measurement4,
  measure: measure7,
  judge: judge7
});
function widths(width) {
  const divisors = Array.from({ length: width }, (_, index) => index + 1).filter((one) => width % one === 0);
  const middle3 = divisors.findLast((one) => one * one <= width) ?? 1;
  const streams = [.../* @__PURE__ */ new Set([1, middle3, width])];
  const two = streams.map((one) => ({ protocol: "HTTP/2", connections: width / one, streams: one }));
  return [{ protocol: "HTTP/1.1", connections: width, streams: 1 }, ...two];
}
async function measure7(bench, chosen, signal) {
  const both3 = bench.protocols;
  const refused = await both3.refusal();
  if (refused !== null) return { refused, rows: [], held: [] };
  const rows = widths(chosen.protocolsWidth).map((wide) => ({
    ...wide,
    requestsPerSecond: [],
    p50Us: [],
    p99Us: [],
    cpuUsPerRequest: [],
    socketBytes: [],
    failedShare: 0
  }));
  for (let round = 0; round <= rounds; round += 1) {
    bench.progress(round === 0 ? "protocols: warming up" : `protocols: round ${round} of ${rounds}`);
    for (const one of rows) {
      signal.throwIfAborted();
      const loaded = await both3.load(one, chosen.protocolsWindow);
      assertMeasured(loaded.summary);
      if (round === 0) continue;
      const { requestsPerSecond, latencyUs: latencyUs2 } = loaded.summary;
      one.requestsPerSecond.push(requestsPerSecond);
      one.p50Us.push(latencyUs2.p50);
      one.p99Us.push(latencyUs2.p99);
      one.failedShare = Math.max(one.failedShare, failedShare(loaded.summary));
      if (loaded.cpuUsPerRequest !== null) one.cpuUsPerRequest.push(loaded.cpuUsPerRequest);
      if (loaded.socketBytes !== null) one.socketBytes.push(loaded.socketBytes);
    }
  }
  const rest = [];
  for (const name2 of ["HTTP/1.1", "HTTP/2"]) {
    rest.push({ protocol: name2, ...await both3.hold(name2, chosen.protocolsWidth) });
  }
  return { refused: null, rows, held: rest };
}
var middle = (values) => values.length === 0 ? null : median(values);
function judge7(current, _stored, { maxStreamTail }) {
  if (current.refused !== null) {
    const summary = `The service speaks no HTTP/2, so there is nothing to compare. ${current.refused}`;
    return { outcome: "skipped", summary, findings: [], metrics: [], routes: [] };
  }
  const rows = current.rows.map((one) => shown(one, current.held));
  const finding2 = tail(current.rows, maxStreamTail);
  return {
    outcome: "pass",
    summary: finding2.outcome === "warn" ? finding2.reason : summaryOf6(rows),
    findings: [finding2],
    metrics: metricsOf5(rows),
    routes: [],
    protocols: rows
  };
}
function shown(one, rest) {
  const { heapBytes = null, goroutines = null } = rest.find((other) => other.protocol === one.protocol) ?? {};
  return {
    protocol: one.protocol,
    connections: one.connections,
    streams: one.streams,
    requestsPerSecond: median(one.requestsPerSecond),
    p50Us: median(one.p50Us),
    p99Us: median(one.p99Us),
    cpuUsPerRequest: middle(one.cpuUsPerRequest),
    socketBytes: middle(one.socketBytes),
    heapBytes,
    goroutines,
    failedShare: one.failedShare
  };
}
function summaryOf6(rows) {
  const one = rows.find((seen) => seen.protocol === "HTTP/1.1");
  const other = rows.find((seen) => seen.protocol === "HTTP/2");
  const change2 = signedPercent(other.requestsPerSecond / one.requestsPerSecond - 1);
  return `HTTP/2 answers ${amountText(other.requestsPerSecond)} req/s on ${counted(other.connections, "connection")}, HTTP/1.1 ${amountText(one.requestsPerSecond)} (${change2}).`;
}
var ms = (values) => `${amountText(median(values) / 1e3)} ms`;
function tail(rows, limit2) {
  const two = rows.filter((one) => one.protocol === "HTTP/2");
  const [few, many] = [two[0], two.at(-1)];
  const rise2 = median(many.p99Us) / Math.max(1, median(few.p99Us)) - 1;
  const apart2 = Math.min(...many.p99Us) > Math.max(...few.p99Us);
  const seen = `p99 is ${ms(few.p99Us)} with one stream on each of ${counted(few.connections, "connection")}, and ${ms(many.p99Us)} with ${many.streams} streams on ${counted(many.connections, "connection")} (${signedPercent(rise2)})`;
  const rises = rise2 > limit2 && apart2;
  return {
    id: "protocols/tail",
    kind: "speed",
    metric: "Latency p99 on a shared connection",
    unit: "ms",
    before: null,
    after: median(many.p99Us) / 1e3,
    delta: null,
    interval: null,
    threshold: null,
    outcome: rises ? "warn" : "pass",
    reason: rises ? `The tail rises with the streams: ${seen}; at most +${percent(limit2)} is expected.` : `${seen}${rise2 > limit2 ? ", but the rounds of both overlap" : ""}.`
  };
}
function metricsOf5(rows) {
  const ends2 = [
    ["h1", "HTTP/1.1", rows[0]],
    ["h2", "HTTP/2", rows.at(-1)]
  ];
  return ends2.flatMap(([key, name2, one]) => {
    const figures2 = [
      ["rate", "requests per second", "req/s", one.requestsPerSecond],
      ["p99", "latency p99", "ms", one.p99Us / 1e3],
      ["cpu", "CPU time", "us/req", one.cpuUsPerRequest],
      ["memory", "memory of a connection", "bytes", memoryOf(one)],
      ["goroutines", "goroutines of a connection", "goroutines", one.goroutines]
    ];
    return figures2.flatMap(
      ([id, title, unit, value]) => value === null ? [] : [{ id: `protocols/${key}/${id}`, title: `${name2}: ${title}`, unit, better: "none", value }]
    );
  });
}
function memoryOf({ socketBytes, heapBytes }) {
  return heapBytes === null ? socketBytes : Math.max(0, heapBytes) + (socketBytes ?? 0);
}

// src/stats/normal.ts
function upperTail(z) {
  if (z < 0) return 1 - upperTail(-z);
  if (z > 38) return 0;
  return z < 3 ? 0.5 - fromCentre(z) : density(z) * millsRatio(z);
}
function density(z) {
  return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
}
function upperQuantile(tail2) {
  if (!(tail2 > 0 && tail2 < 1)) throw new RangeError(`A tail probability lies between 0 and 1, not ${tail2}.`);
  let low = -40;
  let high = 40;
  while (high - low > 1e-12) {
    const middle3 = (low + high) / 2;
    if (upperTail(middle3) > tail2) low = middle3;
    else high = middle3;
  }
  return (low + high) / 2;
}
function fromCentre(z) {
  let term = z;
  let sum4 = z;
  for (let odd = 3; term > sum4 * 1e-17; odd += 2) {
    term *= z * z / odd;
    sum4 += term;
  }
  return sum4 * density(z);
}
function millsRatio(z) {
  let fraction = z;
  for (let k = 40; k >= 1; k--) fraction = z + k / fraction;
  return 1 / fraction;
}

// src/stats/wilcoxon.ts
var exactUpTo = 50;
function signedRankTest(values, alternative, shift = 0) {
  const differences = values.map((value) => value - shift).filter((difference) => difference !== 0);
  const n = differences.length;
  if (n === 0) return { n, statistic: 0, p: 1, exact: true };
  const doubled = doubledRanks(differences.map(Math.abs));
  const statistic = doubled.reduce((sum4, rank, i) => differences[i] > 0 ? sum4 + rank : sum4, 0) / 2;
  const exact = n <= exactUpTo;
  const tails = exact ? exactTails(doubled, statistic) : normalTails(doubled, statistic);
  return { n, statistic, exact, p: alternative === "two-sided" ? twoSided(tails) : tails[alternative] };
}
function twoSided(tails) {
  return Math.min(1, 2 * Math.min(tails.greater, tails.less));
}
function doubledRanks(magnitudes) {
  const order = magnitudes.map((_, i) => i).toSorted((a, b) => magnitudes[a] - magnitudes[b]);
  const ranks = Array.from({ length: magnitudes.length });
  for (let first2 = 0, last = 0; first2 < order.length; first2 = last + 1) {
    last = first2;
    while (last + 1 < order.length && magnitudes[order[last + 1]] === magnitudes[order[first2]]) last++;
    for (let i = first2; i <= last; i++) ranks[order[i]] = first2 + last + 2;
  }
  return ranks;
}
var untied = /* @__PURE__ */ new Map();
function patternCounts(doubled) {
  const counts2 = new Float64Array(doubled.reduce((sum4, rank) => sum4 + rank, 0) + 1);
  counts2[0] = 1;
  let reach = 0;
  for (const rank of doubled) {
    for (let sum4 = reach; sum4 >= 0; sum4--) counts2[sum4 + rank] += counts2[sum4];
    reach += rank;
  }
  return counts2;
}
function countsFor(doubled) {
  if (new Set(doubled).size < doubled.length) return patternCounts(doubled);
  const known2 = untied.get(doubled.length) ?? patternCounts(ascending(doubled));
  untied.set(doubled.length, known2);
  return known2;
}
function exactTails(doubled, statistic) {
  const counts2 = countsFor(doubled);
  const at = Math.round(statistic * 2);
  let below2 = 0;
  for (let sum4 = 0; sum4 < at; sum4++) below2 += counts2[sum4];
  const patterns = 2 ** doubled.length;
  return { greater: (patterns - below2) / patterns, less: (below2 + counts2[at]) / patterns };
}
function normalTails(doubled, statistic) {
  const centre = doubled.reduce((sum4, rank) => sum4 + rank, 0) / 4;
  const deviation = Math.sqrt(doubled.reduce((sum4, rank) => sum4 + rank * rank, 0) / 16);
  return {
    greater: upperTail((statistic - centre - 0.5) / deviation),
    less: upperTail((centre - statistic - 0.5) / deviation)
  };
}
function hodgesLehmann(values, confidence = 0.95) {
  const means = ascending(values.flatMap((a, i) => values.slice(i).map((b) => (a + b) / 2)));
  const outside = outsideRank(values.length, (1 - confidence) / 2);
  return {
    estimate: median(means),
    interval: [means[outside - 1], means[means.length - outside]]
  };
}
function outsideRank(n, tail2) {
  if (n > exactUpTo) {
    const deviation = Math.sqrt(n * (n + 1) * (2 * n + 1) / 24);
    return Math.max(1, Math.floor(n * (n + 1) / 4 - upperQuantile(tail2) * deviation));
  }
  const counts2 = countsFor(Array.from({ length: n }, (_, i) => 2 * (i + 1)));
  let below2 = 0;
  for (let q = 0; ; q++) {
    below2 += counts2[2 * q];
    if (below2 / 2 ** n >= tail2) return Math.max(1, q);
  }
}

// src/checks/load-errors.ts
var steadyFailures = 5e-3;
function errorFindings(current, stored, maxShare) {
  const against = current.pair.kind === "measured" ? againstBase(current.pair, maxShare) : null;
  return [loadErrors(current, stored, maxShare), ...against === null ? [] : [against]];
}
function loadErrors({ load }, stored, maxShare) {
  const after = failedShare(load);
  const before = stored === null ? null : failedShare(stored.load);
  const [outcome, reason] = verdict3(load, maxShare);
  return {
    ...errors("qps/errors", "Failed requests", maxShare),
    before,
    after,
    delta: before === null ? null : after - before,
    outcome,
    reason,
    facts: [...kinds3(load), ...load.routes.flatMap(routeFact)]
  };
}
function verdict3(load, maxShare) {
  const share2 = failedShare(load);
  const failed = failedRequests(load);
  if (failed === 0) return ["pass", `All ${counted(load.sent, "request")} got the expected answer.`];
  const seen = `${amountText(failed)} of ${counted(load.sent, "request")} failed (${percent(share2)})`;
  if (share2 > maxShare) return ["fail", `${seen}; at most ${percent(maxShare)} may.`];
  const dead = load.routes.filter((route) => route.requests > 0 && route.failed === route.requests);
  if (dead.length > 0)
    return ["fail", `${seen}, among them every request to ${listed(dead.map(({ label }) => label))}.`];
  const unanswered = load.lost + load.errors;
  return unanswered > 0 ? ["warn", `${seen}; ${amountText(unanswered)} got no answer at all, as when a handler panics.`] : ["pass", `${seen}; at most ${percent(maxShare)} may.`];
}
function kinds3(load) {
  const facts3 = [
    ["no answer", load.lost],
    ["connection refused, reset or closed", load.errors],
    ["timed out", load.timeouts],
    ["unexpected status", load.unexpected]
  ];
  return facts3.flatMap(([label, n]) => n === 0 ? [] : [{ label, text: counted(n, "request") }]);
}
function routeFact({ label, requests, failed }) {
  return failed === 0 ? [] : [{ label, text: `${amountText(failed)} of ${counted(requests, "request")} failed` }];
}
function againstBase(pair, maxShare) {
  const { base, head } = failedShares(pair);
  const steady = failsSteadily(pair.failedMore);
  if (head <= maxShare && !steady) return null;
  const than = `${percent(head)} of the head's requests failed side by side, ${percent(base)} of the base's`;
  return {
    ...errors("qps/errors/pair", "Failed requests against the base", maxShare),
    before: base,
    after: head,
    delta: head - base,
    outcome: "fail",
    reason: steady ? `${than}: the head failed more in ${amountText(pair.failedMore.head)} windows, the base in ${amountText(pair.failedMore.base)}.` : `${than}. At most ${percent(maxShare)} may.`
  };
}
function failsSteadily({ base, head }) {
  const signs = [...Array(head).fill(1), ...Array(base).fill(-1)];
  return signedRankTest(signs, "greater").p <= steadyFailures;
}
function failedShares({ requests, failed }) {
  return { base: failed.base / Math.max(1, requests.base), head: failed.head / Math.max(1, requests.head) };
}
function errors(id, metric, maxShare) {
  return {
    id,
    metric,
    kind: "errors",
    unit: "ratio",
    interval: null,
    threshold: { value: maxShare, of: "absolute" }
  };
}

// src/stats/sequential.ts
var firstLook = 8;
var lookEvery = 4;
function isLook(n, planned) {
  return n === planned || n >= firstLook && n < planned && (n - firstLook) % lookEvery === 0;
}
function quadraticSpending(alpha) {
  return (fraction) => alpha * fraction ** 2;
}
function nominalLevels(fractions, spend) {
  let before = { at: 0, points: [0], masses: [1] };
  let spent = 0;
  return fractions.map((fraction) => {
    const target = spend(fraction) - spent;
    spent = spend(fraction);
    const step2 = Math.sqrt(fraction - before.at);
    const boundary = boundaryFor(before, step2, target);
    before = survivors(before, fraction, step2, boundary);
    return upperTail(boundary / Math.sqrt(fraction));
  });
}
var farthest = 9;
function boundaryFor(paths, step2, target) {
  let low = -20;
  let high = 20;
  while (high - low > 1e-7) {
    const middle3 = (low + high) / 2;
    if (massBeyond(paths, middle3, step2) > target) low = middle3;
    else high = middle3;
  }
  return (low + high) / 2;
}
function massBeyond({ points, masses }, sum4, step2) {
  let beyond = 0;
  for (let i = firstAbove(points, sum4 - farthest * step2); i < points.length; i++) {
    beyond += masses[i] * upperTail((sum4 - points[i]) / step2);
  }
  return beyond;
}
function survivors(paths, at, step2, boundary) {
  const reach = 8 * Math.sqrt(at);
  const highest = Math.min(boundary, reach);
  const lowest = Math.min(-reach, highest - step2);
  const cells = Math.ceil((highest - lowest) / (step2 / 6));
  const width = (highest - lowest) / cells;
  const points = Array.from({ length: cells }, (_, i) => lowest + (i + 0.5) * width);
  const masses = points.map((point) => densityAt(paths, point, step2) * width / step2);
  return { at, points, masses };
}
function densityAt({ points, masses }, point, step2) {
  let arriving = 0;
  for (let i = firstAbove(points, point - farthest * step2); i < points.length; i++) {
    const steps2 = (points[i] - point) / step2;
    if (steps2 > farthest) break;
    arriving += masses[i] * density(steps2);
  }
  return arriving;
}
function firstAbove(ascending2, least2) {
  const index = ascending2.findIndex((value) => value >= least2);
  return index < 0 ? ascending2.length : index;
}
var overLimit = 0.1;
var underLimit = 0.05;
var confirmingBlock = 8;
function effectOf(blocks, rule) {
  const values = blocks.flat();
  const { estimate, interval } = hodgesLehmann(values);
  const deviation = (interval[1] - interval[0]) / 2 / upperQuantile(0.025);
  return {
    standing: standingOf(blocks, values, rule),
    n: values.length,
    estimate,
    interval,
    detectable: (upperQuantile(rule.differs) + upperQuantile(0.05)) * deviation
  };
}
function standingOf(blocks, values, rule) {
  const below2 = (shift) => signedRankTest(values, "less", shift).p;
  const above2 = (shift) => signedRankTest(values, "greater", shift).p;
  if (below2(rule.limit) <= underLimit) return below2(0) <= rule.differs ? "better" : "same";
  if (above2(rule.limit) > overLimit || above2(0) > rule.differs) return "undecided";
  const lasting = blocks.filter((block) => block.length >= confirmingBlock);
  return lasting.length >= 2 && lasting.every((block) => median(block) > 0) ? "worse" : "suspected";
}

// src/checks/speed-metrics.ts
var toMs = (us) => us / 1e3;
function latency(series2, option, pairedLimit) {
  const title = `Latency ${series2}`;
  const plain = ({ load }) => toMs(load.latencyUs[series2]);
  const metric = { id: `qps/${series2}`, title, series: series2, option, pairedLimit, fromUs: toMs, plain };
  return { ...metric, kind: "speed", unit: "ms", better: "lower" };
}
var speedMetrics = [
  {
    id: "qps/throughput",
    title: "Throughput",
    kind: "speed",
    unit: "req/s",
    better: "higher",
    series: "throughput",
    option: "maxQpsDrop",
    pairedLimit: 0.05,
    fromUs: (us) => 1e6 / us,
    plain: ({ load }) => load.requestsPerSecond
  },
  latency("p50", "maxP50Increase", 0.05),
  latency("p95", "maxP95Increase", 0.1),
  latency("p99", "maxP99Increase", 0.2),
  {
    id: "qps/cpu",
    title: "CPU per request",
    kind: "cost",
    unit: "us/req",
    better: "lower",
    series: "cpu",
    option: "maxCpuIncrease",
    pairedLimit: 0.05,
    fromUs: (us) => us,
    plain: ({ cpuUsPerRequest }) => cpuUsPerRequest
  }
];
function logLimit(metric, limit2) {
  return metric.better === "higher" ? -Math.log1p(-Math.min(limit2, 0.999)) : Math.log1p(limit2);
}
function relativeChange(metric, logRatio2) {
  return Math.expm1(metric.better === "higher" ? -logRatio2 : logRatio2);
}
function worsening(metric, change2) {
  return metric.better === "higher" ? -change2 : change2;
}
function asMetric({ id, title, unit, better }, value) {
  return { id, title, unit, better, value };
}
function heading({ id, kind, unit, title }) {
  return { id, kind, unit, metric: title };
}

// src/checks/speed-gates.ts
function speedGates(limits) {
  return speedMetrics.map((metric) => ({ metric, limit: limits[metric.option] ?? metric.pairedLimit }));
}
var falseAlarms = 0.01;
function gateEffects(pair, gates) {
  const measured = gates.filter(({ metric }) => pair.ratios[metric.series].some((value) => value !== null));
  const differs = levelNow(pair, falseAlarms / measured.length);
  return new Map(
    measured.map((gate2) => {
      const blocks = inBlocks(pair.ratios[gate2.metric.series], pair.blocks);
      return [gate2, effectOf(blocks, { limit: logLimit(gate2.metric, gate2.limit), differs })];
    })
  );
}
function openGates(effects) {
  return [...effects].flatMap(
    ([gate2, { standing }]) => standing === "undecided" || standing === "suspected" ? [gate2] : []
  );
}
var known = /* @__PURE__ */ new Map();
function levelNow({ blocks, planned, stopped }, alpha) {
  const n = blocks.reduce((sum4, length) => sum4 + length, 0);
  const looks = Array.from({ length: n }, (_, i) => i + 1).filter((at) => at === n || isLook(at, planned));
  const fractions = looks.map((at) => at === n && stopped === "budget" ? 1 : at / planned);
  const key = JSON.stringify([fractions, alpha]);
  const level2 = known.get(key) ?? nominalLevels(fractions, quadraticSpending(alpha)).at(-1);
  known.set(key, level2);
  return level2;
}
function inBlocks(values, lengths) {
  let start = 0;
  return lengths.map((length) => {
    const block = values.slice(start, start += length);
    return block.filter((value) => value !== null);
  });
}
function blockLength(index) {
  return index === 0 ? firstLook : 2 * firstLook;
}

// src/checks/paired-judge.ts
function pairedFindings(pair, held3, maxErrorShare) {
  const failing = failingSide(pair, maxErrorShare);
  return [...gateEffects(pair, speedGates(held3.limits))].map(([gate2, effect]) => {
    const { metric, limit: limit2 } = gate2;
    const [low, high] = changes(metric, effect.interval);
    const [outcome, reason] = failing ?? pairedVerdict(gate2, effect);
    return {
      ...heading(metric),
      before: inUnit(metric, pair.base[metric.series]),
      after: inUnit(metric, pair.head[metric.series]),
      delta: relativeChange(metric, effect.estimate),
      interval: [low, high],
      threshold: { value: limit2, of: "relative" },
      outcome,
      reason,
      facts: storedFact(metric, held3)
    };
  });
}
function failingSide(pair, maxErrorShare) {
  const { base, head } = failedShares(pair);
  if (Math.max(base, head) <= maxErrorShare) return null;
  const side2 = head >= base ? "head" : "base";
  const share2 = percent(Math.max(base, head));
  return ["inconclusive", `The ${side2} failed ${share2} of its requests, so the speeds can't be compared.`];
}
function pairedVerdict({ metric, limit: limit2 }, effect) {
  const change2 = signedPercent(relativeChange(metric, effect.estimate));
  const range = percentRange(changes(metric, effect.interval));
  const seen = `${change2} (95 % interval ${range}) in ${counted(effect.n, "window")} side by side`;
  const floor = `this run could have seen ${percent(Math.abs(relativeChange(metric, effect.detectable)))}`;
  if (effect.standing === "worse")
    return ["fail", `Worse: ${seen}, in each pair of processes. At most ${percent(limit2)} is accepted.`];
  if (effect.standing === "better") return ["pass", `Better: ${seen}.`];
  if (effect.standing === "same")
    return effect.interval[0] > 0 ? ["pass", `Worse, but by less than ${percent(limit2)}: ${seen}.`] : ["pass", `No worse: ${seen}; ${floor}.`];
  const doubt = effect.standing === "suspected" ? ", but not in each pair of processes" : "";
  return ["inconclusive", `Can't tell: ${seen}${doubt}; the limit is ${percent(limit2)}, ${floor}.`];
}
function identicalFindings(held3) {
  return speedGates(held3.limits).flatMap(({ metric, limit: limit2 }) => {
    const value = metric.plain(held3.current);
    if (value === null) return [];
    return [
      {
        ...heading(metric),
        before: value,
        after: value,
        delta: 0,
        interval: [0, 0],
        threshold: { value: limit2, of: "relative" },
        outcome: "pass",
        reason: "The base builds the identical binary, so nothing was measured side by side.",
        facts: storedFact(metric, held3)
      }
    ];
  });
}
function unpairedFindings(held3, why) {
  return speedGates(held3.limits).flatMap(({ metric, limit: limit2 }) => {
    const after = metric.plain(held3.current);
    if (after === null) return [];
    return [
      {
        ...heading(metric),
        before: null,
        after,
        delta: null,
        interval: null,
        threshold: { value: limit2, of: "relative" },
        outcome: "inconclusive",
        reason: `Base and head weren't measured side by side: ${why}.`,
        facts: storedFact(metric, held3)
      }
    ];
  });
}
function changes(metric, interval) {
  const [a, b] = [relativeChange(metric, interval[0]), relativeChange(metric, interval[1])];
  return a <= b ? [a, b] : [b, a];
}
function inUnit(metric, us) {
  return us === null ? null : metric.fromUs(us);
}
function storedFact(metric, { current, stored }) {
  const [before, after] = [stored && metric.plain(stored), metric.plain(current)];
  if (!before || after === null) return [];
  const change2 = signedPercent(after / before - 1);
  const text = `${amountText(before)} ${metric.unit} then, ${amountText(after)} now (${change2}), under separate loads`;
  return [{ label: "stored baseline", text }];
}

// src/checks/speed-measurement.ts
var both = object({ base: number(), head: number() });
function perSeries(value) {
  return {
    cpu: value("cpu"),
    throughput: value("throughput"),
    p50: value("p50"),
    p95: value("p95"),
    p99: value("p99")
  };
}
var series = (of) => preprocess(
  (given) => typeof given === "object" && given !== null && "mean" in given ? { throughput: given.mean, ...given } : given,
  object(perSeries(of))
);
var sideUs = series(() => number().nullable());
var measuredPair = object({
  kind: literal("measured"),
  baseSha: string(),
  /** Windows that the budget allowed. */
  planned: number(),
  /** `decided`: every metric was clear before the budget ended. */
  stopped: _enum(["decided", "budget"]),
  /** Usable windows of each pair of freshly started processes. */
  blocks: array(number()),
  /** Log ratios head over base of every usable window: positive means that the head takes longer. */
  ratios: series(() => array(number().nullable())),
  /** Median of the windows, in microseconds. */
  base: sideUs,
  head: sideUs,
  /** Over all windows, usable or not. */
  requests: both,
  failed: both,
  /** Windows in which that side failed more often than the other. */
  failedMore: both,
  /** Latencies of both sides over the usable windows, for a picture. */
  histograms: object({ base: latencyHistogram, head: latencyHistogram }).exactOptional()
});
var pairMeasurement = discriminatedUnion("kind", [
  measuredPair,
  object({ kind: literal("identical"), baseSha: string() }),
  object({ kind: literal("unavailable"), reason: string() })
]);
var qpsMeasurement = object({
  load: loadSummary,
  /** Null where the system doesn't tell a process's CPU time. */
  cpuUsPerRequest: number().nullable(),
  pair: pairMeasurement
});

// src/checks/speed-pair.ts
async function measurePair(pair, plan, signal) {
  const { baseSha } = pair;
  if (pair.identical) return { kind: "identical", baseSha };
  const blocks = [];
  const left = { ms: plan.mostMs };
  try {
    while (await pullBlock(pair, blocks, plan, left, signal)) plan.progress("side by side: starting fresh processes");
  } catch (thrown) {
    if (thrown instanceof PairUnavailable) return { kind: "unavailable", reason: thrown.message };
    throw thrown;
  }
  const decided = summarise4(blocks, { baseSha, planned: plan.planned, stopped: "decided" });
  if (decided === null) return { kind: "unavailable", reason: "no window had expected answers from both sides" };
  return openGates(gateEffects(decided, plan.gates)).length === 0 ? decided : { ...decided, stopped: "budget" };
}
async function pullBlock(pair, blocks, plan, left, signal) {
  const length = blockLength(blocks.length);
  const block = [];
  blocks.push(block);
  let lastMs = Number.NaN;
  for await (const window of pair.windows()) {
    signal.throwIfAborted();
    block.push(window);
    const nowMs = performance.now();
    if (lastMs > 0) left.ms -= nowMs - lastMs;
    lastMs = nowMs;
    if (isOver(blocks, plan) || left.ms <= 0) return false;
    if (block.length === length) return true;
  }
  return false;
}
function isOver(blocks, plan) {
  const { gates, planned, progress } = plan;
  const pulled = blocks.flat();
  const usable = pulled.filter(isUsable).length;
  if (pulled.length >= planned) return true;
  if (usable === 0) return pulled.length >= firstLook;
  if (!isLook(usable, planned) || !isUsable(pulled.at(-1))) return false;
  const sofar = summarise4(blocks, { baseSha: "", planned, stopped: "decided" });
  const { base, head } = failedShares(sofar);
  if (Math.max(base, head) > plan.maxErrorShare) return true;
  const open2 = openGates(gateEffects(sofar, gates));
  const state = open2.length === 0 ? "all decided" : `open: ${listed(open2.map(({ metric }) => metric.title))}`;
  progress(`side by side: ${counted(usable, "window")} of at most ${planned}, ${state}`);
  return open2.length === 0;
}
var figures = {
  cpu: (side2) => side2.cpuUsPerRequest,
  throughput: (side2) => side2.usPerAnswer,
  p50: (side2) => side2.latencyUs.p50,
  p95: (side2) => side2.latencyUs.p95,
  p99: (side2) => side2.latencyUs.p99
};
function summarise4(blocks, about) {
  const all = blocks.flat();
  const usable = all.filter(isUsable);
  if (usable.length === 0) return null;
  const total = (of) => both2((side2) => all.reduce((sum4, window) => sum4 + window[side2][of], 0));
  return {
    kind: "measured",
    ...about,
    blocks: blocks.map((block) => block.filter(isUsable).length),
    ratios: perSeries((series2) => usable.map((window) => logRatio(figures[series2], window))),
    base: perSeries((series2) => middle2(usable.map(({ base }) => figures[series2](base)))),
    head: perSeries((series2) => middle2(usable.map(({ head }) => figures[series2](head)))),
    requests: total("requests"),
    failed: total("failed"),
    failedMore: both2((side2) => all.filter((window) => failsMore(window, side2)).length),
    ...histogramsOf(usable)
  };
}
function histogramsOf(windows) {
  const of = (side2) => sumHistograms(windows.flatMap((window) => window[side2].histogram ?? []));
  const [base, head] = [of("base"), of("head")];
  return base === null || head === null ? {} : { histograms: { base, head } };
}
function isUsable({ base, head }) {
  return [base, head].every(({ latencyUs: latencyUs2, usPerAnswer }) => latencyUs2.p50 > 0 && Number.isFinite(usPerAnswer));
}
function logRatio(figure, { base, head }) {
  const ratio = Math.log(figure(head) / figure(base));
  return Number.isFinite(ratio) ? Math.round(ratio * 1e5) / 1e5 : null;
}
function middle2(values) {
  const known2 = values.filter((value) => value > 0 && Number.isFinite(value));
  return known2.length === 0 ? null : Math.round(median(known2) * 1e3) / 1e3;
}
function both2(count2) {
  return { base: count2("base"), head: count2("head") };
}
function failsMore({ base, head }, side2) {
  const more = head.failed / Math.max(1, head.requests) - base.failed / Math.max(1, base.requests);
  return side2 === "head" ? more > 0 : more < 0;
}

// src/checks/stored-judge.ts
var storedLimit = 0.15;
function storedFindings(current, stored, limits, use) {
  const noise = noiseOf(current);
  return speedMetrics.flatMap((metric) => {
    const [before, after] = [stored && metric.plain(stored), metric.plain(current)];
    if (after === null) return [];
    const limit2 = limits[metric.option] ?? storedLimit;
    const change2 = before === null || before === 0 ? null : after / before - 1;
    const [outcome, reason] = change2 === null ? recorded : verdict4(metric, { change: change2, limit: limit2 }, noise, use);
    return [
      {
        ...heading(metric),
        before,
        after,
        delta: change2,
        interval: null,
        threshold: change2 !== null && use.may === "show" ? null : { value: limit2, of: "relative" },
        outcome,
        reason,
        facts: []
      }
    ];
  });
}
var recorded = ["pass", "Recorded: there is no stored figure to compare with."];
function verdict4(metric, { change: change2, limit: limit2 }, noise, use) {
  const over = worsening(metric, change2) > limit2;
  const seen = `${signedPercent(change2)} against the stored figure`;
  if (use.may === "refuse") return ["inconclusive", `${seen}, but they can't be compared: ${use.because}.`];
  if (use.may === "show") return [over ? "warn" : "pass", `${seen}: shown, not gating, since ${use.because}. ${noise}`];
  const limited = `at most ${percent(limit2)} is accepted`;
  return over ? ["fail", `Worse: ${seen}, ${limited}. ${noise}`] : ["pass", `${seen}, ${limited}. ${noise}`];
}
function noiseOf({ load }) {
  const swing = load.perSecond.length < 2 ? "" : `; this load swung by ${percent(variation(load.perSecond))} from second to second`;
  return `It is from another time and maybe another machine, where unchanged code can differ by 30 % and more${swing}.`;
}

// src/checks/qps.ts
var limit = (what, paired) => share.optional().describe(`${what} Otherwise ${paired} side by side, and 15% against stored figures.`);
var options8 = kebabOptions({
  duration: duration.prefault("10s").describe("How long the service is loaded for the figures that are stored."),
  "speed-budget": duration.refine((ms3) => ms3 >= 16e3, {
    error: "allow at least 16s: two pairs of processes need 8 windows of a second each"
  }).prefault("40s").describe(
    "How long base and head are measured side by side at most, without their start-up. Clear cases stop after 8 seconds."
  ),
  "max-qps-drop": limit("How much throughput may fall.", "5%"),
  "max-p50-increase": limit("How much the median latency may grow.", "5%"),
  "max-p95-increase": limit("How much the 95th percentile of the latency may grow.", "10%"),
  "max-p99-increase": limit("How much the 99th percentile of the latency may grow.", "20%"),
  "max-cpu-increase": limit("How much CPU time per request may grow.", "5%"),
  "max-error-rate": share.prefault("1%").describe("Share of requests that may fail: unexpected status, reset, timed out or never answered.")
});
var warmUpMs = 2e3;
var windowMs = 1e3;
var qps = defineCheck({
  name: "qps",
  title: "Speed and cost",
  build: "stock",
  options: options8,
  measurement: qpsMeasurement,
  measure: measure8,
  forBaseline: withoutPictures,
  apart,
  ofIdentical: (stored, baseSha) => ({ ...stored, pair: { kind: "identical", baseSha } }),
  judge: judge8
});
function withoutPictures({ pair, ...figures2 }) {
  if (pair.kind !== "measured") return { ...figures2, pair };
  const { histograms: _picture, ...rest } = pair;
  return { ...figures2, pair: rest };
}
async function measure8(bench, chosen, signal) {
  const warmUp2 = await bench.speed.load(Math.min(warmUpMs, chosen.duration), { warmUp: true });
  assertMeasured(warmUp2.summary);
  const { summary, cpuUsPerRequest } = await punctualLoad(bench, chosen.duration);
  const pair = await pairOf(bench, summary, chosen, signal);
  return { load: summary, cpuUsPerRequest: cpuUsPerRequest > 0 ? cpuUsPerRequest : null, pair };
}
var overrun = 1.5;
async function pairOf(bench, load, chosen, signal) {
  const { pair } = bench.speed;
  if ("unavailable" in pair) return { kind: "unavailable", reason: pair.unavailable };
  const failed = failedShare(load);
  if (failed > chosen.maxErrorRate) return { kind: "unavailable", reason: `${percent(failed)} of the requests failed` };
  const planned = Math.floor(chosen.speedBudget / windowMs);
  const mostMs = overrun * chosen.speedBudget;
  const plan = { gates: speedGates(chosen), planned, mostMs, maxErrorShare: chosen.maxErrorRate };
  return measurePair(pair, { ...plan, progress: (text) => bench.progress(text) }, signal);
}
function judge8(current, baseline, chosen, context) {
  const speed = speedFindings(current, baseline, chosen, context);
  const findings = [...errorFindings(current, baseline, chosen.maxErrorRate), ...speed];
  const outcome = worst2(findings);
  return {
    outcome,
    summary: summaryOf7(outcome, findings, current, baseline !== null),
    findings,
    metrics: metricsOf6(current),
    routes: current.load.routes,
    load: loadReport(current.load),
    ...latenciesOf(current, baseline)
  };
}
function apart(measured) {
  return { ...measured, pair: { kind: "unavailable", reason: "the two were measured at different times" } };
}
function latenciesOf({ load, pair }, stored) {
  if (pair.kind === "measured" && pair.histograms !== void 0)
    return { latencies: { how: "paired", ...pair.histograms } };
  if (load.histogram === void 0) return {};
  return { latencies: { how: "stored", base: stored?.load.histogram ?? null, head: load.histogram } };
}
function speedFindings(current, stored, limits, { compare, mismatches }) {
  const { pair } = current;
  const held3 = { current, stored, limits };
  if (compare === "stored") {
    const use = mismatches.length === 0 ? { may: "gate" } : { may: "refuse", because: mismatches.join("; ") };
    return storedFindings(current, stored, limits, use);
  }
  if (pair.kind === "measured") return pairedFindings(pair, held3, limits.maxErrorRate);
  if (pair.kind === "identical") return identicalFindings(held3);
  return compare === "paired" && stored !== null ? unpairedFindings(held3, pair.reason) : storedFindings(current, stored, limits, { may: "show", because: pair.reason });
}
function worst2(findings) {
  const seen = new Set(findings.map(({ outcome }) => outcome));
  return seen.has("fail") ? "fail" : seen.has("inconclusive") ? "inconclusive" : "pass";
}
function summaryOf7(outcome, findings, current, compared2) {
  const named2 = (grade) => listed(
    findings.filter((finding2) => finding2.outcome === grade).map(({ metric, kind, delta, after }) => {
      const amount2 = kind === "errors" ? percent(after ?? 0) : delta === null ? "" : signedPercent(delta);
      return `${metric} ${amount2}`.trim();
    })
  );
  if (outcome === "fail") return `Beyond the limit: ${named2("fail")}.`;
  if (outcome === "inconclusive") return `Can't tell: ${named2("inconclusive")}.`;
  const { load, pair } = current;
  const asked = load.open === void 0 ? "" : ` of ${amountText(load.open.askedPerSecond)} asked`;
  const paired = (id) => pair.kind === "measured" && load.open === void 0 ? findings.find((finding2) => finding2.id === id)?.after ?? void 0 : void 0;
  const throughput = paired("qps/throughput") ?? load.requestsPerSecond;
  const p99Ms = paired("qps/p99") ?? load.latencyUs.p99 / 1e3;
  const figures2 = `${amountText(throughput)} req/s${asked}, p99 ${amountText(p99Ms)} ms`;
  if (pair.kind === "identical") return `The binary is identical to the base's: ${figures2}.`;
  if (pair.kind === "measured") return `No slow-down beyond the limits: ${figures2}.`;
  return compared2 ? `${figures2}, beside the stored figures.` : `${figures2}: recorded, nothing to compare with yet.`;
}
function metricsOf6(current) {
  const { load } = current;
  const figures2 = speedMetrics.flatMap((metric) => {
    const value = metric.plain(current);
    return value === null ? [] : [asMetric(metric, value)];
  });
  return [
    ...figures2,
    { id: "qps/errors", title: "Failed requests", unit: "ratio", better: "lower", value: failedShare(load) },
    ...swingOf(load),
    ...load.open === void 0 ? [] : openMetrics(load.open)
  ];
}
function swingOf({ swing, perSecond: perSecond2 }) {
  if (swing === void 0 && perSecond2.length === 0) return [];
  const title = "Swing of the throughput from second to second";
  return [{ id: "qps/stability", title, unit: "ratio", better: "lower", value: swing ?? variation(perSecond2) }];
}
function openMetrics({ askedPerSecond, sentPerSecond, dropped, lagUs, serviceUs }) {
  const shown2 = { better: "none" };
  const late = (id, title, of) => of === void 0 ? [] : [{ id, title, unit: "ms", value: of.p99 / 1e3, ...shown2 }];
  return [
    { id: "qps/asked", title: "Rate that was asked for", unit: "req/s", value: askedPerSecond, ...shown2 },
    { id: "qps/sent", title: "Rate that was sent", unit: "req/s", value: sentPerSecond, ...shown2 },
    { id: "qps/dropped", title: "Requests that found no free connection", unit: "count", value: dropped, ...shown2 },
    ...late("qps/service-p99", "Latency p99 from the sending", serviceUs),
    ...late("qps/lag", "Lateness of the generator, p99", lagUs)
  ];
}

// src/checks/resilience-series.ts
var bucketMs = 100;
function outcomeOf3({ status, route, fallback }, index, { routes }) {
  if (fallback[index] === true) return "fallback";
  if (isExpected(routes[route[index]], status[index])) return "served";
  if (status[index] === 429) return "limited";
  return status[index] === 503 ? "unavailable" : "failed";
}
var passes = (outcome, status, passing) => outcome === "served" || outcome === "fallback" || passing.status.includes(status);
var isRefusal = (outcome) => outcome === "limited" || outcome === "unavailable";
var inRange = (times, fromMs, toMs2) => times.reduce((count2, ms3) => count2 + Number(ms3 >= fromMs && ms3 < toMs2), 0);
var p95Of = (us) => us.length === 0 ? null : Math.round(quantileOfSorted(ascending(us), 0.95));
function stretch({ answers, arrivals, passing }, fromMs, toMs2) {
  const sums = { sent: 0, passed: 0, refused: 0, retryAfter: 0 };
  const served = [];
  for (const [index, ms3] of answers.sentMs.entries()) {
    if (ms3 < fromMs || ms3 >= toMs2) continue;
    const outcome = outcomeOf3(answers, index, passing);
    sums.sent += 1;
    if (passes(outcome, answers.status[index], passing)) sums.passed += 1;
    if (outcome === "served") served.push(answers.tookUs[index]);
    if (!isRefusal(outcome)) continue;
    sums.refused += 1;
    if (answers.retryAfter[index] === true) sums.retryAfter += 1;
  }
  return {
    fromMs: Math.round(fromMs),
    toMs: Math.round(toMs2),
    ...sums,
    p95Us: p95Of(served),
    arrivals: arrivals === null ? null : inRange(arrivals, fromMs, toMs2)
  };
}
function seriesOf({ answers, arrivals, passing }, waitedUs, toMs2) {
  const count2 = Math.ceil(toMs2 / bucketMs);
  const zeros = () => Array.from({ length: count2 }, () => 0);
  const columns = { served: zeros(), fallback: zeros(), limited: zeros(), unavailable: zeros(), failed: zeros() };
  const [sent2, passed, waited] = [zeros(), zeros(), zeros()];
  const latencies = Array.from({ length: count2 }, () => []);
  for (const [index, ms3] of answers.sentMs.entries()) {
    const bucket = Math.floor(ms3 / bucketMs);
    if (!(bucket >= 0 && bucket < count2)) continue;
    const outcome = outcomeOf3(answers, index, passing);
    const tookUs = answers.tookUs[index];
    sent2[bucket] += 1;
    columns[outcome][bucket] += 1;
    if (passes(outcome, answers.status[index], passing)) passed[bucket] += 1;
    if (outcome === "served") latencies[bucket].push(tookUs);
    if ((outcome === "fallback" || outcome === "unavailable") && tookUs >= waitedUs) waited[bucket] += 1;
  }
  return {
    bucketMs,
    sent: sent2,
    passed,
    ...columns,
    waited,
    p95Us: latencies.map(p95Of),
    arrivals: counted2(arrivals, count2)
  };
}
function counted2(arrivals, count2) {
  if (arrivals === null) return null;
  const buckets2 = Array.from({ length: count2 }, () => 0);
  for (const ms3 of arrivals) {
    const bucket = Math.floor(ms3 / bucketMs);
    if (bucket >= 0 && bucket < count2) buckets2[bucket] += 1;
  }
  return buckets2;
}

// src/checks/resilience-ramp.ts
var growth = 1.4;
var mostPerSecond = 5e3;
var refusedShare = 0.2;
var lateLimitMs = 50;
var strikes2 = 2;
async function rise(service, passing, plan, progress) {
  const endMs = service.nowMs() + plan.forMs;
  const steps2 = [];
  const seen = { latency: 0, refusals: 0, generator: 0 };
  let limit2 = "plan";
  for (let perSecond2 = plan.fromPerSecond; service.nowMs() + plan.stepMs <= endMs && limit2 === "plan"; ) {
    progress(`resilience: peak at ${amountText(perSecond2)} requests/s`);
    const { step: step2, ended } = await hold(service, passing, perSecond2, plan);
    steps2.push(step2);
    if (ended !== null) {
      seen[ended] += 1;
      if (seen[ended] === strikes2) limit2 = ended;
    } else if (perSecond2 === mostPerSecond) break;
    else perSecond2 = Math.min(mostPerSecond, Math.round(perSecond2 * growth));
  }
  const leftMs = endMs - service.nowMs();
  if (leftMs > 0) await service.last(leftMs);
  return { delayMs: plan.delayMs, steps: steps2, limit: limit2 };
}
async function hold(service, passing, perSecond2, plan) {
  const fromMs = service.nowMs();
  service.takeLateMs();
  service.rate(perSecond2);
  await service.last(plan.stepMs);
  const { answers } = service;
  const { sent: sent2, refused, p95Us } = stretch({ answers, arrivals: null, passing }, fromMs, service.nowMs());
  const late = ascending(service.takeLateMs());
  const lateMs = late.length === 0 ? 0 : quantileOfSorted(late, 0.95);
  const jammed = service.inFlight() >= 20 && service.inFlight() * 1e6 / perSecond2 > plan.risenUs;
  const ended = lateMs > lateLimitMs ? "generator" : refused >= Math.max(5, sent2 * refusedShare) ? "refusals" : jammed || p95Us !== null && p95Us >= plan.risenUs ? "latency" : null;
  return { step: { perSecond: perSecond2, sent: sent2, refused, p95Us }, ended };
}

// src/checks/resilience-course.ts
var quickShare = 0.2;
var settleMs = { least: 1e3, full: 5e3 };
var restartMs = { least: 2500, full: 5e3 };
var steps = 15;
var leastStepMs = 300;
var noiseUs = 1e3;
var leastDelayMs = 20;
async function course(bench, options10, signal) {
  var _stack = [];
  try {
    signal.throwIfAborted();
    const { dependency, does: does2, start, stop } = options10.fault ?? {};
    const { fallback } = options10.pass;
    const service = __using(_stack, await bench.resilience.start({ dependency, does: does2, start, stop, fallback }), true);
    const run = driver(bench, service, options10);
    await run.baseline();
    await run.peaks();
    await run.fault();
    await run.restart();
    return run.measurement();
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function stage(bench, service, options10) {
  const { phases: plan } = options10;
  const passing = { routes: bench.routes, status: options10.pass.status };
  const scaled = (ms3) => options10.quick ? ms3 * quickShare : ms3;
  const ranges2 = [];
  const lateMs = [];
  const phase3 = async (name2, body) => {
    bench.progress(`resilience: ${name2}`);
    const fromMs = service.nowMs();
    await body();
    ranges2.push({ name: name2, fromMs, toMs: service.nowMs() });
  };
  const calm = async (ms3) => {
    service.takeLateMs();
    service.rate(plan.rate);
    await service.last(ms3);
    lateMs.push(...service.takeLateMs());
  };
  const settle = async () => calm(Math.max(settleMs.least, scaled(settleMs.full)));
  const climb = async (fromPerSecond, delayMs, usualUs) => {
    const forMs = scaled(plan.peak.for);
    const stepMs = Math.max(leastStepMs, forMs / steps);
    const risenUs = usualUs * (1 + plan["p95-rise"]) + noiseUs + delayMs * 1e3;
    return rise(service, passing, { fromPerSecond, forMs, stepMs, risenUs, delayMs }, (text) => bench.progress(text));
  };
  return { passing, scaled, ranges: ranges2, lateMs, phase: phase3, calm, settle, climb };
}
function driver(bench, service, options10) {
  const { phases: plan, fault: fault2 } = options10;
  const { passing, scaled, ranges: ranges2, lateMs, phase: phase3, calm, settle, climb } = stage(bench, service, options10);
  let baselineP95Us = 0;
  let peak = { delayMs: 0, steps: [], limit: "plan" };
  let slowPeak = null;
  return {
    async baseline() {
      await phase3("baseline", async () => calm(scaled(plan.baseline.for)));
      const { fromMs, toMs: toMs2 } = ranges2[0];
      baselineP95Us = servedP95(service, passing, fromMs + (toMs2 - fromMs) / 5, toMs2);
    },
    async peaks() {
      await phase3("peak", async () => peak = await climb(plan.rate, 0, baselineP95Us));
      await settle();
      const onset = peak.steps.find(isRefusing);
      if (service.arrivals() === null || onset === void 0) return;
      const delayMs = Math.max(leastDelayMs, Math.round(baselineP95Us / 1e3));
      service.disturb({ kind: "delay", delayMs });
      slowPeak = await climb(Math.max(plan.rate, Math.round(onset.perSecond / 3)), delayMs, baselineP95Us);
      service.disturb(null);
      await settle();
    },
    async fault() {
      if (fault2 === void 0) return;
      await phase3("fault", async () => {
        var _stack = [];
        try {
          const active = __using(_stack, await service.beginFault(), true);
          await calm(scaled(plan.fault.for));
          await active.end();
        } catch (_) {
          var _error = _, _hasError = true;
        } finally {
          var _promise = __callDispose(_stack, _error, _hasError);
          _promise && await _promise;
        }
      });
      await phase3("recovery", async () => calm(scaled(plan.recovery.for)));
    },
    async restart() {
      await service.restart();
      await phase3("restart", async () => calm(Math.max(restartMs.least, scaled(restartMs.full))));
      await service.drain();
    },
    measurement() {
      assertPunctual(lateMs);
      const seen = { answers: service.answers, arrivals: service.arrivals(), passing };
      const phases2 = ranges2.map(({ name: name2, fromMs, toMs: toMs2 }) => ({ name: name2, ...stretch(seen, fromMs, toMs2) }));
      const waitedUs = baselineP95Us + Math.max(baselineP95Us, leastDelayMs * 1e3);
      const series2 = seriesOf(seen, waitedUs, phases2.at(-1).toMs);
      return { perSecond: plan.rate, fault: faultText(options10), phases: phases2, peak, slowPeak, series: series2 };
    }
  };
}
var isRefusing = ({ sent: sent2, refused }) => refused >= Math.max(5, sent2 * 0.01);
function servedP95({ answers }, passing, fromMs, toMs2) {
  const served = answers.tookUs.filter((_, index) => {
    const ms3 = answers.sentMs[index];
    return ms3 >= fromMs && ms3 < toMs2 && outcomeOf3(answers, index, passing) === "served";
  });
  const p95Us = p95Of(served);
  if (p95Us !== null) return p95Us;
  throw new LeakgateError("measurement", "No request got the expected answer before there was any fault.", {
    hint: "Check the requests and what the service needs: the `resilience` check starts from a service that works."
  });
}
function assertPunctual(lateMs) {
  const late = lateMs.length === 0 ? 0 : quantileOfSorted(ascending(lateMs), 0.99);
  if (late <= bucketMs) return;
  throw new LeakgateError(
    "measurement",
    `The load generator couldn't keep to the schedule: one in a hundred requests started ${amountText(late)} ms late or more.`,
    { hint: "Ask for a lower rate, or measure on a machine with more free processors." }
  );
}
function faultText({ fault: fault2 }) {
  if (fault2 === void 0) return null;
  const { does: does2, dependency, start } = fault2;
  if (does2 !== void 0)
    return `${does2.kind === "delay" ? `delay of ${does2.delayMs} ms` : does2.kind} in front of ${dependency}`;
  return start === void 0 ? null : "command" in start ? start.command : `${start.method} ${start.target}`;
}

// src/checks/breaker-states.ts
var mostTrials = 10;
var leastCallsPerRequest = 0.5;
function breakerStates(measured) {
  const { phases: phases2, series: series2 } = measured;
  const fault2 = phases2.find(({ name: name2 }) => name2 === "fault");
  const recovery = phases2.find(({ name: name2 }) => name2 === "recovery");
  if (fault2 === void 0 || recovery === void 0) return [];
  return walk(looksOf2(measured, fault2.fromMs, recovery.toMs), { endsMs: fault2.toMs, bucketMs: series2.bucketMs });
}
function looksOf2({ series: series2, phases: phases2 }, fromMs, toMs2) {
  const before = phases2.find(({ name: name2 }) => name2 === "baseline");
  const perRequest = before?.arrivals == null ? 0 : before.arrivals / Math.max(1, before.sent);
  const looks = [];
  for (let bucket = Math.ceil(fromMs / series2.bucketMs); (bucket + 1) * series2.bucketMs <= toMs2; bucket += 1) {
    const requests = series2.sent[bucket] - series2.limited[bucket];
    const tried = Math.min(requests, triedIn(series2, bucket, perRequest));
    if (requests > 0) looks.push({ atMs: bucket * series2.bucketMs, requests, tried });
  }
  return looks;
}
function triedIn({ served, waited, failed, arrivals }, bucket, perRequest) {
  if (arrivals === null || perRequest < leastCallsPerRequest) {
    return served[bucket] + waited[bucket] + failed[bucket];
  }
  return Math.max(served[bucket], Math.ceil(arrivals[bucket] / perRequest));
}
function walk(looks, { endsMs, bucketMs: bucketMs2 }) {
  const [first2] = looks;
  if (first2 === void 0) return [];
  const seen = [{ state: "closed", fromMs: first2.atMs }];
  const enter = (state, fromMs) => void seen.push({ state, fromMs });
  for (const [index, look] of looks.entries()) {
    const { state } = seen.at(-1);
    const flow = flowOf(look);
    if (state === "open" && flow === "most") {
      const trial = look.atMs >= endsMs || isTrialRun(looks, index);
      if (trial) enter("half-open", look.atMs);
      if (look.atMs >= endsMs) enter("closed", look.atMs + bucketMs2);
      else if (!trial) enter("closed", look.atMs);
    } else if (state === "open" && flow === "few") enter("half-open", look.atMs);
    else if (state === "half-open" && flow === "most" && !isTrialRun(looks, index)) enter("closed", look.atMs);
    else if (state === "half-open" && flow === "none") enter("open", look.atMs);
    else if (state === "closed" && flow !== "most") enter("open", look.atMs);
  }
  return seen;
}
function flowOf({ tried, requests }) {
  if (tried === 0) return "none";
  return tried * 2 < requests ? "few" : "most";
}
function isTrialRun(looks, from) {
  const end = looks.findIndex((look, index) => index > from && flowOf(look) !== "most");
  const run = looks.slice(from, end < 0 ? looks.length : end);
  return end >= 0 && run.reduce((sum4, { tried }) => sum4 + tried, 0) <= mostTrials;
}
function sequenceOf(transitions) {
  return transitions.reduce((sequence, { state }) => {
    const failedTry = state === "open" && sequence.at(-1) === "half-open" && sequence.at(-2) === "open";
    return failedTry ? sequence.slice(0, -1) : [...sequence, state];
  }, []);
}

// src/checks/anti-patterns.ts
var sameRate = 0.1;
var flat = { share: 0.1, us: 1e3 };
var slower = 1.3;
var stormFactor = 1.2;
var leastExtraCalls = 20;
var fewestRefusals = 10;
var firstSecondMs = 1e3;
var detectors = [
  { id: "no-half-open-probe", title: "No half-open probe", detect: noHalfOpenProbe },
  { id: "retry-storm", title: "Retry storm", detect: retryStorm },
  { id: "bucket-not-reset", title: "Bucket not reset", detect: bucketNotReset },
  { id: "fixed-threshold", title: "Fixed threshold", detect: fixedThreshold },
  { id: "rejects-while-flat", title: "Rejects while latency is flat", detect: rejectsWhileFlat },
  { id: "no-retry-after", title: "No Retry-After", detect: noRetryAfter }
];
function antiPatterns(measured) {
  return detectors.flatMap(({ id, title, detect }) => {
    const evidence2 = detect(measured);
    return evidence2 === null ? [] : [{ id, title, evidence: evidence2 }];
  });
}
var phaseOf = ({ phases: phases2 }, wanted) => phases2.find(({ name: name2 }) => name2 === wanted);
var sum3 = (values) => values.reduce((total, value) => total + value, 0);
var ms2 = (us) => `${amountText(us / 1e3)} ms`;
var seconds = (durationMs) => `${amountText(durationMs / 1e3)} s`;
function inPhase({ series: series2 }, column, { fromMs, toMs: toMs2 }) {
  return column.slice(Math.ceil(fromMs / series2.bucketMs), Math.floor(toMs2 / series2.bucketMs));
}
function noHalfOpenProbe(measured) {
  const recovery = phaseOf(measured, "recovery");
  if (recovery === void 0 || recovery.sent === 0 || breakerStates(measured).at(-1)?.state !== "open") return null;
  const { served, failed, waited } = measured.series;
  const tried = [served, failed, waited].reduce((total, column) => total + sum3(inPhase(measured, column, recovery)), 0);
  if (recovery.arrivals === null ? tried > 0 : recovery.arrivals > 0) return null;
  const reached = recovery.arrivals === null ? "" : " and no call reached the dependency";
  return `In the ${seconds(recovery.toMs - recovery.fromMs)} after the fault none of ${counted(recovery.sent, "request")} was tried${reached}: the breaker never closes again.`;
}
function retryStorm(measured) {
  const [baseline, fault2] = [phaseOf(measured, "baseline"), phaseOf(measured, "fault")];
  if (baseline?.arrivals == null || fault2?.arrivals == null || fault2.sent === 0) return null;
  const before = baseline.arrivals / Math.max(1, baseline.sent);
  const usual = fault2.sent * Math.max(1, before);
  if (fault2.arrivals < usual * stormFactor || fault2.arrivals - usual < leastExtraCalls) return null;
  return `${amountText(fault2.arrivals)} calls reached the dependency for ${counted(fault2.sent, "request")} of the fault: ${amountText(fault2.arrivals / fault2.sent)} for each, and ${amountText(before)} before.`;
}
function bucketNotReset(measured) {
  const restart = phaseOf(measured, "restart");
  if (restart === void 0) return null;
  const { series: series2 } = measured;
  const refused = inPhase(measured, series2.limited, restart).map(
    (limited, index) => limited + inPhase(measured, series2.unavailable, restart)[index]
  );
  const sent2 = inPhase(measured, series2.sent, restart);
  const first2 = firstSecondMs / series2.bucketMs;
  const early = { sent: sum3(sent2.slice(0, first2)), refused: sum3(refused.slice(0, first2)) };
  const later = { sent: sum3(sent2.slice(first2)), refused: sum3(refused.slice(first2)) };
  const settled = later.sent > 0 && later.refused <= later.sent * 0.01;
  if (!settled || early.refused < Math.max(5, early.sent * 0.05)) return null;
  return `In the first second after a restart ${amountText(early.refused)} of ${counted(early.sent, "request")} were refused, and ${amountText(later.refused)} of ${amountText(later.sent)} afterwards.`;
}
function fixedThreshold({ peak, slowPeak }) {
  const [fast, slow] = [admitted(peak), slowPeak && admitted(slowPeak)];
  if (fast === null || slow === null || slow.p95Us < fast.p95Us * slower) return null;
  if (Math.abs(slow.perSecond / fast.perSecond - 1) > sameRate) return null;
  return `It lets ${amountText(fast.perSecond)} requests/s through when answers take ${ms2(fast.p95Us)} (p95), and ${amountText(slow.perSecond)} when they take ${ms2(slow.p95Us)}.`;
}
function admitted({ steps: steps2 }) {
  const last = steps2.findLast(isRefusing);
  if (last === void 0 || last.p95Us === null) return null;
  return { perSecond: last.perSecond * (1 - last.refused / last.sent), p95Us: last.p95Us };
}
function rejectsWhileFlat(measured) {
  const { peak } = measured;
  const baselineUs = phaseOf(measured, "baseline")?.p95Us ?? null;
  const onset = peak.steps.findIndex(isRefusing);
  if (onset < 0 || baselineUs === null) return null;
  const flatUs = baselineUs * (1 + flat.share) + flat.us;
  const around = peak.steps.slice(Math.max(0, onset - 1));
  if (around.some(({ p95Us: p95Us2 }) => p95Us2 !== null && p95Us2 > flatUs)) return null;
  const { perSecond: perSecond2, refused, sent: sent2, p95Us } = peak.steps[onset];
  return `At ${amountText(perSecond2)} requests/s it refuses ${percent(refused / sent2)} while the p95 is ${ms2(p95Us ?? 0)}, as at rest (${ms2(baselineUs)}).`;
}
function noRetryAfter({ phases: phases2 }) {
  const refused = sum3(phases2.map((phase3) => phase3.refused));
  const told2 = sum3(phases2.map((phase3) => phase3.retryAfter));
  if (refused < fewestRefusals || told2 >= refused * 0.9) return null;
  const having = told2 === 0 ? "None" : amountText(told2);
  return `${having} of ${counted(refused, "refusal")} (429 or 503) carried a Retry-After header.`;
}

// src/checks/resilience-measurement.ts
var numbers2 = array(number());
var phase = object({
  name: _enum(["baseline", "peak", "fault", "recovery", "restart"]),
  fromMs: number(),
  toMs: number(),
  sent: number(),
  passed: number(),
  /** 429 and 503, fallbacks left out. */
  refused: number(),
  /** Of those, how many told when to come back. */
  retryAfter: number(),
  /** Of what was served; null when nothing was. */
  p95Us: number().nullable(),
  /** Calls that reached the dependency; null without a proxy in front of it. */
  arrivals: number().nullable()
});
var step = object({
  perSecond: number(),
  sent: number(),
  refused: number(),
  /** Null when nothing was served. */
  p95Us: number().nullable()
});
var ramp = object({
  /** What each call of the dependency took longer. */
  delayMs: number(),
  steps: array(step),
  /** What ended the rise. */
  limit: _enum(["latency", "refusals", "generator", "plan"])
});
var resilienceMeasurement = object({
  /** Requests per second outside of the peak. */
  perSecond: number(),
  /** `blackhole in front of 127.0.0.1:5432`; null without a fault. */
  fault: string().nullable(),
  phases: array(phase),
  peak: ramp,
  /** A second rise with a slower dependency: only where the first met refusals, and there is a proxy. */
  slowPeak: ramp.nullable(),
  series: object({
    bucketMs: number(),
    sent: numbers2,
    passed: numbers2,
    served: numbers2,
    fallback: numbers2,
    /** 429. */
    limited: numbers2,
    /** 503 that is no fallback. */
    unavailable: numbers2,
    failed: numbers2,
    /** Fallbacks and 503s that took so long that something was tried before. */
    waited: numbers2,
    p95Us: array(number().nullable()),
    arrivals: numbers2.nullable()
  })
});

// src/checks/resilience-options.ts
var actForm = "write a shell command, or a call such as POST /debug/fault or POST http://127.0.0.1:9000/down";
var loopback = ["127.0.0.1", "localhost", "[::1]"];
var act = string({ error: actForm }).min(1, { error: actForm }).transform((text, context) => {
  const [, method, target] = /^(GET|POST|PUT|PATCH|DELETE)\s+(\/\S*|https?:\/\/\S+)$/.exec(text.trim()) ?? [];
  if (method === void 0 || target === void 0) return { command: text };
  const foreign = URL.canParse(target) && !loopback.includes(new URL(target).hostname);
  if (!foreign) return { method, target };
  context.addIssue({ code: "custom", message: "write a path or a URL on this machine" });
  return NEVER;
});
var does = string({ error: "write delay 300ms, reset or blackhole" }).transform((text, context) => {
  const [kind = "", ...rest] = text.trim().split(/\s+/);
  if ((kind === "reset" || kind === "blackhole") && rest.length === 0) return { kind };
  const delay = duration.safeParse(rest.join(""));
  if (kind === "delay" && delay.success) return { kind, delayMs: delay.data };
  context.addIssue({ code: "custom", message: "write delay 300ms, reset or blackhole" });
  return NEVER;
});
var fault = strictObject({
  dependency: string().regex(/^(?:\[[0-9a-f:]+\]|[\w.-]+):\d{1,5}$/i, { error: "write host:port, such as 127.0.0.1:5432" }).optional().describe(
    "Address of a dependency that gets a proxy in front of it. The service finds it by `{dependency}` in `args` or `env`."
  ),
  does: does.optional().describe("What that proxy does as the fault: `delay 300ms`, `reset` or `blackhole`."),
  start: act.optional().describe("Or what begins a fault of your own: a shell command, or a call such as `POST /debug/fault`."),
  stop: act.optional().describe("What ends it. Without one it has to end by itself within the phase.")
}).refine(({ does: how, start }) => how === void 0 !== (start === void 0), {
  error: "write either does, with a dependency, or start"
}).refine(({ does: how, dependency }) => how === void 0 || dependency !== void 0, {
  error: "does needs a dependency to be in front of"
});
var phase2 = (forText, pass, more = "") => strictObject({
  for: duration.prefault(forText).describe(`How long it lasts${more}.`),
  pass: share.prefault(pass).describe("Share of its requests that has to pass.")
}).prefault({});
var phases = strictObject({
  rate: amount.refine((rate) => rate >= 10 && rate <= 1e4, { error: "from 10 to 10000" }).prefault(100).describe("Requests that start each second, except in the peak."),
  baseline: phase2("60s", "99.5%"),
  peak: phase2("30s", "98%", ", the rise included"),
  "p95-rise": share.prefault("30%").describe("The rate of the peak rises until the 95th percentile has risen so much."),
  fault: phase2("10s", "95%"),
  recovery: phase2("30s", "99.5%", "; only its last third has to pass")
}).prefault({});
var states = _enum(["closed", "open", "half-open"]);
var resilienceOptions = kebabOptions({
  quick: flag.default(false).describe("Let each phase of the `resilience` check take a fifth of its time."),
  fault: fault.optional().describe("What goes wrong. Without it the check looks at the limits only."),
  pass: strictObject({
    status: array(int().min(100).max(599)).default([]).describe("Statuses that count as a pass besides those that a request expects, such as 429."),
    fallback: string().min(1).optional().describe("Text in the body that marks a fallback, which is a pass whatever its status.")
  }).prefault({}),
  phases,
  breaker: array(states).default(["closed", "open", "half-open", "closed"]).describe("States that the breaker has to go through from the fault to the end of the recovery; `[]` for none.")
});

// src/checks/resilience.ts
var resilience = defineCheck({
  name: "resilience",
  title: "Resilience",
  build: "stock",
  onRequest: true,
  options: resilienceOptions,
  measurement: resilienceMeasurement,
  measure: course,
  // A later run is never held against it.
  forBaseline: (measured) => ({ ...measured, series: none(measured.series) }),
  judge: judge9
});
var none = (series2) => ({
  bucketMs: series2.bucketMs,
  sent: [],
  passed: [],
  served: [],
  fallback: [],
  limited: [],
  unavailable: [],
  failed: [],
  waited: [],
  p95Us: [],
  arrivals: null
});
function judge9(current, _stored, options10) {
  const states2 = breakerStates(current);
  const findings = worstFirst([
    ...shares(current, options10),
    ...breakerFinding(current, states2, options10),
    ...antiPatterns(current).map(patternFinding)
  ]);
  return {
    outcome: outcomeOf(findings),
    summary: summaryOf8(current, states2, findings),
    findings,
    metrics: metricsOf7(current, states2),
    routes: [],
    resilience: timelineOf2(current, states2)
  };
}
var gate = (id, metric) => ({
  id: `resilience/${id}`,
  kind: "errors",
  metric,
  unit: "count",
  before: null,
  after: null,
  delta: null,
  interval: null,
  threshold: null
});
function shares(current, { phases: plan }) {
  const judged = ["baseline", "peak", "fault", "recovery"];
  return judged.flatMap((name2) => {
    const phase3 = current.phases.find((one) => one.name === name2);
    if (phase3 === void 0) return [];
    const { sent: sent2, passed } = name2 === "recovery" ? lastThird(current, phase3) : phase3;
    const failing = sent2 === 0 ? 1 : (sent2 - passed) / sent2;
    const allowed = 1 - plan[name2].pass;
    const outcome = failing <= allowed + 1e-9 ? "pass" : "fail";
    const when2 = name2 === "recovery" ? "in the last third of the recovery" : `in the ${name2}`;
    return [
      {
        ...gate(name2, `Requests that don’t pass, ${name2}`),
        unit: "ratio",
        after: failing,
        threshold: { value: Number(allowed.toFixed(6)), of: "absolute" },
        outcome,
        reason: `${amountText(passed)} of ${amountText(sent2)} requests passed ${when2}; at least ${percent(plan[name2].pass)} have to.`
      }
    ];
  });
}
function lastThird({ series: series2 }, { fromMs, toMs: toMs2 }) {
  const from = Math.ceil((toMs2 - (toMs2 - fromMs) / 3) / series2.bucketMs);
  const sum4 = (column) => column.slice(from, Math.floor(toMs2 / series2.bucketMs)).reduce((total, value) => total + value, 0);
  return { sent: sum4(series2.sent), passed: sum4(series2.passed) };
}
function breakerFinding(current, states2, { breaker: expected }) {
  if (states2.length === 0) return [];
  const seen = sequenceOf(states2);
  const asExpected = expected.length === 0 || expected.join() === seen.join();
  const wanted = asExpected ? "" : ` Expected: ${expected.join(" → ")}.`;
  return [
    {
      ...gate("breaker", "Breaker transitions"),
      after: seen.length - 1,
      outcome: asExpected ? "pass" : "fail",
      reason: `${told(current, states2)}.${wanted}`
    }
  ];
}
function told({ phases: phases2 }, states2) {
  const fault2 = phases2.find(({ name: name2 }) => name2 === "fault");
  const at = (ms3) => ms3 < fault2.toMs ? `${amountText((ms3 - fault2.fromMs) / 1e3)} s into the fault` : `${amountText((ms3 - fault2.toMs) / 1e3)} s after it`;
  const kept = shortened(states2);
  const steps2 = kept.map(({ state, fromMs }, index) => index === 0 ? state : `${state} (${at(fromMs)})`);
  const tries2 = (states2.length - kept.length) / 2;
  return `${steps2.join(" → ")}${tries2 > 0 ? `, after ${amountText(tries2)} tries that failed` : ""}`;
}
function shortened(states2) {
  return states2.reduce((kept, one) => {
    const failedTry = one.state === "open" && kept.at(-1)?.state === "half-open" && kept.at(-2)?.state === "open";
    return failedTry ? kept.slice(0, -1) : [...kept, one];
  }, []);
}
var patternFinding = ({ id, title, evidence: evidence2 }) => ({
  ...gate(id, title),
  outcome: "fail",
  reason: evidence2
});
function summaryOf8(current, states2, findings) {
  const failed = findings.filter(({ outcome }) => outcome === "fail").map(({ metric }) => metric.toLowerCase());
  if (failed.length > 0) return `The service isn’t resilient: ${listed(failed)}.`;
  const peak = peakRate(current);
  const fault2 = current.fault === null ? "" : ` Under the fault (${current.fault}) the breaker went ${sequenceOf(states2).join(" → ")}.`;
  return `${amountText(current.perSecond)} requests/s pass, and a peak of ${amountText(peak)}.${fault2}`;
}
var peakRate = ({ peak }) => Math.max(0, ...peak.steps.map(({ perSecond: perSecond2 }) => perSecond2));
function metricsOf7(current, states2) {
  const { phases: phases2 } = current;
  const passed = phases2.map(({ name: name2, sent: sent2, passed: ok }) => ({
    id: `resilience/${name2}-passed`,
    title: `Passed, ${name2}`,
    unit: "ratio",
    better: "higher",
    value: sent2 === 0 ? 0 : ok / sent2
  }));
  const p95 = phases2.flatMap(
    ({ name: name2, p95Us }) => p95Us === null ? [] : [
      {
        id: `resilience/${name2}-p95`,
        title: `Latency p95, ${name2}`,
        unit: "ms",
        better: "lower",
        value: p95Us / 1e3
      }
    ]
  );
  const peak = {
    id: "resilience/peak",
    title: "Rate of the peak",
    unit: "req/s",
    better: "none",
    value: peakRate(current)
  };
  const fault2 = phases2.find(({ name: name2 }) => name2 === "fault");
  const last = states2.at(-1);
  const closed = fault2 === void 0 || last?.state !== "closed" || last.fromMs < fault2.toMs ? [] : [
    {
      id: "resilience/closed-after",
      title: "Breaker closes after the fault",
      unit: "ms",
      better: "lower",
      value: last.fromMs - fault2.toMs
    }
  ];
  return [...passed, ...p95, peak, ...closed];
}
function timelineOf2({ series: series2, phases: phases2 }, states2) {
  const { bucketMs: bucketMs2, served, fallback, failed, limited, unavailable, p95Us, arrivals } = series2;
  const refused = limited.map((count2, index) => count2 + unavailable[index]);
  return {
    bucketMs: bucketMs2,
    phases: phases2.map(({ name: name2, fromMs, toMs: toMs2 }) => ({ name: name2, fromMs, toMs: toMs2 })),
    buckets: { served, fallback, refused, failed, p95Us, arrivals },
    breaker: [...states2]
  };
}

// src/checks/stage-judge.ts
var leastShare = 0.02;
var leastUs = 1;
var surely = 0.99;
var functionsTold = 2;
var leastPart = 0.2;
var idPrefix = "stages/";
function stageFindings(head, base, holding, limit2) {
  const total = base.stages.reduce((sum4, { meanUs }) => sum4 + mean(meanUs), 0);
  return namesOf(head, base).map((name2) => stageFinding({ name: name2, now: named(head, name2), before: named(base, name2), total, holding, limit: limit2 })).toSorted((a, b) => Number(b.outcome === "fail") - Number(a.outcome === "fail") || (b.after ?? 0) - (a.after ?? 0));
}
var namesOf = (head, base) => [
  ...new Set([...head.stages, ...base?.stages ?? []].map(({ name: name2 }) => name2))
];
var named = (side2, name2) => side2.stages.find((stage3) => stage3.name === name2);
function stageFinding({ name: name2, now, before, total, holding, limit: limit2 }) {
  const [after, was] = [mean(now?.meanUs ?? [0]), mean(before?.meanUs ?? [0])];
  const finding2 = { id: `${idPrefix}${name2}`, kind: "speed", metric: `Time in ${name2}`, unit: "us/req" };
  const change2 = changeOf(now, before, holding);
  const least2 = Math.max(leastShare * total, leastUs);
  const relative = limit2 * was >= least2;
  const allowed = relative ? limit2 * was : least2;
  const scale = relative ? 1 / was : 1;
  const gates = holding.how !== "shown";
  const exceeded = gates && change2.surelyAbove > allowed;
  const typical = typicalRise(now, before) > allowed;
  return {
    ...finding2,
    before: was,
    after,
    delta: gates ? change2.us * scale : was === 0 ? null : change2.us / was,
    interval: change2.interval === null ? null : [change2.interval[0] * scale, change2.interval[1] * scale],
    threshold: gates ? { value: relative ? limit2 : least2, of: relative ? "relative" : "absolute" } : null,
    outcome: exceeded ? typical ? "fail" : "warn" : "pass",
    reason: reasonOf2({ change: change2, was, exceeded, typical, holding, limitText: relative ? percent(limit2) : usText(least2) }),
    ...exceeded && { facts: factsOf(now?.functions ?? [], before?.functions ?? []) }
  };
}
function typicalRise(now, before) {
  const [after, was] = [now?.quantilesUs, before?.quantilesUs];
  if (after === null || was === null) return Infinity;
  return Math.max((after?.q50 ?? 0) - (was?.q50 ?? 0), (after?.q75 ?? 0) - (was?.q75 ?? 0));
}
function changeOf(now, before, { how }) {
  const [after, was] = [roundsOf2(now, before), roundsOf2(before, now)];
  const us = mean(after) - mean(was);
  if (how === "paired") {
    const differences = after.map((time, round) => time - was[round]);
    const [low, high] = hodgesLehmann(differences).interval;
    const interval = [Math.min(low, us), Math.max(high, us)];
    return { us, interval, surelyAbove: hodgesLehmann(differences, surely).interval[0] };
  }
  if (how === "shown") return { us, interval: null, surelyAbove: -Infinity };
  const error = Math.sqrt(errorOfMean(after) + errorOfMean(was));
  return { us, interval: null, surelyAbove: us - 2.6 * error };
}
var roundsOf2 = (stage3, other) => stage3?.meanUs ?? other.meanUs.map(() => 0);
function errorOfMean(values) {
  const centre = mean(values);
  const squares = values.reduce((sum4, value) => sum4 + (value - centre) ** 2, 0);
  return squares / Math.max(1, values.length - 1) / values.length;
}
function reasonOf2({ change: change2, was, exceeded, typical, holding, limitText }) {
  const more = changeText(change2.us, was);
  if (holding.how === "shown") return `${more}, shown only: ${holding.because}.`;
  if (!exceeded) return `${more}, within its limit.`;
  if (!typical)
    return `${more}, all of it in the slowest quarter of its requests: what others do may hold them up, so it doesn’t gate.`;
  return holding.how === "paired" ? `${more}, side by side with the base. At most ${limitText} is accepted.` : `${more} than the stored run. At most ${limitText} is accepted.`;
}
var changeText = (us, was) => was === 0 ? `${signedUs(us)} (new)` : `${signedUs(us)} (${signedPercent(us / was)})`;
var signedUs = (us) => `${us < 0 ? "−" : "+"}${usText(Math.abs(us))}`;
var usText = (us) => `${amountText(us)} µs`;
function factsOf(now, before) {
  const earlier = new Map(before.map((one) => [one.function, one.us]));
  const risen = now.map((one) => ({ one, rise: one.us - (earlier.get(one.function) ?? 0) })).toSorted((a, b) => b.rise - a.rise);
  return risen.filter(({ rise: rise2 }) => rise2 > 0 && rise2 >= leastPart * risen[0].rise).slice(0, functionsTold).map(({ one, rise: rise2 }) => {
    const { function: name2, file, line } = one;
    return {
      label: "takes longer",
      text: `+${usText(rise2)} in it`,
      frame: { function: name2, file, line, own: true }
    };
  });
}
function shareText({ stages }, most3) {
  const total = stages.reduce((sum4, { meanUs }) => sum4 + mean(meanUs), 0);
  return listed(stages.slice(0, most3).map(({ name: name2, meanUs }) => `${name2} ${percent(mean(meanUs) / total)}`));
}
var longer = ({ afterUs, beforeUs }) => Math.max(afterUs, beforeUs ?? 0);
function stageRows(findings, head, base) {
  const grades = new Map(findings.map(({ id, outcome }) => [id, outcome]));
  return namesOf(head, base).map((name2) => {
    const [now, before] = [named(head, name2), base === null ? void 0 : named(base, name2)];
    return {
      name: name2,
      beforeUs: base === null ? null : mean(before?.meanUs ?? [0]),
      afterUs: mean(now?.meanUs ?? [0]),
      beforeQ95Us: before?.quantilesUs?.q95 ?? null,
      afterQ95Us: now?.quantilesUs?.q95 ?? null,
      outcome: grades.get(`${idPrefix}${name2}`) ?? "pass"
    };
  }).toSorted((a, b) => longer(b) - longer(a));
}

// src/checks/stage-groups.ts
var common = [
  {
    name: "Middleware",
    packages: [
      "github.com/gin-contrib",
      "github.com/labstack/echo/v4/middleware",
      "github.com/go-chi/chi/v5/middleware",
      "github.com/go-chi/cors",
      "github.com/go-chi/jwtauth",
      "github.com/gofiber/fiber/v2/middleware",
      "github.com/gofiber/fiber/v3/middleware",
      "github.com/gorilla/handlers",
      "github.com/gorilla/csrf",
      "github.com/gorilla/sessions",
      "github.com/rs/cors",
      "github.com/golang-jwt/jwt",
      "github.com/lestrrat-go/jwx",
      "github.com/casbin/casbin",
      "golang.org/x/oauth2",
      "golang.org/x/crypto/bcrypt",
      "golang.org/x/time/rate"
    ]
  },
  {
    name: "Database",
    packages: [
      "database/sql",
      "github.com/jackc",
      "github.com/lib/pq",
      "github.com/go-sql-driver/mysql",
      "github.com/mattn/go-sqlite3",
      "modernc.org/sqlite",
      "modernc.org/libc",
      "github.com/jmoiron/sqlx",
      "gorm.io",
      "entgo.io/ent",
      "xorm.io",
      "github.com/uptrace/bun",
      "go.mongodb.org/mongo-driver",
      "github.com/redis/go-redis",
      "github.com/go-redis/redis",
      "github.com/gomodule/redigo",
      "go.etcd.io/bbolt",
      "github.com/dgraph-io/badger",
      "github.com/syndtr/goleveldb"
    ]
  },
  {
    name: "Encoding",
    packages: [
      "encoding",
      "compress",
      "html/template",
      "text/template",
      "mime/multipart",
      "github.com/goccy/go-json",
      "github.com/goccy/go-yaml",
      "github.com/bytedance/sonic",
      "github.com/json-iterator/go",
      "github.com/mailru/easyjson",
      "github.com/klauspost/compress",
      "github.com/andybalholm/brotli",
      "github.com/vmihailenco/msgpack",
      "github.com/golang/protobuf",
      "google.golang.org/protobuf",
      "gopkg.in/yaml.v2",
      "gopkg.in/yaml.v3",
      "go.yaml.in/yaml"
    ]
  },
  { name: "TLS", packages: ["crypto/tls"] },
  {
    name: "Logging and telemetry",
    packages: [
      "log",
      "github.com/sirupsen/logrus",
      "github.com/rs/zerolog",
      "go.uber.org/zap",
      "github.com/go-kit/log",
      "go.opentelemetry.io",
      "github.com/prometheus/client_golang"
    ]
  },
  {
    name: "Router and server",
    packages: [
      "net/http",
      "net/textproto",
      "net/url",
      "golang.org/x/net/http2",
      "github.com/gin-gonic/gin",
      "github.com/labstack/echo",
      "github.com/labstack/gommon",
      "github.com/go-chi/chi",
      "github.com/gofiber/fiber",
      "github.com/valyala/fasthttp",
      "github.com/gorilla/mux",
      "github.com/julienschmidt/httprouter",
      "google.golang.org/grpc"
    ]
  }
];
var collector = /^runtime\.(?:gcBgMarkWorker|gcAssistAlloc\d?|gcStart|gcMarkDone|gcMarkTermination|bgsweep|bgscavenge|GC)\b/;
var systemCall = /^(?:syscall|internal\/runtime\/syscall(?:\/\w+)?|internal\/syscall\/unix|golang\.org\/x\/sys\/unix)\./;
var outgoing = /^net\/http\.\(\*(?:Transport|persistConn|Client|http2Transport|http2ClientConn)\)\./;
var middleware = /middleware|^auth[nz]?$|^authenti|^authori[sz]|^jwt|auth$/i;
function stageOf(stack, own) {
  if (stack.some((frame4) => collector.test(frame4.function))) return "Garbage collection";
  if (stack.every(isRuntime)) return "Scheduler and runtime";
  const inner = stack.find((frame4) => !isRuntime(frame4) || systemCall.test(frame4.function));
  if (systemCall.test(inner.function)) return "Kernel";
  for (const frame4 of stack) {
    const stage3 = groupOf(frame4, own);
    if (stage3 !== null) return stage3;
  }
  return "Everything else";
}
function groupOf(frame4, own) {
  const name2 = packageNameOf(frame4);
  const chosen = own.find((group) => holds(group, name2));
  if (chosen !== void 0) return chosen.name;
  if (frame4.own) return isMiddleware(frame4.function) ? "Middleware" : "Handlers";
  if (outgoing.test(frame4.function)) return "Calls of other services";
  return common.find((group) => holds(group, name2))?.name ?? null;
}
var isMiddleware = (name2) => name2.split(/[/.()*[\]]+/).some((part) => middleware.test(part));
var packageNameOf = ({ own, function: name2, file }) => own ? packageOf(name2) : file.slice(0, Math.max(0, file.lastIndexOf("/"))).replace(/@[^/]+/, "");
var holds = ({ packages }, name2) => packages.some((one) => name2 === one || name2.startsWith(`${one}/`));

// src/checks/stage-measurement.ts
var hotFunction = object({ function: string(), file: string(), line: number(), us: number() });
var stage2 = object({
  name: string(),
  /** Microseconds a request, an entry for each round. */
  meanUs: array(number()),
  /** Of the requests that had this stage. Null where only samples tell. */
  quantilesUs: object({ q50: number(), q75: number(), q95: number() }).nullable(),
  /** Hottest first; samples tell them. */
  functions: array(hotFunction)
});
var side = object({ requests: number(), stages: array(stage2) });
var stageMeasurement = object({
  source: _enum(["server-timing", "opentelemetry", "cpu-profile"]),
  head: side,
  /** The base, measured in turn with the head; or why it wasn't. */
  base: union([side.extend({ sha: string() }), object({ unavailable: string() })]),
  lostSpans: number()
});
var shownFunctions = 8;
var mostStages = 40;
function gatherRounds(source, groups) {
  const rounds2 = [];
  const perRequest = /* @__PURE__ */ new Map();
  const spent = [];
  let [answered2, told2] = [0, 0];
  return {
    add({ summary, requests, samples }) {
      answered2 += summary.answered;
      const sums = /* @__PURE__ */ new Map();
      const count2 = (name2, us) => void sums.set(name2, (sums.get(name2) ?? 0) + us);
      if (source === "cpu-profile") {
        told2 += samples.length;
        for (const { stack, us } of samples) {
          const name2 = stageOf(stack, groups);
          count2(name2, us);
          const own = stack.find((frame4) => frame4.own);
          if (own !== void 0) spent.push({ stage: name2, ...own, us });
        }
      } else {
        told2 += requests[source].length;
        for (const request of requests[source]) {
          for (const [name2, us] of request) {
            count2(name2, us);
            const values = perRequest.get(name2);
            if (values === void 0) perRequest.set(name2, [us]);
            else values.push(us);
          }
        }
      }
      const over = source === "opentelemetry" ? requests[source].length : summary.answered;
      rounds2.push(new Map([...sums].map(([name2, us]) => [name2, us / Math.max(1, over)])));
    },
    silent: () => told2 === 0,
    side() {
      const names = [...new Set(rounds2.flatMap((round) => [...round.keys()]))];
      const stages = names.map((name2) => {
        const values = perRequest.get(name2);
        return {
          name: name2,
          meanUs: rounds2.map((round) => round.get(name2) ?? 0),
          quantilesUs: values === void 0 ? null : quantilesOf(values),
          functions: hottest(
            spent.filter((one) => one.stage === name2),
            answered2
          )
        };
      });
      const longest2 = stages.toSorted((a, b) => mean(b.meanUs) - mean(a.meanUs)).slice(0, mostStages);
      return { requests: answered2, stages: longest2 };
    }
  };
}
function quantilesOf(values) {
  const sorted = ascending(values);
  const at = (share2) => quantileOfSorted(sorted, share2);
  return { q50: at(0.5), q75: at(0.75), q95: at(0.95) };
}
function hottest(spent, requests) {
  const sum4 = (of) => of.reduce((total, { us }) => total + us, 0);
  const heaviest = (groups) => groups.toSorted((a, b) => sum4(b) - sum4(a));
  return heaviest(groupBy(spent, (one) => one.function)).slice(0, shownFunctions).map((inside) => {
    const [line] = heaviest(groupBy(inside, (one) => `${one.file}:${one.line}`));
    const { function: name2, file, line: at } = line[0];
    return { function: name2, file, line: at, us: sum4(inside) / Math.max(1, requests) };
  });
}
async function findSource(head, durationMs) {
  const { summary, requests } = await head.record("opentelemetry", durationMs);
  if (requests["server-timing"].length > summary.answered / 2) return "server-timing";
  return requests.opentelemetry.length > 0 ? "opentelemetry" : "cpu-profile";
}

// src/checks/stage-times.ts
var options9 = kebabOptions({
  "stages-budget": duration.refine((ms3) => ms3 >= 4e3, { error: "write at least 4s" }).prefault("20s").describe("How long the `stages` check loads base and head in turn."),
  "max-stage-increase": share.prefault("25%").describe(
    "How much more time a request may spend in a stage; increases of less than 2 % of the whole request never count."
  ),
  "stage-groups": array(strictObject({ name: string().min(1).max(60), packages: array(string().min(1)).min(1) })).default([]).describe(
    "Stages of your own for services that tell no times: a name, and the import paths whose CPU time it is, with what lies below them."
  )
});
var roundMs = 1e3;
var fewestRounds = 4;
var stagesInSummary = 3;
var stageTimes = defineCheck({
  name: "stages",
  title: "Where the time goes",
  build: "probe",
  onRequest: true,
  options: options9,
  measurement: stageMeasurement,
  measure: measure9,
  forBaseline: (measured) => ({ ...measured, base: { unavailable: "it isn’t stored" } }),
  judge: judge10
});
async function measure9(bench, chosen, signal) {
  var _stack = [];
  try {
    bench.progress("stages: starting");
    const open2 = __using(_stack, await bench.stages.open(), true);
    const source = await findSource(open2.head, roundMs);
    return await inTurn2({ bench, open: open2, source, chosen }, signal);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function inTurn2({ bench, open: open2, source, chosen }, signal) {
  const { head, base } = open2;
  const other = "unavailable" in base ? null : base;
  const gathered = [head, ...other === null ? [] : [other]].map((side2) => ({
    side: side2,
    rounds: gatherRounds(source, chosen.stageGroups)
  }));
  const count2 = Math.max(fewestRounds, Math.floor(chosen.stagesBudget / roundMs / 2));
  let [lostSpans, lostBase] = [0, ""];
  for (let round = 0; round < count2; round += 1) {
    bench.progress(`stages: round ${round + 1} of ${count2}`);
    for (const { side: side2, rounds: rounds2 } of round % 2 === 0 ? gathered : gathered.toReversed()) {
      signal.throwIfAborted();
      if (side2 !== head && lostBase !== "") continue;
      try {
        const recording = await side2.record(source, roundMs);
        rounds2.add(recording);
        if (side2 !== head) continue;
        assertMeasured(recording.summary);
        lostSpans = recording.lostSpans;
      } catch (error) {
        if (!(error instanceof PairUnavailable)) throw error;
        lostBase = error.message;
      }
    }
  }
  if (lostSpans > 0) bench.note(`${counted(lostSpans, "span")} got lost: the times of stages are those of the others.`);
  const [ours, theirs] = gathered;
  const held3 = lostBase === "" ? base : { unavailable: lostBase };
  return { source, head: ours.rounds.side(), base: baseOf(held3, theirs?.rounds), lostSpans };
}
function baseOf(base, rounds2) {
  if ("unavailable" in base) return { unavailable: base.unavailable };
  if (rounds2 === void 0 || rounds2.silent()) return { unavailable: "the base doesn’t tell its stages that way" };
  return { sha: base.sha, ...rounds2.side() };
}
function judge10(current, stored, { maxStageIncrease }, context) {
  const { head, source } = current;
  const { against, holding } = heldAgainst2(current, stored, context);
  const findings = against === null ? [] : stageFindings(head, against, holding, maxStageIncrease);
  const over = findings.filter(({ outcome }) => outcome === "fail");
  const slower2 = over.map(
    ({ metric, before, after }) => `${metric} ${changeText((after ?? 0) - (before ?? 0), before ?? 0)}`
  );
  return {
    outcome: over.length > 0 ? "fail" : "pass",
    summary: over.length > 0 ? `More time a request: ${listed(slower2)}.` : `${spentText[source]}: ${shareText(head, stagesInSummary)}.`,
    findings,
    metrics: head.stages.map(({ name: name2, meanUs }) => ({
      id: `stages/${name2}`,
      title: name2,
      unit: "us/req",
      better: "lower",
      value: mean(meanUs)
    })),
    routes: [],
    stages: { source, rows: stageRows(findings, head, against) }
  };
}
var spentText = {
  "server-timing": "Time of a request",
  opentelemetry: "Time of a request",
  "cpu-profile": "CPU time of a request"
};
function heldAgainst2({ base, source }, stored, { compare, mismatches }) {
  if (!("unavailable" in base)) return { against: base, holding: { how: "paired" } };
  if (stored === null) return { against: null, holding: { how: "stored" } };
  if (stored.source !== source)
    return { against: null, holding: { how: "shown", because: "the baseline told its stages in another way" } };
  if (compare !== "stored") return { against: stored.head, holding: { how: "shown", because: base.unavailable } };
  return mismatches.length > 0 ? { against: stored.head, holding: { how: "shown", because: listed(mismatches) } } : { against: stored.head, holding: { how: "stored" } };
}

// src/checks/index.ts
var checks = [
  qps,
  heapLeak2,
  goroutineLeak,
  gc,
  capacity,
  protocols,
  stageTimes,
  prometheus,
  leakCoverage,
  unitTests,
  resilience
];

// src/config/engine.ts
import { resolve } from "node:path";
var engineNames = ["auto", "http2", "wrk", "vegeta", "wrk+vegeta", "k6"];
function routedEngine({ engine, traffic, vegetaAbove }) {
  if (engine === "auto") return traffic === null ? "autocannon" : "open";
  if (engine !== "wrk+vegeta") return engine;
  return traffic === null || staysBelow(traffic, vegetaAbove) ? "wrk" : "vegeta";
}
function staysBelow({ stages }, perSecond2) {
  return stages.length === 1 && stages.every((one) => "perSecond" in one && one.toPerSecond === void 0 && one.perSecond <= perSecond2);
}
function assertEngineFits({ engine, traffic, k6Script, streams }, fileName) {
  const refuse = (message, hint2) => {
    throw new LeakgateError("config", `${fileName}: ${message}.`, { hint: hint2 });
  };
  if ((engine === "http2" || engine === "wrk") && traffic !== null) {
    refuse(
      `engine: ${engine} sends as fast as it is answered, and can't keep to a rate or traffic`,
      "Leave those out, or write `engine: auto`."
    );
  }
  if (engine === "vegeta" && traffic === null) {
    refuse("engine: vegeta needs to know when requests start", "Write a rate such as `rate: 300`, or traffic.");
  }
  if (engine === "k6" && k6Script === void 0) {
    refuse("engine: k6 needs a script", "Name it: `k6-script: load/api.js`. It finds the service at `__ENV.BASE_URL`.");
  }
  if (engine === "k6" && traffic !== null) {
    refuse(
      "with engine: k6 the script says when requests start, and rate and traffic are not for it",
      "Leave them out, or plan scenarios in the script."
    );
  }
  if (engine !== "k6" && k6Script !== void 0)
    refuse(`k6-script is given, but engine is ${engine}`, "Write `engine: k6`.");
  if (engine !== "http2" && streams > 1) {
    refuse(
      `streams is ${streams}, but engine is ${engine}`,
      "Only `engine: http2` has several requests in flight on a connection."
    );
  }
}
function assertMakes(engine, { routes, auth, cookies }, fileName) {
  if (engine === "auto" || engine === "http2" || engine === "k6") return;
  const made = routes.some(({ template }) => template !== void 0);
  const what = made ? "placeholders that change" : auth === null ? "cookies" : "auth";
  if (!made && auth === null && !cookies) return;
  throw new LeakgateError(
    "config",
    `${fileName}: engine: ${engine} sends the same requests each time, and knows no ${what}.`,
    {
      hint: "Write `engine: auto` or `engine: http2`; with `engine: k6` the script does it."
    }
  );
}
function scriptAt(workingDirectory, given, fileName) {
  if (given === void 0) return void 0;
  const path = resolve(workingDirectory, given);
  if (isFile(path)) return path;
  throw new LeakgateError("config", `${fileName}: k6-script: got ${JSON.stringify(given)}, which isn't a file.`);
}

// src/config/auth.ts
var login = strictObject({
  method: _enum(methods).default("POST"),
  path: string().regex(/^\//, { error: "a path starts with /" }),
  headers: record(string(), string()).default({}),
  body: union([string(), record(string(), unknown())]).optional().describe("An object is sent as JSON. Write passwords as `${NAME}`."),
  bodyFile: string().optional(),
  token: string().regex(/^[^.\s]+(?:\.[^.\s]+)*$/, { error: "write names with dots between, such as data.access_token" }).optional().describe(
    "Where the token stands in the JSON answer, such as `data.access_token`. Otherwise `access_token` or `token`; without one, the cookies that it sets."
  )
});
var authSchema = strictObject({
  command: string().min(1).optional().describe("Shell command that prints the token. It finds the service’s address in `LEAKGATE_ORIGIN`."),
  login: login.optional().describe("Request to the service that is answered with the token."),
  header: string().regex(/^[\w!#$%&'*+.^`|~-]+$/, { error: "write the name of a header" }).default("Authorization").describe("The header that carries it."),
  scheme: string().default("Bearer").describe("What stands before the token; empty for nothing."),
  refresh: duration.optional().describe(
    "After how long it is renewed. Otherwise at four fifths of the time that the token itself or the answer tells."
  )
}).refine(({ command, login: asked }) => command === void 0 !== (asked === void 0), {
  error: "write either a command or a login"
});
function readAuth(given, where, files) {
  const { command, header, scheme, refresh, login: asked } = given;
  return {
    header: header.toLowerCase(),
    scheme,
    ...command !== void 0 && { command },
    ...asked !== void 0 && { login: readLogin(asked, `${where}.login`, files) },
    ...refresh !== void 0 && { refreshMs: refresh }
  };
}
function readLogin(given, where, files) {
  const { method, path, headers, body, bodyFile, token } = given;
  if (body !== void 0 && bodyFile !== void 0) throw invalid(where, "body and bodyFile", "one of the two");
  const text = typeof body === "string" || body === void 0 ? body : jsonText(body);
  const bytes = bodyFile === void 0 ? text && new TextEncoder().encode(text) : readBody(bodyFile, where, files);
  const json = typeof body === "object" || bodyFile?.endsWith(".json") === true;
  const parts = { method, path, headers, weight: 1, expectStatus: [], json, where };
  const request = makeRoute({ ...parts, body: bytes === "" ? void 0 : bytes }, files.sources);
  if (request.template !== void 0)
    throw invalid(where, path, "a login that is the same each time: only {{env NAME}} is filled in");
  return { request, tokenPath: token?.split(".") ?? null };
}

// src/config/deployed.ts
var deployedSettings = {
  target: string().optional().describe(
    "Address of a service that is deployed already, such as `http://127.0.0.1:8080`: nothing is built, and k6 sends the load."
  ),
  "pprof-url": string().optional().describe("With `target`: where that service serves `net/http/pprof`, for the leak checks."),
  "allow-remote": flag.default(false).describe("With `target`: whether it may be another machine than this one. Load can take a service down.")
};
var dnsLabel = string().regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, { error: "write small letters, digits and - (63 at most)" });
var clusterSchema = strictObject({
  namespace: dnsLabel.default("default").describe("Where the k6 operator may run the test."),
  parallelism: count.refine((pods) => pods <= 100, { error: "write at most 100" }).prefault(2).describe("How many pods share the `connections`; each needs one at least."),
  image: string().min(1).optional().describe("With k6, for the pods. Otherwise the operator’s own choice."),
  context: string().min(1).optional().describe("Of kubectl’s configuration. Otherwise its current one.")
});
function deployedOf(given, fileName) {
  const { target, cluster } = given;
  const refuse = refusing(fileName);
  if (target === void 0) {
    const alone = ["pprof-url", "cluster"].find((name2) => given[name2] !== void 0);
    if (alone !== void 0)
      throw refuse(`${alone} is of no use without target`, "Name the service: `target: http://127.0.0.1:8080`.");
    if (given["allow-remote"]) throw refuse("allow-remote is of no use without target", "Leave it out.");
    return null;
  }
  assertAlone(given, refuse);
  const { origin, pathname, search: search2 } = httpAddress("target", target, refuse);
  if (pathname !== "/" || search2 !== "") {
    throw refuse(
      `target: got ${JSON.stringify(target)}, which is more than scheme, host and port`,
      "Paths belong into `requests`."
    );
  }
  const pprof = given["pprof-url"] === void 0 ? void 0 : httpAddress("pprof-url", given["pprof-url"], refuse);
  assertAllowed("target", origin, given, refuse);
  if (pprof !== void 0) assertAllowed("pprof-url", pprof.origin, given, refuse);
  if (cluster !== void 0) assertSpread(cluster, origin, given.connections, refuse);
  return { origin, pprof: pprof?.href, cluster: cluster && clusterOf(cluster) };
}
var refusing = (fileName) => (message, hint2) => new LeakgateError("config", `${fileName}: ${message}.`, { hint: hint2 });
function assertAlone({ engine, streams, "k6-script": script, package: built, args, setup }, refuse) {
  const building = Object.entries({ package: built !== void 0, args: args.length > 0, setup: setup.length > 0 });
  const needless = building.find(([, there]) => there)?.[0];
  if (needless !== void 0) {
    throw refuse(
      `${needless} is for a service that Leakgate builds, and target names one that is deployed`,
      "Leave one of the two out."
    );
  }
  if (engine !== "auto" && engine !== "k6") {
    throw refuse(
      `engine: ${engine} can't load a target`,
      "A deployed service is loaded by k6: write `engine: k6`, or leave it out."
    );
  }
  if (streams > 1) {
    throw refuse(
      `streams is ${streams}, but k6 sends one request at a time on each connection`,
      "Leave it out, and raise connections."
    );
  }
  if (script !== void 0) {
    throw refuse(
      "k6-script is given beside target, for which Leakgate writes the script itself",
      "Leave it out, and write what it sends in `requests`."
    );
  }
}
function httpAddress(name2, given, refuse) {
  const url2 = URL.canParse(given) ? new URL(given) : void 0;
  if (url2 !== void 0 && url2.username + url2.password !== "") {
    throw refuse(`${name2} has a login in it`, "Write the address without; `auth` is for tokens.");
  }
  if (url2?.protocol === "http:" || url2?.protocol === "https:") return url2;
  throw refuse(
    `${name2}: got ${JSON.stringify(given)}, which is no address`,
    "Write one such as http://127.0.0.1:8080."
  );
}
function assertAllowed(name2, origin, { "allow-remote": allowed }, refuse) {
  if (allowed || isLoopback(origin)) return;
  throw refuse(
    `${name2}: ${new URL(origin).hostname} isn't this machine`,
    "Load can take a service down, for everybody who uses it. If it is yours to load, write `allow-remote: true`."
  );
}
function assertSpread({ parallelism }, origin, connections, refuse) {
  if (isLoopback(origin)) {
    throw refuse(
      `target: for the pods of a cluster ${new URL(origin).hostname} is each of them itself`,
      "Name the service as pods reach it: http://NAME.NAMESPACE.svc:PORT."
    );
  }
  if (connections < parallelism) {
    throw refuse(
      `${connections} connections can't be shared by ${parallelism} pods`,
      "Each pod needs one at least: raise connections, or lower cluster.parallelism."
    );
  }
}
function clusterOf({ namespace, parallelism, image, context }) {
  return { namespace, parallelism, ...image !== void 0 && { image }, ...context !== void 0 && { context } };
}
var fromOutside = ["qps", "prometheus", "unit-tests"];
var fromProfiles = ["heap-leak", "goroutine-leak"];
function checksFor({ pprof }, { wanted, named: named2, fileName }) {
  const can = pprof === void 0 ? fromOutside : [...fromOutside, ...fromProfiles];
  const refused = wanted.find((name2) => !can.includes(name2));
  if (refused === void 0 || !named2) return wanted.filter((name2) => can.includes(name2));
  const title = checks.find(({ name: name2 }) => name2 === refused)?.title ?? refused;
  if (fromProfiles.includes(refused)) {
    throw refusing(fileName)(
      `checks: ${refused} needs the profiles of the deployed service`,
      "Name where it serves net/http/pprof: `pprof-url: http://127.0.0.1:6060`."
    );
  }
  throw refusing(fileName)(
    `checks: ${refused} (${title}) needs a build of the service, and target names one that is deployed`,
    `A target has these: ${[...fromOutside, ...fromProfiles].join(", ")}.`
  );
}

// src/config/notify.ts
var address = union([literal(""), url({ protocol: /^https?$/, error: "write an address with http or https" })]);
var when = _enum(["change", "failure", "always"]).default("change").describe("`change`: when a branch or pull request turns red or green again. `failure`: after every red run.");
var chat = (type) => strictObject({ type: literal(type), url: address, when });
var notifySchema = discriminatedUnion("type", [
  chat("slack"),
  chat("teams"),
  chat("wecom"),
  strictObject({
    type: literal("json"),
    url: address,
    when,
    secret: string().default("").describe("Key of the HMAC-SHA256 in `X-Leakgate-Signature-256`.")
  })
]);
var pushgatewaySchema = strictObject({
  url: address,
  job: string().min(1).default("leakgate")
});
function notifySecrets(webhooks, pushgateway) {
  const addresses = [...webhooks, ...pushgateway === void 0 ? [] : [pushgateway]].flatMap(
    ({ url: url2 }) => partsOf(url2)
  );
  return [...addresses, ...webhooks.flatMap((hook) => "secret" in hook ? [hook.secret] : [])].filter(
    (text) => text.length >= 4
  );
}
function partsOf(url2) {
  if (url2 === "") return [];
  const { pathname, search: search2, password, username } = new URL(url2);
  const secret = `${pathname}${search2}`;
  return [url2, ...secret.length > 12 ? [secret] : [], password, ...password === "" ? [] : [username]];
}

// src/config/store-settings.ts
var postgres = kebabOptions({
  // Empty where a pull request from a fork gets no secret: then there is no baseline to be had, which isn't a mistake.
  url: string().regex(/^$|^postgres(ql)?:\/\//, { error: "write postgres://user@host/database" }).describe("Address of the database, best as `${NAME}`. `sslmode` is `verify-full` unless it is on this machine."),
  "ca-file": string().optional().describe("PEM file of the authority that signed the server’s certificate.")
});
var name = /^[\w.-]+(\/[\w.-]+)*$/;
var bucketSettings = {
  bucket: string().regex(/^[a-z0-9][\w.-]+$/i, { error: "write the name of a bucket" }),
  prefix: string().regex(name, { error: "write letters, digits and . _ - between slashes" }).optional().describe("What the names of all objects start with; `leakgate` otherwise."),
  endpoint: url({ protocol: /^https?$/, error: "write https://host" }).optional().describe("Address of a server other than Amazon’s."),
  region: string().optional().describe("Otherwise AWS_REGION, or us-east-1."),
  "path-style": flag.optional().describe("The bucket in the path instead of before the host’s name: `true` for an endpoint of your own.")
};
var s3 = kebabOptions(bucketSettings);
var archiveSchema = kebabOptions({
  ...bucketSettings,
  prefix: bucketSettings.prefix.describe("What the names of all objects start with; `leakgate-runs` otherwise."),
  "keep-days": count.refine((days) => days <= 36500, { error: "write 36500 days at most" }).prefault(90).describe("After how many days a run’s files are deleted there."),
  "public-url": url({ protocol: /^https?$/, error: "write an address that begins with https://" }).optional().describe(
    "Where browsers find the objects of the bucket. Comment, summary and messages then link the report there."
  )
});
var storeSettings = {
  postgres: postgres.optional(),
  s3: s3.optional()
};
var settings = object(storeSettings);
function storeSecrets({ postgres: database, s3: bucket, archive }, env) {
  const password = /^[^/]*\/\/[^/@:]*:(.*)@/.exec(database?.url ?? "")?.[1] ?? "";
  const keys = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"].map((key) => env[key] ?? "");
  return [
    ...password === "" ? [] : [database?.url ?? "", password, decoded(password)],
    ...bucket === void 0 && archive === void 0 ? [] : keys
  ].filter((secret) => secret.length >= 4);
}
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
var withoutPassword = (text) => text.replace(/(:\/\/[^:/@\s]*:)\S*@/g, "$1***@");

// src/config/traffic.ts
var mostTurns = 1e3;
var perSecond = number({ error: "write requests per second as a number" }).min(0).max(1e5);
var rateStage = strictObject({
  rate: perSecond.describe("Requests that start each second."),
  to: perSecond.optional().describe("The rate at the stage’s end, reached in a straight line."),
  for: duration
});
var burstStage = strictObject({
  burst: count.describe("Requests that start at once."),
  every: duration,
  for: duration
});
var curveStage = strictObject({
  curve: _enum(["sine", "triangle", "saw", "square"]).describe("How the rate goes from `rate` to `to` and back, again and again."),
  rate: perSecond,
  to: perSecond,
  every: duration.refine((ms3) => ms3 >= 100, { error: "a tenth of a second at least" }).describe("How long one turn takes."),
  for: duration
}).refine(({ every, for: whole }) => whole / every <= mostTurns, { error: `write at most ${mostTurns} turns` });
var trafficSchema = strictObject({
  spacing: _enum(["even", "poisson"]).default("even").describe("`even`: equal gaps. `poisson`: as independent users come, the same in every run."),
  stages: array(
    union([rateStage, burstStage, curveStage], {
      error: "write a stage as {rate, to, for}, {burst, every, for} or {curve, rate, to, every, for}"
    })
  ).min(1).max(1e3)
});
function scheduleMs({ stages }) {
  return stages.reduce((sum4, stage3) => sum4 + stage3.for, 0);
}
function toTraffic({ spacing, stages }) {
  return { spacing, stages: stages.flatMap(toStages) };
}
function toStages(stage3) {
  if ("burst" in stage3) return [{ burst: stage3.burst, everyMs: stage3.every, durationMs: stage3.for }];
  if ("curve" in stage3) return straightLines(stage3);
  return [
    {
      perSecond: stage3.rate,
      ...stage3.to !== void 0 && { toPerSecond: stage3.to },
      durationMs: stage3.for
    }
  ];
}
var sinePieces = 32;
var sineAt = (piece) => (1 - Math.cos(2 * Math.PI * piece / sinePieces)) / 2;
var turns = {
  sine: Array.from({ length: sinePieces }, (_, piece) => [1 / sinePieces, sineAt(piece), sineAt(piece + 1)]),
  triangle: [
    [0.5, 0, 1],
    [0.5, 1, 0]
  ],
  saw: [[1, 0, 1]],
  square: [
    [0.5, 0, 0],
    [0.5, 1, 1]
  ]
};
function straightLines({ curve, rate, to, every, for: whole }) {
  const at = (height) => rate + (to - rate) * height;
  const stages = [];
  for (let leftMs = whole; leftMs > 0; ) {
    for (const [share2, from, until] of turns[curve]) {
      const durationMs = Math.min(share2 * every, leftMs);
      const drawn = durationMs / (share2 * every);
      if (durationMs > 0)
        stages.push({ perSecond: at(from), toPerSecond: at(from + (until - from) * drawn), durationMs });
      leftMs -= durationMs;
    }
  }
  return stages;
}

// src/config/schema.ts
var checkNames = checks.map((check) => check.name);
var standardChecks = checks.filter((check) => !("onRequest" in check && check.onRequest)).map((check) => check.name);
var list = (value) => typeof value === "string" ? value.split(/[\s,]+/).filter((word) => word !== "") : value;
var sharedSettings = {
  package: string().optional().describe(
    "The main package to build: a folder such as `./cmd/api`, or an import path. Needed only when there are several."
  ),
  ...deployedSettings,
  requests: requestsSchema.default("GET /").describe(
    "What to send: one `METHOD /path [@body-file] [-> status]` a line, or the name of a file that holds them."
  ),
  rate: union(
    [
      number(),
      string().regex(/^\d+(?:\.\d+)?$/).transform(Number)
    ],
    {
      error: "write requests per second as a number"
    }
  ).refine((rate) => rate > 0 && rate <= 1e5, { error: "write a rate above 0 and up to 100000" }).optional().describe(
    "How many requests start each second, whatever the service answers (an open loop); latency then counts from the intended start. Otherwise each connection sends as soon as it is answered."
  ),
  engine: _enum(engineNames).default("auto").describe(
    "What sends the load. `auto` needs nothing; `http2` speaks HTTP/2; `wrk`, `vegeta` and `k6` are programs on the PATH, and `wrk+vegeta` takes the second where a rate or a schedule is asked for."
  ),
  connections: count.prefault(4).describe("How many keep-alive connections send requests at the same time."),
  checks: preprocess(list, array(_enum(checkNames)).min(1)).default(standardChecks).describe(
    "Which checks to run, separated by commas. `gc` (collections beside a load of 5 s), `capacity` (the highest rate that holds a latency), `protocols` (HTTP/1.1 beside HTTP/2), `stages` (where the time of a request goes), `prometheus` (figures of other systems), `leak-coverage` (which lines that can leak the load ran), `unit-tests` (goroutines that `go test` leaves behind) and `resilience` (limits and breakers while a dependency fails) run only when named."
  ),
  compare: _enum(["auto", "stored", "paired"]).default("auto").describe(
    "How speed is compared. `auto` and `paired` rebuild the baseline’s commit and measure both side by side; `auto` falls back to showing the stored figures, `stored` gates on them."
  ),
  "leak-requests": count.prefault(1009).describe("Requests of the first of three leak rounds; the others are two and four times as large."),
  "leak-budget": duration.prefault("60s").describe("How long the leak rounds may take. A slow service gets smaller rounds."),
  "fail-on": _enum(["any", "regression", "leak", "never"]).default("any").describe("What turns the run red: any finding, only slow-downs and costs, only leaks, or nothing."),
  "known-leaks": _enum(["fail", "record"]).default("fail").describe(
    "What a leak does when no baseline knows it yet: `fail`, or `record` it so that only new ones fail from then on."
  ),
  "baseline-branch": string().optional().describe(
    "The branch whose baseline to compare with. Otherwise the base of the pull request, or the pushed branch itself."
  ),
  "baseline-store": _enum(["auto", "git-ref", "file", "artifact", "cache", "postgres", "s3"]).default("auto").describe(
    "Where baselines are kept. `auto`: a git ref on GitHub, the folder `.leakgate` elsewhere. `artifact` and `cache` work in the action only; `postgres` and `s3` need their addresses in the config file."
  ),
  comment: _enum(["auto", "always", "never"]).default("auto").describe(
    "The pull-request comment: `auto` keeps one on each pull request, `always` also comments after a push to its branch, `never` posts none."
  ),
  "comment-key": string().regex(/^[\w./-]{1,80}$/, { error: "write letters, digits and . _ / - (80 at most)" }).optional().describe("Names this service apart when a repository gates several. Otherwise the main package’s path."),
  lang: _enum(["en", "zh-CN"]).default("en").describe(
    "The language of comment, summary, annotations, pages and terminal: `en`, or `zh-CN` for 简体中文. Results, outputs and logs stay English."
  ),
  "retention-days": count.optional().describe(
    "How many days the artifact with the report and the profiles is kept. Otherwise as the repository is set up."
  )
};
var allowance = strictObject({
  site: string().min(1).describe(
    "What may exceed its limit: a function, a `file:line`, what keeps the memory alive (`main.cache`), or a gate such as `heap-leak/mallocs`."
  ),
  reason: string().min(1).describe("Why it is accepted."),
  owner: string().min(1).describe("Who looks after it."),
  until: iso_exports.date({ error: "write a day such as 2027-03-31" }).describe("The last day on which it is accepted; afterwards it fails, also when the baseline knows it.")
});
var production = strictObject({
  "requests-per-second": amount.optional().describe("How many requests the service answers there."),
  "memory-limit": byteSize.optional().describe("How much memory its container may use. Otherwise the limit of the container that Leakgate runs in."),
  "price-per-core-hour": amount.optional().describe("What an hour of one CPU core costs."),
  currency: string().min(1).max(8).default("USD").describe("Of that price.")
});
var fileSettings = {
  $schema: string().optional(),
  args: array(string()).default([]).describe("Arguments of the service; `{port}`, `{dir}`, `{side}` and `{dependency}` are replaced."),
  env: record(string(), union([string(), number(), boolean()]).transform(String)).default({}).describe(
    "Environment of the service; the same placeholders are replaced, and `${NAME}` by the environment’s value."
  ),
  setup: array(string()).default([]).describe("Shell commands to run in the working directory before the service starts."),
  "setup-timeout": duration.prefault("10m").describe("How long each of them may take."),
  ready: strictObject({
    path: string().regex(/^\//, { error: "a path starts with /" }).optional().describe("Path that answers 2xx or 3xx once the service is ready."),
    timeout: duration.prefault("30s").describe("How long the service may take to become ready.")
  }).prefault({}),
  traffic: trafficSchema.optional().describe("A schedule of rates, ramps and bursts instead of one `rate`; it also says how long the load takes."),
  tls: flag.default(false).describe("Does the service speak TLS? Its certificate is taken as it is, since it runs on this machine."),
  streams: count.refine((streams) => streams <= 250, { error: "write at most 250: services in Go take no more on a connection" }).prefault(1).describe("With `engine: http2`, how many requests are in flight on each connection."),
  "vegeta-above": amount.prefault(0).describe("With `engine: wrk+vegeta`, rates up to this are left to wrk, which then shows what the service can do."),
  "k6-script": string().optional().describe("With `engine: k6`, the script. It finds the service at `__ENV.BASE_URL`."),
  cluster: clusterSchema.optional().describe(
    "With `target`: the Kubernetes cluster whose k6 operator sends the load from several pods, by `kubectl`. Otherwise k6 runs on this machine."
  ),
  headers: record(string(), string()).default({}).describe(
    "Headers of every request that doesn’t set them itself; placeholders such as `{{traceparent}}` are filled in."
  ),
  feeders: record(
    string().regex(/^[A-Za-z_][\w-]*$/, { error: "a feeder’s name has letters, digits, _ and -" }),
    string()
  ).default({}).describe(
    "Files of values for requests, by name: `.csv` with a line of column names, or `.jsonl`. `{{name.column}}` takes one row after the other."
  ),
  auth: authSchema.optional().describe(
    "A token or session for all requests: from a command, or from a login to the service. Renewed before it expires and after a 401."
  ),
  cookies: boolean().default(false).describe("Each connection sends back the cookies that it was given, as a browser does."),
  "leak-keys": _enum(["replay", "fresh"]).default("replay").describe(
    "What placeholders give in the leak rounds: `replay` the same finite set of values over and over, or `fresh` ones each time, to see what is kept for every new key."
  ),
  "request-timeout": duration.prefault("10s").describe("After how long a request without an answer counts as failed."),
  build: strictObject({
    flags: array(string()).default([]).describe("Further flags for `go build`, such as `-tags=integration`."),
    overlay: string().optional().describe("An overlay file of your own, merged with Leakgate’s.")
  }).default({ flags: [] }),
  allow: array(allowance).default([]).describe("Findings that are accepted for a while: shown as warnings, each with its reason and owner."),
  gates: record(string(), _enum(["worse", "both", "off"])).default({}).describe(
    "For a figure such as `qps/p99`, what fails beyond its limit: changes for the `worse` (all figures that aren’t named), in `both` directions, or none (`off`)."
  ),
  production: production.prefault({}).describe("What the service meets in production, to tell costs a month and when memory ends."),
  ...storeSettings,
  archive: archiveSchema.optional().describe("An S3 bucket that gets the report, the profiles and the other files of each run."),
  notify: array(notifySchema).default([]).describe("Webhooks that are told of a verdict. An address is a secret: write `${NAME}`."),
  pushgateway: pushgatewaySchema.optional().describe("A Prometheus Pushgateway that gets the figures of each run.")
};
var checkSettings = Object.fromEntries(checks.map((check) => [check.name, check.options.optional()]));
var configSchema = strictObject({ ...sharedSettings, ...fileSettings, ...checkSettings });
function optionShape(check) {
  const schema = check.options;
  const inner = schema instanceof ZodPipe ? schema.in : schema;
  return inner instanceof ZodObject ? inner.shape : {};
}
function textOptions(check) {
  return Object.entries(optionShape(check)).filter(([, schema]) => !isStructured(schema));
}
function isStructured(schema) {
  if (schema instanceof ZodObject || schema instanceof ZodArray) return true;
  const wrapped = schema instanceof ZodOptional || schema instanceof ZodDefault || schema instanceof ZodPrefault;
  return wrapped && isStructured(schema.def.innerType);
}
var optionOwners = new Map(
  checks.flatMap((check) => Object.keys(optionShape(check)).map((option) => [option, check.name]))
);

// src/config/explain.ts
function explain(error, { tree, fileName, inputs }) {
  const issue = error.issues.find(({ code }) => code === "unrecognized_keys") ?? error.issues[0];
  if (issue === void 0) return new LeakgateError("config", `${fileName} isn't valid.`, { cause: error });
  const key = issue.path.map(String).join(".");
  const input = [issue.path.at(-1), issue.path[0]].map(String).find((name2) => name2 in inputs);
  const where = input === void 0 ? `${fileName}: ${key}` : `input ${input}`;
  if (issue.code === "unrecognized_keys") return unknownKey(issue.keys[0] ?? "", issue.path, fileName, inputs);
  const value = writtenAt(tree, issue.path) ?? issue.input;
  const given = value === void 0 ? "is missing" : `got ${withoutPassword(JSON.stringify(value) ?? "").slice(0, 200)}`;
  return new LeakgateError("config", `${where}: ${given}; ${allowedText(issue)}.`, { cause: error });
}
function writtenAt(tree, path) {
  return path.reduce(
    (at, step2) => typeof at === "object" && at !== null ? at[step2] : void 0,
    tree
  );
}
function unknownKey(key, path, fileName, inputs) {
  const parent = path.map(String).join(".");
  const keys = settingsAt(path);
  const allowed = `Allowed${parent === "" ? "" : ` under ${parent}`}: ${keys.join(", ")}.`;
  const hint2 = misplaced(key, parent) ?? (keys.length === 0 ? void 0 : allowed);
  const where = key in inputs ? `input ${key}` : `${fileName}: ${parent === "" ? key : `${parent}.${key}`}`;
  return new LeakgateError("config", `${where} isn't a setting.`, hint2 === void 0 ? {} : { hint: hint2 });
}
function misplaced(key, parent) {
  const owner = optionOwners.get(key);
  if (owner !== void 0 && owner !== parent) return `${key} belongs under ${owner}: in a config file.`;
  return parent !== "" && key in configSchema.shape ? `${key} stands at the top of a config file.` : void 0;
}
var schemaNode = object({
  properties: record(string(), unknown()).optional(),
  items: unknown().optional(),
  anyOf: array(unknown()).optional()
});
function settingsAt(path) {
  const root = toJSONSchema(configSchema, { io: "input" });
  const found = path.reduce((nodes, step2) => nodes.flatMap((node) => below(node, step2)), [root]);
  const names = found.flatMap(alternatives).flatMap(({ properties }) => Object.keys(properties ?? {}));
  return [...new Set(names)].filter((name2) => name2 !== "$schema");
}
var below = (node, step2) => alternatives(node).flatMap(
  ({ properties, items }) => typeof step2 === "number" ? [items] : [properties?.[String(step2)]]
);
function alternatives(node) {
  const parsed = schemaNode.safeParse(node);
  return parsed.success ? [parsed.data, ...(parsed.data.anyOf ?? []).flatMap(alternatives)] : [];
}

export {
  failedRequests,
  countGroups,
  growsSteadily,
  probingRequests,
  allowedAllocs,
  allowedBytes,
  heapMeasurement,
  hodgesLehmann,
  logLimit,
  relativeChange,
  speedGates,
  gateEffects,
  qpsMeasurement,
  measurePair,
  checks,
  routedEngine,
  assertEngineFits,
  assertMakes,
  scriptAt,
  readAuth,
  deployedOf,
  checksFor,
  notifySecrets,
  storeSettings,
  storeSecrets,
  trafficSchema,
  scheduleMs,
  toTraffic,
  sharedSettings,
  configSchema,
  textOptions,
  optionOwners,
  explain
};
