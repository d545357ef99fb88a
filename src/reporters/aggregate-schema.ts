import * as z from 'zod';
import { LeakgateError } from '../errors.ts';
import type { Aggregate } from '../model.ts';
import { reportSchema } from './result-schema.ts';

const aggregateSchema = z.looseObject({
  schemaVersion: z.literal(1),
  leakgate: z.string(),
  createdAt: z.string(),
  verdict: reportSchema.shape.verdict,
  summary: z.string(),
  exitCode: z.number(),
  results: z.array(reportSchema).max(1000),
  missing: z.array(z.looseObject({ name: z.string(), reason: z.string() })).max(1000),
  notes: z.array(z.string()).max(1000),
});

/** Reads an `aggregate.json`. @throws LeakgateError `config` when it's none. */
export function parseAggregate(json: string, where: string): Aggregate {
  let given: unknown;
  try {
    given = JSON.parse(json);
  } catch (cause) {
    throw new LeakgateError('config', `${where} isn't JSON.`, { cause });
  }
  const parsed = aggregateSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw new LeakgateError(
    'config',
    `${where} is no aggregate: ${first?.path.map(String).join('.') ?? ''}: ${first?.message ?? ''}.`,
    { cause: parsed.error },
  );
}
