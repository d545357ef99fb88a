import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Report } from '../../../src/model.ts';
import { annotations, parseReport, prComment, renderTerminal, summary, toJson } from '../../../src/reporters/index.ts';
import { reports } from './reports.ts';

/**
 * Committed renderings, so that a change of the look is reviewed by looking at it. After a wanted change:
 * `npx vitest run --project unit __tests__/unit/reporters -u`, then read the diff.
 */
const file = (name: string): string => `../../fixtures/reporters/${name}`;

/** Results of real runs of the examples, links added. */
function recorded(name: string): Report {
  const url = new URL(`../../fixtures/reporters/recorded/${name}.json`, import.meta.url);
  const repository = 'https://github.com/acme/shop';
  return {
    ...parseReport(readFileSync(url, 'utf8'), name),
    links: { repository, run: `${repository}/actions/runs/1` },
  };
}

const inChinese = (name: string): Report => ({ ...recorded(name), lang: 'zh-CN' });

test.each(['blocked-channel', 'unbounded-cache', 'slower', 'dearer'])('in Chinese: %s', async (name) => {
  const report = inChinese(name);
  const golden = (kind: string): string => file(`recorded/${name}.zh-CN.${kind}`);
  await expect(prComment(report)).toMatchFileSnapshot(golden('comment.md'));
  await expect(renderTerminal(report, { color: false })).toMatchFileSnapshot(golden('terminal.txt'));
  await expect(`${JSON.stringify(annotations(report), null, 2)}\n`).toMatchFileSnapshot(golden('annotations.json'));
});

for (const [name, report] of Object.entries(reports)) {
  test(`${name}: pull request comment`, async () => {
    await expect(prComment(report)).toMatchFileSnapshot(file(`${name}.comment.md`));
  });

  test(`${name}: terminal`, async () => {
    await expect(renderTerminal(report, { color: false })).toMatchFileSnapshot(file(`${name}.terminal.txt`));
  });

  test(`${name}: annotations`, async () => {
    const shown = `${JSON.stringify(annotations(report), null, 2)}\n`;
    await expect(shown).toMatchFileSnapshot(file(`${name}.annotations.json`));
  });
}

test('the summary tells the same story with more lines of code', async () => {
  await expect(summary(reports['hundred-findings'])).toMatchFileSnapshot(file('hundred-findings.summary.md'));
  await expect(summary(reports.failing)).toMatchFileSnapshot(file('failing.summary.md'));
});

test('colours on a terminal', async () => {
  await expect(renderTerminal(reports.failing, { color: true })).toMatchFileSnapshot(file('failing.color.txt'));
});

test('result.json is the report', () => {
  expect(JSON.parse(toJson(reports.failing))).toEqual(reports.failing);
});
