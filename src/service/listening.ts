import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** An address that a client can connect to. `host` is without brackets. */
export interface Endpoint {
  host: string;
  port: number;
}

const listenState = '0A';

/**
 * TCP addresses that the given processes listen on, as a client on this machine would reach them. Read from the sockets that
 * the processes hold open, so a stranger's port is never among them.
 */
export function listeningEndpoints(pids: number[], root = '/proc'): Endpoint[] {
  const leader = pids[0];
  if (leader === undefined) return [];
  const owned = new Set(pids.flatMap((pid) => socketInodes(`${root}/${pid}/fd`)));
  return ['tcp', 'tcp6']
    .flatMap((table) => lines(`${root}/${leader}/net/${table}`))
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[3] === listenState && owned.has(fields[9] ?? ''))
    .flatMap((fields) => clientEndpoints(fields[1] ?? ''));
}

/** Inodes of the sockets among a process’s descriptors: `directory` is its `/proc/PID/fd`. */
export function socketInodes(directory: string): string[] {
  try {
    return readdirSync(directory).flatMap((fd) => socketInode(`${directory}/${fd}`));
  } catch {
    return [];
  }
}

function socketInode(link: string): string[] {
  try {
    return /^socket:\[(\d+)\]$/.exec(readlinkSync(link))?.slice(1) ?? [];
  } catch {
    return []; // closed meanwhile
  }
}

function lines(path: string): string[] {
  try {
    return readFileSync(path, 'latin1').split('\n');
  } catch {
    return [];
  }
}

/** `0100007F:1F90` → 127.0.0.1:8080. A wildcard is reached over loopback, IPv4 first: `::` accepts both unless told not to. */
function clientEndpoints(local: string): Endpoint[] {
  const [address = '', portHex = ''] = local.split(':');
  const port = Number.parseInt(portHex, 16);
  const host = hostOf(address);
  if (host === '0.0.0.0') return [{ host: '127.0.0.1', port }];
  if (host === '::') return ['127.0.0.1', '::1'].map((loopback) => ({ host: loopback, port }));
  return [{ host, port }];
}

/** The kernel prints each 32-bit word of an address in the machine's byte order: little-endian wherever Go services run. */
function wordBytes(hex: string): number[] {
  return [...Buffer.from(hex, 'hex')].toReversed();
}

/** An address as the kernel's tables of sockets have it. */
export const hostOf = (address: string): string => (address.length === 8 ? ipv4(address) : ipv6(address));

function ipv4(hex: string): string {
  return wordBytes(hex).join('.');
}

function ipv6(hex: string): string {
  const bytes = (hex.match(/.{8}/g) ?? []).flatMap(wordBytes);
  const groups = Array.from({ length: 8 }, (_, index) => bytes[index * 2]! * 256 + bytes[index * 2 + 1]!);
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) return bytes.slice(12).join('.');
  return new URL(`http://[${groups.map((group) => group.toString(16)).join(':')}]`).hostname.slice(1, -1);
}
