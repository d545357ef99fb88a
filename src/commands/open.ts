import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LeakgateError } from '../errors.ts';
import { renderHtml } from '../reporters/index.ts';
import { langOption, parseCommand } from './arguments.ts';
import type { Command, Terminal } from './command.ts';
import { findRun, type KeptRun } from './kept-run.ts';
import { serveReport, type Served } from './report-server.ts';

/** What a run may have left beside its result, by name. */
const rawFiles: Readonly<Record<string, string>> = {
  'result.json': 'application/json',
  'report.sarif': 'application/json',
  'heap-before.pb.gz': 'application/octet-stream',
  'heap-after.pb.gz': 'application/octet-stream',
  'trace.out': 'application/octet-stream',
};

export const open: Command = {
  name: 'open',
  summary: 'serve the report of a run, and its raw profiles, to this machine',
  help: `
leakgate open [RUN] [--lang en|zh-CN]

Serves the report of a run on a free port of this machine until Ctrl-C, with the raw profiles beside it. RUN is a folder
with a result.json, or a run of .leakgate/runs by its id, the beginning of it, its commit or its branch;
otherwise the newest one.

  leakgate open
  leakgate open 20261125-222306
  leakgate open 8eb9505
  leakgate open leakgate-out

It prints the command that shows in pprof what grew between the first look at the heap and the last.`,

  async run(args, terminal, signal) {
    const { positionals, values } = parseCommand('open', {
      args,
      options: { lang: { type: 'string' } },
      allowPositionals: true,
    });
    if (positionals.length > 1) throw new LeakgateError('config', `open takes one run, got ${positionals.join(' ')}.`);
    const run = await findRun(positionals[0], terminal, signal);
    const files = await servedFiles({ ...run, report: { ...run.report, ...langOption(values.lang) } });
    await using server = await serveReport(files);
    announce(server.origin, files, terminal);
    // Ctrl-C is how it ends, so it isn't an interruption.
    if (!signal.aborted) await once(signal, 'abort');
    return 0;
  },
};

async function servedFiles({ folder, report }: KeptRun): Promise<Served[]> {
  const page = { name: '', type: 'text/html; charset=utf-8', body: renderHtml(report) };
  const raw = await Promise.all(
    Object.entries(rawFiles).map(async ([name, type]) => {
      const body = await readFile(join(folder, name)).catch(() => null);
      return body === null ? [] : [{ name, type, body }];
    }),
  );
  return [page, ...raw.flat()];
}

function announce(origin: string, files: readonly Served[], { stdout }: Terminal): void {
  const has = (name: string): boolean => files.some((file) => file.name === name);
  const lines = [['report', origin]];
  if (has('heap-before.pb.gz') && has('heap-after.pb.gz'))
    lines.push(['growth', `go tool pprof -diff_base ${origin}heap-before.pb.gz ${origin}heap-after.pb.gz`]);
  if (has('trace.out')) lines.push(['trace', `curl -sO ${origin}trace.out && go tool trace trace.out`]);
  lines.push(['', 'Ctrl-C ends it.']);
  stdout.write(`${lines.map(([what, how]) => `${what!.padEnd(8)}${how!}`).join('\n')}\n`);
}
