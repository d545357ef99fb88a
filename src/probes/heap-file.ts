import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { LeakgateError } from '../errors.ts';
import { readGoProgram } from '../heap/index.ts';
import { parseSnapshot, type HeapSnapshot } from '../heap/snapshot-file.ts';
import { profileSnapshot, retentionSnapshot } from './heap-snapshot.ts';
import { programFrames } from './program-frames.ts';
import { readRetention } from './retention.ts';

interface Reading {
  /** Shown in messages. */
  name: string;
  /** The file that the process ran: a raw heap dump holds no names. */
  program?: string;
  /** Where the source may lie. */
  directory: string;
}

const dumpStart = 'go1.7 heap dump';
const maxBytes = 512 << 20;

/**
 * Reads what a file tells about a heap: a snapshot of Leakgate, a heap profile of pprof, or a dump by `debug.WriteHeapDump`.
 * @throws LeakgateError `config` for any other file, and for a dump without its program.
 */
export function readHeapFile(path: string, reading: Reading): HeapSnapshot {
  const start = firstBytes(path, reading.name);
  if (start.length === 0) throw new LeakgateError('config', `${reading.name} is empty.`, { hint: 'Take it again.' });
  if (start.toString('latin1').startsWith(dumpStart)) return readDump(path, reading);
  if (start.toString('latin1').startsWith('heap profile:')) {
    throw new LeakgateError('config', `${reading.name} is a profile as text, which is for people.`, {
      hint: 'Fetch it without `debug=1`.',
    });
  }
  const bytes = readFileSync(path);
  const unzipped = start[0] === 0x1f && start[1] === 0x8b ? gunzip(bytes, reading.name) : bytes;
  return unzipped[0] === openingBrace ? parseSnapshot(bytes, reading.name) : readProfile(unzipped, reading);
}

const openingBrace = 0x7b;

function firstBytes(path: string, name: string): Buffer {
  try {
    const file = openSync(path, 'r');
    try {
      const start = Buffer.alloc(16);
      return start.subarray(0, Math.max(0, readSync(file, start, 0, 16, 0)));
    } finally {
      closeSync(file);
    }
  } catch (cause) {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    throw new LeakgateError('config', missing ? `There is no file ${name}.` : `${name} can't be read.`, { cause });
  }
}

function gunzip(bytes: Buffer, name: string): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: maxBytes });
  } catch (cause) {
    throw new LeakgateError('config', `${name} can't be unpacked: it is cut off or damaged.`, { cause });
  }
}

function readDump(path: string, { name, program: binary, directory }: Reading): HeapSnapshot {
  if (binary === undefined) {
    throw new LeakgateError('config', `${name} is a raw heap dump, which holds no names.`, {
      hint: 'Name the file that the process ran: --program BINARY.',
    });
  }
  if (!existsSync(binary)) throw new LeakgateError('config', `--program: there is no file ${binary}.`);
  const { program, retention } = givenByHand(() => {
    const found = readGoProgram(binary);
    return { program: found, retention: readRetention(path, found, programFrames(found.build, directory)) };
  });
  const { goVersion, buildId } = program.build;
  const process = { pid: null, startedAt: null, buildId };
  const takenAt = statSync(path).mtime.toISOString();
  return { ...retentionSnapshot(retention, { process, goVersion, requests: null }), takenAt };
}

/** A dump or program that can't be read is a failed measurement, but not when somebody named the file: then it's the wrong one. */
function givenByHand<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof LeakgateError)) throw error;
    const { message, hint, cause } = error;
    throw new LeakgateError('config', message, { ...(hint !== undefined && { hint }), cause });
  }
}

function readProfile(bytes: Buffer, { name, directory }: Reading): HeapSnapshot {
  try {
    const frames = programFrames({ modulePath: '', packagePath: '' }, directory);
    return profileSnapshot(bytes, frames, { pid: null, startedAt: null, goVersion: '' });
  } catch (cause) {
    throw new LeakgateError('config', `${name} is neither a snapshot, nor a heap profile, nor a heap dump.`, {
      cause,
      hint: 'Take one with `leakgate snapshot`, or fetch /debug/pprof/heap.',
    });
  }
}
