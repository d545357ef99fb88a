import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { request } from 'undici';
import * as z from 'zod';
import { LeakgateError } from '../errors.ts';
import type { Looks, MemStats } from './client.ts';
import { profileAt } from './pprof-server.ts';

/** What a deployed service tells of itself. */
export interface Traits {
  /** Does it serve the collector's proofs of goroutine leaks? */
  leakProof: boolean;
  /** Between two samples of its heap profile; 0 where it takes none. */
  sampleBytes: number;
}

/** The profiles of a service that serves its own `net/http/pprof`, as what a look at it asks for. */
export interface DeployedProbe extends Looks {
  traits(signal: AbortSignal): Promise<Traits>;
}

/** How long it may take over one answer: with a collection of a heap of several gigabytes, over a slow line. */
const answerMs = 60_000;
const mostAnswerBytes = 256 << 20;
const inflate = promisify(gunzip);

const figures = z
  .object({
    HeapAlloc: z.coerce.number(),
    HeapObjects: z.coerce.number(),
    Mallocs: z.coerce.number(),
    TotalAlloc: z.coerce.number(),
  })
  .transform(
    ({ HeapAlloc: heapBytes, HeapObjects: heapObjects, Mallocs: mallocs, TotalAlloc: totalAllocBytes }): MemStats => ({
      heapBytes,
      heapObjects,
      mallocs,
      totalAllocBytes,
    }),
  );

/**
 * Asks at `address`, with or without `/debug/pprof`. Every question has a connection of its own, which is gone when the next look counts
 * goroutines. All of them throw LeakgateError `measurement` for an answer that is none, and when the process behind the address changed.
 */
export function deployedProbe(address: URL): DeployedProbe {
  const ask = async (profile: string, signal: AbortSignal): Promise<Buffer> =>
    answerOf(profileAt(address, profile), signal);
  let mallocs = 0;

  const heapText = async (query: string, signal: AbortSignal): Promise<string> => {
    const text = (await ask(`heap?debug=1${query}`, signal)).toString('utf8');
    if (text.startsWith('heap profile: ')) return text;
    throw notAProfile(profileAt(address, 'heap'), 'the answer is no heap profile in text');
  };
  const collect = async (times: number, signal: AbortSignal): Promise<void> => {
    for (let time = 0; time < times; time += 1) await ask('heap?gc=1', signal);
  };
  return {
    async traits(signal) {
      // `[12: 3456] @ heap/1048576`: twice the distance.
      const doubled = /@ heap\/(\d+)/.exec(await heapText('', signal))?.[1];
      return {
        leakProof: await serves(profileAt(address, 'goroutineleak?debug=0'), signal),
        sampleBytes: Number(doubled ?? 0) / 2,
      };
    },
    async memStats(collections, signal) {
      await collect(collections - 1, signal);
      const text = await heapText(collections > 0 ? '&gc=1' : '', signal);
      const lines = [...text.matchAll(/^# (\w+) = (\d+)$/gm)].map(([, name = '', value = '']) => [name, value]);
      const parsed = figures.safeParse(Object.fromEntries(lines));
      if (!parsed.success)
        throw notAProfile(profileAt(address, 'heap'), 'the figures of the runtime are missing', parsed.error);
      if (parsed.data.mallocs < mallocs) throw anotherProcess(address);
      mallocs = parsed.data.mallocs;
      return parsed.data;
    },
    async heapProfile(collections, signal) {
      await collect(collections - 1, signal);
      const packed = await ask(collections > 0 ? 'heap?gc=1' : 'heap', signal);
      return inflate(packed, { maxOutputLength: mostAnswerBytes }).catch((cause: unknown) => {
        throw notAProfile(profileAt(address, 'heap'), "the answer isn't a gzipped profile of a bearable size", cause);
      });
    },
    leakProfile: async (signal) => ask('goroutineleak?debug=0', signal),
    async goroutines(signal) {
      const text = (await ask('goroutine?debug=1', signal)).toString('utf8');
      const total = /^goroutine profile: total (\d+)/.exec(text)?.[1];
      if (total !== undefined) return Number(total);
      throw notAProfile(profileAt(address, 'goroutine'), 'the answer is no count of goroutines');
    },
    async stacks(signal) {
      const text = (await ask('goroutine?debug=2', signal)).toString('utf8');
      if (text.startsWith('goroutine ')) return text;
      throw notAProfile(profileAt(address, 'goroutine'), 'the answer is no stack dump');
    },
  };
}

async function answerOf(url: URL, signal: AbortSignal): Promise<Buffer> {
  const bounded = AbortSignal.any([signal, AbortSignal.timeout(answerMs)]);
  try {
    const { statusCode, body } = await request(url, { signal: bounded, reset: true });
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of body as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > mostAnswerBytes) throw new Error(`more than ${mostAnswerBytes >> 20} MB`);
    }
    if (statusCode !== 200) throw new Error(`status ${statusCode}`);
    return Buffer.concat(chunks);
  } catch (cause) {
    signal.throwIfAborted();
    const why = bounded.aborted
      ? `no answer within ${answerMs / 1000} s`
      : cause instanceof Error
        ? cause.message
        : String(cause);
    throw notAProfile(url, why, cause);
  }
}

/** Go 1.26 knows this profile only when it was built with the experiment. */
async function serves(url: URL, signal: AbortSignal): Promise<boolean> {
  try {
    await answerOf(url, signal);
    return true;
  } catch {
    signal.throwIfAborted();
    return false;
  }
}

const notAProfile = (url: URL, why: string, cause?: unknown): LeakgateError =>
  new LeakgateError('measurement', `${url.href} gave no profile: ${why}.`, {
    cause,
    hint: 'pprof-url names where the service serves net/http/pprof. Can `go tool pprof` read it from this machine?',
  });

const anotherProcess = ({ origin }: URL): LeakgateError =>
  new LeakgateError('measurement', `The process behind ${origin} is another one than before.`, {
    hint: 'Either it was restarted, as one that runs out of memory is; or several instances answer there in turn: name a single one.',
  });
