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
  /** It is sent without the credential that the other requests carry. */
  anonymous?: boolean;
  /** What path, headers and body are made of where they differ from request to request. Without it they are sent as they stand. */
  template?: Template;
}

/** A request with places that are filled anew for each request. A pure function of the request's number: two services get the same. */
export interface Template {
  path: Piece[];
  /** Only those with something to fill in. */
  headers: Record<string, Piece[]>;
  body?: Piece[];
  /** Tells the templates of a scenario apart: its index. */
  seed: number;
  /** So many different requests are made where a finite set is replayed. */
  replayed: number;
}

/** Text as it stands, or what stands in its place. Values are written for the place already: encoded in a path, escaped in JSON. */
export type Piece =
  | string
  | { kind: 'seq' | 'uuid' | 'traceparent' }
  /** A whole number, both ends included. */
  | { kind: 'int'; from: number; to: number }
  /** A column of a feeder, one value after the other and then from the first again. */
  | { kind: 'column'; values: string[] };

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

export type Protocol = 'HTTP/1.1' | 'HTTP/2';

/** A service over one protocol, on so many connections with so many requests in flight on each. */
export interface ProtocolRow {
  protocol: Protocol;
  connections: number;
  streams: number;
  /** These are medians over the rounds. */
  requestsPerSecond: number;
  p50Us: number;
  p99Us: number;
  cpuUsPerRequest: number | null;
  /** In the kernel's buffers for each connection under load. Null where nobody can tell. */
  socketBytes: number | null;
  /** Live heap and goroutines of the service for each connection at rest. */
  heapBytes: number | null;
  goroutines: number | null;
  /** The highest share of failed requests in a round. */
  failedShare: number;
}

/** The program or library that sent a load. */
export interface Sender {
  name: string;
  version: string;
  /** `closed`: each connection waits for its answer. `open`: requests start when they're due, whatever was answered. */
  model: 'closed' | 'open';
  /** Missing in results of older versions, which knew HTTP/1.1 only. */
  protocol?: Protocol | undefined;
}

/** What an engine did to a service, in the engine-neutral form. */
export interface LoadSummary {
  engine: Sender;
  connections: number;
  /** Requests in flight on each connection at most; one where it isn't told. */
  streams?: number | undefined;
  /** From the first request sent to the last answer received. */
  durationMs: number;
  sent: number;
  /** Requests that got a complete answer, whatever its status. */
  answered: number;
  /** Connection errors: refused, reset, other side closed. */
  errors: number;
  /** Of the errors: lines or streams that the service cut while an answer was awaited. Not every engine tells. */
  resets?: number | undefined;
  timeouts: number;
  /** Sent, never answered and not counted as an error or timeout. */
  lost: number;
  /** Answers whose status isn't one of the route's expected ones. */
  unexpected: number;
  /** How often each status came, keyed by the status in decimal. */
  statuses: Record<string, number>;
  requestsPerSecond: number;
  /** Answers in each full second; empty where the engine doesn't tell. */
  perSecond: number[];
  /** Standard deviation of the throughput as a share of its mean, where the engine tells that instead of `perSecond`. */
  swing?: number | undefined;
  latencyUs: LatencyUs;
  /** Of the same answers; not every engine tells it. */
  histogram?: LatencyHistogram;
  /** Empty where the engine can't tell which answer belongs to which route. */
  routes: RouteLoad[];
  /** CPU time of the generator for each request, in microseconds. Not every engine tells. */
  generatorCpuUs?: number | undefined;
  /** Of an open loop only. */
  open?: OpenFigures | undefined;
}

/** Of a load, what tells how far its figures can be trusted. Null: the engine doesn't tell, or a closed loop has no such thing. */
export interface LoadReport extends Pick<
  LoadSummary,
  'engine' | 'connections' | 'streams' | 'sent' | 'answered' | 'errors' | 'timeouts' | 'lost' | 'unexpected'
> {
  /** Of the errors. */
  resets: number | null;
  /** Of the timeouts. */
  dropped: number;
  askedPerSecond: number | null;
  sentPerSecond: number | null;
  answeredPerSecond: number;
  lagP99Us: number | null;
  /** CPU time for each request. */
  generatorCpuUs: number | null;
}

/** What an open loop knows beyond the answers: whether it sent what it was asked to, when it was asked to. */
export interface OpenFigures {
  /** Requests per second that the schedule asks for on average, and that were sent until it ended. */
  askedPerSecond: number;
  sentPerSecond: number;
  /** Requests that found no free connection within the timeout. They count as timed out, and were never on the wire. */
  dropped: number;
  /** From the sending to the answer: what the service saw. The summary's latency is from the intended start: what users felt. */
  serviceUs?: LatencyUs | undefined;
  /** How late the generator itself was, with a connection free. Not part of the latency. */
  lagUs?: LatencyUs | undefined;
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

/** Where distributed k6 runs: on a Kubernetes cluster with the k6 operator. */
export interface Cluster {
  namespace: string;
  /** Pods at most: no more than there are users, each of which belongs to one. */
  parallelism: number;
  /** Of the runners; the operator's own choice unless told. */
  image?: string;
  /** Of kubectl's configuration; the current one unless told. */
  context?: string;
}
