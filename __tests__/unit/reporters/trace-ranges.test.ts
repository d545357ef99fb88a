import { expect, test } from 'vitest';
import { renderHtml as html } from '../../../src/reporters/index.ts';
import { renderTerminal } from '../../../src/reporters/terminal.ts';
import { attribute, elementsOf } from './dom.ts';
import { evident } from './evidence.ts';
import { report } from './reports.ts';

const rects = (page: string, name: string) =>
  elementsOf(page)
    .filter((element) => element.tagName === 'rect' && attribute(element, 'class') === name)
    .map((element) => ['x', 'y', 'width', 'height'].map((one) => Number(attribute(element, one))));

test('the ranges of a runtime trace are drawn on the axis of the load, none too narrow to be seen', () => {
  const page = html(evident);
  const [marks, stops, assists] = ['marks', 'stops', 'assists'].map((name) => rects(page, name));
  expect([marks!.length, stops!.length, assists!.length]).toEqual([2, 3, 1]);
  // 10 s are 1,044 wide and begin at 78.
  expect(marks![0]![0]).toBeCloseTo(78 + 0.805 * 1044, 0);
  expect(stops!.every(([, , width]) => width! >= 1)).toBe(true);
  expect(page).toContain('A runtime trace covers 8\u00a0s to 10\u00a0s');
});

test('without a trace nothing is said of one', () => {
  const { trace: _, ...timeline } = evident.checks[0]!.timeline!;
  const page = html({ ...evident, checks: [{ ...evident.checks[0]!, timeline }] });
  expect(page).not.toContain('runtime trace');
  expect(rects(page, 'marks')).toEqual([]);
});

test('collections that nothing speaks against still stand in the terminal', () => {
  const { timeline } = evident.checks[0]!;
  const gc = {
    name: 'gc',
    title: 'Collections',
    outcome: 'pass' as const,
    summary: '24 collections in 183,000 requests, p99 of the pauses 0.37 ms.',
    findings: [],
    metrics: [],
    routes: [],
    timeline: timeline!,
  };
  expect(renderTerminal(report({ checks: [gc] }), { color: false })).toContain('  Collections: 24 collections in');
});
