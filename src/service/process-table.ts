import { readdirSync, readFileSync } from 'node:fs';

/**
 * What Linux tells about processes in /proc. The reads are synchronous on purpose: they come from memory, take about 25 µs
 * each, and a figure that is read at a window's end must not wait for the event loop. Where there is no /proc (macOS) every
 * function answers with nothing or zero.
 */

interface ProcessEntry {
  pid: number;
  parent: number;
  group: number;
  dead: boolean;
  /** Own time in user and kernel mode, exited threads included, in steps of 10 ms. */
  ownNs: number;
  /** The same for children that ended and were waited for. */
  childrenNs: number;
}

/** USER_HZ, which is 100 on every architecture that Go and Node run on. */
const tickNs = 10_000_000;

/** Is there a /proc that lists processes? */
export function hasProcfs(root = '/proc'): boolean {
  return readText(`${root}/self/stat`) !== null;
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return null; // it ended meanwhile, or it isn't ours
  }
}

function entries(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

/** Field numbers are those of proc(5); the name in field 2 may hold spaces and parentheses, so count from its end. */
function parseStat(text: string): ProcessEntry {
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const field = (number: number) => Number(fields[number - 3]);
  return {
    pid: Number.parseInt(text, 10),
    parent: field(4),
    group: field(5),
    dead: fields[0] === 'Z' || fields[0] === 'X',
    ownNs: (field(14) + field(15)) * tickNs,
    childrenNs: (field(16) + field(17)) * tickNs,
  };
}

function processes(root: string): ProcessEntry[] {
  return entries(root)
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => readText(`${root}/${pid}/stat`))
    .filter((text) => text !== null)
    .map(parseStat);
}

function membersIn(table: ProcessEntry[], leader: number): ProcessEntry[] {
  const members = new Set<number>([leader]);
  for (let before = 0; before < members.size;) {
    before = members.size;
    for (const entry of table) {
      if (entry.group === leader || members.has(entry.parent)) members.add(entry.pid);
    }
  }
  return table.filter((entry) => members.has(entry.pid) && !entry.dead);
}

/** Living processes of the group, and their descendants also where these left the group. Zombies don't count. */
export function groupMembers(leader: number, root = '/proc'): number[] {
  return membersIn(processes(root), leader).map((entry) => entry.pid);
}

/**
 * Living processes of the group, and those outside of it that belong to it all the same: descendants, and daemons that still carry the
 * mark (`VARIABLE=value`) in the environment they were started with.
 */
export function family(leader: number, mark: string, root = '/proc'): { members: number[]; outside: number[] } {
  const table = processes(root);
  const descendants = new Set(membersIn(table, leader).map((entry) => entry.pid));
  const carriesMark = ({ pid }: ProcessEntry) =>
    readText(`${root}/${pid}/environ`)?.split('\0').includes(mark) ?? false;
  const related = table.filter((entry) => !entry.dead && (descendants.has(entry.pid) || carriesMark(entry)));
  return {
    members: related.filter((entry) => entry.group === leader).map((entry) => entry.pid),
    outside: related.filter((entry) => entry.group !== leader).map((entry) => entry.pid),
  };
}

/**
 * CPU time of a process group and its descendants.
 *
 * Each task's schedstat has nanoseconds, but a thread takes its share with it when it exits, and `/proc/PID/schedstat` is the main
 * thread alone. The ticks of `/proc/PID/stat` include exited threads, rounded down to 10 ms, so the larger of both is taken: exact as
 * long as no thread exits (Go keeps its threads), at most 10 ms short afterwards. Children that ended count once waited for.
 */
export function groupCpuNs(leader: number, root = '/proc'): number {
  return membersIn(processes(root), leader)
    .map(({ pid, ownNs, childrenNs }) => Math.max(tasksNs(`${root}/${pid}/task`), ownNs) + childrenNs)
    .reduce((sum, ns) => sum + ns, 0);
}

function tasksNs(path: string): number {
  return entries(path)
    .map((task) => Number.parseInt(readText(`${path}/${task}/schedstat`) ?? '0', 10))
    .reduce((sum, ns) => sum + ns, 0);
}

/** Open file descriptors of one process. */
export function descriptorCount(pid: number, root = '/proc'): number {
  return entries(`${root}/${pid}/fd`).length;
}

/** Threads of one process. */
export function threadCount(pid: number, root = '/proc'): number {
  return entries(`${root}/${pid}/task`).length;
}
