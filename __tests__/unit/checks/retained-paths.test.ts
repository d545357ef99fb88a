import { describe, expect, test } from 'vitest';
import { above, pathOf, pathsOfLine, retainedPaths, rootOf, stepName } from '../../../src/checks/retained-paths.ts';
import type { LeakPass } from '../../../src/checks/stages.ts';
import type { GrownWay } from '../../../src/model.ts';

const put = { function: 'main.put', file: 'cache.go', line: 27, own: true };

const way = (bytes: number, steps: [text: string, objects: number][], frame: GrownWay['frame'] = null): GrownWay => ({
  steps: steps.map(([text, objects]) => ({ text, objects })),
  frame,
  bytes,
});

const pass = (ways: GrownWay[]): LeakPass =>
  ({ doses: [{ requests: 300 }, { requests: 700 }], more: [], ways }) as unknown as LeakPass;

const entries: GrownWay['steps'] = [
  { text: 'main.cache', objects: 0 },
  { text: 'map[string]*main.Entry', objects: 0 },
  { text: 'main.put cache.go:27', objects: 1000 },
];

describe('the name of a step', () => {
  test.each([
    ['main.put cache.go:27', 'main.put'],
    ['net/http.readRequest request.go:1070 via main.(*S).put store.go:9', 'net/http.readRequest via main.(*S).put'],
    ['goroutine [chan receive] main.wait.func1', 'goroutine main.wait.func'],
    ['closure main.handle.func2.1', 'closure main.handle.func'],
    ['map[string]*main.Entry', 'map'],
    ['map main.put cache.go:28', 'map'],
    ['[]func() int', 'slice'],
    ['slice main.hook hooks.go:35', 'slice'],
    ['struct { A int "a → b" }', 'struct { A int "a > b" }'],
  ])('%s', (text, name) => {
    expect(stepName(text)).toBe(name);
  });
});

describe('a path', () => {
  test('holds the root, what becomes more with the requests, and the end', () => {
    const steps = [...entries, { text: 'main.put cache.go:28', objects: 990 }, { text: '[]uint8', objects: 1000 }];
    expect(pathOf({ steps }, 1000)).toBe('main.cache → main.put → slice');
  });

  test('leaves out what there is only once: the profile may have named it by chance', () => {
    const steps = [entries[0]!, { text: 'main.init cache.go:3', objects: 1 }, entries[2]!];
    expect(pathOf({ steps }, 1000)).toBe('main.cache → main.put');
  });

  test('of a root alone is the root', () => {
    expect(pathOf({ steps: entries.slice(0, 1) }, 1000)).toBe('main.cache');
    expect(above('main.cache')).toBe('');
    expect(above('main.cache → main.put → slice')).toBe('main.cache → main.put');
    expect(rootOf('main.cache → main.put')).toBe('main.cache');
  });
});

describe('what is stored', () => {
  test('adds up where lines of one function end the same path', () => {
    const ways = [27, 28].map((line) => way(48_000, [['main.cache', 0], [`main.put cache.go:${line}`, 1000]])); // prettier-ignore
    expect(retainedPaths(pass(ways))).toEqual({ 'main.cache → main.put': 96 });
  });

  test('leaves out what a baseline can do without', () => {
    const many = Array.from({ length: 200 }, (_, k) => way(1000 + k, [[`main.root${k}`, 0]]));
    const stored = retainedPaths(pass([...many, way(99, [['main.small', 1]])]));
    expect(Object.keys(stored)).toHaveLength(64);
    expect(stored['main.root199']).toBe(1.199);
    expect(stored['main.small']).toBeUndefined();
  });

  test('of a line are the paths that end where it allocated', () => {
    const ways = [
      way(48_000, [['main.cache', 0], ['main.put cache.go:27', 1000]], put), // prettier-ignore
      way(12_000, [['main.audit', 0], ['main.put cache.go:27', 250]], put), // prettier-ignore
      way(100, [['main.other', 0], ['main.put cache.go:27', 2]], put), // prettier-ignore
      way(90_000, [['main.cache', 0], ['main.add cache.go:40', 1000]], { ...put, line: 40 }), // prettier-ignore
    ];
    expect(pathsOfLine(put, pass(ways))).toEqual([
      { path: 'main.cache → main.put', bytesPerRequest: 48 },
      { path: 'main.audit → main.put', bytesPerRequest: 12 },
    ]);
  });
});
