import { asLeakgateError, LeakgateError } from '../errors.ts';
import { version } from '../version.ts';
import type { Command, Terminal } from './command.ts';
import { test } from './test.ts';

/** `leakgate test` stands where `go test` stood, so it doesn't wait for what the other commands load. */
const all = async (): Promise<readonly Command[]> => (await import('./all.ts')).commands;

/** Finds the command, runs it, prints errors; answers the exit code. */
export async function runCli(argv: string[], terminal: Terminal, signal: AbortSignal): Promise<number> {
  const [name, ...args] = argv;
  try {
    if (name === undefined || name === 'help' || name === '--help' || name === '-h')
      return print(terminal, overview(await all(), args[0]));
    if (name === '--version' || name === 'version') return print(terminal, version);
    const commands = name === test.name ? [test] : await all();
    const command = commands.find((one) => one.name === name);
    if (command === undefined) throw unknownCommand(commands, name);
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

function overview(commands: readonly Command[], topic: string | undefined): string {
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

function unknownCommand(commands: readonly Command[], name: string): LeakgateError {
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
