// src/engines/k6/script.ts
import { sleep } from "k6";
import { b64decode } from "k6/encoding";
import exec from "k6/execution";
import http from "k6/http";
import { Counter, Gauge, Trend } from "k6/metrics";

// src/expected-status.ts
function isExpected({ expectStatus }, status) {
  if (expectStatus.length > 0) return expectStatus.includes(status);
  return status >= 200 && status < 400;
}

// src/engines/fill.ts
function fillTemplate({ path, headers, body, seed }, number) {
  const which = { seed, number };
  let place = 0;
  const text = (pieces) => {
    const made = fill(pieces, which, place);
    place += pieces.length;
    return made;
  };
  const own = Object.fromEntries(Object.entries(headers).map(([name, pieces]) => [name, text(pieces)]));
  return { headers: own, path: text(path), ...body !== void 0 && { body: text(body) } };
}
function fill(pieces, which, first) {
  return pieces.map((piece, index) => typeof piece === "string" ? piece : valueOf(piece, which, first + index)).join("");
}
function valueOf(piece, { seed, number }, place) {
  switch (piece.kind) {
    case "seq":
      return String(number + 1);
    case "column":
      return piece.values[number % piece.values.length];
    case "int": {
      const [high, low] = words(seed, place, number);
      const share = (high * 2 ** 21 + (low >>> 11)) / 2 ** 53;
      return String(piece.from + Math.floor(share * (piece.to - piece.from + 1)));
    }
    case "uuid": {
      const [a2, b2, c2, d2] = words(seed, place, number).map(hex);
      const variant = (Number.parseInt(c2[0], 16) & 3 | 8).toString(16);
      return `${a2}-${b2.slice(0, 4)}-4${b2.slice(5)}-${variant}${c2.slice(1, 4)}-${c2.slice(4)}${d2}`;
    }
    case "traceparent":
  }
  const [a, b, c, d, e, f] = words(seed, place, number).map(hex);
  return `00-${a}${b}${c}${d}-${e}${f}-01`;
}
var hex = (word) => word.toString(16).padStart(8, "0");
function words(seed, place, number) {
  const where = mixed(Math.imul(seed, 4096) + place + 1);
  const a = mixed(number ^ where);
  const d = (where ^ mixed(a ^ 1540483477)) >>> 0;
  const b = mixed(a + 2654435769);
  const c = mixed(b ^ d);
  const e = mixed(c + 2246822507);
  return [a, b, c, d, e, (mixed(e ^ a) | 1) >>> 0];
}
function mixed(word) {
  let h = word | 0;
  h = Math.imul(h ^ h >>> 16, 2246822507);
  h = Math.imul(h ^ h >>> 13, 3266489909);
  return (h ^ h >>> 16) >>> 0;
}

// src/engines/patience.ts
var failuresPerConnection = 10;
var failuresPerTimeout = 5;
function retryDelayMs(failuresInARow) {
  return failuresInARow < 2 ? 0 : Math.min(250, 2 ** (failuresInARow - 1));
}

// src/engines/k6/metric-names.ts
var resultMark = "leakgate-result ";
var routeMetrics = (route) => ({
  sent: `leakgate_sent_${route}`,
  answered: `leakgate_answered_${route}`,
  unexpected: `leakgate_unexpected_${route}`,
  errors: `leakgate_errors_${route}`,
  resets: `leakgate_resets_${route}`,
  timeouts: `leakgate_timeouts_${route}`,
  latency: `leakgate_latency_${route}`
});
var loadMetrics = {
  latency: "leakgate_latency",
  http2: "leakgate_http2",
  firstSent: "leakgate_first_sent",
  lastAnswered: "leakgate_last_answered",
  /** k6's own: requests that were due and found no free user. */
  dropped: "dropped_iterations"
};
var statusPrefix = "leakgate_status_";
var statusMetric = (status) => `${statusPrefix}${status}`;
var isOurs = (metric) => metric.startsWith("leakgate_") || metric === loadMetrics.dropped;

// src/engines/k6/script.ts
var plan = JSON.parse(open(__ENV["LEAKGATE_PLAN"] ?? "./plan.json"));
var options = plan.options;
var ranks = [];
var inCycle = plan.routes.map(() => 0);
for (const route of plan.cycle) ranks.push(inCycle[route]++);
var bodies = plan.routes.map(({ body }) => {
  if (body === void 0) return null;
  return "text" in body ? body.text : b64decode(body.base64);
});
var figures = plan.routes.map((_, index) => {
  const name = routeMetrics(index);
  return {
    sent: new Counter(name.sent),
    answered: new Counter(name.answered),
    unexpected: new Counter(name.unexpected),
    errors: new Counter(name.errors),
    resets: new Counter(name.resets),
    timeouts: new Counter(name.timeouts),
    latency: new Trend(name.latency, true)
  };
});
var latency = new Trend(loadMetrics.latency, true);
var http2 = new Counter(loadMetrics.http2);
var firstSent = new Gauge(loadMetrics.firstSent);
var lastAnswered = new Gauge(loadMetrics.lastAnswered);
var statuses = Array.from({ length: 500 }, (_, index) => new Counter(statusMetric(index + 100)));
var failures = 0;
function sendOne() {
  const number = exec.scenario.iterationInTest;
  const place = number % plan.cycle.length;
  const index = plan.cycle[place];
  const route = plan.routes[index];
  const of = figures[index];
  const { url, headers, body } = requestOf(route, index, Math.floor(number / plan.cycle.length), ranks[place]);
  const params = { headers, timeout: plan.timeoutMs, redirects: 0, responseType: "none" };
  of.sent.add(1);
  firstSent.add(Date.now());
  const { status, error_code: code, proto, timings } = http.request(route.method, url, body, params);
  if (status === 0) return failed(of, code);
  failures = 0;
  lastAnswered.add(Date.now());
  of.answered.add(1);
  statuses[status - 100]?.add(1);
  if (proto === "HTTP/2.0") http2.add(1);
  if (!isExpected(route, status)) return of.unexpected.add(1);
  const tookMs = timings.blocked + timings.connecting + timings.tls_handshaking + timings.duration;
  of.latency.add(tookMs);
  latency.add(tookMs);
}
function failed(of, code) {
  const late = timeouts.includes(code);
  if (late) of.timeouts.add(1);
  else of.errors.add(1);
  if (isReset(code)) of.resets.add(1);
  failures += late ? failuresPerTimeout : 1;
  if (failures >= failuresPerConnection) exec.test.abort("the service answers nothing");
  else sleep(retryDelayMs(failures) / 1e3);
}
var timeouts = [1050, 1211];
var isReset = (code) => code === 1201 || code === 1220 || code >= 1600 && code < 1700;
function requestOf(route, index, cycles, rank) {
  const own = route.anonymous ? {} : plan.fields;
  const { template } = route;
  if (template === void 0) {
    return { url: plan.origin + route.path, headers: { ...route.headers, ...own }, body: bodies[index] };
  }
  const nth = cycles * inCycle[index] + rank;
  const number = plan.variants === "replayed" ? nth % template.replayed : plan.variants.from + nth;
  const { path, headers, body } = fillTemplate(template, number);
  return {
    url: plan.origin + path,
    headers: { ...route.headers, ...headers, ...own },
    body: body ?? bodies[index]
  };
}
function handleSummary({ metrics }) {
  const wanted = Object.entries(metrics).filter(([name]) => isOurs(name));
  const values = Object.fromEntries(wanted.map(([name, metric]) => [name, metric.values]));
  return { stdout: `
${resultMark}${JSON.stringify(values)}
` };
}
export {
  sendOne as default,
  handleSummary,
  options
};
