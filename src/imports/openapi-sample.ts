import { literals } from './imported.ts';

export type Node = Record<string, unknown>;

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Follows `#/…` references. Undefined for what isn't there, lies in another file, or goes round in circles. */
export function resolver(document: Node): (value: unknown) => Node | undefined {
  return (value) => {
    let node = value;
    for (let steps = 0; steps < 20; steps += 1) {
      if (!isNode(node)) return undefined;
      const reference = node['$ref'];
      if (typeof reference !== 'string') return node;
      if (!reference.startsWith('#/')) return undefined;
      const names = reference
        .slice(2)
        .split('/')
        .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
      node = names.reduce<unknown>(
        (at, name) => (isNode(at) && Object.hasOwn(at, name) ? at[name] : undefined),
        document,
      );
    }
    return undefined;
  };
}

/** A value for a schema, and the names of the parts that nobody gave an example or default for. */
export interface Sample {
  value: unknown;
  madeUp: string[];
}

/** The value that the description itself gives: an example, a default, the only or first allowed one. Undefined where it gives none. */
export function givenValue(schema: Node): unknown {
  const examples = schema['examples'];
  const first = Array.isArray(examples)
    ? (examples[0] as unknown)
    : isNode(examples)
      ? valueOf(Object.values(examples)[0])
      : undefined;
  const allowed = schema['enum'];
  const value =
    schema['example'] ??
    first ??
    schema['default'] ??
    schema['const'] ??
    (Array.isArray(allowed) ? (allowed[0] as unknown) : undefined);
  return literals(value);
}

const valueOf = (example: unknown): unknown => (isNode(example) ? example['value'] : undefined);

type Below = (inner: unknown, as: string) => Sample;

/**
 * What a schema asks for, made up where it gives no values; undefined where it would hold itself. `name` is what the part is called
 * in the list of what was made up, `around` are the schemas that it lies in.
 */
export function sampleOf(
  given: unknown,
  resolve: (value: unknown) => Node | undefined,
  name = 'body',
  around: readonly Node[] = [],
): Sample {
  const schema = resolve(given);
  if (schema === undefined || around.includes(schema)) return { value: undefined, madeUp: [name] };
  const known = givenValue(schema);
  if (known !== undefined) return { value: known, madeUp: [] };
  const below: Below = (inner, as) => sampleOf(inner, resolve, as, [...around, schema]);
  const parts = list(schema['allOf']);
  const own = isNode(schema['properties']) ? [{ ...schema, allOf: undefined }] : [];
  if (parts.length > 0) return mergedSample([...own, ...parts].map((part) => below(part, name)));
  const [choice] = [...list(schema['oneOf']), ...list(schema['anyOf'])];
  if (choice !== undefined) return below(choice, name);
  const type = typeOf(schema);
  if (type === 'object') return objectSample(schema, resolve, below);
  if (type === 'array') {
    const item = below(schema['items'], name);
    return { value: item.value === undefined ? [] : [item.value], madeUp: item.madeUp };
  }
  return scalarSample(schema, type, name);
}

/** Required properties, and those that come with a value of their own; all of them where none is required. */
function objectSample(schema: Node, resolve: (value: unknown) => Node | undefined, below: Below): Sample {
  const properties = isNode(schema['properties']) ? Object.entries(schema['properties']) : [];
  const required = new Set(list(schema['required']));
  const writable = properties.filter(([, inner]) => resolve(inner)?.['readOnly'] !== true);
  const wanted = writable.filter(([key, inner]) => required.has(key) || givenValue(resolve(inner) ?? {}) !== undefined);
  const samples = (wanted.length > 0 ? wanted : writable).map(([key, inner]) => [key, below(inner, key)] as const);
  return {
    value: Object.fromEntries(samples.map(([key, { value }]) => [key, value])),
    madeUp: samples.flatMap(([, { madeUp }]) => madeUp),
  };
}

function mergedSample(samples: Sample[]): Sample {
  const objects = samples.filter(({ value }) => isNode(value));
  const madeUp = (objects.length > 0 ? objects : samples).flatMap((sample) => sample.madeUp);
  if (objects.length === 0) return { value: samples.at(-1)?.value, madeUp };
  return { value: Object.assign({}, ...objects.map(({ value }) => value)) as Node, madeUp };
}

function typeOf(schema: Node): string {
  const type = Array.isArray(schema['type']) ? schema['type'].find((one) => one !== 'null') : schema['type'];
  if (typeof type === 'string') return type;
  if (isNode(schema['properties'])) return 'object';
  return schema['items'] === undefined ? 'object' : 'array';
}

const formats: Record<string, string> = {
  uuid: '{{uuid}}',
  'date-time': '2026-01-01T00:00:00Z',
  date: '2026-01-01',
  time: '00:00:00Z',
  email: 'user@example.com',
  uri: 'https://example.com',
  url: 'https://example.com',
  hostname: 'example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  byte: 'AA==',
};

function scalarSample(schema: Node, type: string, name: string): Sample {
  const madeUp = [name];
  if (type === 'boolean') return { value: true, madeUp };
  if (type === 'integer' || type === 'number') return { value: numberFor(schema), madeUp };
  const format = formats[String(schema['format'])];
  if (format !== undefined) return { value: format, madeUp };
  const [least, most] = [Number(schema['minLength'] ?? 0), Number(schema['maxLength'] ?? Infinity)];
  return { value: 'string'.padEnd(Math.min(least, 4096), 'x').slice(0, Math.max(most, 0)), madeUp };
}

/** The smallest allowed one from 1 on. `exclusiveMinimum` is a number since OpenAPI 3.1, before that a flag. */
function numberFor({ minimum, exclusiveMinimum, maximum }: Node): number {
  const above = typeof exclusiveMinimum === 'number' ? exclusiveMinimum + 1 : undefined;
  const least = above ?? (typeof minimum === 'number' ? minimum + (exclusiveMinimum === true ? 1 : 0) : 1);
  return typeof maximum === 'number' ? Math.min(least, maximum) : least;
}

export const list = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
