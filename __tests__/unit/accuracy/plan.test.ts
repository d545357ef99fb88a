import { describe, expect, test } from 'vitest';
import { kinds } from '../../accuracy/manifest.ts';
import { expectedSeconds, rounds, type Wanted } from '../../accuracy/plan.ts';
import { finished, sample } from './records.ts';

const wanted = (more: Partial<Wanted> = {}): Wanted => ({ only: [], kinds, runs: 1, program: 'p1', ...more });
const names = (plan: ReturnType<typeof rounds>) =>
  plan.map((round) => round.map(({ entry, run }) => `${entry.name} ${run}`));

describe('what is left to do', () => {
  test('comes in rounds, so that stopping half-way leaves a balance', () => {
    const plan = rounds(sample, [], wanted({ kinds: ['heap', 'healthy'], runs: 2 }));
    expect(names(plan)).toEqual([
      ['small 1', 'large 1', 'calm 1'],
      ['small 2', 'large 2', 'calm 2'],
    ]);
  });

  test('lacks what this program has finished already', () => {
    const records = [finished('small', 'found'), finished('large', 'found', { program: 'older' })];
    expect(names(rounds(sample, records, wanted({ kinds: ['heap'] })))).toEqual([['large 1']]);
  });

  test('is nothing when all is done', () => {
    expect(rounds(sample, [finished('calm', 'quiet')], wanted({ only: ['calm'] }))).toEqual([]);
  });

  test('refuses a name that is not there', () => {
    expect(() => rounds(sample, [], wanted({ only: ['calm', 'missing'] }))).toThrow('missing');
  });
});

test('the expected time follows the entry’s own runs, then its kind’s, then a guess', () => {
  const [small, large, stuck] = rounds(sample, [], wanted())[0]!;
  const records = [finished('small', 'found', { seconds: 100 }), finished('small', 'found', { seconds: 50, run: 2 })];
  expect(expectedSeconds([small!], records, sample)).toBe(75);
  expect(expectedSeconds([large!], records, sample)).toBe(75);
  expect(expectedSeconds([stuck!], records, sample)).toBe(35);
  expect(expectedSeconds([], records, sample)).toBe(0);
});
