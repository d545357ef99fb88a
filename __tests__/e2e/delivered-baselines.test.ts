import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { WorkflowRun } from './rig/runner/runner.ts';
import { createWorld, type World } from './rig/world.ts';

// The stores that steps of the action fill before the run and carry off after it, through a real workflow runner.

const root = path.join(import.meta.dirname, '..', '..');
const fixtures = path.join(root, '__tests__', 'fixtures', 'e2e');
const service = path.join(fixtures, 'service');
const cleanChange = { file: 'main.go', find: 'mux := http', with: 'log.SetFlags(log.LUTC)\n\tmux := http' };
const leakyViews = readFileSync(path.join(fixtures, 'service-leaky', 'views.go'), 'utf8');

const workflow = (store: string): string => `
name: Leakgate
on: { push: {}, pull_request: {} }
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
          baseline-store: ${store}
          checks: heap-leak
          requests: |
            GET /healthz -> 204
            GET /product?id=tea
`;

/** Uploads, for a pull request of a fork, what has the name and place of the main branch's own. */
const forgery = (name: string): string =>
  workflow('artifact').replace(
    '- uses: actions/setup-go',
    `- uses: actions/upload-artifact@v5\n        with: { name: '${name}', path: go.mod }\n      - uses: actions/setup-go`,
  );

function outputsOf(run: WorkflowRun, conclusion: WorkflowRun['conclusion'] = 'success'): Record<string, string> {
  if (run.conclusion !== conclusion) throw new Error(`Not a ${conclusion}:\n${run.log}`);
  expect(run.leftovers).toEqual([]);
  return run.step('gate').outputs;
}

async function refsOfLeakgate(world: World): Promise<string[]> {
  return Object.keys(await world.refs()).filter((ref) => ref.startsWith('refs/leakgate/'));
}

const file = '.github/workflows/leakgate.yml';

describe('baseline-store: artifact', () => {
  test('a push leaves it, a pull request is held against it, a fork’s forgery isn’t believed, the next push adds', async () => {
    await using world = await createWorld({ service, workflow: workflow('artifact'), action: root });
    const pushed = await world.push('main');
    const main = (await world.refs())['refs/heads/main'];
    expect(outputsOf(pushed)).toMatchObject({ verdict: 'pass', 'baseline-found': 'false' });
    const [name = ''] = Object.keys(pushed.artifacts).filter((one) => one.startsWith('baselines-'));
    expect(name).toMatch(/^baselines-.*-main-[0-9a-f]{12}$/);

    await world.checkout('forged', 'main');
    await world.commit('Forge a baseline', { files: { [file]: forgery(name) } });
    const forged = await world.openPullRequest('forged', { token: 'fork' });
    expect(Object.keys(forged.opened.artifacts)).toContain(name);
    expect(outputsOf(forged.opened)).toMatchObject({ 'baseline-found': 'true', 'baseline-sha': main });

    await world.checkout('leak', 'main');
    await world.commit('Remember every view', { files: { 'views.go': leakyViews } });
    const pull = await world.openPullRequest('leak');
    const found = { 'baseline-found': 'true', 'baseline-sha': main, 'failed-checks': 'heap-leak' };
    expect(outputsOf(pull.opened, 'failure')).toMatchObject(found);
    expect(Object.keys(pull.opened.artifacts).filter((one) => one.startsWith('baselines-'))).toEqual([]);

    await world.checkout('main');
    const next = await world.commit('Log in UTC', { replace: [cleanChange] });
    const again = await world.push('main');
    expect(outputsOf(again)).toMatchObject({ verdict: 'pass', 'baseline-sha': main });
    const kept = await readdir(again.artifacts[name] ?? '', { recursive: true });
    for (const sha of [main, next]) expect(kept.filter((one) => one.endsWith(`-${sha}.json`))).toHaveLength(1);
    expect(await refsOfLeakgate(world)).toEqual([]);
  });

  test('without the right to look for artifacts nothing is compared or stored, and the warning says which', async () => {
    await using world = await createWorld({ service, workflow: workflow('artifact'), action: root });
    const run = await world.push('main', { token: 'pronly' });
    expect(outputsOf(run)).toMatchObject({ 'baseline-found': 'false' });
    expect(run.annotations.map(({ message }) => message).join('\n')).toContain('actions: read');
    expect(Object.keys(run.artifacts).filter((one) => one.startsWith('baselines-'))).toEqual([]);
  });
});

describe('baseline-store: cache', () => {
  test('a push saves it, and a pull request reads its base’s', async () => {
    await using world = await createWorld({ service, workflow: workflow('cache'), action: root });
    expect(outputsOf(await world.push('main'))).toMatchObject({ verdict: 'pass', 'baseline-found': 'false' });
    const main = (await world.refs())['refs/heads/main'];
    await world.checkout('leak', 'main');
    await world.commit('Remember every view', { files: { 'views.go': leakyViews } });
    const pull = await world.openPullRequest('leak');
    const found = { 'baseline-found': 'true', 'baseline-sha': main, 'failed-checks': 'heap-leak' };
    expect(outputsOf(pull.opened, 'failure')).toMatchObject(found);
    expect(pull.opened.log).not.toContain('Cache saved');
    expect(await refsOfLeakgate(world)).toEqual([]);
  });
});
