import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const tests = join(import.meta.dirname, '..');

/** A row of a page in docs/ whose last cell names a test: `unit/run.test.ts` and a part of its title. Several stand apart by `<br>`. */
export interface Proof {
  number: number;
  /** The second cell. */
  claim: string;
  file: string;
  name: string;
}

export async function proofsOf(page: string): Promise<Proof[]> {
  const text = await readFile(join(tests, '..', 'docs', page), 'utf8');
  return text.split('\n').flatMap((line) => {
    const [number = '', claim = '', ...rest] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    if (!/^\d+$/.test(number)) return [];
    return (rest.at(-1) ?? '').split('<br>').map((proof) => {
      const [, file = '', name = ''] = /^`(\S+\.test\.ts)` (.+)$/.exec(proof) ?? [];
      return { number: Number(number), claim, file, name };
    });
  });
}

/** Titles of the tests in a file, as they stand in its text. */
export async function titlesIn(file: string): Promise<string[]> {
  const text = await readFile(join(tests, file), 'utf8');
  const titles = [
    ...text.matchAll(/(?:\b(?:test|it|describe)(?:<[^(]*>)?|\]\)|as const\))\(\s*(['"`])((?:\\.|(?!\1).)*)\1/gs),
  ];
  return titles.map(([, , title = '']) => title.replaceAll("\\'", "'"));
}
