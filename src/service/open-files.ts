import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { hostOf } from './listening.ts';

/** More different names than this tell a reader nothing. */
const mostNames = 50;

/**
 * What a process has open, and how often: `connection to 127.0.0.1:5432`, `connection from a client`, `pipe`, `file /tmp/upload-#`. Numbers in
 * file names count as one. The most frequent first; empty where there is no /proc.
 */
export function openFiles(pid: number, root = '/proc'): Record<string, number> {
  const sockets = socketNames(`${root}/${pid}/net`);
  const counts = new Map<string, number>();
  for (const target of targets(`${root}/${pid}/fd`)) {
    const name = nameOf(target, sockets);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].toSorted(([, a], [, b]) => b - a).slice(0, mostNames));
}

function targets(directory: string): string[] {
  try {
    return readdirSync(directory).flatMap((fd) => targetOf(`${directory}/${fd}`));
  } catch {
    return []; // it ended meanwhile, or it isn't ours
  }
}

function targetOf(link: string): string[] {
  try {
    return [readlinkSync(link)];
  } catch {
    return []; // closed meanwhile
  }
}

function nameOf(target: string, sockets: ReadonlyMap<string, string>): string {
  const inode = /^socket:\[(\d+)\]$/.exec(target)?.[1];
  if (inode !== undefined) return sockets.get(inode) ?? 'socket';
  if (target.startsWith('pipe:')) return 'pipe';
  if (target.startsWith('anon_inode:')) return target.slice('anon_inode:'.length).replace(/^\[(.+)\]$/, '$1');
  return `file ${target.replaceAll(/\d+/g, '#')}`;
}

const listening = '0A';

/** Sockets by inode, named by whom they talk to. A port that is listened on makes its peers clients. */
function socketNames(directory: string): Map<string, string> {
  const tcp = ['tcp', 'tcp6'].flatMap((table) => rows(`${directory}/${table}`));
  const served = new Set(tcp.filter(({ state }) => state === listening).map(({ local }) => portOf(local)));
  const names = new Map<string, string>();
  for (const { local, peer, state, inode } of tcp) names.set(inode, tcpName(local, peer, state, served));
  for (const { inode } of ['udp', 'udp6'].flatMap((table) => rows(`${directory}/${table}`)))
    names.set(inode, 'UDP socket');
  for (const [inode, path] of unixRows(`${directory}/unix`))
    names.set(inode, path === '' ? 'unix socket' : `unix socket ${path}`);
  return names;
}

function tcpName(local: string, peer: string, state: string, served: ReadonlySet<number>): string {
  if (state === listening) return `listener on port ${portOf(local)}`;
  if (served.has(portOf(local))) return 'connection from a client';
  const host = hostOf(peer.split(':')[0] ?? '');
  return `connection to ${host.includes(':') ? `[${host}]` : host}:${portOf(peer)}`;
}

const portOf = (address: string): number => Number.parseInt(address.split(':')[1] ?? '', 16);

interface Row {
  local: string;
  peer: string;
  state: string;
  inode: string;
}

function rows(path: string): Row[] {
  return lines(path).flatMap((line) => {
    const [, local, peer, state, , , , , , inode] = line.trim().split(/\s+/);
    const isSocket = /^[0-9A-F]+:[0-9A-F]+$/.test(local ?? '');
    return isSocket ? [{ local: local!, peer: peer ?? '', state: state ?? '', inode: inode ?? '' }] : [];
  });
}

function unixRows(path: string): [inode: string, path: string][] {
  return lines(path).flatMap((line) => {
    const [, inode, name = ''] = /^\S+ \S+ \S+ \S+ \S+ \S+\s+(\d+)(?: (.+))?$/.exec(line) ?? [];
    return inode === undefined ? [] : [[inode, name] as [string, string]];
  });
}

function lines(path: string): string[] {
  try {
    return readFileSync(path, 'latin1').split('\n');
  } catch {
    return [];
  }
}
