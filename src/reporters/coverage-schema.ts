import * as z from 'zod';
import { frame } from './finding-schema.ts';

// `looseObject` throughout, as in `result-schema.ts`.
const leakProneSite = z.looseObject({
  kind: z.enum(['go', 'context', 'timer', 'channel', 'response', 'pool', 'growing']),
  frame,
  source: z.string(),
  runs: z.number(),
  routes: z
    .array(z.looseObject({ method: z.string(), path: z.string(), may: z.boolean(), ran: z.boolean().nullable() }))
    .exactOptional(),
  alive: z
    .looseObject({
      count: z.number(),
      states: z.record(z.string(), z.number()),
      minutes: z.number(),
      proven: z.number(),
      wakers: z
        .looseObject({ nobody: z.number(), referenced: z.number(), runtime: z.number(), unknown: z.number() })
        .exactOptional(),
    })
    .exactOptional(),
  lives: z
    .looseObject({
      traceMs: z.number(),
      started: z.number(),
      ended: z.number(),
      runnableMs: z.number(),
      runningMs: z.number(),
      syscallMs: z.number(),
      blocked: z.array(z.looseObject({ reason: z.string(), times: z.number(), ms: z.number(), longestMs: z.number() })),
    })
    .exactOptional(),
});

/** What the load proved of the lines that can leak. */
export const leakCoverage = z.looseObject({
  requests: z.number(),
  kinds: z.array(z.looseObject({ kind: leakProneSite.shape.kind, sites: z.number(), reached: z.number() })),
  unreached: z.array(leakProneSite),
  started: z.array(leakProneSite),
});
