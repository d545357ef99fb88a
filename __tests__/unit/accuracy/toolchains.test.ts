import { expect, test } from 'vitest';
import { toolchainTable } from '../../accuracy/toolchains.ts';
import { finished, sample } from './records.ts';

test('a row for each version of Go that has results, with what wasn’t right', () => {
  const of = (go: string, stuck: 'found' | 'missed') => [
    finished('small', 'found', { go }),
    finished('stuck', stuck, { go }),
    finished('calm', 'quiet', { go }),
  ];
  expect(toolchainTable(sample, [of('go1.22.12', 'missed'), [], of('go1.27.0', 'found')])).toBe(
    [
      '| Go | heap leaks | goroutine leaks | file descriptor leaks | healthy look-alikes | not right |',
      '| --- | --: | --: | --: | --: | --: |',
      '| 1.22.12 | 1 of 1 (3–100 %) | 0 of 1 (0–98 %) |  | 1 of 1 (3–100 %) | `stuck` |',
      '| 1.27.0 | 1 of 1 (3–100 %) | 1 of 1 (3–100 %) |  | 1 of 1 (3–100 %) |  |',
    ].join('\n'),
  );
});
