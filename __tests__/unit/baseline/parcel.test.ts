import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parcelName, slotFolder } from '../../../src/baseline/index.ts';

const parcel = fc.record({ slot: fc.string({ unit: 'grapheme' }), branch: fc.string({ unit: 'grapheme' }) });

test('names say what they are of', () => {
  expect(parcelName({ slot: 'services/shop ./cmd/api', branch: 'feature/x' })).toMatch(
    /^baselines-services-shop-.-cmd-api-feature-x-[0-9a-f]{12}$/,
  );
});

test('any name is valid for an artifact and a cache, and short enough for both', () => {
  fc.assert(
    fc.property(parcel, (one) => {
      expect(parcelName(one)).toMatch(/^baselines-[\w.-]{13,}$/);
      expect(parcelName(one).length).toBeLessThan(160);
    }),
  );
});

test('no name is the beginning of another’s cache, however alike they are', () => {
  const pairs = [
    [
      { slot: 'api', branch: 'main' },
      { slot: 'api', branch: 'main-2' },
    ],
    [
      { slot: 'api-main', branch: '' },
      { slot: 'api', branch: 'main' },
    ],
    [
      { slot: 'a/b', branch: 'main' },
      { slot: 'a-b', branch: 'main' },
    ],
    [
      { slot: 'x'.repeat(200), branch: 'a' },
      { slot: 'x'.repeat(201), branch: 'a' },
    ],
  ] as const;
  for (const [one, other] of pairs) {
    expect(`${parcelName(other)}/1-1`.startsWith(`${parcelName(one)}/`)).toBe(false);
    expect(`${parcelName(one)}/1-1`.startsWith(`${parcelName(other)}/`)).toBe(false);
  }
});

test('the folder is the service’s, whatever the branch', () => {
  expect(slotFolder('api')).toMatch(/^[0-9a-f]{12}$/);
  expect(slotFolder('api')).not.toBe(slotFolder('web'));
});
