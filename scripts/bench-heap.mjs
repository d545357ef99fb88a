// Measures how long heap dumps of known sizes take to write and to read: `npm run bench:heap [-- --small] [-- --runs N]`.
// Reading: CPU seconds of its process, on which other work on the machine tells little. Stopped: by the clock. Median and range.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const { values } = parseArgs({
  options: { small: { type: 'boolean', default: false }, runs: { type: 'string', default: '3' } },
});

/** `limits`: what reading and dominators may take, and how much memory; the names come on top. */
const cases = [
  {
    name: '100 MB, 0.8 M objects',
    entries: 76_500,
    rate: 4096,
    limits: { seconds: 1, megabytes: 250, stoppedMs: 400 },
  },
  { name: 'the same, each sampled', entries: 76_500, rate: 1, limits: { seconds: 1, megabytes: 250, stoppedMs: 400 } },
  {
    name: '500 MB, 4 M objects',
    entries: 382_000,
    rate: 4096,
    limits: { seconds: 4, megabytes: 600, stoppedMs: 2000 },
  },
];
const bodyBytes = 480;

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'leakgate-bench-'));
try {
  const [service, reader] = [join(folder, 'service'), join(folder, 'reading.mjs')];
  execFileSync('go', ['build', '-trimpath', '-o', service, '.'], {
    cwd: join(root, '__tests__/fixtures/heap/service'),
  });
  await build({
    entryPoints: [join(root, 'scripts/heap-reading.ts')],
    outfile: reader,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
  });
  const rows = cases.slice(0, values.small ? 1 : undefined).map((one) => measure(one, service, reader));
  print([['heap', 'objects', 'dump', 'stopped', 'read', 'dominators', 'read + dom.', 'names', 'memory'], ...rows]);
} finally {
  rmSync(folder, { recursive: true });
}

function measure({ name, entries, rate, limits }, service, reader) {
  const dump = join(folder, 'heap.dump');
  const env = { ...process.env, GODEBUG: `memprofilerate=${rate}` };
  const times = Number(values.runs);
  const written = Array.from({ length: times }, () =>
    JSON.parse(execFileSync(service, [String(entries), dump, String(bodyBytes)], { env }).toString()),
  );
  const stopped = spread(written.map(({ stoppedMs }) => stoppedMs));
  const runs = Array.from({ length: times }, () =>
    JSON.parse(execFileSync(process.execPath, [reader, service, dump]).toString()),
  );
  const seconds = (...steps) =>
    spread(runs.map((run) => steps.reduce((sum, step) => sum + run.steps[step].cpuMs, 0) / 1000));
  const megabytes = spread(runs.map(({ maxRssBytes }) => maxRssBytes / 1e6));
  const both = seconds('program', 'dump', 'dominators');
  const fileBytes = statSync(dump).size;
  rmSync(dump);
  return [
    name,
    `${(runs[0].objects / 1e6).toFixed(2)} M`,
    `${(fileBytes / 1e6).toFixed(0)} MB`,
    `${text(stopped, 'ms', 0)} ${mark(stopped.median <= limits.stoppedMs)}`,
    text(seconds('dump'), 's'),
    text(seconds('dominators'), 's'),
    `${text(both, 's')} ${mark(both.median <= limits.seconds)}`,
    text(seconds('names'), 's'),
    `${text(megabytes, 'MB', 0)} ${mark(megabytes.median <= limits.megabytes)}`,
  ];
}

function spread(list) {
  const sorted = list.toSorted((a, b) => a - b);
  return { low: sorted[0], median: sorted[sorted.length >> 1], high: sorted.at(-1) };
}

function text({ low, median, high }, unit, digits = 2) {
  return `${median.toFixed(digits)} ${unit} (${low.toFixed(digits)}–${high.toFixed(digits)})`;
}

function mark(met) {
  return met ? '✔' : '✘';
}

function print(table) {
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  for (const row of table) {
    console.log(
      row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  '),
    );
  }
}
