import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { storedBaseline } from '../../src/baseline/schema.ts';
import { optionOwners } from '../../src/config/schema.ts';

const tests = join(import.meta.dirname, '..');
const page = await readFile(join(tests, '..', 'docs', 'complaints.md'), 'utf8');
const rows = page.split('\n').flatMap((line) => {
  const [, number, complaint = '', , proof = ''] = line.split('|').map((cell) => cell.trim());
  const [, file = '', name = ''] = /^`(\S+\.test\.ts)` (.+)$/.exec(proof) ?? [];
  return /^\d+$/.test(number ?? '') ? [{ number: Number(number), complaint, file, name }] : [];
});

test('every complaint is answered', () => {
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
});

test.each(rows)('$number: $complaint', async ({ file, name }) => {
  const text = await readFile(join(tests, file), 'utf8');
  const titles = [
    ...text.matchAll(/(?:\b(?:test|it|describe)(?:<[^(]*>)?|\]\)|as const\))\(\s*(['"`])((?:\\.|(?!\1).)*)\1/gs),
  ];
  expect(titles.map(([, , title = '']) => title.replaceAll("\\'", "'"))).toContainEqual(expect.stringContaining(name));
});

test('23: a stored baseline holds figures and no limits', () => {
  const keys = Object.keys(storedBaseline.shape);
  expect(keys).toContain('measurements');
  for (const option of optionOwners.keys()) expect(keys).not.toContain(option);
  expect(keys.filter((key) => /limit|threshold|max/i.test(key))).toEqual([]);
});
