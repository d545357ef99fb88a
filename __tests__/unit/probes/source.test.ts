import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sourceReader } from '../../../src/probes/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'leakgate-source-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('reads lines by their number, whatever ends them, each file once', () => {
  const file = join(folder, 'main.go');
  writeFileSync(file, 'package main\r\n\r\nfunc main() {}\n');
  const read = sourceReader(folder);
  expect([1, 2, 3, 4, 5, 0, -1].map((line) => read('main.go', line))).toEqual([
    'package main',
    '',
    'func main() {}',
    '',
    undefined,
    undefined,
    undefined,
  ]);
  writeFileSync(file, 'changed\n');
  expect(read('main.go', 1)).toBe('package main');
});

test('a file that isn’t there has no lines', () => {
  const read = sourceReader(folder);
  expect(read('gone.go', 1)).toBeUndefined();
  expect(read('.', 1)).toBeUndefined();
});
