import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Comment } from './rig/events.ts';
import type { WorkflowRun } from './rig/runner/runner.ts';
import { createWorld, type PullRequest, type World } from './rig/world.ts';

// What happens to branches in a team's week, and which baseline counts then. Each test goes on where the one before it
// stopped: `main` has two commits, `keep` leaks on purpose, `count` is stacked on it.

const root = path.join(import.meta.dirname, '..', '..');
const fixtures = path.join(root, '__tests__', 'fixtures', 'e2e');
const service = path.join(fixtures, 'service');
const cleanViews = readFileSync(path.join(service, 'views.go'), 'utf8');
const leakyViews = readFileSync(path.join(fixtures, 'service-leaky', 'views.go'), 'utf8');
const cleanChange = { file: 'main.go', find: 'mux := http', with: 'log.SetFlags(log.LUTC)\n\tmux := http' };

/** Pull requests are measured as their author left them: what a run builds on is then the branch's own history. */
const workflow = `
name: Leakgate
on: { push: { branches: [main] }, pull_request: {}, merge_group: {} }
permissions: { contents: write, pull-requests: write }
jobs:
  leakgate:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
        with: { ref: '\${{ github.head_ref }}' }
      - uses: actions/setup-go@v6
        with: { go-version-file: go.mod }
      - id: gate
        uses: leakgate/leakgate@v1
        with:
          checks: heap-leak
          requests: GET /product?id=tea
`;

let world: World;
/** The commits of `main`, older first. */
let first: string;
let second: string;
let keep: PullRequest;
let rebased: WorkflowRun;

beforeAll(async () => {
  world = await createWorld({ service, workflow, action: root });
});
afterAll(async () => world?.[Symbol.asyncDispose]());

function outputsOf(run: WorkflowRun, conclusion: WorkflowRun['conclusion'] = 'success'): Record<string, string> {
  if (run.conclusion !== conclusion) throw new Error(`Not a ${conclusion}:\n${run.log}`);
  expect(run.leftovers).toEqual([]);
  return run.step('gate').outputs;
}

async function onlyComment(of: PullRequest): Promise<Comment> {
  const [comment, ...others] = await of.comments();
  expect(others).toEqual([]);
  if (!comment) throw new Error('There is no comment');
  return comment;
}

/** Without the gaps that keep a forge from making links of what a report quotes. */
const withoutGaps = (markdown: string): string => markdown.replaceAll('&#8203;', '');

/** What is stored, newest first: a ref's name ends with the commit's time and SHA. */
async function baselines(): Promise<{ sha: string; branch: string; object: string }[]> {
  return Object.entries(await world.refs())
    .flatMap(([ref, object]) => {
      const [, branch, at, sha] = /^refs\/leakgate\/baselines\/[^/]+\/([^/]+)\/(\d+)-(\w+)$/.exec(ref) ?? [];
      return branch && sha ? [{ sha, branch, object, at: Number(at) }] : [];
    })
    .toSorted((a, b) => b.at - a.at)
    .map(({ sha, branch, object }) => ({ sha, branch, object }));
}

test('the re-run of an old push renews that push’s baseline, and the newer one stays the newest', async () => {
  const pushed = await world.push('main');
  expect(outputsOf(pushed)).toMatchObject({ verdict: 'pass', 'baseline-found': 'false' });
  second = await world.commit('Log in UTC', { replace: [cleanChange] });
  const next = outputsOf(await world.push('main'));
  const [newest, oldest, ...more] = await baselines();
  expect([newest?.sha, newest?.branch, oldest?.branch, more]).toEqual([second, 'main', 'main', []]);
  first = oldest!.sha;
  expect(next).toMatchObject({ verdict: 'pass', 'baseline-sha': first });

  outputsOf(await world.rerun(pushed));
  const after = await baselines();
  expect(after).toEqual([newest, { sha: first, branch: 'main', object: expect.not.stringMatching(oldest!.object) }]);
});

test('a force-push: the same comment, held against what the branch builds on now', async () => {
  await world.checkout('keep', first);
  await world.commit('Keep every view', { files: { 'views.go': leakyViews } });
  keep = await world.openPullRequest('keep', { title: 'Keep every view for the report' });
  expect(outputsOf(keep.opened, 'failure')).toMatchObject({ 'failed-checks': 'heap-leak', 'baseline-sha': first });
  const opened = await onlyComment(keep);
  expect(opened.body).toContain('(1 newer one isn’t part of it)');

  const before = (await world.refs())['refs/heads/keep'];
  await world.rebase('keep', 'main');
  rebased = await keep.synchronize();
  expect(outputsOf(rebased, 'failure')).toMatchObject({ 'failed-checks': 'heap-leak', 'baseline-sha': second });
  expect(await world.history('keep')).not.toContain(before);
  const updated = await onlyComment(keep);
  expect(updated.id).toBe(opened.id);
  expect(updated.body).toContain('the nearest commit with a baseline that this run builds on');
  expect(updated.body).not.toContain('isn’t part of it');
});

test('a pull request stacked on another is held against the default branch, and told that its base has no baseline', async () => {
  await world.checkout('count', 'keep');
  await world.commit('Count views instead', { files: { 'views.go': cleanViews } });
  const stacked = await world.openPullRequest('count', { base: 'keep' });
  expect(outputsOf(stacked.opened)).toMatchObject({ verdict: 'pass', 'baseline-sha': second });
  const { body } = await onlyComment(stacked);
  expect(body).toContain('Compared with `main`, the default branch');
  expect(body).toContain('there is no baseline yet for `keep`, the base of this pull request');
});

test('the label leakgate:accept turns the red pull request green, and its comment says who and why', async () => {
  const red = await onlyComment(keep);
  expect(red.body).not.toContain('Accepted by');
  await keep.label('leakgate:accept');
  expect(outputsOf(await world.rerun(rebased))).toMatchObject({ verdict: 'pass', 'failed-checks': '' });
  const green = await onlyComment(keep);
  expect(green.id).toBe(red.id);
  const said = 'Accepted by acme (label leakgate:accept of #1): Keep every view for the report.';
  expect(withoutGaps(green.body)).toContain(said);
});

test('the merge queue is held against its target branch, under the label, and stores nothing', async () => {
  const [stored, comment] = [await baselines(), await onlyComment(keep)];
  const queued = await keep.enqueue();
  expect(queued.event).toBe('merge_group');
  expect(outputsOf(queued)).toMatchObject({ verdict: 'pass', 'baseline-found': 'true', 'baseline-sha': second });
  expect(queued.summary).toContain('Compared with `main`, which this merge group is for');
  expect(withoutGaps(queued.summary)).toContain('Accepted by acme (label leakgate:accept of #1)');
  expect(await baselines()).toEqual(stored);
  expect(await onlyComment(keep)).toEqual(comment);
});
