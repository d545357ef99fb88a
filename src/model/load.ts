/** What is sent to a service, and what came back. */

/** One HTTP request of the scenario, ready to be sent. */
export interface Route {
  /** `GET /healthz`: how reports and per-route figures name it. */
  label: string;
  method: string;
  /** Path and query, starting with `/`. */
  path: string;
  headers: Record<string, string>;
  body?: Uint8Array;
  /** Share of the traffic, relative to the other routes. Positive integer. */
  weight: number;
  /** Statuses that count as a success. Empty means any 2xx or 3xx. */
  expectStatus: number[];
}

/** A stretch of the schedule. */
export type Stage =
  /** From one rate to the other in a straight line; without `toPerSecond` the rate stays. */
  | { durationMs: number; perSecond: number; toPerSecond?: number }
  /** So many requests at once at the stage's start, and again after every `everyMs`. */
  | { durationMs: number; burst: number; everyMs: number };

/** When requests start, whatever the service does. */
export interface Traffic {
  /** One after the other; at least one. */
  stages: readonly Stage[];
  /** `even`: equal gaps at a constant rate. `poisson`: independent users, with the gaps of a Poisson process. */
  spacing: 'even' | 'poisson';
}

/** Latency quantiles in microseconds. */
export interface LatencyUs {
  mean: number;
  p50: number;
  p95: number;
  p99: number;
  max: number;
}

/**
 * How often each latency came, on a logarithmic scale: the i-th count is of latencies from `10^((first + i) / perDecade)` µs
 * up to the next bucket.
 */
export interface LatencyHistogram {
  perDecade: number;
  first: number;
  counts: number[];
}

/** The latencies of this run beside those that it is held against. */
export interface LatencyComparison {
  /** `paired`: both sides under one generator at the same time. `stored`: the base was measured at another time. */
  how: 'paired' | 'stored';
  /** Null where there is nothing to compare with. */
  base: LatencyHistogram | null;
  head: LatencyHistogram;
}

/** What one route saw of a load. */
export interface RouteLoad {
  label: string;
  requests: number;
  /** Answers whose status wasn't expected, resets and timeouts. */
  failed: number;
  latencyUs: LatencyUs;
}

/** What an engine did to a service, in the engine-neutral form. */
export interface LoadSummary {
  engine: { name: string; version: string; model: 'closed' | 'open' };
  connections: number;
  /** From the first request sent to the last answer received. */
  durationMs: number;
  sent: number;
  /** Requests that got a complete answer, whatever its status. */
  answered: number;
  /** Connection errors: refused, reset, other side closed. */
  errors: number;
  timeouts: number;
  /** Sent, never answered and not counted as an error or timeout. */
  lost: number;
  /** Answers whose status isn't one of the route's expected ones. */
  unexpected: number;
  /** How often each status came, keyed by the status in decimal. */
  statuses: Record<string, number>;
  requestsPerSecond: number;
  /** Answers in each full second. */
  perSecond: number[];
  latencyUs: LatencyUs;
  /** Of the same answers; not every engine tells it. */
  histogram?: LatencyHistogram;
  routes: RouteLoad[];
  /** Of an open loop only. */
  open?: OpenFigures | undefined;
}

/** What an open loop knows beyond the answers: whether it sent what it was asked to, when it was asked to. */
export interface OpenFigures {
  /** Requests per second that the schedule asks for on average, and that were sent until it ended. */
  askedPerSecond: number;
  sentPerSecond: number;
  /** Requests that found no free connection within the timeout. They count as timed out, and were never on the wire. */
  dropped: number;
  /** From the sending to the answer: what the service saw. The summary's latency is from the intended start: what users felt. */
  serviceUs: LatencyUs;
  /** How late the generator itself was, with a connection free. Not part of the latency. */
  lagUs: LatencyUs;
  /** CPU time of the generator for each request, in microseconds. */
  cpuUsPerRequest: number;
}

/** One window (a second) of base and head under the same generator. */
export interface PairWindow {
  base: SideWindow;
  head: SideWindow;
}

/** What one side saw of it. */
export interface SideWindow {
  requests: number;
  /** Unexpected statuses, resets and timeouts; they're not part of the latency. */
  failed: number;
  /** At saturation. */
  cpuUsPerRequest: number;
  /** Wall time per good answer at saturation, all connections busy with this side; infinite without any. */
  usPerAnswer: number;
  /** Of requests that met no others. All zero when nothing succeeded. */
  latencyUs: { p50: number; p95: number; p99: number };
  /** Of the same answers. */
  histogram?: LatencyHistogram;
}
