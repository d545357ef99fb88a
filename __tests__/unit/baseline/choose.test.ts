import { describe, expect, it, vi } from 'vitest';
import { chooseBranches, readFirst, type ChoiceEvent } from '../../../src/baseline/choose.ts';
import type { BaselineStore } from '../../../src/baseline/index.ts';
import { LeakgateError } from '../../../src/errors.ts';
import { baseline } from './repositories.ts';

const { signal } = new AbortController();
const event = (changes: Partial<ChoiceEvent>): ChoiceEvent => ({
  kind: 'push',
  branch: 'feature',
  baseBranch: null,
  defaultBranch: 'main',
  ...changes,
});
const branches = (changes: Partial<ChoiceEvent>): string[] =>
  chooseBranches(event(changes)).map(({ branch }) => branch);

const storeOf = (...stored: string[]) => ({
  read: async (branch: string, key: string) => (stored.includes(branch) ? baseline({ branch, key }) : null),
});

describe('chooseBranches', () => {
  it.each<[string, Partial<ChoiceEvent>, string[]]>([
    ['a push: its own branch, then the default', { kind: 'push' }, ['feature', 'main']],
    ['a push to the default branch', { kind: 'push', branch: 'main' }, ['main']],
    ['a pull request: its base', { kind: 'pull_request', baseBranch: 'main' }, ['main']],
    [
      'a stacked pull request: its base, then the default',
      { kind: 'pull_request', baseBranch: 'part-1' },
      ['part-1', 'main'],
    ],
    ['a pull request of unknown base: never itself', { kind: 'pull_request' }, ['main']],
    ['a merge group: its base', { kind: 'other', branch: 'gh-readonly-queue/main/pr-1', baseBranch: 'main' }, ['main']],
    ['a schedule', { kind: 'other', branch: 'main' }, ['main']],
    ['a manual run of a branch', { kind: 'other' }, ['feature', 'main']],
    ['a laptop', { kind: 'local' }, ['feature', 'main']],
    ['a laptop without a remote', { kind: 'local', defaultBranch: null }, ['feature']],
    ['nothing known', { kind: 'local', branch: '', defaultBranch: null }, []],
    [
      'a branch that the user names, and no other',
      { kind: 'pull_request', baseBranch: 'main', override: 'v2' },
      ['v2'],
    ],
    ['an empty input', { kind: 'push', branch: 'main', override: '' }, ['main']],
  ])('%s', (_, changes, expected) => {
    expect(branches(changes)).toEqual(expected);
  });
});

describe('readFirst', () => {
  const stacked = chooseBranches(event({ kind: 'pull_request', baseBranch: 'part-1' }));

  it('takes the first that is there', async () => {
    const choice = await readFirst(stacked, 'api', storeOf('part-1', 'main'), signal);
    expect(choice).toEqual({
      baseline: baseline({ branch: 'part-1' }),
      branch: 'part-1',
      reason: 'Compared with `part-1`, the base of this pull request.',
    });
  });

  it('says what it looked for before', async () => {
    const choice = await readFirst(stacked, 'api', storeOf('main'), signal);
    expect(choice.branch).toBe('main');
    expect(choice.reason).toBe(
      'Compared with `main`, the default branch; there is no baseline yet for `part-1`, the base of this pull request.',
    );
  });

  it('says why there is none', async () => {
    expect(await readFirst(stacked, 'api', storeOf(), signal)).toEqual({
      baseline: null,
      branch: 'part-1',
      reason: 'No baseline yet for `part-1`, the base of this pull request, nor for `main`, the default branch.',
    });
    expect((await readFirst([], 'api', storeOf(), signal)).reason).toContain('`baseline-branch`');
  });

  it('does not step over a damaged baseline', async () => {
    const read = vi.fn<BaselineStore['read']>().mockRejectedValueOnce(new LeakgateError('config', 'damaged'));
    await expect(readFirst(stacked, 'api', { read }, signal)).rejects.toThrow('damaged');
    expect(read).toHaveBeenCalledOnce();
  });
});
