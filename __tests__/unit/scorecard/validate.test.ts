import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { scorecard } from '../../../src/commands/scorecard.ts';
import type { Figures } from '../../../src/scorecard/scorecard.ts';
import { defaultWeights, scored } from '../../../src/scorecard/score.ts';
import { currentVersions, requiredModules } from '../../../src/scorecard/versions.ts';
import { playground, type Playground } from '../baseline/repositories.ts';
import { runCommandIn } from '../commands/terminal.ts';

const { signal } = new AbortController();

const figures: Figures = {
  qps: 1000,
  p99Ms: 10,
  qpsRounds: [1000],
  initialGoroutines: 6,
  afterGoroutines: 6,
  initialHeapBytes: 1_000_000,
  afterHeapBytes: 1_000_000,
  requests: 8000,
};

/** What the contestants measure when asked again, by name. */
const remeasured: Record<string, Partial<Figures>> = {};
const asked: unknown[] = [];
// The measuring itself takes half a minute of a quiet machine.
vi.mock(import('../../../src/scorecard/measure.ts'), async (original) => ({
  ...(await original()),
  measureField: async (specs, { cwd, env }) => {
    asked.push(specs);
    return Promise.all(
      specs.map(async (spec) => {
        const contestant = { ...spec, sha: spec.ref ?? '', goVersion: '', modules: {} };
        const versions = await currentVersions(contestant, { cwd, env }, signal);
        return { ...contestant, ...versions, figures: { ...figures, ...remeasured[spec.name] } };
      }),
    );
  },
}));

/** A service on version `major` of a framework that lies beside it, as a work tree and as the commit before that. */
async function service(world: Playground, version: string): Promise<string> {
  const files = {
    'api/go.mod': `module example.com/api\n\ngo 1.22\n\nrequire (\n\texample.com/web ${version} // pinned: see #12\n\texample.com/other v0.3.0 // indirect\n)\n\nexclude example.com/gone v1.2.3\n\nreplace example.com/web => ../web\n\nreplace example.com/other => ../other\n`,
    'api/main.go': 'package main\n\nfunc main() {}\n',
    'web/go.mod': 'module example.com/web\n\ngo 1.22\n',
    'web/web.go': 'package web\n',
    'other/go.mod': 'module example.com/other\n\ngo 1.22\n',
  };
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(world.clone, name, '..'), { recursive: true });
    await writeFile(join(world.clone, name), text);
  }
  await world.git(['add', '.']);
  await world.git(['commit', '-q', '-m', version]);
  return world.git(['rev-parse', 'HEAD']);
}

async function validate(world: Playground, ...more: string[]) {
  const place = { cwd: world.clone, env: world.env };
  return runCommandIn(scorecard, ['validate', 'scores/scorecard.json', ...more], place);
}

test('scores are measured again when a framework’s major version changes, commits as they were then', async () => {
  await using world = await playground();
  const then = await service(world, 'v1.4.0');
  const modules = { 'example.com/web': 'v1.4.0' };
  expect(await requiredModules(join(world.clone, 'api'), world.env, signal)).toEqual(modules);
  const { goVersion } = await currentVersions(
    { name: '', folder: 'api', ref: 'main', sha: then, goVersion: '', modules },
    { cwd: world.clone, env: world.env },
    signal,
  );
  const contestant = { folder: 'api', sha: then, goVersion, modules };
  const old = {
    schemaVersion: 1,
    leakgate: '0.1.0',
    createdAt: '2026-11-25T12:00:00.000Z',
    machine: { cpus: 2, cpuModel: 'a processor' },
    plan: { rounds: 5, roundMs: 3000, leakRequests: 8000 },
    inputs: {},
    weights: defaultWeights,
    entries: scored(
      [
        { ...contestant, name: 'tree', ref: null, figures },
        { ...contestant, name: 'before', ref: 'main', figures: { ...figures, qps: 900 } },
      ],
      defaultWeights,
    ),
  };
  await mkdir(join(world.clone, 'scores'));
  await writeFile(join(world.clone, 'scores', 'scorecard.json'), JSON.stringify(old));

  await service(world, 'v1.9.2');
  expect(await validate(world)).toMatchObject({ code: 0, stdout: expect.stringContaining('hold: Go and the major') });
  expect(asked).toEqual([]);

  await service(world, 'v2.0.0+incompatible');
  remeasured['before'] = { qps: 950 };
  const held = await validate(world);
  expect(asked).toEqual([
    [
      { name: 'tree', folder: 'api', ref: null },
      { name: 'before', folder: 'api', ref: then },
    ],
  ]);
  expect(held.stdout).toMatch(/^tree: example\.com\/web v1\.4\.0 is v2\.0\.0\+incompatible now\n/);
  expect(held).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/The old scores hold\. .* scores\/validated: /),
  });

  // What was written takes the place of the old: it holds from now on, and the branch is still called a branch.
  const again = await readFile(join(world.clone, 'scores', 'validated', 'scorecard.json'), 'utf8');
  expect(JSON.parse(again).entries[1]).toMatchObject({ name: 'before', ref: 'main', sha: then });
  await writeFile(join(world.clone, 'scores', 'scorecard.json'), again);
  expect(await validate(world)).toMatchObject({ code: 0, stdout: expect.stringContaining('hold: Go and the major') });

  await service(world, 'v3.0.0+incompatible');
  remeasured['tree'] = { p99Ms: 40 };
  const fallen = await validate(world, '--out', 'new');
  expect(fallen).toMatchObject({ code: 1, stdout: expect.stringContaining('the best was tree, now it is before') });
  expect(fallen.stdout).toContain('The old scores don’t hold. The new ones are in new:');
});
