import type { Piece, Template } from '../model.ts';

/** Which of a template's requests is made. Equal ones give equal text, on every machine. */
export interface Which {
  /** Of the template. */
  seed: number;
  /** From 0. */
  number: number;
}

/** What a template makes of one request. */
export interface Filled {
  path: string;
  /** Those that have something to fill in. */
  headers: Record<string, string>;
  body?: string;
}

export function fillTemplate({ path, headers, body, seed }: Template, number: number): Filled {
  const which = { seed, number };
  let place = 0;
  const text = (pieces: readonly Piece[]): string => {
    const made = fill(pieces, which, place);
    place += pieces.length;
    return made;
  };
  const own = Object.fromEntries(Object.entries(headers).map(([name, pieces]) => [name, text(pieces)]));
  return { headers: own, path: text(path), ...(body !== undefined && { body: text(body) }) };
}

/** Puts the pieces together for one request. `first` is the place of the first piece in its template: no two places give the same UUID. */
export function fill(pieces: readonly Piece[], which: Which, first: number): string {
  return pieces
    .map((piece, index) => (typeof piece === 'string' ? piece : valueOf(piece, which, first + index)))
    .join('');
}

function valueOf(piece: Exclude<Piece, string>, { seed, number }: Which, place: number): string {
  switch (piece.kind) {
    case 'seq':
      return String(number + 1);
    case 'column':
      return piece.values[number % piece.values.length]!;
    case 'int': {
      const [high, low] = words(seed, place, number);
      // 53 bits: every whole number that JavaScript can tell from its neighbours can come.
      const share = (high * 2 ** 21 + (low >>> 11)) / 2 ** 53;
      return String(piece.from + Math.floor(share * (piece.to - piece.from + 1)));
    }
    case 'uuid': {
      const [a, b, c, d] = words(seed, place, number).map(hex) as [string, string, string, string];
      const variant = ((Number.parseInt(c[0]!, 16) & 3) | 8).toString(16);
      return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-${variant}${c.slice(1, 4)}-${c.slice(4)}${d}`;
    }
    case 'traceparent':
  }
  const [a, b, c, d, e, f] = words(seed, place, number).map(hex);
  return `00-${a}${b}${c}${d}-${e}${f}-01`;
}

const hex = (word: number): string => word.toString(16).padStart(8, '0');

/**
 * Six words of 32 bits. Two requests never share both the first and the fourth: these are a one-to-one image of the request's number and
 * of where in the scenario it stands. So UUIDs made of them don't collide, as short random ones would after some ten thousand.
 */
function words(seed: number, place: number, number: number): [number, number, number, number, number, number] {
  const where = mixed(Math.imul(seed, 4096) + place + 1);
  const a = mixed(number ^ where);
  const d = (where ^ mixed(a ^ 0x5bd1e995)) >>> 0;
  const b = mixed(a + 0x9e3779b9);
  const c = mixed(b ^ d);
  const e = mixed(c + 0x85ebca6b);
  return [a, b, c, d, e, (mixed(e ^ a) | 1) >>> 0];
}

/** The last step of MurmurHash3 by Austin Appleby (public domain): one-to-one on 32 bits. */
function mixed(word: number): number {
  let h = word | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
