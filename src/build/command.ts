import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

export interface CommandResult {
  exitCode: number;
  stdout: string;
  stderr: string;
}

export interface CommandPlace {
  cwd: string;
  env: NodeJS.ProcessEnv;
}

/**
 * Runs a command to its end and collects what it wrote; any exit code is an answer, not an error.
 * An abort interrupts it and waits until it is gone, so that nothing writes into a folder that is being removed.
 * Not `@actions/exec`: that can't be stopped, and a Go build may run for minutes.
 */
export async function runCommand(
  file: string,
  args: string[],
  place: CommandPlace,
  signal: AbortSignal,
): Promise<CommandResult> {
  signal.throwIfAborted();
  const child = spawn(file, args, {
    cwd: place.cwd,
    // Programs that ask for their folder trust PWD when it leads to the same place, through a link or not.
    env: { ...place.env, PWD: place.cwd },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
    killSignal: 'SIGINT',
  });
  const exited = new Promise<number>((resolve, reject) => {
    let failure: Error | undefined;
    child.once('error', (error) => (failure = error));
    child.once('close', (code) => (failure === undefined ? resolve(code ?? -1) : reject(failure)));
  });
  const [exitCode, stdout, stderr] = await Promise.all([exited, text(child.stdout), text(child.stderr)]);
  return { exitCode, stdout, stderr };
}

/** The last lines of an output: what is worth showing under an error. */
export function lastLines(output: string, count = 50): string {
  return output.trimEnd().split('\n').slice(-count).join('\n');
}
