import { methods } from '../config/requests.ts';
import { pathOf, unreadable, type Imported, type ImportedRequest } from './imported.ts';
import { givenValue, isNode, list, resolver, sampleOf, type Node } from './openapi-sample.ts';

interface Operation {
  method: string;
  path: string;
  node: Node;
  /** Of the path, then of the operation, which goes before. */
  parameters: Node[];
}

interface Description {
  root: Node;
  /** Path that the first server adds. */
  base: string;
  resolve: ReturnType<typeof resolver>;
}

/** Every operation whose places can be filled by the description itself; bodies may be made up in part, and say so. */
export function fromOpenApi(root: Node, name: string): Imported {
  const version = root['openapi'];
  if (root['swagger'] !== undefined)
    throw unreadable(
      name,
      `is Swagger ${textOf(root['swagger'])}; OpenAPI 3 is read.`,
      'swagger2openapi, or editor.swagger.io, converts it.',
    );
  if (typeof version !== 'string' || !version.startsWith('3.'))
    throw unreadable(name, `says openapi: ${JSON.stringify(version)}; OpenAPI 3 is read.`);
  if (!isNode(root['paths'])) throw unreadable(name, 'has no paths.');
  const description = { root, base: basePath(root), resolve: resolver(root) };
  const left: string[] = [];
  const requests = operationsOf(root['paths'], description).flatMap((operation): ImportedRequest[] => {
    const made = toRequest(operation, description);
    if (typeof made !== 'string') return [made];
    left.push(`${operation.method} ${operation.path}: ${made}`);
    return [];
  });
  const { base } = description;
  const prefix = base === '' ? [] : [`The paths begin with ${base}, as the first server has it.`];
  return { requests, left, notes: [...prefix, ...securityNotes(root)] };
}

function operationsOf(paths: Node, { resolve, base }: Description): Operation[] {
  return Object.entries(paths).flatMap(([key, given]) => {
    // Others are extensions, which begin with x-.
    if (!key.startsWith('/')) return [];
    const path = key.replace(/[^\x21-\x7e]+/g, (signs) => encodeURIComponent(Buffer.from(signs).toString()));
    const item = resolve(given) ?? {};
    return methods.flatMap((method): Operation[] => {
      const node = item[method.toLowerCase()];
      if (!isNode(node)) return [];
      const parameters = [...list(item['parameters']), ...list(node['parameters'])].map((one) => resolve(one) ?? {});
      return [{ method, path: base + path, node, parameters }];
    });
  });
}

/** A request, or why there is none. */
function toRequest({ method, path, node, parameters }: Operation, { resolve }: Description): ImportedRequest | string {
  const own = new Map(
    parameters.map((parameter) => [`${String(parameter['in'])} ${String(parameter['name'])}`, parameter]),
  );
  const query: string[] = [];
  const headers: Record<string, string> = {};
  const segments = new Map<string, string>();
  for (const parameter of own.values()) {
    const [place, name] = [String(parameter['in']), String(parameter['name'])];
    const value = parameterValue(parameter, resolve);
    const needed = place === 'path' || parameter['required'] === true;
    if (value === null && needed) return `no example or default for the ${place} parameter ${name}`;
    if (value === null || (!needed && parameter['example'] === undefined)) continue;
    if (place === 'path') segments.set(name, encoded(value));
    else if (place === 'query') query.push(`${encodeURIComponent(name)}=${encoded(value)}`);
    else if (place === 'header') headers[name] = value;
  }
  const missing = Array.from(path.matchAll(/\{([^{}]*)\}/g), ([, name]) => name!).find((name) => !segments.has(name));
  if (missing !== undefined) return `the path parameter ${missing} isn't described`;
  const filled = path.replace(/\{([^{}]*)\}/g, (_, name: string) => segments.get(name)!);
  const body = bodyOf(node['requestBody'], resolve);
  if (typeof body === 'string') return body;
  const target = query.length === 0 ? filled : `${filled}?${query.join('&')}`;
  return { method, path: target, ...body, headers: { ...headers, ...body.headers }, weight: 1 };
}

/** Null without one. A UUID needs no example: any will do. */
function parameterValue(parameter: Node, resolve: Description['resolve']): string | null {
  const content = isNode(parameter['content']) ? Object.values(parameter['content'])[0] : undefined;
  const schema = resolve(parameter['schema'] ?? (isNode(content) ? content['schema'] : undefined)) ?? {};
  const value = givenValue(parameter) ?? givenValue(schema) ?? (schema['format'] === 'uuid' ? '{{uuid}}' : undefined);
  if (value === undefined || value === null) return null;
  if (typeof value === 'object') return list(value).map(String).join(',') || null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Placeholders stay as they are. */
const encoded = (value: string): string =>
  value.replace(/\{\{[^{}]*\}\}|[^{}]+|[{}]/g, (part) => (part.startsWith('{{') ? part : encodeURIComponent(part)));

type Body = Pick<ImportedRequest, 'body' | 'headers' | 'madeUp'>;

function bodyOf(given: unknown, resolve: Description['resolve']): Body | string {
  const nothing = { headers: {}, madeUp: [] };
  const body = resolve(given);
  if (body === undefined) return given === undefined ? nothing : 'its body is described in another file';
  const content = isNode(body['content']) ? Object.entries(body['content']) : [];
  const json = content.find(([type]) => /^application\/(?:[\w.-]+\+)?json\b|^\*\/\*$/i.test(type));
  const form = content.find(([type]) => /^application\/x-www-form-urlencoded\b/i.test(type));
  const chosen = json ?? form;
  if (chosen === undefined)
    return body['required'] === true
      ? `its body is ${content.map(([type]) => type).join(' or ') || 'not described'}`
      : nothing;
  const [type, media] = chosen;
  const described = isNode(media) ? media : {};
  const known = givenValue(described);
  const { value, madeUp } = known === undefined ? sampleOf(described['schema'], resolve) : { value: known, madeUp: [] };
  const headers = /^application\/json$|^\*/i.test(type) ? {} : { 'content-type': type };
  if (json === undefined) return { body: formText(value), headers, madeUp };
  if (typeof value === 'object' && value !== null) return { body: value, headers, madeUp };
  return {
    body: JSON.stringify(value ?? null),
    headers: { 'content-type': type.replace('*/*', 'application/json') },
    madeUp,
  };
}

const formText = (value: unknown): string =>
  Object.entries(isNode(value) ? value : {})
    .map(([name, one]) => `${encodeURIComponent(name)}=${encoded(typeof one === 'string' ? one : JSON.stringify(one))}`)
    .join('&');

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** The path of the first server, its variables at their defaults. */
function basePath(root: Node): string {
  const server = list(root['servers'])[0];
  if (!isNode(server)) return '';
  const variables = isNode(server['variables']) ? server['variables'] : {};
  const address = textOf(server['url']).replace(/\{([^{}]*)\}/g, (_, name: string) => {
    const variable = variables[name];
    return isNode(variable) ? textOf(variable['default']) : '';
  });
  return (pathOf(address) ?? '').replace(/\/$/, '');
}

function securityNotes(root: Node): string[] {
  const components = isNode(root['components']) ? root['components'] : {};
  const schemes = isNode(components['securitySchemes'])
    ? Object.values(components['securitySchemes']).filter(isNode)
    : [];
  return schemes
    .map(({ type, name, in: place }) =>
      type === 'apiKey'
        ? `Operations may ask for an API key in the ${String(place)} ${String(name)}: set it under \`headers\`, or in the path.`
        : 'Operations may ask for a token: set `auth`, with a command or a login.',
    )
    .filter((note, index, all) => all.indexOf(note) === index);
}
