import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WorkflowRun } from './rig/runner/runner.ts';
import { createWorld, type World } from './rig/world.ts';

// The workflow for a monorepo, as it is shipped: `affected` makes the matrix, each leg measures, `aggregate` fans them in.

const root = path.join(import.meta.dirname, '..', '..');
const fixtures = path.join(root, '__tests__', 'fixtures', 'e2e');
const leakyViews = readFileSync(path.join(fixtures, 'service-leaky', 'views.go'), 'utf8');
const workflow = readFileSync(path.join(root, 'examples', 'workflows', 'monorepo.yml'), 'utf8');
const config = 'checks: [heap-leak]\nrequests: [GET /product?id=tea]\n';

/** Two services, each a module of its own. */
function repository(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'leakgate-monorepo-'));
  for (const name of ['shop', 'stock']) {
    const module = path.join(folder, 'services', name);
    cpSync(path.join(fixtures, 'service'), module, { recursive: true });
    const goMod = readFileSync(path.join(module, 'go.mod'), 'utf8').replace(
      /^module .*$/m,
      `module example.com/${name}`,
    );
    writeFileSync(path.join(module, 'go.mod'), goMod);
    mkdirSync(path.join(module, '.github'));
    writeFileSync(path.join(module, '.github', 'leakgate.yml'), config);
  }
  return folder;
}

let service: string;
let world: World;

beforeAll(async () => {
  service = repository();
  world = await createWorld({ service, workflow, action: root });
});
afterAll(async () => {
  await world?.[Symbol.asyncDispose]();
  rmSync(service, { recursive: true });
});

/** The services that had a leg, each as its job ended. */
function legs(run: WorkflowRun): Record<string, string> {
  const named = Object.entries(run.jobs).map(([name, { conclusion }]) => {
    const [, service = ''] = /^service \(services\/(\w+), /.exec(name) ?? [];
    return [service, conclusion] as const;
  });
  return Object.fromEntries(named.filter(([service]) => service !== ''));
}

function expectConclusion(run: WorkflowRun, conclusion: WorkflowRun['conclusion']): void {
  if (run.conclusion !== conclusion) throw new Error(`Not a ${conclusion}:\n${run.log}`);
  expect(run.leftovers).toEqual([]);
}

const storedServices = async (): Promise<string[]> =>
  Object.keys(await world.refs()).flatMap((ref) => /^refs\/leakgate\/baselines\/([^/]+)\//.exec(ref)?.[1] ?? []);

test('the first push measures every service and stores a baseline for each', async () => {
  const run = await world.push('main');
  expectConclusion(run, 'success');
  expect(legs(run)).toEqual({ shop: 'success', stock: 'success' });
  expect(run.step('affected').outputs).toMatchObject({ count: '2' });
  expect(run.summary).toContain('### ✅ 2 services, none failed.');
  expect(await storedServices()).toHaveLength(2);
});

test('a pull request that touches one service measures that one, and has one comment', async () => {
  await world.checkout('views', 'main');
  await world.commit('Remember every view', { files: { 'services/stock/views.go': leakyViews } });
  const pull = await world.openPullRequest('views');
  expectConclusion(pull.opened, 'failure');
  expect(legs(pull.opened)).toEqual({ stock: 'failure' });
  const [comment, ...others] = await pull.comments();
  expect(others).toEqual([]);
  expect(comment?.body).toContain('### ❌ 1 service: 1 failed.');
  expect(comment?.body).toContain('services/stock/views.go');
  expect(comment?.body).not.toContain('services/shop');
});

test('a pull request that touches no service measures nothing and is green', async () => {
  await world.checkout('words', 'main');
  await world.commit('Explain', { files: { 'README.md': '# Services\n' } });
  const pull = await world.openPullRequest('words');
  expectConclusion(pull.opened, 'success');
  expect(legs(pull.opened)).toEqual({});
  expect(pull.opened.step('affected').outputs).toEqual({ matrix: '{"include":[]}', count: '0' });
  expect(pull.opened.summary).toContain('No service had to be measured.');
});
