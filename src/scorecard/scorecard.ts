import * as z from 'zod';
import { LeakgateError } from '../errors.ts';

/** What is compared, in the order of the table. */
export const criteria = ['throughput', 'latency', 'memory', 'goroutines'] as const;

export type Criterion = (typeof criteria)[number];

const figures = z.object({
  qps: z.number(),
  p99Ms: z.number(),
  /** Of each round, to tell how far they lie apart. */
  qpsRounds: z.array(z.number()),
  initialGoroutines: z.number(),
  afterGoroutines: z.number(),
  initialHeapBytes: z.number(),
  afterHeapBytes: z.number(),
  /** Between the two looks. */
  requests: z.number(),
});

const perCriterion = z.object({
  throughput: z.number(),
  latency: z.number(),
  memory: z.number(),
  goroutines: z.number(),
});

const contestant = z.object({
  name: z.string(),
  folder: z.string(),
  ref: z.string().nullable(),
  sha: z.string(),
  goVersion: z.string(),
  /** Version by path of the modules that its go.mod requires directly. */
  modules: z.record(z.string(), z.string()),
});

const scorecard = z.object({
  schemaVersion: z.literal(1),
  leakgate: z.string(),
  createdAt: z.string(),
  machine: z.object({ cpus: z.number(), cpuModel: z.string() }),
  plan: z.object({ rounds: z.number(), roundMs: z.number(), leakRequests: z.number() }),
  /** Settings that held for all, such as `requests`. */
  inputs: z.record(z.string(), z.string()),
  weights: perCriterion,
  entries: z.array(contestant.extend({ figures, scores: perCriterion, total: z.number() })),
});

export type Figures = z.output<typeof figures>;
export type Scores = z.output<typeof perCriterion>;
export type Contestant = z.output<typeof contestant>;
export type Scorecard = z.output<typeof scorecard>;
export type Entry = Scorecard['entries'][number];

/** Reads a `scorecard.json`. @throws LeakgateError `config`. */
export function parseScorecard(text: string, where: string): Scorecard {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (cause) {
    throw new LeakgateError('config', `${where} isn't JSON.`, { cause });
  }
  const parsed = scorecard.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new LeakgateError('config', `${where} is no scorecard of this version of Leakgate.`, { cause: parsed.error });
}
