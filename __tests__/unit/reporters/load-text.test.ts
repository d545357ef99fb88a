import { expect, test } from 'vitest';
import type { LoadReport } from '../../../src/model.ts';
import { sayIn } from '../../../src/words/say.ts';
import { loadText } from '../../../src/reporters/load-text.ts';

const load = (parts: Partial<LoadReport> = {}): LoadReport => ({
  engine: { name: 'autocannon', version: '9.0.0', model: 'closed', protocol: 'HTTP/1.1' },
  connections: 4,
  sent: 12_000,
  answered: 12_000,
  errors: 0,
  timeouts: 0,
  lost: 0,
  unexpected: 0,
  resets: 0,
  dropped: 0,
  askedPerSecond: null,
  sentPerSecond: null,
  answeredPerSecond: 1200,
  lagP99Us: null,
  generatorCpuUs: 31.4,
  ...parts,
});
const plain = (parts?: Partial<LoadReport>): string => loadText(load(parts), sayIn('en')).replaceAll('\u00a0', ' ');

test('a closed loop that went well', () => {
  expect(plain()).toBe(
    'Sent by autocannon 9.0.0 (closed loop, HTTP/1.1) over 4 connections: 12,000 requests, all answered as expected. The generator used 31.4 µs/req.',
  );
});

test('an open loop says what was asked and how late it was, and everything that went wrong, once', () => {
  const engine = { name: 'open', version: 'undici 7', model: 'open' as const };
  const fates = { sent: 100, answered: 70, unexpected: 4, errors: 12, resets: 5, timeouts: 10, dropped: 3, lost: 8 };
  const rates = { askedPerSecond: 300, sentPerSecond: 291, lagP99Us: 2100, generatorCpuUs: null };
  expect(plain({ engine, ...fates, ...rates })).toBe(
    'Sent by open undici 7 (open loop) over 4 connections: 291 req/s of 300 req/s asked, late by 2.10 ms at p99; 100 requests, 70 answered; 4 with another status, 7 timed out, 3 dropped without a free connection, 5 reset, 7 refused or closed, 8 lost.',
  );
});

test('streams are part of how wide it was', () => {
  expect(plain({ connections: 1, streams: 32 })).toContain('over 1 connection of 32 streams:');
});
