import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { LeakgateError } from '../errors.ts';
import { listeningEndpoints } from '../service/listening.ts';
import { isLoopback } from '../loopback.ts';

const inflate = promisify(gunzip);

const answerMs = 30_000;
/** A profile of a hundred thousand sites takes 20 MB. */
const maxProfileBytes = 256 << 20;

/**
 * Address of the heap profile of a service's own `net/http/pprof`, from what a user writes: `http://127.0.0.1:6060`, with or
 * without `/debug/pprof` and `/heap`. Only this machine is asked.
 * @throws LeakgateError `config` for anything else.
 */
export function heapProfileUrl(given: string): URL {
  // A collection first, so that only what is alive counts.
  return profileUrl(given, 'heap?gc=1');
}

/** Address of one of its profiles, `name?query`, from the same. @throws LeakgateError `config` */
export function profileUrl(given: string, profile: string): URL {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url?.protocol !== 'http:') {
    throw new LeakgateError('config', `--url: got ${JSON.stringify(given)}; a URL such as ${example} is needed.`);
  }
  if (!isLoopback(url.origin)) {
    throw new LeakgateError('config', `--url: ${url.hostname} isn't this machine, and Leakgate asks no other.`, {
      hint: `Forward the port, then name it here: ${example}. Or fetch the profile yourself and hand the .pb.gz to \`leakgate diff\`.`,
    });
  }
  return profileAt(url, profile);
}

/** The same for an address that was looked at before: of whichever machine. */
export function profileAt(address: URL, profile: string): URL {
  const url = new URL(address);
  const [name = '', query = ''] = profile.split('?');
  const base = url.pathname.replace(/\/(?:heap|goroutine)?$/, '');
  url.pathname = `${base.endsWith('/pprof') ? base : `${base}/debug/pprof`}/${name}`;
  url.search = query;
  return url;
}

const example = 'http://127.0.0.1:6060/debug/pprof';

/** The heap profile, gunzipped. @throws LeakgateError `measurement` when the address answers something else. */
export async function fetchHeapProfile(url: URL, signal: AbortSignal): Promise<Uint8Array> {
  const bounded = AbortSignal.any([signal, AbortSignal.timeout(answerMs)]);
  try {
    const response = await fetch(url, { signal: bounded, redirect: 'error' });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return await inflate(Buffer.from(await response.arrayBuffer()), { maxOutputLength: maxProfileBytes });
  } catch (cause) {
    signal.throwIfAborted();
    const why = bounded.aborted ? `no answer within ${answerMs / 1000} s` : reason(cause);
    throw new LeakgateError('measurement', `${url.href} gave no heap profile: ${why}.`, {
      cause,
      hint: 'A service answers there once it imports net/http/pprof and serves its default mux.',
    });
  }
}

/** The heap profile of a process that serves its own pprof on one of its loopback ports; null when it doesn't. */
export async function profileOfProcess(pid: number, signal: AbortSignal): Promise<Uint8Array | null> {
  for (const { host, port } of listeningEndpoints([pid])) {
    const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
    if (!isLoopback(url)) continue;
    const profile = await fetchHeapProfile(heapProfileUrl(url), signal).catch(() => null);
    signal.throwIfAborted();
    if (profile !== null) return profile;
  }
  return null;
}

function reason(error: unknown): string {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  const told = cause instanceof Error ? cause : error;
  return told instanceof Error ? told.message : String(told);
}
