import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileURLToPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);
const __dirname = __fileURLToPath(new URL('.', import.meta.url));
import {
  LeakgateError,
  countLatencies
} from "./chunk-ZST4TMHA.js";
import {
  require_undici
} from "./chunk-EXBVLXT3.js";
import {
  __toESM
} from "./chunk-ANJUXMEH.js";

// src/engines/patience.ts
var failuresPerConnection = 10;
var failuresPerTimeout = 5;
var timeoutShare = 0.01;
function retryDelayMs(failuresInARow) {
  return failuresInARow < 2 ? 0 : Math.min(250, 2 ** (failuresInARow - 1));
}
function patienceFor(connections) {
  let inARow = 0;
  let timeouts = 0;
  let requests = 0;
  let exhausted = false;
  return {
    answered() {
      requests += 1;
      inARow = 0;
    },
    failed(how) {
      requests += 1;
      inARow += how === "timeout" ? failuresPerTimeout : 1;
      if (how === "timeout") timeouts += 1;
      const hangs = timeouts > failuresPerConnection * connections && timeouts > requests * timeoutShare;
      if (hangs || inARow >= failuresPerConnection * connections) exhausted = true;
    },
    exhausted: () => exhausted
  };
}

// src/engines/routes.ts
function routeOrder(routes) {
  const total = routes.reduce((sum, route) => sum + route.weight, 0);
  const dealt = routes.map(() => 0);
  let slot = 0;
  return () => {
    let next = 0;
    let earliest = Infinity;
    for (const [index, { weight }] of routes.entries()) {
      const done = dealt[index];
      if (Math.floor(done * total / weight) > slot) continue;
      const deadline = Math.ceil((done + 1) * total / weight);
      if (deadline < earliest) [next, earliest] = [index, deadline];
    }
    dealt[next] += 1;
    slot += 1;
    if (slot === total) {
      slot = 0;
      dealt.fill(0);
    }
    return next;
  };
}
function isExpected(route, status) {
  if (route.expectStatus.length > 0) return route.expectStatus.includes(status);
  return status >= 200 && status < 400;
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
async function startTally(routes, observe = () => void 0) {
  const histogram = await histogramMaker();
  const none = { sent: 0, answered: 0, unexpected: 0, errors: 0, timeouts: 0 };
  const counts = routes.map(() => ({ ...none, latencyUs: histogram() }));
  const clock = { firstSentMs: 0, lastAnsweredMs: 0, endedMs: 0, seconds: [] };
  const statuses = {};
  const spread = countLatencies();
  let sent = 0;
  return {
    sent(route) {
      if (sent === 0) clock.firstSentMs = performance.now();
      sent += 1;
      counts[route].sent += 1;
    },
    answered(route, status, latencyUs) {
      const of = counts[route];
      clock.lastAnsweredMs = performance.now();
      const second = Math.floor((clock.lastAnsweredMs - clock.firstSentMs) / 1e3);
      clock.seconds[second] = (clock.seconds[second] ?? 0) + 1;
      statuses[status] = (statuses[status] ?? 0) + 1;
      of.answered += 1;
      if (isExpected(routes[route], status)) {
        of.latencyUs.record(latencyUs);
        spread.record(latencyUs);
        observe(clock.lastAnsweredMs, latencyUs);
      } else of.unexpected += 1;
    },
    failed(route, how) {
      if (how === "timeout") counts[route].timeouts += 1;
      else counts[route].errors += 1;
    },
    ended() {
      if (clock.endedMs === 0) clock.endedMs = performance.now();
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
  return { sent, answered, errors, timeouts, lost, unexpected: sum("unexpected") };
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

// src/engines/connection.ts
var import_undici = __toESM(require_undici(), 1);
function openConnection(origin, timeoutMs) {
  const client = new import_undici.Client(origin, {
    pipelining: 1,
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: timeoutMs }
  });
  return {
    send: async (route) => send(client, route, timeoutMs),
    [Symbol.asyncDispose]: async () => client.destroy()
  };
}
async function send(client, route, timeoutMs) {
  const { path, method, headers, body = null } = route;
  let timer;
  let status = 0;
  let failure = "error";
  try {
    return await new Promise((resolve, reject) => {
      client.dispatch(
        { path, method, headers, body },
        {
          onRequestStart(controller) {
            timer = setTimeout(() => {
              failure = "timeout";
              controller.abort(new Error("timed out"));
            }, timeoutMs);
          },
          onResponseStart(_, statusCode) {
            status = statusCode;
          },
          onResponseEnd: () => resolve(status),
          onResponseError: (_, error) => isRefusal(error) ? reject(unsendable(route, error)) : resolve(failure)
        }
      );
    });
  } finally {
    clearTimeout(timer);
  }
}
var isRefusal = (error) => error.code === "UND_ERR_INVALID_ARG" || error.code === "UND_ERR_NOT_SUPPORTED";
function unsendable(route, cause) {
  return new LeakgateError("config", `The request ${route.label} can't be sent: ${cause.message}.`, {
    cause,
    hint: "Look at its headers: connection, content-length, expect, transfer-encoding and upgrade are set by the sender."
  });
}

export {
  retryDelayMs,
  patienceFor,
  routeOrder,
  isExpected,
  histogramMaker,
  startTally,
  arrivals,
  trafficFor,
  trafficDurationMs,
  askedPerSecond,
  peakPerSecond,
  openConnection
};
