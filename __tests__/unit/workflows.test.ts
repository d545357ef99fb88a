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
