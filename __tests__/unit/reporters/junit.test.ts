import * as fc from 'fast-check';
import { parse, type DefaultTreeAdapterMap } from 'parse5';
import { expect, test } from 'vitest';
import type { Report } from '../../../src/model.ts';
import { junit } from '../../../src/reporters/index.ts';
import { hostileText, poisoned } from './gfm.ts';
import { reports } from './reports.ts';

type Element = DefaultTreeAdapterMap['element'];

/** Reads what we write: elements that are closed by name or by themselves, quoted attributes, five entities. */
function xmlElements(xml: string): Element[] {
  const closed = xml.replace(/<(\w+)([^<>]*)\/>/g, '<$1$2></$1>').replace(/^<\?[^>]*\?>/, '');
  const walk = (node: DefaultTreeAdapterMap['node']): Element[] => [
    ...('tagName' in node ? [node] : []),
    ...('childNodes' in node ? node.childNodes.flatMap(walk) : []),
  ];
  return walk(parse(closed)).filter(({ tagName }) => !['html', 'head', 'body'].includes(tagName));
}

const attributeOf = ({ attrs }: Element, name: string): string => attrs.find((one) => one.name === name)?.value ?? '';

test.each(['failing', 'passing', 'inconclusive', 'crash', 'never-ready', 'hostile'] as const)(
  '%s: JUnit',
  async (name) => {
    await expect(junit(reports[name])).toMatchFileSnapshot(`../../fixtures/reporters/${name}.junit.xml`);
  },
);

test.each(Object.entries(reports))('%s: the counts are those of the cases', (_, report) => {
  const elements = xmlElements(junit(report));
  const [suites] = elements;
  const count = (tag: string): number => elements.filter(({ tagName }) => tagName === tag).length;
  expect(Number(attributeOf(suites!, 'tests'))).toBe(count('testcase'));
  expect(Number(attributeOf(suites!, 'failures'))).toBe(count('failure'));
  expect(Number(attributeOf(suites!, 'errors'))).toBe(count('error'));
  expect(Number(attributeOf(suites!, 'skipped'))).toBe(count('skipped'));
  expect(count('failure') + count('error') > 0).toBe(report.verdict === 'fail');
});

test('a check that was skipped is no pass', () => {
  const [check] = reports.passing.checks;
  const skipped: Report = {
    ...reports.passing,
    checks: [{ ...check!, outcome: 'skipped', findings: [], summary: 'Turned off.' }],
  };
  expect(junit(skipped)).toContain('<skipped message="Turned off."/>');
});

const allowed = new Set(['testsuites', 'testsuite', 'testcase', 'failure', 'error', 'skipped', 'system-out']);

test('any text stays text, of characters that XML can hold', () => {
  const { 'hundred-findings': _, ...small } = reports;
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.values(small)),
      fc.array(hostileText, { minLength: 3, maxLength: 9 }),
      (given, texts) => {
        const xml = junit(poisoned(given, texts));
        // XML 1.0, production 2.
        expect(xml).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
        expect(xmlElements(xml).filter(({ tagName }) => !allowed.has(tagName))).toEqual([]);
        expect(xml.replace(/&(?:amp|lt|gt|quot);/g, '')).not.toContain('&');
      },
    ),
    { numRuns: 40 },
  );
});
