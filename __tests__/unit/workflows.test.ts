import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'examples/workflows');
const read = (path: string): unknown => parse(readFileSync(path, 'utf8'));

const action = z.object({ inputs: z.record(z.string(), z.unknown()).default({}) });
const workflow = z.object({
  jobs: z.record(
    z.string(),
    z.object({
      permissions: z.record(z.string(), z.string()).default({}),
      steps: z.array(z.object({ uses: z.string().optional(), with: z.record(z.string(), z.unknown()).default({}) })),
    }),
  ),
});

/** `leakgate/leakgate/publish@v1` → `publish/action.yml`. */
function inputsOf(uses: string): string[] {
  const [, part = ''] = /^leakgate\/leakgate(\/\w+)?@v1$/.exec(uses)!;
  return Object.keys(action.parse(read(join(root, part, 'action.yml'))).inputs);
}

test.each(readdirSync(folder))('examples/workflows/%s gives our actions inputs that they have', (name) => {
  const steps = Object.values(workflow.parse(read(join(folder, name))).jobs).flatMap((job) => job.steps);
  const ours = steps.filter(({ uses = '' }) => uses.startsWith('leakgate/'));
  expect(ours.length).toBeGreaterThan(0);
  for (const step of ours) expect(inputsOf(step.uses!)).toEqual(expect.arrayContaining(Object.keys(step.with)));
  expect(readFileSync(join(root, 'docs/workflows.md'), 'utf8')).toContain(`../examples/workflows/${name}`);
});

test('every action of the release is pinned by its commit', () => {
  for (const name of readdirSync(join(root, '.github/workflows'))) {
    const used = readFileSync(join(root, '.github/workflows', name), 'utf8').matchAll(/uses: (\S+)/g);
    for (const [, uses] of used) expect(uses).toMatch(/@[0-9a-f]{40}$/);
  }
});

const ours = join(root, '.github/workflows');

test.each(readdirSync(ours))('%s: a job keeps credentials only to push, and then runs nothing else', (name) => {
  for (const { permissions, steps } of Object.values(workflow.parse(read(join(ours, name))).jobs)) {
    const keepsThem = steps.some(
      (step) => step.uses?.startsWith('actions/checkout@') && step.with['persist-credentials'] !== false,
    );
    if (!keepsThem) continue;
    expect(permissions).toEqual({ contents: 'write' });
    expect(steps.filter(({ uses }) => uses !== undefined)).toHaveLength(1);
  }
});

test.each([
  ['v0.1.0', true],
  ['v1.20.3', true],
  ['v1', false],
  ['v1.2', false],
  ['v1.2.3-rc.1', false],
  ['1.2.3', false],
])('a tag %s starts a release: %s', (tag, starts) => {
  const { on } = z
    .object({ on: z.object({ push: z.object({ tags: z.array(z.string()) }) }) })
    .parse(read(join(ours, 'release.yml')));
  // Of GitHub's patterns, those without `*`, `?` and `!` are regular expressions whose dot is a dot.
  const patterns = on.push.tags.map((pattern) => new RegExp(`^${pattern.replaceAll('.', String.raw`\.`)}$`));
  expect(patterns.some((pattern) => pattern.test(tag))).toBe(starts);
});
