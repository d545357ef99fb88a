import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { markedProcesses } from './rig/processes.ts';
import { readRunLog } from './rig/runner/log.ts';
import type { WorkflowRun } from './rig/runner/runner.ts';
import { createScene } from './rig/scene.ts';
import { createWorld, type World } from './rig/world.ts';

// The rig is what the action's own scenarios stand on. A toy action of a few lines shows that it refuses what GitHub
// refuses and sees what it says it sees.

const fixtures = path.join(import.meta.dirname, '..', 'fixtures', 'e2e');
const toy = { service: path.join(fixtures, 'toy-service'), action: path.join(fixtures, 'toy-action') };

function workflowWith(lastStep: string, checkout = '{ uses: actions/checkout@v5 }'): string {
  return `
name: gate
on: { push: {}, pull_request: {} }
jobs:
  gate:
    runs-on: ubuntu-latest
    steps:
      - ${checkout}
      - uses: actions/setup-go@v6
        with: { go-version-file: go.mod }
      - id: toy
        uses: leakgate/leakgate@v1
      - id: after
        if: always()
        run: |
          ${lastStep}
`;
}

async function toyWorld(workflow = workflowWith('echo "seen=${{ steps.toy.outputs.verdict }}" >> $GITHUB_OUTPUT')) {
  return createWorld({ ...toy, workflow });
}

async function commitSize(world: World, branch: string, size: number): Promise<void> {
  await world.checkout(branch, 'main');
  await world.commit(`Size ${size}`, { files: { 'size.txt': `${size}\n` } });
}

test('a push and a pull request run the workflow as GitHub would', async () => {
  await using world = await toyWorld();
  const push = await world.push('main');
  expect(push).toMatchObject({ conclusion: 'success', leftovers: [], annotations: [] });
  expect(push.jobs['gate']?.conclusion).toBe('success');
  expect(push.step('after').outputs).toEqual({ seen: 'pass' });
  expect(push.summary).toBe('# Toy\nsize 100 is fine\n');
  expect(readFileSync(path.join(push.artifacts['toy-report'] ?? '', 'report.md'), 'utf8')).toBe('size 100 is fine');
  expect(push.log).toContain('runtime token: withheld');
  expect(await world.show('refs/leakgate/main', 'size')).toBe('100');

  await commitSize(world, 'feature', 200);
  const pull = await world.openPullRequest('feature');
  expect(pull.opened.conclusion).toBe('failure');
  expect(pull.opened.step('toy')).toEqual({ outcome: 'failure', outputs: { verdict: 'fail' } });
  expect(pull.opened.step('after').outputs).toEqual({ seen: 'fail' });
  const message = 'size 200 is too large\nMake it smaller';
  expect(pull.opened.annotations).toEqual([{ level: 'error', file: 'size.txt', line: 1, title: 'Too large', message }]);
  const refs = await world.refs();
  expect(pull.opened.log).toContain(`head ${refs['refs/pull/1/merge']}`);

  await world.commit('Shrink', { replace: [{ file: 'size.txt', find: '200', with: '90' }] });
  const before = await pull.comments();
  expect((await pull.synchronize()).conclusion).toBe('success');
  const after = await pull.comments();
  expect(after.map(({ id, body }) => ({ id, body }))).toEqual([
    { id: before[0]?.id, body: '<!-- toy -->\nsize 90 is fine' },
  ]);
  expect(after[0]?.url).toContain(world.url);
});

test('the checkout is as deep as asked, and leaves the token only where GitHub does', async () => {
  const say =
    'echo "$(git rev-list --count HEAD) $(git branch -r | wc -l) $(git config --get-regexp extraheader | wc -l)"';
  const results: string[] = [];
  for (const options of ['{}', '{ fetch-depth: 0, persist-credentials: false }']) {
    await using world = await toyWorld(workflowWith(say, `{ uses: actions/checkout@v6, with: ${options} }`));
    await world.commit('Again', { files: { 'other.txt': 'x' } });
    results.push((await world.push('main')).log.split('\n').at(-1) ?? '');
  }
  expect(results).toEqual(['1 1 1', '2 1 0']);
});

test('a run concludes what its jobs do', async () => {
  const job = (lines: string) => `{ runs-on: ubuntu-latest, ${lines}, steps: [{ run: 'true' }] }`;
  const workflow = `
on: push
jobs:
  first: ${job('outputs: {}')}
  never: ${job('if: false')}
  last: ${job('needs: first')}
`;
  await using world = await toyWorld(workflow);
  const { conclusion, jobs } = await world.push('main');
  expect(conclusion).toBe('success');
  expect(jobs).toMatchObject({ first: { conclusion: 'success' }, last: { conclusion: 'success' } });
  expect(Object.keys(jobs)).not.toContain('never');
  const cutOff = readRunLog('{"jobID":"first","stepID":["0"],"msg":"Run"}\nKilled');
  expect(cutOff.jobs).toEqual({
    first: { conclusion: 'cancelled', steps: { 0: { outcome: 'skipped', outputs: {} } } },
  });
});

test('a rebased branch, a re-run, a label and the merge queue are what they are on GitHub', async () => {
  const say = 'echo "$GITHUB_EVENT_NAME $GITHUB_REF $GITHUB_SHA $(git log -1 --format=%H)"';
  const workflow = `
on: { push: {}, pull_request: {}, merge_group: {} }
jobs: { told: { runs-on: ubuntu-latest, steps: [{ uses: actions/checkout@v5 }, { run: '${say}' }] } }
`;
  const told = (run: WorkflowRun): string => run.log.split('\n').at(-1) ?? '';
  await using world = await toyWorld(workflow);
  await world.push('main');
  await commitSize(world, 'feature', 50);
  const pull = await world.openPullRequest('feature', { title: 'Shrink' });
  const { 'refs/heads/feature': left = '', 'refs/pull/1/merge': merged } = await world.refs();
  await world.checkout('main');
  const base = await world.commit('Move on', { files: { 'other.txt': 'x' } });
  await world.push('main');
  await world.rebase('feature', 'main');
  await pull.synchronize();
  expect((await world.history('feature')).slice(1)).toEqual(await world.history('main'));
  expect(await world.history('feature')).not.toContain(left);
  expect(told(await world.rerun(pull.opened))).toBe(`pull_request refs/pull/1/merge ${merged} ${merged}`);

  const queued = told(await pull.enqueue());
  const ref = `refs/heads/gh-readonly-queue/main/pr-1-${base}`;
  const { [ref]: sha, 'refs/heads/feature': head } = await world.refs();
  expect(queued).toBe(`merge_group ${ref} ${sha} ${sha}`);
  const parts = [sha, head, ...(await world.history('main'))];
  expect((await world.history(ref)).toSorted()).toEqual(parts.toSorted());

  await pull.label('wanted');
  const ask = async (route: string): Promise<unknown> => {
    const headers = { authorization: `Bearer ${world.tokens.rw}` };
    return (await fetch(`${world.url}/repos/acme/shop/issues/1${route}`, { headers })).json();
  };
  expect(await ask('')).toMatchObject({ number: 1, title: 'Shrink', labels: [{ name: 'wanted' }] });
  expect(await ask('/events')).toMatchObject([
    { event: 'labeled', label: { name: 'wanted' }, actor: { login: 'acme' } },
  ]);
});

test('the end of a run starts what waits for it on the default branch, which can fetch its artifacts', async () => {
  const waiting = (name: string): string => `
on: { workflow_run: { workflows: [${name}], types: [completed] } }
name: after
jobs:
  after:
    if: github.event.workflow_run.conclusion == 'failure'
    runs-on: ubuntu-latest
    steps: [{ run: 'echo "$GITHUB_EVENT_NAME $GITHUB_REF $GITHUB_SHA"' }]
`;
  await using world = await createWorld({
    ...toy,
    workflow: workflowWith('true'),
    others: { 'after.yml': waiting('gate') },
  });
  const pushed = await world.push('main');
  expect(await world.afterwards(pushed)).toMatchObject({ conclusion: 'skipped', jobs: {} });
  await commitSize(world, 'feature', 200);
  const { opened } = await world.openPullRequest('feature', { token: 'fork' });
  const { log } = await world.afterwards(opened);
  expect(log).toBe(`workflow_run refs/heads/main ${(await world.refs())['refs/heads/main']}`);

  const ask = async (token: string, url: string) =>
    fetch(url, { headers: { authorization: `Bearer ${token}` }, redirect: 'manual' });
  const route = `${world.url}/repos/acme/shop/actions/runs/${opened.id}/artifacts`;
  expect((await ask(world.tokens.pronly, route)).status).toBe(403);
  const { artifacts } = (await (await ask(world.tokens.publisher, route)).json()) as { artifacts: { id: number }[] };
  expect(artifacts).toMatchObject([{ name: 'toy-report', workflow_run: { id: opened.id, head_branch: 'feature' } }]);
  const download = `${world.url}/repos/acme/shop/actions/artifacts/${artifacts[0]?.id}/zip`;
  const elsewhere = (await ask(world.tokens.publisher, download)).headers.get('location') ?? '';
  expect((await ask(world.tokens.publisher, elsewhere)).status).toBe(400);
  const archive = unzipSync(new Uint8Array(await (await fetch(elsewhere)).arrayBuffer()));
  expect(Object.keys(archive)).toEqual(['report.md']);

  await world.checkout('main');
  await world.commit('Wait for another', { files: { '.github/workflows/after.yml': waiting('tests') } });
  await expect(world.afterwards(await world.push('main'))).rejects.toThrow('waits for the end of gate');
});

test('a token without a right is refused by the API and by git', async () => {
  await using world = await toyWorld();
  await world.push('main');
  await commitSize(world, 'forked', 200);
  const pull = await world.openPullRequest('forked', { token: 'fork' });
  expect(pull.opened.conclusion).toBe('failure');
  expect(pull.opened.annotations.map(({ message }) => message)).toContain('403 Resource not accessible by integration');
  expect(await pull.comments()).toEqual([]);

  await commitSize(world, 'other', 50);
  const push = await world.push('other', { token: 'pronly' });
  expect(push.annotations[0]?.message).toMatch(/Write access to repository not granted|403/);
  expect(Object.keys(await world.refs())).not.toContain('refs/leakgate/other');
  const refused = world.calls().filter(({ status }) => status === 403);
  expect(refused.map(({ caller, method }) => [caller, method])).toEqual([
    ['fork', 'POST'],
    ['pronly', 'GET'],
  ]);
});

const comment = (length: number) => JSON.stringify({ body: '…'.repeat(length) });

test('the API refuses strangers, long comments and broken bodies in GitHub’s words', async () => {
  await using world = await toyWorld();
  await world.push('main');
  await commitSize(world, 'feature', 50);
  const pull = await world.openPullRequest('feature');
  const ask = async (token: string, route: string, body?: string) => {
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(
      `${world.url}/repos/acme/shop${route}`,
      body ? { method: 'POST', headers, body } : { headers },
    );
    return { status: response.status, text: await response.text() };
  };
  const comments = `/issues/${pull.number}/comments`;
  expect(await ask('ghs_unknown', comments)).toMatchObject({
    status: 401,
    text: expect.stringContaining('Bad credentials'),
  });
  expect(await ask(world.tokens.rw, comments, '{')).toMatchObject({ status: 400 });
  expect(await ask(world.tokens.rw, comments, comment(65_537))).toMatchObject({ status: 422 });
  expect(await ask(world.tokens.rw, comments, comment(65_536))).toMatchObject({ status: 201 });
  const state = JSON.stringify({ state: 'success', context: 'gate' });
  expect(await ask(world.tokens.fork, '/statuses/abc', state)).toMatchObject({ status: 403 });
  expect(await ask(world.tokens.rw, '/statuses/abc', state)).toMatchObject({ status: 201 });
  expect(world.statuses()).toEqual([{ id: 1, sha: 'abc', state: 'success', context: 'gate' }]);
});

test('an injected fault hits the requests it names, as often as it says', async () => {
  await using world = await toyWorld();
  await world.push('main');
  await commitSize(world, 'feature', 50);
  const faults = [
    { path: /comments/, method: 'POST', status: 500, message: 'Server Error', times: 1 },
    { path: /comments/, method: 'POST', status: 'reset', times: 1 },
  ] as const;
  const handles = faults.map(world.inject);
  const pull = await world.openPullRequest('feature');
  expect(pull.opened.annotations[0]?.message).toBe('500 Server Error');
  expect((await pull.synchronize()).annotations[0]?.message).toBe('fetch failed');
  expect((await pull.synchronize()).annotations).toEqual([]);
  for (const handle of handles) handle[Symbol.dispose]();
  const posts = world.calls().filter(({ method, path: asked }) => method === 'POST' && asked.includes('comments'));
  expect(posts.map(({ status }) => status)).toEqual([500, 'reset', 201]);
});

test('a process that a step leaves running is reported and killed', async () => {
  await using world = await toyWorld(workflowWith('setsid sleep 300 > /dev/null 2>&1 < /dev/null & sleep 0.5'));
  const { leftovers } = await world.push('main');
  expect(leftovers.map(({ command }) => command)).toEqual(['sleep 300']);
  await expect.poll(() => leftovers.some(({ pid }) => isRunning(pid))).toBe(false);
});

/** A process that nobody has waited for yet has no command line any more. */
function isRunning(pid: number): boolean {
  const file = `/proc/${pid}/cmdline`;
  return existsSync(file) && readFileSync(file, 'utf8') !== '';
}

test('a process told to stop takes its worlds with it', async () => {
  using scene = await createScene();
  const script = path.join(scene.folder, 'script.mjs');
  const contents = `
    import { spawn } from 'node:child_process';
    import { readRunLog } from './rig/runner/log.ts';
import { createScene } from './rig/scene.ts';
    const { folder, mark } = await createScene();
    spawn('sleep', ['300'], { detached: true, stdio: 'ignore', env: { ...process.env, E2E_WORLD: mark } });
    console.log(JSON.stringify({ folder, mark }));
    setInterval(() => {}, 1000);`;
  const stdin = { contents, resolveDir: import.meta.dirname, loader: 'ts' as const };
  await build({ stdin, outfile: script, bundle: true, platform: 'node', format: 'esm', target: 'node20' });
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const { folder, mark } = JSON.parse(line.toString()) as { folder: string; mark: string };
  expect(markedProcesses(mark)).toHaveLength(1);
  child.kill('SIGTERM');
  expect(await exited).toEqual([null, 'SIGTERM']);
  expect(existsSync(folder)).toBe(false);
  await expect.poll(() => markedProcesses(mark)).toEqual([]);
});
