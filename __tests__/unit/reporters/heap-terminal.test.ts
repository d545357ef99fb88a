import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentsOf, diffSnapshots } from '../../../src/heap/diff.ts';
import { renderDiff, renderTop, renderTree } from '../../../src/reporters/heap-terminal.ts';
import { profile, retention } from '../heap/snapshots.ts';
import { trie, type Short } from '../heap/tries.ts';

const look = { color: false, limit: 20 };
const rules = { thresholdBytes: 0, minChain: 1, failOverBytes: null };
/** Numbers are set with spaces that don't break. */
const shown = (text: string): string[] => text.replaceAll(/[\u00a0\u202f]/g, ' ').split('\n');

const cache = (entries: number): Short => [
  'main.cache',
  0,
  0,
  ['map[string]*main.Entry', 1, 48, ['main.put main.go:27', entries, entries * 1480]],
];
const waiting = (many: number): Short => ['goroutine [chan send] main.leak', many, many * 480];

describe('a diff', () => {
  const before = retention([cache(200), waiting(3)], { requests: 200 });
  const after = retention([cache(1200), waiting(8)], { requests: 1200 });

  test('has one line for each root, numbers to the right', () => {
    expect(shown(renderDiff(diffSnapshots(before, after, { ...rules, failOverBytes: 1_000_000 }), look))).toEqual([
      '       growth       now   per request  kept alive by',
      '  ✘ +1.41 MiB  1.69 MiB  +1,480 B/req  main.cache → map[string]*main.Entry → main.put main.go:27 ×1,000, 1,480 B each',
      '     +2,400 B   3,840 B   +2.40 B/req  goroutine [chan send] main.leak ×5, 480 B each',
      '  +1.41 MiB in all, 1 exceeds the limit',
      '  HeapAlloc +1,482,400 B: +1,482,400 B above, 0 B of other roots, 0 B of the runtime and the probe, 0 B that no root reaches',
      '',
    ]);
  });

  test('tells who holds together what no root holds alone', () => {
    const shared = retention([['main.both main.go:4', 9, 9000]]);
    const held = shared.trie.children.get('main.both main.go:4')!;
    const way = (root: string) => [{ text: root, frame: null, foreign: false }, held.label];
    held.heldBy = [way('main.left'), way('main.right')];
    expect(shown(renderTop(contentsOf(shared), { kind: 'retention', heapBytes: 9000 }, look))).toEqual([
      '      keeps  share  kept alive by',
      '    9,000 B  100 %  main.both main.go:4 ×9, 1,000 B each',
      '                    held together by main.left → main.both main.go:4',
      '                                 and main.right → main.both main.go:4',
      '  9,000 B in all',
      '',
    ]);
  });

  test('of profiles names sites and their callers', () => {
    const [one, two] = [profile({ 'main.put': [1000, 1] }), profile({ 'main.put': [41_960, 41] })];
    expect(shown(renderDiff(diffSnapshots(one, two, rules), look))).toEqual([
      '     growth       now  allocated in',
      '    +40 KiB  41.0 KiB  main.put main.go:1 ×40 ← main.main main.go:99',
      '  +40 KiB in all',
      '  Estimates: a profile counts samples, and what grew by less than a few of them doesn’t show.',
      '',
    ]);
  });

  test('of equal snapshots says so, and warns', () => {
    const other = { ...after, process: { ...after.process, buildId: 'c/d' } };
    expect(shown(renderDiff(diffSnapshots(after, other, rules), look))).toEqual([
      '  Nothing grew that counts here.',
      '  ▲ The snapshots are of two builds: what changed its name or line shows as growth.',
      '  HeapAlloc 0 B: 0 B above, 0 B of other roots, 0 B of the runtime and the probe, 0 B that no root reaches',
      '',
    ]);
  });

  test('sums up what is beyond the limit', () => {
    const many = retention(Array.from({ length: 30 }, (_, i): Short => [`main.v${i}`, 0, 100]));
    const lines = shown(
      renderTop(contentsOf(many), { kind: 'retention', heapBytes: 3000 }, { color: false, limit: 4 }),
    );
    expect(lines).toHaveLength(8);
    expect(lines[5]).toBe('    … and 26 more, 2,600 B');
  });
});

test('a root is shown as a tree, without what is too small', () => {
  const root = trie([
    'main.cache',
    0,
    100,
    ['map[string]*main.Entry', 1, 900, ['main.put main.go:27', 10, 5000], ['main.key main.go:9', 2, 40]],
    ['main.x main.go:1', 1, 3000],
    ['main.y main.go:2', 1, 2],
  ]).children.get('main.cache')!;
  expect(shown(renderTree(root, look))).toEqual([
    '  9,042 B  main.cache',
    '  5,940 B  ├─ map[string]*main.Entry',
    '  5,000 B  │  ├─ main.put main.go:27 ×10',
    '     40 B  │  └─ … 1 more',
    '  3,000 B  ├─ main.x main.go:1',
    '      2 B  └─ … 1 more',
    '',
  ]);
});

describe('names that are hostile', () => {
  const name = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1 }),
    fc.constantFrom(
      '\u001b[2J\u001b[31mmain.x',
      'main.\r\nPASS',
      'main.\u202egnp',
      'a\u009b31m',
      '\u001b]0;title\u0007',
      '\u0000',
    ),
  );
  /** How many lines a text has, and what in it isn't visible or moves what stands beside it. */
  const looked = (text: string): { lines: number; invisible: string[] } => ({
    lines: text.split('\n').length,
    invisible: text.replaceAll('\n', '').match(/(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu) ?? [],
  });
  const clean = (lines: number): ReturnType<typeof looked> => ({ lines, invisible: [] });

  test('stay inside of their line', () => {
    fc.assert(
      fc.property(name, name, (one, other) => {
        const given = retention([[one, 1, 2000, [other, 2, 1000]]]);
        const root = [...given.trie.children.values()][0]!;
        root.heldBy = [[{ text: other, frame: null, foreign: false }]];
        expect(looked(renderTree(root, look))).toEqual(clean(4));
        const grown = renderDiff(diffSnapshots(retention([]), given, rules), look);
        expect(looked(grown)).toEqual(clean(root.label.foreign ? 3 : 6));
        const sites = profile({ [one]: [10, 1] });
        expect(looked(renderTop(contentsOf(sites), { kind: 'profile', heapBytes: 10 }, look))).toEqual(clean(4));
      }),
    );
  });
});
