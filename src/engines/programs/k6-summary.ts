import * as z from 'zod';
import type { LoadSummary } from '../../model.ts';
import { parseJson } from './json.ts';
import { unreadable } from './unreadable.ts';

const counter = z.object({ count: z.number().nonnegative(), rate: z.number().nonnegative() });
const trend = z.object({
  avg: z.number(),
  max: z.number(),
  'p(50)': z.number(),
  'p(95)': z.number(),
  'p(99)': z.number(),
});

/** The file of `--summary-export`, which k6 has written since 0.26; times in milliseconds. */
const summaryFile = z.object({
  metrics: z.object({
    http_reqs: counter.optional(),
    http_req_duration: trend.optional(),
    'http_req_duration{expected_response:true}': trend.optional(),
    /** `passes`: how often it was true that a request failed. */
    http_req_failed: z.object({ passes: z.number().nonnegative() }).optional(),
    iterations: counter.optional(),
    dropped_iterations: counter.optional(),
  }),
});

interface Ran {
  version: string;
  /** Virtual users: each keeps a connection of its own. */
  connections: number;
  model: 'closed' | 'open';
  /** For a script whose rates tell no duration. */
  ranMs: number;
}

/**
 * k6 says how many requests failed, not how: all count as unexpected answers, and statuses and routes stay empty. An iteration
 * that found no free user was never sent. It counts as timed out, with as many requests as an iteration had on average.
 * @throws LeakgateError `measurement` for a file that isn't k6's.
 */
export function readK6(text: string, { version, connections, model, ranMs }: Ran): LoadSummary {
  const parsed = summaryFile.safeParse(parseJson(text));
  if (!parsed.success) throw unreadable('k6', text.slice(0, 2000), parsed.error);
  const { metrics } = parsed.data;
  const { count = 0, rate = 0 } = metrics.http_reqs ?? {};
  const durationMs = rate > 0 ? (count * 1000) / rate : ranMs;
  const perIteration = count / Math.max(1, metrics.iterations?.count ?? 0);
  const dropped = Math.round((metrics.dropped_iterations?.count ?? 0) * perIteration);
  const latency = metrics['http_req_duration{expected_response:true}'] ?? metrics.http_req_duration;
  const perSecond = (requests: number): number => (durationMs === 0 ? 0 : (requests * 1000) / durationMs);
  return {
    engine: { name: 'k6', version, model },
    connections,
    durationMs,
    sent: count + dropped,
    answered: count,
    errors: 0,
    timeouts: dropped,
    lost: 0,
    unexpected: Math.min(count, metrics.http_req_failed?.passes ?? 0),
    statuses: {},
    requestsPerSecond: rate,
    perSecond: [],
    latencyUs: toUs(latency),
    routes: [],
    ...(model === 'open' && {
      open: { askedPerSecond: perSecond(count + dropped), sentPerSecond: perSecond(count), dropped },
    }),
  };
}

const us = (ms = 0): number => ms * 1000;

function toUs(of: z.output<typeof trend> | undefined): LoadSummary['latencyUs'] {
  return {
    mean: us(of?.avg),
    p50: us(of?.['p(50)']),
    p95: us(of?.['p(95)']),
    p99: us(of?.['p(99)']),
    max: us(of?.max),
  };
}
