import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';

const named = z.strictObject({ id: z.string(), at: z.string().nullable() });

/** One finished run: a line of the results file. */
export const recordSchema = z.strictObject({
  entry: z.string(),
  run: z.int().positive(),
  /** When it began. */
  at: z.iso.datetime(),
  /** Hash of `dist/`: runs of different programs are never added up. */
  program: z.string(),
  commit: z.string(),
  machine: z.string(),
  go: z.string(),
  outcome: z.enum(['found', 'misnamed', 'missed', 'quiet', 'false-alarm', 'undecided', 'broken']),
  verdict: z.string(),
  exitCode: z.int(),
  /** Every red finding. */
  failed: z.array(named),
  /** Those that blame something else than what is wrong. */
  astray: z.array(named),
  /** Why the run is broken. */
  error: z.string().exactOptional(),
  /** Change, lower and upper end of the interval by finding: how noisy the machine was. */
  effects: z.record(z.string(), z.tuple([z.number(), z.number(), z.number()])).exactOptional(),
  /** The whole run, builds included. */
  seconds: z.number(),
  /** Without looking around, reading the baseline and building. */
  measuredSeconds: z.number(),
  /** Load average of the last minute before the run. */
  load: z.number(),
});

export type RunRecord = z.output<typeof recordSchema>;

/** @throws Error that names file and line. */
export function readRecords(path: string): RunRecord[] {
  if (!existsSync(path)) return [];
  return parseRecords(readFileSync(path, 'utf8'), path);
}

export function parseRecords(text: string, path: string): RunRecord[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [recordSchema.parse(JSON.parse(line))];
    } catch (cause) {
      throw new Error(`${path}:${index + 1} isn't a finished run.`, { cause });
    }
  });
}

export function appendRecord(path: string, record: RunRecord): void {
  mkdirSync(dirname(path), { recursive: true });
  appendFileSync(path, `${JSON.stringify(record)}\n`);
}
