import { asLeakgateError, LeakgateError } from '../errors.ts';
import { version } from '../version.ts';
import { affected } from './affected.ts';
import { aggregate } from './aggregate.ts';
import { baseline } from './baseline.ts';
import type { Command, Terminal } from './command.ts';
import { bisect } from './bisect.ts';
import { compare } from './compare.ts';
import { completion } from './completion.ts';
import { diff } from './diff.ts';
import { doctor } from './doctor.ts';
import { explain as explainPattern } from './explain.ts';
import { goroutines } from './goroutines.ts';
import { init } from './init.ts';
import { open } from './open.ts';
import { path } from './path.ts';
import { publish } from './publish.ts';
import { report } from './report.ts';
import { run } from './run.ts';
import { scorecard } from './scorecard.ts';
import { snapshot } from './snapshot.ts';
import { test } from './test.ts';
import { top } from './top.ts';
import { trend } from './trend.ts';

const commands: readonly Command[] = [
  run,
  test,
  report,
  open,
  compare,
  bisect,
  trend,
  baseline,
  snapshot,
  diff,
  top,
  path,
  goroutines,
  explainPattern,
  affected,
  aggregate,
  publish,
  scorecard,
  init,
  doctor,
  completion(() => commands),
];

/** Finds the command, runs it, prints errors; answers the exit code. */
export async function runCli(argv: string[], terminal: Terminal, signal: AbortSignal): Promise<number> {
  const [name, ...args] = argv;
  try {
    if (name === undefined || name === 'help' || name === '--help' || name === '-h')
      return print(terminal, overview(args[0]));
    if (name === '--version' || name === 'version') return print(terminal, version);
    const command = commands.find((one) => one.name === name);
    if (command === undefined) throw unknownCommand(name);
    const own = args.slice(0, args.includes('--') ? args.indexOf('--') : undefined);
    if (own.includes('--help') || own.includes('-h')) return print(terminal, command.help);
    return await command.run(args, terminal, signal);
  } catch (thrown) {
    const interrupted = signal.aborted && new LeakgateError('interrupted', 'Interrupted.', { cause: thrown });
    return explain(interrupted || asLeakgateError(thrown), terminal);
  }
}

function print(terminal: Terminal, text: string): number {
  terminal.stdout.write(`${text.trim()}\n`);
  return 0;
}

function overview(topic: string | undefined): string {
  const command = commands.find((one) => one.name === topic);
  if (command !== undefined) return command.help;
  const width = Math.max(...commands.map((one) => one.name.length));
  return `
leakgate ${version}: does a change make a Go service slower, costlier, or leak?

${commands.map((one) => `  leakgate ${one.name.padEnd(width)}  ${one.summary}`).join('\n')}

Try it:
  leakgate run                         the service in this folder
  leakgate run examples/blocked-channel
  leakgate help run                    all options, with examples

Exit codes: 0 passed, 1 gate exceeded, 2 bad configuration, 3 service didn't build or start,
4 nothing could be measured, 5 fault of Leakgate, 130 interrupted.`;
}

function unknownCommand(name: string): LeakgateError {
  return new LeakgateError('config', `${JSON.stringify(name)} isn't a command.`, {
    hint: `Commands: ${commands.map((one) => one.name).join(', ')}. \`leakgate help\` tells more.`,
  });
}

function explain(error: LeakgateError, { stderr, env }: Terminal): number {
  stderr.write(`leakgate: ${error.message}\n`);
  if (error.hint !== undefined) stderr.write(`  ${error.hint}\n`);
  if (error.output !== undefined) stderr.write(`${error.output.replace(/^/gm, '  | ')}\n`);
  if (error.code === 'internal' && env['LEAKGATE_DEBUG'] !== undefined)
    stderr.write(`${String((error.cause as Error)?.stack)}\n`);
  return error.exitCode;
}
