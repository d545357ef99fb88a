/** `npm run bench:rulers`: two ways of telling a heap leak from a cache, held against the same corpus. */
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { parseSnapshot } from '../../src/heap/snapshot-file.ts';
import { readManifest, type Entry } from './manifest.ts';
import { growingRoots } from './retention-ruler.ts';
import { appendRuling, readRulings, rulersTable, type Ruling } from './rulings.ts';
import { readRecords } from './record.ts';
import { openWorkspace } from './workspace.ts';

const usage = `
npm run bench:rulers -- [options]

Takes heap snapshots of every service of the corpus between rounds of 997 requests, and asks the retention diff alone which ones leak.
The other ruler is what Leakgate itself says, from docs/accuracy.jsonl. Runs what the results file lacks.

  --only NAMES    entries of the manifest, separated by commas
  --results FILE  (docs/rulers.jsonl)
  --report        print the table, run nothing
`;

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    results: { type: 'string', default: 'docs/rulers.jsonl' },
    report: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

/** As many as a Leakgate run warms up with at least, then seven rounds of a prime number, so that no period of a service hides in them. */
const warmUp = 2_000;
const perRound = 997;
const rounds = 7;

const folder = '__tests__/accuracy';
const cache = 'node_modules/.cache/leakgate/rulers';

async function rule(entry: Entry): Promise<Ruling> {
  const { repository, marks } = await openWorkspace(entry, { corpus: `${folder}/corpus`, cache, program: 'rulers' });
  const out = join(cache, entry.name, 'snapshots');
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const counts = Array.from({ length: rounds + 1 }, (_, k) => warmUp + k * perRound);
  const service = `./${entry.service ?? entry.name}`;
  const output = join(out, 'look.heap');
  const args = ['dist/cli.js', 'snapshot', '--package', service, repository];
  await promisify(execFile)(process.execPath, [...args, '--after', counts.join(','), '--output', output]);
  const snapshots = counts.map((count) => {
    const file = join(out, `look-${count}.heap`);
    return parseSnapshot(readFileSync(file), file);
  });
  const red = growingRoots(snapshots, perRound);
  const named = red.some(({ sites }) => sites.some((site) => marks.includes(site)));
  const right = entry.kind === 'healthy' ? red.length === 0 : named;
  return { entry: entry.name, right, red: red.map(({ root, objectsPerRequest }) => ({ root, objectsPerRequest })) };
}

async function main(): Promise<void> {
  if (values.help) return console.log(usage.trim());
  const entries = readManifest(folder).filter(({ kind }) => kind !== 'speed' && kind !== 'same');
  const table = (): string => rulersTable(entries, readRecords('docs/accuracy.jsonl'), readRulings(values.results));
  if (values.report) return console.log(table());
  const only = values.only.split(',').filter((name) => name !== '');
  const done = new Set(readRulings(values.results).map(({ entry }) => entry));
  const todo = entries.filter(({ name }) => !done.has(name) && (only.length === 0 || only.includes(name)));
  for (const entry of todo) {
    try {
      const ruling = await rule(entry);
      appendRuling(values.results, ruling);
      console.log(
        `${ruling.right ? '✔' : '✘'} ${entry.name}: ${ruling.red.map(({ root }) => root).join(', ') || 'quiet'}`,
      );
    } catch (error) {
      process.exitCode = 1;
      console.error(`✘ ${entry.name} couldn't be measured: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  console.log(`\n${table()}`);
}

await main();
