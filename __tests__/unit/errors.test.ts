import { expect, test } from 'vitest';
import { asLeakgateError, LeakgateError, saysFullDisk } from '../../src/errors.ts';

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

test('a full disk is no fault of Leakgate', () => {
  const cause = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  const error = asLeakgateError(cause);
  expect(error).toMatchObject({ code: 'measurement', cause });
  expect(error.message).toBe('The disk is full: ENOSPC: no space left on device, write.');
});

test.each([
  ['link: mapping output file failed: no space left on device', true],
  ['write /tmp/x: Disk quota exceeded', true],
  ['EDQUOT: disc quota exceeded, open x', true],
  ['main.go:3:2: undefined: ENOSPCE', false],
  ['no space between words', false],
])('%j tells of a full disk: %s', (text, full) => {
  expect(saysFullDisk(text)).toBe(full);
});

test('await using is understood by the test transform', async () => {
  const closed: string[] = [];
  {
    await using thing = { name: 'a', [Symbol.asyncDispose]: async () => void closed.push('a') };
    expect(thing.name).toBe('a');
  }
  expect(closed).toEqual(['a']);
});
