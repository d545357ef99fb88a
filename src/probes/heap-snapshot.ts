import { setTimeout as sleep } from 'node:timers/promises';
import { Profile } from 'pprof-format';
import { LeakgateError } from '../errors.ts';
import { readGoProgram, readProgramBuild } from '../heap/index.ts';
import type { HeapSnapshot, ProfileSnapshot, RetentionSnapshot } from '../heap/snapshot-file.ts';
import { decodeHeap } from '../pprof/decode.ts';
import { isProbe, type FrameResolver } from '../pprof/frames.ts';
import { parseStacks } from '../pprof/stacks.ts';
import type { Probe } from './client.ts';
import { findProbe } from './find-probe.ts';
import { profileOfProcess } from './pprof-server.ts';
import { programFrames } from './program-frames.ts';
import type { Retention } from './retention.ts';
import { retentionReader } from './retention.ts';
import { runningProcess, type RunningProcess } from './running-process.ts';

/** Which process a snapshot is of, and what is known of it. */
export type SnapshotSubject = Pick<HeapSnapshot, 'process' | 'goVersion' | 'requests'>;

const common = { leakgate: 'snapshot', schemaVersion: 1 } as const;

/** A look at who keeps what alive, as a file holds it. */
export function retentionSnapshot(retention: Retention, subject: SnapshotSubject): RetentionSnapshot {
  const { trie, heapAllocBytes, reachableBytes } = retention;
  const takenAt = new Date().toISOString();
  return { ...common, kind: 'retention', takenAt, ...subject, heapAllocBytes, reachableBytes, trie };
}

/** Of whom a profile is, as far as its reader knows. */
interface ProfileSubject {
  pid: number | null;
  startedAt: string | null;
  goVersion: string;
}

/** A heap profile (gunzipped), as a file holds it: allocation sites that hold something, heaviest first. */
export function profileSnapshot(bytes: Uint8Array, frames: FrameResolver, subject: ProfileSubject): ProfileSnapshot {
  const sites = decodeHeap(bytes, frames)
    .filter(({ liveBytes }) => liveBytes > 0)
    .map(({ key, liveBytes, liveObjects, stack }) => ({ key, liveBytes, liveObjects, stack }))
    .toSorted((a, b) => b.liveBytes - a.liveBytes);
  const { mapping, stringTable, timeNanos } = Profile.decode(bytes);
  const buildId = stringTable.strings[Number(mapping[0]?.buildId ?? 0)] || null;
  const takenMs = Number(timeNanos) / 1e6;
  const { pid, startedAt, goVersion } = subject;
  return {
    ...common,
    kind: 'profile',
    takenAt: new Date(takenMs > 0 ? takenMs : Date.now()).toISOString(),
    process: { pid, startedAt, buildId },
    goVersion,
    requests: null,
    sites,
  };
}

interface Asked {
  pid: number;
  /** Where the source may lie. */
  directory: string;
  /** Take the dump although the service is at work. */
  force: boolean;
  note: (text: string) => void;
}

/**
 * A snapshot of a running process: with chains when it was built with the probe, else of its own `/debug/pprof`.
 * @throws LeakgateError `config` when the process can't be looked into, `measurement` when it is too busy.
 */
export async function snapshotOfProcess(asked: Asked, signal: AbortSignal): Promise<HeapSnapshot> {
  const process = runningProcess(asked.pid);
  if (process.replaced) {
    asked.note(`${process.program} was replaced since the process started: lines may have moved in the source.`);
  }
  const probe = await findProbe(asked.pid, signal);
  if (probe !== null) return chainsOf(process, probe, asked, signal);
  const profile = await profileOfProcess(asked.pid, signal);
  if (profile !== null) return sitesOf(process, profile, asked);
  throw new LeakgateError('config', `Process ${asked.pid} (${process.program}) can't be looked into.`, {
    hint: 'It needs the probe (`leakgate snapshot --package` builds and starts it so), or net/http/pprof on a loopback port.',
  });
}

async function chainsOf(
  process: RunningProcess,
  probe: Probe,
  asked: Asked,
  signal: AbortSignal,
): Promise<RetentionSnapshot> {
  const { build } = readGoProgram(process.binary);
  const frames = programFrames(build, asked.directory);
  await awaitRest(probe, { ...asked, frames, goVersion: build.goVersion }, signal);
  const retention = await retentionReader(process.binary, frames)(probe, signal);
  const { pid, startedAt } = process;
  const subject = { pid, startedAt, buildId: build.buildId };
  return retentionSnapshot(retention, { process: subject, goVersion: build.goVersion, requests: null });
}

function sitesOf(process: RunningProcess, profile: Uint8Array, { directory, note }: Asked): ProfileSnapshot {
  note(
    'The process was built without the probe: its own profile tells allocation sites, from samples; who keeps them alive is missing.',
  );
  const { build, why } = buildOf(process);
  if (why !== undefined) note(why);
  const { pid, startedAt } = process;
  return profileSnapshot(profile, programFrames(build, directory), { pid, startedAt, goVersion: build.goVersion });
}

const unknown = { goVersion: '', buildId: '', modulePath: '', packagePath: '' };

/** A profile names its lines by itself: without what the linker wrote, only which of them are the service's own stays open. */
function buildOf({ binary }: RunningProcess): { build: typeof unknown; why?: string } {
  try {
    return { build: readProgramBuild(binary) };
  } catch (error) {
    if (!(error instanceof LeakgateError)) throw error;
    return { build: unknown, why: error.message };
  }
}

const restLimitMs = 3_000;
const pollMs = 100;

interface Resting {
  pid: number;
  force: boolean;
  frames: FrameResolver;
  goVersion: string;
  note: (text: string) => void;
}

/**
 * Waits until no goroutine runs. From Go 1.26 on a dump can kill a process that is at work, so a busy one is left alone; whether
 * its build has the remedy can't be seen from outside.
 */
async function awaitRest(probe: Probe, { pid, force, frames, goVersion, note }: Resting, signal: AbortSignal) {
  const deadlineMs = performance.now() + restLimitMs;
  for (;;) {
    const busy = parseStacks(await probe.stacks(signal), frames).filter(
      ({ state, minutes, stack }) =>
        // Who has sat in a system call for minutes waits.
        (state.startsWith('runn') || (state === 'syscall' && minutes === 0)) &&
        !stack.some((frame) => isProbe(frame) || frame.function === 'os/signal.signal_recv'),
    ).length;
    if (busy === 0) return;
    if (performance.now() > deadlineMs) {
      if (!force && canDie(goVersion)) {
        throw new LeakgateError('measurement', `Process ${pid} is at work: ${busy} goroutines run.`, {
          hint: 'A heap dump can kill a busy process since Go 1.26. Stop its load first, or take the risk with --force.',
        });
      }
      return note(`The process is at work (${busy} goroutines run): what requests hold at the moment counts as well.`);
    }
    await sleep(pollMs, undefined, { signal });
  }
}

const canDie = (goVersion: string): boolean => !/^go1\.(?:1?\d|2[0-5])(?:\D|$)/.test(goVersion);
