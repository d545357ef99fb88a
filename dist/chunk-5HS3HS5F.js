import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileURLToPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);
const __dirname = __fileURLToPath(new URL('.', import.meta.url));
import {
  countLatencies
} from "./chunk-WFSSV7UN.js";
import {
  isExpected
} from "./chunk-JBSSTEKG.js";
import {
  LeakgateError
} from "./chunk-2USEXXJV.js";

// src/engines/generator-cpu.ts
import { readFileSync } from "node:fs";
function ownCpu() {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
}
var tickUs = 1e4;
function childrenCpu() {
  const before = childrenTicks();
  return () => {
    const after = childrenTicks();
    return before === null || after === null ? null : (after - before) * tickUs;
  };
}
function childrenTicks() {
  try {
    const text = readFileSync("/proc/self/stat", "latin1");
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return Number(fields[13]) + Number(fields[14]);
  } catch {
    return null;
  }
}

// src/engines/histogram.ts
var slowestUs = 36e8;
async function histogramMaker() {
  const { build } = (await import("./dist-I3GXHHV3.js")).default;
  return () => {
    const raw = build({
      lowestDiscernibleValue: 1,
      highestTrackableValue: slowestUs,
      numberOfSignificantValueDigits: 3
    });
    return {
      raw,
      record: (us) => raw.recordValue(Math.min(slowestUs, Math.max(0, Math.round(us)))),
      add: (other) => raw.add(other.raw),
      quantiles: () => quantiles(raw)
    };
  };
}
function quantiles(of) {
  const at = (percentile) => of.getValueAtPercentile(percentile);
  return { mean: of.totalCount === 0 ? 0 : of.mean, p50: at(50), p95: at(95), p99: at(99), max: of.maxValue };
}

// src/engines/tally.ts
async function startTally(routes, observe = () => void 0, now = () => performance.now()) {
  const histogram = await histogramMaker();
  const none = { sent: 0, answered: 0, unexpected: 0, errors: 0, resets: 0, timeouts: 0 };
  const counts = routes.map(() => ({ ...none, latencyUs: histogram() }));
  const clock = { firstSentMs: 0, lastAnsweredMs: 0, endedMs: 0, seconds: [] };
  const statuses = {};
  const spread = countLatencies();
  let sent = 0;
  return {
    sent(route) {
      if (sent === 0) clock.firstSentMs = now();
      sent += 1;
      counts[route].sent += 1;
    },
    answered(route, status, latencyUs) {
      const of = counts[route];
      const answeredMs = now();
      clock.lastAnsweredMs = Math.max(clock.lastAnsweredMs, answeredMs);
      const second = Math.floor((answeredMs - clock.firstSentMs) / 1e3);
      clock.seconds[second] = (clock.seconds[second] ?? 0) + 1;
      statuses[status] = (statuses[status] ?? 0) + 1;
      of.answered += 1;
      if (isExpected(routes[route], status)) {
        of.latencyUs.record(latencyUs);
        spread.record(latencyUs);
        observe(answeredMs, latencyUs);
      } else of.unexpected += 1;
    },
    failed(route, how) {
      if (how === "timeout") counts[route].timeouts += 1;
      else counts[route].errors += 1;
      if (how === "reset") counts[route].resets += 1;
    },
    ended() {
      if (clock.endedMs === 0) clock.endedMs = now();
    },
    total: () => sent,
    summary(of) {
      const all = histogram();
      for (const route of counts) all.add(route.latencyUs);
      const shape = spread.histogram();
      return {
        ...of,
        ...sums(counts),
        ...rates(counts, clock),
        statuses,
        latencyUs: all.quantiles(),
        ...shape !== null && { histogram: shape },
        routes: routes.map((route, index) => routeLoad(route, counts[index]))
      };
    }
  };
}
function sums(counts) {
  const sum = (key) => counts.reduce((total, route) => total + route[key], 0);
  const [sent, answered, errors, timeouts] = [sum("sent"), sum("answered"), sum("errors"), sum("timeouts")];
  const lost = sent - answered - errors - timeouts;
  return { sent, answered, errors, resets: sum("resets"), timeouts, lost, unexpected: sum("unexpected") };
}
function rates(counts, { firstSentMs, lastAnsweredMs, endedMs, seconds }) {
  const { sent, answered } = sums(counts);
  const durationMs = answered === 0 ? 0 : lastAnsweredMs - firstSentMs;
  const fullSeconds = sent === 0 ? 0 : Math.floor((Math.max(endedMs, lastAnsweredMs) - firstSentMs) / 1e3);
  return {
    durationMs,
    requestsPerSecond: durationMs === 0 ? 0 : answered * 1e3 / durationMs,
    perSecond: Array.from({ length: fullSeconds }, (_, second) => seconds[second] ?? 0)
  };
}
function routeLoad({ label }, of) {
  const failed = of.sent - of.answered + of.unexpected;
  return { label, requests: of.sent, failed, latencyUs: of.latencyUs.quantiles() };
}

// src/engines/arrivals.ts
function* arrivals({ stages, spacing }, random) {
  const gap = spacing === "even" ? () => 1 : () => -Math.log(1 - random());
  let startMs = 0;
  let wait = spacing === "even" ? 0 : gap();
  for (const stage of stages) {
    if ("burst" in stage) yield* bursts(stage, startMs);
    else {
      const due = stageCount(stage);
      for (; wait < due; wait += gap()) yield startMs + offsetMs(stage, wait);
      wait -= due;
    }
    startMs += stage.durationMs;
  }
}
function* bursts({ durationMs, burst, everyMs }, startMs) {
  for (let atMs = 0; atMs < durationMs; atMs += everyMs) {
    for (let request = 0; request < burst; request += 1) yield startMs + atMs;
  }
}
var lastPerSecond = ({ perSecond, toPerSecond = perSecond }) => toPerSecond;
function stageCount(stage) {
  return (stage.perSecond + lastPerSecond(stage)) / 2 * stage.durationMs / 1e3;
}
function offsetMs(stage, count) {
  const rate = stage.perSecond / 1e3;
  const slope = (lastPerSecond(stage) / 1e3 - rate) / stage.durationMs;
  return count === 0 ? 0 : 2 * count / (rate + Math.sqrt(Math.max(0, rate * rate + 2 * slope * count)));
}
function trafficFor({ stages, spacing }, durationMs) {
  const cut = [];
  let leftMs = durationMs;
  for (const stage of stages) {
    if (leftMs > 0) cut.push(shortened(stage, Math.min(leftMs, stage.durationMs)));
    leftMs -= stage.durationMs;
  }
  const last = cut.at(-1);
  if (leftMs > 0 && last !== void 0) cut.push({ ...endOf(last), durationMs: leftMs });
  return { stages: cut, spacing };
}
function shortened(stage, durationMs) {
  if ("burst" in stage || stage.toPerSecond === void 0) return { ...stage, durationMs };
  const share = durationMs / stage.durationMs;
  return { ...stage, durationMs, toPerSecond: stage.perSecond + (stage.toPerSecond - stage.perSecond) * share };
}
function endOf(stage) {
  return "burst" in stage ? stage : { perSecond: lastPerSecond(stage), durationMs: stage.durationMs };
}
function trafficDurationMs({ stages }) {
  return stages.reduce((sum, { durationMs }) => sum + durationMs, 0);
}
function askedPerSecond(traffic) {
  const requests = traffic.stages.reduce(
    (sum, stage) => sum + ("burst" in stage ? stage.burst * Math.ceil(stage.durationMs / stage.everyMs) : stageCount(stage)),
    0
  );
  return requests * 1e3 / trafficDurationMs(traffic);
}
function peakPerSecond({ stages }) {
  return Math.max(
    ...stages.map(
      (stage) => "burst" in stage ? stage.burst * 1e3 / stage.everyMs : Math.max(stage.perSecond, lastPerSecond(stage))
    )
  );
}

// src/engines/request-bytes.ts
var reserved = /* @__PURE__ */ new Set(["connection", "content-length", "expect", "transfer-encoding", "upgrade"]);
function requestBytes(request, host, more = {}) {
  const { method, path, body = new Uint8Array(), label } = request;
  const headers = { ...request.headers, ...more };
  const fields = Object.entries(headers).map(([name, value]) => {
    const sendable = /^[\w!#$%&'*+.^`|~-]+$/.test(name) && !/[\r\n\0]/.test(value);
    if (!sendable || reserved.has(name.toLowerCase())) throw unsendable(label, name);
    return `${name}: ${value}\r
`;
  });
  const length = body.length > 0 || !["GET", "HEAD"].includes(method) ? `content-length: ${body.length}\r
` : "";
  const named = Object.keys(headers).some((name) => name.toLowerCase() === "host");
  const head = `${method} ${path} HTTP/1.1\r
${named ? "" : `host: ${host}\r
`}connection: keep-alive\r
${fields.join("")}${length}\r
`;
  return Buffer.concat([Buffer.from(head, "latin1"), body]);
}
function keptBytes(host) {
  let made = /* @__PURE__ */ new WeakMap();
  let madeWith;
  return (request, more) => {
    if (more !== madeWith) [made, madeWith] = [/* @__PURE__ */ new WeakMap(), more];
    let bytes = made.get(request);
    if (bytes === void 0) made.set(request, bytes = requestBytes(request, host, more));
    return bytes;
  };
}
function unsendable(label, name) {
  return new LeakgateError(
    "config",
    `The request ${label} can't be sent: its header ${name} isn't valid or is set by the sender.`,
    {
      hint: "connection, content-length, expect, transfer-encoding and upgrade are set by the sender."
    }
  );
}

export {
  requestBytes,
  keptBytes,
  ownCpu,
  childrenCpu,
  histogramMaker,
  startTally,
  arrivals,
  trafficFor,
  trafficDurationMs,
  askedPerSecond,
  peakPerSecond
};
