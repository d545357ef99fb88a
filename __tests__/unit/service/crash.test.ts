import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fatalText, type Panic } from '../../../src/service/crash.ts';
import { recoveredPanics } from '../../../src/service/recovered.ts';

const recorded = (name: string) =>
  readFileSync(new URL(`../../fixtures/service/${name}.txt`, import.meta.url), 'utf8')
    .split('\n')
    // eslint-disable-next-line no-control-regex
    .map((line) => line.replace(/\u001b\[\d+m|\r/g, ''));

function fatal(lines: readonly string[]): Panic | null {
  const text = fatalText();
  for (const line of lines) text.line(line);
  return text.read();
}

function recovered(lines: readonly string[]) {
  const panics = recoveredPanics();
  for (const line of lines) panics.line(line);
  return panics.list();
}

const top = (panic: Panic | null | undefined) =>
  panic?.frames.slice(0, 2).map((frame) => `${frame.function} ${frame.file}:${frame.line}`);

describe('a program that died', () => {
  test.each([
    [
      'nil-dereference',
      'panic: runtime error: invalid memory address or nil pointer dereference',
      ['main.main.func1.1 /srv/app/nilderef/main.go:15'],
    ],
    [
      'concurrent-map-writes',
      'fatal error: concurrent map writes',
      ['main.(*counter).count /srv/app/mapwrite/main.go:14', 'main.main.func1 /srv/app/mapwrite/main.go:20'],
    ],
    [
      'deadlock',
      'fatal error: all goroutines are asleep - deadlock!',
      ['sync.(*WaitGroup).Wait /usr/local/go/src/sync/waitgroup.go:206', 'main.wait /srv/app/deadlock/main.go:5'],
    ],
    [
      'repanicked',
      'panic: runtime error: index out of range [3] with length 1 [recovered]\n\tpanic: import failed\n\tsecond line',
      ['main.parse /srv/app/repanic/main.go:5', 'main.guarded /srv/app/repanic/main.go:13'],
    ],
    [
      'stack-overflow',
      'fatal error: stack overflow',
      ['main.(*node).depth /srv/app/overflow/main.go:5', 'main.(*node).depth /srv/app/overflow/main.go:5'],
    ],
  ])('%s', (name, message, frames) => {
    const panic = fatal(recorded(name));
    expect(panic?.message).toBe(message);
    expect(top(panic)).toEqual(frames);
  });

  test('its first lines survive a dump of ten thousand goroutines', () => {
    const others = Array.from({ length: 10_000 }, (_, id) => [
      `goroutine ${id + 100} [select]:`,
      'main.wait()',
      '\t/srv/app/main.go:9 +0x1',
      '',
    ]);
    const panic = fatal([...recorded('nil-dereference'), '', ...others.flat()]);
    expect(top(panic)).toEqual(['main.main.func1.1 /srv/app/nilderef/main.go:15']);
  });

  test('log lines before it, even ones that look alike, are not the message', () => {
    const noise = ['panic: said the log', ...Array.from({ length: 30 }, (_, index) => `line ${index}`)];
    expect(fatal([...noise, ...recorded('deadlock')])?.message).toBe(
      'fatal error: all goroutines are asleep - deadlock!',
    );
    expect(fatal(['panic: said the log', ...recorded('deadlock')])?.message).toContain('deadlock');
  });

  test('a panic that was recovered is not one', () => {
    for (const name of ['recovered-net-http', 'recovered-gin', 'recovered-chi'])
      expect(fatal(recorded(name))).toBeNull();
  });
});

describe('a handler that panicked', () => {
  const message = 'runtime error: index out of range [0] with length 0';
  test.each([
    ['recovered-net-http', ['main.price /srv/app/handler/main.go:11', 'main.main.func1 /srv/app/handler/main.go:15']],
    ['recovered-gin', ['price /srv/app/gin/main.go:12', 'main.func1 /srv/app/gin/main.go:16']],
    ['recovered-chi', ['main.price /srv/app/chi/main.go:14', 'main.main.func1 /srv/app/chi/main.go:20']],
  ])('%s: one place, counted', (name, frames) => {
    const panics = recovered(recorded(name));
    expect(panics.map((panic) => [panic.message, panic.count, top(panic)])).toEqual([[message, 2, frames]]);
  });

  test('different places are kept apart, up to twenty', () => {
    const panics = Array.from({ length: 30 }, (_, line) => [
      'http: panic serving 127.0.0.1:1: no',
      'goroutine 1 [running]:',
      'main.h()',
      `\t/srv/a.go:${line + 1} +0x1`,
    ]);
    expect(recovered(panics.flat()).map((panic) => panic.frames[0]?.line)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
  });
});

test('no output makes the readers throw', () => {
  const pieces = [
    'panic: x',
    ' panic: x',
    'goroutine 1 [running]:',
    'main.f()',
    '\t/a.go:1 +0x1',
    '/a.go:1 (0x1)',
    '\tf: g',
    'created by main.f',
    '',
    '[Recovery] panic recovered:',
    'fatal error: y',
    '[signal SIGSEGV',
  ];
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string())), (lines) => {
      const panic = fatal(lines);
      expect(panic === null || panic.message.split('\n').length <= 5).toBe(true);
      expect(recovered(lines).every((entry) => entry.count > 0)).toBe(true);
    }),
  );
});
