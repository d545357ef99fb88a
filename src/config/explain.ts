import * as z from 'zod';
import { LeakgateError } from '../errors.ts';
import type { GivenInputs } from './inputs.ts';
import { allowedText } from './issue-text.ts';
import { configSchema, optionOwners } from './schema.ts';
import { withoutPassword } from './store-settings.ts';

/** What was validated. */
interface Validated {
  /** As it was written, before any of it was read as a number. */
  tree: unknown;
  fileName: string;
  inputs: GivenInputs;
}

/** Turns one of zod's issues into a sentence that a user can act on: a misspelt key says more than the one that is missed. */
export function explain(error: z.ZodError, { tree, fileName, inputs }: Validated): LeakgateError {
  const issue = error.issues.find(({ code }) => code === 'unrecognized_keys') ?? error.issues[0];
  if (issue === undefined) return new LeakgateError('config', `${fileName} isn't valid.`, { cause: error });
  const key = issue.path.map(String).join('.');
  const input = [issue.path.at(-1), issue.path[0]].map(String).find((name) => name in inputs);
  const where = input === undefined ? `${fileName}: ${key}` : `input ${input}`;
  if (issue.code === 'unrecognized_keys') return unknownKey(issue.keys[0] ?? '', issue.path, fileName, inputs);
  const value = writtenAt(tree, issue.path) ?? issue.input;
  const given =
    value === undefined ? 'is missing' : `got ${withoutPassword(JSON.stringify(value) ?? '').slice(0, 200)}`;
  return new LeakgateError('config', `${where}: ${given}; ${allowedText(issue)}.`, { cause: error });
}

/** A list may be written as a text: what stands inside of it has no place of its own. */
function writtenAt(tree: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, step) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[step] : undefined),
    tree,
  );
}

function unknownKey(key: string, path: PropertyKey[], fileName: string, inputs: GivenInputs): LeakgateError {
  const parent = path.map(String).join('.');
  const keys = settingsAt(path);
  const allowed = `Allowed${parent === '' ? '' : ` under ${parent}`}: ${keys.join(', ')}.`;
  const hint = misplaced(key, parent) ?? (keys.length === 0 ? undefined : allowed);
  const where = key in inputs ? `input ${key}` : `${fileName}: ${parent === '' ? key : `${parent}.${key}`}`;
  return new LeakgateError('config', `${where} isn't a setting.`, hint === undefined ? {} : { hint });
}

/** A setting that exists, in another place. */
function misplaced(key: string, parent: string): string | undefined {
  const owner = optionOwners.get(key);
  if (owner !== undefined && owner !== parent) return `${key} belongs under ${owner}: in a config file.`;
  return parent !== '' && key in configSchema.shape ? `${key} stands at the top of a config file.` : undefined;
}

const schemaNode = z.object({
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
});

/** Names that may stand in a place of the config file. */
function settingsAt(path: readonly PropertyKey[]): string[] {
  const root: unknown = z.toJSONSchema(configSchema, { io: 'input' });
  const found = path.reduce((nodes: unknown[], step) => nodes.flatMap((node) => below(node, step)), [root]);
  const names = found.flatMap(alternatives).flatMap(({ properties }) => Object.keys(properties ?? {}));
  return [...new Set(names)].filter((name) => name !== '$schema');
}

const below = (node: unknown, step: PropertyKey): unknown[] =>
  alternatives(node).flatMap(({ properties, items }) =>
    typeof step === 'number' ? [items] : [properties?.[String(step)]],
  );

function alternatives(node: unknown): z.output<typeof schemaNode>[] {
  const parsed = schemaNode.safeParse(node);
  return parsed.success ? [parsed.data, ...(parsed.data.anyOf ?? []).flatMap(alternatives)] : [];
}
