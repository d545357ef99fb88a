import { expect, test } from 'vitest';
import { familyOf, isState, isWanted } from '../../../src/pprof/wait-states.ts';

// Names of waits as Go 1.19 (semacquire) and Go 1.20 to 1.27 print them.
test.each([
  ['chan receive', ['chan'], true],
  ['chan send (nil chan)', ['chan'], true],
  ['chan receive', ['chan send'], false],
  ['select (no cases)', ['Select'], true],
  ['IO wait', ['io wait'], true],
  ['sync.Mutex.Lock', ['semacquire'], true],
  ['sync.WaitGroup.Wait', ['semacquire'], true],
  ['semacquire', ['semacquire'], true],
  ['sleep', ['chan', 'sleep'], true],
  ['running', ['chan', 'sleep'], false],
  ['running', [], true],
])('%s among %j: %s', (state, wanted, expected) => {
  expect(isWanted(state, wanted)).toBe(expected);
});

test.each([
  'chan',
  'CHAN send',
  'select (no cases)',
  'semacquire',
  'sync.Mutex.Lock',
  'IO wait',
  'GC sweep wait',
  'run',
])('%s is a state', (name) => {
  expect(isState(name)).toBe(true);
});

test.each(['bogus', 'channel', 'io-wait', 'constructor', 'select no cases'])('%s is none', (name) => {
  expect(isState(name)).toBe(false);
});

test.each([
  ['chan send (nil chan)', 'chan'],
  ['sync.Cond.Wait', 'semacquire'],
  ['IO wait', 'IO wait'],
  ['GC sweep wait', 'other'],
])('%s belongs to %s', (state, family) => {
  expect(familyOf(state)).toBe(family);
});
