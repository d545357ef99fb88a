import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import * as z from 'zod';
import { LeakgateError } from '../errors.ts';
import { collectorLook, type CollectorLook } from './collector.ts';

/** What the probe says about itself. */
export interface Ping {
  pid: number;
  goVersion: string;
  /** Does the collector of this build prove goroutine leaks? */
  leakProof: boolean;
}

/** The part of `runtime.MemStats` that Leakgate reads. */
export interface MemStats {
  heapBytes: number;
  heapObjects: number;
  /** Since the service started. */
  mallocs: number;
  totalAllocBytes: number;
}

/** The way into a running probe build. Every call throws LeakgateError `measurement` when the probe can't answer. */
export interface Probe {
  /** Waits until the probe answers. Throws LeakgateError `service` when it never does: it isn't in the build then. */
  ping(signal: AbortSignal): Promise<Ping>;
  /** `collections` garbage collections run before the look. */
  memStats(collections: number, signal: AbortSignal): Promise<MemStats>;
  /** What the collector has done so far, from the same figures. */
  collector(signal: AbortSignal): Promise<CollectorLook>;
  /** The heap profile, gunzipped. */
  heapProfile(collections: number, signal: AbortSignal): Promise<Uint8Array>;
  /** Has the collector look for leaked goroutines; marks them in the next `stacks`. Gunzipped. */
  leakProfile(signal: AbortSignal): Promise<Uint8Array>;
  /** How many goroutines there are, the runtime's own left out. */
  goroutines(signal: AbortSignal): Promise<number>;
  /** The text of `runtime.Stack` for all goroutines: stops the world once, so only for a service at rest. */
  stacks(signal: AbortSignal): Promise<string>;
  /** A trace of the runtime over so long, for `go tool trace`. The probe answers nothing else meanwhile. */
  trace(durationMs: number, signal: AbortSignal): Promise<Uint8Array>;
  /** The CPU profile of so long, gunzipped. The probe answers nothing else meanwhile. */
  cpuProfile(durationMs: number, signal: AbortSignal): Promise<Uint8Array>;
  /** Writes the counters of a build with `-cover` into the folder, with what they mean. */
  coverage(directory: string, signal: AbortSignal): Promise<void>;
  /** How many bytes lie between two samples of the heap profile from now on; 1 records every allocation. */
  sampleEvery(bytes: number, signal: AbortSignal): Promise<void>;
  /** Collects three times, so that what pools hold isn't in it, and at once writes a heap dump to the absolute `path`. */
  heapDump(path: string, signal: AbortSignal): Promise<void>;
}

/** What a look at a service at rest asks for. */
export type Looks = Pick<Probe, 'memStats' | 'heapProfile' | 'leakProfile' | 'goroutines' | 'stacks'>;

/** How long the probe may take over one answer: a collection of a heap of several gigabytes included. */
const answerTimeoutMs = 60_000;
/** How long after its start a service may take until its probe listens. */
const startTimeoutMs = 5_000;
const pingPauseMs = 50;
/** Above what any service of ours answered; a hostile one may send without end, or zeros that were packed well. */
const mostAnswerBytes = 512 << 20;

const pingSchema = z.object({ pid: z.number(), goVersion: z.string(), leakProof: z.boolean() });
const memStatsSchema = z
  .object({ HeapAlloc: z.number(), HeapObjects: z.number(), Mallocs: z.number(), TotalAlloc: z.number() })
  .transform((stats) => ({
    heapBytes: stats.HeapAlloc,
    heapObjects: stats.HeapObjects,
    mallocs: stats.Mallocs,
    totalAllocBytes: stats.TotalAlloc,
  }));

const inflate = promisify(gunzip);

/** Talks to the probe that listens on the unix socket at `socketPath`. Opens nothing until the first call. */
export function connectProbe(socketPath: string, pingTimeoutMs = startTimeoutMs, maxBytes = mostAnswerBytes): Probe {
  const read = async (path: string, what: string, signal: AbortSignal): Promise<Buffer> =>
    ask({ socketPath, path, what, timeoutMs: answerTimeoutMs, maxBytes }, signal);
  const profile = async (path: string, what: string, signal: AbortSignal): Promise<Uint8Array> => {
    const bytes = await read(path, what, signal);
    return inflate(bytes, { maxOutputLength: maxBytes }).catch((cause: unknown) => {
      throw failed(what, "the answer isn't a gzipped profile of a bearable size", cause);
    });
  };
  return {
    ping: async (signal) => pingUntilAnswered(socketPath, pingTimeoutMs, signal),
    async memStats(collections, signal) {
      const what = 'memory figures';
      return parsed(memStatsSchema, await read(`/memstats?gc=${collections}`, what, signal), what);
    },
    async collector(signal) {
      const what = 'memory figures';
      return parsed(collectorLook, await read('/memstats', what, signal), what);
    },
    heapProfile: async (collections, signal) => profile(`/profile/heap?gc=${collections}`, 'heap profile', signal),
    leakProfile: async (signal) => profile('/profile/goroutineleak', 'goroutine leak profile', signal),
    async goroutines(signal) {
      const what = 'goroutine count';
      const text = (await read('/profile/goroutine?debug=1', what, signal)).toString('utf8');
      const total = /^goroutine profile: total (\d+)/.exec(text)?.[1];
      if (total === undefined) throw failed(what, `the answer begins with ${JSON.stringify(text.slice(0, 60))}`);
      return Number(total);
    },
    stacks: async (signal) => (await read('/stacks', 'goroutine stacks', signal)).toString('utf8'),
    trace: async (durationMs, signal) => read(`/trace?ms=${Math.round(durationMs)}`, 'runtime trace', signal),
    cpuProfile: async (durationMs, signal) => profile(`/cpu?ms=${Math.round(durationMs)}`, 'CPU profile', signal),
    async coverage(directory, signal) {
      await read(`/cover?dir=${encodeURIComponent(directory)}`, 'coverage', signal);
    },
    async sampleEvery(bytes, signal) {
      await read(`/rate?bytes=${bytes}`, 'change of the sampling rate', signal);
    },
    async heapDump(path, signal) {
      await read(`/heapdump?gc=3&path=${encodeURIComponent(path)}`, 'heap dump', signal);
    },
  };
}

async function pingUntilAnswered(socketPath: string, pingTimeoutMs: number, signal: AbortSignal): Promise<Ping> {
  const deadlineMs = performance.now() + pingTimeoutMs;
  for (;;) {
    try {
      const what = 'ping';
      return parsed(
        pingSchema,
        await ask({ socketPath, path: '/ping', what, timeoutMs: pingTimeoutMs, maxBytes: 1 << 20 }, signal),
        what,
      );
    } catch (cause) {
      signal.throwIfAborted();
      if (performance.now() >= deadlineMs) {
        throw new LeakgateError('service', "The probe didn't answer inside of the service.", {
          cause,
          hint: 'A service that replaces its own process (exec) or chooses its binary by a launcher script can’t be looked into; let Leakgate build and start the main package itself.',
        });
      }
    }
    await sleep(pingPauseMs, undefined, { signal });
  }
}

interface Question {
  socketPath: string;
  path: string;
  /** As errors name the answer. */
  what: string;
  timeoutMs: number;
  maxBytes: number;
}

/** One request. The probe speaks HTTP/1.0 and serves one connection at a time. */
async function ask({ socketPath, path, what, timeoutMs, maxBytes }: Question, signal: AbortSignal): Promise<Buffer> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const bounded = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    const fail = (cause: Error): void => {
      if (signal.aborted) reject(asError(signal.reason));
      else reject(failed(what, bounded.aborted ? `no answer within ${timeoutMs / 1000} s` : cause.message, cause));
    };
    const request = get({ socketPath, path, agent: false, signal: bounded }, (response) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        bytes += chunk.length;
        if (bytes > maxBytes) response.destroy(new Error(`an answer of more than ${maxBytes} bytes`));
      });
      response.on('error', fail);
      response.on('end', () => {
        const body = Buffer.concat(chunks);
        if (response.statusCode === 200) resolve(body);
        else reject(failed(what, body.toString('utf8').trim().slice(0, 300) || `status ${response.statusCode}`));
      });
    });
    request.on('error', fail);
  });
}

function parsed<T>(schema: z.ZodType<T>, body: Buffer, what: string): T {
  try {
    return schema.parse(JSON.parse(body.toString('utf8')));
  } catch (cause) {
    throw failed(what, "the answer isn't what a probe of this version sends", cause);
  }
}

const asError = (reason: unknown): Error => (reason instanceof Error ? reason : new Error(String(reason)));

const failed = (what: string, why: string, cause?: unknown): LeakgateError =>
  new LeakgateError('measurement', `The probe gave no ${what}: ${why}.`, {
    cause,
    hint: 'If the service died or hangs at this point, its last output says why.',
  });
