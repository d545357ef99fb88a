import { expect, test } from 'vitest';
import { asLeakgateError, LeakgateError } from '../../src/errors.ts';

test('an error knows its exit code', () => {
  expect(new LeakgateError('config', 'bad').exitCode).toBe(2);
  expect(new LeakgateError('service', 'bad').exitCode).toBe(3);
  expect(new LeakgateError('measurement', 'bad').exitCode).toBe(4);
});

test('anything thrown becomes one, with its cause', () => {
  const thrown = new TypeError('boom');
  const error = asLeakgateError(thrown);
  expect(error).toMatchObject({ code: 'internal', exitCode: 5, cause: thrown });
  expect(error.message).toContain('boom');
  expect(asLeakgateError(error)).toBe(error);
});

test('await using is understood by the test transform', async () => {
  const closed: string[] = [];
  {
    await using thing = { name: 'a', [Symbol.asyncDispose]: async () => void closed.push('a') };
    expect(thing.name).toBe('a');
  }
  expect(closed).toEqual(['a']);
});
