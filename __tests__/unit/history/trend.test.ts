import { expect, test } from 'vitest';
import { renderTrend } from '../../../src/reporters/html/trend-page.ts';
import { renderTrendTerminal } from '../../../src/reporters/trend-terminal.ts';
import { shownEntries, trendOf } from '../../../src/history/trend.ts';
import { intrusionsIn } from '../reporters/dom.ts';
import { hostileTexts } from '../reporters/reports.ts';
import { history } from './trends.ts';

const repository = 'https://github.com/acme/shop';

test('each run is held against the one before it', () => {
  const { points, metrics, branch, key } = trendOf(history(10), repository);
  expect({ branch, key }).toEqual({ branch: 'main', key: 'cmd/api' });
  expect(points.map(({ outcome }) => outcome).slice(0, 6)).toEqual(points.slice(0, 6).map(() => 'pass'));
  expect(points[6]).toMatchObject({ outcome: 'fail', accepted: [{ by: 'mara', checks: ['heap-leak'] }] });
  expect(points[7]!.outcome).toBe('pass');
  expect(points.flatMap(({ differing }) => differing)).toEqual(['Go version: go1.26.8 then, go1.27.0 now']);
  expect(metrics.map(({ id }) => id)).toContain('qps/throughput');
  expect(points.every(({ values }) => typeof values['heap-leak/mallocs'] === 'number')).toBe(true);
});

test('a change that was measured side by side keeps its interval', () => {
  const { points } = trendOf(history(3), null);
  const { delta, interval } = points[1]!.changes['qps/p99']!;
  expect(interval[0]).toBeLessThan(delta);
  expect(interval[1]).toBeGreaterThan(delta);
});

test('figures of a version in another shape are left out, the others stay', () => {
  const given = history(3);
  given[1] = { ...given[1]!, measurements: { ...given[1]!.measurements, qps: { another: 'shape' } } };
  const { points } = trendOf(given, null);
  expect(points[1]!.values['qps/throughput']).toBeUndefined();
  expect(points[1]!.values['heap-leak/mallocs']).toBeDefined();
});

test('at most 500 runs are read, the newest', () => {
  const entries = Array.from({ length: 510 }, (_, at) => ({
    id: String(at),
    branch: 'main',
    key: 'api',
    sha: '',
    at: new Date(at * 1000).toISOString(),
  }));
  const shown = shownEntries(entries);
  expect(shown).toHaveLength(500);
  expect([shown[0]!.id, shown.at(-1)!.id]).toEqual(['10', '509']);
});

test('the page of 500 runs is at most 300 KB', () => {
  const page = renderTrend(trendOf(history(500), repository), '0.1.0');
  expect(Buffer.byteLength(page)).toBeLessThanOrEqual(300_000);
  expect(page.match(/<tr><td>/g)).toHaveLength(500);
  expect(page).not.toMatch(/NaN|undefined|Infinity/);
}, 60_000);

test('in Chinese: page and terminal', async () => {
  const trend = trendOf(history(24), repository);
  const page = renderTrend(trend, '0.1.0', 'zh-CN')
    .replace(/<style>[\s\S]*?<\/style>/, '<style>…</style>')
    .replace(/<script>[\s\S]*?<\/script>/, '<script>…</script>')
    .replaceAll(/sha256-[\w+/=]+/g, 'sha256-…');
  await expect(page).toMatchFileSnapshot('../../fixtures/reporters/trend-24.zh-CN.html');
  const terminal = renderTrendTerminal(trend, { color: false, lang: 'zh-CN' });
  await expect(terminal).toMatchFileSnapshot('../../fixtures/reporters/trend-24.zh-CN.terminal.txt');
});

test.each([1, 2, 24])('golden: %i runs', async (length) => {
  const trend = trendOf(history(length), repository);
  const page = renderTrend(trend, '0.1.0')
    .replace(/<style>[\s\S]*?<\/style>/, '<style>…</style>')
    .replace(/<script>[\s\S]*?<\/script>/, '<script>…</script>')
    .replaceAll(/sha256-[\w+/=]+/g, 'sha256-…');
  await expect(page).toMatchFileSnapshot(`../../fixtures/reporters/trend-${length}.html`);
  await expect(renderTrendTerminal(trend, { color: false })).toMatchFileSnapshot(
    `../../fixtures/reporters/trend-${length}.terminal.txt`,
  );
});

test('names, reasons and people are text', () => {
  for (const text of hostileTexts) {
    const given = history(4).map((one) => ({
      ...one,
      key: text,
      branch: text,
      accepted: [{ checks: [text], by: text, reason: text, how: text, at: one.createdAt }],
    }));
    const trend = trendOf(given, text);
    expect(intrusionsIn(renderTrend(trend, text))).toEqual([]);
    // oxlint-disable-next-line no-control-regex
    expect(renderTrendTerminal(trend, { color: false })).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  }
});
