import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attacksOf } from '../../../../src/engines/programs/vegeta-attacks.ts';
import { vegetaTargets } from '../../../../src/engines/programs/vegeta.ts';
import { wrkScript } from '../../../../src/engines/programs/wrk-script.ts';
import { threadsFor } from '../../../../src/engines/programs/wrk.ts';
import { route } from '../scenario.ts';

const origin = 'http://127.0.0.1:8080';

describe('the script for wrk', () => {
  /** What Lua makes of the first request's literal. */
  const firstRequest = (script: string): Buffer => {
    const [, literal = ''] = /^local requests = \{"((?:\\\d{3}|[^"\\])*)"/.exec(script) ?? [];
    const bytes = [...literal.matchAll(/\\(\d{3})|(.)/g)].map(([, code, letter]) =>
      code === undefined ? letter!.charCodeAt(0) : Number(code),
    );
    return Buffer.from(bytes);
  };

  test('sends any path, header and body byte for byte', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.stringMatching(/^[ -~]{0,20}$/), (body, value) => {
        const head = `POST /x HTTP/1.1\r\nhost: 127.0.0.1:8080\r\nconnection: keep-alive\r\nx-a: ${value}\r\ncontent-length: ${body.length}\r\n\r\n`;
        const script = wrkScript(origin, [route('POST /x', { headers: { 'x-a': value }, body })]);
        expect(firstRequest(script)).toEqual(Buffer.concat([Buffer.from(head, 'latin1'), body]));
      }),
    );
  });

  test('looks at answers only where it must', () => {
    expect(wrkScript(origin, [route('GET /')])).not.toContain('function response');
    const script = wrkScript(origin, [
      route('GET /', { expectStatus: [404, 200] }),
      route('GET /b', { expectStatus: [200, 404] }),
    ]);
    expect(script).toContain('{[404] = true, [200] = true}');
  });

  test.each([
    [[route('HEAD /')], "wrk can't send HEAD /"],
    [[route('GET /'), route('GET /b', { expectStatus: [404] })], "wrk can't tell which request an answer belongs to"],
    [[route('GET /', { headers: { connection: 'close' } })], 'connection'],
  ])('what it can’t send is refused', (routes, words) => {
    expect(() => wrkScript(origin, routes)).toThrow(words);
  });

  test.each([
    [4, 1, 1],
    [4, 2, 2],
    [6, 4, 3],
    [7, 4, 1],
    [2, 8, 2],
  ])('%i connections on %i processors: %i threads', (connections, processors, threads) => {
    expect(threadsFor(connections, processors)).toBe(threads);
  });
});

describe('what vegeta is given', () => {
  test('targets keep the shares, and tell their routes by a fragment that is never sent', () => {
    const routes = [
      route('GET /a?b=1', { weight: 2 }),
      route('POST /c', { body: Buffer.from('hi'), headers: { 'X-A': 'b' } }),
    ];
    const targets = vegetaTargets(origin, routes)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(targets.map(({ url }) => url)).toEqual(
      [`${origin}/a?b=1#0`, `${origin}/a?b=1#0`, `${origin}/c#1`].toSorted(),
    );
    expect(targets.find(({ method }) => method === 'POST')).toEqual({
      method: 'POST',
      url: `${origin}/c#1`,
      header: { 'X-A': ['b'] },
      body: 'aGk=',
    });
  });

  test('a ramp holds as many requests as its line', () => {
    const rate = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(rate, rate, fc.integer({ min: 100, max: 20_000 }), (perSecond, toPerSecond, durationMs) => {
        const attacks = attacksOf({ spacing: 'even', stages: [{ perSecond, toPerSecond, durationMs }] });
        const sum = (of: (attack: { perSecond: number; durationMs: number }) => number) =>
          attacks.reduce((all, one) => all + of(one), 0);
        expect(sum((one) => one.durationMs)).toBeCloseTo(durationMs);
        expect(sum((one) => one.perSecond * one.durationMs)).toBeCloseTo(
          ((perSecond + toPerSecond) / 2) * durationMs,
          3,
        );
      }),
    );
  });

  test.each([
    [{ spacing: 'even' as const, stages: [{ burst: 5, everyMs: 100, durationMs: 1000 }] }, 'bursts'],
    [{ spacing: 'poisson' as const, stages: [{ perSecond: 5, durationMs: 1000 }] }, 'poisson'],
  ])('what it can’t send is refused', (traffic, words) => {
    expect(() => attacksOf(traffic)).toThrow(words);
  });
});
