import { resolve } from 'node:path';
import * as z from 'zod';
import { planOf, unitTestOptions, type UnitTestOptions } from '../checks/unit-test-options.ts';
import { configPath } from '../config/config-path.ts';
import { asTree } from '../config/tree.ts';
import { isVerbose, runSuite, withoutLeft, type PackageRun } from '../go-test/index.ts';
import { repositoryFacts } from '../host/git.ts';
import { localHost } from '../host/local.ts';
import { packageLine } from '../reporters/package-line.ts';
import { choice, parseCommand } from './arguments.ts';
import type { Command } from './command.ts';

const options = {
  config: { type: 'string' },
  format: { type: 'string', default: 'table' },
  'ignore-top-function': { type: 'string', multiple: true, default: [] as string[] },
  'ignore-any-function': { type: 'string', multiple: true, default: [] as string[] },
  'ignore-current': { type: 'string' },
  'goleak-timeout': { type: 'string' },
} as const;

/** What judges and tells. It loads while `go test` runs. */
const verdict = async (): Promise<typeof import('./test-verdict.ts')> => import('./test-verdict.ts');

export const test: Command = {
  name: 'test',
  summary: 'go test, and the goroutines that the tests leave behind',
  help: `
leakgate test [go test flags] [packages] [-args …]

Runs go test with goleak in it, without a change to the code: the standard library's testing package gets it through
-overlay. What still runs when a package's tests have ended is a leak; the tests that left it are run again alone. Names
the test, the line that started the goroutine, and the line that it waits in. Everything but the options below goes to
go test as it is. Packages that use goleak themselves, have a TestMain, or call os.Exit(m.Run()) work too.

  leakgate test ./...
  leakgate test -race -tags=integration ./internal/...
  leakgate test ./... --ignore-any-function example.com/shop/queue.background
  GOLEAK_FAIL_ON_LEAK=0 leakgate test ./...

Options, each also in the section unit-tests of the config file:
  --ignore-top-function NAME   leave out goroutines with this function at the top of their stack; may be repeated
  --ignore-any-function NAME   the same anywhere on the stack
  --ignore-current true|false  leave out what ran before the first test, and what that started (true)
  --goleak-timeout DURATION    how long goroutines may take to end after the last test (2s)
  --config FILE                otherwise .github/leakgate.yml where there is one
  --format table|json          how what was found is written (table)

Environment: GOLEAK_FAIL_ON_LEAK=0 reports leaks and passes all the same; GOLEAK_TIMEOUT goes before --goleak-timeout.
Exit code: 0 nothing left behind, 1 a leak or a failed test.`,

  async run(args, terminal, signal) {
    const { cwd, env, stdout } = terminal;
    const { own, ofGo } = split(args);
    const { values } = parseCommand('test', { args: own, options });
    const format = choice('format', values.format, ['table', 'json'] as const);
    const { config, format: _format, ...given } = values;
    const settings = await settingsOf(config, given, cwd);
    const host = localHost(terminal);
    const verbose = isVerbose(ofGo);
    const repositoryRoot = repositoryFacts(cwd, env, signal).then((facts) => facts.root);
    repositoryRoot.catch(() => undefined);
    const onPackage = (run: PackageRun, left: number): void => {
      if (format === 'json') return;
      if (verbose && run.outcome !== 'none') host.info(withoutLeft(run.output).trimEnd());
      const line = packageLine(run, left, host.color);
      if (line !== '') host.info(line);
    };
    const progress = (text: string): void => host.progress(text);
    const plan = { ...planOf(settings), arguments: ofGo };
    const run = await runSuite(plan, { cwd, env, repositoryRoot, onStart: verdict, onPackage, progress }, signal);
    const { judged, told } = await verdict();
    const report = judged(run, await repositoryRoot, settings);
    if (format === 'json')
      stdout.write(`${JSON.stringify({ ...report, packages: run.packages, notes: run.notes }, null, 2)}\n`);
    else host.info(told(report, run, { color: host.color }));
    return report.outcome === 'fail' ? 1 : 0;
  },
};

/** Leakgate's own options are written with two dashes and their full name; go test's keep their places. */
function split(args: readonly string[]): { own: string[]; ofGo: string[] } {
  const own: string[] = [];
  const ofGo: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const word = args[at]!;
    if (/^--?args$/.test(word)) return { own, ofGo: [...ofGo, ...args.slice(at)] };
    const name = /^--([^=]+)/.exec(word)?.[1];
    if (name === undefined || !(name in options)) ofGo.push(word);
    else if (word.includes('=') || at + 1 === args.length) own.push(word);
    else own.push(`${word}=${args[++at]!}`);
  }
  return { own, ofGo };
}

type Given = Record<string, string | string[] | undefined>;

/** The section of the config file with the command line over it; the rest of the file may be about a service that isn't there. */
async function settingsOf(config: string | undefined, given: Given, cwd: string): Promise<UnitTestOptions> {
  const directories = [resolve(cwd)];
  const file =
    configPath(config, directories, cwd) === undefined
      ? null
      : (await import('../config/file.ts')).readConfigFile(config, directories, cwd);
  const told = Object.entries(given).filter(([, value]) => value !== undefined && value.length > 0);
  const section = { ...asTree(file?.value['unit-tests']), ...Object.fromEntries(told) };
  const tree = { 'unit-tests': section };
  const parsed = sectionSchema.safeParse(tree, { reportInput: true });
  if (parsed.success) return parsed.data['unit-tests'];
  const { explain } = await import('../config/explain.ts');
  throw explain(parsed.error, { tree, fileName: file?.name ?? 'options', inputs: {} });
}

const sectionSchema = z.object({ 'unit-tests': unitTestOptions });
