import { setTimeout as sleep } from 'node:timers/promises';
import { httpStatus, isHttpSuccess, takesConnections } from './connect.ts';
import type { Endpoint } from './listening.ts';

/** What the search for a service's address looks at. */
export interface ReadySpec {
  /** With a path, ready means that GET answers 2xx or 3xx. Without one, that the port takes connections. */
  path: string | undefined;
  timeoutMs: number;
  tls?: boolean;
  /** The port that the service was told. */
  askedPort: number;
  /** Addresses that the service listens on now. */
  endpoints(): Endpoint[];
  /** Resolves when the service ends. */
  ended: Promise<unknown>;
}

/** When it isn't ready, `waitingFor` is what is missing, as the end of a sentence. */
export type Readiness = { ready: true; endpoint: Endpoint } | { ready: false; waitingFor: string };

/** A service may open its debug port first: ports nobody asked for must stay the same this long before one is taken. */
const settleMs = 500;

/** One look at the addresses that the service listens on. */
interface Look {
  path: string | undefined;
  tls: boolean;
  asked: Endpoint[];
  others: Endpoint[];
  /** Have the ports stayed the same for long enough to choose among those nobody asked for? */
  settled: boolean;
}

/** Looks again and again, at least once, until the service is ready, has ended, or the time is up. */
export async function waitUntilReady(spec: ReadySpec, signal: AbortSignal): Promise<Readiness> {
  const started = performance.now();
  let hasEnded = false;
  const ended = spec.ended.then(() => (hasEnded = true));
  let ports = '';
  let changedAt = started;
  for (let delayMs = 20; ; delayMs = Math.min(delayMs * 1.5, 200)) {
    const endpoints = spec.endpoints();
    const now = performance.now();
    if (ports !== (ports = portsOf(endpoints).join())) changedAt = now;
    const look = {
      path: spec.path,
      tls: spec.tls ?? false,
      asked: endpoints.filter((endpoint) => endpoint.port === spec.askedPort),
      others: endpoints.filter((endpoint) => endpoint.port !== spec.askedPort),
      settled: now - changedAt >= settleMs,
    };
    const answer = await checkReady(look, signal);
    signal.throwIfAborted();
    if (answer.ready || hasEnded || performance.now() - started >= spec.timeoutMs) return answer;
    await Promise.race([sleep(delayMs, undefined, { signal }).catch(() => undefined), ended]);
  }
}

async function checkReady(look: Look, signal: AbortSignal): Promise<Readiness> {
  const { path, asked, others, settled } = look;
  if (asked.length + others.length === 0) return { ready: false, waitingFor: 'it never listened on a TCP port' };
  if (path !== undefined) return await checkPath(look, path, signal);
  if (asked.length > 0) return await checkConnection(asked, signal);
  if (!settled) return { ready: false, waitingFor: 'it kept opening ports' };
  return await checkConnection(await likeliest(look, signal), signal);
}

/** 404 at the asked port is no failure yet: health may be served at an admin port, and the API still is where it was asked to be. */
async function checkPath({ asked, others, tls }: Look, path: string, signal: AbortSignal): Promise<Readiness> {
  const misses: string[] = [];
  let api: Endpoint | undefined;
  for (const endpoint of [...asked, ...others]) {
    const answer = await httpStatus({ ...endpoint, tls }, path, signal);
    if (isHttpSuccess(answer)) return { ready: true, endpoint: api ?? endpoint };
    misses.push(`GET ${path} on port ${endpoint.port} ${typeof answer === 'number' ? `answered ${answer}` : answer}`);
    if (!asked.includes(endpoint)) continue;
    if (answer === 404) api ??= endpoint;
    else if (typeof answer === 'number') break;
  }
  return { ready: false, waitingFor: [...new Set(misses)].join(', ') };
}

async function checkConnection(endpoints: Endpoint[], signal: AbortSignal): Promise<Readiness> {
  const ports = portsOf(endpoints);
  if (ports.length > 1)
    return { ready: false, waitingFor: `it listens on the ports ${ports.join(', ')} and none stands out` };
  for (const endpoint of endpoints) {
    if (await takesConnections(endpoint, signal)) return { ready: true, endpoint };
  }
  return { ready: false, waitingFor: `port ${ports.join()} takes no connections` };
}

/** Of several ports the one that answers `GET /` best; more than one when several answer equally well. */
async function likeliest({ others, tls }: Look, signal: AbortSignal): Promise<Endpoint[]> {
  if (portsOf(others).length < 2) return others;
  const ranks = await Promise.all(
    others.map(async (endpoint) => rank(await httpStatus({ ...endpoint, tls }, '/', signal))),
  );
  const best = Math.max(...ranks);
  return others.filter((_, index) => ranks[index] === best);
}

/** No answer in time may still be the best one: that leaves the choice open. */
function rank(answer: number | string): number {
  if (typeof answer === 'string') return answer.startsWith("didn't answer") ? 2 : 0;
  return isHttpSuccess(answer) ? 2 : 1;
}

function portsOf(endpoints: Endpoint[]): number[] {
  return [...new Set(endpoints.map((endpoint) => endpoint.port))].toSorted((a, b) => a - b);
}
