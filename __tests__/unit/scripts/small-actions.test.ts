import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

interface ActionFile {
  description: string;
  inputs: Record<string, { description: string }>;
  outputs: Record<string, { description: string; value: string }>;
  runs: { steps: { run?: string; uses?: string; shell?: string; env?: Record<string, string> }[] };
}

describe.each(['affected', 'aggregate', 'publish'])('%s/action.yml', (name) => {
  const text = readFileSync(resolve(import.meta.dirname, '../../..', name, 'action.yml'), 'utf8');
  const { description, inputs, outputs, runs } = parse(text) as ActionFile;

  test('has no expression in a description: the runner refuses the file', () => {
    const all = [description, ...[...Object.values(inputs), ...Object.values(outputs)].map((one) => one.description)];
    expect(all.filter((one) => one.includes('${{'))).toEqual([]);
  });

  test('uses every input, and no other', () => {
    const used = new Set([...text.matchAll(/inputs\.([\w-]+)/g)].map(([, input]) => input));
    expect([...used].toSorted()).toEqual(Object.keys(inputs).toSorted());
  });

  test('splices nothing into a script, names its shell, and pins what it uses', () => {
    for (const { run, shell, uses } of runs.steps) {
      expect(run ?? '').not.toContain('${{');
      expect(run === undefined ? 'bash' : shell).toBe('bash');
      expect(uses ?? `x@${'0'.repeat(40)}`).toMatch(/@[0-9a-f]{40}$/);
    }
  });
});
