import type { Piece, Route, Template } from '../model.ts';
import { LeakgateError } from '../errors.ts';
import { hasPlaceholder, isConstant, parseTemplate, type Place, type Sources } from './template.ts';

/** What a request is made of, as written. */
export interface RouteParts extends Omit<Route, 'label' | 'body' | 'template'> {
  body: Uint8Array | undefined;
  /** Is the body JSON, whatever the headers say? */
  json: boolean;
  where: string;
}

/** Fills in what stays the same in all requests, and keeps the rest as a template. */
export function makeRoute({ body, json, where, ...parts }: RouteParts, sources: Sources): Route {
  const path = pathPieces(parts.path, where, sources);
  const headers = withType(parts.headers, json);
  const fields = Object.entries(headers).map(
    ([name, value]) => [name, piecesOf(value, 'header', `${where}: header ${name}`, sources)] as const,
  );
  const text = body === undefined ? undefined : templateText(body);
  const content = text === undefined ? undefined : piecesOf(text, bodyPlace(headers), `${where}: body`, sources);
  const constant = content !== undefined && isConstant(content) ? new TextEncoder().encode(content[0]) : undefined;
  const route: Route = {
    ...parts,
    label: `${parts.method} ${parts.path}`,
    path: isConstant(path) ? path[0]! : parts.path,
    headers: Object.fromEntries(fields.flatMap(([name, pieces]) => (isConstant(pieces) ? [[name, pieces[0]!]] : []))),
    ...(body !== undefined && { body: constant ?? body }),
  };
  const varied = fields.filter(([, pieces]) => !isConstant(pieces));
  const same = isConstant(path) && varied.length === 0 && (content === undefined || isConstant(content));
  if (same) return route;
  return { ...route, template: template(path, varied, content) };
}

/** Seed and number of replayed requests depend on the whole scenario: see `asScenario`. */
function template(path: Piece[], headers: (readonly [string, Piece[]])[], body: Piece[] | undefined): Template {
  const varied = body !== undefined && !isConstant(body);
  return { path, headers: Object.fromEntries(headers), ...(varied && { body }), seed: 0, replayed: 1 };
}

/**
 * Tells the templates apart, and bounds the set that is replayed: `firstLoad` requests of the whole scenario, the first part of every
 * warm-up, bring each of them at least once. What a service keeps for each of them is there before anything is measured.
 */
export function asScenario(routes: readonly Route[], firstLoad: number): Route[] {
  const all = routes.reduce((sum, { weight }) => sum + weight, 0);
  return routes.map((route, seed) => {
    const replayed = Math.max(1, Math.floor((firstLoad * route.weight) / all));
    return route.template === undefined ? route : { ...route, template: { ...route.template, seed, replayed } };
  });
}

function pathPieces(path: string, where: string, sources: Sources): Piece[] {
  const whole = /^\{\{[^{}]*\}\}$/.test(path);
  const pieces = piecesOf(path, whole ? 'whole path' : 'path', where, sources);
  const first = pieces[0] ?? '';
  const starts = typeof first === 'string' ? first.startsWith('/') : whole && first.kind === 'column';
  if (!starts) throw invalid(where, path, 'a path that starts with /');
  if (pieces.some((piece) => typeof piece === 'string' && /[^\x21-\x7e]/.test(piece)))
    throw invalid(where, path, 'a path without spaces; encode them as %20');
  return pieces;
}

const piecesOf = (text: string, place: Place, where: string, sources: Sources): Piece[] =>
  hasPlaceholder(text) ? parseTemplate(text, place, where, sources) : [text];

/** Undefined for what has no placeholders, and for what isn't text: it is sent as it is. */
function templateText(body: Uint8Array): string | undefined {
  if (!Buffer.from(body.buffer, body.byteOffset, body.byteLength).includes('{{')) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return undefined;
  }
}

const typeOf = (headers: Record<string, string>): string | undefined =>
  Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1];

const withType = (headers: Record<string, string>, json: boolean): Record<string, string> =>
  json && typeOf(headers) === undefined ? { ...headers, 'content-type': 'application/json' } : headers;

function bodyPlace(headers: Record<string, string>): Place {
  const type = typeOf(headers) ?? '';
  if (/^application\/(?:[\w.-]+\+)?json\b/i.test(type)) return 'json';
  return /^application\/x-www-form-urlencoded\b/i.test(type) ? 'form' : 'text';
}

/** An object as JSON, in which `\\{{` keeps its meaning although JSON doubles the backslash. */
export const jsonText = (value: object): string => JSON.stringify(value).replaceAll('\\\\{{', '\\{{');

export function invalid(where: string, given: string, allowed: string): LeakgateError {
  const shown = given.length > 200 ? `${given.slice(0, 200)}…` : given;
  return new LeakgateError('config', `${where}: got ${JSON.stringify(shown)}; write ${allowed}.`);
}
