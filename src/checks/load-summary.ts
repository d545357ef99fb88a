import * as z from 'zod';
import type { LoadSummary } from '../model.ts';

const latencyUs = z.object({
  mean: z.number(),
  p50: z.number(),
  p95: z.number(),
  p99: z.number(),
  max: z.number(),
});

export const latencyHistogram = z.object({ perDecade: z.number(), first: z.number(), counts: z.array(z.number()) });

const open = z.object({
  askedPerSecond: z.number(),
  sentPerSecond: z.number(),
  dropped: z.number(),
  serviceUs: latencyUs,
  lagUs: latencyUs,
  cpuUsPerRequest: z.number(),
});

/** A load as baselines store it. */
export const loadSummary: z.ZodType<LoadSummary> = z.object({
  engine: z.object({ name: z.string(), version: z.string(), model: z.enum(['closed', 'open']) }),
  connections: z.number(),
  durationMs: z.number(),
  sent: z.number(),
  answered: z.number(),
  errors: z.number(),
  timeouts: z.number(),
  lost: z.number(),
  unexpected: z.number(),
  statuses: z.record(z.string(), z.number()),
  requestsPerSecond: z.number(),
  perSecond: z.array(z.number()),
  latencyUs,
  histogram: latencyHistogram.exactOptional(),
  routes: z.array(z.object({ label: z.string(), requests: z.number(), failed: z.number(), latencyUs })),
  open: open.optional(),
});

/** Requests that didn't get what the scenario expects, whatever happened to them. */
export function failedRequests(load: LoadSummary): number {
  return load.errors + load.timeouts + load.lost + load.unexpected;
}

/** Their share of all that were sent. */
export function failedShare(load: LoadSummary): number {
  return load.sent === 0 ? 1 : failedRequests(load) / load.sent;
}
