import { describe, expect, test } from 'vitest';
import { chainText, heldFrom, keptBy } from '../../../src/checks/retained-chains.ts';
import type { RetainedChain } from '../../../src/model.ts';

const put = { function: 'main.put', file: 'cache.go', line: 27, own: true };

const chain = (steps: [text: string, objects: number][], more: Partial<RetainedChain> = {}): RetainedChain => ({
  root: steps[0]![0],
  steps: steps.map(([text, objects]) => ({ text, objects, retainedBytes: 48_000, frame: null })),
  retainedBytes: 48_000,
  sites: [put],
  ...more,
});

const cache = chain([
  ['main.cache', 0],
  ['map[string]*main.Entry', 0],
  ['main.put cache.go:27', 1000],
]);

describe('a chain in words', () => {
  test.each([
    ['of a sampled look has no counts', {}, 'main.cache → map[string]*main.Entry → main.put cache.go:27'],
    [
      'tells its rate where requests are known',
      { requests: 2000 },
      'main.cache → map[string]*main.Entry → main.put cache.go:27, 24 B per request',
    ],
    [
      'counts and sizes objects where all were recorded',
      { requests: 2000, exact: true },
      'main.cache → map[string]*main.Entry → main.put cache.go:27 ×1,000, 48 B each, 24 B per request',
    ],
  ])('%s', (_, more, text) => {
    expect(chainText({ ...cache, ...more })).toBe(text);
  });

  test('counts goroutines always', () => {
    const waiting = chain([['goroutine [chan send] main.leak', 100]]);
    expect(chainText(waiting)).toBe('goroutine [chan send] main.leak ×100, 480 B each');
  });

  test('keeps its root and its end when it’s long', () => {
    const far = Array.from({ length: 12 }, (_, k): [string, number] => [`net/http.(*routingNode).step${k}`, 0]);
    const text = chainText(chain([['main.root', 0], ...far, ['map main.(*bus).subscribe bus.go:20', 0], ['main.end', 0]])); // prettier-ignore
    expect(text).toMatch(/^main\.root → … → net\/http.+ → map main\.\(\*bus\)\.subscribe bus\.go:20 → main\.end$/);
    expect(text.length).toBeLessThan(240);
  });

  test('never loses its last step, however long', () => {
    const long = 'x'.repeat(400);
    expect(
      chainText(
        chain([
          ['main.root', 0],
          ['main.middle', 0],
          [long, 0],
        ]),
      ),
    ).toBe(`main.root → … → ${long}`);
    expect(chainText(chain([['main.root', 0], [long, 0]]))).toBe(`main.root → ${long}`); // prettier-ignore
  });
});

test('a line is kept by the first chain that leads to it, with those who hold it together', () => {
  const held = { ...cache, heldBy: Array.from({ length: 9 }, (_, k) => [`main.v${k}`]) };
  expect(keptBy(put, [chain([['main.other', 0]], { sites: [] }), held])).toMatchObject({
    root: 'main.cache',
    heldBy: [['main.v0'], ['main.v1'], ['main.v2'], ['main.v3'], ['main.v4']],
  });
  expect(keptBy(put, [cache])).not.toHaveProperty('heldBy');
  expect(keptBy({ ...put, line: 1 }, [cache])).toBeNull();
});

test('goroutines keep what the chain that begins at a function of their stack keeps', () => {
  const waiting = chain([['goroutine [chan send] main.leak.func1', 100], ['main.body body.go:3', 100]]); // prettier-ignore
  const chains = [cache, waiting];
  expect(heldFrom(new Set(['main.leak.func1']), chains)?.steps.map(({ text }) => text)).toEqual([
    'goroutine [chan send] main.leak.func1',
    'main.body body.go:3',
  ]);
  expect(heldFrom(new Set(['main.cache', 'main.other']), chains)).toBeUndefined();
});
