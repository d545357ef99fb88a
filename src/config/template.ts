import { LeakgateError } from '../errors.ts';
import type { Piece } from '../model.ts';

/** Where the text stands, which decides how values are written there. `whole path`: a single placeholder is all of it. */
export type Place = 'path' | 'whole path' | 'header' | 'json' | 'form' | 'text';

/** Where values come from. Both throw a `LeakgateError` that begins with `where` for a name that isn't there. */
export interface Sources {
  /** A column of a feeder; at least one value. */
  column(feeder: string, column: string, where: string): readonly string[];
  environment(name: string, where: string, place: Place): string;
}

const known = '{{uuid}}, {{seq}}, {{randInt 1 100}}, {{traceparent}}, {{env NAME}} or {{feeder.column}}';

/** Does the text hold a placeholder, or an escaped `\{{`? */
export const hasPlaceholder = (text: string): boolean => text.includes('{{');

/** Only text: nothing differs from request to request. */
export const isConstant = (pieces: readonly Piece[]): pieces is string[] =>
  pieces.every((piece) => typeof piece === 'string');

/**
 * Cuts a text at its placeholders. `\{{` stands for the two braces themselves.
 * @throws LeakgateError `config` for a placeholder without an end or of an unknown kind, a feeder, column or variable that isn't there,
 * and a value that can't stand in this place.
 */
export function parseTemplate(text: string, place: Place, where: string, sources: Sources): Piece[] {
  const pieces: Piece[] = [];
  let literal = '';
  let at = 0;
  for (const { index, 0: mark } of text.matchAll(/\\?\{\{/g)) {
    if (index < at) continue;
    literal += text.slice(at, index);
    at = index + mark.length;
    if (mark.startsWith('\\')) {
      literal += '{{';
      continue;
    }
    const end = text.indexOf('}}', at);
    if (end < 0)
      throw invalid(
        where,
        text.slice(index, index + 40),
        'the closing }} of the placeholder, or \\{{ for the braces themselves',
      );
    const piece = pieceOf(text.slice(at, end), place, where, sources);
    at = end + 2;
    if (typeof piece === 'string') {
      literal += piece;
      continue;
    }
    if (literal !== '') pieces.push(literal);
    pieces.push(piece);
    literal = '';
  }
  literal += text.slice(at);
  return literal === '' && pieces.length > 0 ? pieces : [...pieces, literal];
}

function pieceOf(inner: string, place: Place, where: string, sources: Sources): Piece {
  const words = inner.trim();
  if (words === 'uuid' || words === 'seq' || words === 'traceparent') return { kind: words };
  const int = /^randInt\s+(-?\d{1,15})\s+(-?\d{1,15})$/.exec(words);
  if (int !== null) {
    const [from, to] = [Number(int[1]), Number(int[2])];
    if (from > to) throw invalid(where, `{{${inner}}}`, 'the smaller number first');
    return { kind: 'int', from, to };
  }
  const name = /^env\s+([A-Za-z_]\w*)$/.exec(words)?.[1];
  if (name !== undefined) {
    return written(sources.environment(name, where, place), place, () => `${where}: {{env ${name}}}`);
  }
  const [, feeder, column] = /^([A-Za-z_][\w-]*)\.(\S(?:.*\S)?)$/s.exec(words) ?? [];
  if (feeder === undefined || column === undefined) throw invalid(where, `{{${inner.slice(0, 60)}}}`, known);
  const values = sources.column(feeder, column, where);
  const row = (index: number): string => `${where}: {{${feeder}.${column}}}, row ${index + 1}`;
  return { kind: 'column', values: values.map((value, index) => written(value, place, () => row(index))) };
}

/** A value as it is written in its place, so that it can't be taken for anything but a value. */
function written(value: string, place: Place, where: () => string): string {
  switch (place) {
    case 'path':
    case 'form':
      // Half a surrogate pair can't be encoded; the bytes of UTF-8 have a sign for it.
      return encodeURIComponent(Buffer.from(value).toString());
    case 'json':
      return JSON.stringify(value).slice(1, -1);
    case 'whole path':
      if (/^\/[\x21-\x7e]*$/.test(value)) return value;
      throw invalid(where(), value, 'a path that starts with / and has no spaces');
    case 'header':
      if (/^[\t\x20-\x7e\x80-\xff]*$/.test(value)) return value;
      throw invalid(where(), value, 'a value without line breaks and signs beyond Latin-1: it stands in a header');
    case 'text':
  }
  return value;
}

function invalid(where: string, given: string, allowed: string): LeakgateError {
  return new LeakgateError('config', `${where}: got ${JSON.stringify(given.slice(0, 200))}; write ${allowed}.`);
}
