import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { legOf } from '../../../src/config/leg.ts';

test.each([
  [undefined, ''],
  ['null', ''],
  ['', ''],
  ['[1]', ''],
  ['{', ''],
  ['{"package":"./cmd/api"}', ''],
  ['{"service":"api"}', ''],
  ['{"package":"./cmd/api/","go":"1.26"}', ' (1.26)'],
  ['{"package":"./cmd/api","scenario":"search","race":true}', ' (search, true)'],
  ['{"os":"ubuntu-latest","nested":{"a":1},"n":2}', ' (ubuntu-latest, 2)'],
  ['{"service":"ap"}', ' (ap)'],
  ['{"a":"x\\n y","b":"x  y"}', ' (x y)'],
])('%s', (json, suffix) => {
  expect(legOf(json, 'services/shop/cmd/api')).toBe(suffix);
});

test('legs that differ in one short value have different keys', () => {
  const word = fc.stringMatching(/^[a-z0-9.-]{1,20}$/);
  fc.assert(
    fc.property(word, word, (one, other) => {
      const of = (value: string): string => legOf(JSON.stringify({ value }), 'main');
      fc.pre(one !== other && !['main', '.'].includes(one) && !['main', '.'].includes(other));
      expect(of(one)).not.toBe(of(other));
    }),
  );
});
