import * as z from 'zod';
import { configSchema, sharedSettings, textOptions } from '../src/config/schema.ts';
import { checks } from '../src/checks/index.ts';

/** One row of the table of settings that only a config file holds: `ready.path`, `allow[].site`. */
export interface FileSetting {
  name: string;
  description: string;
  /** As one would write it; empty without a default. */
  default: string;
}

const node = z.object({
  description: z.string().default(''),
  default: z.unknown().optional(),
  get properties() {
    return z.record(z.string(), node).optional();
  },
  get items() {
    return node.optional();
  },
  get anyOf() {
    return z.array(node).optional();
  },
  get oneOf() {
    return z.array(node).optional();
  },
});

type Node = z.output<typeof node>;

/** What the README's table of inputs already has, and what stands below a check. */
const elsewhere: ReadonlySet<string> = new Set([
  '$schema',
  ...Object.keys(sharedSettings),
  ...checks.flatMap((check) => textOptions(check).map(([option]) => `${check.name}.${option}`)),
]);

/** Every setting that is no input, with what the schema says of it; those of a group below it, forms of one thing together. */
export function fileSettingRows(): FileSetting[] {
  const { properties = {} } = node.parse(z.toJSONSchema(configSchema, { io: 'input' }));
  const rows = Object.entries(properties).flatMap(([name, setting]) => rowsOf(name, setting));
  return rows.filter(({ name }, index) => rows.findIndex((row) => row.name === name) === index);
}

function rowsOf(name: string, setting: Node): FileSetting[] {
  if (elsewhere.has(name)) return [];
  const below = [
    ...Object.entries(setting.properties ?? {}).flatMap(([key, inner]) => rowsOf(`${name}.${key}`, inner)),
    ...(setting.items === undefined ? [] : rowsOf(`${name}[]`, setting.items)),
    ...[...(setting.anyOf ?? []), ...(setting.oneOf ?? [])].flatMap((form) => rowsOf(name, form)),
  ];
  const own = { name, description: setting.description, default: written(setting.default) };
  return setting.description === '' ? below : [own, ...below];
}

/** Empty lists and groups say nothing. */
function written(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
