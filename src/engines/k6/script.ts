// Runs inside of k6, not in Node.js: `npm run build` bundles it. Everything that k6 itself brings along is imported by its name.
import { sleep } from 'k6';
import { b64decode } from 'k6/encoding';
import exec from 'k6/execution';
import http from 'k6/http';
import { Counter, Gauge, Trend } from 'k6/metrics';
import { isExpected } from '../../expected-status.ts';
import { fillTemplate } from '../fill.ts';
import { failuresPerConnection, failuresPerTimeout, retryDelayMs } from '../patience.ts';
import { isOurs, loadMetrics, resultMark, routeMetrics, statusMetric } from './metric-names.ts';
import type { K6Plan, PlannedRoute } from './plan.ts';

const plan = JSON.parse(open(__ENV['LEAKGATE_PLAN'] ?? './plan.json')) as K6Plan;

export const options = plan.options;

/** For each place of the cycle, how many requests of the same route come before it. */
const ranks: number[] = [];
const inCycle = plan.routes.map(() => 0);
for (const route of plan.cycle) ranks.push(inCycle[route]!++);

const bodies = plan.routes.map(({ body }) => {
  if (body === undefined) return null;
  return 'text' in body ? body.text : b64decode(body.base64);
});

const figures = plan.routes.map((_, index) => {
  const name = routeMetrics(index);
  return {
    sent: new Counter(name.sent),
    answered: new Counter(name.answered),
    unexpected: new Counter(name.unexpected),
    errors: new Counter(name.errors),
    resets: new Counter(name.resets),
    timeouts: new Counter(name.timeouts),
    latency: new Trend(name.latency, true),
  };
});
const latency = new Trend(loadMetrics.latency, true);
const http2 = new Counter(loadMetrics.http2);
const firstSent = new Gauge(loadMetrics.firstSent);
const lastAnswered = new Gauge(loadMetrics.lastAnswered);
/** Those that never come are left out of the summary. */
const statuses = Array.from({ length: 500 }, (_, index) => new Counter(statusMetric(index + 100)));

/** Of this user: every one has a state of its own. */
let failures = 0;

export default function sendOne(): void {
  const number = exec.scenario.iterationInTest;
  const place = number % plan.cycle.length;
  const index = plan.cycle[place]!;
  const route = plan.routes[index]!;
  const of = figures[index]!;
  const { url, headers, body } = requestOf(route, index, Math.floor(number / plan.cycle.length), ranks[place]!);
  const params = { headers, timeout: plan.timeoutMs, redirects: 0, responseType: 'none' as const };
  of.sent.add(1);
  firstSent.add(Date.now());
  const { status, error_code: code, proto, timings } = http.request(route.method, url, body, params);
  if (status === 0) return failed(of, code);
  failures = 0;
  lastAnswered.add(Date.now());
  of.answered.add(1);
  statuses[status - 100]?.add(1);
  if (proto === 'HTTP/2.0') http2.add(1);
  if (!isExpected(route, status)) return of.unexpected.add(1);
  // `duration` begins when the connection stands; a user waits for that as well.
  const tookMs = timings.blocked + timings.connecting + timings.tls_handshaking + timings.duration;
  of.latency.add(tookMs);
  latency.add(tookMs);
}

function failed(of: (typeof figures)[number], code: number): void {
  const late = timeouts.includes(code);
  if (late) of.timeouts.add(1);
  else of.errors.add(1);
  if (isReset(code)) of.resets.add(1);
  failures += late ? failuresPerTimeout : 1;
  if (failures >= failuresPerConnection) exec.test.abort('the service answers nothing');
  else sleep(retryDelayMs(failures) / 1000);
}

/** Of a request and of connecting; k6's numbers: https://grafana.com/docs/k6/latest/javascript-api/error-codes/ */
const timeouts: readonly number[] = [1050, 1211];
/** Broken pipe, reset by the other side, and what cuts a stream or a connection of HTTP/2. */
const isReset = (code: number): boolean => code === 1201 || code === 1220 || (code >= 1600 && code < 1700);

function requestOf(route: PlannedRoute, index: number, cycles: number, rank: number) {
  const own = route.anonymous ? {} : plan.fields;
  const { template } = route;
  if (template === undefined) {
    return { url: plan.origin + route.path, headers: { ...route.headers, ...own }, body: bodies[index]! };
  }
  const nth = cycles * inCycle[index]! + rank;
  const number = plan.variants === 'replayed' ? nth % template.replayed : plan.variants.from + nth;
  const { path, headers, body } = fillTemplate(template, number);
  return {
    url: plan.origin + path,
    headers: { ...route.headers, ...headers, ...own },
    body: body ?? bodies[index]!,
  };
}

interface Summary {
  metrics: Record<string, { values: Record<string, number> }>;
}

/** One line among whatever else is in the log. */
export function handleSummary({ metrics }: Summary): Record<string, string> {
  const wanted = Object.entries(metrics).filter(([name]) => isOurs(name));
  const values = Object.fromEntries(wanted.map(([name, metric]) => [name, metric.values]));
  return { stdout: `\n${resultMark}${JSON.stringify(values)}\n` };
}
