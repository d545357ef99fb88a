import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { bisect as search, openHistory, openLaboratory, suspectOf, type History } from '../bisect/index.ts';
import { resolveConfig } from '../config/resolve.ts';
import { LeakgateError } from '../errors.ts';
import { repositoryFacts } from '../host/git.ts';
import { hostOf } from '../host/index.ts';
import type { Host } from '../host/host.ts';
import type { Bisection, Report } from '../model.ts';
import { bisectionComment, renderBisection, triedLine } from '../reporters/bisection.ts';
import { choice, parseCommand } from './arguments.ts';
import type { Command } from './command.ts';
import { findRun } from './kept-run.ts';

const options = {
  from: { type: 'string' },
  since: { type: 'string' },
  check: { type: 'string' },
  package: { type: 'string' },
  config: { type: 'string' },
  format: { type: 'string', default: 'table' },
  markdown: { type: 'string' },
  comment: { type: 'boolean', default: false },
} as const;

export const bisect: Command = {
  name: 'bisect',
  summary: 'the commit that brought what a run found',
  help: `
leakgate bisect [RUN] [options]

Takes a red run (the newest of .leakgate/runs, or one by its id, commit, folder or result.json) and finds the first commit
that is red between its baseline's commit and its own: each is checked out in a folder of its own, and only the failing
check runs, with the requests that drive it, held against the good commit. Commits that don't build or start are passed
over. Then the commit is measured once more against its predecessor. Work tree, HEAD and git's own bisect stay as they are.

  leakgate bisect
  leakgate bisect --since v1.4.0              the good end is a tag: what drifted since?
  leakgate bisect 20261124-091500 --check goroutine-leak
  leakgate bisect --from leakgate-out --markdown bisect.md

Options:
  --from RUN        the same as RUN
  --since COMMIT    a commit or tag that is good (the baseline's commit)
  --check NAME      which check to follow, where several failed
  --package PACKAGE, --config FILE   as for run, where the run's own were given on its command line
  --format table|json
  --markdown FILE   also write it as a comment
  --comment         post that comment on the pull request of this workflow's event; needs GITHUB_TOKEN

Exit code: 0 when a commit was found.`,

  async run(args, terminal, signal) {
    const { values, positionals } = parseCommand('bisect', { args, options, allowPositionals: true });
    const format = choice('format', values.format, ['table', 'json']);
    const [named = values.from, ...more] = positionals;
    if (more.length > 0) throw new LeakgateError('config', `bisect takes one run, got ${positionals.join(' ')}.`);
    const { cwd, env, stdout } = terminal;
    const host = hostOf(terminal);
    const { report } = await findRun(named, terminal, signal);
    const suspect = suspectOf(report, values.check);
    const { root } = await repositoryFacts(cwd, env, signal);
    const history = openHistory(root, env, signal);
    const ends = { good: await goodEnd(history, report, values.since), bad: await history.resolve(report.commit.sha) };
    const inputs = {
      ...(values.package !== undefined && { package: values.package }),
      ...(values.config !== undefined && { config: values.config }),
    };
    const config = resolveConfig({ inputs, cwd, env });
    host.info(`Looking for ${suspect.finding.metric} between ${ends.good.slice(0, 7)} and ${ends.bad.slice(0, 7)}.`);
    await using laboratory = await openLaboratory(
      { config, suspect, repositoryRoot: root, env, host: quiet(host) },
      signal,
    );
    const found = await search({
      suspect,
      history,
      laboratory,
      ...ends,
      onTried: (tried) => host.info(triedLine(tried, host.color)),
    });
    if (format === 'json') stdout.write(`${JSON.stringify(found, null, 2)}\n`);
    else host.info(`\n${renderBisection(found, { color: host.color })}`);
    await publish(found, report, {
      markdown: values.markdown && resolve(cwd, values.markdown),
      comment: values.comment,
      host,
    });
    return 0;
  },
};

/** @throws LeakgateError `config` when the run had no baseline and nobody names a commit. */
async function goodEnd(history: History, { baseline }: Report, since: string | undefined): Promise<string> {
  const name = since ?? baseline.sha;
  if (name !== null) return history.resolve(name);
  throw new LeakgateError('config', 'That run had no baseline, so nobody knows a good commit.', {
    hint: 'Name one: --since v1.4.0',
  });
}

async function publish(
  found: Bisection,
  { key }: Report,
  { markdown, comment, host }: { markdown: string | undefined; comment: boolean; host: Host },
): Promise<void> {
  const text = bisectionComment(found, key);
  if (markdown !== undefined)
    await writeFile(markdown, text).catch((cause: unknown) => {
      throw new LeakgateError('config', `--markdown: ${markdown} can't be written.`, { cause });
    });
  if (!comment) return;
  const { reason } = await host.comment(`${key} bisect`, text, 'always', true);
  if (reason !== '') host.info(reason);
}

/** Each run inside of it would tell its whole story otherwise. */
const quiet = (host: Host): Host => ({
  ...host,
  group: async (_title, body) => body(),
  info: () => undefined,
  notice: () => undefined,
  warning: () => undefined,
  annotate: () => undefined,
  output: () => undefined,
  summary: async () => undefined,
  comment: async () => ({ url: null, reason: '' }),
  acceptLabel: async () => null,
});
