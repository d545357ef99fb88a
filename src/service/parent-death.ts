import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';

/** util-linux has it; BusyBox has one of the same name without the option. */
const places = ['/usr/bin/setpriv', '/bin/setpriv'];
const option = ['--pdeathsig', 'KILL', '--'];

let found: Promise<string | null> | undefined;

/**
 * The command so that the kernel kills it when this process is killed: then nobody is left who could stop it. Node can't ask for that
 * itself. The process is the command's own, and where it can't be arranged the command stays as it is.
 */
export async function dyingWithUs(command: string, args: string[]): Promise<{ command: string; args: string[] }> {
  // What can't be started is told by its own error.
  const setpriv = isExecutable(command) ? await (found ??= findSetpriv()) : null;
  return setpriv === null ? { command, args } : { command: setpriv, args: [...option, command, ...args] };
}

async function findSetpriv(): Promise<string | null> {
  for (const place of process.platform === 'linux' ? places.filter(isExecutable) : []) {
    const works = await new Promise<boolean>((resolve) => {
      execFile(place, [...option, process.execPath, '--version'], (error) => resolve(error === null));
    });
    if (works) return place;
  }
  return null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
