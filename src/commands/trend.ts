import { resolve } from 'node:path';
import { displayName, newestFirst, type BaselineEntry, type BaselineStore } from '../baseline/index.ts';
import { LeakgateError } from '../errors.ts';
import { repositoryFacts } from '../host/git.ts';
import { localHost } from '../host/local.ts';
import { renderTrend } from '../reporters/html/trend-page.ts';
import { renderTrendTerminal } from '../reporters/trend-terminal.ts';
import { shownEntries, trendOf } from '../history/trend.ts';
import { version } from '../version.ts';
import { choice, langOption, parseCommand } from './arguments.ts';
import type { Command } from './command.ts';
import { oneService } from './find-figures.ts';
import { openNamedStore } from './named-store.ts';
import { writeHtml } from './html-file.ts';

const options = {
  branch: { type: 'string' },
  key: { type: 'string' },
  store: { type: 'string', default: 'file' },
  config: { type: 'string' },
  format: { type: 'string', default: 'table' },
  html: { type: 'string' },
  lang: { type: 'string' },
} as const;

export const trend: Command = {
  name: 'trend',
  summary: 'show how the figures of a branch developed over its stored runs',
  help: `
leakgate trend [options]

Each figure over the stored runs of a branch, with what was accepted and where the conditions changed.

  leakgate trend
  leakgate trend --branch main --html trend.html
  leakgate trend --store git-ref --key cmd/api --format json

Options:
  --branch B             the default branch, else the one with the newest run
  --key KEY              the service, where the branch has several
  --store NAME           where the baselines are: file, git-ref, postgres, s3 (file)
  --config FILE          where the addresses of postgres and s3 stand (.github/leakgate.yml)
  --format table|json
  --html FILE            also write one page; it needs nothing else
  --lang en|zh-CN        the language of both (en)`,

  async run(args, terminal, signal) {
    const { values } = parseCommand('trend', { args, options });
    const format = choice('format', values.format, ['table', 'json']);
    const { cwd, env, stdout } = terminal;
    const { defaultBranch, remoteUrl } = await repositoryFacts(cwd, env, signal);
    const store = await openNamedStore({ option: 'store', name: values.store }, values, terminal, signal);
    const entries = await store.list({ ...(values.key !== undefined && { key: values.key }) }, signal);
    const history = await read(store, historyOf(entries, values.branch, defaultBranch), signal);
    const found = trendOf(history, webAddress(remoteUrl));
    const { color } = localHost(terminal);
    const { lang = 'en' } = langOption(values.lang);
    stdout.write(
      format === 'json' ? `${JSON.stringify(found, null, 2)}\n` : renderTrendTerminal(found, { color, lang }),
    );
    if (values.html !== undefined) await writeHtml(resolve(cwd, values.html), renderTrend(found, version, lang));
    return 0;
  },
};

function historyOf(
  entries: readonly BaselineEntry[],
  asked: string | undefined,
  defaultBranch: string | null,
): BaselineEntry[] {
  const of = (branch: string | null | undefined): BaselineEntry[] =>
    branch == null ? [] : entries.filter((entry) => entry.branch === displayName(branch)).toSorted(newestFirst);
  const newest = entries.toSorted(newestFirst)[0]?.branch;
  const branch = asked ?? [defaultBranch, newest].find((one) => of(one).length > 0);
  const found = of(branch);
  if (found.length === 0) {
    throw new LeakgateError(
      'config',
      asked === undefined ? 'No baseline is stored.' : `There is no baseline of ${asked}.`,
      {
        hint: '`leakgate run --save-baseline` stores one; --store names another place.',
      },
    );
  }
  const { key } = oneService(branch!, found);
  return shownEntries(found.filter((entry) => entry.key === key));
}

/** One after the other: a store may be a server. */
async function read(store: BaselineStore, entries: readonly BaselineEntry[], signal: AbortSignal) {
  const history = [];
  for (const entry of entries) {
    const figures = await store.read(entry, signal);
    // Removed since it was listed.
    if (figures !== null) history.push(figures);
  }
  if (history.length === 0) throw new LeakgateError('config', 'No baseline is stored any more.');
  return history;
}

/** `git@github.com:acme/shop.git` and `https://github.com/acme/shop.git` in the form that browsers open. */
function webAddress(remoteUrl: string | null): string | null {
  const [, host, path] =
    /^(?:https?:\/\/|ssh:\/\/git@|git@)([\w.-]+(?::\d+)?)[/:](.+?)(?:\.git)?\/?$/.exec(remoteUrl ?? '') ?? [];
  return host === undefined || path === undefined ? null : `https://${host}/${path}`;
}
