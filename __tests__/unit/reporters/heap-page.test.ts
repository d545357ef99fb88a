import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { contentsOf, diffSnapshots } from '../../../src/heap/diff.ts';
import type { HeapSnapshot } from '../../../src/heap/snapshot-file.ts';
import { renderHeapPage, type HeapFinding } from '../../../src/reporters/html/heap-page.ts';
import { frame, profile, retention } from '../heap/snapshots.ts';
import type { Short } from '../heap/tries.ts';
import { attribute, elementsOf, intrusionsIn, skeletonOf, textOf } from './dom.ts';
import { hostileTexts } from './reports.ts';

const rules = { thresholdBytes: 0, minChain: 1, failOverBytes: null };
const shared = { failOverBytes: null, limit: 20, version: '1.2.3' };

function grew(before: HeapSnapshot, after: HeapSnapshot, failOverBytes: number | null = null): HeapFinding {
  const found = diffSnapshots(before, after, { ...rules, failOverBytes });
  return {
    ...shared,
    before: { name: 'a.heap', snapshot: before },
    after: { name: 'b.heap', snapshot: after },
    rows: found.rows,
    warnings: found.warnings,
    failOverBytes,
  };
}

const contents = (snapshot: HeapSnapshot): HeapFinding => ({
  ...shared,
  before: null,
  after: { name: 'b.heap', snapshot },
  rows: contentsOf(snapshot),
  warnings: [],
});

/** All that is written below an element, spaces that don't break made plain. */
function wordsOf(element: ReturnType<typeof elementsOf>[number]): string {
  const walk = (node: (typeof element)['childNodes'][number]): string =>
    'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(walk).join('') : '';
  return walk(element)
    .replaceAll(/[\s\u00a0\u202f]+/g, ' ')
    .trim();
}

const shown = (page: string, tag: string, name = ''): string[] =>
  elementsOf(page)
    .filter((one) => one.tagName === tag && (attribute(one, 'class') ?? '').includes(name))
    .map(wordsOf);

const cache = (entries: number): Short => [
  'main.cache',
  0,
  0,
  ['map[string]*main.Entry', 1, 48, ['main.put main.go:27', entries, entries * 1480]],
];
const before = retention([cache(200), ['main.old', 0, 50_000]], { requests: 200 });
const after = retention([cache(1200), ['main.old', 0, 20_000]], { requests: 1200 });

describe('the page of a diff', () => {
  const page = renderHeapPage(grew(before, after, 1_000_000));

  test('says the finding, what was compared, and how sure it is', () => {
    expect(shown(page, 'h1')).toEqual(['main.cache keeps 1.41 MiB more']);
    expect(shown(page, 'dd')).toEqual([
      'a.heap 2026-01-02 03:04 UTC, after 200 requests',
      'b.heap 2026-01-02 03:04 UTC, after 1,200 requests',
      'pid 7, up since 2026-01-02 03:00 UTC',
      'go1.26.8',
      '339 KiB → 1.71 MiB',
      'every reachable object counted, as the runtime does to the byte',
    ]);
    expect(shown(page, 'p', 'lead')).toEqual([
      '1 of 1 exceeds the limit. No more than 977 KiB of growth is allowed. +1.41 MiB in all, through 1 root.',
    ]);
  });

  test('has a line for each root, with the way to its objects', () => {
    expect(shown(page, 'th').slice(0, 5)).toEqual(['Growth, Δ', 'Now', 'Per request', 'Objects, Δ', 'Kept alive by']);
    expect(shown(page, 'td')).toEqual(['+1.41 MiB', '1.69 MiB', '+1,480 B/req', '+1,000 1,480 B each']);
    expect(shown(page, 'th').at(-1)).toBe(
      'Exceeds the limit: main.cache → map[string]*main.Entry → main.put main.go:27',
    );
  });

  test('can be walked without any script, from what grew most', () => {
    const steps = elementsOf(page).filter(({ tagName }) => tagName === 'details');
    expect(steps.map((one) => attribute(one, 'open') !== undefined)).toEqual([true, true]);
    expect(shown(page, 'summary')).toEqual([
      'main.cache +1.41 MiB of 1.69 MiB',
      'map[string]*main.Entry +1.41 MiB of 1.69 MiB',
    ]);
    expect(shown(page, 'div', 'step')).toEqual([
      'main.put main.go:27 ×1,200 (+1,000) +1.41 MiB of 1.69 MiB',
      'main.old −29.3 KiB of 19.5 KiB',
    ]);
  });

  test('colours areas by growth', () => {
    const tints = elementsOf(page)
      .filter(({ tagName }) => tagName === 'rect')
      .map((one) => attribute(one, 'class'));
    expect(tints).toEqual(['heat h9', 'heat c2']);
    expect(page).not.toMatch(/<rect class="t\d/);
  });

  test('runs its own script and style, loads nothing', () => {
    const elements = elementsOf(page);
    const policy = attribute(
      elements.find((one) => attribute(one, 'http-equiv') !== undefined)!,
      'content',
    )!;
    expect(policy).toContain("default-src 'none'");
    for (const tag of ['script', 'style']) {
      const [only, ...more] = elements.filter(
        (one) => one.tagName === tag && attribute(one, 'type') !== 'application/json',
      );
      expect(more).toEqual([]);
      expect(policy).toContain(`${tag}-src 'sha256-${createHash('sha256').update(textOf(only!)).digest('base64')}'`);
    }
    expect(elements.filter(({ attrs }) => attrs.some(({ name }) => /^(?:src|style|on)/.test(name)))).toEqual([]);
  });
});

test('doubts stand at the top, and no figure is called exact', () => {
  const page = renderHeapPage(grew(before, { ...after, process: { ...after.process, pid: 8 } }));
  expect(shown(page, 'ul', 'warnings')).toEqual(['The snapshots are of two processes: growth is not exact.']);
  expect(shown(page, 'dd').at(-1)).toBe('not exact, see above');
  expect(shown(page, 'dd')[2]).toContain('pid 7, up since 2026-01-02 03:00 UTC → pid 8');
});

test('how far the runtime’s own count is away is told', () => {
  const page = renderHeapPage(grew(before, { ...after, heapAllocBytes: after.heapAllocBytes + 16 }));
  expect(shown(page, 'dd').at(-1)).toBe('every reachable object counted, 16 B apart from the runtime’s own count');
  expect(shown(renderHeapPage(contents(after)), 'dd').at(-1)).toContain('700 B apart');
});

test('nothing that grew is said so', () => {
  const page = renderHeapPage(grew(after, after));
  expect(shown(page, 'h1')).toEqual(['Nothing grew that counts here']);
  expect(elementsOf(page).some(({ tagName }) => tagName === 'table')).toBe(false);
  expect(shown(page, 'summary')[0]).toBe('main.cache 1.69 MiB, as before');
});

test('the contents of a snapshot have shares and no growth', () => {
  const page = renderHeapPage({ ...contents(after), limit: 1 });
  expect(shown(page, 'h1')).toEqual(['main.cache keeps 1.69 MiB']);
  expect(shown(page, 'td')).toEqual(['1.69 MiB', '98.9 %', '1,200 1,480 B each']);
  expect(shown(page, 'p', 'hint')[0]).toBe('… and 1 more, 19.5 KiB.');
  expect(page).not.toContain('class="swatch');
});

test('a profile shows its sites, their callers and no chains', () => {
  const page = renderHeapPage(grew(profile({ 'main.put': [1000, 1] }), profile({ 'main.put': [41_960, 41] })));
  expect(shown(page, 'h1')).toEqual(['main.put holds 40 KiB more']);
  expect(shown(page, 'th').at(-1)).toBe('main.put main.go:1 ← main.main main.go:99');
  expect(shown(page, 'summary')).toEqual(['main.put main.go:1 ×41 (+40) +40 KiB of 41.0 KiB']);
  expect(shown(page, 'dd').at(-1)).toBe('estimates from samples');
});

describe('names that are hostile', () => {
  const poisoned = (text: string, at = text): HeapFinding[] => {
    const name = `main.${text}`;
    const held = { text: name, frame: null, foreign: false };
    const given = retention([[name, 9, 3000, [`${name}2`, 3, 2000, [`${name}3`, 2, 900]]]]);
    const [root] = given.trie.children.values();
    root!.heldBy = [[held]];
    root!.label = { ...root!.label, frame: { ...frame(name, 3), file: at } };
    const odd = { goVersion: text, takenAt: text, process: { pid: 7, startedAt: text, buildId: null } };
    const sites = profile({ [name]: [10, 1] });
    return [
      { ...grew(retention([]), { ...given, ...odd }), warnings: [text], after: { name: text, snapshot: given } },
      contents({ ...given, ...odd }),
      { ...contents({ ...sites, ...odd }), version: text },
    ];
  };

  test.each(hostileTexts.map((text) => [JSON.stringify(text).slice(0, 50), text]))(
    '%s adds nothing to a page',
    (_, text) => {
      for (const finding of poisoned(text)) expect(intrusionsIn(renderHeapPage(finding))).toEqual([]);
    },
  );

  test('a page is built alike whatever they are', () => {
    const built = (text: string): string[][] => poisoned(text, 'x.go').map((one) => skeletonOf(renderHeapPage(one)));
    for (const text of hostileTexts.filter((one) => !one.includes('`'))) expect(built(text)).toEqual(built('x'));
  });
});

test('however large a heap and however long its names, 400 KB hold it', () => {
  const name = (at: number): string => `main.${at}${'"&'.repeat(60)}`;
  const wide = (depth: number, at: number): Short =>
    depth === 0
      ? [name(at), 5, 1000]
      : [name(at), 1, 10, ...Array.from({ length: 5 }, (_, k) => wide(depth - 1, at * 7 + k))];
  for (const depth of [3, 5]) {
    const given = retention(Array.from({ length: 12 }, (_, at) => wide(depth, at)));
    for (const finding of [contents(given), grew(retention([]), given)]) {
      const page = renderHeapPage({ ...finding, limit: 10_000 });
      expect(Buffer.byteLength(page)).toBeLessThanOrEqual(400_000);
      expect(elementsOf(page).filter(({ tagName }) => tagName === 'summary').length).toBeGreaterThan(10);
    }
  }
}, 60_000);
