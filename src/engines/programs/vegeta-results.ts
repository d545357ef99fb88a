import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import type { LoadSummary, Route, Traffic } from '../../model.ts';
import { askedPerSecond, trafficDurationMs } from '../arrivals.ts';
import type { Failure } from '../connection.ts';
import { histogramMaker } from '../histogram.ts';
import { startTally } from '../tally.ts';
import { parseJson } from './json.ts';
import { unreadable } from './unreadable.ts';

/** What one attack left behind, in the form of `vegeta encode -to=json`. */
export interface AttackResults {
  file: string;
  perSecond: number;
}

const line = z.object({
  /** 0 without a complete answer. */
  code: z.number(),
  timestamp: z.string().transform((text, context) => {
    const ms = timeMs(text);
    if (Number.isFinite(ms)) return ms;
    context.addIssue({ code: 'custom', message: 'no time' });
    return z.NEVER;
  }),
  /** In nanoseconds. */
  latency: z.number().nonnegative(),
  error: z.string(),
  /** Ends with the route's index as its fragment. */
  url: z.string(),
});

/** One request of an attack. */
export interface Hit {
  route: number;
  startedMs: number;
  latencyMs: number;
  outcome: number | Failure;
}

/**
 * The hits of one attack in the order of their starts.
 * @throws LeakgateError `measurement` for lines that aren't vegeta's, or of another scenario.
 */
export function readHits(text: string, routes: number): Hit[] {
  const hits = text
    .split('\n')
    .filter((one) => one !== '')
    .map((one): Hit => {
      const parsed = line.safeParse(parseJson(one));
      const route = parsed.success ? Number(/#(\d+)$/.exec(parsed.data.url)?.[1]) : Number.NaN;
      if (!parsed.success || !(route < routes)) throw unreadable('vegeta', one.slice(0, 500), parsed.error);
      const { code, timestamp, latency, error } = parsed.data;
      return {
        route,
        startedMs: timestamp,
        latencyMs: latency / 1e6,
        outcome: code > 0 ? code : failureOf(error),
      };
    });
  return hits.toSorted((a, b) => a.startedMs - b.startedMs);
}

/** As Go's HTTP client words it. */
function failureOf(error: string): Failure {
  if (/Client\.Timeout|deadline exceeded|i\/o timeout/.test(error)) return 'timeout';
  return /reset by peer|broken pipe/.test(error) ? 'reset' : 'error';
}

/** Milliseconds since 1970 with their fraction; `Date.parse` keeps three digits of vegeta's nine. */
function timeMs(text: string): number {
  const [, whole, fraction = '0', zone] = /^(.+T[\d:]+)(?:\.(\d+))?(Z|[+-][\d:]+)$/.exec(text) ?? [];
  return whole === undefined ? Number.NaN : Date.parse(whole + zone) + Number(`0.${fraction}`) * 1000;
}

interface Sent {
  routes: Route[];
  connections: number;
  traffic: Traffic;
  version: string;
}

/**
 * All attacks of a load as one. Latency is from the moment at which vegeta took the request up, a wait for a free connection
 * included; how much later that was than the attack's rate says is the lag. Between two attacks vegeta starts anew, which
 * isn't part of it.
 */
export async function readVegeta(
  results: readonly AttackResults[],
  { routes, connections, traffic, version }: Sent,
): Promise<LoadSummary> {
  let nowMs = 0;
  const tally = await startTally(routes, undefined, () => nowMs);
  const lagUs = (await histogramMaker())();
  let lastMs = 0;
  for (const { file, perSecond } of results) {
    const hits = readHits(await readFile(file, 'utf8'), routes.length);
    const firstMs = hits[0]?.startedMs ?? 0;
    for (const [index, { route, startedMs, latencyMs, outcome }] of hits.entries()) {
      lagUs.record((startedMs - firstMs - (index * 1000) / perSecond) * 1000);
      nowMs = startedMs;
      tally.sent(route);
      nowMs = startedMs + latencyMs;
      lastMs = Math.max(lastMs, nowMs);
      if (typeof outcome === 'number') tally.answered(route, outcome, latencyMs * 1000);
      else tally.failed(route, outcome);
    }
  }
  nowMs = lastMs;
  tally.ended();
  const engine = { name: 'vegeta', version, model: 'open', protocol: 'HTTP/1.1' } as const;
  const open = {
    askedPerSecond: askedPerSecond(traffic),
    sentPerSecond: (tally.total() * 1000) / trafficDurationMs(traffic),
    dropped: 0,
    lagUs: lagUs.quantiles(),
  };
  return { ...tally.summary({ engine, connections }), open };
}
