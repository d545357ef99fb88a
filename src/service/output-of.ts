import { setTimeout as sleep } from 'node:timers/promises';
import { LeakgateError } from '../errors.ts';
import { outputTail } from './output.ts';
import { spawnGroup } from './process-group.ts';

export interface OutputSpec {
  /** For messages: `token command …`. */
  name: string;
  /** For bash. */
  command: string;
  cwd: string;
  /** Complete environment. */
  env: Record<string, string | undefined>;
  timeoutMs: number;
}

const mostBytes = 64 * 1024;

/**
 * What a shell command prints on stdout, 64 KiB at most. Nothing of it is left running.
 * @throws LeakgateError `service` when it fails or doesn't end in time, with the last lines of its stderr.
 */
export async function outputOf(
  { name, command, cwd, env, timeoutMs }: OutputSpec,
  signal: AbortSignal,
): Promise<string> {
  const complaints = outputTail(20);
  let printed = '';
  const onOutput = (stream: 'stdout' | 'stderr', chunk: string): void => {
    if (stream === 'stderr') complaints.write(stream, chunk);
    else if (printed.length < mostBytes) printed += chunk;
  };
  const over = new AbortController();
  await using group = await spawnGroup(
    { name, command: 'bash', args: ['-eo', 'pipefail', '-c', command], cwd, env, onOutput },
    signal,
  );
  const timer = sleep(timeoutMs, null, { signal: over.signal }).catch(() => null);
  const exit = await Promise.race([group.exited, timer]);
  over.abort();
  signal.throwIfAborted();
  if (exit?.code === 0) return printed;
  const how =
    exit === null
      ? `didn't end within ${timeoutMs / 1000} s`
      : exit.signal === null
        ? `failed with exit code ${exit.code}`
        : `was killed by ${exit.signal}`;
  throw new LeakgateError('service', `The ${name} ${how}.`, {
    output: complaints.lines().join('\n'),
    hint: 'It runs with bash in the working directory. Try it there by hand.',
  });
}
