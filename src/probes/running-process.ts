import { readFileSync, readlinkSync } from 'node:fs';
import { LeakgateError } from '../errors.ts';

/** A process of this machine, as `/proc` shows it. */
export interface RunningProcess {
  pid: number;
  /** A path that leads to the file it runs, also when that was replaced on disk since. */
  binary: string;
  /** Where the file was when it started. */
  program: string;
  /** Another file lies there now, or none. */
  replaced: boolean;
  /** ISO 8601. Null where the kernel doesn't tell. */
  startedAt: string | null;
}

/** @throws LeakgateError `config` when there is no such process, or it belongs to somebody else. */
export function runningProcess(pid: number, root = '/proc'): RunningProcess {
  const binary = `${root}/${pid}/exe`;
  const link = readLink(binary, pid);
  const deleted = / \(deleted\)$/;
  return {
    pid,
    binary,
    program: link.replace(deleted, ''),
    replaced: deleted.test(link),
    startedAt: startOf(pid, root),
  };
}

function readLink(path: string, pid: number): string {
  try {
    return readlinkSync(path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const denied = code === 'EACCES' || code === 'EPERM';
    throw new LeakgateError(
      'config',
      denied ? `Process ${pid} belongs to another user.` : `There is no process ${pid} that runs a program.`,
      { cause, hint: denied ? 'Run Leakgate as that user.' : '`pgrep -a NAME` lists processes; --pid needs Linux.' },
    );
  }
}

/** USER_HZ, which is 100 on every architecture that Go and Node run on. */
const ticksPerSecond = 100;

/** Field 22 of proc(5)'s stat: ticks since the machine started. The name in field 2 may hold spaces. */
function startOf(pid: number, root: string): string | null {
  try {
    const stat = readFileSync(`${root}/${pid}/stat`, 'latin1');
    const ticks = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[22 - 3]);
    const boot = Number(/^btime (\d+)$/m.exec(readFileSync(`${root}/stat`, 'latin1'))?.[1]);
    return new Date((boot + ticks / ticksPerSecond) * 1000).toISOString();
  } catch {
    return null;
  }
}
