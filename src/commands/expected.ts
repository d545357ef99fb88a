import * as z from 'zod';
import { LeakgateError } from '../errors.ts';

const name = z.union([
  z.string(),
  z
    .object({ key: z.string().optional(), package: z.string().optional(), service: z.string().optional() })
    .transform(({ key, package: path, service }) => key ?? path ?? service)
    .pipe(z.string({ error: 'a leg needs key, package or service' })),
]);
const expectation = z.union([
  z.array(name),
  z.object({ include: z.array(name) }).transform(({ include }) => include),
  z
    .record(z.string(), z.array(z.string()))
    .refine((matrix) => Object.keys(matrix).length === 1, { error: 'a matrix of several values: name the keys' })
    .transform((matrix) => Object.values(matrix).flat()),
]);

/**
 * Which legs must have left a result: names separated by commas or lines, a JSON list, or a matrix, such as
 * `leakgate affected` writes it. Undefined: not known.
 * @throws LeakgateError `config`.
 */
export function parseExpected(given: string | undefined): string[] | null {
  const text = given?.trim() ?? '';
  if (text === '') return null;
  if (!/^[[{]/.test(text)) return words(text);
  const parsed = expectation.safeParse(parseJson('--expect', text));
  if (parsed.success) return parsed.data;
  throw new LeakgateError('config', `--expect: ${parsed.error.issues[0]?.message ?? 'it can’t be read'}.`, {
    hint: 'Give names separated by commas, a JSON list of names, or the matrix that `leakgate affected` wrote.',
  });
}

const words = (text: string): string[] =>
  text
    .split(/[,\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');

const jobsSchema = z.record(z.string(), z.object({ result: z.string() }));

/** Conclusions by job from the runner's `toJSON(needs)`. @throws LeakgateError `config`. */
export function parseJobs(given: string | undefined): Record<string, string> {
  if (given === undefined || given.trim() === '') return {};
  const parsed = jobsSchema.safeParse(parseJson('--needs', given));
  if (!parsed.success) throw new LeakgateError('config', '--needs isn’t what the runner’s `toJSON(needs)` gives.');
  return Object.fromEntries(Object.entries(parsed.data).map(([job, { result }]) => [job, result]));
}

function parseJson(option: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new LeakgateError('config', `${option} isn’t JSON: ${text.slice(0, 60)}`, { cause });
  }
}
