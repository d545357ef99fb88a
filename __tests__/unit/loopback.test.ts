import { expect, test } from 'vitest';
import { isLoopback } from '../../src/loopback.ts';

test.each([
  ['https://127.0.0.1:8443', true],
  ['http://127.9.9.9', true],
  ['http://localhost:80', true],
  ['https://[::1]:8443', true],
  ['https://127.0.0.1.example.com', false],
  ['https://localhost.example.com', false],
  ['https://10.0.0.1', false],
])('%s is this machine: %s', (origin, is) => {
  expect(isLoopback(origin)).toBe(is);
});
