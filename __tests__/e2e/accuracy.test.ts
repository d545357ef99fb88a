import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readRecords } from '../accuracy/record.ts';

const run = promisify(execFile);
const root = new URL('../../', import.meta.url).pathname;

let results: string;
beforeAll(() => {
  results = join(mkdtempSync(join(tmpdir(), 'leakgate-accuracy-')), 'results.jsonl');
});
afterAll(() => rmSync(join(results, '..'), { recursive: true, force: true }));

/** As `npm run accuracy` does it, with results of its own. */
async function accuracy(...args: string[]): Promise<string> {
  const { stdout } = await run(
    process.execPath,
    ['scripts/bundled.mjs', '__tests__/accuracy/main.ts', '--results', results, ...args],
    {
      cwd: root,
    },
  );
  return stdout;
}

test('the corpus runs through the built program: a leak named at its line, a look-alike left alone', async () => {
  const told = await accuracy('--only', 'mail-workers,logins,batches', '--parallel', '2');
  const outcomes = readRecords(results).map(({ entry, outcome, astray }) => ({ entry, outcome, astray }));
  expect(outcomes.toSorted((a, b) => a.entry.localeCompare(b.entry))).toEqual([
    { entry: 'batches', outcome: 'quiet', astray: [] },
    { entry: 'logins', outcome: 'found', astray: [] },
    { entry: 'mail-workers', outcome: 'found', astray: [] },
  ]);
  expect(told).toContain('| Healthy look-alikes | 1 | 1 | 1 of 1');
});

test('what was finished is not run again', async () => {
  expect(await accuracy('--only', 'batches')).toContain('0 runs to do');
  expect(readRecords(results)).toHaveLength(3);
});

test('a name that is not in the manifest is refused', async () => {
  await expect(accuracy('--only', 'nonesuch')).rejects.toThrow('No entry of the manifest is called nonesuch');
});
