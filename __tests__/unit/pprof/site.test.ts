import { describe, expect, test } from 'vitest';
import type { Frame } from '../../../src/model.ts';
import { pointedFrame, siteAt, siteId, siteOf } from '../../../src/pprof/site.ts';

const frame = (name: string, file: string, line: number, own = false): Frame => ({ function: name, file, line, own });
const standard = frame('bytes.growSlice', 'bytes/buffer.go', 251);
const library = frame('github.com/x/y.Log', 'github.com/x/y@v1.0.0/log.go', 12);
const handler = frame('main.handle', 'cmd/api/main.go', 30, true);
const middleware = frame('main.wrap', 'cmd/api/main.go', 9, true);
const source = (file: string, line: number): string | undefined =>
  file === 'cmd/api/main.go' && line === 30 ? '\tlog.WriteString(id)  ' : undefined;

describe('the line to point at', () => {
  test('is the innermost one of own code', () => {
    expect(pointedFrame([standard, library, handler, middleware])).toBe(handler);
  });

  test('in a dependency without own code above, the dependency’s', () => {
    expect(pointedFrame([standard, library])).toBe(library);
  });

  test('in the standard library alone, the innermost', () => {
    expect(pointedFrame([standard, frame('net/http.(*conn).serve', 'net/http/server.go', 1)])).toBe(standard);
  });

  test('is not the line that starts the server: the accept loop allocates for every connection', () => {
    const serve = frame('net/http.(*Server).Serve', 'net/http/server.go', 3434);
    expect(pointedFrame([standard, serve, frame('main.main', 'main.go', 39, true)])).toBe(standard);
  });
});

describe('siteOf', () => {
  test('carries the trimmed source text and the stack', () => {
    expect(siteOf([standard, handler, middleware], source)).toEqual({
      function: 'main.handle',
      file: 'cmd/api/main.go',
      line: 30,
      source: 'log.WriteString(id)',
      stack: [standard, handler, middleware],
    });
  });

  test('has no source where the file can’t be read, or isn’t the repository’s', () => {
    expect(siteOf([middleware], source)).not.toHaveProperty('source');
    expect(siteOf([library], () => 'never asked')).not.toHaveProperty('source');
  });

  test('cuts a recursion', () => {
    expect(
      siteOf(
        Array.from({ length: 100 }, () => handler),
        source,
      ).stack.length,
    ).toBeLessThan(30);
  });

  test('needs a frame', () => {
    expect(() => siteOf([], source)).toThrow(RangeError);
  });
});

describe('siteId', () => {
  test('stays when lines move, and changes with the text', () => {
    const moved = (_file: string, line: number) => (line === 44 ? 'log.WriteString(id)' : undefined);
    const before = siteId(siteOf([handler], source));
    expect(siteId(siteOf([{ ...handler, line: 44 }], moved))).toBe(before);
    expect(siteId(siteOf([handler], () => 'log.WriteString(name)'))).not.toBe(before);
  });

  test('names a dependency’s line by file and line', () => {
    expect(siteId(siteAt(library, [library], source))).toBe('github.com/x/y.Log/github.com/x/y@v1.0.0/log.go:12');
  });
});
