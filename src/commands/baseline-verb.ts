import type { parseArgs } from 'node:util';
import { displayName, newestFirst, type BaselineEntry, type BaselineStore } from '../baseline/index.ts';
import { plain } from '../reporters/escape.ts';
import type { Terminal } from './command.ts';

export const baselineOptions = {
  store: { type: 'string', default: 'file' },
  config: { type: 'string' },
  file: { type: 'string' },
  branch: { type: 'string' },
  key: { type: 'string' },
  commit: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  reason: { type: 'string' },
  until: { type: 'string' },
  'older-than': { type: 'string' },
  damaged: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
} as const;

export type BaselineValues = ReturnType<typeof parseArgs<{ options: typeof baselineOptions }>>['values'];

interface Given {
  store: BaselineStore;
  values: BaselineValues;
  terminal: Terminal;
}

/** One of `leakgate baseline …`. Answers the exit code. */
export type BaselineVerb = (given: Given, signal: AbortSignal) => Promise<number>;

/** Those that `--key`, `--branch` and `--commit` name, newest first within a service and branch. */
export async function wanted({ store, values }: Given, signal: AbortSignal): Promise<BaselineEntry[]> {
  const { key, branch, commit } = values;
  const listed = await store.list({ ...(key !== undefined && { key }) }, signal);
  return listed
    .filter((entry) => branch === undefined || entry.branch === displayName(branch))
    .filter((entry) => commit === undefined || entry.sha.startsWith(commit))
    .toSorted((a, b) => order(a.key, b.key) || order(a.branch, b.branch) || newestFirst(a, b));
}

const order = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** One line: what it is of. Names are other people's text. */
export const lineOf = ({ key, branch, sha, at }: BaselineEntry): string =>
  [key, branch, sha === '' ? 'no commit' : sha.slice(0, 10), at.replace('.000Z', 'Z')]
    .map((text) => plain(text))
    .join('  ');
