import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseReport, renderings, type RenderingName } from '../../../src/reporters/index.ts';
import type { Report } from '../../../src/model.ts';

/**
 * Results of real runs of the examples, as earlier Leakgates wrote them. They lack what has been added to results since, and each rendering
 * has to do without.
 */
const folder = new URL('../../fixtures/reporters/recorded/', import.meta.url);
const names = readdirSync(folder)
  .filter((file) => /^[^.]+\.json$/.test(file))
  .map((file) => file.slice(0, -'.json'.length));

const files: Partial<Record<RenderingName, string>> = {
  html: 'html',
  comment: 'comment.md',
  markdown: 'summary.md',
  terminal: 'terminal.txt',
  sarif: 'sarif',
  junit: 'junit.xml',
};

/** With the links that a run in a workflow has. */
function recorded(name: string): Report {
  const repository = 'https://github.com/acme/shop';
  const json = readFileSync(new URL(`${name}.json`, folder), 'utf8');
  return { ...parseReport(json, name), links: { repository, run: `${repository}/actions/runs/1` } };
}

describe.each(names)('%s', (name) => {
  test.each(Object.entries(files))('%s', async (rendering, file) => {
    const text = renderings[rendering as RenderingName](recorded(name));
    await expect(text).toMatchFileSnapshot(new URL(`${name}.${file}`, folder).pathname);
  });
});
