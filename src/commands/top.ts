import { resolve } from 'node:path';
import { LeakgateError } from '../errors.ts';
import { contentsOf, heapBytesOf, mismatch } from '../heap/diff.ts';
import { localHost } from '../host/local.ts';
import { readHeapFile } from '../probes/heap-file.ts';
import { renderTop } from '../reporters/heap-terminal.ts';
import { renderHeapPage } from '../reporters/html/heap-page.ts';
import { version } from '../version.ts';
import { choice, countOption, parseCommand } from './arguments.ts';
import type { Command } from './command.ts';
import { writeHtml } from './html-file.ts';

const options = {
  program: { type: 'string' },
  format: { type: 'string', default: 'table' },
  limit: { type: 'string', default: '20' },
  html: { type: 'string' },
} as const;

export const top: Command = {
  name: 'top',
  summary: 'show what keeps most of a heap alive',
  help: `
leakgate top SNAPSHOT [options]

Each root with all that it keeps alive, heaviest first, followed along its heaviest branch. Of a heap profile: the
allocation sites that hold most.

  leakgate top a.heap
  leakgate top heap.pb.gz --limit 50
  leakgate top a.dump --program ./api --format json
  leakgate top a.heap --html heap.html

Options:
  --program FILE         what the process ran, for a raw dump
  --limit N              lines of the table (20)
  --format table|json
  --html FILE            also write one page to walk through with a browser; it needs nothing else`,

  async run(args, { env, cwd, stdout, stderr }) {
    const { values, positionals } = parseCommand('top', { args, options, allowPositionals: true });
    const format = choice('format', values.format, ['table', 'json']);
    const [name, ...more] = positionals;
    if (name === undefined || more.length > 0) {
      throw new LeakgateError('config', `top takes one file, got ${positionals.length}.`, {
        hint: 'leakgate top SNAPSHOT',
      });
    }
    const program = values.program === undefined ? {} : { program: resolve(cwd, values.program) };
    const snapshot = readHeapFile(resolve(cwd, name), { name, directory: cwd, ...program });
    const host = localHost({ env, stdout, stderr });
    const warnings = mismatch(snapshot, name);
    for (const warning of warnings) host.warning(warning);
    const { kind } = snapshot;
    const rows = contentsOf(snapshot);
    const heapBytes = heapBytesOf(snapshot);
    const limit = countOption('limit', values.limit) ?? 20;
    stdout.write(
      format === 'json'
        ? `${JSON.stringify({ leakgate: 'top', schemaVersion: 1, kind, heapBytes, rows }, null, 2)}\n`
        : renderTop(rows, { kind, heapBytes }, { color: host.color, limit }),
    );
    if (values.html !== undefined) {
      const finding = { before: null, after: { name, snapshot }, rows, warnings, failOverBytes: null, limit, version };
      await writeHtml(resolve(cwd, values.html), renderHeapPage(finding));
    }
    return 0;
  },
};
