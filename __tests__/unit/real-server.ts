import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../src/service/ports.ts';

/** The first of these programs that is on the PATH; null, said aloud, without one. */
export function installed(...names: string[]): string | null {
  const folders = (process.env['PATH'] ?? '').split(':').filter(Boolean);
  const found = folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isProgram) ?? null;
  if (found === null) console.warn(`SKIPPED: a test needs the program ${names.join(' or ')}.`);
  return found;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A server on the loopback interface with a temp folder as its home; gone with both when disposed. */
export async function realServer(
  program: string,
  given: { args: (address: string) => string[]; files?: Record<string, string> },
): Promise<AsyncDisposable & { url: string }> {
  const { signal } = new AbortController();
  const address = `127.0.0.1:${await freePort(signal)}`;
  const url = `http://${address}`;
  const home = await mkdtemp(join(tmpdir(), 'leakgate-server-'));
  for (const [name, text] of Object.entries(given.files ?? {})) await writeFile(join(home, name), text);
  const child = spawn(program, given.args(address), { cwd: home, stdio: 'ignore' });
  const close = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    }
    await rm(home, { recursive: true, force: true });
  };
  for (let tried = 0; tried < 400; tried++) {
    if (
      await fetch(`${url}/-/ready`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return { url, [Symbol.asyncDispose]: close };
    await sleep(50);
  }
  await close();
  throw new Error(`${program} didn't become ready.`);
}
