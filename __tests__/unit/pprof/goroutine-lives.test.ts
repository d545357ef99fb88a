import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readGoroutineLives } from '../../../src/pprof/goroutine-lives.ts';

const versions = ['go1.22.12', 'go1.24.11', 'go1.25.5', 'go1.26.8', 'go1.27.0'];
const fixture = (name: string): Buffer => readFileSync(new URL(`../../fixtures/trace/${name}`, import.meta.url));
const trace = (version: string): Buffer => gunzipSync(fixture(`${version}.trace.gz`));

interface Spent {
  times: number;
  longestMs: number;
  ms: number;
}

/** What Go’s own reader says of the goroutines that main.go starts, in nanoseconds: `90 2477056 111994368 Waiting sleep`. */
const expected = (version: string): Map<string, Spent> =>
  new Map(
    fixture(`${version}.lives.txt`)
      .toString('utf8')
      .trim()
      .split('\n')
      .map((line) => {
        const [times, longest, sum, ...state] = line.split(' ');
        return [
          state.join(' '),
          { times: Number(times), longestMs: Number(longest) / 1e6, ms: Number(sum) / 1e6 },
        ] as const;
      }),
  );

describe.each(versions)('%s', (version) => {
  const { ms, sites } = readGoroutineLives(trace(version));
  const [site] = sites.filter(({ createdBy }) => createdBy.file.endsWith('/main.go'));
  const truth = expected(version);

  test('finds the `go` statement, and that all of its goroutines ended', () => {
    expect(site).toMatchObject({ createdBy: { function: 'main.main', line: 25 }, started: 3, ended: 3 });
  });

  test('how long they were ready, ran, and were in calls of the system', () => {
    expect(site!.runnableMs).toBeCloseTo(truth.get('Runnable')!.ms, 4);
    expect(site!.runningMs).toBeCloseTo(truth.get('Running')!.ms, 4);
    expect(site!.syscallMs).toBeCloseTo(truth.get('Syscall')?.ms ?? 0, 4);
  });

  test('by what they were blocked, how often, and how long at most', () => {
    const waits = [...truth].filter(([state]) => state.startsWith('Waiting '));
    expect(site!.blocked.map(({ reason }) => `Waiting ${reason}`).toSorted()).toEqual(
      waits.map(([state]) => state).toSorted(),
    );
    for (const { reason, ...spent } of site!.blocked) {
      const told = truth.get(`Waiting ${reason}`)!;
      expect(spent.times).toBe(told.times);
      expect(spent.ms).toBeCloseTo(told.ms, 4);
      expect(spent.longestMs).toBeCloseTo(told.longestMs, 4);
    }
  });

  test('no goroutine lives longer than the trace', () => {
    for (const one of sites) {
      const lived = one.blocked.reduce((sum, blocked) => sum + blocked.ms, 0);
      expect(lived + one.runnableMs + one.runningMs + one.syscallMs).toBeLessThanOrEqual(one.started * ms + 1e-6);
    }
  });
});

test('damaged traces never end in anything but a RangeError, nor in an endless loop', () => {
  const whole = trace('go1.26.8');
  const places = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(places, (changes) => {
      const bytes = Buffer.from(whole);
      for (const [at, value] of changes) bytes[at] = value;
      try {
        readGoroutineLives(bytes);
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
    }),
    { numRuns: 60 },
  );
});
