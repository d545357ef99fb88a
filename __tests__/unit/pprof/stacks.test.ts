import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LeakgateError } from '../../../src/errors.ts';
import { groupGoroutines, parseStacks, type Goroutine } from '../../../src/pprof/stacks.ts';
import { builds, shopFrames, type Build } from './shop.ts';

const dump = (name: string): string =>
  readFileSync(new URL(`../../fixtures/pprof/${name}.stacks.txt`, import.meta.url), 'utf8');
const parse = (text: string, build: Build = 'go1.26'): Goroutine[] => parseStacks(text, shopFrames(build));
const recorded = (build: Build): Goroutine[] => parse(dump(build), build);
const waitingIn = (goroutines: Goroutine[], name: string): Goroutine | undefined =>
  goroutines.find(({ stack }) => stack.some((frame) => frame.function.startsWith(name)));

describe('parseStacks', () => {
  test.each(builds)('%s: every goroutine of the dump, with its state', (name) => {
    const goroutines = recorded(name);
    expect(goroutines).toHaveLength(dump(name).match(/^goroutine /gm)!.length);
    expect(goroutines.map(({ state }) => state).toSorted()).toEqual(
      [
        'IO wait',
        'chan receive',
        'chan receive',
        'chan receive',
        'chan send',
        'chan send',
        'chan send',
        'running',
        'select (no cases)',
      ].toSorted(),
    );
    expect(goroutines.every(({ stack }) => stack.length > 0)).toBe(true);
  });

  test.each(builds)('%s: the send that nobody receives, down to its go statement', (name) => {
    const sending = recorded(name).find(({ state }) => state === 'chan send');
    expect(sending).toMatchObject({
      leaked: name !== 'go1.24',
      stack: [{ function: 'main.main.func1.1', file: 'main.go', line: 34, own: true }],
      createdBy: { function: 'main.main.func1', file: 'main.go', line: 34, own: true },
    });
  });

  test.each(builds)('%s: type arguments, hidden frames, locked threads', (name) => {
    const goroutines = recorded(name);
    expect(waitingIn(goroutines, 'main.(*box[...]).take')?.createdBy?.function).toMatch(/^main\.main\.func2/);
    const deep = waitingIn(goroutines, 'main.descend')!;
    // Go prints the first and the last 50 frames.
    expect(deep.stack.length).toBe(100);
    expect(deep.stack.at(-1)?.function).toBe('main.descend');
    expect(goroutines.find(({ state }) => state === 'select (no cases)')).toMatchObject({ minutes: 0 });
  });

  test('labels of goroutines, with brackets and line ends in them, before and since Go 1.27', () => {
    for (const name of ['go1.26-trimpath', 'go1.27'] as const) {
      expect(dump(name)).toContain('a [bracket]');
      const labelled = waitingIn(recorded(name), 'runtime/pprof.Do');
      expect(labelled).toMatchObject({ state: 'chan receive', leaked: true });
    }
  });

  test('minutes of waiting', () => {
    expect(recorded('go1.26').find(({ state }) => state === 'IO wait')).toMatchObject({ minutes: 1 });
  });

  test('the probe shows, for the caller to leave out', () => {
    expect(
      recorded('go1.26').filter(({ stack }) => stack.some((frame) => frame.function.includes('leakgate'))),
    ).toHaveLength(1);
  });

  test('a dump without goroutines is no dump', () => {
    expect(() => parse('')).toThrow(expect.objectContaining({ code: 'measurement' }));
    expect(() => parse('ERROR no profile\n')).toThrow(/no goroutine/);
  });

  test('whatever comes, it is parsed or refused', () => {
    const line = fc.oneof(
      fc.constantFrom(...dump('go1.27').split('\n')),
      fc.string(),
      fc.constantFrom(
        'goroutine 1 [',
        'goroutine 1 []:',
        'created by ',
        '\t:1',
        '(',
        ')',
        'x()',
        'goroutine 99999999999999999999 [a]:',
      ),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        try {
          for (const goroutine of parse(lines.join('\n'))) {
            expect(goroutine.state).not.toContain('leaked');
            expect(goroutine.stack.every((frame) => Number.isInteger(frame.line))).toBe(true);
          }
        } catch (error) {
          expect(error).toBeInstanceOf(LeakgateError);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('groupGoroutines', () => {
  test('one group for each creation site, blocking stack and state, with what was proved', () => {
    const groups = groupGoroutines(recorded('go1.26'));
    expect(groups[0]).toMatchObject({ count: 3, proven: 3, state: 'chan send' });
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(8);
    expect(groups.some(({ stack }) => stack.some((frame) => frame.function.includes('leakgate')))).toBe(false);
  });

  test('goroutines that follow a connection are left out, unless they are stuck in a handler', () => {
    const serve = ['net/http.(*conn).serve(0x1)', '\t/usr/local/go/src/net/http/server.go:2067 +0x1'];
    const byServer = [
      'created by net/http.(*Server).Serve in goroutine 1',
      '\t/usr/local/go/src/net/http/server.go:3454 +0x1',
    ];
    const idle = [
      'goroutine 5 [IO wait]:',
      'net.(*conn).Read(0x1)',
      '\t/usr/local/go/src/net/net.go:196 +0x1',
      ...serve,
      ...byServer,
    ];
    const background = [
      'goroutine 6 [IO wait]:',
      'net/http.(*connReader).backgroundRead(0x1)',
      '\t/usr/local/go/src/net/http/server.go:702 +0x1',
      'created by net/http.(*connReader).startBackgroundRead in goroutine 5',
      '\t/usr/local/go/src/net/http/server.go:698 +0x1',
    ];
    const stuck = [
      'goroutine 7 [chan receive]:',
      'main.handle(0x1)',
      '\t/srv/shop/main.go:9 +0x1',
      ...serve,
      ...byServer,
    ];
    const proved = idle.map((line) => line.replace('goroutine 5 [IO wait]', 'goroutine 8 [select (leaked)]'));
    const text = [idle, background, stuck, proved].map((lines) => lines.join('\n')).join('\n\n');
    expect(groupGoroutines(parse(text)).map(({ state }) => state)).toEqual(['chan receive', 'select']);
  });

  test('the runtime starts some without a creator', () => {
    expect(
      groupGoroutines(parse('goroutine 1 [chan receive]:\nmain.main()\n\t/srv/shop/main.go:3 +0x1\n')),
    ).toMatchObject([{ createdBy: null, count: 1, proven: 0 }]);
  });
});
