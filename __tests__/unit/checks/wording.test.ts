import { expect, test } from 'vitest';
import { amountText, counted, listed, percent, percentRange, signedPercent } from '../../../src/checks/wording.ts';

test.each([
  [0.0312, '3.1 %'],
  [1.5, '150.0 %'],
  [-0.021, '−2.1 %'],
  [0, '0.0 %'],
])('percent of %d is %s', (share, text) => {
  expect(percent(share)).toBe(text);
});

test.each([
  [0.0312, '+3.1 %'],
  [-0.0312, '−3.1 %'],
  [0.0004, '±0.0 %'],
  [-0.0004, '±0.0 %'],
])('signed percent of %d is %s', (share, text) => {
  expect(signedPercent(share)).toBe(text);
});

test('a range carries its unit once', () => {
  expect(percentRange([-0.012, 0.034])).toBe('−1.2 to +3.4 %');
});

test.each([
  [12345.6, '12,346'],
  [999.6, '1,000'],
  [78.34, '78.3'],
  [0.078312, '0.0783'],
  [12, '12'],
  [0, '0'],
  [-2.34567, '-2.35'],
])('the amount %d is written %s', (value, text) => {
  expect(amountText(value)).toBe(text);
});

test('nouns and lists', () => {
  expect([counted(1, 'window'), counted(1234, 'request')]).toEqual(['1 window', '1,234 requests']);
  expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'])]).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ]);
});
