import { describe, expect, it } from 'vitest';
import { chooseBaseline, chooseBranches, type Ancestry, type ChoiceEvent } from '../../../src/baseline/choose.ts';
import type { BaselineEntry } from '../../../src/baseline/store.ts';

const event = (changes: Partial<ChoiceEvent> = {}): ChoiceEvent => ({
  kind: 'push',
  branch: 'feature',
  baseBranch: null,
  defaultBranch: 'main',
  own: [],
  committedAt: '2026-06-20T00:00:00Z',
  ...changes,
});
const branches = (changes: Partial<ChoiceEvent>): string[] =>
  chooseBranches(event(changes)).map(({ branch }) => branch);

/** `main:c3`: the baseline of commit c3 on main, whose commit date is June 3rd. */
const stored = (...names: string[]): BaselineEntry[] =>
  names.map((name) => {
    const [branch = '', sha = ''] = name.split(':');
    return { id: name, branch, sha, key: 'api', at: `2026-06-${sha.slice(1).padStart(2, '0')}T00:00:00.000Z` };
  });
const history = (...commits: string[]): Ancestry => ({ commits, missing: null });
const unknown: Ancestry = { commits: [], missing: 'the server is away' };
const choose = (entries: BaselineEntry[], changes: Partial<ChoiceEvent>, ancestry: Ancestry) => {
  const { entry, reason } = chooseBaseline(entries, event(changes), ancestry);
  return [entry?.id ?? null, reason];
};

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
    [
      'a merge group: the branch it is for',
      { kind: 'merge_group', branch: 'gh-readonly-queue/main/pr-1', baseBranch: 'main' },
      ['main'],
    ],
    ['a merge group for a release', { kind: 'merge_group', baseBranch: 'v2' }, ['v2', 'main']],
    ['a schedule', { kind: 'other', branch: 'main' }, ['main']],
    ['a manual run of a branch', { kind: 'other' }, ['feature', 'main']],
    ['a tag of a branch', { kind: 'other', branch: 'v1.0.0', baseBranch: 'v1' }, ['v1', 'main']],
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

describe('chooseBaseline: a pull request', () => {
  const pull = { kind: 'pull_request', baseBranch: 'main', own: ['merge', 'head'] } as const;

  it('is held against the commit that it branched off, not against what came later', () => {
    const [id, reason] = choose(
      stored('main:c3', 'main:c4', 'main:c5'),
      pull,
      history('merge', 'head', 'c3', 'c2', 'c1'),
    );
    expect(id).toBe('main:c3');
    expect(reason).toBe(
      'Compared with `main`, the base of this pull request, at c3: the nearest commit with a baseline that this run builds on (2 newer ones aren’t part of it).',
    );
  });

  it('is held against the nearest stored ancestor where that commit has no baseline', () => {
    expect(choose(stored('main:c1', 'main:c5'), pull, history('head', 'c4', 'c3', 'c2', 'c1'))[0]).toBe('main:c1');
  });

  it('is held against the newest of the base branch where no stored commit is an ancestor', () => {
    const [id, reason] = choose(stored('main:c5', 'main:c7'), pull, history('head', 'c2', 'c1'));
    expect(id).toBe('main:c7');
    expect(reason).toBe(
      'Compared with the newest baseline of `main`, the base of this pull request, at c7; none is of a commit that this run builds on.',
    );
  });

  it('that was merged since, and is run again, is not held against itself', () => {
    const [id] = choose(stored('main:head', 'main:c3'), pull, history('head', 'c3'));
    expect(id).toBe('main:c3');
  });

  it('says what is lost when the history is not known, and then prefers a baseline that is not newer than the commit', () => {
    const [id, reason] = choose(
      stored('main:c5', 'main:c7'),
      { ...pull, committedAt: '2026-06-06T00:00:00Z' },
      unknown,
    );
    expect(id).toBe('main:c5');
    expect(reason).toContain('the history isn’t known far enough: the server is away');
    expect(choose(stored('main:c5'), { ...pull, committedAt: '2026-06-01T00:00:00Z' }, unknown)[0]).toBe('main:c5');
  });

  it('on top of another is held against that, and against the default branch while that has none', () => {
    const stacked = { ...pull, baseBranch: 'part-1' };
    const commits = history('head', 'p1', 'c3');
    expect(choose(stored('main:c3', 'part-1:p1'), stacked, commits)[0]).toBe('part-1:p1');
    expect(choose(stored('main:c3'), stacked, commits)).toEqual([
      'main:c3',
      'Compared with `main`, the default branch, at c3: the nearest commit with a baseline that this run builds on; there is no baseline yet for `part-1`, the base of this pull request.',
    ]);
  });
});

describe('chooseBaseline: other events', () => {
  it('holds a push against the commit before it, also when it runs again after later ones', () => {
    const push = { kind: 'push', branch: 'main', own: ['c4'] } as const;
    expect(choose(stored('main:c3', 'main:c4', 'main:c5'), push, history('c4', 'c3', 'c2'))[0]).toBe('main:c3');
  });

  it('holds a force-push against what is left of the branch', () => {
    const push = { kind: 'push', branch: 'main', own: ['r9'] } as const;
    expect(choose(stored('main:c2', 'main:c3', 'main:c4'), push, history('r9', 'r8', 'c2', 'c1'))[0]).toBe('main:c2');
  });

  it('holds the first push of a branch against the default branch, where it came from', () => {
    expect(choose(stored('main:c3', 'main:c9'), { own: ['f1'] }, history('f1', 'c3'))[0]).toBe('main:c3');
  });

  it('follows the history over a renamed branch, but not where the user names one', () => {
    const push = { kind: 'push', branch: 'main', own: ['c9'] } as const;
    const [id, reason] = choose(stored('master:c8', 'master:c7'), push, history('c9', 'c8'));
    expect(id).toBe('master:c8');
    expect(reason).toBe(
      'Compared with `master`, a branch with the same history, at c8: the nearest commit with a baseline that this run builds on; there is no baseline yet for `main`, the pushed branch.',
    );
    expect(choose(stored('master:c8'), { ...push, override: 'v2' }, history('c9', 'c8'))[0]).toBeNull();
  });

  it('holds a merge group against the queue’s branch', () => {
    const group = { kind: 'merge_group', branch: 'gh-readonly-queue/main/pr-7-c5', baseBranch: 'main', own: ['g2'] };
    expect(choose(stored('main:c4', 'main:c5'), group as Partial<ChoiceEvent>, history('g2', 'g1', 'c5'))[0]).toBe(
      'main:c5',
    );
  });

  it('holds a schedule and a tag against the very commit', () => {
    expect(choose(stored('main:c5'), { kind: 'other', branch: 'main' }, history('c5'))[0]).toBe('main:c5');
    expect(choose(stored('main:c5'), { kind: 'other', branch: 'v1.0.0' }, history('c5'))[0]).toBe('main:c5');
  });

  it('finds the newest where there are no commits at all', () => {
    const entries = [{ ...stored('main:c1')[0]!, sha: '' }];
    expect(choose(entries, { kind: 'local', branch: 'main', committedAt: null }, unknown)[0]).toBe('main:c1');
  });

  it('says why there is none', () => {
    expect(choose([], { kind: 'pull_request', baseBranch: 'part-1' }, history('c1'))).toEqual([
      null,
      'No baseline yet for `part-1`, the base of this pull request, nor for `main`, the default branch.',
    ]);
    expect(choose([], { kind: 'local', branch: '', defaultBranch: null }, unknown)[1]).toContain('`baseline-branch`');
  });

  it('knows a branch whose name is too long to be kept', () => {
    const branch = 'x'.repeat(240);
    const entries = stored('main:c1').map((entry) => ({ ...entry, branch: `${'x'.repeat(24)}…` }));
    expect(choose(entries, { kind: 'push', branch }, unknown)[0]).toBeNull();
  });
});
