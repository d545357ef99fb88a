import { resolve } from 'node:path';
import { LeakgateError } from '../errors.ts';
import { diffSnapshots, type DiffRules, type SnapshotDiff } from '../heap/diff.ts';
import type { HeapSnapshot } from '../heap/snapshot-file.ts';
import { localHost } from '../host/local.ts';
import { readHeapFile } from '../probes/heap-file.ts';
import { renderDiff } from '../reporters/heap-terminal.ts';
import { renderHeapPage } from '../reporters/html/heap-page.ts';
import { version } from '../version.ts';
import { bytesOption, choice, countOption, parseCommand } from './arguments.ts';
import type { Command } from './command.ts';
import { writeHtml } from './html-file.ts';

const options = {
  threshold: { type: 'string' },
  'min-chain': { type: 'string' },
  'fail-over': { type: 'string' },
  gate: { type: 'boolean', default: false },
  program: { type: 'string', multiple: true, default: [] as string[] },
  format: { type: 'string', default: 'table' },
  limit: { type: 'string', default: '20' },
  html: { type: 'string' },
} as const;

const mebibyte = 2 ** 20;

/** The usual rule for a leak: what keeps more than 5 MB through a chain of three steps may not grow by more than 1 MB. */
const gate: DiffRules = { thresholdBytes: 5 * mebibyte, minChain: 3, failOverBytes: mebibyte };
const showAll: DiffRules = { thresholdBytes: 0, minChain: 1, failOverBytes: null };

export const diff: Command = {
  name: 'diff',
  summary: 'show what grew between two heap snapshots, and who keeps it alive',
  help: `
leakgate diff BEFORE AFTER [options]

Subtracts two snapshots of \`leakgate snapshot\`, two heap profiles of pprof, or two dumps of debug.WriteHeapDump. One
line for each root that keeps more than before, followed along its heaviest branch. Two looks at one process count every reachable object.

  leakgate diff a.heap b.heap
  leakgate diff a.heap b.heap --threshold 2MB --fail-over 1MB
  leakgate diff monday.pb.gz friday.pb.gz --gate
  leakgate diff a.dump b.dump --program ./api --format json
  leakgate diff a.heap b.heap --html growth.html

Options:
  --threshold SIZE       only roots that keep more than this now
  --min-chain N          only chains of at least N steps, the root included
  --fail-over SIZE       exit 1 when a root that is shown grew by more than this
  --gate                 the rule for leaks: --threshold 5MB --min-chain 3 --fail-over 1MB
  --program FILE         what the process ran, for raw dumps; twice when the two ran different files
  --limit N              lines of the table (20)
  --format table|json
  --html FILE            also write one page to walk through with a browser; it needs nothing else`,

  async run(args, { env, cwd, stdout, stderr }) {
    const { values, positionals } = parseCommand('diff', { args, options, allowPositionals: true });
    const format = choice('format', values.format, ['table', 'json']);
    const [before, after, ...more] = positionals;
    if (before === undefined || after === undefined || more.length > 0) {
      throw new LeakgateError('config', `diff takes two files, got ${positionals.length}.`, {
        hint: 'leakgate diff BEFORE AFTER',
      });
    }
    const rules = rulesOf(values);
    const read = (name: string, program: string | undefined): HeapSnapshot =>
      readHeapFile(resolve(cwd, name), {
        name,
        directory: cwd,
        ...(program !== undefined && { program: resolve(cwd, program) }),
      });
    const [first, second = first] = values.program;
    const snapshots = [read(before, first), read(after, second)] as const;
    const found = diffSnapshots(...snapshots, rules);
    const fails = found.rows.some(({ exceeds }) => exceeds);
    const look = { color: localHost({ env, stdout, stderr }).color, limit: countOption('limit', values.limit) ?? 20 };
    stdout.write(format === 'json' ? json(found, rules, fails) : renderDiff(found, look));
    if (values.html !== undefined) {
      const [was, is] = snapshots;
      const named = { before: { name: before, snapshot: was }, after: { name: after, snapshot: is } };
      const page = renderHeapPage({
        ...named,
        ...found,
        failOverBytes: rules.failOverBytes,
        limit: look.limit,
        version,
      });
      await writeHtml(resolve(cwd, values.html), page);
    }
    return fails ? 1 : 0;
  },
};

function rulesOf(
  values: Partial<Record<'threshold' | 'min-chain' | 'fail-over', string>> & { gate: boolean },
): DiffRules {
  const preset = values.gate ? gate : showAll;
  return {
    thresholdBytes: bytesOption('threshold', values.threshold) ?? preset.thresholdBytes,
    minChain: countOption('min-chain', values['min-chain']) ?? preset.minChain,
    failOverBytes: bytesOption('fail-over', values['fail-over']) ?? preset.failOverBytes,
  };
}

function json({ kind, rows, warnings, account }: SnapshotDiff, rules: DiffRules, fails: boolean): string {
  const outcome = fails ? 'fail' : 'pass';
  return `${JSON.stringify({ leakgate: 'diff', schemaVersion: 1, kind, outcome, rules, warnings, account, rows }, null, 2)}\n`;
}
