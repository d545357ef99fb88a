import { expect, test } from 'vitest';
import { storedBaseline } from '../../src/baseline/schema.ts';
import { optionOwners } from '../../src/config/schema.ts';
import { proofsOf, titlesIn } from './proofs.ts';

const rows = await proofsOf('complaints.md');

test('every complaint is answered', () => {
  const numbers = new Set(rows.map(({ number }) => number));
  expect([...numbers]).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
});

test.each(rows)('$number: $claim ($file)', async ({ file, name }) => {
  expect(await titlesIn(file)).toContainEqual(expect.stringContaining(name));
});

test('23: a stored baseline holds figures and no limits', () => {
  const keys = Object.keys(storedBaseline.shape);
  expect(keys).toContain('measurements');
  for (const option of optionOwners.keys()) expect(keys).not.toContain(option);
  expect(keys.filter((key) => /limit|threshold|max/i.test(key))).toEqual([]);
});
