import { LeakgateError } from '../errors.ts';
import { outputTail } from '../service/output.ts';
import { spawnGroup } from '../service/process-group.ts';
import { within } from '../service/within.ts';

/** What begins or ends a fault: a shell command or an HTTP call. */
export type Act = { command: string } | { method: string; url: string };

export interface ActPlace {
  cwd: string;
  /** Complete environment of a command. */
  env: Record<string, string | undefined>;
}

const mostMs = 30_000;

/**
 * Runs it to its end. What a command left in the background lives until the result is disposed of.
 * @throws LeakgateError `measurement` when it fails or takes longer than 30 s: nothing is known of a fault that may not be there.
 */
export async function perform(act: Act, place: ActPlace, signal: AbortSignal): Promise<AsyncDisposable> {
  if ('command' in act) return runCommand(act.command, place, signal);
  await call(act, signal);
  return { [Symbol.asyncDispose]: async () => undefined };
}

async function runCommand(command: string, { cwd, env }: ActPlace, signal: AbortSignal): Promise<AsyncDisposable> {
  const output = outputTail(50);
  const name = `fault command \`${command}\``;
  const args = ['-eo', 'pipefail', '-c', command];
  const group = await spawnGroup({ name, command: 'bash', args, cwd, env, onOutput: output.write }, signal);
  const exit = await within(mostMs, group.exited);
  if (exit?.code === 0) return group;
  await group.stop();
  signal.throwIfAborted();
  const how =
    exit === undefined
      ? `didn't end within ${mostMs / 1000} s`
      : exit.signal === null
        ? `failed with exit code ${exit.code}`
        : `was killed by ${exit.signal}`;
  throw new LeakgateError('measurement', `The ${name} ${how}.`, {
    output: output.lines().join('\n'),
    hint: 'Fault commands run with bash in the working directory. `resilience.fault.start` has to return once the fault is there, `stop` once it is gone.',
  });
}

async function call({ method, url }: { method: string; url: string }, signal: AbortSignal): Promise<void> {
  const bounded = AbortSignal.any([signal, AbortSignal.timeout(mostMs)]);
  try {
    const response = await fetch(url, { method, signal: bounded, redirect: 'error' });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`status ${response.status}`);
  } catch (cause) {
    signal.throwIfAborted();
    const why = bounded.aborted ? `no answer within ${mostMs / 1000} s` : reason(cause);
    throw new LeakgateError('measurement', `The fault call ${method} ${url} failed: ${why}.`, {
      cause,
      hint: '`resilience.fault` names it. A path is asked of the service itself, a URL of another program on this machine; it has to answer 2xx.',
    });
  }
}

function reason(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return cause.cause instanceof Error ? cause.cause.message : cause.message;
}
