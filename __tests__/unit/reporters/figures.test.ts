import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../src/model.ts';
import { figuresOf, growthOf, isFromAnotherTime } from '../../../src/reporters/figures.ts';
import { intervalBar } from '../../../src/reporters/interval-bar.ts';
import { sayIn } from '../../../src/words/say.ts';
import { finding } from './reports.ts';

const english = sayIn('en');

const spaced = (text: string): string => text.replace(/[\u202f\u00a0]/g, ' ');
const figures = (changes: Partial<Finding>) => {
  const { before, after, change, interval, gate } = figuresOf(finding(changes), english);
  return [before, after, change, interval, gate].map(spaced);
};

describe('the cells of a row', () => {
  test.each<[string, Partial<Finding>, string[]]>([
    ['a paired time', {}, ['12.3 ms', '12.1 ms', '−1.6 %', '−5.0 … +1.8', '+15 %']],
    [
      'throughput gets worse by falling',
      { unit: 'req/s', before: 100, after: 80, delta: -0.2, interval: null },
      ['100 req/s', '80 req/s', '−20.0 %', '', '−15 %'],
    ],
    [
      'a count against an absolute threshold',
      {
        kind: 'leak',
        unit: 'bytes/req',
        before: 11,
        after: 1968,
        delta: 1957,
        interval: [1900, 2014],
        threshold: { value: 64, of: 'absolute' },
      },
      ['11 B/req', '1,968 B/req', '+1,957 B/req', '+1,900 B/req … +2,014 B/req', '+64 B/req'],
    ],
    [
      'an absolute threshold without a before limits the value itself',
      {
        kind: 'leak',
        unit: 'bytes/req',
        before: null,
        after: 1968,
        delta: null,
        interval: null,
        threshold: { value: 64, of: 'absolute' },
      },
      ['–', '1,968 B/req', '–', '', '≤ 64 B/req'],
    ],
    [
      'no goroutine may be new',
      {
        kind: 'leak',
        unit: 'goroutines',
        before: 9,
        after: 109,
        delta: 100,
        interval: null,
        threshold: { value: 0, of: 'absolute' },
      },
      ['9 goroutines', '109 goroutines', '+100 goroutines', '', '+0'],
    ],
    [
      'a share of errors changes by points',
      {
        kind: 'errors',
        unit: 'ratio',
        before: 0,
        after: 0.031,
        delta: 0.031,
        interval: null,
        threshold: { value: 0.001, of: 'absolute' },
      },
      ['0 %', '3.10 %', '+3.1 points', '', '+0.1 %'],
    ],
    [
      'a cost without a gate shows its share, whatever its delta means',
      { kind: 'cost', unit: 'us/req', before: 80, after: 100, delta: 20, interval: [10, 30], threshold: null },
      ['80 µs/req', '100 µs/req', '+25.0 %', '', '–'],
    ],
    [
      'from nothing to something',
      { before: 0, after: 5, delta: null, interval: null },
      ['0 ms', '5 ms', 'new', '', '+15 %'],
    ],
    [
      'a gate that nothing was held against is none',
      { before: null, after: 12.1, delta: null, interval: null },
      ['–', '12.1 ms', '–', '', '–'],
    ],
    [
      'a program that is the base’s own has no interval',
      { before: 12.1, after: 12.1, delta: 0, interval: [0, 0] },
      ['12.1 ms', '12.1 ms', '0 %', '', '+15 %'],
    ],
    [
      'nothing known',
      { before: null, after: null, delta: null, interval: null, threshold: null },
      ['–', '–', '–', '', '–'],
    ],
  ])('%s', (_, changes, cells) => {
    expect(figures(changes)).toEqual(cells);
  });
});

test('a time without an interval comes from another time; a count never does', () => {
  expect(isFromAnotherTime(finding({ interval: null }))).toBe(true);
  expect(isFromAnotherTime(finding())).toBe(false);
  expect(isFromAnotherTime(finding({ interval: null, before: null }))).toBe(false);
  expect(isFromAnotherTime(finding({ interval: null, unit: 'allocs/req' }))).toBe(false);
});

test('growth of a line', () => {
  const leak = finding({ kind: 'leak', unit: 'bytes/req', before: null, after: 1054.3 });
  expect(spaced(growthOf(leak, english))).toBe('1,054 B/req');
  expect(spaced(growthOf({ ...leak, before: 12 }, english))).toBe('1,054 B/req (was 12 B/req)');
  expect(growthOf(finding({ kind: 'crash', unit: 'count', after: 1 }), english)).toBe('');
  expect(growthOf(finding({ kind: 'crash', unit: 'count', after: 3 }), english)).toBe('3 times');
});

describe('interval bars', () => {
  const bar = (changes: Partial<Finding>): string => intervalBar(finding(changes));
  test.each<[string, Partial<Finding>, string]>([
    ['nothing changed', { delta: 0, interval: null }, '├──────●──────┤'],
    ['a third of the way to the gate', { delta: 0.05, interval: [0.03, 0.07] }, '├──────┼━●━───┤'],
    ['straddling', { delta: 0.106, interval: [0.041, 0.172] }, '├──────┼─━━━●━┤'],
    ['exceeded', { delta: 0.16, interval: null }, '├──────┼──────▶'],
    ['at the gate is not beyond it', { delta: 0.15, interval: null }, '├──────┼──────●'],
    ['far better', { delta: -0.9, interval: null }, '◀──────┼──────┤'],
    ['throughput down is worse', { unit: 'req/s', delta: -0.1, interval: null }, '├──────┼────●─┤'],
    [
      'nothing allowed, one seen',
      { delta: 1, interval: null, threshold: { value: 0, of: 'absolute' } },
      '├──────┼──────▶',
    ],
    ['no gate', { threshold: null }, ''],
    ['no before', { delta: null, interval: null }, ''],
  ])('%s', (_, changes, drawn) => {
    expect(bar(changes)).toBe(drawn);
  });
});
