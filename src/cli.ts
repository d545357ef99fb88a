import { runCli } from './commands/index.ts';
import { onInterrupt } from './host/interrupt.ts';

const { signal } = onInterrupt(process);
process.exitCode = await runCli(
  process.argv.slice(2),
  { env: process.env, cwd: process.cwd(), stdout: process.stdout, stderr: process.stderr },
  signal,
);
