import { expect, test } from 'vitest';
import { patienceFor, retryDelayMs } from '../../../src/engines/patience.ts';

const repeat = (times: number, act: () => void): void => {
  for (let time = 0; time < times; time += 1) act();
};

test('pauses grow from nothing to a quarter of a second', () => {
  expect([0, 1, 2, 3, 4, 9, 100].map(retryDelayMs)).toEqual([0, 0, 2, 4, 8, 250, 250]);
});

test('ten failures of each connection in a row are enough', () => {
  const patience = patienceFor(3);
  repeat(29, () => patience.failed('error'));
  expect(patience.exhausted()).toBe(false);
  patience.failed('error');
  expect(patience.exhausted()).toBe(true);
});

test('two timeouts of each connection in a row are enough', () => {
  const patience = patienceFor(3);
  repeat(5, () => patience.failed('timeout'));
  expect(patience.exhausted()).toBe(false);
  patience.failed('timeout');
  expect(patience.exhausted()).toBe(true);
});

test('answers in between keep it going, however many errors there are', () => {
  const patience = patienceFor(1);
  repeat(1000, () => {
    patience.failed('error');
    patience.answered();
  });
  expect(patience.exhausted()).toBe(false);
});

test('many timeouts end it when they are a real share of the requests, and not otherwise', () => {
  const [hanging, soaking] = [patienceFor(1), patienceFor(1)];
  repeat(11, () => {
    hanging.failed('timeout');
    repeat(50, () => hanging.answered());
    soaking.failed('timeout');
    repeat(200, () => soaking.answered());
  });
  expect(hanging.exhausted()).toBe(true);
  repeat(50, () => {
    soaking.failed('timeout');
    repeat(200, () => soaking.answered());
  });
  expect(soaking.exhausted()).toBe(false);
});
