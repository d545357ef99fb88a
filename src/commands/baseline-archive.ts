import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import * as z from 'zod';
import { parseBaseline, type StoredBaseline } from '../baseline/index.ts';
import { LeakgateError } from '../errors.ts';
import { wanted, type BaselineVerb } from './baseline-verb.ts';

const archive = z.object({ leakgateBaselines: z.literal(1), baselines: z.array(z.unknown()) });

/** All that are asked for as one JSON document, oldest first, so that it can be read from the top. */
export const exportAll: BaselineVerb = async (given, signal) => {
  const { store, values, terminal } = given;
  const baselines: StoredBaseline[] = [];
  for (const entry of (await wanted(given, signal)).toReversed()) {
    const baseline = await store.read(entry, signal);
    if (baseline !== null) baselines.push(baseline);
  }
  const text = `${JSON.stringify({ leakgateBaselines: 1, baselines }, null, 2)}\n`;
  if (values.to === undefined) terminal.stdout.write(text);
  else await writeFile(resolve(terminal.cwd, values.to), text);
  terminal.stderr.write(`${baselines.length} baselines were exported.\n`);
  return 0;
};

/** Reads every baseline before the first is stored: a damaged document changes nothing. */
export const importAll: BaselineVerb = async ({ store, values, terminal }, signal) => {
  const { from } = values;
  if (from === undefined) throw new LeakgateError('config', 'baseline import needs --from FILE.');
  const text = await readFile(resolve(terminal.cwd, from), 'utf8').catch((cause: unknown) => {
    throw new LeakgateError('config', `--from: ${from} can't be read.`, { cause });
  });
  const baselines = baselinesIn(text, from);
  let stored = 0;
  for (const baseline of baselines) {
    const outcome = await store.write(baseline, signal);
    stored += Number(outcome.stored);
    if (!outcome.stored) terminal.stderr.write(`${baseline.sha.slice(0, 10)} wasn't stored: ${outcome.reason}\n`);
  }
  terminal.stdout.write(`${stored} of ${baselines.length} baselines were stored.\n`);
  return 0;
};

function baselinesIn(text: string, from: string): StoredBaseline[] {
  const parsed = archive.safeParse(json(text, from));
  if (!parsed.success)
    throw new LeakgateError('config', `--from: ${from} isn't what \`leakgate baseline export\` writes.`);
  return parsed.data.baselines.map((one, index) => {
    const place = { name: `${index + 1} of ${from}`, removal: `take it out of ${from}` };
    return parseBaseline(JSON.stringify(one), place);
  });
}

function json(text: string, from: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new LeakgateError('config', `--from: ${from} isn't JSON.`, { cause });
  }
}
