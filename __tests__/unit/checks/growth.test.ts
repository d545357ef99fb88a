import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { growsSteadily, perRequest, persists, steps, total, type Series } from '../../../src/checks/growth.ts';

const doses = [1009, 2018, 4036];
const rule = { perRequest: 1, total: 0 };
const series = (values: number[], errors: number[] = []): Series => ({ values, requests: doses, errors });
/** What is held after the warm-up and after each dose, when request number n makes it `held(n)`. */
const after = (held: (requests: number) => number, warmUp = 2000): Series =>
  series([0, 1009, 3027, 7063].map((requests) => held(warmUp + requests)));

/** A container that doubles: a slice, a buffer, the tables of a map. */
const doubling = (bytes: number): number => 2 ** Math.ceil(Math.log2(Math.max(1, bytes)));

describe('growsSteadily', () => {
  test.each([
    ['a leak of 16 bytes per request', after((n) => 16 * n)],
    ['one of 64 bytes in every tenth', after((n) => 64 * Math.floor(n / 10))],
    ['one of 16 KiB in every thousandth', after((n) => 16_384 * Math.floor(n / 1000))],
    ['a buffer that doubles', after((n) => doubling(16 * n))],
    ['a map as recorded: no step in the first round', series([36, 36, 72, 145].map((kilobytes) => kilobytes * 1024))],
  ])('%s', (_name, seen) => {
    expect(growsSteadily(seen, rule)).toBe(true);
  });

  test.each([
    ['nothing', after(() => 4096)],
    ['a cache that was full after the warm-up', after((n) => 100 * Math.min(n, 2000))],
    ['a cache that fills during the first rounds', after((n) => 100 * Math.min(n, 4500))],
    ['a saw-tooth', series([100_000, 900_000, 300_000, 800_000])],
    ['a step and nothing more', series([1000, 9000, 9000, 9000])],
    ['growth below the floor', after((n) => 0.9 * n)],
    ['growth in the last round alone', series([5000, 5000, 5000, 90_000])],
  ])('not %s', (_name, seen) => {
    expect(growsSteadily(seen, rule)).toBe(false);
  });

  test('a table that fills by chance looks like a leak at first: larger doses clear it', () => {
    const filled = (n: number): number => 200 * 4000 * (1 - Math.exp(-n / 2 / 4000));
    expect(growsSteadily(after(filled), rule)).toBe(true);
    const more = { requests: doses.map((requests) => 4 * requests), errors: [] };
    expect(growsSteadily({ ...more, values: [9063, 13_099, 21_171, 37_315].map(filled) }, rule)).toBe(false);
  });

  test('not what sampling alone may show', () => {
    const rising = [100_000, 104_000, 109_000, 120_000];
    expect(growsSteadily(series(rising), rule)).toBe(true);
    expect(growsSteadily(series(rising, [5000, 5000, 5000, 5000]), rule)).toBe(false);
  });

  test('a sampled leak may seem to shrink by as much as sampling explains', () => {
    const dented = [100_000, 99_000, 130_000, 200_000];
    expect(growsSteadily(series(dented), rule)).toBe(false);
    expect(growsSteadily(series(dented, [1000, 1000, 1500, 3000]), rule)).toBe(true);
  });

  test('counts need their total', () => {
    const few = series([1, 1, 2, 3]);
    expect(growsSteadily(few, { perRequest: 0.0002, total: 3 })).toBe(false);
    expect(growsSteadily(series([1, 1, 2, 4]), { perRequest: 0.0002, total: 3 })).toBe(true);
  });

  test('never for a series that ends where it began, or shrinks', () => {
    const values = fc.array(fc.nat({ max: 1e9 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(values, (given) => {
        const seen = series(given);
        expect(total(seen) > 0 || !growsSteadily(seen, rule)).toBe(true);
        expect(steps(seen).every((step) => step >= 0) || !growsSteadily(seen, rule)).toBe(true);
      }),
    );
  });

  test('of a steady leak, whatever its size above the floor and the doses', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1.5, max: 1e6, noNaN: true }),
        fc.integer({ min: 250, max: 20_000 }),
        (bytes, first) => {
          const requests = [first, 2 * first, 4 * first];
          const values = [0, first, 3 * first, 7 * first].map((sent) => 1000 + bytes * sent);
          expect(growsSteadily({ values, requests, errors: [] }, rule)).toBe(true);
        },
      ),
    );
  });
});

test('perRequest and persists', () => {
  const seen = series([1000, 2000, 4000, 8063]);
  expect(perRequest(seen)).toBe(1);
  expect(persists(seen, 8063)).toBe(true);
  expect(persists(seen, 4532)).toBe(true);
  expect(persists(seen, 4531)).toBe(false);
});
