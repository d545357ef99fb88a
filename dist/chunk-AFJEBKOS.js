import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileURLToPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);
const __dirname = __fileURLToPath(new URL('.', import.meta.url));
import {
  isLargeSite,
  isRuntimeOwned,
  isStandard,
  planOf,
  unitTestOptions
} from "./chunk-7VVFCVTT.js";
import {
  _enum,
  array,
  boolean,
  number,
  object,
  string
} from "./chunk-UWNBQVMY.js";

// src/checks/check.ts
var PairUnavailable = class extends Error {
  name = "PairUnavailable";
};
function defineCheck(check) {
  return check;
}

// src/checks/goroutine-patterns.ts
var patterns = {
  body: {
    usually: "an HTTP response whose body is never closed",
    cure: "Close it on every path: `defer resp.Body.Close()` right after the error check."
  },
  transport: {
    usually: "an HTTP client or transport made for each request, whose idle connections stay open",
    cure: "Share one `http.Client`, and call `CloseIdleConnections` on one that is given up."
  },
  grpc: {
    usually: "a gRPC connection that is dialled again and again and never closed",
    cure: "Dial once and share it, or `defer conn.Close()`."
  },
  errgroup: {
    usually: "an errgroup with a function that never returns",
    cure: "Give its functions the context of `errgroup.WithContext`, and return when that ends."
  },
  semaphore: {
    usually: "a semaphore that its holder never releases",
    cure: "Put `defer sem.Release(n)` right after `Acquire`, and acquire with the context of the request."
  },
  singleflight: {
    usually: "a call shared by `singleflight` that never returns",
    cure: "Give the call a deadline of its own, or wait for `DoChan` in a `select` with `<-ctx.Done()`."
  },
  pipe: {
    usually: "an `io.Pipe` whose other end is never closed",
    cure: "Close both ends on every path, with `CloseWithError` where one side gives up."
  },
  rows: {
    usually: "database rows or a transaction that are never closed",
    cure: "Add `defer rows.Close()`, and commit or roll back on every path."
  },
  command: {
    usually: "a child process that nobody waits for",
    cure: "Call `cmd.Wait()`, and give the command a context so that it ends."
  },
  nilChannel: {
    usually: "a channel variable that was never made",
    cure: "Assign it with `make(chan …)` before the goroutine starts."
  },
  forever: {
    usually: "an empty `select {}`, which blocks for ever",
    cure: "Wait for a context or a quit channel instead."
  },
  lock: {
    usually: "a lock that is never released, or that its holder asks for again",
    cure: "Put `defer mu.Unlock()` right after `mu.Lock()`, and take locks in one order."
  },
  waitGroup: {
    usually: "a WaitGroup whose `Done` is missed on some path",
    cure: "Begin each goroutine with `defer wg.Done()`, and call `Add` before it starts."
  },
  cond: {
    usually: "a condition that nobody signals",
    cure: "Signal after each change of the state, or use a channel with a context."
  },
  send: {
    usually: "a send whose receiver has gone away",
    cure: "Give the channel room for the value (`make(chan T, 1)`), or send in a `select` with `<-ctx.Done()`."
  },
  cancel: {
    usually: "a context that nobody cancels",
    cure: "Call its cancel function on every path: `defer cancel()`."
  },
  timeAfter: {
    usually: "a loop around `time.After` that has no way out",
    cure: "Add `case <-ctx.Done(): return`, and use one `time.Ticker` instead of a new timer for each turn."
  },
  ticker: {
    usually: "a ticker loop that has no way out",
    cure: "Add `case <-ctx.Done(): return` and `defer ticker.Stop()`."
  },
  range: {
    usually: "a loop over a channel that is never closed",
    cure: "Let the sender `close` the channel when it is done."
  },
  receive: {
    usually: "a receive from a channel that nobody sends to or closes",
    cure: "Close the channel, or receive in a `select` with `<-ctx.Done()`."
  },
  select: {
    usually: "a `select` none of whose cases becomes ready",
    cure: "Add `case <-ctx.Done(): return` with a context that ends with the request."
  },
  sleep: {
    usually: "a loop around `time.Sleep` that has no way out",
    cure: "Wait for a timer in a `select` with `<-ctx.Done()`."
  },
  io: {
    usually: "a connection, pipe or file that is never closed",
    cure: "Close it when the work ends, and set a deadline."
  }
};
var patternPages = {
  body: "unclosed-body",
  transport: "transport-per-request",
  grpc: "unclosed-grpc",
  errgroup: "stuck-errgroup",
  semaphore: "unreleased-semaphore",
  singleflight: "stuck-singleflight",
  pipe: "half-closed-pipe",
  rows: "unclosed-rows",
  command: "unwaited-command",
  nilChannel: "nil-channel",
  forever: "empty-select",
  lock: "held-lock",
  waitGroup: "missed-done",
  cond: "unsignalled-cond",
  send: "blocked-send",
  cancel: "lost-cancel",
  timeAfter: "time-after-loop",
  ticker: "ticker-loop",
  range: "unclosed-channel",
  receive: "blocked-receive",
  select: "stuck-select",
  sleep: "sleep-loop",
  io: "unclosed-connection"
};
var patternFacts = (name) => [
  { label: "usually", text: patterns[name].usually, page: patternPages[name] },
  { label: "usual cure", text: patterns[name].cure }
];
var unrecognised = (text) => [{ label: "usually", text }];
var unrecognisedWait = unrecognised(
  "Leakgate doesn’t recognise the pattern; the stack tells what it waits for."
);
function patternOf(waiting, waitsAt, source) {
  const code = waitsAt?.own === true ? statementAt(waitsAt, source) : "";
  return byLibrary(waiting) ?? byWait(waiting.state, waiting.stack) ?? byCode(waiting.state, code);
}
function byLibrary({ state, stack, createdBy }) {
  const named = (part2) => (createdBy === null ? stack : [...stack, createdBy]).some((frame2) => part2.test(frame2.function));
  if (state === "IO wait" && named(/^net\/http\.\(\*persistConn\)\.readLoop/)) return "transport";
  if (named(/^net\/http\.\(\*persistConn\)\.|^net\/http\.\(\*http2clientStream\)\./)) return "body";
  if (named(/^database\/sql\.\(\*(?:Rows|Tx)\)\.awaitDone/)) return "rows";
  if (named(/^os\/exec\.\(\*Cmd\)\./)) return "command";
  if (named(/^google\.golang\.org\/grpc[./]/)) return "grpc";
  if (named(/^golang\.org\/x\/sync\/singleflight\.\(\*Group\)\.Do$/)) return "singleflight";
  if (named(/^golang\.org\/x\/sync\/semaphore\.\(\*Weighted\)\.Acquire$/)) return "semaphore";
  if (stack.some(isErrgroup)) return "errgroup";
  if (named(/^io\.\(\*pipe\)\.(?:read|write)$/)) return "pipe";
  if (createdBy?.function.startsWith("context.(*cancelCtx).propagateCancel") === true) return "cancel";
  return null;
}
var isErrgroup = ({ function: name }) => /^golang\.org\/x\/sync\/errgroup\.\(\*Group\)\.(?:Wait|Go)$/.test(name);
function byWait(state, stack) {
  const calls = (name) => stack.some((frame2) => name.test(frame2.function));
  if (state.includes("nil chan")) return "nilChannel";
  if (state === "select (no cases)") return "forever";
  if (calls(/^sync\.\(\*(?:RW)?Mutex\)\./)) return "lock";
  if (calls(/^sync\.\(\*WaitGroup\)\.Wait$/)) return "waitGroup";
  if (calls(/^sync\.\(\*Cond\)\.Wait$/)) return "cond";
  if (state === "chan send") return "send";
  if (state === "sleep") return "sleep";
  if (state === "IO wait" || state === "syscall") return "io";
  return null;
}
function byCode(state, code) {
  if (state !== "chan receive" && state !== "select") return null;
  if (/\btime\.After\(/.test(code)) return "timeAfter";
  if (/\.C\b|\btime\.Tick\(/.test(code)) return "ticker";
  if (/\.Done\(\)/.test(code)) return "cancel";
  if (/\brange\b/.test(code)) return "range";
  return state === "select" ? "select" : "receive";
}
var longestStatement = 20;
function statementAt(frame2, source) {
  const first = source(frame2.file, frame2.line) ?? "";
  if (!/\bselect\s*\{\s*$/.test(first)) return first;
  const lines = [first];
  const closing = `${/^\s*/.exec(first)?.[0] ?? ""}}`;
  for (let line = frame2.line + 1; line < frame2.line + longestStatement; line++) {
    const text = source(frame2.file, line);
    if (text === void 0 || text.trimEnd() === closing) break;
    lines.push(text);
  }
  return lines.join("\n");
}

// src/group-by.ts
function groupBy(items, keyOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === void 0) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

// src/checks/wording.ts
var grouped = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 21 });
function percent(share) {
  return `${decimal(share * 100)} %`;
}
function signedPercent(share) {
  return `${sign(share)}${decimal(Math.abs(share) * 100)} %`;
}
function percentRange([low, high]) {
  return `${signedPercent(low).slice(0, -2)} to ${signedPercent(high)}`;
}
function amountText(value) {
  const shown = Math.abs(value) < 1e3 ? Number(value.toPrecision(3)) : Math.round(value);
  return grouped.format(shown);
}
function counted(n, noun) {
  return `${amountText(n)} ${noun}${n === 1 ? "" : "s"}`;
}
function listed(words) {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
function sign(share) {
  if (decimal(Math.abs(share) * 100) === "0.0") return "±";
  return share < 0 ? "−" : "+";
}
function decimal(value) {
  return value.toFixed(1).replace("-", "−");
}

// src/checks/known-leaks.ts
var worsening = 1.5;
var unknownBefore = {
  fail: { outcome: "fail", known: "" },
  record: { outcome: "warn", known: "Recorded as known: once this run is the baseline, only new leaks fail." },
  unknown: { outcome: "inconclusive", known: "The baseline couldn’t be read: nobody knows whether this leak is new." }
};
function gradeLeak({ rate, before, unit }, context) {
  if (before === null) return unknownBefore[context.knownLeaks];
  if (before === 0) return { outcome: "fail", known: "The baseline doesn’t leak here." };
  const was = `${amountText(before)} ${unit}`;
  return rate > worsening * before ? { outcome: "fail", known: `The baseline leaks here too, but only ${was}.` } : { outcome: "warn", known: `Known: the baseline leaks here too, ${was}.` };
}

// src/checks/unit-test-findings.ts
function testLeakFindings({ leaks, failOnLeak }, baseline, context) {
  return leaks.map((leak2) => {
    const known = baseline?.leaks.find(({ id }) => id === leak2.id);
    const before = baseline === null ? null : known?.goroutines ?? 0;
    const grade = gradeLeak({ rate: leak2.goroutines, before, unit: "goroutines" }, context);
    const spared = !failOnLeak && grade.outcome === "fail";
    const policy = spared ? "Not gating: GOLEAK_FAIL_ON_LEAK is 0." : "";
    return {
      id: `unit-tests/${leak2.id}`,
      kind: "leak",
      metric: "Goroutines left by unit tests",
      unit: "goroutines",
      before,
      after: leak2.goroutines,
      delta: before === null ? null : leak2.goroutines - before,
      interval: null,
      threshold: { value: 0, of: "absolute" },
      outcome: spared ? "warn" : grade.outcome,
      reason: [sentence(leak2), evidence(leak2), grade.known, policy].filter((text) => text !== "").join(" "),
      site: leak2.site,
      facts: facts(leak2),
      ...flowsOf(leak2)
    };
  });
}
var sentence = ({ goroutines, tests }) => `${counted(goroutines, "goroutine")} started here ${goroutines === 1 ? "was" : "were"} still there when the tests of ${counted(new Set(tests.map((one) => one.package)).size, "package")} had ended.`;
var evidence = ({ proven, goroutines }) => {
  const [they, them] = goroutines === 1 ? ["It", "it"] : ["They", "them"];
  return proven ? `Proven: the garbage collector finds nothing that could wake ${them}.` : `${they} didn’t end in the time that was given; what takes longer would look the same.`;
};
function facts(leak2) {
  return [
    ...groupBy(leak2.tests, (one) => one.package).map((same) => ({ label: "left by", text: whoLeft(same) })),
    ...aloneFacts(leak2),
    ...leak2.waitsAt === null ? [] : [waitFact(leak2.state, leak2.waitsAt)],
    ...leak2.pattern === null ? unrecognisedWait : patternFacts(leak2.pattern)
  ];
}
var mostNamed = 8;
function whoLeft(same) {
  const names = same.flatMap(
    ({ test, goroutines }) => test === null ? [] : [goroutines > 1 ? `${test} (${goroutines})` : test]
  );
  const more = names.length > mostNamed ? [`${names.length - mostNamed} more tests`] : [];
  const told = listed([...names.slice(0, mostNamed), ...more]);
  return `${told === "" ? "a test that nothing tells" : told} in ${same[0].package}`;
}
function aloneFacts({ tests }) {
  const again = tests.filter(({ alone }) => alone === true).length;
  const not = tests.flatMap(({ alone, test }) => alone === false && test !== null ? [test] : []);
  if (again === 0 && not.length === 0) return [];
  if (not.length === 0) return [{ label: "run alone", text: tests.length === 1 ? "leaks too" : "each leaks too" }];
  return [
    { label: "run alone", text: `${listed(not.slice(0, mostNamed))} left nothing: it takes the other tests too` }
  ];
}
function waitFact(state, { function: name, file, line, source, stack }) {
  const own = stack.some((frame2) => frame2.own && frame2.file === file && frame2.line === line);
  return {
    label: "waits in",
    text: source === void 0 ? state : `${state}: ${source}`,
    frame: { function: name, file, line, own }
  };
}
function flowsOf({ waitsAt, state }) {
  const calls = (waitsAt?.stack ?? []).toReversed().map((frame2) => ({ text: frame2.function, frame: frame2 }));
  return calls.length === 0 ? {} : { flows: [{ title: `Waits in (${state})`, steps: calls }] };
}
function failureFindings(failed) {
  return failed.map((one) => ({
    id: `unit-tests/failed/${one.package}/${one.test}`,
    kind: "errors",
    metric: one.test === "" ? `Tests of ${one.package}` : `${one.test} of ${one.package}`,
    unit: "count",
    before: null,
    after: 1,
    delta: null,
    interval: null,
    threshold: { value: 0, of: "absolute" },
    outcome: "fail",
    reason: saidBy(one.output)
  }));
}
function saidBy(output) {
  const lines = output.split("\n").map((line) => line.trim()).filter((line) => line !== "" && !/^(?:===|---|PASS$|FAIL|#|exit status|ok\s)/.test(line));
  return (lines.find((line) => /^panic:|\.go:\d+/.test(line)) ?? lines[0] ?? "It failed without a word.").slice(0, 300);
}

// src/pprof/site.ts
var reportedFrames = 24;
function pointedFrame(stack) {
  const serve = stack.findIndex((frame2) => frame2.function === "net/http.(*Server).Serve");
  const candidates = serve === -1 ? stack : stack.slice(0, serve);
  return candidates.find((frame2) => frame2.own) ?? candidates.find((frame2) => !isStandard(frame2)) ?? stack[0];
}
function siteAt(frame2, stack, source) {
  const text = frame2.own ? source(frame2.file, frame2.line)?.trim() : void 0;
  return {
    function: frame2.function,
    file: frame2.file,
    line: frame2.line,
    ...text !== void 0 && text !== "" && { source: text },
    stack: stack.slice(0, reportedFrames)
  };
}
function siteId(site) {
  return `${site.function}/${site.source ?? `${site.file}:${site.line}`}`;
}

// src/checks/heap-sites.ts
var lineKey = (frame2) => `${frame2.function}:${frame2.file}:${frame2.line}`;
function heapLines(looks) {
  const lines = /* @__PURE__ */ new Map();
  for (const [index, look] of looks.entries()) {
    for (const site of look) {
      const frame2 = pointedFrame(site.stack);
      if (frame2 === void 0 || isRuntimeOwned(site.stack)) continue;
      const key = lineKey(frame2);
      const line = lines.get(key) ?? { frame: frame2, looks: looks.map(() => /* @__PURE__ */ new Map()) };
      lines.set(key, line);
      line.looks[index].set(site.key, site);
    }
  }
  return lines;
}
var amounts = (line, amount) => line.looks.map((look) => [...look.values()].reduce((sum3, site) => sum3 + site[amount], 0));
var errorBytes = (line) => line.looks.map((look) => Math.hypot(...[...look.values()].map((site) => site.errorBytes)));
function heaviestStack(line) {
  const first = line.looks[0];
  const growth2 = (site) => site.liveBytes - (first.get(site.key)?.liveBytes ?? 0);
  const sites = [...line.looks.at(-1).values()].toSorted((a, b) => growth2(b) - growth2(a));
  return sites[0]?.stack ?? [line.frame];
}

// src/checks/goroutine-lines.ts
function goroutineLines(looks) {
  const lines = /* @__PURE__ */ new Map();
  for (const [index, { groups }] of looks.entries()) {
    for (const group of groups) {
      const entry = group.stack.at(-1) ?? group.createdBy;
      if (entry === null || entry === void 0) continue;
      const key = `${group.createdBy === null ? "" : lineKey(group.createdBy)} ${entry.function}`;
      const line = lines.get(key) ?? { key, createdBy: group.createdBy, entry, looks: looks.map(() => []) };
      lines.set(key, line);
      line.looks[index].push(group);
    }
  }
  return lines;
}
var counts = (line) => line.looks.map((groups) => sum(groups, "count"));
var provenCounts = (line) => line.looks.map((groups) => sum(groups, "proven"));
var sum = (groups, of) => groups.reduce((total2, group) => total2 + group[of], 0);
function growingGroup(line) {
  const first = new Map(line.looks[0].map((group) => [group.key, group.count]));
  const growth2 = (group) => group.count - (first.get(group.key) ?? 0);
  return line.looks.at(-1).toSorted((a, b) => growth2(b) - growth2(a))[0];
}

// src/checks/attribution.ts
var mostObjectsEach = 8;
var heldShare = 0.8;
function heldByGoroutines(line, leaking2) {
  const growing = siteGrowth(line);
  const all = growing.reduce((sum3, { bytes }) => sum3 + bytes, 0);
  if (isWaitRecords(growing, leaking2)) return leaking2[0];
  return leaking2.find((goroutines) => {
    const leaked = growth(counts(goroutines));
    const names = functionsOf(goroutines);
    const held = growing.filter(
      ({ site, objects }) => touches(site, names) && objects - 2 * samplingError(site) <= mostObjectsEach * leaked
    );
    return held.reduce((sum3, { bytes }) => sum3 + bytes, 0) >= heldShare * all;
  });
}
var waitRecordBytes = { least: 88, most: 120 };
function isWaitRecords(growing, leaking2) {
  const leaked = leaking2.reduce((sum3, goroutines) => sum3 + growth(counts(goroutines)), 0);
  const bytes = growing.reduce((sum3, site) => sum3 + site.bytes, 0);
  const objects = growing.reduce((sum3, site) => sum3 + site.objects, 0);
  const each = bytes / Math.max(1, objects);
  return each >= waitRecordBytes.least && each <= waitRecordBytes.most && objects <= leaked;
}
var touches = (site, names) => site.stack.some((frame2) => names.has(frame2.function));
function functionsOf({ createdBy, entry, looks }) {
  const own = looks.at(-1).flatMap(({ stack }) => stack.filter((frame2) => frame2.own));
  const closures = own.map((frame2) => frame2.function.replace(/\.(?:func|gowrap)?\d+$/, ""));
  return /* @__PURE__ */ new Set([...createdBy === null ? [] : [createdBy.function], entry.function, ...closures]);
}
var samplingError = ({ errorBytes: errorBytes2, liveBytes, liveObjects }) => liveBytes > 0 ? errorBytes2 * liveObjects / liveBytes : 0;
function ownerOf(goroutines, lines) {
  if (hasOwnFrame(goroutines)) return void 0;
  const library = packageFolder(goroutines.createdBy ?? goroutines.entry);
  const leaked = growth(counts(goroutines));
  const candidates = lines.filter(
    (line) => line.frame.own && siteGrowth(line).some(
      ({ site, objects }) => objects >= leaked / 2 && objects <= 2 * leaked && site.stack.some((frame2) => packageFolder(frame2) === library)
    )
  );
  return candidates.toSorted((a, b) => grown(b) - grown(a))[0];
}
var hasOwnFrame = ({ createdBy, looks }) => createdBy?.own === true || looks.at(-1).some((group) => group.stack.some((frame2) => frame2.own));
var packageFolder = (frame2) => frame2.file.slice(0, frame2.file.lastIndexOf("/"));
var growth = (values) => values.at(-1) - values[0];
var grown = (line) => siteGrowth(line).reduce((sum3, { bytes }) => sum3 + bytes, 0);
function siteGrowth(line) {
  const first = line.looks[0];
  return [...line.looks.at(-1).values()].flatMap((site) => {
    const before = first.get(site.key);
    const bytes = site.liveBytes - (before?.liveBytes ?? 0);
    return bytes > 0 ? [{ site, bytes, objects: site.liveObjects - (before?.liveObjects ?? 0) }] : [];
  });
}

// src/checks/leak-wording.ts
var byteUnits = ["B", "KiB", "MiB", "GiB"];
function bytesText(bytes) {
  const power = Math.min(byteUnits.length - 1, Math.max(0, Math.floor(Math.log2(Math.max(1, Math.abs(bytes))) / 10)));
  return `${amountText(bytes / 1024 ** power)} ${byteUnits[power]}`;
}
var secondsText = (ms) => `${amountText(Math.round(ms / 1e3))} s`;
function growthFact({ values, requests }, text) {
  return {
    label: "grew",
    text: `${values.map(text).join(" → ")} over ${requests.map(amountText).join(" + ")} requests`
  };
}
var routeFacts = ({ routes }) => routes.length === 0 ? [] : [{ label: "driven by", text: listed(routes) }];
var timeFacts = ({ growsWith: growsWith2 }) => growsWith2 === "time" ? [{ label: "grows with", text: "time: it goes on as fast without any request" }] : [];
function perRequestsText(perRequest2, noun, nouns = `${noun}s`) {
  const often = perRequest2 >= 0.95;
  const count = Number((often ? perRequest2 : 1e3 * perRequest2).toPrecision(3));
  return `${often ? "each request leaves" : "each 1,000 requests leave"} ${amountText(count)} ${count === 1 ? noun : nouns}`;
}
var capitalised = (sentence2) => sentence2.charAt(0).toUpperCase() + sentence2.slice(1);

// src/checks/retained-chains.ts
function keptBy(frame2, chains) {
  const chain = chains.find(({ sites }) => sites.some(({ file, line }) => file === frame2.file && line === frame2.line));
  if (chain === void 0) return null;
  return {
    root: chain.root,
    chain: chainText(chain),
    steps: stepsOf(chain),
    ...(chain.heldBy ?? []).length > 0 && { heldBy: chain.heldBy.slice(0, mostHolders) }
  };
}
var mostHolders = 5;
var waitingFunction = (root) => /^goroutine \[[^\]]*\] (.+)$/.exec(root)?.[1];
function heldFrom(functions, chains) {
  const chain = chains.find(({ root }) => functions.has(waitingFunction(root) ?? ""));
  return chain === void 0 ? void 0 : { chain: chainText(chain), steps: stepsOf(chain) };
}
function countedEach(functions, chains) {
  const theirs = chains.filter(({ root }) => functions.has(waitingFunction(root) ?? ""));
  const goroutines = theirs.reduce((sum3, { steps: steps2 }) => sum3 + steps2[0].objects, 0);
  if (goroutines <= 0) return null;
  const each = (of) => theirs.reduce((sum3, chain) => sum3 + of(chain), 0) / goroutines;
  return {
    heapBytes: each(({ retainedBytes }) => retainedBytes),
    stackBytes: each(({ stackBytes = 0 }) => stackBytes)
  };
}
var mostSteps = 24;
var stepsOf = ({ steps: steps2 }) => steps2.slice(0, mostSteps).map(({ text, frame: frame2 }) => ({ text, frame: frame2 }));
function chainText({ steps: steps2, retainedBytes, requests, exact = false }) {
  const isCounted = (text) => exact || text.startsWith("goroutine ");
  const last = steps2.at(-1);
  const each = last !== void 0 && last.objects > 1 && isCounted(last.text) ? [`${bytesText(last.retainedBytes / last.objects)} each`] : [];
  const rate = requests === void 0 ? [] : [`${bytesText(retainedBytes / Math.max(1, requests))} per request`];
  const way = steps2.map(
    ({ text, objects }) => isCounted(text) && objects > 1 ? `${text} ×${amountText(objects)}` : text
  );
  return [shortened(way).join(arrow), ...each, ...rate].join(", ");
}
var arrow = " → ";
var longestText = 220;
function shortened(way) {
  const [root = "", ...below] = way;
  let left = longestText - root.length;
  const fitting = below.toReversed().findIndex((step) => (left -= step.length + arrow.length) < 0);
  const kept = Math.max(1, fitting);
  return fitting === -1 || kept === below.length ? [...way] : [root, "…", ...below.slice(-kept)];
}

// src/checks/stages.ts
var looksOf = (stages) => stages.length === 0 ? [] : [stages[0].before, ...stages.map((stage) => stage.after)];
var decisive = (pass) => pass.more.length > 0 ? pass.more : pass.doses;
var restsAfter = (pass) => pass.more.length > 0 ? pass.rests.slice(1) : pass.rests;
function judgedLooks(pass) {
  const rest = restsAfter(pass).at(-1)?.after;
  return [...looksOf(pass.doses), ...looksOf(pass.more), ...rest === void 0 ? [] : [rest]];
}
function decisiveValues(pass, values) {
  const from = pass.more.length > 0 ? pass.doses.length + 1 : 0;
  return values.slice(from, from + decisive(pass).length + 1);
}
function ratePerRequest(pass, values) {
  const seen = decisiveValues(pass, values);
  return (seen.at(-1) - seen[0]) / Math.max(
    1,
    decisive(pass).reduce((sum3, { requests }) => sum3 + requests, 0)
  );
}
var elapsedMs = (stages) => stages.at(-1).after.elapsedMs - stages[0].before.elapsedMs;
function growsWith(pass, values) {
  const rests = restsAfter(pass);
  if (rests.length === 0) return "requests";
  const seen = decisiveValues(pass, values);
  const loaded = (seen.at(-1) - seen[0]) / Math.max(1, elapsedMs(decisive(pass)));
  const resting = (values.at(-1) - seen.at(-1)) / Math.max(1, elapsedMs(rests));
  return resting >= loaded / 2 ? "time" : "requests";
}
function drivers(pass, measure2) {
  const rates = pass.routes.map((stage) => {
    const [before = 0, after = 0] = measure2([stage.before, stage.after]);
    return { stage, rate: (after - before) / stage.requests };
  });
  const strongest = Math.max(0, ...rates.map(({ rate }) => rate));
  return rates.filter(({ rate }) => rate > strongest / 4).toSorted((a, b) => b.rate - a.rate).map(({ stage }) => stage);
}
var labels = (routes) => routes.map(({ label }) => label);
var perDrivingRequest = (rate, driving) => driving.length === 0 ? null : rate / Math.min(
  1,
  driving.reduce((sum3, { share }) => sum3 + share, 0)
);

// src/checks/growth.ts
var significance = 3;
var sustained = 0.5;
var total = ({ values }) => values.at(-1) - values[0];
var perRequest = (series) => total(series) / Math.max(
  1,
  series.requests.reduce((sum3, requests) => sum3 + requests, 0)
);
var steps = ({ values }) => values.slice(1).map((value, index) => value - values[index]);
function growsSteadily(series, rule) {
  const growth2 = steps(series);
  const lastRate = growth2.at(-1) / Math.max(1, series.requests.at(-1));
  return growth2.every((step, index) => step >= -noise(series, index, index + 1)) && growth2.filter((step) => step > 0).length >= 2 && lastRate > rule.perRequest && lastRate >= sustained * perRequest(series) && total(series) >= rule.total && total(series) > significance / 2 * noise(series, 0, series.values.length - 1);
}
function noise({ errors }, from, to) {
  return 2 * Math.hypot(errors[from] ?? 0, errors[to] ?? 0);
}
var persists = (series, later) => later - series.values[0] >= total(series) / 2;

// src/checks/suspicion.ts
var leastBytesPerRequest = 0.4;
function suspicion({ bytesPerRequest }, routes) {
  const weights = routes.map(({ weight }) => weight);
  const share = Math.min(...weights) / weights.reduce((sum3, weight) => sum3 + weight, 0);
  return { bytesPerRequest: Math.min(bytesPerRequest, Math.max(leastBytesPerRequest, share * bytesPerRequest)) };
}
var countRule = { perRequest: 2e-4, total: 3 };
var provenTotal = 2;
var threadRule = { perRequest: 2e-4, total: 8 };
function heapSuspects(pass, rules) {
  const rule = { perRequest: rules.bytesPerRequest, total: 0 };
  const lines = [...heapLines(judgedLooks(pass).map((snapshot) => snapshot.sites)).values()];
  const suspects = lines.filter((line) => {
    const steady = steadySites(pass, line);
    const entries = heldBytes(withoutContainers(steady));
    return grewSuspiciously(pass, heldBytes(line), rule, heldBytes(steady), entries) && [line, steady].every((held) => stayed(pass, heldBytes(held)));
  });
  const drained = lines.filter((line) => {
    const grown2 = perRequest(decisivePart(pass, heldBytes(line)));
    return grown2 > rule.perRequest && !stayed(pass, heldBytes(line));
  });
  return suspects.filter((line) => !drained.some((entries) => containerOf(line, entries)));
}
var heldBytes = (line) => ({ values: amounts(line, "liveBytes"), errors: errorBytes(line) });
var steadySites = (pass, line) => onlySites(
  line,
  (site) => growsSteadily(decisivePart(pass, heldBytes(onlySites(line, ({ key }) => key === site.key))), anyGrowth)
);
var withoutContainers = (line) => onlySites(line, (site) => !isLargeSite(site));
function onlySites(line, wanted) {
  const sites = new Map(line.looks.flatMap((look) => [...look]));
  const kept = new Set([...sites].filter(([, site]) => wanted(site)).map(([key]) => key));
  return { ...line, looks: line.looks.map((look) => new Map([...look].filter(([key]) => kept.has(key)))) };
}
var anyGrowth = { perRequest: 0, total: 0 };
var containersAlone = (pass, rules) => heapSuspects(pass, rules).some(
  (line) => steadySites(pass, line).looks.every((look) => [...look.values()].every(isLargeSite))
);
function growsUnheld(pass, rules) {
  const goroutines = goroutineSuspects(pass).map(({ line }) => line);
  return heapSuspects(pass, rules).some((line) => heldByGoroutines(line, goroutines) === void 0);
}
function goroutineSuspects(pass) {
  return [...goroutineLines(judgedLooks(pass)).values()].flatMap((line) => {
    const proven = isProven(pass, provenCounts(line));
    return proven || staysSuspicious(pass, { values: counts(line), errors: [] }, countRule) ? [{ line, proven }] : [];
  });
}
function descriptorsGrow(pass) {
  const values = judgedLooks(pass).map((snapshot) => snapshot.descriptors);
  return staysSuspicious(pass, { values, errors: [] }, countRule);
}
function threadsGrow(pass) {
  const values = judgedLooks(pass).map((snapshot) => snapshot.threads);
  return staysSuspicious(pass, { values, errors: [] }, threadRule);
}
function suspicious(pass, rules) {
  const goroutines = goroutineSuspects(pass);
  const proven = goroutines.filter((suspect) => suspect.proven).map((suspect) => suspect.line);
  return proven.length < goroutines.length || heapSuspects(pass, rules).some((line) => heldByGoroutines(line, proven) === void 0) || (descriptorsGrow(pass) || threadsGrow(pass)) && proven.length === 0;
}
var leaking = (pass, rules) => goroutineSuspects(pass).length > 0 || heapSuspects(pass, rules).length > 0 || descriptorsGrow(pass) || threadsGrow(pass);
function isProven(pass, values) {
  const looks = pass.doses.length + 1 + (pass.more.length > 0 ? pass.more.length + 1 : 0);
  const series = { values: values.slice(0, looks), requests: [], errors: [] };
  return total(series) >= provenTotal && steps(series).filter((step) => step > 0).length >= 2;
}
var staysSuspicious = (pass, seen, rule) => grewSuspiciously(pass, seen, rule) && stayed(pass, seen);
function grewSuspiciously(pass, seen, rule, steady = seen, entries) {
  const first = firstPart(pass, seen);
  if (!growsSteadily(first, rule) && !undecided(first, rule)) return false;
  if (pass.more.length === 0) return true;
  return [seen, steady].every((held) => growsSteadily(decisivePart(pass, held), rule)) && keepsPace(pass, steady, entries);
}
var sustained2 = { container: 0.5, entries: 0.8 };
function keepsPace(pass, seen, entries) {
  const first = firstPart(pass, seen);
  const resting = decisivePart(pass, seen).values[0] - first.values.at(-1);
  if (perMs(resting, pass.rests.slice(0, 1)) >= perMs(total(first), pass.doses) / 2) return true;
  return slowdown(pass, seen) >= sustained2.container && (entries === void 0 || !slowsDown(pass, entries));
}
var perMs = (growth2, stages) => growth2 / Math.max(1, elapsedMs(stages));
var slowdown = (pass, seen) => perRequest(decisivePart(pass, seen)) / Math.max(Number.EPSILON, perRequest(firstPart(pass, seen)));
function slowsDown(pass, entries) {
  const first = firstPart(pass, entries);
  const last = lastRound(decisivePart(pass, entries));
  const least = sustained2.entries * perRequest(first);
  return perRequest(last) + 2 * Math.hypot(rateError(last), sustained2.entries * rateError(first)) < least;
}
var lastRound = ({ values, errors, requests }) => ({
  values: values.slice(-2),
  errors: errors.slice(-2),
  requests: requests.slice(-1)
});
function rateError({ errors, requests }) {
  const added = Math.max(0, (errors.at(-1) ?? 0) ** 2 - (errors[0] ?? 0) ** 2);
  return Math.sqrt(added) / Math.max(
    1,
    requests.reduce((sum3, round) => sum3 + round, 0)
  );
}
var stayed = (pass, seen) => restsAfter(pass).length === 0 || persists(decisivePart(pass, seen), seen.values.at(-1));
var firstPart = (pass, seen) => part(seen, pass.doses, 0);
var decisivePart = (pass, seen) => pass.more.length > 0 ? part(seen, pass.more, pass.doses.length + 1) : firstPart(pass, seen);
var containerObjectBytes = 1024;
function containerOf(line, entries) {
  const bytes = amounts(line, "liveBytes").at(-1);
  const objects = amounts(line, "liveObjects").at(-1);
  if (bytes < containerObjectBytes * objects) return false;
  return runsIn(line, entries.frame) || runsIn(entries, line.frame);
}
var runsIn = (line, { function: name }) => heaviestStack(line).some((frame2) => frame2.own && frame2.function === name);
function part(seen, stages, from) {
  const to = from + stages.length + 1;
  return {
    values: seen.values.slice(from, to),
    errors: seen.errors.slice(from, to),
    requests: stages.map((stage) => stage.requests)
  };
}
function undecided(series, rule) {
  const later = { ...series, values: series.values.slice(1), requests: series.requests.slice(1) };
  return perRequest(series) > rule.perRequest && perRequest(later) > rule.perRequest && total(series) >= rule.total;
}

// src/checks/goroutine-diagnosis.ts
function nameGoroutines(pass, lines, source) {
  return goroutineSuspects(pass).map((suspect) => {
    const owner = ownerOf(suspect.line, lines);
    const site = creationSite(suspect.line, owner, source);
    return { ...suspect, id: siteId(site), site, owner };
  });
}
function creationSite(line, owner, source) {
  const { createdBy } = line;
  if (createdBy?.own === true) return siteAt(createdBy, [createdBy], source);
  const { stack } = growingGroup(line);
  const whole = createdBy === null ? stack : [...stack, createdBy];
  const pointed = handedOver(stack) ?? pointedFrame(whole) ?? line.entry;
  return siteAt(pointed.own ? pointed : owner?.frame ?? pointed, whole, source);
}
var serving = /^net\/http\.(?:\(\*conn\)\.serve|\(\*http2serverConn\)\.)|^github\.com\/valyala\/fasthttp\.|^google\.golang\.org\/grpc\./;
var handedOver = (stack) => stack.some((frame2) => serving.test(frame2.function)) ? void 0 : stack.findLast((frame2) => frame2.own);
function goroutineLeaks(pass, named, lines, source) {
  return groupBy(named, ({ id }) => id).map((same) => goroutineLeak(pass, same, lines, source)).toSorted((a, b) => b.perThousand - a.perThousand);
}
function goroutineLeak(pass, same, lines, source) {
  const first = same[0];
  const group = growingGroup(first.line);
  const waitsAt = pointedFrame(group.stack);
  const values = summed(same.map(({ line }) => counts(line)));
  const perRequest2 = ratePerRequest(pass, values);
  const holds = heldFrom(functionsOf2(same), pass.chains);
  const keys = new Set(same.map(({ line }) => line.key));
  return {
    id: first.id,
    site: first.site,
    own: first.site.stack.some((frame2) => frame2.own) || first.owner !== void 0,
    growsWith: growsWith(pass, values),
    routes: labels(drivers(pass, (looks) => countsOf(keys, looks))),
    values: decisiveValues(pass, values),
    requests: decisive(pass).map(({ requests }) => requests),
    perThousand: 1e3 * perRequest2,
    proven: same.some(({ proven }) => proven),
    state: group.state,
    waitsAt: waitsAt === void 0 ? null : siteAt(waitsAt, group.stack, source),
    pattern: patternOfAll(same, source),
    ...heldEach(pass, same, lines, perRequest2),
    ...holds !== void 0 && { holds },
    restedMs: restsAfter(pass).reduce((sum3, { durationMs }) => sum3 + durationMs, 0)
  };
}
function heldEach(pass, same, lines, perRequest2) {
  const counted2 = countedEach(functionsOf2(same), pass.chains);
  if (counted2 !== null) {
    return { heapBytesEach: counted2.heapBytes, heapRuler: "dump", stackBytesEach: counted2.stackBytes };
  }
  const heapBytesEach = perRequest2 > 0 ? heldBytesPerRequest(pass, same, lines) / perRequest2 : 0;
  return { heapBytesEach, heapRuler: "profile" };
}
var functionsOf2 = (same) => new Set(same.flatMap(({ line }) => line.looks.at(-1).flatMap(({ stack }) => stack.map((frame2) => frame2.function))));
function patternOfAll(same, source) {
  const found = same.map(({ line }) => {
    const group = growingGroup(line);
    return patternOf(group, pointedFrame(group.stack), source);
  });
  return found.find((pattern) => pattern === "transport") ?? found[0];
}
var heldBytesPerRequest = (pass, same, lines) => lines.filter((line) => holderOf(line, same) !== void 0).reduce((sum3, line) => sum3 + Math.max(0, ratePerRequest(pass, amounts(line, "liveBytes"))), 0);
var holderOf = (line, named) => named.find(({ owner }) => owner !== void 0 && lineKey(owner.frame) === lineKey(line.frame)) ?? named.find((goroutines) => heldByGoroutines(line, [goroutines.line]) !== void 0);
function countsOf(keys, looks) {
  const lines = [...goroutineLines(looks).values()].filter((line) => keys.has(line.key));
  return summed([looks.map(() => 0), ...lines.map(counts)]);
}
var summed = (rows) => rows[0].map((_, column) => rows.reduce((sum3, row) => sum3 + row[column], 0));

// src/checks/leak-schema.ts
var frame = object({ function: string(), file: string(), line: number(), own: boolean() });
var siteSchema = object({
  function: string(),
  file: string(),
  line: number(),
  source: string().exactOptional(),
  stack: array(frame)
});
var leak = {
  /** Stable across commits: function and source text. */
  id: string(),
  site: siteSchema,
  /** Does a frame of the service's own code stand behind it? */
  own: boolean(),
  /** `time`: it grows as fast without requests. */
  growsWith: _enum(["requests", "time"]),
  /** Routes that drive it, strongest first; empty when it wasn't looked at, or no single one does. */
  routes: array(string()),
  /** What was there before the decisive rounds and after each of them. */
  values: array(number()),
  /** Requests of those rounds. */
  requests: array(number())
};
var heapLeakSchema = object({
  ...leak,
  bytesPerRequest: number(),
  /** For each request of the routes that drive it; null when these weren't looked at one by one. Missing in figures of older versions. */
  bytesPerDrivingRequest: number().nullable().exactOptional(),
  objectsPerRequest: number(),
  /** Who keeps it alive: the root, and the chain from it in words. Null where no chain leads to this line. */
  keptBy: object({
    root: string(),
    chain: string(),
    /** The chain step by step. Missing in figures of older versions. */
    steps: array(object({ text: string(), frame: frame.nullable() })).exactOptional(),
    /** Where no single root keeps it alive: the shortest way from each of some. */
    heldBy: array(array(string())).exactOptional()
  }).nullable(),
  /**
   * Names from a root down to what this line allocated, alike in the next commit, with the bytes that each request adds there. Missing in
   * figures of older versions, empty where no path leads here.
   */
  paths: array(object({ path: string(), bytesPerRequest: number() })).exactOptional(),
  /** The leak that holds this memory: it goes when that one is mended. */
  heldBy: object({ kind: _enum(["goroutines", "descriptors"]), id: string() }).nullable()
});
var goroutineLeakSchema = object({
  ...leak,
  perThousand: number(),
  proven: boolean(),
  state: string(),
  /** Where they wait; null when no frame of the stack is known. */
  waitsAt: siteSchema.nullable(),
  pattern: _enum(Object.keys(patterns)).nullable(),
  /** Heap that grows with them, in bytes for each. */
  heapBytesEach: number(),
  /**
   * How that was found. `dump`: counted, all that only they reach, the runtime's own records of them included. `profile`: estimated from
   * the lines that grow with them. Missing in figures of older versions, which are estimates.
   */
  heapRuler: _enum(["dump", "profile"]).exactOptional(),
  /** Stack of each, outside of the heap. Missing where no dump tells it. */
  stackBytesEach: number().exactOptional(),
  /** What they keep alive: the chain from them down to the objects, in words and step by step. Missing where none begins at them. */
  holds: object({ chain: string(), steps: array(object({ text: string(), frame: frame.nullable() })) }).exactOptional(),
  /** How long they were watched without load, to see whether they end. */
  restedMs: number()
});
var descriptorLeakSchema = object({
  ...leak,
  /** The line that opens them, when exactly that many of its objects stay. */
  site: siteSchema.nullable(),
  perThousand: number(),
  /** Id of the goroutine leak that holds them. */
  heldBy: string().nullable(),
  /** Closed only by the garbage collector: the limit of open files is reached whenever it runs late. */
  collected: boolean(),
  /** What became more, the most first: `connection to 127.0.0.1:5432`. Missing in figures of older versions. */
  kinds: array(object({ what: string(), count: number() })).exactOptional()
});
var threadLeakSchema = object({
  ...leak,
  /** Where the goroutines start that occupy them; null when none leak at the same pace. */
  site: siteSchema.nullable(),
  perThousand: number(),
  /** Id of that goroutine leak. */
  heldBy: string().nullable()
});
var poolMisuseSchema = object({
  id: string(),
  kind: _enum(["never-put", "never-taken", "oversized"]),
  site: siteSchema,
  /** New objects of the pool that requests make. */
  objectsPerRequest: number(),
  bytesPerRequest: number(),
  /** What lay idle in the pool at most after a dose. */
  idleObjects: number(),
  idleBytes: number()
});
var allocationSchema = object({
  id: string(),
  function: string(),
  file: string(),
  line: number(),
  bytesPerRequest: number(),
  objectsPerRequest: number()
});

// src/checks/unit-test-leaks.ts
var testLeakSchema = object({
  /** Stable across commits: function and source text. */
  id: string(),
  site: siteSchema,
  state: string(),
  waitsAt: siteSchema.nullable(),
  pattern: _enum(Object.keys(patterns)).nullable(),
  goroutines: number(),
  proven: boolean(),
  /** Who left them, most first. `test` is null where nobody knows. */
  tests: array(
    object({
      package: string(),
      test: string().nullable(),
      goroutines: number(),
      /** Does it leave them behind alone? Null: it wasn't tried. */
      alone: boolean().nullable()
    })
  )
});
function leaksOfTests(left, source) {
  const named = left.map((group) => ({ group, site: creationSite2(group, source) }));
  return groupBy(named, ({ site }) => siteId(site)).map(
    (same) => leakOf(
      same[0].site,
      same.map(({ group }) => group).toSorted((a, b) => b.count - a.count),
      source
    )
  ).toSorted((a, b) => b.goroutines - a.goroutines);
}
function leakOf(site, groups, source) {
  const first = groups[0];
  const waitsAt = pointedFrame(first.stack);
  const tests = groupBy(groups, (group) => `${group.package} ${group.test ?? ""}`);
  return {
    id: siteId(site),
    site,
    state: first.state,
    waitsAt: waitsAt === void 0 ? null : siteAt(waitsAt, first.stack, source),
    pattern: groups.map((group) => patternOf(group, pointedFrame(group.stack), source)).find((one) => one !== null) ?? null,
    goroutines: sum2(groups),
    proven: groups.some(({ proven }) => proven),
    tests: tests.map((same) => ({
      package: same[0].package,
      test: same[0].test,
      goroutines: sum2(same),
      alone: same.find(({ alone }) => alone !== null)?.alone ?? null
    }))
  };
}
var sum2 = (groups) => groups.reduce((total2, { count }) => total2 + count, 0);
function creationSite2({ createdBy, stack, testAt }, source) {
  if (createdBy?.own === true) return siteAt(createdBy, [createdBy], source);
  const whole = createdBy === null ? stack : [...stack, createdBy];
  const own = handedOver(stack) ?? whole.find((frame2) => frame2.own) ?? testAt;
  if (own !== null) return siteAt(own, [...whole.filter((frame2) => frame2 !== own), own], source);
  return siteAt(whole.find((frame2) => !isStandard(frame2)) ?? whole.at(-1) ?? nowhere, whole, source);
}
var nowhere = { function: "unknown", file: "", line: 0, own: false };

// src/checks/verdicts.ts
var worst = ["fail", "inconclusive", "warn", "pass"];
var worstFirst = (findings) => findings.toSorted((a, b) => worst.indexOf(a.outcome) - worst.indexOf(b.outcome));
var outcomeOf = (findings) => ["fail", "inconclusive"].find((grade) => findings.some(({ outcome }) => outcome === grade)) ?? "pass";

// src/checks/unit-tests.ts
var measurement = object({
  leaks: array(testLeakSchema),
  failed: array(object({ package: string(), test: string(), output: string() })),
  packages: number(),
  tests: number(),
  failOnLeak: boolean(),
  notes: array(string())
});
var unitTests = defineCheck({
  name: "unit-tests",
  title: "Unit tests",
  build: "none",
  onRequest: true,
  options: unitTestOptions,
  measurement,
  measure,
  forBaseline: (measured) => ({ ...measured, failed: [], notes: [] }),
  judge: judgeTests
});
async function measure(bench, options, signal) {
  signal.throwIfAborted();
  const run = await bench.goTest(planOf(options));
  const measured = measurementOf(run, bench.source);
  measured.notes.forEach((note) => bench.note(note));
  return measured;
}
function measurementOf(run, source) {
  const tested = run.packages.filter(({ outcome }) => outcome !== "none");
  return {
    leaks: leaksOfTests(run.left, source),
    failed: tested.flatMap((one) => one.failed.map(({ test, output }) => ({ package: one.path, test, output }))),
    packages: tested.length,
    tests: tested.reduce((sum3, { tests }) => sum3 + tests, 0),
    failOnLeak: run.failOnLeak,
    notes: run.notes
  };
}
function judgeTests(current, baseline, _options, context) {
  const findings = worstFirst([...failureFindings(current.failed), ...testLeakFindings(current, baseline, context)]);
  return {
    outcome: current.packages === 0 ? "skipped" : outcomeOf(findings),
    summary: summaryOf(current, findings),
    findings,
    metrics: metricsOf(current),
    routes: []
  };
}
function summaryOf({ leaks, failed, packages, tests }, findings) {
  if (packages === 0) return "There is no test to run.";
  const red = findings.some(({ outcome, kind }) => outcome === "fail" && kind === "leak");
  const left = leaks.reduce((sum3, { goroutines }) => sum3 + goroutines, 0);
  const said = red ? [`Unit tests leave ${counted(left, "goroutine")} behind, from ${counted(leaks.length, "place")}.`] : [];
  if (failed.length > 0) said.push(`${counted(failed.length, "test")} failed.`);
  return said.length > 0 ? said.join(" ") : `${counted(tests, "test")} in ${counted(packages, "package")} leave no ${leaks.length > 0 ? "unknown " : ""}goroutine behind.`;
}
function metricsOf({ leaks, tests }) {
  const left = leaks.reduce((sum3, { goroutines }) => sum3 + goroutines, 0);
  return [
    { id: "unit-tests/left", title: "Goroutines left by unit tests", unit: "goroutines", better: "lower", value: left },
    { id: "unit-tests/tests", title: "Unit tests", unit: "count", better: "none", value: tests }
  ];
}

// src/stats/quantiles.ts
function ascending(values) {
  return [...Float64Array.from(values).toSorted()];
}
function quantile(values, share) {
  return quantileOfSorted(ascending(values), share);
}
function median(values) {
  return quantile(values, 0.5);
}
function quantileOfSorted(sorted, share) {
  if (sorted.length === 0) throw new RangeError("An empty sample has no quantile.");
  if (!(share >= 0 && share <= 1)) throw new RangeError(`A quantile lies between 0 and 1, not ${share}.`);
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const low = sorted[below];
  const high = sorted[Math.ceil(position)];
  return low + (high - low) * (position - below);
}
function mean(values) {
  if (values.length === 0) throw new RangeError("An empty sample has no mean.");
  return values.reduce((sum3, value) => sum3 + value, 0) / values.length;
}
function variation(values) {
  if (values.length < 2) return 0;
  const centre = mean(values);
  if (centre === 0) return 0;
  const squares = values.reduce((sum3, value) => sum3 + (value - centre) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1)) / Math.abs(centre);
}

export {
  ascending,
  quantile,
  median,
  quantileOfSorted,
  mean,
  variation,
  PairUnavailable,
  defineCheck,
  percent,
  signedPercent,
  percentRange,
  amountText,
  counted,
  listed,
  pointedFrame,
  siteAt,
  siteId,
  lineKey,
  heapLines,
  amounts,
  heaviestStack,
  bytesText,
  secondsText,
  growthFact,
  routeFacts,
  timeFacts,
  perRequestsText,
  capitalised,
  counts,
  looksOf,
  decisive,
  restsAfter,
  judgedLooks,
  decisiveValues,
  ratePerRequest,
  growsWith,
  drivers,
  labels,
  perDrivingRequest,
  suspicion,
  heapSuspects,
  containersAlone,
  growsUnheld,
  descriptorsGrow,
  threadsGrow,
  suspicious,
  leaking,
  groupBy,
  patternFacts,
  unrecognised,
  unrecognisedWait,
  keptBy,
  waitingFunction,
  nameGoroutines,
  goroutineLeaks,
  holderOf,
  gradeLeak,
  heapLeakSchema,
  goroutineLeakSchema,
  descriptorLeakSchema,
  threadLeakSchema,
  poolMisuseSchema,
  allocationSchema,
  worstFirst,
  outcomeOf,
  unitTests,
  measurementOf,
  judgeTests
};
