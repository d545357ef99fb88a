import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bisect, openHistory, suspectOf, type History } from '../../../src/bisect/index.ts';
import { hunksAt } from '../../../src/bisect/hunks.ts';
import { sameIn } from '../../../src/bisect/suspect.ts';
import type { Trial } from '../../../src/bisect/trial.ts';
import type { Bisection, Finding } from '../../../src/model.ts';
import { bisectionComment, renderBisection, triedLine } from '../../../src/reporters/bisection.ts';
import { git } from '../../e2e/rig/git.ts';
import { reports } from '../reporters/reports.ts';

let folder: string;
let history: History;
const sha: Record<string, string> = {};
const { signal } = new AbortController();

async function commit(name: string, file: string, text: string): Promise<void> {
  await writeFile(join(folder, file), text);
  await git(folder, 'add', '-A');
  await git(folder, 'commit', '-qm', name);
  sha[name] = await git(folder, 'rev-parse', 'HEAD');
}

// start — one — two — merge (of inner1 — inner2) — last
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leakgate-history-'));
  await git(folder, 'init', '-q', '-b', 'main');
  await commit('start', 'main.go', 'package main\n');
  await commit('one', 'main.go', 'package main\n\nvar a = 1\n');
  await git(folder, 'checkout', '-qb', 'side');
  await commit('inner1', 'side.go', 'package main\n');
  await commit('inner2', 'side.go', 'package main\n\nvar leak [][]byte\n');
  await git(folder, 'checkout', '-q', 'main');
  await commit('two', 'main.go', 'package main\n\nvar a = 2\n');
  await git(folder, 'merge', '-q', '--no-ff', '-m', 'merge', 'side');
  sha['merge'] = await git(folder, 'rev-parse', 'HEAD');
  await commit('last', 'main.go', 'package main\n\nvar a = 3 // last\n');
  history = openHistory(folder, process.env, signal);
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

const suspect = suspectOf(reports.failing, undefined);
const finding: Finding = {
  ...suspect.finding,
  kind: 'leak',
  site: { function: 'main.keep', file: 'side.go', line: 3, stack: [] },
};

/** Commits by name that have the deviation, and what is odd about others. */
function bisected(bad: string[], odd: Record<string, Partial<Trial>[]> = {}, ends = { good: 'start', bad: 'last' }) {
  const measured: string[] = [];
  const laboratory = {
    async measure(of: string, against: string | null): Promise<Trial> {
      const [name = ''] = Object.entries(sha).find(([, one]) => one === of) ?? [];
      measured.push(`${name} against ${against}`);
      const isBad = bad.includes(name);
      const usual = {
        outcome: isBad ? ('bad' as const) : ('good' as const),
        finding: isBad ? finding : null,
        why: '',
        figures: `of ${name}`,
      };
      return { ...usual, ...odd[name]?.shift() };
    },
  };
  const found = bisect({
    suspect,
    history,
    laboratory,
    good: sha[ends.good]!,
    bad: sha[ends.bad]!,
    onTried: () => undefined,
  });
  return { found, measured };
}

describe('a history', () => {
  test('is what lies between two commits along first parents, oldest first', async () => {
    const names = (await history.between(sha['start']!, sha['last']!)).map(({ subject }) => subject);
    expect(names).toEqual(['one', 'two', 'merge', 'last']);
    const [, , merge] = await history.between(sha['start']!, sha['last']!);
    expect((await history.merged(merge!)).map(({ subject }) => subject)).toEqual(['inner1', 'inner2']);
  });

  test('each bad end is one sentence', async () => {
    await expect(history.resolve('v9.9')).rejects.toThrow('v9.9 is no commit of this repository.');
    await expect(history.resolve('--all')).rejects.toThrow('is no commit');
    await expect(history.between(sha['inner2']!, sha['two']!)).rejects.toThrow('isn’t an ancestor'.replace('’', "'"));
    const clone = `${folder}-shallow`;
    await git(folder, 'clone', '-q', '--depth=1', `file://${folder}`, clone);
    const shallow = openHistory(clone, process.env, signal);
    await expect(shallow.resolve(sha['start']!)).rejects.toMatchObject({
      hint: expect.stringContaining('--unshallow') as string,
    });
    await rm(clone, { recursive: true });
  });
});

describe('bisecting', () => {
  test('finds the commit, and measures it once more against the one before', async () => {
    const { found, measured } = bisected(['two', 'merge', 'last']);
    expect(await found).toMatchObject({
      culprit: { subject: 'two', author: 'developer' },
      lastGood: sha['one'],
      confirmed: 'yes',
      commits: 4,
    });
    expect(measured).toEqual([
      'start against null',
      'two against of start',
      'one against of start',
      'two against of one',
    ]);
  });

  test('goes into the merge that brought it, and shows its lines', async () => {
    const { culprit, patch, lastGood } = await bisected(['inner2', 'merge', 'last']).found;
    expect(culprit.subject).toBe('inner2');
    expect(lastGood).toBe(sha['inner1']);
    expect(patch).toEqual({
      file: 'side.go',
      lines: ['@@ -1 +1,3 @@', ' package main', '+', '+var leak [][]byte'].filter((line) => line !== ''),
    });
  });

  test('a merge whose sides are both fine is named itself', async () => {
    expect((await bisected(['merge', 'last']).found).culprit.subject).toBe('merge');
  });

  test('commits that can’t be measured are passed over and named', async () => {
    const odd = { two: [{ outcome: 'untestable' as const, finding: null, why: 'It doesn’t build.', figures: null }] };
    const { culprit, untested } = await bisected(['two', 'merge', 'last'], odd).found;
    expect(culprit.subject).toBe('merge');
    expect(untested.map(({ subject }) => subject)).toEqual(['two']);
  });

  test('a step below the gate adds up; a leak that isn’t there again is unsteady', async () => {
    const odd = () => ({ two: [{}, { outcome: 'good' as const, finding: null }] });
    expect((await bisected(['two', 'merge', 'last'], odd()).found).confirmed).toBe('unsteady');
    const cost = { ...finding, kind: 'cost' as const };
    const costly = { two: [{ finding: cost }, { outcome: 'good' as const, finding: null }] };
    expect((await bisected(['two', 'merge', 'last'], costly).found).confirmed).toBe('adds-up');
  });

  test('ends that say nothing are one sentence each', async () => {
    await expect(bisected(['start']).found).rejects.toThrow('is red already');
    await expect(bisected([], { start: [{ outcome: 'untestable', why: 'It doesn’t build.' }] }).found).rejects.toThrow(
      "can't be measured, so nothing can be held against it: It doesn’t build.",
    );
    await expect(bisected([]).found).rejects.toThrow("isn't red any more");
    await expect(bisected([], {}, { good: 'last', bad: 'last' }).found).rejects.toThrow('are the same');
  });
});

describe('what is followed', () => {
  test('the first finding that failed, or that of a named check', () => {
    expect(suspect.finding.outcome).toBe('fail');
    expect(() => suspectOf(reports.passing, undefined)).toThrow('Nothing failed in that run.');
    expect(() => suspectOf(reports.failing, 'nothing')).toThrow("The check nothing didn't fail in that run.");
  });

  test('is known again when its lines have moved', () => {
    const moved = { ...finding, id: 'other', site: { ...finding.site!, line: 99 } };
    const of = (...findings: Finding[]) =>
      sameIn({ checks: [{ ...reports.failing.checks[0]!, name: 'x', findings }] }, { check: 'x', finding });
    expect(of(moved)).toBe(moved);
    expect(of({ ...moved, outcome: 'pass' }, moved)).toBe(moved);
    expect(of({ ...moved, site: { ...moved.site, function: 'main.other' } })).toBeNull();
  });
});

test('of a patch, the hunks with the line; the whole of it otherwise, cut', () => {
  const patch = 'diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1,2 +1,3 @@\n a\n+b\n@@ -40 +41,2 @@ func f\n c\n+d';
  expect(hunksAt(patch, 42)).toEqual(['@@ -40 +41,2 @@ func f', ' c', '+d']);
  expect(hunksAt(patch, 20)).toHaveLength(6);
  expect(hunksAt(`@@ -0,0 +1,90 @@\n${'+x\n'.repeat(90)}`, 5).at(-1)).toBe('… 51 more lines');
  expect(hunksAt('', 1)).toEqual([]);
});

describe('how it is told', () => {
  const told = async (more: Partial<Bisection> = {}): Promise<Bisection> => ({
    ...(await bisected(['inner2', 'merge', 'last']).found),
    ...more,
  });

  test('in a terminal', async () => {
    const text = renderBisection(await told(), { color: false });
    expect(text).toMatch(/^[0-9a-f]{7} inner2\n {2}developer, \d{4}-/);
    expect(text).toContain('    +var leak [][]byte\n');
    expect(text).toMatch(/4 commits · \d runs · /);
  });

  test('as a comment, whatever people write into commits', async () => {
    const hostile = { ...(await told()).culprit, subject: '@team <script>alert(1)</script> | `x`', author: '**bold**' };
    const text = bisectionComment(await told({ culprit: hostile, confirmed: 'adds-up' }), 'shop');
    expect(text).toMatch(/^<!-- leakgate:v1 key=shop%20bisect -->\n### /);
    expect(text).not.toContain('<script>');
    expect(text).not.toMatch(/(^|[^\w`])@team/);
    expect(text).toContain('```diff\n');
    expect(text).toContain('it took several commits');
  });

  test('each commit as soon as it is measured', () => {
    const tried = {
      commit: { sha: 'a'.repeat(40), subject: 'x' },
      outcome: 'untestable',
      why: 'It doesn’t build.',
      durationMs: 1500,
    } as const;
    expect(triedLine(tried, false)).toBe(
      '  – aaaaaaa untestable      1.5 s  It doesn’t build.'.replace('1.5 s', '1.5\u00a0s'),
    );
  });
});
