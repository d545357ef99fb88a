import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fill } from '../../../src/engines/fill.ts';
import type { Piece } from '../../../src/model.ts';

const one = (piece: Piece, number: number, seed = 0, place = 0): string => fill([piece], { seed, number }, place);

const uuid: Piece = { kind: 'uuid' };
const number = fc.nat({ max: 2 ** 31 });
const seed = fc.nat({ max: 500 });
const place = fc.nat({ max: 60 });

test('text stands as it is, and pieces follow each other', () => {
  const pieces: Piece[] = ['/users/', { kind: 'column', values: ['a', 'b', 'c'] }, '?n=', { kind: 'seq' }];
  expect([0, 1, 2, 3].map((n) => fill(pieces, { seed: 0, number: n }, 0))).toEqual([
    '/users/a?n=1',
    '/users/b?n=2',
    '/users/c?n=3',
    '/users/a?n=4',
  ]);
});

test('a UUID is of version 4, and always the same for the same request', () => {
  fc.assert(
    fc.property(number, seed, place, (n, s, p) => {
      const made = one(uuid, n, s, p);
      expect(made).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(one(uuid, n, s, p)).toBe(made);
    }),
  );
});

test('no two of 200,000 UUIDs are equal, across requests, routes and places', () => {
  const made = new Set<string>();
  for (let n = 0; n < 20_000; n += 1)
    for (const s of [0, 1, 7, 50, 499]) for (const p of [0, 3]) made.add(one(uuid, n, s, p));
  expect(made.size).toBe(200_000);
});

test('whole numbers stay within their bounds, and all of a small range come equally often', () => {
  fc.assert(
    fc.property(number, fc.integer(), fc.nat(), (n, from, more) => {
      const value = Number(one({ kind: 'int', from, to: from + more }, n));
      expect(Number.isInteger(value) && value >= from && value <= from + more).toBe(true);
    }),
  );
  const counts = [0, 0, 0, 0, 0];
  for (let n = 0; n < 10_000; n += 1) counts[Number(one({ kind: 'int', from: 0, to: 4 }, n, 3))]! += 1;
  for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(200);
});

test('a trace parent has the form of W3C Trace Context, with ids that are not zero', () => {
  fc.assert(
    fc.property(number, seed, (n, s) => {
      const [, trace, span] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-01$/.exec(one({ kind: 'traceparent' }, n, s)) ?? [];
      expect(trace).toMatch(/[^0]/);
      expect(span).toMatch(/[^0]/);
    }),
  );
});
