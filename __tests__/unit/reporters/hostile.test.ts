import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotations, prComment, renderTerminal, summary } from '../../../src/reporters/index.ts';
import { hostileText, intrusions, poisoned, toHtml } from './gfm.ts';
import { hostileTexts, report, reports } from './reports.ts';

// A hundred findings say no more than three, and take long to parse.
const { 'hundred-findings': hundred, ...small } = reports;
const anyReport = fc.constantFrom(...Object.values(small));
const anyTexts = fc.array(hostileText, { minLength: 3, maxLength: 12 });

const invisible = /(?!\n)[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u;

describe('whatever stands in names, labels, routes, branches and log lines', () => {
  test('the Markdown holds our own markup and nothing else', () => {
    fc.assert(
      fc.property(anyReport, anyTexts, (given, texts) => {
        expect(intrusions(prComment(poisoned(given, texts)))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  test('the terminal gets no control character', () => {
    fc.assert(
      fc.property(anyReport, anyTexts, (given, texts) => {
        const shown = renderTerminal(poisoned(given, texts), { color: false });
        expect(shown).not.toMatch(invisible);
      }),
      { numRuns: 60 },
    );
  });

  test('annotations stay one message each, of plain characters', () => {
    fc.assert(
      fc.property(anyReport, anyTexts, (given, texts) => {
        for (const { title, message } of annotations(poisoned(given, texts))) {
          expect(`${title}\n${message}`).not.toMatch(invisible);
          expect(title).not.toContain('\n');
        }
      }),
      { numRuns: 60 },
    );
  });
});

test.each(hostileTexts.map((text) => [JSON.stringify(text).slice(0, 60), text]))('%s in every field', (_, text) => {
  for (const given of [small.failing, small['first-run'], small['never-ready']])
    expect(intrusions(prComment(poisoned(given, [text])))).toEqual([]);
});

test('the check sees intruders: an unescaped text would fail it', () => {
  const torn = prComment(reports.passing).replace('Throughput', 'Through|put <img src=x> @octocat #12');
  expect(intrusions(torn)).toEqual(expect.arrayContaining(['markup: <img src=x>', '@o', '#1']));
  const broken = prComment(reports.failing).replace('| Latency p99 |', '\n| Latency p99 |');
  expect(intrusions(broken)).toEqual([expect.stringMatching(/^ragged/), expect.stringMatching(/^ragged/)]);
});

test('links point into the repository only', () => {
  const elsewhere = report({
    links: { repository: 'https://github.com/acme/shop)[x](//evil', run: 'javascript:alert(1)' },
  });
  const comment = prComment({ ...reports.failing, links: elsewhere.links });
  expect(comment).not.toContain('](http');
  expect(comment).not.toContain('javascript');
});

test('a long name is cut in the middle, where names differ least', () => {
  const name = `start${'x'.repeat(900)}end`;
  const html = toHtml(prComment(poisoned(reports.failing, [name])));
  const seen = (html.match(/<td>[\s\S]*?<\/td>/g) ?? []).map((cell) => cell.replace(/<[^>]*>/g, '\n')).join('\n');
  expect(seen).toMatch(/startx+…x+end/);
  expect(Math.max(...(seen.match(/x+/g) ?? []).map((run) => run.length))).toBeLessThan(320);
});

test('sizes: never above the limits of a forge', () => {
  const long = [...hostileTexts, '@|<'.repeat(5000)];
  const huge = poisoned(hundred, long);
  const many = { ...huge, checks: Array.from({ length: 40 }, () => huge.checks).flat() };
  for (const given of [huge, many]) {
    expect(Buffer.byteLength(prComment(given))).toBeLessThanOrEqual(60_000);
    expect(Buffer.byteLength(summary(given))).toBeLessThanOrEqual(900 * 1024);
    expect(intrusions(prComment(given))).toEqual([]);
  }
});
