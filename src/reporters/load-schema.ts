import * as z from 'zod';

/** How a load was sent, and what became of it. */
export const load = z.looseObject({
  engine: z.looseObject({
    name: z.string(),
    version: z.string(),
    model: z.enum(['closed', 'open']),
    protocol: z.enum(['HTTP/1.1', 'HTTP/2']).optional(),
  }),
  connections: z.number(),
  streams: z.number().optional(),
  sent: z.number(),
  answered: z.number(),
  errors: z.number(),
  timeouts: z.number(),
  lost: z.number(),
  unexpected: z.number(),
  resets: z.number().nullable(),
  dropped: z.number(),
  askedPerSecond: z.number().nullable(),
  sentPerSecond: z.number().nullable(),
  answeredPerSecond: z.number(),
  lagP99Us: z.number().nullable(),
  generatorCpuUs: z.number().nullable(),
});

/** A service over one protocol. */
export const protocolRow = z.looseObject({
  protocol: z.enum(['HTTP/1.1', 'HTTP/2']),
  connections: z.number(),
  streams: z.number(),
  requestsPerSecond: z.number(),
  p50Us: z.number(),
  p99Us: z.number(),
  cpuUsPerRequest: z.number().nullable(),
  socketBytes: z.number().nullable(),
  heapBytes: z.number().nullable(),
  goroutines: z.number().nullable(),
  failedShare: z.number(),
});
