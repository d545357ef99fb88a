import type { SourceRoute } from './reader.ts';

/** A request that is worth asking the running service. */
export interface Candidate {
  path: string;
  /** Placeholders that got a made-up value. */
  madeUp: string[];
  source: SourceRoute | null;
}

/** Paths at which services tell how they are. */
export const healthPaths = [
  '/healthz',
  '/health',
  '/readyz',
  '/livez',
  '/ping',
  '/-/healthy',
  '/api/health',
  '/status',
];

/** Asking these would end the service, never end itself, or tell nothing about it. */
const unasked =
  /(?:^|\/)(?:debug|pprof|shutdown|quit|exit|kill|panic|crash|stop|restart|reload|logout|signout|delay|sleep|drip|stream|sse|events|ws|websocket|echo\/ws|download|callback|chunked|fault|error|fail|deny)(?:\/|$|\{|:)/i;

const mostCandidates = 60;

/** The GET requests that a service's routes allow, and what is left to its owner, in a sentence each. */
export function candidatesOf(routes: readonly SourceRoute[]): { candidates: Candidate[]; left: string[] } {
  const candidates = new Map<string, Candidate>();
  const left: string[] = [];
  for (const source of routes) {
    const { method, path } = source;
    if (method !== '' && method !== 'GET') {
      if (method !== 'HEAD' && method !== 'OPTIONS')
        left.push(`${method} ${path}: it may change something; add it with a body`);
    } else if (unasked.test(path)) left.push(`GET ${path}: it wasn’t asked, because of its name`);
    else {
      const filled = fill(path);
      if (filled === null) left.push(`GET ${path}: any path fits`);
      else if (!candidates.has(filled.path)) candidates.set(filled.path, { ...filled, source });
    }
  }
  return { candidates: [...candidates.values()].slice(0, mostCandidates), left };
}

/** `:id`, `{id}`, `{id:[0-9]+}`, `{id...}`; null for a wildcard, which names no path. */
function fill(path: string): Pick<Candidate, 'path' | 'madeUp'> | null {
  const madeUp: string[] = [];
  const segments = path.replace(/\{\$\}$/, '').split('/');
  const filled = segments.map((segment) => {
    const name = /^:(\w+)\??$/.exec(segment)?.[1] ?? /^\{(\w+)(?::.*)?\}$/.exec(segment)?.[1];
    if (name === undefined) return segment;
    madeUp.push(name);
    return valueOf(name);
  });
  const whole = filled.join('/');
  return /[*{}]|^\/?\.|\(/.test(whole) ? null : { path: whole === '' ? '/' : whole, madeUp };
}

function valueOf(name: string): string {
  if (/status|code/i.test(name)) return '200';
  if (/uuid/i.test(name)) return '3f2b8c1e-7a54-4d0b-9c86-5e1d2a7b4f60';
  return /id$|num|count|page|size|bytes|^n$|seconds|version|year|index|offset|limit/i.test(name)
    ? '1'
    : name.toLowerCase();
}
