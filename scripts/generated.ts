import * as z from 'zod';
import { readManifest } from '../__tests__/accuracy/manifest.ts';
import { readRecords } from '../__tests__/accuracy/record.ts';
import { readRulings, rulersTable } from '../__tests__/accuracy/rulings.ts';
import { accuracySummary } from '../__tests__/accuracy/summary.ts';
import { accuracyReport } from '../__tests__/accuracy/table.ts';
import { toolchainTable } from '../__tests__/accuracy/toolchains.ts';
import { inputDescriptions } from '../src/config/inputs.ts';
import { outputDescriptions } from '../src/config/outputs.ts';
import { configSchema } from '../src/config/schema.ts';
import { reportSchema } from '../src/reporters/result-schema.ts';
import { fileSettingRows } from './file-settings.ts';

/** The JSON Schemas that editors and other tools read, by file name under `schema/`. */
export function schemas(): Record<string, unknown> {
  const options = { io: 'input' } as const;
  return {
    'leakgate.schema.json': {
      ...z.toJSONSchema(configSchema, options),
      title: 'Leakgate configuration (.github/leakgate.yml)',
    },
    'result.v1.json': { ...z.toJSONSchema(reportSchema, options), title: 'Leakgate result.json, version 1' },
  };
}

/** Inputs with a default that the workflow runner must fill in; all others stay empty, so that the config file can speak. */
const filled: Record<string, string> = { 'github-token': '${{ github.token }}', 'working-directory': '.' };

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const environmentName = (input: string): string => `INPUT_${input.toUpperCase().replaceAll('-', '_')}`;

/** The parts of `action.yml` that follow from the config schema, by the marker that they stand behind. */
export function actionParts(): Record<string, string> {
  const inputs = inputDescriptions.map(({ name, description, default: value }) => {
    const given = filled[name] ?? '';
    const told = value === '' || given !== '' ? description : `${description} Default: ${value}`;
    return `  ${name}:\n    description: ${quoted(told)}\n    default: ${quoted(given)}\n`;
  });
  const outputs = Object.entries(outputDescriptions).map(
    ([name, description]) =>
      `  ${name}:\n    description: ${quoted(description)}\n    value: \${{ steps.run.outputs.${name} }}\n`,
  );
  const env = inputDescriptions.map(({ name }) => `        ${environmentName(name)}: \${{ inputs.${name} }}\n`);
  return { inputs: inputs.join(''), outputs: outputs.join(''), env: env.join('') };
}

type Parts = Record<string, string>;

const table = (heads: readonly string[], rows: readonly string[][]): string => {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`;
  return ['', line(heads), line(heads.map(() => '---')), ...rows.map(line), '', ''].join('\n');
};

const code = (text: string): string => (text === '' ? '' : `\`${text}\``);

/**
 * The generated parts of pages, by file and by the marker that they stand behind. Run in the root: the accuracy comes from
 * the results file.
 */
export function markdownParts(): Record<string, Parts> {
  const [entries, records] = [readManifest('__tests__/accuracy'), readRecords('docs/accuracy.jsonl')];
  const toolchains = ['go1.22', 'go1.27'].map((name) => readRecords(`docs/accuracy-${name}.jsonl`));
  return {
    'README.md': {
      inputs: table(
        ['input', 'what it does', 'default'],
        inputDescriptions.map(({ name, description, default: value }) => [code(name), description, code(value)]),
      ),
      outputs: table(
        ['output', 'what it holds'],
        Object.entries(outputDescriptions).map(([name, description]) => [code(name), description]),
      ),
      accuracy: `\n${accuracySummary(entries, records)}\n\n`,
    },
    'docs/configuration.md': {
      'file settings': table(
        ['setting', 'what it does', 'default'],
        fileSettingRows().map(({ name, description, default: value }) => [code(name), description, code(value)]),
      ),
    },
    'docs/accuracy.md': {
      accuracy: `\n${accuracyReport(entries, records)}\n\n`,
      rulers: `\n${rulersTable(entries, records, readRulings('docs/rulers.jsonl'))}\n\n`,
      toolchains: `\n${toolchainTable(entries, toolchains)}\n\n`,
    },
  };
}
