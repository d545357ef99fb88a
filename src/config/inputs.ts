import * as z from 'zod';
import { checks } from '../checks/index.ts';
import { optionOwners, sharedSettings, textOptions } from './schema.ts';
import { asTree } from './tree.ts';

/** One row of `action.yml` and of the README's table of inputs. */
export interface InputDescription {
  name: string;
  description: string;
  /** As users would write it; empty when there is none. */
  default: string;
}

/** Inputs that steer Leakgate itself and have no place in a config file. */
const ownInputs: InputDescription[] = [
  { name: 'working-directory', description: 'Folder of the service, relative to the repository.', default: '.' },
  { name: 'config', description: 'Config file. Otherwise `.github/leakgate.yml` where there is one.', default: '' },
  {
    name: 'github-token',
    description: 'Token for the comment and the stored baseline.',
    default: '${{ github.token }}',
  },
];

/** Every input of the action, in the order of the README. Held against `action.yml` by a test. */
export const inputDescriptions: InputDescription[] = [
  ...ownInputs.slice(0, 2),
  ...Object.entries(sharedSettings).map(([name, schema]) => describe(name, schema)),
  ...checks.flatMap((check) => textOptions(check).map(([name, schema]) => describe(name, schema))),
  ...ownInputs.slice(2),
];

function describe(name: string, schema: z.ZodType): InputDescription {
  return { name, description: schema.description ?? '', default: writtenDefault(schema) };
}

function writtenDefault(schema: z.ZodType): string {
  if (!(schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)) return '';
  const value: unknown = schema.def.defaultValue;
  return Array.isArray(value) ? value.join(', ') : String(value);
}

/** Values given by a workflow or a command line, keyed by the names users write. */
export type GivenInputs = Record<string, string>;

/** Reads `INPUT_PACKAGE`, `INPUT_WORKING_DIRECTORY`, … Empty inputs count as not given. */
export function inputsFromEnvironment(env: NodeJS.ProcessEnv): GivenInputs {
  const pairs = inputDescriptions.map(
    ({ name }) => [name, env[`INPUT_${name.toUpperCase().replaceAll('-', '_')}`] ?? ''] as const,
  );
  return Object.fromEntries(pairs.filter(([, value]) => value.trim() !== ''));
}

/** Lays inputs over a config file's tree: `max-qps-drop` becomes `qps.max-qps-drop`. */
export function overlayInputs(file: Record<string, unknown>, inputs: GivenInputs): Record<string, unknown> {
  const tree: Record<string, unknown> = { ...file };
  for (const [name, value] of Object.entries(inputs)) {
    const owner = optionOwners.get(name);
    if (owner === undefined) tree[name] = value;
    else tree[owner] = { ...asTree(tree[owner]), [name]: value };
  }
  return tree;
}
