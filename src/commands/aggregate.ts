import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { aggregate as fanIn } from '../aggregate.ts';
import { LeakgateError } from '../errors.ts';
import { hostOf } from '../host/index.ts';
import type { Host } from '../host/host.ts';
import type { Aggregate } from '../model.ts';
import { aggregateComment, aggregateLines, aggregateSummary, boundedReport, parseReport } from '../reporters/index.ts';
import { readResultFiles } from '../archive/result-files.ts';
import { choice, parseCommand } from './arguments.ts';
import type { Command } from './command.ts';
import { parseExpected, parseJobs } from './expected.ts';

const options = {
  expect: { type: 'string' },
  needs: { type: 'string' },
  comment: { type: 'string', default: 'auto' },
  name: { type: 'string', default: '' },
  out: { type: 'string', default: 'leakgate-out' },
} as const;

export const aggregate: Command = {
  name: 'aggregate',
  summary: 'make one verdict and one comment of the results of several services',
  help: `
leakgate aggregate DIR [--expect NAMES] [--needs JSON] [--comment auto|always|never] [--name NAME] [--out DIR]

Reads every result.json below DIR, the artifacts of a matrix, and fans them in: one verdict, one comment on the pull
request, one summary, a section for each service. A leg that should be there and isn't makes it red.

  leakgate aggregate artifacts
  leakgate aggregate artifacts --expect cmd/api,cmd/worker
  leakgate aggregate artifacts --expect "$MATRIX" --needs "$NEEDS"

--expect takes names, a JSON list, or the matrix that \`leakgate affected\` wrote. --needs takes the runner's
toJSON(needs): a job that ended red without a red result counts as missing. --name tells several matrices apart.
Writes aggregate.json and aggregate.md into --out. Exit code 1 when a gate was exceeded, 4 when only results are missing.`,

  async run(args, terminal) {
    const { values, positionals } = parseCommand('aggregate', { args, options, allowPositionals: true });
    const [folder] = positionals;
    if (folder === undefined || positionals.length > 1)
      throw new LeakgateError('config', 'aggregate takes one folder, that of the results.');
    const when = choice('comment', values.comment, ['auto', 'always', 'never']);
    const texts = await readResultFiles(resolve(terminal.cwd, folder), folder);
    const results = texts.map(({ text, name }) => boundedReport(parseReport(text, name)));
    const expected = { names: parseExpected(values.expect), jobs: parseJobs(values.needs) };
    const whole = fanIn(results, expected, new Date().toISOString());
    const page = aggregateSummary(whole);
    await writeFiles(whole, page, resolve(terminal.cwd, values.out));
    const host = hostOf(terminal);
    aggregateLines(whole).forEach((line) => host.info(line));
    await host.summary(page);
    await comment(whole, host, { when, name: values.name });
    return whole.exitCode;
  },
};

async function writeFiles(whole: Aggregate, page: string, outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true });
  await writeFile(join(outDir, 'aggregate.json'), `${JSON.stringify(whole, null, 2)}\n`);
  await writeFile(join(outDir, 'aggregate.md'), page);
}

async function comment(
  whole: Aggregate,
  host: Host,
  { when, name }: { when: 'auto' | 'always' | 'never'; name: string },
): Promise<void> {
  const { url, reason } = await host.comment(
    'all services',
    aggregateComment(whole, name),
    when,
    whole.verdict !== 'pass',
  );
  if (reason !== '') host.info(reason);
  host.output('verdict', whole.verdict);
  host.output('summary', aggregateLines({ ...whole, results: [], missing: [] }).join(' '));
  host.output('comment-url', url ?? '');
}
