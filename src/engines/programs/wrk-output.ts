import * as z from 'zod';
import type { LoadSummary, Route } from '../../model.ts';
import { parseJson } from './json.ts';
import { unreadable } from './unreadable.ts';
import { resultMark } from './wrk-script.ts';

const count = z.number().nonnegative().transform(Math.round);
const us = z.number().nonnegative();

const figures = z.object({
  /** Requests written; connections that never came about aren't among them. */
  sent: count,
  answered: count,
  unexpected: count,
  durationUs: us,
  connect: count,
  read: count,
  write: count,
  /** Answers that came after the timeout. */
  late: count,
  mean: us,
  p50: us,
  p95: us,
  p99: us,
  max: us,
  /** Of one thread's throughput in tenths of a second. */
  rateMean: us,
  rateDeviation: us,
});

/**
 * What the script of `wrkScript` printed. wrk can't tell routes apart, and adds to its latencies the requests that a stall kept
 * back. What is on the wire when the time is up is never answered and doesn't count as sent; so neither does, at most once for
 * each connection, a request that hangs.
 * @throws LeakgateError `measurement` for an output without the figures.
 */
export function readWrk(
  stdout: string,
  { routes, connections, version }: { routes: readonly Route[]; connections: number; version: string },
): LoadSummary {
  const line = stdout.split('\n').findLast((one) => one.startsWith(resultMark));
  const parsed = figures.safeParse(parseJson(line?.slice(resultMark.length)));
  if (!parsed.success) throw unreadable('wrk', stdout, parsed.error);
  const of = parsed.data;
  const errors = of.connect + of.read + of.write;
  const timeouts = Math.min(of.late, of.answered);
  const answered = of.answered - timeouts;
  const open = Math.max(0, of.sent + of.connect - of.answered - errors);
  const lost = of.answered === 0 ? open : Math.max(0, open - connections);
  const unexpected = Math.min(of.unexpected, answered);
  const latencyUs = { mean: of.mean, p50: of.p50, p95: of.p95, p99: of.p99, max: of.max };
  const sent = answered + errors + timeouts + lost;
  const failed = sent - answered + unexpected;
  return {
    engine: { name: 'wrk', version, model: 'closed', protocol: 'HTTP/1.1' },
    connections,
    durationMs: of.durationUs / 1000,
    sent,
    answered,
    errors,
    timeouts,
    lost,
    unexpected,
    statuses: {},
    requestsPerSecond: of.durationUs === 0 ? 0 : (answered * 1e6) / of.durationUs,
    perSecond: [],
    ...(of.rateMean > 0 && { swing: of.rateDeviation / of.rateMean }),
    latencyUs,
    routes: routes.length === 1 ? [{ label: routes[0]!.label, requests: sent, failed, latencyUs }] : [],
  };
}
