import { expect, test } from 'vitest';
import { expandEnvironment } from '../../../src/config/expand.ts';
import { redactor } from '../../../src/config/redact.ts';

const env = { API_TOKEN: 's3cret-token', HOST: 'localhost', SHORT: 'ab', KEY: 'xy' };

test('names are replaced wherever they stand, and escapes kept', () => {
  const { value } = expandEnvironment(
    { args: ['-h', '${HOST}:80'], env: { A: '$${HOST}', B: 1 } },
    'leakgate.yml',
    env,
  );
  expect(value).toEqual({ args: ['-h', 'localhost:80'], env: { A: '${HOST}', B: 1 } });
});

test('values are secret by their name, or by standing in a header', () => {
  expect(expandEnvironment({ env: { T: '${API_TOKEN}' } }, 'f', env).secrets).toEqual(['s3cret-token']);
  expect(expandEnvironment({ requests: [{ headers: { H: '${HOST}' } }] }, 'f', env).secrets).toEqual(['localhost']);
  expect(expandEnvironment({ env: { T: '${HOST}' } }, 'f', env).secrets).toEqual([]);
});

test('a very short value is never a secret: it would blank out half of the report', () => {
  expect(expandEnvironment({ env: { T: '${KEY}' } }, 'f', env).secrets).toEqual([]);
});

test('a name that is not set is an error that says where', () => {
  expect(() => expandEnvironment({ env: { A: '${NOPE}' } }, '.github/leakgate.yml', env)).toThrow(
    ".github/leakgate.yml: env.A uses ${NOPE}, which isn't set",
  );
});

test('the longest secret is hidden first', () => {
  expect(redactor(['abc', 'abcdef'])('x abcdef y abc')).toBe('x *** y ***');
});
