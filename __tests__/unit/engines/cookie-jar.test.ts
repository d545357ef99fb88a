import { expect, test } from 'vitest';
import { cookieJar } from '../../../src/engines/cookie-jar.ts';

test('sends back what was set, the last value of a name', () => {
  const jar = cookieJar();
  expect(jar.header('/')).toBe('');
  jar.take(['sid=1; Path=/; HttpOnly', 'theme=dark']);
  jar.take(['sid=2; Path=/']);
  expect(jar.header('/any?x=1')).toBe('sid=2; theme=dark');
});

test('a path holds for what lies below it', () => {
  const jar = cookieJar();
  jar.take(['a=1; Path=/api']);
  expect(['/api', '/api/x', '/api?q=1', '/apis', '/'].map((path) => jar.header(path))).toEqual([
    'a=1',
    'a=1',
    'a=1',
    '',
    '',
  ]);
});

test('ends with its time, or at once when it is deleted', () => {
  let now = 1_000_000;
  const jar = cookieJar(() => now);
  jar.take(['a=1; Max-Age=10', `b=2; Expires=${new Date(now + 20_000).toUTCString()}`, 'c=3']);
  expect(jar.header('/')).toBe('a=1; b=2; c=3');
  now += 10_000;
  expect(jar.header('/')).toBe('b=2; c=3');
  jar.take(['c=; Max-Age=0']);
  expect(jar.header('/')).toBe('b=2');
  now += 10_000;
  expect(jar.header('/')).toBe('');
});

test('takes no harm from nonsense', () => {
  const jar = cookieJar();
  jar.take(['', ';', '=x', 'a', '\0=\0', 'ok=1; Path=nowhere']);
  expect(jar.header('/')).toContain('ok=1');
});
