import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChrome } from '../../src/commands/print-pdf.ts';
import type { Report } from '../../src/model.ts';
import { contentsOf, diffSnapshots } from '../../src/heap/diff.ts';
import type { HeapSnapshot } from '../../src/heap/snapshot-file.ts';
import { renderGoroutinePage } from '../../src/reporters/html/goroutine-page.ts';
import { renderHeapPage } from '../../src/reporters/html/heap-page.ts';
import { renderTrend } from '../../src/reporters/html/trend-page.ts';
import { renderHtml, toJson } from '../../src/reporters/index.ts';
import { trendOf } from '../../src/history/trend.ts';
import { retention } from '../unit/heap/snapshots.ts';
import { evident, large } from '../unit/reporters/evidence.ts';
import { poisoned } from '../unit/reporters/gfm.ts';
import { hostileTexts, reports } from '../unit/reporters/reports.ts';
import { history } from '../unit/history/trends.ts';

const chrome = await findChrome(process.env);
if (chrome === null)
  console.warn('No Chrome or Chromium is installed: the report is not tried in a browser. CHROME_BIN may name one.');

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const root = process.getuid?.() === 0;
const pages: Record<string, Report> = {
  failing: evident,
  chinese: { ...evident, lang: 'zh-CN' },
  large,
  passing: reports.passing,
  inconclusive: reports.inconclusive,
  'first-run': reports['first-run'],
  'never-ready': reports['never-ready'],
  hostile: reports.hostile,
  poisoned: poisoned(evident, hostileTexts),
};

const [emptier, fuller] = [200, 1200].map((entries) =>
  retention([
    ['main.cache', 0, 0, ['map[string]*main.Entry', 1, 48, ['main.put main.go:27', entries, entries * 1480]]],
    ['main.old', 0, 20_000],
  ]),
) as [HeapSnapshot, HeapSnapshot];
const heapFinding = { warnings: [], failOverBytes: null, limit: 20, version: '0.1.0' };
const rules = { thresholdBytes: 0, minChain: 1, failOverBytes: 1000 };
const after = { name: 'b.heap', snapshot: fuller };

/** Pages that show no single run. */
const written: Record<string, string> = {
  trend: renderTrend(trendOf(history(24), null), '0.1.0'),
  top: renderHeapPage({ ...heapFinding, before: null, after, rows: contentsOf(fuller) }),
  diff: renderHeapPage({
    ...heapFinding,
    ...diffSnapshots(emptier, fuller, rules),
    before: { name: 'a.heap', snapshot: emptier },
    after,
    failOverBytes: rules.failOverBytes,
  }),
  goroutines: renderGoroutinePage({
    source: 'probe of process 4711',
    provesLeaks: true,
    groups: evident.checks.flatMap(({ groups = [] }) => groups),
    looks: 3,
    takenAt: evident.createdAt,
    version: '0.1.0',
  }),
};

let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leakgate-html-'));
  for (const [name, report] of Object.entries(pages)) await writeFile(join(folder, `${name}.html`), renderHtml(report));
  for (const [name, page] of Object.entries(written)) await writeFile(join(folder, `${name}.html`), page);
  if (chrome === null) return;
  browser = await chromium.launch({ executablePath: chrome, args: root ? ['--no-sandbox'] : [] });
});

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

interface Look {
  width?: number;
  scheme?: 'light' | 'dark';
  script?: boolean;
}

/** A page from its file, with everything it complained about and every address it asked for. */
async function open(name: string, { width = 1280, scheme = 'light', script = true }: Look = {}) {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: scheme,
    javaScriptEnabled: script,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => void (complaints.push(dialog.message()), dialog.dismiss()));
  page.on('request', (request) => requests.push(request.url()));
  const address = pathToFileURL(join(folder, `${name}.html`)).href;
  await page.goto(address);
  return { page, complaints, requests, address, [Symbol.asyncDispose]: async () => context.close() };
}

/** How far the page is wider than the window. */
async function overflow(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - innerWidth');
}

describe.skipIf(chrome === null)('in a browser, from a file', () => {
  test.each([...Object.keys(pages), ...Object.keys(written)])(
    '%s: no complaint, no request, nothing too wide',
    async (name) => {
      for (const width of [1280, 390]) {
        await using opened = await open(name, { width });
        await opened.page.evaluate("document.querySelectorAll('details').forEach((row) => { row.open = true; })");
        expect(await overflow(opened.page)).toBe(0);
        expect(opened.complaints).toEqual([]);
        expect(opened.requests).toEqual([opened.address]);
      }
    },
  );

  test.each([
    ['failing', 'light', 1280],
    ['failing', 'dark', 1280],
    ['failing', 'light', 390],
    ['chinese', 'light', 390],
    ['chinese', 'dark', 1280],
    ['trend', 'light', 1280],
    ['trend', 'dark', 390],
    ['passing', 'light', 1280],
    ['inconclusive', 'dark', 1280],
    ['first-run', 'light', 1280],
    ['never-ready', 'dark', 1280],
    ['top', 'light', 390],
    ['diff', 'dark', 1280],
    ['goroutines', 'light', 1280],
    ['goroutines', 'dark', 390],
  ] as const)('%s, %s, %i px: axe finds nothing', async (name, scheme, width) => {
    await using opened = await open(name, { scheme, width });
    // The page's own policy lets nobody add a script; the debugger may run one all the same.
    await opened.page.evaluate(await readFile(axe, 'utf8'));
    const found = await opened.page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>('axe.run()');
    expect(found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))])).toEqual([]);
  });

  test('the theme follows the system until somebody chooses', async () => {
    await using opened = await open('failing', { scheme: 'dark' });
    const ground = async (): Promise<unknown> =>
      opened.page.evaluate('getComputedStyle(document.body).backgroundColor');
    const dark = await ground();
    await opened.page.getByRole('button', { name: 'Light' }).press('Enter');
    expect(await ground()).not.toBe(dark);
    await opened.page.getByRole('button', { name: 'Dark' }).press('Enter');
    expect(await ground()).toBe(dark);
  });

  test('the graph zooms, walks and searches by keyboard', async () => {
    await using opened = await open('failing');
    const { page } = opened;
    const detail = page.locator('#flame-detail');
    const frame = (name: string) => page.locator(`#flame-graph > svg[aria-label^="${name} ·"]`);
    await page.locator('#flame-graph > svg').first().focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
    expect(await detail.textContent()).toMatch(/^session\.newEntry · 29\.1 MiB live, \+28\.7 MiB/);
    await page.keyboard.press('ArrowRight');
    expect(await detail.textContent()).toMatch(/^session\.tags/);
    await page.keyboard.press('Enter');
    expect(await frame('session.tags').getAttribute('width')).toBe('100.000%');
    expect(await frame('store.Seed').getAttribute('display')).toBe('none');
    await page.keyboard.press('Escape');
    expect(await frame('store.Seed').getAttribute('display')).toBeNull();
    await page.locator('#flame-search').fill('AUDIT');
    expect(await detail.textContent()).toBe('1 frame matches');
    await page.getByRole('button', { name: 'Growth only' }).press('Enter');
    expect(await frame('store.Seed').getAttribute('display')).toBe('none');
  });

  test('the graph zooms by mouse and comes back', async () => {
    await using opened = await open('failing');
    const put = opened.page.locator('#flame-graph > svg[aria-label^="session.(*Cache).Put"]');
    const before = await put.getAttribute('width');
    await put.click();
    expect(await put.getAttribute('width')).toBe('100.000%');
    await opened.page.getByRole('button', { name: 'Whole heap' }).click();
    expect(await put.getAttribute('width')).toBe(before);
  });

  test('lines open and close by keyboard, one by one and all', async () => {
    await using opened = await open('failing');
    const { page } = opened;
    const openOnes = page.locator('#site-list details[open]');
    expect(await openOnes.count()).toBe(1);
    await page.locator('#site-list summary').nth(1).press('Enter');
    expect(await openOnes.count()).toBe(2);
    const all = page.locator('[data-toggle="#site-list"]');
    await all.press('Enter');
    expect(await openOnes.count()).toBe(3);
    await all.press('Enter');
    expect(await openOnes.count()).toBe(0);
  });

  test('everything is there without a script', async () => {
    await using opened = await open('failing', { script: false });
    expect(await opened.page.locator('#flame-graph > svg').count()).toBe(11);
    expect(await opened.page.getByText('Where and when it was measured').isVisible()).toBe(true);
    expect(await opened.page.getByRole('button', { name: 'Growth only' }).isVisible()).toBe(false);
  });

  test('a reader can use the largest within a second', async () => {
    const readyMs: number[] = [];
    // The machine may be busy with something else for one of them.
    for (let attempt = 0; attempt < 3; attempt++) {
      await using opened = await open('large');
      readyMs.push(
        await opened.page.evaluate('performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd'),
      );
    }
    expect(Math.min(...readyMs)).toBeLessThan(1000);
  });
});

const cli = new URL('../../dist/cli.js', import.meta.url).pathname;

describe.skipIf(chrome === null || !existsSync(cli))('printed', () => {
  test('the command writes page and PDF: whole pages, every line open', async () => {
    await writeFile(join(folder, 'result.json'), toJson(evident));
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      [cli, 'report', '--from', 'result.json', '--html', 'r.html', '--pdf', 'r.pdf'],
      { cwd: folder },
    );
    expect(`${stdout}${stderr}`).toBe('');
    expect(await readFile(join(folder, 'r.html'), 'utf8')).toContain('<title>cmd/api: heap leak and goroutine leak');
    const pdf = await readFile(join(folder, 'r.pdf'), 'latin1');
    expect(pdf.startsWith('%PDF-')).toBe(true);
    const sheets = pdf.match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
    expect(sheets).toBeGreaterThan(1);
    expect(sheets).toBeLessThanOrEqual(5);
  });

  test('on paper it is light, and what was folded is open', async () => {
    await using opened = await open('failing', { scheme: 'dark', width: 700 });
    const { page } = opened;
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    expect(await page.getByText('pending = append(pending').isVisible()).toBe(true);
    expect(await page.locator('#theme').isVisible()).toBe(false);
    expect(await overflow(page)).toBe(0);
  });
});
