import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { patternPages } from '../../../src/checks/goroutine-patterns.ts';
import { keptPatterns } from '../../../src/checks/kept-patterns.ts';
import { explain } from '../../../src/commands/explain.ts';
import { parsePatterns } from '../../../src/reporters/pattern-terminal.ts';
import { runCommandIn } from './terminal.ts';

const page = readFileSync(new URL('../../../docs/patterns.md', import.meta.url), 'utf8');
const patterns = parsePatterns(page);

test('every pattern that a finding can name has a page', () => {
  const names = new Set(patterns.map(({ name }) => name));
  expect(
    [...Object.values(patternPages), ...Object.values(keptPatterns).map(({ page: own }) => own)].filter(
      (name) => !names.has(name),
    ),
  ).toEqual([]);
});

test.each(patterns)(
  '$name: wrong and right code that gofmt takes as it is, and how it is seen',
  ({ text, summary }) => {
    const blocks = [...text.matchAll(/^```go\n(.*?)^```$/gms)].map(([, code = '']) => code);
    expect(blocks.map((code) => code.split('\n')[0])).toEqual(['// wrong', '// right']);
    for (const code of blocks) {
      const file = `package pattern\n\n${code}`;
      expect(execFileSync('gofmt', { input: file, encoding: 'utf8' })).toBe(file);
    }
    expect(text).toContain('**How it is seen.** ');
    expect(summary).toMatch(/\.$/);
  },
);

describe('the command', () => {
  const place = { cwd: '/' };

  test('shows a pattern without Markdown', async () => {
    const { code, stdout } = await runCommandIn(explain, ['lost-cancel'], place);
    expect(code).toBe(0);
    expect(stdout).toMatch(/✘ wrong[^]*context\.WithCancel[^]*✔ right[^]*defer cancel\(\)[^]*How it is seen/);
    expect(stdout).not.toContain('```');
  });

  test('lists all of them', async () => {
    const { stdout } = await runCommandIn(explain, [], place);
    expect(patterns.filter(({ name }) => !stdout.includes(name))).toEqual([]);
  });

  test('knows which names there are', async () => {
    await expect(runCommandIn(explain, ['nothing'], place)).rejects.toMatchObject({
      code: 'config',
      hint: expect.stringContaining('lost-cancel') as string,
    });
  });
});
