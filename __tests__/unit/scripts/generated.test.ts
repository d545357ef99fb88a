import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { format } from 'prettier';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { actionParts, markdownParts, schemas } from '../../../scripts/generated.ts';
import { checks } from '../../../src/checks/index.ts';
import { inputDescriptions } from '../../../src/config/inputs.ts';
import { outputDescriptions } from '../../../src/config/outputs.ts';

const root = new URL('../../../', import.meta.url);
const checkNames: string[] = checks.map(({ name }) => name);
const text = (name: string): string => readFileSync(new URL(name, root), 'utf8');

interface Action {
  inputs: Record<string, { description: string; default: string }>;
  outputs: Record<string, { value: string }>;
  runs: {
    steps: {
      env?: Record<string, string>;
      with?: Record<string, string>;
      run?: string;
      uses?: string;
      shell?: string;
      if?: string;
      id?: string;
    }[];
  };
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
    const env = action.runs.steps.find(({ id }) => id === 'run')!.env!;
    for (const { name } of inputDescriptions) {
      expect(env[`INPUT_${name.toUpperCase().replaceAll('-', '_')}`]).toBe(`\${{ inputs.${name} }}`);
    }
  });

  test('gives the preparing step some of them, under the same names', () => {
    const [prepare] = action.runs.steps;
    const { env: measured } = action.runs.steps.find(({ id }) => id === 'run')!;
    expect(measured).toMatchObject(prepare!.env!);
    expect(prepare!.env).toHaveProperty('INPUT_BASELINE_STORE');
  });

  test('splices nothing into a script, names its shell, pins what it uses', () => {
    for (const step of action.runs.steps) {
      if (step.run !== undefined)
        expect(step).toMatchObject({ shell: 'bash', run: expect.not.stringContaining('${{') });
      else expect(step.uses).toMatch(/@[0-9a-f]{40}$/);
    }
  });

  test('keeps the report’s artifact for as long as asked, and baselines for as long as the repository does', () => {
    const uploads = action.runs.steps.filter(({ uses }) => uses?.startsWith('actions/upload-artifact@'));
    const days = uploads.map(({ id, with: given }) => [id, given?.['retention-days']]);
    expect(days).toEqual([
      ['keep-artifact', undefined],
      [undefined, '${{ steps.run.outputs.retention-days }}'],
    ]);
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

const pages = Object.entries(markdownParts());

test.each(pages)('the tables of %s are what the build generates', async (name, parts) => {
  for (const [marker, part] of Object.entries(parts)) {
    const [, standing] = new RegExp(`<!-- begin ${marker} -->(.*)<!-- end ${marker} -->`, 's').exec(text(name)) ?? [];
    expect(standing?.trim()).toBe((await format(part, { parser: 'markdown', printWidth: 120 })).trim());
  }
});

test('every setting of a config file is described: the inputs in the README, the others in docs/configuration.md', () => {
  const { properties } = schemas()['leakgate.schema.json'] as { properties: Record<string, unknown> };
  const settings = Object.keys(properties).filter((name) => name !== '$schema' && !checkNames.includes(name));
  const rows = `${text('README.md')}${text('docs/configuration.md')}`;
  expect(settings.filter((name) => !new RegExp(`^\\| \`${name}[\`.[]`, 'm').test(rows))).toEqual([]);
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
