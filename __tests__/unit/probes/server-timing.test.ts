import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readServerTiming } from '../../../src/probes/server-timing.ts';

test.each([
  ['db;dur=53.2', [{ name: 'db', us: 53_200 }]],
  [
    'auth;dur=0.02, find;desc="all, of; them";dur=1.5',
    [
      { name: 'auth', us: 20 },
      { name: 'find', us: 1500 },
    ],
  ],
  ['cache;desc="hit \\"always\\"";DUR="2"', [{ name: 'cache', us: 2000 }]],
  ['db;dur=1, db;dur=2', [{ name: 'db', us: 3000 }]],
  ['db;dur=1;dur=9', [{ name: 'db', us: 1000 }]],
  ['total;dur=1e-3', [{ name: 'total', us: 1 }]],
  ['miss, db;dur=x, ;dur=3, neg;dur=-1', []],
  ['', []],
])('%s', (field, stages) => {
  const read = readServerTiming(field);
  expect(read.map(({ name }) => name)).toEqual(stages.map(({ name }) => name));
  read.forEach(({ us }, at) => expect(us).toBeCloseTo(stages[at]!.us, 6));
});

test('a thousand stages are a few dozen', () => {
  const many = Array.from({ length: 1000 }, (_, at) => `s${at};dur=1`).join(',');
  expect(readServerTiming(many)).toHaveLength(64);
});

test('whatever a service sends, times are finite and not below zero', () => {
  const piece = fc.constantFrom('a', ';', ',', '"', '\\', 'dur=', '1', '.', 'e', '9', ' ', '-', '\u0000', '名');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      for (const { us } of readServerTiming(pieces.join(''))) expect(Number.isFinite(us) && us >= 0).toBe(true);
    }),
  );
});

test('what was written is read', () => {
  const name = fc.stringMatching(/^[A-Za-z][\w-]{0,20}$/);
  const stages = fc.uniqueArray(fc.record({ name, ms: fc.integer({ min: 0, max: 1e6 }).map((n) => n / 1000) }), {
    selector: (one) => one.name,
    maxLength: 20,
  });
  fc.assert(
    fc.property(stages, (given) => {
      const field = given.map((one) => `${one.name};dur=${one.ms}`).join(', ');
      const read = readServerTiming(field);
      expect(read.map((one) => one.name)).toEqual(given.map((one) => one.name));
      read.forEach(({ us }, at) => expect(us).toBeCloseTo(given[at]!.ms * 1000, 3));
    }),
  );
});
