import * as z from 'zod';
import { LeakgateError } from '../errors.ts';

const timestamp = z.iso.datetime({ offset: true });

const environment = z.object({
  os: z.string(),
  arch: z.string(),
  cpus: z.number(),
  cpuModel: z.string(),
  memoryBytes: z.number(),
  goVersion: z.string(),
  nodeVersion: z.string(),
  runner: z.enum(['github', 'local']),
});

const acceptance = z.object({
  checks: z.array(z.string()).default(['all']),
  by: z.string(),
  reason: z.string(),
  how: z.string().default('leakgate baseline accept'),
  at: timestamp,
  until: z.iso.date().exactOptional(),
  /** With `until`: what the accepted checks were held against before, to count again after that day. */
  before: z.record(z.string(), z.unknown()).exactOptional(),
});

export type StoredAcceptance = z.infer<typeof acceptance>;

/** One commit of the chain that led to a baseline. */
const trailStep = z.object({
  sha: z.string(),
  /** The commit that it was measured beside; missing where there was none. */
  base: z.string().exactOptional(),
  /** Log ratios over the base by series; positive is worse. A series that is missing didn't change. `throughput` was `mean` once. */
  changes: z
    .record(z.string(), z.number())
    .transform(({ mean, ...rest }) => (mean === undefined ? rest : { throughput: mean, ...rest })),
  /** Per request, independent of the machine. */
  counts: z.record(z.string(), z.number()),
  /** Digest of what must be equal for counts to be comparable. */
  conditions: z.string(),
  /** Checks whose change somebody accepted here. */
  accepted: z.array(z.string()).exactOptional(),
});

export type TrailStep = z.infer<typeof trailStep>;

/** Unknown keys are ignored: a later Leakgate may add some without a new `schemaVersion`. */
export const storedBaseline = z.object({
  schemaVersion: z.literal(1),
  /** Version of the Leakgate that wrote it. */
  leakgate: z.string(),
  /** Names the service and scenario apart within a branch. */
  key: z.string(),
  branch: z.string(),
  /** The commit that was measured. Empty outside a repository. */
  sha: z.string().regex(/^(?:[0-9a-z]+)?$/i, { error: 'a commit' }),
  /** When it was measured. */
  createdAt: timestamp,
  /** Committer's date of `sha`. It orders the baselines of a branch, so that a re-run of an old commit doesn't go backwards. */
  committedAt: timestamp.exactOptional(),
  environment,
  /** What must be equal for machine-independent counts to be comparable. */
  comparability: z.record(z.string(), z.string()),
  /** What each check measured, in the shape of the check's own schema. */
  measurements: z.record(z.string(), z.unknown()),
  /** Set when a person took what a gate refused as the new normal. Early versions kept one, without `checks` and `how`. */
  accepted: z.preprocess((given) => (Array.isArray(given) ? given : [given]), z.array(acceptance)).exactOptional(),
  /** The commits before it and their changes, oldest first, this one last: what drift is seen by. */
  trail: z.array(trailStep).exactOptional(),
});

export type StoredBaseline = z.infer<typeof storedBaseline>;

/** One schema per version that can be read. A new version adds its line, and the old one a transform to the new shape. */
const schemas: Readonly<Record<number, z.ZodType<StoredBaseline>>> = { 1: storedBaseline };
const newestVersion = Math.max(...Object.keys(schemas).map(Number));

const header = z.object({ schemaVersion: z.int().positive(), leakgate: z.string().catch('an unknown version') });

/** Where a stored text came from, for messages. */
export interface BaselinePlace {
  /** `refs/leakgate/main:api.json`, or a file's path. */
  name: string;
  /** How a person deletes it: a command or a sentence. */
  removal: string;
}

export type Inspection =
  | { state: 'valid'; baseline: StoredBaseline }
  | { state: 'newer'; schemaVersion: number; leakgate: string }
  | { state: 'corrupt'; problem: string };

/** What a stored text is, without judging whether that is an error. */
export function inspectBaseline(text: string): Inspection {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { state: 'corrupt', problem: error instanceof Error ? error.message : String(error) };
  }
  const head = header.safeParse(json);
  if (!head.success) return { state: 'corrupt', problem: problemsOf(head.error) };
  const { schemaVersion, leakgate } = head.data;
  if (schemaVersion > newestVersion) return { state: 'newer', schemaVersion, leakgate };
  const parsed = schemas[schemaVersion]!.safeParse(json);
  return parsed.success
    ? { state: 'valid', baseline: parsed.data }
    : { state: 'corrupt', problem: problemsOf(parsed.error) };
}

/**
 * Reads a stored baseline.
 * @throws LeakgateError `config` when the text is damaged, or was written by a newer Leakgate. It is never "no baseline".
 */
export function parseBaseline(text: string, place: BaselinePlace): StoredBaseline {
  const found = inspectBaseline(text);
  if (found.state === 'valid') return found.baseline;
  throw found.state === 'newer' ? newerBaseline(found, place) : new DamagedBaseline(found.problem, place);
}

/** The error for a baseline that this Leakgate is too old to read, and therefore must not overwrite. */
export function newerBaseline(found: { schemaVersion: number; leakgate: string }, place: BaselinePlace): LeakgateError {
  return new LeakgateError(
    'config',
    `The baseline ${place.name} has schemaVersion ${found.schemaVersion}, written by a newer Leakgate (${found.leakgate}); this one reads up to ${newestVersion}.`,
    { hint: `Use the same Leakgate version in every workflow, or delete the baseline to start anew: ${place.removal}` },
  );
}

/** A stored text that isn't a baseline. Whoever stores the next one may remove it. */
export class DamagedBaseline extends LeakgateError {
  override readonly name = 'DamagedBaseline';

  constructor(problem: string, place: BaselinePlace) {
    super('config', `The baseline ${place.name} is damaged: ${problem}.`, {
      hint: `Accept a new baseline (\`leakgate baseline accept\`), or delete this one: ${place.removal}`,
    });
  }
}

function problemsOf(error: z.ZodError): string {
  const listed = error.issues.slice(0, 3).map(({ path, message }) => {
    const key = path.map(String).join('.');
    return key === '' ? message : `${key}: ${message}`;
  });
  return listed.join('; ');
}

/** Stable text for a baseline: the schema's order at the top, sorted keys below, so that a diff shows only what changed. */
export function formatBaseline(baseline: StoredBaseline): string {
  const ordered = storedBaseline.parse(baseline);
  return `${JSON.stringify(ordered, (key, value: unknown) => (key === '' ? value : sortedKeys(value)), 2)}\n`;
}

function sortedKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
