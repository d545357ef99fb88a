import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { format } from 'prettier';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { actionParts, readmeParts, schemas } from '../../../scripts/generated.ts';
import { inputDescriptions } from '../../../src/config/inputs.ts';
import { outputDescriptions } from '../../../src/config/outputs.ts';

const root = new URL('../../../', import.meta.url);
const text = (name: string): string => readFileSync(new URL(name, root), 'utf8');

interface Action {
  inputs: Record<string, { description: string; default: string }>;
  outputs: Record<string, { value: string }>;
  runs: { steps: { env?: Record<string, string>; run?: string; uses?: string; shell?: string; if?: string }[] };
}

const action = parse(text('action.yml')) as Action;

describe('action.yml', () => {
  test('has every input of the schema, and no other', () => {
    expect(Object.keys(action.inputs)).toEqual(inputDescriptions.map(({ name }) => name));
  });

  test('leaves inputs empty, so that the config file can speak', () => {
    const filled = Object.entries(action.inputs).filter(([, input]) => input.default !== '');
    expect(filled.map(([name]) => name)).toEqual(['working-directory', 'github-token']);
  });

  test('maps every input through the environment', () => {
    const env = action.runs.steps[0]!.env!;
    for (const { name } of inputDescriptions) {
      expect(env[`INPUT_${name.toUpperCase().replaceAll('-', '_')}`]).toBe(`\${{ inputs.${name} }}`);
    }
  });

  test('splices nothing into a script, names its shell, pins what it uses', () => {
    for (const step of action.runs.steps) {
      if (step.run !== undefined)
        expect(step).toMatchObject({ shell: 'bash', run: expect.not.stringContaining('${{') });
      else expect(step.uses).toMatch(/@[0-9a-f]{40}$/);
    }
  });

  test('has every output, read from the measuring step', () => {
    expect(Object.keys(action.outputs)).toEqual(Object.keys(outputDescriptions));
    for (const [name, output] of Object.entries(action.outputs))
      expect(output.value).toBe(`\${{ steps.run.outputs.${name} }}`);
  });

  test('fails in its last step alone, whatever came before', () => {
    const [last, ...before] = action.runs.steps.toReversed();
    expect(last).toMatchObject({ if: 'always()', run: expect.stringContaining('exit "${EXIT_CODE') });
    for (const step of before) expect(step.run ?? '').not.toContain('exit 1');
  });

  test('is what the build generates', () => {
    for (const part of Object.values(actionParts())) expect(text('action.yml')).toContain(part);
  });
});

test('the README’s tables are what the build generates', async () => {
  const readme = text('README.md');
  for (const part of Object.values(readmeParts())) {
    expect(readme).toContain((await format(part, { parser: 'markdown', printWidth: 120 })).trim());
  }
});

describe('JSON Schemas', () => {
  test.each(Object.entries(schemas()))('schema/%s is what the build generates, and valid', (name, schema) => {
    expect(JSON.parse(text(`schema/${name}`))).toEqual(JSON.parse(JSON.stringify(schema)));
    expect(() => new Ajv2020({ strict: false }).compile(schema as object)).not.toThrow();
  });

  test('editors accept what Leakgate accepts', () => {
    const accepts = new Ajv2020({ strict: false }).compile(schemas()['leakgate.schema.json'] as object);
    const config = parse(`
      package: ./cmd/api
      env: { A: b }
      requests: [GET /a, { path: /b, weight: 2, expectStatus: 201 }]
      qps: { max-p99-increase: 10%, duration: 5s }
      leak-requests: 2003
      allow: [{ site: main.put, reason: a cache, owner: ann, until: '2027-03-31' }]
      production: { requests-per-second: 200, memory-limit: 512MB }
    `);
    expect(accepts(config)).toBe(true);
    expect(accepts({ colour: 'red' })).toBe(false);
  });
});
