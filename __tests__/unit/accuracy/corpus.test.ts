import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { configSchema } from '../../../src/config/schema.ts';
import { isPair, parseManifest, readManifest, type Kind } from '../../accuracy/manifest.ts';
import { leakMarks } from '../../accuracy/marks.ts';
import { applyChange } from '../../accuracy/workspace.ts';

const folder = fileURLToPath(new URL('../../accuracy', import.meta.url));
const entries = readManifest(folder);
const serviceOf = (entry: (typeof entries)[number]): string => join(folder, 'corpus', entry.service ?? entry.name);
const count = (...some: Kind[]): number => entries.filter(({ kind }) => some.includes(kind)).length;

describe('the corpus', () => {
  test('is as large as promised', () => {
    expect(count('heap', 'goroutine', 'fd')).toBeGreaterThanOrEqual(30);
    expect(count('healthy')).toBeGreaterThanOrEqual(20);
    expect(count('speed')).toBeGreaterThanOrEqual(6);
    expect(count('same')).toBeGreaterThanOrEqual(2);
  });

  test.each(entries.map((entry) => [entry.name, entry] as const))(
    '%s has its service, its marks and its config',
    (_, entry) => {
      expect(existsSync(serviceOf(entry))).toBe(true);
      const leaky = entry.kind === 'heap' || entry.kind === 'goroutine' || entry.kind === 'fd';
      expect(leakMarks(serviceOf(entry), 'x').length > 0).toBe(leaky);
      const { requests, checks, config } = entry;
      expect(() => configSchema.parse({ requests, ...(checks !== undefined && { checks }), ...config })).not.toThrow();
    },
  );

  test.each(entries.filter((entry) => isPair(entry)).map((entry) => [entry.name, entry] as const))(
    'the change of %s fits its service',
    (_, entry) => {
      const copy = mkdtempSync(join(tmpdir(), 'leakgate-corpus-'));
      try {
        cpSync(serviceOf(entry), copy, { recursive: true });
        expect(() => entry.change.forEach((change) => applyChange(copy, change))).not.toThrow();
      } finally {
        rmSync(copy, { recursive: true });
      }
    },
  );
});

test('a change whose text is gone, or there twice, is refused', () => {
  const change = (find: string) => ({ file: 'work.go', find, replace: '' });
  const pricing = join(folder, 'corpus/pricing');
  expect(() => applyChange(pricing, change('nowhere'))).toThrow('exactly once: nowhere');
  expect(() => applyChange(pricing, change('x ^='))).toThrow('exactly once');
});

test('a manifest with a name twice, or a kind that there isn’t, is refused', () => {
  const entry = '- { name: a, kind: healthy, framework: gin, what: b, requests: [GET /] }\n';
  expect(() => parseManifest(entry + entry)).toThrow('two entries have the same name');
  expect(() => parseManifest(entry.replace('healthy', 'odd'))).toThrow('kind');
});
