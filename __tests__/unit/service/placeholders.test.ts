import { expect, test } from 'vitest';
import { fillPlaceholders } from '../../../src/service/placeholders.ts';

const values = { port: 20123, side: 'base', dir: '/var/run' };

test('PORT is set when nothing asks for {port}', () => {
  expect(fillPlaceholders({ args: ['--db={dir}/{side}.db'], env: { A: '{side}', PORT: '80' } }, values)).toEqual({
    args: ['--db=/var/run/base.db'],
    env: { A: 'base', PORT: '20123' },
  });
});

test.each([
  { args: ['-listen', ':{port}'], env: { PORT: '5432' } },
  { args: [], env: { LISTEN: ':{port}', PORT: '5432' } },
])('PORT stays what it was when something does: %j', (given) => {
  expect(fillPlaceholders(given, values).env['PORT']).toBe('5432');
});

test('other braces, repeated names and unset variables are left as they are', () => {
  expect(
    fillPlaceholders({ args: ['{"port":1}', '{PORT}', '{port}-{port}'], env: { GONE: undefined } }, values),
  ).toEqual({
    args: ['{"port":1}', '{PORT}', '20123-20123'],
    env: { GONE: undefined },
  });
});
