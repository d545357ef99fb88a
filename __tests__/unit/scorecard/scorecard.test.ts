import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSpec } from '../../../src/scorecard/measure.ts';
import { scorecardCsv, scorecardHtml, scorecardMarkdown } from '../../../src/scorecard/render.ts';
import { contradictions, defaultWeights, outdated, scored } from '../../../src/scorecard/score.ts';
import { parseScorecard, type Contestant, type Figures, type Scorecard } from '../../../src/scorecard/scorecard.ts';
import { scorecard } from '../../../src/commands/scorecard.ts';
import { runCommandIn } from '../commands/terminal.ts';
import { hostileText, intrusions } from '../reporters/gfm.ts';

const figures = (changes: Partial<Figures> = {}): Figures => ({
  qps: 1000,
  p99Ms: 10,
  qpsRounds: [990, 1000, 1010],
  initialGoroutines: 6,
  afterGoroutines: 6,
  initialHeapBytes: 1_000_000,
  afterHeapBytes: 1_000_000,
  requests: 8000,
  ...changes,
});
const contestant = (name: string, changes: Partial<Figures> = {}): Contestant & { figures: Figures } => ({
  name,
  folder: name,
  ref: null,
  sha: '',
  goVersion: 'go1.26.8',
  modules: { 'github.com/gin-gonic/gin': 'v1.10.0' },
  figures: figures(changes),
});
const field = [
  contestant('steady'),
  contestant('fast', { qps: 2000, p99Ms: 5, afterHeapBytes: 1_404_000 }),
  contestant('leaky', { afterHeapBytes: 2_000_000, afterGoroutines: 806 }),
];
const card = (entries = scored(field, defaultWeights)): Scorecard => ({
  schemaVersion: 1,
  leakgate: '0.1.0',
  createdAt: '2026-11-25T12:00:00.000Z',
  machine: { cpus: 2, cpuModel: 'AMD EPYC' },
  plan: { rounds: 5, roundMs: 3000, leakRequests: 8000 },
  inputs: {},
  weights: defaultWeights,
  entries,
});

describe('scores', () => {
  test('follow the formulas that stand below the table, weighted 30, 25, 25, 20', () => {
    const entries = scored(field, defaultWeights);
    expect(entries.map(({ name, scores, total }) => ({ name, ...scores, total }))).toEqual([
      // 50.5 B a request: half of the marks for memory. (30·100 + 25·100 + 25·50 + 20·100) ÷ 100
      { name: 'fast', throughput: 100, latency: 100, memory: 50, goroutines: 100, total: 87.5 },
      { name: 'steady', throughput: 50, latency: 50, memory: 100, goroutines: 100, total: 72.5 },
      { name: 'leaky', throughput: 50, latency: 50, memory: 0, goroutines: 0, total: 27.5 },
    ]);
  });

  test('other weights make another winner', () => {
    const weights = { throughput: 0, latency: 0, memory: 1, goroutines: 1 };
    expect(scored(field, weights).map(({ name, total }) => [name, total])).toEqual([
      ['steady', 100],
      ['fast', 75],
      ['leaky', 0],
    ]);
  });

  test('lie between 0 and 100, whatever was measured, and no better figure scores less', () => {
    const amount = fc.double({ min: 0, max: 1e9, noNaN: true });
    const any = fc.record({
      qps: amount,
      p99Ms: amount,
      initialGoroutines: amount,
      afterGoroutines: amount,
      initialHeapBytes: amount,
      afterHeapBytes: amount,
      requests: fc.nat(),
    });
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 5 }), (list) => {
        const entries = scored(
          list.map((one, index) => contestant(String(index), one)),
          defaultWeights,
        );
        for (const { scores, total } of entries)
          for (const score of [...Object.values(scores), total]) {
            expect(score).toBeGreaterThanOrEqual(0);
            expect(score).toBeLessThanOrEqual(100);
          }
        const byQps = entries.toSorted((a, b) => a.figures.qps - b.figures.qps).map(({ scores }) => scores.throughput);
        expect(byQps).toEqual(byQps.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe('validate', () => {
  const then = contestant('x');

  test.each([
    [{}, []],
    [{ goVersion: 'go1.26.12' }, []],
    [{ goVersion: 'go1.27.0' }, ['go1.26.8 is go1.27.0 now']],
    [{ modules: { 'github.com/gin-gonic/gin': 'v1.99.0' } }, []],
    [{ modules: { 'github.com/gin-gonic/gin': 'v2.0.0' } }, ['github.com/gin-gonic/gin v1.10.0 is v2.0.0 now']],
    [
      { modules: { 'github.com/go-chi/chi/v5': 'v5.0.0' } },
      ['github.com/gin-gonic/gin v1.10.0 is gone', 'github.com/go-chi/chi/v5 v5.0.0 is new'],
    ],
  ])('%j', (now, reasons) => {
    expect(outdated(then, { goVersion: then.goVersion, modules: then.modules, ...now })).toEqual(reasons);
  });

  test('below v1 every minor version counts', () => {
    const of = (version: string) => ({ goVersion: 'go1.26.8', modules: { 'example.com/x': version } });
    expect(outdated({ ...then, ...of('v0.9.1') }, of('v0.9.7'))).toEqual([]);
    expect(outdated({ ...then, ...of('v0.9.1') }, of('v0.10.0'))).toHaveLength(1);
  });

  test('new scores contradict old ones by another winner or a total far away', () => {
    const old = card().entries;
    expect(contradictions(old, old)).toEqual([]);
    const near = old.map((entry) => ({ ...entry, total: entry.total - 9 }));
    expect(contradictions(old, near)).toEqual([]);
    const [fast, steady, leaky] = old as [(typeof old)[0], (typeof old)[0], (typeof old)[0]];
    expect(contradictions(old, [{ ...steady, total: 90 }, { ...fast, total: 79 }, leaky])).toEqual([
      'the best was fast, now it is steady',
      'steady: 72.5 is 90 now',
    ]);
    // Of two that noise doesn't tell apart, either may come first.
    const tied = [fast, { ...steady, total: fast.total - 1 }];
    expect(
      contradictions(tied, [
        { ...steady, total: fast.total },
        { ...fast, total: fast.total - 1 },
      ]),
    ).toEqual([]);
  });
});

test.each([
  ['services/api', { name: 'api', folder: 'services/api', ref: null }],
  ['new=services/api@feature/x', { name: 'new', folder: 'services/api', ref: 'feature/x' }],
  ['services/api@v1.2', { name: 'api@v1.2', folder: 'services/api', ref: 'v1.2' }],
])('%s', (given, spec) => {
  expect(parseSpec(given)).toEqual(spec);
});

describe('renderings', () => {
  test('Markdown: figures, scores, formulas', () => {
    const lines = scorecardMarkdown(card()).split('\n');
    expect(lines[0]).toBe('### Scorecard: fast leads with 87.5');
    expect(lines).toContain('| Service | Throughput (30) | Latency (25) | Memory (25) | Goroutines (20) | Total |');
    expect(lines).toContain('| `fast` | 100 | 100 | 50 | 100 | 87.5 |');
    expect(lines).toContain('- **latency**: 100 × best p99 ÷ p99');
  });

  test('CSV and JSON hold every figure', () => {
    const [head, first] = scorecardCsv(card()).split('\r\n');
    expect(head!.split(',')).toHaveLength(15);
    expect(first).toBe('fast,,go1.26.8,2000,5,6,6,1000000,1404000,8000,100,100,50,100,87.5');
    expect(parseScorecard(JSON.stringify(card()), 'x')).toEqual(card());
    expect(() => parseScorecard('{"schemaVersion":2}', 'x.json')).toThrow('x.json is no scorecard');
  });

  test('names of contestants and machines render as text', () => {
    fc.assert(
      fc.property(hostileText, (name) => {
        const given = card(scored([contestant(name), contestant('b')], defaultWeights));
        given.machine.cpuModel = name;
        expect(intrusions(scorecardMarkdown(given))).toEqual([]);
        expect(
          scorecardHtml(given).match(
            /<(?!\/?(?:!doctype|html|meta|title|style|h1|table|thead|tbody|tr|th|td|ul|li|b|p)\b)/g,
          ),
        ).toBeNull();
      }),
      { numRuns: 60 },
    );
  });
});

test.each([
  [['one'], 'at least two folders'],
  [['a/x', 'b/x'], 'two contestants are called x'],
  [['a', 'b', '--weights', '1,2,3'], '--weights: got "1,2,3"; write four numbers'],
  [['a', 'b', '--weights', '0,0,0,0'], '--weights'],
  [['a', 'b', '--rounds', '0'], '--rounds'],
  [['a', 'b', '--round', 'x'], '--round: got "x"'],
  [['a@'], 'at least two folders'],
  [['validate'], 'needs a scorecard.json'],
  [['validate', 'nowhere.json'], "nowhere.json can't be read"],
])('scorecard %j is refused', async (args, message) => {
  await expect(runCommandIn(scorecard, args, { cwd: '/' })).rejects.toThrow(message);
});
