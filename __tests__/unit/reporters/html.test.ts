import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../../src/model.ts';
import { junit, parseReport, renderHtml, sarif } from '../../../src/reporters/index.ts';
import { attribute, elementsOf, intrusionsIn, skeletonOf, textOf } from './dom.ts';
import { evident, large } from './evidence.ts';
import { hostileText, poisoned } from './gfm.ts';
import { hostileTexts, reports } from './reports.ts';

const recorded = (name: string): Report => {
  const url = new URL(`../../fixtures/reporters/recorded/${name}.json`, import.meta.url);
  return parseReport(readFileSync(url, 'utf8'), name);
};

/** Without style and script, which would drown a change of the page in a diff. */
const bare = (page: string): string =>
  page
    .replace(/(<style>)[\s\S]*?(<\/style>)/, '$1…$2')
    .replace(/(<script>)[\s\S]*?(<\/script>)/, '$1…$2')
    .replaceAll(/sha256-[\w+/=]+/g, 'sha256-…');

const golden = {
  evident,
  passing: reports.passing,
  inconclusive: reports.inconclusive,
  'first-run': reports['first-run'],
  'build-error': reports['build-error'],
  crash: reports.crash,
  hostile: reports.hostile,
};

test.each(Object.entries(golden))('%s: the page', async (name, report) => {
  await expect(bare(renderHtml(report))).toMatchFileSnapshot(`../../fixtures/reporters/${name}.html`);
});

test('in Chinese: the page', async () => {
  const page = renderHtml({ ...recorded('slower'), lang: 'zh-CN' });
  expect(page).toContain('<html lang="zh-CN">');
  await expect(bare(page)).toMatchFileSnapshot('../../fixtures/reporters/recorded/slower.zh-CN.html');
});

describe('whatever stands in names, labels, routes, branches and log lines', () => {
  const { 'hundred-findings': _, ...small } = reports;
  const anyReport = fc.constantFrom<Report>(evident, ...Object.values(small));
  const anyTexts = fc.array(hostileText, { minLength: 3, maxLength: 12 });

  test('the page holds our own elements and nothing else', () => {
    fc.assert(
      fc.property(anyReport, anyTexts, (given, texts) => {
        expect(intrusionsIn(renderHtml(poisoned(given, texts)))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  test('it is built alike whatever the texts are', () => {
    const plain = skeletonOf(renderHtml(poisoned(evident, ['x'])));
    for (const text of hostileTexts.filter((one) => !/[`→]/.test(one))) {
      expect(skeletonOf(renderHtml(poisoned(evident, [text])))).toEqual(plain);
    }
  });
});

/** The report with every number replaced by the next one of `numbers`; what JSON makes of a NaN is null. */
function counted(report: Report, numbers: (number | null)[]): Report {
  let next = 0;
  const swap = (value: unknown): unknown => {
    if (typeof value === 'number') return numbers[next++ % numbers.length];
    if (Array.isArray(value)) return value.map(swap);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, swap(item)]));
  };
  return swap(report) as Report;
}

test('no number breaks a rendering, and none is drawn that isn’t one', () => {
  const odd = fc.constantFrom(null, 0, -1, 1, 2, 0.001, 17, 1e9, 1e15, -1e15);
  fc.assert(
    fc.property(fc.array(odd, { minLength: 1, maxLength: 30 }), (numbers) => {
      const given = counted(evident, numbers);
      const drawn = elementsOf(renderHtml(given)).flatMap(({ tagName, attrs }) =>
        attrs.map(({ name, value }) => `${tagName} ${name}=${value}`),
      );
      expect(drawn.filter((one) => /NaN|Infinity|undefined|null/.test(one))).toEqual([]);
      expect(() => [sarif(given), junit(given)]).not.toThrow();
    }),
    { numRuns: 60 },
  );
});

test('the check sees intruders: an unescaped text would fail it', () => {
  const torn = renderHtml(reports.passing).replace('Throughput', '<img src=x onerror=alert(1)>');
  expect(intrusionsIn(torn)).toEqual(['<img>', 'img src', 'img onerror']);
});

test('nothing runs but what the policy names by its hash', () => {
  const elements = elementsOf(renderHtml(evident));
  const policy = elements
    .map((one) => (attribute(one, 'http-equiv') === undefined ? '' : attribute(one, 'content')))
    .join('');
  const hash = (tag: string): string => {
    const [found] = elements.filter((one) => one.tagName === tag && attribute(one, 'type') === undefined);
    return `'sha256-${createHash('sha256').update(textOf(found!)).digest('base64')}'`;
  };
  expect(policy).toBe(
    `default-src 'none'; style-src ${hash('style')}; script-src ${hash('script')}; base-uri 'none'; form-action 'none'`,
  );
});

test('the names of the graph survive a text that ends the element', () => {
  const page = renderHtml(poisoned(evident, ['</script><script>alert(1)</script>']));
  const data = elementsOf(page).filter((one) => attribute(one, 'id') === 'flame-names');
  const names = JSON.parse(textOf(data[0]!)) as [string, string][];
  expect(names.flat().join()).toContain('</script>');
});

test('a page loads nothing', () => {
  const page = renderHtml({ ...evident, links: { repository: null, run: null } });
  expect(page.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|src=|url\(|@import/);
});

test('a real leak draws its stacks although the result has no tree', () => {
  const page = renderHtml(recorded('unbounded-cache'));
  expect(page).toContain('id="flame-graph"');
  expect(page).toContain('82.7\u00a0B/req stay with each request');
});

test('frames are as wide as their bytes, and children lie within their parents', () => {
  const frames = elementsOf(renderHtml(evident)).filter((one) => attribute(one, 'data-v') !== undefined);
  const boxes = frames.map((one) => ({
    x: Number.parseFloat(attribute(one, 'x')!),
    width: Number.parseFloat(attribute(one, 'width')!),
    y: Number(attribute(one, 'y')),
    live: Number(attribute(one, 'data-v')!.split(' ')[0]),
  }));
  const whole = boxes[0]!;
  for (const [index, { x, width, y, live }] of boxes.entries()) {
    expect(width).toBeCloseTo((live / whole.live) * 100, 2);
    const parent = boxes.slice(0, index).findLast((one) => one.y === y - 22);
    if (parent !== undefined) {
      expect(x).toBeGreaterThanOrEqual(parent.x - 0.002);
      expect(x + width).toBeLessThanOrEqual(parent.x + parent.width + 0.002);
    }
  }
});

test('20 lines and 2,000 calls fit into 400 KB and are written within 2 s', () => {
  const started = performance.now();
  const page = renderHtml(large);
  // The time is a budget that a page misses by orders of magnitude when something grows quadratically.
  expect(performance.now() - started).toBeLessThan(2000);
  expect(elementsOf(page).filter((one) => attribute(one, 'data-v') !== undefined)).toHaveLength(2000);
  expect(Buffer.byteLength(page)).toBeLessThan(400_000);
});
