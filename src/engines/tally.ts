import type { LoadSummary, Route, RouteLoad } from '../model.ts';
import { countLatencies, type LatencyCounter } from '../stats/latency-histogram.ts';
import type { Failure } from './connection.ts';
import type { Load } from './engine.ts';
import { histogramMaker, type LatencyHistogram } from './histogram.ts';
import { isExpected } from '../expected-status.ts';

/** Counts what became of each request. Every one sent is answered, fails, or stays lost. */
export interface Tally {
  /** A request for the route with this index goes out now. */
  sent(route: number): void;
  /** It got a complete answer. Only expected statuses enter the latency: a quick 500 must not look like speed. */
  answered(route: number, status: number, latencyUs: number): void;
  failed(route: number, how: Failure): void;
  /** Nothing more is sent from now on; may be said again. */
  ended(): void;
  /** Requests sent so far. */
  total(): number;
  summary(of: Pick<LoadSummary, 'engine' | 'connections'>): LoadSummary;
}

interface RouteCounts {
  sent: number;
  answered: number;
  unexpected: number;
  errors: number;
  /** Of the errors. */
  resets: number;
  timeouts: number;
  latencyUs: LatencyHistogram;
}

interface Clock {
  firstSentMs: number;
  lastAnsweredMs: number;
  endedMs: number;
  /** Answers in each second since the first request. */
  seconds: number[];
}

/** Starts counting for one load, with histograms of its own. `now` is in milliseconds; a record of past times has a clock of its own. */
export async function startTally(
  routes: readonly Route[],
  observe: Load['observe'] = () => undefined,
  now = (): number => performance.now(),
): Promise<Tally> {
  const histogram = await histogramMaker();
  const none = { sent: 0, answered: 0, unexpected: 0, errors: 0, resets: 0, timeouts: 0 };
  const counts = routes.map((): RouteCounts => ({ ...none, latencyUs: histogram() }));
  const clock: Clock = { firstSentMs: 0, lastAnsweredMs: 0, endedMs: 0, seconds: [] };
  const statuses: Record<string, number> = {};
  const spread: LatencyCounter = countLatencies();
  let sent = 0;

  return {
    sent(route) {
      if (sent === 0) clock.firstSentMs = now();
      sent += 1;
      counts[route]!.sent += 1;
    },
    answered(route, status, latencyUs) {
      const of = counts[route]!;
      const answeredMs = now();
      clock.lastAnsweredMs = Math.max(clock.lastAnsweredMs, answeredMs);
      const second = Math.floor((answeredMs - clock.firstSentMs) / 1000);
      clock.seconds[second] = (clock.seconds[second] ?? 0) + 1;
      statuses[status] = (statuses[status] ?? 0) + 1;
      of.answered += 1;
      if (isExpected(routes[route]!, status)) {
        of.latencyUs.record(latencyUs);
        spread.record(latencyUs);
        observe(answeredMs, latencyUs);
      } else of.unexpected += 1;
    },
    failed(route, how) {
      if (how === 'timeout') counts[route]!.timeouts += 1;
      else counts[route]!.errors += 1;
      if (how === 'reset') counts[route]!.resets += 1;
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
        ...(shape !== null && { histogram: shape }),
        routes: routes.map((route, index) => routeLoad(route, counts[index]!)),
      };
    },
  };
}

function sums(counts: readonly RouteCounts[]) {
  const sum = (key: Exclude<keyof RouteCounts, 'latencyUs'>): number =>
    counts.reduce((total, route) => total + route[key], 0);
  const [sent, answered, errors, timeouts] = [sum('sent'), sum('answered'), sum('errors'), sum('timeouts')];
  const lost = sent - answered - errors - timeouts;
  return { sent, answered, errors, resets: sum('resets'), timeouts, lost, unexpected: sum('unexpected') };
}

function rates(counts: readonly RouteCounts[], { firstSentMs, lastAnsweredMs, endedMs, seconds }: Clock) {
  const { sent, answered } = sums(counts);
  const durationMs = answered === 0 ? 0 : lastAnsweredMs - firstSentMs;
  // A load of 10 s whose last answer came after 9.99 s has ten full seconds.
  const fullSeconds = sent === 0 ? 0 : Math.floor((Math.max(endedMs, lastAnsweredMs) - firstSentMs) / 1000);
  return {
    durationMs,
    requestsPerSecond: durationMs === 0 ? 0 : (answered * 1000) / durationMs,
    perSecond: Array.from({ length: fullSeconds }, (_, second) => seconds[second] ?? 0),
  };
}

function routeLoad({ label }: Route, of: RouteCounts): RouteLoad {
  const failed = of.sent - of.answered + of.unexpected;
  return { label, requests: of.sent, failed, latencyUs: of.latencyUs.quantiles() };
}
