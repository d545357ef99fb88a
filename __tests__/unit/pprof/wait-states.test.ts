import { expect, test } from 'vitest';
import { isWanted } from '../../../src/pprof/wait-states.ts';

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
