import * as z from 'zod';
import type { LoadReport, LoadSummary } from '../model.ts';

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
  serviceUs: latencyUs.optional(),
  lagUs: latencyUs.optional(),
});

/** A load as baselines store it. */
export const loadSummary: z.ZodType<LoadSummary> = z.object({
  engine: z.object({
    name: z.string(),
    version: z.string(),
    model: z.enum(['closed', 'open']),
    protocol: z.enum(['HTTP/1.1', 'HTTP/2']).optional(),
  }),
  connections: z.number(),
  streams: z.number().optional(),
  durationMs: z.number(),
  sent: z.number(),
  answered: z.number(),
  errors: z.number(),
  resets: z.number().optional(),
  timeouts: z.number(),
  lost: z.number(),
  unexpected: z.number(),
  statuses: z.record(z.string(), z.number()),
  requestsPerSecond: z.number(),
  perSecond: z.array(z.number()),
  swing: z.number().optional(),
  latencyUs,
  histogram: latencyHistogram.exactOptional(),
  routes: z.array(z.object({ label: z.string(), requests: z.number(), failed: z.number(), latencyUs })),
  generatorCpuUs: z.number().optional(),
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

/** What of it reports show beside the figures. */
export function loadReport(load: LoadSummary): LoadReport {
  const { engine, connections, streams, sent, answered, errors, timeouts, lost, unexpected } = load;
  return {
    engine,
    connections,
    ...(streams !== undefined && { streams }),
    sent,
    answered,
    errors,
    timeouts,
    lost,
    unexpected,
    resets: load.resets ?? null,
    dropped: load.open?.dropped ?? 0,
    askedPerSecond: load.open?.askedPerSecond ?? null,
    sentPerSecond: load.open?.sentPerSecond ?? null,
    answeredPerSecond: load.requestsPerSecond,
    lagP99Us: load.open?.lagUs?.p99 ?? null,
    generatorCpuUs: load.generatorCpuUs ?? null,
  };
}
