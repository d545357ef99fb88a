import { resolve } from 'node:path';
import { compareRuns } from '../history/compare.ts';
import { LeakgateError } from '../errors.ts';
import { localHost } from '../host/local.ts';
import { renderHtml, renderTerminal, toJson } from '../reporters/index.ts';
import { choice, langOption, parseCommand } from './arguments.ts';
import type { Command } from './command.ts';
import { findFigures } from './find-figures.ts';
import { openNamedStore } from './named-store.ts';
import { writeHtml } from './html-file.ts';

const options = {
  store: { type: 'string', default: 'file' },
  config: { type: 'string' },
  key: { type: 'string' },
  format: { type: 'string', default: 'table' },
  html: { type: 'string' },
  lang: { type: 'string' },
  gate: { type: 'boolean', default: false },
} as const;

export const compare: Command = {
  name: 'compare',
  summary: 'hold any two runs, or the baselines of two branches, against each other',
  help: `
leakgate compare BEFORE AFTER [options]

Each is a branch with a stored baseline, a folder that a run left, or a run of .leakgate/runs by its id, the beginning of
it, its commit, or its branch (see leakgate open). Counts are judged as in a run; times are only shown, since the two were measured at
different moments.

  leakgate compare main feat/x
  leakgate compare 20261124-091500 latest
  leakgate compare main leakgate-out --html changes.html
  leakgate compare main release --store git-ref --format json

Options:
  --store NAME           where the branches' baselines are: file, git-ref, postgres, s3 (file)
  --config FILE          where the addresses of postgres and s3 stand (.github/leakgate.yml)
  --key KEY              the service, where a branch has several
  --format table|json
  --html FILE            also write one page; it needs nothing else
  --lang en|zh-CN        the language of both (en)
  --gate                 exit 1 when AFTER is worse`,

  async run(args, terminal, signal) {
    const { values, positionals } = parseCommand('compare', { args, options, allowPositionals: true });
    const format = choice('format', values.format, ['table', 'json']);
    const [before, after, ...more] = positionals;
    if (before === undefined || after === undefined || more.length > 0) {
      throw new LeakgateError('config', `compare takes two runs or branches, got ${positionals.length}.`, {
        hint: 'leakgate compare BEFORE AFTER',
      });
    }
    const asked = {
      store: await openNamedStore({ option: 'store', name: values.store }, values, terminal, signal),
      key: values.key,
      terminal,
    };
    const compared = compareRuns(await findFigures(before, asked, signal), await findFigures(after, asked, signal));
    const report = { ...compared, ...langOption(values.lang) };
    const { color } = localHost(terminal);
    terminal.stdout.write(format === 'json' ? `${toJson(report).trimEnd()}\n` : renderTerminal(report, { color }));
    if (values.html !== undefined) await writeHtml(resolve(terminal.cwd, values.html), renderHtml(report));
    return values.gate ? report.exitCode : 0;
  },
};
