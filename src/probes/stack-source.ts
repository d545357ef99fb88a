import { LeakgateError } from '../errors.ts';
import { readBuildInfo, type BuildInfo } from '../heap/build-info.ts';
import { openElf } from '../heap/elf.ts';
import type { FrameResolver } from '../pprof/frames.ts';
import { listeningEndpoints } from '../service/listening.ts';
import { findProbe } from './find-probe.ts';
import { profileUrl } from './pprof-server.ts';
import { programFrames } from './program-frames.ts';
import { runningProcess } from './running-process.ts';

/** Where the stacks of a running service come from. */
export interface StackSource {
  /** For people: `probe of process 4711`. */
  name: string;
  /** Does a look mark goroutines that the collector proved to be leaked? */
  provesLeaks: boolean;
  frames: FrameResolver;
  /** The text of all stacks. The service stands still for as long as it takes to write them. */
  look(signal: AbortSignal): Promise<string>;
}

/** With many goroutines behind one dead lock the first proof finds only part of them. */
const twice = [1, 2];

interface Asked {
  pid: number;
  /** Where the source may lie. */
  directory: string;
}

/**
 * The stacks of a running process: from the probe that it was built with, or else from its own `/debug/pprof` on one of its loopback ports.
 * @throws LeakgateError `config` when there is neither.
 */
export async function stacksOfProcess({ pid, directory }: Asked, signal: AbortSignal): Promise<StackSource> {
  const { binary } = runningProcess(pid);
  const frames = programFrames(buildOf(binary), directory);
  const probe = await findProbe(pid, signal);
  if (probe !== null) {
    const { leakProof } = await probe.ping(signal);
    return {
      name: `probe of process ${pid}`,
      provesLeaks: leakProof,
      frames,
      async look(until) {
        for (const _ of leakProof ? twice : []) await probe.leakProfile(until);
        return probe.stacks(until);
      },
    };
  }
  for (const { host, port } of listeningEndpoints([pid])) {
    const base = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
    const source = await stacksOfUrl(base, frames, signal).catch(() => null);
    signal.throwIfAborted();
    if (source !== null) return source;
  }
  throw new LeakgateError('config', `Process ${pid} has no probe and serves no /debug/pprof on this machine.`, {
    hint: 'Import net/http/pprof in the service, or run a build with the probe. `kill -QUIT` prints the stacks too, and ends the process.',
  });
}

/** The stacks that a service's own `net/http/pprof` gives. @throws LeakgateError when it gives none. */
export async function stacksOfUrl(given: string, frames: FrameResolver, signal: AbortSignal): Promise<StackSource> {
  const stacks = profileUrl(given, 'goroutine?debug=2');
  const proof = profileUrl(given, 'goroutineleak?debug=0');
  const provesLeaks = await answers(proof, signal);
  const read = async (until: AbortSignal): Promise<string> => {
    for (const _ of provesLeaks ? twice : []) await answers(proof, until);
    return fetchText(stacks, until);
  };
  // Whether it answers at all is known after the first look only, which must not be taken twice.
  let first: string | null = await read(signal);
  return {
    name: stacks.href,
    provesLeaks,
    frames,
    async look(until) {
      const text = first ?? (await read(until));
      first = null;
      return text;
    },
  };
}

const answerMs = 30_000;
/** net/http/pprof itself ends at 64 MB. */
const maxTextBytes = 128 << 20;

async function fetchText(url: URL, signal: AbortSignal): Promise<string> {
  const bounded = AbortSignal.any([signal, AbortSignal.timeout(answerMs)]);
  try {
    const response = await fetch(url, { signal: bounded, redirect: 'error' });
    if (!response.ok) throw new Error(`status ${response.status}`);
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      if (bytes > maxTextBytes) throw new Error(`more than ${maxTextBytes >> 20} MB`);
      chunks.push(chunk);
    }
    const text = Buffer.concat(chunks).toString('utf8');
    if (!text.startsWith('goroutine ')) throw new Error('the answer is no stack dump');
    return text;
  } catch (cause) {
    signal.throwIfAborted();
    const why = bounded.aborted ? `no answer within ${answerMs / 1000} s` : reason(cause);
    throw new LeakgateError('measurement', `${url.href} gave no goroutine stacks: ${why}.`, {
      cause,
      hint: 'A service answers there once it imports net/http/pprof and serves its default mux.',
    });
  }
}

/** Go 1.26 knows this profile only when it was built with the experiment. */
async function answers(url: URL, signal: AbortSignal): Promise<boolean> {
  const bounded = AbortSignal.any([signal, AbortSignal.timeout(answerMs)]);
  try {
    const response = await fetch(url, { signal: bounded, redirect: 'error' });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    signal.throwIfAborted();
    return false;
  }
}

function buildOf(binary: string): Pick<BuildInfo, 'modulePath' | 'packagePath'> {
  try {
    return readBuildInfo(openElf(binary));
  } catch {
    return { modulePath: '', packagePath: '' };
  }
}

function reason(error: unknown): string {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  const told = cause instanceof Error ? cause : error;
  return told instanceof Error ? told.message : String(told);
}
