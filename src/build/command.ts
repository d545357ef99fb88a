import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

/** How long an interrupted command may take to clean up before it is killed. */
const interruptedMs = 5000;

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
 * An abort interrupts it with all its children and waits until they are gone, so that nothing writes into a folder that is
 * being removed. Not `@actions/exec`: that can't be stopped, and a Go build may run for minutes. With `onLine`, standard output is
 * handed on line by line and not kept.
 */
export async function runCommand(
  file: string,
  args: string[],
  place: CommandPlace,
  signal: AbortSignal,
  onLine?: (line: string) => void,
): Promise<CommandResult> {
  signal.throwIfAborted();
  const child = spawn(file, args, {
    cwd: place.cwd,
    // Programs that ask for their folder trust PWD when it leads to the same place, through a link or not.
    env: { ...place.env, PWD: place.cwd },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own, so that one signal reaches compilers and filters too.
    detached: true,
  });
  const closed = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? -1));
  });
  const stopListening = interruptOnAbort(child, signal);
  try {
    const reading = onLine === undefined ? text(child.stdout) : eachLine(child.stdout, onLine);
    const [exitCode, stdout, stderr] = await Promise.all([closed, reading, text(child.stderr)]);
    signal.throwIfAborted();
    return { exitCode, stdout, stderr };
  } finally {
    stopListening();
  }
}

async function eachLine(stream: Readable, onLine: (line: string) => void): Promise<string> {
  for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) onLine(line);
  return '';
}

function interruptOnAbort({ pid }: ChildProcess, signal: AbortSignal): () => void {
  let killing: NodeJS.Timeout | undefined;
  const send = (name: NodeJS.Signals) => {
    try {
      if (pid !== undefined) process.kill(-pid, name);
    } catch {
      // Gone already.
    }
  };
  const interrupt = () => {
    send('SIGINT');
    killing = setTimeout(() => send('SIGKILL'), interruptedMs);
  };
  signal.addEventListener('abort', interrupt, { once: true });
  return () => {
    signal.removeEventListener('abort', interrupt);
    clearTimeout(killing);
  };
}

/** The last lines of an output: what is worth showing under an error. */
export function lastLines(output: string, count = 50): string {
  return output.trimEnd().split('\n').slice(-count).join('\n');
}
