/** `npm run accuracy`: runs the corpus through the built program and says how often its verdict is right. */
import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { filesBelow, hashFiles } from './files.ts';
import { isPair, kinds, readManifest, type Kind } from './manifest.ts';
import { expectedSeconds, rounds, type Run } from './plan.ts';
import { clock, progressLine } from './progress.ts';
import { appendRecord, readRecords } from './record.ts';
import { runEntry, type Rig } from './run-entry.ts';
import { accuracyReport } from './table.ts';

const usage = `
npm run accuracy -- [options]

Runs what the results file lacks, one line for each finished run; stop it whenever you like and start it again.

  --kind KINDS      ${kinds.join(', ')}; or leaks for the first three (all)
  --only NAMES      entries of the manifest, separated by commas
  --runs N          runs of each entry (1)
  --parallel N      services at a time; pairs always run alone, since times are compared (1)
  --results FILE    (docs/accuracy.jsonl)
  --report          print the table, run nothing
`;

const { values } = parseArgs({
  options: {
    kind: { type: 'string', default: kinds.join(',') },
    only: { type: 'string', default: '' },
    runs: { type: 'string', default: '1' },
    parallel: { type: 'string', default: '1' },
    results: { type: 'string', default: 'docs/accuracy.jsonl' },
    report: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const root = process.cwd();
const folder = join(root, '__tests__/accuracy');
const results = resolve(root, values.results);

/** What decides a verdict: the bundle and the Go probe. */
function programHash(): string {
  const files = filesBelow('dist').filter((file) => /\.(js|go|json)$/.test(file));
  return hashFiles('dist', files).slice(0, 12);
}

const names = (text: string): string[] => text.split(/[\s,]+/).filter((name) => name !== '');

function wantedKinds(text: string): Kind[] {
  return names(text.replaceAll('leaks', 'heap,goroutine,fd')).map((name) => {
    const kind = kinds.find((one) => one === name);
    if (kind === undefined) throw new Error(`${name} isn't a kind; there are ${kinds.join(', ')}.`);
    return kind;
  });
}

function positive(option: string, text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`--${option} takes a number from 1 on, not ${text}.`);
  return Number(text);
}

/** Works through a round; the count-only runs `width` at a time, pairs one after the other with the machine to themselves. */
async function runRound(round: readonly Run[], width: number, each: (run: Run) => Promise<void>): Promise<void> {
  const queue = round.filter(({ entry }) => !isPair(entry));
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await each(next);
  };
  await Promise.all(Array.from({ length: width }, worker));
  for (const pair of round.filter(({ entry }) => isPair(entry))) await each(pair);
}

/** A run that left no result isn't recorded, so that the next start tries it again. */
function unfinished({ entry, run }: Run, error: unknown, signal: AbortSignal): null {
  signal.throwIfAborted();
  console.error(`✘ ${entry.name} #${run}: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
  return null;
}

async function main(signal: AbortSignal): Promise<void> {
  if (values.help) return console.log(usage.trim());
  const entries = readManifest(folder);
  if (values.report) return console.log(accuracyReport(entries, readRecords(results)));
  const rig: Rig = {
    corpus: join(folder, 'corpus'),
    cache: join(root, 'node_modules/.cache/leakgate/accuracy'),
    cli: join(root, 'dist/cli.js'),
    program: programHash(),
    commit: execFileSync('git', ['rev-parse', '--short=12', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim(),
  };
  const width = positive('parallel', values.parallel);
  const wanted = {
    only: names(values.only),
    kinds: wantedKinds(values.kind),
    runs: positive('runs', values.runs),
    program: rig.program,
  };
  const todo = rounds(entries, readRecords(results), wanted);
  const runs = todo.flat();
  let done = 0;
  const left = (): number => expectedSeconds(runs.slice(done), readRecords(results), entries) / width;
  console.log(`${runs.length} runs to do, about ${clock(left())}. Results: ${values.results}`);
  for (const round of todo) {
    await runRound(round, width, async (one) => {
      signal.throwIfAborted();
      const record = await runEntry(one, rig, signal).catch((error: unknown) => unfinished(one, error, signal));
      done++;
      if (record === null) return;
      appendRecord(results, record);
      console.log(progressLine(record, { done, of: runs.length, secondsLeft: left() }));
    });
  }
  console.log(`\n${accuracyReport(entries, readRecords(results))}`);
}

const stop = new AbortController();
process.once('SIGINT', () => stop.abort());
process.once('SIGTERM', () => stop.abort());
try {
  await main(stop.signal);
} catch (error) {
  console.error(stop.signal.aborted ? 'Interrupted; what was finished is kept.' : error);
  process.exitCode = stop.signal.aborted ? 130 : 1;
}
