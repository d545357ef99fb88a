import { parse, type AnyNode, type Expression, type Node } from 'acorn';
import { asJson } from './har.ts';
import {
  literal,
  literals,
  merged,
  pathOf,
  portableHeaders,
  unreadable,
  type Imported,
  type ImportedRequest,
} from './imported.ts';

/** Names of k6's functions, and the method that each sends. */
const verbs: Record<string, string> = {
  get: 'GET',
  head: 'HEAD',
  post: 'POST',
  put: 'PUT',
  patch: 'PATCH',
  del: 'DELETE',
  options: 'OPTIONS',
};
const withoutBody = new Set(['GET', 'HEAD']);

interface Call {
  line: number;
  method: unknown;
  url: Expression | undefined;
  body: Expression | undefined;
  params: Expression | undefined;
}

/** A text that isn't known in full: what is known of its end. */
class Unknown {
  readonly end: string;
  constructor(end = '') {
    this.end = end;
  }
}

/** The requests of a k6 script whose addresses and bodies are written in it. The script isn't run. */
export function fromK6(text: string, name: string): Imported {
  const program = parsed(text, name);
  const nodes = [...walk(program)];
  const http = new Set(nodes.flatMap(importedHttp));
  if (http.size === 0)
    throw unreadable(name, "doesn't import k6/http.", 'A k6 script has a line such as: import http from "k6/http";');
  const constants = new Map(nodes.flatMap(constant));
  const value = evaluator(constants);
  const [left, notes] = [[] as string[], new Set<string>()];
  const requests = nodes
    .flatMap((node) => callsOf(node, http, value))
    .flatMap((call): ImportedRequest[] => {
      const made = toRequest(call, value, (note) => notes.add(note));
      if (typeof made !== 'string') return [made];
      left.push(`line ${call.line}: ${made}`);
      return [];
    });
  return { requests: merged(requests), left, notes: [...notes] };
}

function parsed(text: string, name: string): Node {
  try {
    return parse(text, { ecmaVersion: 'latest', sourceType: 'module', locations: true });
  } catch (cause) {
    const said = (cause as Error).message.replace(/\s*\(\d+:\d+\)$/, '');
    const line = (cause as { loc?: { line: number } }).loc?.line ?? 1;
    throw unreadable(`${name}, line ${line}:`, `${said}.`, 'TypeScript has to be compiled to JavaScript first.', cause);
  }
}

function* walk(root: Node): Generator<AnyNode> {
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node as AnyNode;
    const children = Object.values(node).flat().filter(isNode);
    waiting.push(...children.toReversed());
  }
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Partial<Node>).type === 'string' && 'start' in value;

/** The local name of `import http from 'k6/http'`. */
const importedHttp = (node: AnyNode): string[] =>
  node.type === 'ImportDeclaration' && node.source.value === 'k6/http'
    ? node.specifiers.map(({ local }) => local.name)
    : [];

const constant = (node: AnyNode): [string, Expression][] =>
  node.type === 'VariableDeclaration' && node.kind === 'const'
    ? node.declarations.flatMap(({ id, init }): [string, Expression][] =>
        id.type === 'Identifier' && init != null ? [[id.name, init]] : [],
      )
    : [];

type Evaluate = (node: Expression | undefined | null) => unknown;

/** What an expression is worth, as far as that is written in the script; `Unknown` for the rest. */
function evaluator(constants: ReadonlyMap<string, Expression>): Evaluate {
  const open = new Set<string>();
  const evaluate: Evaluate = (node) => {
    switch (node?.type) {
      case 'Literal':
        return node.value;
      case 'TemplateLiteral':
        return joined(
          node.quasis.flatMap(({ value }, index) => [
            value.cooked ?? '',
            ...(index < node.expressions.length ? [evaluate(node.expressions[index])] : []),
          ]),
        );
      case 'BinaryExpression':
        return node.operator === '+' && node.left.type !== 'PrivateIdentifier'
          ? joined([evaluate(node.left), evaluate(node.right)])
          : new Unknown();
      case 'LogicalExpression': {
        const left = evaluate(node.left);
        return left instanceof Unknown ? evaluate(node.right) : left;
      }
      case 'Identifier': {
        const known = constants.get(node.name);
        if (known === undefined || open.has(node.name)) return new Unknown();
        open.add(node.name);
        const value = evaluate(known);
        open.delete(node.name);
        return value;
      }
      case 'ObjectExpression':
        return objectOf(node.properties, evaluate);
      case 'ArrayExpression':
        return node.elements.map((element) =>
          element === null || element.type === 'SpreadElement' ? new Unknown() : evaluate(element),
        );
      case 'MemberExpression':
        return memberOf(node, evaluate);
      case 'CallExpression':
        return isStringify(node.callee) ? stringified(evaluate(node.arguments[0] as Expression)) : new Unknown();
      default:
        return new Unknown();
    }
  };
  return evaluate;
}

/** Of what is no object. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function joined(parts: unknown[]): unknown {
  return parts.reduce<string | Unknown>((before, part) => {
    if (part instanceof Unknown) return new Unknown(part.end);
    if (typeof part === 'object') return new Unknown();
    // oxlint-disable-next-line typescript/no-base-to-string -- objects were sorted out above
    const text = String(part);
    return before instanceof Unknown ? new Unknown(before.end + text) : before + text;
  }, '');
}

type Properties = Extract<Expression, { type: 'ObjectExpression' }>['properties'];

function objectOf(properties: Properties, evaluate: Evaluate): unknown {
  const entries: [string, unknown][] = [];
  for (const property of properties) {
    if (property.type === 'SpreadElement' || property.computed) return new Unknown();
    const key =
      property.key.type === 'Identifier' ? property.key.name : String((property.key as { value?: unknown }).value);
    entries.push([key, evaluate(property.value)]);
  }
  return Object.fromEntries(entries);
}

function memberOf(node: Extract<Expression, { type: 'MemberExpression' }>, evaluate: Evaluate): unknown {
  const holder = node.object.type === 'Super' ? undefined : evaluate(node.object);
  const name =
    node.property.type === 'Identifier' && !node.computed
      ? node.property.name
      : node.property.type === 'Literal'
        ? String(node.property.value)
        : '';
  return typeof holder === 'object' && holder !== null && !(holder instanceof Unknown) && Object.hasOwn(holder, name)
    ? (holder as Record<string, unknown>)[name]
    : new Unknown();
}

const isStringify = (callee: Node): boolean => {
  const { object, property } = callee as { object?: { name?: string }; property?: { name?: string } };
  return object?.name === 'JSON' && property?.name === 'stringify';
};

const hasUnknown = (value: unknown): boolean =>
  value instanceof Unknown || (typeof value === 'object' && value !== null && Object.values(value).some(hasUnknown));

const stringified = (value: unknown): unknown => (hasUnknown(value) ? new Unknown() : JSON.stringify(value));

/** `http.get(url, params)`, `http.post(url, body, params)`, `http.request(method, url, body, params)`, and what `http.batch` is given. */
function callsOf(node: AnyNode, http: ReadonlySet<string>, evaluate: Evaluate): Call[] {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return [];
  const { object, property } = node.callee;
  if (object.type !== 'Identifier' || !http.has(object.name) || property.type !== 'Identifier') return [];
  const line = node.loc?.start.line ?? 0;
  const args = node.arguments.map((one) => (one.type === 'SpreadElement' ? undefined : one));
  const call = (method: unknown, [url, body, params]: (Expression | undefined)[]): Call => ({
    line,
    method,
    url,
    body,
    params,
  });
  if (property.name === 'request') return [call(evaluate(args[0]), args.slice(1))];
  if (property.name === 'batch') return batched(args[0], call, evaluate);
  const method = verbs[property.name];
  if (method === undefined) return [];
  return [call(method, withoutBody.has(method) ? [args[0], undefined, args[1]] : args)];
}

type MakeCall = (method: unknown, rest: (Expression | undefined)[]) => Call;

/** A list of addresses, of lists `[method, url, body, params]`, or of objects with those names. */
function batched(given: Expression | undefined, call: MakeCall, evaluate: Evaluate): Call[] {
  if (given?.type !== 'ArrayExpression') return [call('GET', [undefined])];
  return given.elements.map((element): Call => {
    if (element?.type === 'ArrayExpression') {
      const parts = element.elements.map((one) => (one === null || one.type === 'SpreadElement' ? undefined : one));
      return call(evaluate(parts[0]), parts.slice(1));
    }
    if (element?.type !== 'ObjectExpression')
      return call('GET', [element === null || element?.type === 'SpreadElement' ? undefined : element]);
    const part = (name: string): Expression | undefined =>
      element.properties.flatMap((one) =>
        one.type === 'Property' && one.key.type === 'Identifier' && one.key.name === name ? [one.value] : [],
      )[0];
    return call(evaluate(part('method')), [part('url'), part('body'), part('params')]);
  });
}

function toRequest(
  { method, url, body, params }: Call,
  evaluate: Evaluate,
  note: (text: string) => void,
): ImportedRequest | string {
  if (typeof method !== 'string' || !Object.values(verbs).includes(method.toUpperCase()))
    return 'its method is only known when the script runs';
  const address = evaluate(url);
  const path = pathOfValue(address);
  if (path === null)
    return typeof address === 'string'
      ? `its address is none of HTTP: ${JSON.stringify(address.slice(0, 80))}`
      : 'its address is only known when the script runs';
  const content = body === undefined ? null : evaluate(body);
  if (hasUnknown(content)) return `the body of ${method.toUpperCase()} ${path} is only known when the script runs`;
  const { headers } = Object(evaluate(params)) as { headers?: unknown };
  const fields = Object.entries(Object(headers) as object).filter(
    (field): field is [string, string] => typeof field[1] === 'string',
  );
  const text = typeof content === 'object' && content !== null ? formOf(content) : content;
  const json = typeof text === 'string' ? asJson(text) : undefined;
  return {
    method: method.toUpperCase(),
    path: literal(path),
    headers: portableHeaders(
      typeof content === 'object' && content !== null
        ? [['content-type', 'application/x-www-form-urlencoded'], ...fields]
        : fields,
      note,
    ),
    ...(text !== null &&
      text !== undefined && {
        body: json === undefined ? literal(textOf(text)) : (literals(json) as object),
      }),
    weight: 1,
    madeUp: [],
  };
}

/** k6 sends an object as a form. */
const formOf = (content: object): string =>
  new URLSearchParams(
    Object.entries(content).map(([name, value]): [string, string] => [name, String(value)]),
  ).toString();

/** The path behind a base that isn't known; null where more than that is unknown. */
function pathOfValue(value: unknown): string | null {
  if (typeof value === 'string') return pathOf(value);
  return value instanceof Unknown && value.end.startsWith('/') && !value.end.startsWith('//')
    ? pathOf(value.end)
    : null;
}
