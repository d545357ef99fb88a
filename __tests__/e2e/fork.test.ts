import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toJson } from '../../src/reporters/index.ts';
import { toHtml } from '../unit/reporters/gfm.ts';
import { reports } from '../unit/reporters/reports.ts';
import type { Comment } from './rig/events.ts';
import type { WorkflowRun } from './rig/runner/runner.ts';
import { createWorld, type PullRequest, type World } from './rig/world.ts';

// A stranger's pull requests: their own runs may only read; the workflow that we ship comments once they are over. Each
// test goes on where the one before it stopped.

const root = path.join(import.meta.dirname, '..', '..');
const fixtures = path.join(root, '__tests__', 'fixtures', 'e2e');
const service = path.join(fixtures, 'service');
const cleanViews = readFileSync(path.join(service, 'views.go'), 'utf8');
const leakyViews = readFileSync(path.join(fixtures, 'service-leaky', 'views.go'), 'utf8');
const leakySite = `views.go:${leakyViews.split('\n').findIndex((line) => line.includes('append(')) + 1}`;
const commenting = readFileSync(path.join(root, 'examples', 'workflows', 'fork-comment.yml'), 'utf8');

const workflow = `
name: leakgate
on: { push: { branches: [main] }, pull_request: {} }
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
        with: { checks: heap-leak, requests: 'GET /product?id=tea' }
`;

/** What an author who wants a say in the comment makes of it: nothing is measured, a file of the branch is the result. */
const forging = `
name: leakgate
on: pull_request
jobs:
  leakgate:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - run: sed -i "s/HEAD_SHA/\${{ github.event.pull_request.head.sha }}/" forged/result.json
      - uses: actions/upload-artifact@v5
        with: { name: leakgate-shop, path: forged }
`;

let world: World;
let stranger: PullRequest;
let comment: Comment;

beforeAll(async () => {
  world = await createWorld({ service, workflow, others: { 'fork-comment.yml': commenting }, action: root });
});
afterAll(async () => world?.[Symbol.asyncDispose]());

/** The second workflow, with the rights that it asks for and no others. */
const afterwards = async (run: WorkflowRun): Promise<WorkflowRun> => world.afterwards(run, { token: 'publisher' });

function expectConclusion(run: WorkflowRun, conclusion: WorkflowRun['conclusion']): void {
  if (run.conclusion !== conclusion) throw new Error(`Not a ${conclusion}:\n${run.log}`);
  expect(run.leftovers).toEqual([]);
  for (const token of Object.values(world.tokens)) expect(run.log + run.summary).not.toContain(token);
}

async function onlyComment(of: PullRequest): Promise<Comment> {
  const [first, ...others] = await of.comments();
  expect(others).toEqual([]);
  if (!first) throw new Error('There is no comment');
  return first;
}

describe('a pull request from a fork', () => {
  test('that leaks: its own run is red and can’t comment, the second workflow does', async () => {
    expectConclusion(await world.push('main'), 'success');
    await world.checkout('views', 'main');
    await world.commit('Remember every view', { files: { 'views.go': leakyViews } });
    stranger = await world.openPullRequest('views', { token: 'fork' });
    expectConclusion(stranger.opened, 'failure');
    expect(stranger.opened.step('gate').outputs).toMatchObject({ verdict: 'fail', 'failed-checks': 'heap-leak' });
    expect(await stranger.comments()).toEqual([]);

    expectConclusion(await afterwards(stranger.opened), 'success');
    comment = await onlyComment(stranger);
    expect(comment.body).toMatch(/^<!-- leakgate:v1 key=shop -->\n### ❌ /);
    expect(comment.body).toContain(leakySite);
    expect(comment.body).toContain('look at the run before trusting a green one');
  });

  test('that is fixed: the same comment turns green', async () => {
    await world.commit('Count views instead', { files: { 'views.go': cleanViews } });
    const fixed = await stranger.synchronize();
    expectConclusion(fixed, 'success');
    expect(await onlyComment(stranger)).toEqual(comment);
    expectConclusion(await afterwards(fixed), 'success');
    const updated = await onlyComment(stranger);
    expect(updated.id).toBe(comment.id);
    expect(updated.body).toMatch(/^<!-- leakgate:v1 key=shop -->\n### ✅ /);

    // The first run ends anew, behind the second one.
    const late = await afterwards(stranger.opened);
    expect(late.log).toContain('No open pull request of contributor has');
    expect(await onlyComment(stranger)).toEqual(updated);
  });

  test('only reads what it was given: the second workflow checks nothing out', () => {
    const asked = world.calls().filter(({ caller }) => caller === 'publisher');
    expect(asked.filter(({ path: asks }) => /git-upload-pack|info\/refs|contents/.test(asks))).toEqual([]);
    expect(asked.map(({ status }) => status)).not.toContain(403);
  });
});

describe('a forged result', () => {
  const passing = reports.passing;
  const change = (report: object) => ({
    files: {
      '.github/workflows/leakgate.yml': forging,
      'forged/result.json': toJson({ ...passing, ...report }),
    },
  });
  let forger: PullRequest;

  test('of another commit is refused, in words', async () => {
    await world.checkout('forged', 'main');
    await world.commit('Pass', change({ commit: { ...passing.commit, sha: 'f'.repeat(40) } }));
    forger = await world.openPullRequest('forged', { token: 'fork' });
    expectConclusion(forger.opened, 'success');
    const refused = await afterwards(forger.opened);
    expectConclusion(refused, 'failure');
    expect(refused.log).toContain('leakgate-shop/result.json is of another commit than the run');
    expect(await forger.comments()).toEqual([]);
  });

  test('speaks on its own pull request only, and nothing in it takes effect', async () => {
    const said = '::error::pwned\n@everyone <img src=x onerror=alert(1)> [click](javascript:alert(1))';
    await world.commit(
      'Pass',
      change({
        commit: { ...passing.commit, sha: 'HEAD_SHA', pullRequest: stranger.number },
        links: { repository: 'https://evil.example', run: 'https://evil.example/run' },
        notes: [said],
      }),
    );
    const before = await onlyComment(stranger);
    const told = await afterwards(await forger.synchronize());
    expectConclusion(told, 'success');
    expect(await onlyComment(stranger)).toEqual(before);
    const { body } = await onlyComment(forger);
    expect(body).toContain('look at the run before trusting a green one');
    expect(toHtml(body)).not.toMatch(/evil\.example|<img|href="javascript|@everyone/);
    expect(told.annotations).toEqual([]);
  });

  test('that is no result is refused, and the comment stays', async () => {
    const before = await onlyComment(forger);
    await world.commit('Pass', { files: { 'forged/result.json': '{"schemaVersion":1}' } });
    const refused = await afterwards(await forger.synchronize());
    expectConclusion(refused, 'failure');
    expect(refused.log).toContain('is a damaged result');
    expect(await onlyComment(forger)).toEqual(before);
  });
});
