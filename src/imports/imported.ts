import { LeakgateError } from '../errors.ts';

/** A request as a config file has it. */
export interface ImportedRequest {
  method: string;
  /** With its query; starts with `/`. */
  path: string;
  headers: Record<string, string>;
  /** An object is sent as JSON. */
  body?: string | object;
  /** Path as the source has it. */
  bodyFile?: string;
  weight: number;
  /** Values that nobody gave: the names of what was made up. */
  madeUp: string[];
}

export interface Imported {
  requests: ImportedRequest[];
  /** What couldn't be taken over, and why: one line each. */
  left: string[];
  /** What else has to be set: one sentence each. */
  notes: string[];
}

/** Text of the source that must not be read as a placeholder. */
export const literal = (text: string): string => text.replaceAll('{{', '\\{{').replace(/\$\{(\w+)\}/g, '$$$${$1}');

/** The same for every text in a JSON value. */
export function literals(value: unknown): unknown {
  if (typeof value === 'string') return literal(value);
  if (Array.isArray(value)) return value.map(literals);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, literals(inner)]));
}

/** Set by whoever sends, or by a browser about itself: no part of what a service is asked. */
const ownHeaders =
  /^(?::.*|accept-encoding|accept-language|cache-control|connection|content-length|dnt|expect|host|if-.*|keep-alive|origin|pragma|priority|proxy-.*|referer|sec-.*|te|transfer-encoding|upgrade.*|user-agent)$/i;
const secretHeaders = /^(?:authorization|cookie)$|token|secret|api-?key|password|session|signature/i;

/** Without what senders set, and with secrets as `${NAME}`. `noted` hears of each of those. */
export function portableHeaders(
  headers: readonly (readonly [string, string])[],
  noted: (text: string) => void,
): Record<string, string> {
  const kept = headers.filter(([name]) => !ownHeaders.test(name) && !/^cookie$/i.test(name));
  if (headers.some(([name]) => /^cookie$/i.test(name)))
    noted('Cookies were left out: set `cookies: true`, or `auth` with a login.');
  return Object.fromEntries(
    kept.map(([name, value]) => {
      if (!secretHeaders.test(name)) return [name, literal(value)];
      const variable = /^authorization$/i.test(name) ? 'API_TOKEN' : name.toUpperCase().replace(/\W/g, '_');
      const scheme = /^authorization$/i.test(name) ? (/^(\w+) /.exec(value)?.[0] ?? '') : '';
      noted(`The header ${name} is a secret: set ${variable} in the environment, or use \`auth\` instead.`);
      return [name, `${scheme}\${${variable}}`];
    }),
  );
}

/** The same request, sent so many times, is one with a weight. */
export function merged(requests: readonly ImportedRequest[]): ImportedRequest[] {
  const byContent = new Map<string, ImportedRequest>();
  for (const request of requests) {
    const { weight, ...content } = request;
    const key = JSON.stringify(content);
    const known = byContent.get(key);
    byContent.set(key, { ...request, weight: weight + (known?.weight ?? 0) });
  }
  return withSmallWeights([...byContent.values()]);
}

/** 100 : 200 is 1 : 2. */
function withSmallWeights(requests: ImportedRequest[]): ImportedRequest[] {
  const divisor = requests.reduce((common, { weight }) => greatestCommon(common, weight), 0);
  return requests.map((request) => ({ ...request, weight: request.weight / Math.max(1, divisor) }));
}

const greatestCommon = (a: number, b: number): number => (b === 0 ? a : greatestCommon(b, a % b));

export function unreadable(name: string, why: string, hint?: string, cause?: unknown): LeakgateError {
  return new LeakgateError('config', `${name} ${why}`, { cause, ...(hint !== undefined && { hint }) });
}

/** Path and query of an address; null for what no HTTP request has, such as `data:…`, or `localhost:8080/p`: that is a scheme. */
export function pathOf(address: string): string | null {
  if (!URL.canParse(address, 'http://localhost')) return null;
  const { protocol, pathname, search } = new URL(address, 'http://localhost');
  return /^https?:$/.test(protocol) ? pathname + search : null;
}
