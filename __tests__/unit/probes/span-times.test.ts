import { expect, test } from 'vitest';
import type { Span } from '../../../src/probes/otlp.ts';
import { outsideSpans, requestsOf } from '../../../src/probes/span-times.ts';

const span = (id: string, parent: string, from: number, to: number, more: Partial<Span> = {}): Span => ({
  trace: 't',
  id,
  parent,
  name: id,
  startNs: BigInt(from * 1000),
  endNs: BigInt(to * 1000),
  ...more,
});
const stagesOf = (spans: Span[]) => requestsOf(spans).map((stages) => Object.fromEntries(stages));

test('each span without what lies below it', () => {
  const spans = [span('query', 'load', 30, 70), span('load', 'top', 20, 80), span('top', '', 0, 100)];
  expect(stagesOf(spans)).toEqual([{ query: 40, load: 20, [outsideSpans]: 40 }]);
});

test('spans beside each other count once, and what outlives its parent is cut', () => {
  const spans = [span('top', '', 0, 100), span('a', 'top', 10, 60), span('b', 'top', 40, 130)];
  expect(stagesOf(spans)).toEqual([{ a: 50, b: 90, [outsideSpans]: 10 }]);
});

test('spans of one name are one stage', () => {
  const spans = [
    span('top', '', 0, 50),
    span('1', 'top', 0, 10, { name: 'query' }),
    span('2', 'top', 20, 25, { name: 'query' }),
  ];
  expect(stagesOf(spans)).toEqual([{ query: 15, [outsideSpans]: 35 }]);
});

test('the parent may be the caller’s', () => {
  expect(stagesOf([span('top', 'far', 0, 5)])).toEqual([{ [outsideSpans]: 5 }]);
});

test('requests that lost a span are left out, others stay', () => {
  const lost = [span('a', 'gone', 0, 5), span('b', 'gone too', 6, 8)];
  const whole = [span('top', '', 0, 9, { trace: 'u' })];
  expect(stagesOf([...lost, ...whole])).toEqual([{ [outsideSpans]: 9 }]);
});

test('a span that is its own parent, or ends before it began, does no harm', () => {
  expect(stagesOf([span('a', 'a', 0, 5)])).toEqual([]);
  expect(stagesOf([span('a', '', 5, 0)])).toEqual([{ [outsideSpans]: 0 }]);
});
