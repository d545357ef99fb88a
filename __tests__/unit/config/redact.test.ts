import { expect, test } from 'vitest';
import { LeakgateError } from '../../../src/errors.ts';
import { redactError, redactor, redactTree } from '../../../src/config/redact.ts';

test('a secret that reads like a number or a key changes neither', () => {
  const report = { verdict: 'pass', name: 'a 1000 b', durationMs: 21_000, name2: ['1000'] };
  expect(redactTree(report, redactor(['1000', 'name']))).toEqual({
    verdict: 'pass',
    name: 'a *** b',
    durationMs: 21_000,
    name2: ['***'],
  });
});

test('a secret that reads like a verdict leaves the verdict', () => {
  expect(redactTree({ verdict: 'fail', reason: 'it may fail' }, redactor(['fail']))).toEqual({
    verdict: 'fail',
    reason: 'it may ***',
  });
});

test('errors keep their kind and lose what they quoted', () => {
  const error = redactError(new LeakgateError('config', 'got "abcd"', { hint: 'not abcd' }), redactor(['abcd']));
  expect(error).toMatchObject({ code: 'config', message: 'got "***"', hint: 'not ***' });
});
