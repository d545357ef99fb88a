import { LeakgateError } from '../errors.ts';
import { outputTail } from './output.ts';
import { type ProcessGroup, spawnGroup } from './process-group.ts';
import { within } from './within.ts';

export interface SetupOptions {
  cwd: string;
  /** Complete environment of the commands. */
  env: Record<string, string | undefined>;
  /** How long each command may take. */
  timeoutMs: number;
}

/**
 * Runs shell commands one after the other, each with `bash -eo pipefail`. What they leave running in the background (a database) lives
 * until the result is disposed of.
 *
 * @throws LeakgateError `service` when a command fails or doesn't end in time, with its last 50 lines.
 */
export async function runSetup(
  commands: string[],
  options: SetupOptions,
  signal: AbortSignal,
): Promise<AsyncDisposable> {
  const groups: ProcessGroup[] = [];
  const stopAll = async () => {
    for (const group of groups.toReversed()) await group.stop();
  };
  try {
    for (const command of commands) await runCommand(command, options, groups, signal);
  } catch (error) {
    await stopAll();
    throw error;
  }
  return { [Symbol.asyncDispose]: stopAll };
}

async function runCommand(
  command: string,
  options: SetupOptions,
  groups: ProcessGroup[],
  signal: AbortSignal,
): Promise<void> {
  const output = outputTail(50);
  const { cwd, env, timeoutMs } = options;
  const spec = {
    name: `setup command \`${command}\``,
    command: 'bash',
    args: ['-eo', 'pipefail', '-c', command],
    cwd,
    env,
    onOutput: output.write,
  };
  const group = await spawnGroup(spec, signal);
  groups.push(group);
  const exit = await within(timeoutMs, group.exited);
  signal.throwIfAborted();
  if (exit?.code === 0) return;
  if (exit === undefined) {
    throw new LeakgateError(
      'service',
      `The setup command \`${command}\` didn’t end within ${Math.round(timeoutMs / 1000)} s.`,
      {
        output: output.lines().join('\n'),
        hint: 'What shall go on running belongs into the background (`… &`); `setup-timeout` gives a slow command more time.',
      },
    );
  }
  const how = exit.signal === null ? `failed with exit code ${exit.code}` : `was killed by ${exit.signal}`;
  throw new LeakgateError('service', `The setup command \`${command}\` ${how}.`, {
    output: output.lines().join('\n'),
    hint: 'Setup commands run with bash in the working directory, before the service starts.',
  });
}
