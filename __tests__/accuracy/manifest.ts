import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';

const oneIn = z.int().positive().default(1);

const shared = {
  /** Names the entry; also its folder under `corpus/` unless `service` names another one. */
  name: z.string().regex(/^[a-z][a-z0-9-]*$/),
  service: z.string().optional(),
  framework: z.enum(['net/http', 'gin', 'echo', 'chi', 'fiber', 'gorilla']),
  /** What the service does right or wrong, in a few words. */
  what: z.string(),
  /** As in a config file of Leakgate. */
  requests: z.array(z.union([z.string(), z.looseObject({ path: z.string() })])).min(1),
  /** Otherwise the leak checks for one service, and speed for a pair. */
  checks: z.string().optional(),
  /** What else stands in its config file. */
  config: z.record(z.string(), z.unknown()).default({}),
};

/** A change of one file of the service, as a pull request makes it. */
const change = z.strictObject({ file: z.string(), find: z.string(), replace: z.string() });

const entrySchema = z.discriminatedUnion('kind', [
  /** About `bytes` stay with one request in `oneIn`, over all requests of the mix; the spare room of containers apart. */
  z.strictObject({ ...shared, kind: z.literal('heap'), leak: z.strictObject({ bytes: z.int().positive(), oneIn }) }),
  z.strictObject({ ...shared, kind: z.literal('goroutine'), leak: z.strictObject({ oneIn }) }),
  z.strictObject({ ...shared, kind: z.literal('fd'), leak: z.strictObject({ oneIn }) }),
  z.strictObject({ ...shared, kind: z.literal('healthy') }),
  /** Red when one of the `expect`ed findings is. `effect` is a share of what the base takes: 0.05 is 5 % more. */
  z.strictObject({
    ...shared,
    kind: z.literal('speed'),
    change: z.array(change).min(1),
    effect: z.strictObject({ on: z.string(), share: z.number().optional() }),
    expect: z.array(z.string()).min(1),
  }),
  /** A change that mustn't be noticed. */
  z.strictObject({ ...shared, kind: z.literal('same'), change: z.array(change).min(1) }),
]);

export type Entry = z.output<typeof entrySchema>;
export type Kind = Entry['kind'];
export type Change = z.output<typeof change>;

/** In the order in which they are run and shown. */
export const kinds: readonly Kind[] = ['heap', 'goroutine', 'fd', 'healthy', 'speed', 'same'];

const manifestSchema = z.array(entrySchema).check(
  z.refine((entries) => new Set(entries.map(({ name }) => name)).size === entries.length, {
    error: 'two entries have the same name',
  }),
);

/** @throws ZodError that names the entry and field. */
export const parseManifest = (yaml: string): Entry[] => manifestSchema.parse(parse(yaml));

/** Reads `corpus/manifest.yml` below `folder`. */
export const readManifest = (folder: string): Entry[] =>
  parseManifest(readFileSync(`${folder}/corpus/manifest.yml`, 'utf8'));

/** Does the entry compare a head with a base? */
export const isPair = (entry: Entry): entry is Extract<Entry, { kind: 'speed' | 'same' }> =>
  entry.kind === 'speed' || entry.kind === 'same';
