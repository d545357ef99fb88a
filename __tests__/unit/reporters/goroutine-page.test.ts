import { describe, expect, test } from 'vitest';
import type { Frame, GroupCounts } from '../../../src/model.ts';
import { renderGoroutinePage, type GoroutineLooks } from '../../../src/reporters/html/goroutine-page.ts';
import { hostileTexts } from './reports.ts';

const frame = (name: string, line: number): Frame => ({ function: name, file: 'api/stream.go', line, own: true });
const subscribe: GroupCounts = {
  createdBy: frame('example.com/shop/api.(*Server).subscribe', 41),
  entry: frame('example.com/shop/api.(*Server).subscribe.func1', 41),
  waitsAt: frame('example.com/shop/api.(*Server).subscribe.func1', 42),
  state: 'chan send',
  counts: [3, 30, 103],
  proven: 0,
  lasting: 3,
  ended: 0,
  minutes: 4,
  stack: [frame('example.com/shop/api.(*Server).subscribe.func1', 42), frame('main.pump', 7)],
};
const listen: GroupCounts = { ...subscribe, state: 'IO wait', counts: [1, 1, 1], lasting: 1, minutes: 0, stack: [] };
const seen = (changes: Partial<GoroutineLooks> = {}): GoroutineLooks => ({
  source: 'probe of process 4711',
  provesLeaks: true,
  groups: [subscribe, listen],
  looks: 3,
  takenAt: '2026-11-24T22:41:07.120Z',
  version: '0.1.0',
  ...changes,
});
const heading = (changes: Partial<GoroutineLooks>): string =>
  /<h1><bdi>(.*?)<\/bdi>/.exec(renderGoroutinePage(seen(changes)))![1]!;

test('the page', async () => {
  await expect(renderGoroutinePage(seen())).toMatchFileSnapshot('../../fixtures/reporters/goroutines.html');
});

describe('says first what matters', () => {
  test.each([
    [{}, 'api.(*Server).subscribe may leak goroutines'],
    [{ groups: [{ ...subscribe, proven: 103 }] }, 'api.(*Server).subscribe leaks goroutines'],
    [{ groups: [subscribe, { ...subscribe, proven: 1 }] }, 'api.(*Server).subscribe and 1 more may leak goroutines'],
    [{ groups: [listen] }, '1 goroutine in 1 group'],
    [{ groups: [] }, '0 goroutines in 0 groups'],
  ])('%#: %s', (changes, said) => {
    expect(heading(changes)).toBe(said);
  });
});

test('texts of others stay texts', () => {
  const groups = hostileTexts.map((text): GroupCounts => ({
    ...subscribe,
    state: text,
    createdBy: { ...frame(text, 1), file: text },
  }));
  const page = renderGoroutinePage(seen({ groups, source: hostileTexts.join(' ') }));
  const plainly = renderGoroutinePage(seen({ groups: groups.map(() => subscribe) }));
  const count = (text: string, tag: string): number => text.split(`<${tag}`).length;
  for (const tag of ['script', 'style', 'img', 'a ', 'tr', 'svg']) expect(count(page, tag)).toBe(count(plainly, tag));
});

test('nothing is loaded', () => {
  expect(renderGoroutinePage(seen())).not.toMatch(/https?:\/\/(?!www\.w3\.org)/);
});
