import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { appendRuling, readRulings, rulersTable } from '../../accuracy/rulings.ts';
import { finished, sample } from './records.ts';

test('what was ruled is read again', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rulings-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'rulers.jsonl');
  expect(readRulings(path)).toEqual([]);
  const ruling = { entry: 'small', right: true, red: [{ root: 'main.all', objectsPerRequest: 1 }] };
  appendRuling(path, ruling);
  appendRuling(path, { ...ruling, entry: 'calm', right: false });
  expect(readRulings(path)).toEqual([ruling, { ...ruling, entry: 'calm', right: false }]);
});

test('both rulers stand side by side, by kind', () => {
  const records = [finished('small', 'found'), finished('large', 'missed'), finished('calm', 'quiet')];
  const rulings = [
    { entry: 'small', right: true, red: [] },
    { entry: 'calm', right: false, red: [] },
  ];
  const table = rulersTable(sample, records, rulings);
  expect(table).toContain('| Heap leaks | 1 of 2 runs | 1 of 1 services |');
  expect(table).toContain('| Healthy look-alikes | 1 of 1 runs | 0 of 1 services |');
  expect(rulersTable(sample, records, [])).toBe('');
});
