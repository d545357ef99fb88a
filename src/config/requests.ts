import * as z from 'zod';
import { isLoopback } from '../loopback.ts';
import { LeakgateError } from '../errors.ts';
import type { Route } from '../model.ts';
import { invalid, jsonText, makeRoute, type RouteParts } from './route.ts';
import type { Sources } from './template.ts';
import { count } from './values.ts';

export const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

const status = z.int().min(100).max(599);
const headers = z.record(z.string(), z.string());

const requestObject = z.strictObject({
  method: z.enum(methods).default('GET'),
  path: z.string().regex(/^(?:\/|\{\{)/, { error: 'a path starts with /' }),
  headers: headers.default({}),
  /** `false`: without the credential that `auth` gives to the other requests. */
  auth: z.boolean().default(true),
  /** The body itself; an object is sent as JSON. */
  body: z.union([z.string(), z.record(z.string(), z.unknown()), z.array(z.unknown())]).optional(),
  /** Path of a file that holds the body, relative to the working directory. */
  bodyFile: z.string().optional(),
  weight: count.default(1),
  expectStatus: z.union([status.transform((one) => [one]), z.array(status)]).default([]),
});

/** The plain form: one target with its rate and duration, body from a file. */
const targetObject = z.strictObject({
  target: z.string(),
  method: z.enum(methods).optional(),
  rate: z.number().positive().optional(),
  duration: z.union([z.string(), z.number().positive()]).optional(),
  body_file: z.string().optional(),
  headers: headers.default({}),
});

/** Keys that only a request has; others are settings as well. */
const ofRequest = ['method', 'duration', 'body_file'];

/**
 * Is a whole config file nothing but one request in that form? The address of another machine, with nothing that only a request has, is
 * that of a deployed service.
 */
export function isPlainForm(file: Record<string, unknown>): boolean {
  const keys = Object.keys(file);
  if (!('target' in file) || !keys.every((key) => key in targetObject.shape)) return false;
  return keys.some((key) => ofRequest.includes(key)) || isLocal(String(file['target']));
}

/** A path, or an address of this machine. */
function isLocal(target: string): boolean {
  const address = target.trim().replace(/^[A-Z]+\s+/, '');
  return !/^https?:/i.test(address) || !URL.canParse(address) || isLoopback(new URL(address).origin);
}

const entry = z.union([z.string(), targetObject, requestObject], {
  error: 'write `METHOD /path [@body-file] [-> status]`, an object with method and path, or one with target',
});

/** What `requests` may be in a config file or input. A string holds one request a line, or names a file of them. */
export const requestsSchema = z.union(
  [z.string(), targetObject, z.array(entry).min(1, { error: 'name at least one request' })],
  {
    error:
      'write one `METHOD /path [@body-file] [-> status]` a line, a list of request objects, or the name of a file that holds them',
  },
);

export type RequestsInput = z.output<typeof requestsSchema>;
type RequestObject = z.output<typeof requestObject>;
type TargetObject = z.output<typeof targetObject>;

/** What requests refer to. Files are injected so that parsing stays free of the disk. */
export interface RequestFiles {
  sources: Sources;
  /** Of every request that doesn't set them itself. */
  headers: Record<string, string>;
  exists(path: string): boolean;
  read(path: string): Uint8Array;
  /** Replaces `${NAME}` in a file of requests. */
  expand(text: string, path: string): string;
}

/** The routes of a scenario, and what the plain form asked for beyond them. */
export interface Requests {
  routes: Route[];
  /** Requests per second that a plain target asked for. */
  rate?: number;
  /** As written: `30s`, or seconds as a number. */
  duration?: string;
}

/** `where` names the file or input that the requests come from, for errors. */
export function readRequests(given: RequestsInput, where: string, files: RequestFiles): Requests {
  if (typeof given === 'string') return readText(given, where, files);
  const entries = Array.isArray(given) ? given : [given];
  const asked = entries.find((one): one is TargetObject => typeof one === 'object' && 'target' in one);
  return {
    routes: entries.map((one, index) => toRoute(one, `${where}[${index}]`, files)),
    ...(asked?.rate !== undefined && { rate: asked.rate }),
    ...(asked?.duration !== undefined && {
      duration: typeof asked.duration === 'number' ? `${asked.duration}s` : asked.duration,
    }),
  };
}

function readText(text: string, where: string, files: RequestFiles): Requests {
  const single = text.trim();
  const looksLikeFile = !single.includes('\n') && !/^(?:[A-Z]+\s+(?:\/|\{\{)|[/#]|$)/.test(single);
  if (looksLikeFile) return readFile(single, where, files);
  const lines = text.split('\n').map((line, index) => ({ text: line.trim(), number: index + 1 }));
  const routes = lines
    .filter((line) => line.text !== '' && !line.text.startsWith('#'))
    .map((line) => lineToRoute(line.text, `${where}, line ${line.number}`, files));
  if (routes.length === 0) throw invalid(where, text, 'at least one request, such as GET /healthz');
  return { routes };
}

function readFile(path: string, where: string, files: RequestFiles): Requests {
  if (!files.exists(path)) {
    throw invalid(where, path, 'a line such as GET /healthz, or the name of a file that exists');
  }
  const text = files.expand(Buffer.from(files.read(path)).toString('utf8'), path);
  if (!path.endsWith('.json')) return readText(text.includes('\n') ? text : `${text}\n`, path, files);
  const parsed = requestsSchema.safeParse(parseJson(text, path));
  if (!parsed.success) throw badRequests(parsed.error, path);
  return readRequests(parsed.data, path, files);
}

/** The sentence about what is wrong inside of `requests`: of all forms it may have, the one that the given came closest to. */
export function badRequests(error: z.ZodError, where: string): LeakgateError {
  const { path, message, input } = closest(error.issues);
  const at = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  const given = input === undefined ? '' : `got ${JSON.stringify(input)?.slice(0, 200)}; `;
  return new LeakgateError('config', `${where}${at}: ${given}${message}.`, { cause: error });
}

interface Problem {
  path: PropertyKey[];
  message: string;
  input: unknown;
}

function closest(issues: readonly z.core.$ZodIssue[]): Problem {
  const problems = issues.map((issue): Problem => {
    const inner = issue.code === 'invalid_union' ? issue.errors.filter((list) => list.length > 0).map(closest) : [];
    // A form that was meant fails deep inside, or by a single key; the others fail at once.
    const best = inner.toSorted(closestFirst)[0];
    if (best !== undefined && best.path.length > 0) return { ...best, path: [...issue.path, ...best.path] };
    const allowed = issue.code === 'invalid_value' ? `allowed: ${issue.values.join(', ')}` : issue.message;
    return { path: issue.path, message: allowed, input: issue.input };
  });
  return problems.toSorted(closestFirst)[0] ?? { path: [], message: 'not valid', input: undefined };
}

/** A wrong value tells more than one that isn't there: that form may not have been meant at all. */
const closestFirst = (a: Problem, b: Problem): number =>
  b.path.length - a.path.length || Number(a.input === undefined) - Number(b.input === undefined);

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new LeakgateError('config', `${path} isn't JSON: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}

function toRoute(given: string | TargetObject | RequestObject, where: string, files: RequestFiles): Route {
  if (typeof given === 'string') return lineToRoute(given.trim(), where, files);
  if ('target' in given) return targetToRoute(given, where, files);
  if (given.body !== undefined && given.bodyFile !== undefined) {
    throw invalid(where, 'body and bodyFile', 'one of the two');
  }
  const text = typeof given.body === 'string' || given.body === undefined ? given.body : jsonText(given.body);
  const body = given.bodyFile === undefined ? encode(text) : readBody(given.bodyFile, where, files);
  const json = given.bodyFile?.endsWith('.json') === true || typeof given.body === 'object';
  const { auth, bodyFile: _, ...parts } = given;
  return routeOf({ ...parts, body, json, where, ...(!auth && { anonymous: true }) }, files);
}

function lineToRoute(line: string, where: string, files: RequestFiles): Route {
  const match =
    /^(?<method>\S+)\s+(?<path>(?=\/|\{\{)(?:\{\{[^}]{0,200}\}\}|(?!\{\{[^}]{0,200}\}\})\S)+)(?:\s+@(?<file>\S+))?(?:\s+->\s*(?<status>\d{3}(?:\s*,\s*\d{3})*))?$/.exec(
      line,
    );
  if (match?.groups === undefined) throw invalid(where, line, 'METHOD /path [@body-file] [-> status]');
  const { method = '', path = '', file, status: statuses } = match.groups;
  if (!(methods as readonly string[]).includes(method))
    throw invalid(where, line, `one of the methods ${methods.join(', ')}`);
  return routeOf(
    {
      method,
      path,
      headers: {},
      body: file === undefined ? undefined : readBody(file, where, files),
      json: file?.endsWith('.json') === true,
      weight: 1,
      expectStatus: statuses?.split(',').map(Number) ?? [],
      where,
    },
    files,
  );
}

function targetToRoute(given: TargetObject, where: string, files: RequestFiles): Route {
  const [, verb, rest] = /^(?:([A-Z]+)\s+)?(.+)$/.exec(given.target.trim()) ?? [];
  if (!URL.canParse(rest ?? '', 'http://localhost'))
    throw invalid(where, given.target, 'a path or a URL on this machine');
  const url = new URL(rest ?? '', 'http://localhost');
  if (!['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)) {
    throw invalid(
      where,
      given.target,
      'a target on this machine: Leakgate builds and starts the service itself. For one that is deployed, name it at the top of a config file, beside requests',
    );
  }
  return routeOf(
    {
      method: given.method ?? verb ?? (given.body_file === undefined ? 'GET' : 'POST'),
      path: url.pathname + url.search,
      headers: given.headers,
      body: given.body_file === undefined ? undefined : readBody(given.body_file, where, files),
      json: given.body_file?.endsWith('.json') === true,
      weight: 1,
      expectStatus: [],
      where,
    },
    files,
  );
}

/** With the headers of all requests, where it has none of that name. */
function routeOf(parts: RouteParts, { headers: common, sources }: RequestFiles): Route {
  const own = new Set(Object.keys(parts.headers).map((name) => name.toLowerCase()));
  const added = Object.entries(common).filter(([name]) => !own.has(name.toLowerCase()));
  return makeRoute({ ...parts, headers: { ...parts.headers, ...Object.fromEntries(added) } }, sources);
}

export function readBody(path: string, where: string, files: RequestFiles): Uint8Array {
  if (!files.exists(path))
    throw invalid(where, `@${path}`, 'the name of a file that exists, relative to the working directory');
  return files.read(path);
}

const encode = (text: string | undefined): Uint8Array | undefined =>
  text === undefined ? undefined : new TextEncoder().encode(text);
