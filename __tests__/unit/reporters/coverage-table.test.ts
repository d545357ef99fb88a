import { describe, expect, test } from 'vitest';
import type { LeakProneSite, ReachingRoute } from '../../../src/model.ts';
import { lifeOf, waysTo } from '../../../src/reporters/coverage-table.ts';
import { summary, renderings } from '../../../src/reporters/index.ts';
import { lifecycles } from '../../../src/reporters/lifecycle-table.ts';
import { sayIn } from '../../../src/words/say.ts';
import { goroutineCheck, report } from './reports.ts';

const say = sayIn('en');

const site: LeakProneSite = {
  kind: 'go',
  frame: { function: 'main.handle', file: 'main.go', line: 10, own: true },
  source: 'go work()',
  runs: 0,
};

const lives = { traceMs: 2000, started: 4, ended: 1, runnableMs: 0.01, runningMs: 30, syscallMs: 20 };
const blocked = [
  { reason: 'chan send', times: 3, ms: 940, longestMs: 400 },
  { reason: 'sleep', times: 1, ms: 9.99, longestMs: 9.99 },
];

test.each<[Partial<ReachingRoute>, string]>([
  [{ ran: false }, 'GET /x/{id} leads here, and no request ran it'],
  [{ ran: true }, 'GET /x/{id} leads here, by a branch that no request took'],
  [{ ran: null }, 'GET /x/{id} leads here'],
  [{ ran: false, may: true }, 'GET /x/{id} may lead here, and no request ran it'],
  [{ ran: true, may: true }, 'GET /x/{id} may lead here, by a branch that no request took'],
  [{ ran: null, may: true }, 'GET /x/{id} may lead here'],
  [{ ran: null, method: '' }, '/x/{id} leads here'],
])('a route that leads to a line: %j', (more, text) => {
  const route = { method: 'GET', path: '/x/{id}', may: false, ran: null, ...more };
  expect(waysTo({ ...site, routes: [route] }, say)).toEqual([text]);
});

test('a line without routes is told none', () => {
  expect(waysTo(site, say)).toEqual([]);
});

describe('what became of goroutines', () => {
  const alive = { count: 3, states: { 'chan send': 2, sleep: 1 }, minutes: 2, proven: 1 };

  test('who could wake them, and where their time went', () => {
    const wakers = { nobody: 1, referenced: 1, runtime: 1, unknown: 0 };
    expect(lifeOf({ ...site, runs: 4, alive: { ...alive, wakers }, lives: { ...lives, blocked } }, say)).toBe(
      '4 started, 1 ended, 2 in chan send, 1 in sleep, the longest for 2 min, nothing is left to wake 1 of them, ' +
        'something could still wake 1 of them, a timer or the system wakes 1 of them, 94\u00a0% of the time in chan send',
    );
  });

  test('results from before that hold what was proven', () => {
    expect(lifeOf({ ...site, runs: 4, alive }, say)).toContain('nothing is left to wake 1 of them');
  });

  test('a row for each `go` statement; none without a trace', () => {
    const traced = { ...site, runs: 4, alive, lives: { ...lives, blocked } };
    const coverage = { requests: 4, kinds: [], unreached: [], started: [traced, { ...site, runs: 2 }] };
    expect(lifecycles({ coverage })?.map(({ cells }) => cells.map((cell) => cell.replaceAll('\u00a0', ' ')))).toEqual([
      ['4', '1', '3', '4', '< 0.01 %', '5 %', '95 %', '400 ms chan send'],
      ['2', '2', '0', '0', '–', '–', '–', '–'],
    ]);
    expect(lifecycles({ coverage: { ...coverage, started: [{ ...site, runs: 2 }] } })).toBeNull();
    expect(lifecycles({})).toBeNull();
  });
});

test('what a service names does no harm', () => {
  const path = '/</details><img src=x>@everyone|`';
  const unreached = [{ ...site, routes: [{ method: 'GET', path, may: false, ran: false }] }];
  const reason = '</table><script>|@all';
  const started = [{ ...site, runs: 4, lives: { ...lives, blocked: [{ ...blocked[0]!, reason }] } }];
  const kinds = [{ kind: 'go' as const, sites: 2, reached: 1 }];
  const given = report({ checks: [goroutineCheck({ coverage: { requests: 9, kinds, unreached, started } })] });
  for (const text of [summary(given), renderings.html(given)]) {
    expect(text).toContain('leads here, and no request ran it');
    expect(text).not.toContain('<img src=x>');
    expect(text).not.toContain('<script>|');
  }
  expect(summary(given)).not.toMatch(/@(?:everyone|all)/);
});
