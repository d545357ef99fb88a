import type { Command, Terminal } from '../../../src/commands/command.ts';

/** Runs a command with a terminal that keeps what is written. */
export async function runCommandIn(
  command: Command,
  args: string[],
  place: { cwd: string; env?: NodeJS.ProcessEnv },
): Promise<{ code: number; stdout: string; stderr: string }> {
  const written = { stdout: '', stderr: '' };
  const into = (name: keyof typeof written) =>
    ({ write: (text: string) => Boolean((written[name] += text)) }) as unknown as NodeJS.WriteStream;
  const terminal: Terminal = { env: {}, ...place, stdout: into('stdout'), stderr: into('stderr') };
  const code = await command.run(args, terminal, new AbortController().signal);
  return { code, ...written };
}
