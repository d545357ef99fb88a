import { parseCookie } from 'undici';

/** The cookies of one connection. There is one origin, so neither domains nor schemes are told apart. */
export interface CookieJar {
  /** Takes what an answer set, as its `set-cookie` fields have it. */
  take(fields: readonly string[]): void;
  /** The value of the `cookie` field for this path; empty without cookies. */
  header(path: string): string;
}

interface Cookie {
  name: string;
  value: string;
  path: string;
  endsAtMs: number;
}

export function cookieJar(now: () => number = Date.now): CookieJar {
  const cookies = new Map<string, Cookie>();
  return {
    take(fields) {
      for (const field of fields) {
        const parsed = parseCookie(field);
        if (parsed === null || parsed.name === '') continue;
        const { name, value, path = '/' } = parsed;
        const cookie = { name, value, path: path.startsWith('/') ? path : '/', endsAtMs: endOf(parsed, now()) };
        const key = `${name} ${cookie.path}`;
        if (cookie.endsAtMs > now()) cookies.set(key, cookie);
        else cookies.delete(key);
      }
    },
    header(path) {
      const fit = [...cookies.values()].filter((one) => one.endsAtMs > now() && covers(one.path, path));
      return fit.map(({ name, value }) => `${name}=${value}`).join('; ');
    },
  };
}

/** RFC 6265 §5.3: `Max-Age` goes before `Expires`. */
function endOf({ maxAge, expires }: { maxAge?: number; expires?: Date | number }, now: number): number {
  if (maxAge !== undefined) return maxAge <= 0 ? 0 : now + maxAge * 1000;
  return expires === undefined ? Infinity : Number(expires);
}

/** RFC 6265 §5.1.4. */
function covers(cookiePath: string, path: string): boolean {
  const asked = path.split('?', 1)[0]!;
  return asked === cookiePath || asked.startsWith(cookiePath.endsWith('/') ? cookiePath : `${cookiePath}/`);
}
