import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineSplitter, outputTail, printable } from '../../../src/service/output.ts';

function split(chunks: string[]): { lines: string[]; rest: string } {
  const lines: string[] = [];
  const splitter = lineSplitter((line) => lines.push(line));
  for (const chunk of chunks) splitter.write(chunk);
  return { lines, rest: splitter.rest() };
}

test('where the chunks are cut does not matter', () => {
  const text = fc
    .array(fc.constantFrom('a', 'bc', '\n', '\r\n', '\t', 'é', 'x'.repeat(1500)))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, fc.array(fc.nat(4000)), (whole, cuts) => {
      const at = [0, ...cuts.map((cut) => Math.min(cut, whole.length)), whole.length].toSorted((a, b) => a - b);
      const chunks = at.slice(1).map((end, index) => whole.slice(at[index], end));
      const expected = whole.split('\n').map((line) => printable(line.slice(0, 2000)));
      const { lines, rest } = split(chunks);
      expect([...lines, rest]).toEqual(expected);
    }),
  );
});

test('a line without end keeps its first 2,000 characters', () => {
  const { lines, rest } = split(Array.from({ length: 1000 }, () => 'y'.repeat(10_000)));
  expect(lines).toEqual([]);
  expect(rest).toBe('y'.repeat(2000));
});

test('colours and control characters go, tabs stay', () => {
  expect(printable('\u001b[31mred\u001b[0m\tnow\r\u0007\u009b2K\u001b]8;;http://x\u0007link\u001b]8;;\u0007')).toBe(
    'red\tnowlink',
  );
});

test('the tail mixes both streams, with the line that has no end yet', () => {
  const tail = outputTail(3);
  tail.write('stdout', 'one\ntwo\nthr');
  tail.write('stderr', 'four\n');
  expect(tail.lines()).toEqual(['two', 'four', 'thr']);
  tail.write('stdout', 'ee\n');
  expect(tail.lines()).toEqual(['two', 'four', 'three']);
});
