import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { LeakgateError } from '../errors.ts';
import type { OutputStream } from './output.ts';
import { dyingWithUs } from './parent-death.ts';
import { family, hasProcfs } from './process-table.ts';

/** How a process ended. Exactly one of both is set. */
export interface Exit {
  code: number | null;
  signal: string | null;
}

export interface GroupSpec {
  /** For messages: `head service`. */
  name: string;
  command: string;
  args: string[];
  cwd: string;
  /** Complete environment. */
  env: Record<string, string | undefined>;
  onOutput: (stream: OutputStream, chunk: string) => void;
}

/** A process that leads a group of its own, with everything it starts. */
export interface ProcessGroup extends AsyncDisposable {
  pid: number;
  /** Resolves when the leader has ended and its output has been read. Never rejects. */
  exited: Promise<Exit>;
  /** Null while the leader runs, and until its output has been read. */
  exit: () => Exit | null;
  /** Has the leader ended without being asked to? */
  endedByItself: () => boolean;
  /** SIGTERM, five seconds of grace, SIGKILL; resolves when no process of it is left. May be called again. */
  stop: () => Promise<void>;
}

const graceMs = 5000;
/** How long output is awaited after the leader's end: a grandchild may hold the pipe open. */
const drainMs = 250;
const markVariable = 'LEAKGATE_GROUP';

/**
 * Starts a command in its own process group. It is stopped when the signal aborts, and killed when this process exits in any other
 * way that Node can see; on Linux also when this process is killed.
 *
 * Every process it starts inherits a mark in its environment, so that daemons which left the group are found as well.
 */
export async function spawnGroup(spec: GroupSpec, signal: AbortSignal): Promise<ProcessGroup> {
  signal.throwIfAborted();
  const mark = randomUUID();
  const { command, args } = await dyingWithUs(spec.command, spec.args);
  signal.throwIfAborted();
  const child = spawn(command, args, {
    cwd: spec.cwd,
    env: { ...spec.env, [markVariable]: mark },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (chunk: string) => spec.onOutput(stream, chunk));
  }
  const exited = watchExit(child);
  const pid = await started(child, spec);
  return ownedGroup(spec.name, pid, exited, `${markVariable}=${mark}`, signal);
}

async function started(child: ChildProcess, spec: GroupSpec): Promise<number> {
  try {
    await once(child, 'spawn');
  } catch (cause) {
    throw new LeakgateError('service', `The ${spec.name} can't be started: ${(cause as Error).message}.`, { cause });
  }
  return child.pid!;
}

interface ExitWatch {
  promise: Promise<Exit>;
  current: () => Exit | null;
}

function watchExit(child: ChildProcess): ExitWatch {
  let exit: Exit | null = null;
  const promise = new Promise<Exit>((resolve) => {
    child.once('exit', (code, signal) => {
      const finish = () => {
        clearTimeout(timer);
        exit = { code, signal };
        child.stdout?.destroy();
        child.stderr?.destroy();
        resolve(exit);
      };
      const timer = setTimeout(finish, drainMs);
      child.once('close', finish);
    });
  });
  return { promise, current: () => exit };
}

function ownedGroup(name: string, pid: number, exit: ExitWatch, mark: string, signal: AbortSignal): ProcessGroup {
  let stopped: Promise<void> | undefined;
  let endedBeforeStop = false;
  const killNow = () => signalAll(pid, mark, 'SIGKILL');
  const stop = async () => {
    endedBeforeStop ||= stopped === undefined && exit.current() !== null;
    stopped ??= terminate(name, pid, exit, mark).finally(() => {
      signal.removeEventListener('abort', onAbort);
      process.removeListener('exit', killNow);
    });
    return await stopped;
  };
  // Whoever opened the group disposes of it and sees the error, if there is one.
  const onAbort = () => void stop().catch(() => undefined);
  signal.addEventListener('abort', onAbort);
  process.once('exit', killNow);
  if (signal.aborted) onAbort();
  return {
    pid,
    exited: exit.promise,
    exit: exit.current,
    endedByItself: () => endedBeforeStop || (stopped === undefined && exit.current() !== null),
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

async function terminate(name: string, pid: number, exit: ExitWatch, mark: string): Promise<void> {
  signalAll(pid, mark, 'SIGTERM');
  if (await isGone(pid, exit, mark)) return;
  signalAll(pid, mark, 'SIGKILL');
  if (await isGone(pid, exit, mark)) return;
  throw new LeakgateError('service', `The ${name} (process ${pid}) can't be killed.`, {
    hint: 'A process in an uninterruptible system call ends when the kernel lets it go. Look at it with ps.',
  });
}

async function isGone(pid: number, exit: ExitWatch, mark: string): Promise<boolean> {
  const deadline = performance.now() + graceMs;
  for (let delayMs = 5; performance.now() < deadline; delayMs = Math.min(delayMs * 2, 100)) {
    if (exit.current() !== null && !isAlive(pid, mark)) {
      await exit.promise;
      return true;
    }
    await sleep(delayMs);
  }
  return false;
}

/** Zombies keep a group alive for kill(2), and in a container nobody may reap them: believe /proc where there is one. */
function isAlive(pid: number, mark: string): boolean {
  if (!hasProcfs()) return sendSignal(-pid, 0);
  const { members, outside } = family(pid, mark);
  return members.length + outside.length > 0;
}

/** Each process gets the signal once: a second SIGTERM makes many services give up their graceful shutdown. */
function signalAll(pid: number, mark: string, signal: NodeJS.Signals): void {
  const { outside } = family(pid, mark);
  sendSignal(-pid, signal);
  for (const stray of outside) sendSignal(stray, signal);
}

/** False when there is no such process. */
function sendSignal(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
