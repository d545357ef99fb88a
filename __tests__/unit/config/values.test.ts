import { describe, expect, test } from 'vitest';
import { amount, byteSize, count, duration, share } from '../../../src/config/values.ts';

describe.each([
  [
    'duration',
    duration,
    [
      ['500ms', 500],
      ['1.5s', 1500],
      ['2m', 120_000],
      ['1h', 3_600_000],
    ],
    ['10', '0s', 's', '-1s', 5, ''],
  ],
  [
    'share',
    share,
    [
      ['15%', 0.15],
      ['0.15', 0.15],
      [0.02, 0.02],
      ['0', 0],
      ['150%', 1.5],
    ],
    ['15', 15, '-1%', '', 'x'],
  ],
  [
    'byteSize',
    byteSize,
    [
      [64, 64],
      ['64', 64],
      ['2MB', 2_097_152],
      ['1.5 KiB', 1536],
    ],
    ['2 apples', 'MB', '', -1],
  ],
  [
    'count',
    count,
    [
      ['3', 3],
      [1, 1],
    ],
    ['0', '1.5', '', 'x', -1],
  ],
  [
    'amount',
    amount,
    [
      ['0', 0],
      ['0.5', 0.5],
      [7, 7],
    ],
    ['', 'x', -1, 'NaN', 'Infinity'],
  ],
] as const)('%s', (_, schema, good, bad) => {
  test.each(good.map((pair) => [...pair]))('%j is %j', (given, value) => {
    expect(schema.parse(given)).toBe(value);
  });
  test.each(bad.map((given) => [given]))('%j is refused', (given) => {
    expect(schema.safeParse(given).success).toBe(false);
  });
});
