import { describe, expect, test } from 'vitest';
import { leakEnvironment, leakVariable } from '../../../src/go-test/settings.ts';

describe('the environment', () => {
  test.each([
    [{}, { failOnLeak: true, waitMs: undefined }],
    [{ GOLEAK_FAIL_ON_LEAK: '1' }, { failOnLeak: true, waitMs: undefined }],
    [{ GOLEAK_FAIL_ON_LEAK: '0' }, { failOnLeak: false, waitMs: undefined }],
    [{ GOLEAK_TIMEOUT: '500ms' }, { failOnLeak: true, waitMs: 500 }],
    [{ GOLEAK_TIMEOUT: '3' }, { failOnLeak: true, waitMs: 3000 }],
    [
      { GOLEAK_TIMEOUT: ' ', GOLEAK_FAIL_ON_LEAK: '' },
      { failOnLeak: true, waitMs: undefined },
    ],
  ])('%o', (env, expected) => expect(leakEnvironment(env)).toEqual(expected));

  test.each([{ GOLEAK_FAIL_ON_LEAK: 'maybe' }, { GOLEAK_TIMEOUT: 'soon' }])('%o is refused by name', (env) => {
    expect(() => leakEnvironment(env)).toThrow(Object.keys(env)[0]);
  });
});

test('equal settings give equal text, or the go command would run all tests anew', () => {
  const plan = { ignoreTop: ['a.B'], ignoreAny: ['c.(*D).e'], ignoreCurrent: true, waitMs: 2000 };
  const { LEAKGATE_GOLEAK: text = '' } = leakVariable(plan);
  expect(leakVariable({ ...plan })).toEqual({ LEAKGATE_GOLEAK: text });
  expect(text.split('\n')).toEqual(expect.arrayContaining(['wait=2000', 'current=1', 'top=a.B', 'any=c.(*D).e']));
});
