import { expect, test } from 'vitest';
import { lanesWithoutQueue } from '../../../src/engines/lanes.ts';

test.each([
  ['a lane that keeps a processor busy is alone', 0.9, 2, 4, 1],
  ['one that waits most of the time leaves room', 0.25, 2, 4, 4],
  ['more processors, more lanes', 0.9, 8, 16, 4],
  ['never more than there are', 0.001, 64, 4, 4],
  ['one processor still has one lane', 0.9, 1, 4, 1],
  ['without a figure of CPU time nothing speaks against all', 0, 2, 4, 4],
  ['nor does a figure that is none', NaN, 2, 4, 4],
])('%s', (_, busy, processors, most, lanes) => {
  expect(lanesWithoutQueue(busy, processors, most)).toBe(lanes);
});
