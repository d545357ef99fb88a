import { describe, expect, test } from 'vitest';
import { rootLabel, siteLabel } from '../../../src/heap/labels.ts';
import type { DumpGoroutine } from '../../../src/heap/heap-dump.ts';
import { frames } from './recorded.ts';

const stackOf = (...calls: string[]) => ({
  objectBytes: 48,
  stack: calls.map((call) => {
    const [, name = '', file = '', line = '0'] = /^(.*) (.*):(\d+)$/.exec(call) ?? [];
    return { function: name, file, line: Number(line) };
  }),
});

describe('a site', () => {
  test.each([
    [
      'is who asked the allocator',
      ['runtime.mallocgc /go/src/runtime/malloc.go:1', 'main.put /src/main.go:27'],
      'main.put main.go:27',
    ],
    [
      'in a library names who called it',
      ['bytes.growSlice /go/src/bytes/buffer.go:249', 'main.put /src/main.go:27'],
      'bytes.growSlice buffer.go:249 via main.put main.go:27',
    ],
    [
      'tells a slice that grew',
      ['runtime.growslice /go/src/runtime/slice.go:1', 'main.add /src/main.go:7'],
      'slice main.add main.go:7',
    ],
    [
      'tells a map’s pieces',
      ['runtime.hashGrow /go/src/runtime/map.go:1', 'main.put /src/main.go:27'],
      'map main.put main.go:27',
    ],
    [
      'inside of an internal package is the package',
      [
        'internal/sync.(*HashTrieMap[go.shape.int]).Swap /go/src/internal/sync/hashtriemap.go:5',
        'main.put /src/main.go:27',
      ],
      'internal/sync via main.put main.go:27',
    ],
    [
      'of a generic function is short',
      ['main.(*Store[go.shape.struct { A [2]int }]).Keep /src/store.go:9'],
      'main.(*Store[...]).Keep store.go:9',
    ],
  ])('%s', (_, calls, text) => {
    const { label } = siteLabel(stackOf(...calls), frames);
    expect(label).toMatchObject({ text, foreign: false });
    expect(label.frame).toMatchObject({ own: true });
  });

  test.each([
    [
      'of the runtime alone is foreign, named by who isn’t the allocator',
      ['runtime.mallocgc x.go:1', 'runtime.malg proc.go:5'],
      'runtime.malg',
    ],
    ['of the allocator alone keeps its name', ['runtime.mallocgc x.go:1'], 'runtime.mallocgc'],
    ['without a stack goes by its size', [], '48 B'],
  ])('%s', (_, calls, text) => {
    expect(siteLabel(stackOf(...calls), frames).label).toEqual({ text, frame: null, foreign: true });
  });

  test.each([
    ['in the main package', ['main.leakgatePing /src/zz_probe.go:200', 'main.leakgateAnswer /src/zz_probe.go:160']],
    ['in net/http', ['net/http.leakgatePing /go/src/net/http/zz_probe.go:200']],
    [
      'behind a library',
      ['compress/flate.NewWriter /go/src/compress/flate/deflate.go:9', 'main.leakgateProfile /src/zz_probe.go:9'],
    ],
  ])('of the probe is foreign, wherever it was linked: %s', (_, calls) => {
    expect(siteLabel(stackOf(...calls), frames).label).toEqual({
      text: 'the probe of Leakgate',
      frame: null,
      foreign: true,
    });
  });

  test('where timers are kept is theirs', () => {
    const stack = stackOf(
      'runtime.growslice x.go:1',
      'runtime.(*timers).addHeap time.go:4',
      'time.newTimer sleep.go:2',
      'main.x /src/main.go:1',
    );
    expect(siteLabel(stack, frames).label.text).toBe('runtime timers');
  });
});

describe('goroutines', () => {
  const waiting = (functions: string[], more: Partial<DumpGoroutine> = {}) => {
    const calls = functions.map((name) => ({ function: name, holds: [] }));
    const like = {
      id: 1,
      descriptor: 0,
      stackBytes: 2048,
      createdAt: 0,
      reason: 'select',
      system: false,
      holds: [],
      frames: calls,
      ...more,
    };
    return rootLabel({ kind: 'goroutines', like, stackBytes: 2048 }, frames);
  };

  test.each([
    [
      ['runtime.gopark', 'runtime.selectgo', 'example.com/heapfix/jobs.(*Pool).Run'],
      'goroutine [select] example.com/heapfix/jobs.(*Pool).Run',
      false,
    ],
    [
      ['internal/poll.runtime_pollWait', 'net.(*conn).Read', 'github.com/lib/pq.(*conn).recv'],
      'goroutine [select] github.com/lib/pq.(*conn).recv',
      false,
    ],
    [
      ['runtime.gopark', 'net/http.(*persistConn).writeLoop'],
      'goroutine [select] net/http.(*persistConn).writeLoop',
      false,
    ],
    [['runtime.gopark', 'runtime.bgsweep'], 'goroutine [select] runtime.gopark', true],
    // The probe's own, linked into net/http or into the main package.
    [['internal/poll.(*FD).Accept', 'net/http.leakgateServe'], 'goroutine [select] internal/poll.(*FD).Accept', true],
    [['runtime.gopark', 'main.leakgateServe'], 'goroutine [select] main.leakgateServe', true],
  ])('%j', (functions, text, foreign) => {
    expect(waiting(functions)).toMatchObject({ text, foreign });
  });

  test('without a reason run, and those of the system are foreign', () => {
    expect(waiting(['main.work'], { reason: '' }).text).toBe('goroutine [running] main.work');
    expect(waiting(['main.work'], { system: true }).foreign).toBe(true);
  });
});

test.each([
  [{ kind: 'global', name: 'gopkg.in/yaml%2ev3.cache' } as const, 'gopkg.in/yaml.v3.cache', false],
  [{ kind: 'global', name: 'runtime.allp' } as const, 'runtime.allp', true],
  [{ kind: 'frame', function: 'main.(*T[go.shape.int]).run' } as const, 'frame of main.(*T[...]).run', false],
  [{ kind: 'static' } as const, 'static data', false],
  [{ kind: 'finalizers' } as const, 'finalizers', false],
])('%j is %s', (node, text, foreign) => {
  expect(rootLabel(node, frames)).toEqual({ text, frame: null, foreign });
});
