import { join } from 'node:path';
import { inputsFromEnvironment } from './config/inputs.ts';
import { resolveConfig } from './config/resolve.ts';
import { asLeakgateError } from './errors.ts';
import { githubHost } from './host/github.ts';
import { onInterrupt } from './host/interrupt.ts';
import { plain, prose } from './reporters/escape.ts';
import { run } from './run.ts';

/** The composite's step: measures and publishes, exits 0, and leaves `exit-code` to the step that comes last. */
const { env } = process;
const { signal } = onInterrupt(process);
const inputs = inputsFromEnvironment(env);
const token = inputs['github-token'];
const host = githubHost({ env, ...(token !== undefined && { token }) });
try {
  const cwd = env['GITHUB_WORKSPACE'] ?? process.cwd();
  const config = resolveConfig({ inputs, cwd, env });
  const outDir = join(env['RUNNER_TEMP'] ?? cwd, 'leakgate', env['GITHUB_ACTION'] ?? 'run');
  await run(config, { env, outDir, save: 'auto', ...(token !== undefined && { token }) }, host, signal);
} catch (thrown) {
  const error = asLeakgateError(thrown);
  host.annotate({ level: 'error', title: 'Leakgate', message: [error.message, error.hint].filter(Boolean).join(' ') });
  for (const { file, line, message } of error.locations)
    host.annotate({ level: 'error', title: 'Leakgate', message, file, line });
  await host.summary(`### ❌ Leakgate couldn’t start\n\n${prose(error.message)}\n`);
  host.output('verdict', 'fail');
  host.output('summary', plain(error.message));
  host.output('exit-code', String(error.exitCode));
}
