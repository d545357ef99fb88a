import { existsSync, readFileSync, readlinkSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { socketInodes } from './listening.ts';

/** `__SO_ACCEPTCON` in the flags of `/proc/net/unix`. */
const acceptsConnections = 0x1_0000;

/** Paths of the unix sockets that a process listens on, as this process can open them. Those without a name are left out. */
export function listeningUnixSockets(pid: number, root = '/proc'): string[] {
  const owned = new Set(socketInodes(`${root}/${pid}/fd`));
  return readTable(`${root}/${pid}/net/unix`)
    .map((line) => /^\S+ \S+ \S+ (\S+) 0001 \S+\s+(\d+) (.+)$/.exec(line) ?? [])
    .filter(([, flags = '', inode = '']) => (Number.parseInt(flags, 16) & acceptsConnections) !== 0 && owned.has(inode))
    .flatMap(([, , , path = '']) => (path.startsWith('@') ? [] : [reachable(path, `${root}/${pid}`)]));
}

function readTable(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch {
    return []; // it ended meanwhile, or it isn't ours
  }
}

/** A relative name counts from the process's folder, and one in a container from its root. */
function reachable(path: string, process: string): string {
  if (!isAbsolute(path)) return join(readlinkSync(`${process}/cwd`), path);
  return existsSync(path) ? path : `${process}/root${path}`;
}
