import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const script = resolve(import.meta.dirname, '../../../scripts/release-notes.mjs');

function notesOf(tag: string, changelog: string): { code: number | null; printed: string; complaint: string } {
  const cwd = mkdtempSync(join(tmpdir(), 'leakgate-notes-'));
  try {
    writeFileSync(join(cwd, 'package.json'), '{"version":"1.2.3"}');
    writeFileSync(join(cwd, 'CHANGELOG.md'), changelog);
    const { status, stdout, stderr } = spawnSync('node', [script, tag], { cwd, encoding: 'utf8' });
    return { code: status, printed: stdout, complaint: stderr };
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

test.each([
  ['with sections of its own', '# Changelog\n\n## 1.2.3\n\n### Load\n\n- It loads.\n\n## 1.2.2\n\n- Old.\n'],
  [
    'as the last one, with its day',
    '# Changelog\n\n## 1.3.0\n\n- New.\n\n## 1.2.3 – 2026-01-31\n\n### Load\n\n- It loads.',
  ],
  ['below one that begins like it', '## 1.2.30\n\n- Newer.\n\n## 1.2.3\n\n### Load\n\n- It loads.\n'],
])('the notes of a version are its section, %s', (_, changelog) => {
  expect(notesOf('v1.2.3', changelog)).toEqual({ code: 0, printed: '### Load\n\n- It loads.\n', complaint: '' });
});

test.each([
  ['v1.2.4', '## 1.2.4\n\n- New.\n', "The tag v1.2.4 isn't the version of package.json, 1.2.3."],
  ['v1.2.3', '# Changelog for 1.2.3\n\n## 1.2.30\n\n- See ## 1.2.3\n', 'CHANGELOG.md has no section "## 1.2.3".'],
  ['v1.2.3', '## 1.2.3\n\n## 1.2.2\n\n- Old.\n', 'CHANGELOG.md says nothing below "## 1.2.3".'],
])('%s with %j is refused', (tag, changelog, complaint) => {
  expect(notesOf(tag, changelog)).toEqual({ code: 1, printed: '', complaint: `::error::${complaint}\n` });
});
