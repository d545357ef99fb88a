import { expect, test } from 'vitest';
import { planOf, unitTestOptions } from '../../../src/checks/unit-test-options.ts';

test('settings are lists or words', () => {
  const given = { 'test-arguments': '-race  ./a\n./b', 'ignore-any-function': ['a.B', 'c.(*D).e'] };
  expect(planOf(unitTestOptions.parse(given))).toEqual({
    arguments: ['-race', './a', './b'],
    ignoreTop: [],
    ignoreAny: ['a.B', 'c.(*D).e'],
    ignoreCurrent: true,
    waitMs: 2000,
  });
  expect(unitTestOptions.parse({ 'ignore-top-function': ['x.Y'] }).ignoreTopFunction).toEqual(['x.Y']);
});
