import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRuntimeTrace, type TraceRange } from '../../../src/pprof/runtime-trace.ts';

const versions = ['go1.22.12', 'go1.24.11', 'go1.25.5', 'go1.26.8', 'go1.27.0'];
const fixture = (name: string): Buffer => readFileSync(new URL(`../../fixtures/trace/${name}`, import.meta.url));
const trace = (version: string): Buffer => gunzipSync(fixture(`${version}.trace.gz`));

/** What `go tool trace` says of the same file: pairs begins and ends of each name and scope. */
function expected(version: string, name: string): TraceRange[] {
  const open = new Map<string, number>();
  return fixture(`${version}.ranges.txt`)
    .toString('utf8')
    .trim()
    .split('\n')
    .flatMap((line): TraceRange[] => {
      const [, kind, time, scope = '', what = ''] = /^(\S+) (\d+) (\S+) (.*)$/.exec(line)!;
      if (!what.startsWith(name)) return [];
      const [ms, from] = [Number(time) / 1e6, open.get(scope)];
      if (kind !== 'End') open.set(scope, from ?? ms);
      else open.delete(scope);
      return kind === 'End' && from !== undefined ? [{ fromMs: from, toMs: ms }] : [];
    });
}

const rounded = (ranges: TraceRange[]): string[] =>
  ranges.map(({ fromMs, toMs }) => `${fromMs.toFixed(5)} ${toMs.toFixed(5)}`).toSorted();

describe.each(versions)('%s', (version) => {
  const read = readRuntimeTrace(trace(version));

  test.each([
    ['stops', 'stop-the-world'],
    ['collections', 'GC concurrent mark phase'],
    ['assists', 'GC mark assist'],
  ] as const)('%s as Go’s own reader tells them', (kind, name) => {
    expect(read[kind].length).toBeGreaterThan(3);
    expect(rounded(read[kind])).toEqual(rounded(expected(version, name)));
  });

  test('everything lies within it', () => {
    for (const { fromMs, toMs } of [...read.stops, ...read.collections, ...read.assists]) {
      expect(fromMs).toBeGreaterThanOrEqual(read.fromMs);
      expect(toMs).toBeGreaterThanOrEqual(fromMs);
      expect(toMs).toBeLessThanOrEqual(read.toMs);
    }
  });
});

describe('damaged traces', () => {
  const whole = trace('go1.26.8');

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['another format', Buffer.from('go 1.21 trace\0\0\0 and so on')],
    ['a header alone', whole.subarray(0, 16)],
    ['half of it', whole.subarray(0, whole.length >> 1)],
  ])('%s', (_, bytes) => {
    expect(() => readRuntimeTrace(bytes)).toThrow(RangeError);
  });

  test('never end in anything but a RangeError, nor in an endless loop', () => {
    const places = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(places, (changes) => {
        const bytes = Buffer.from(whole);
        for (const [at, value] of changes) bytes[at] = value;
        try {
          readRuntimeTrace(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
      { numRuns: 60 },
    );
  });
});
