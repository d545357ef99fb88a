import { expect, test } from 'vitest';
import { proofsOf, titlesIn } from './proofs.ts';

const rows = await proofsOf('faults.md');

test('the rows are numbered', () => {
  expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1));
  expect(rows.length).toBeGreaterThan(30);
});

test.each(rows)('$number: $claim', async ({ file, name }) => {
  expect(await titlesIn(file)).toContainEqual(expect.stringContaining(name));
});
