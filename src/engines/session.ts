import { cookieJar } from './cookie-jar.ts';
import type { Outgoing } from './deal.ts';

export type Fields = Readonly<Record<string, string>>;

/** Who the requests come from: a token or a session that the service gave. Shared by all connections to one copy of it. */
export interface Credential {
  /** The same object until it is renewed. */
  fields(): Fields;
  /** Null when a request may be sent at once; otherwise settles when one may. Rejects when there is no way to get a credential. */
  ready(): Promise<void> | null;
  /** A request with these fields was answered with 401. */
  refused(fields: Fields): void;
  /** Answers how to stop listening. */
  onRenewed(listener: () => void): () => void;
}

/** What a connection adds to its requests, one at a time, and learns from the answers. */
export interface Session {
  /** For the request that is sent next. Mostly the same object: bytes that were made with it can be sent again. */
  fields(request: Outgoing): Fields;
  /** Of the credential. */
  ready(): Promise<void> | null;
  /** Are the `set-cookie` fields of answers wanted? */
  keepsCookies: boolean;
  /** What the request that was sent last was answered with. */
  answered(request: Outgoing, status: number, setCookie: readonly string[]): void;
}

export interface SessionOptions {
  credential?: Credential | undefined;
  /** Keep cookies, for each connection its own. */
  cookies?: boolean | undefined;
}

const nothing: Fields = {};

/** One for each connection of a load. It outlives reconnecting: it stands for a user, not for a socket. */
export function openSession({ credential, cookies = false }: SessionOptions): Session {
  const jar = cookies ? cookieJar() : undefined;
  const merged = mergedFields();
  let sent = nothing;
  return {
    ready: (): Promise<void> | null => credential?.ready() ?? null,
    keepsCookies: cookies,
    fields(request) {
      sent = request.anonymous === true ? nothing : (credential?.fields() ?? nothing);
      const cookie = jar?.header(request.path) ?? '';
      return cookie === '' ? sent : merged(sent, cookie);
    },
    answered(request, status, setCookie) {
      if (setCookie.length > 0) jar?.take(setCookie);
      const refusal = status === 401 && request.anonymous !== true && !request.expectStatus.includes(401);
      if (refusal) credential?.refused(sent);
    },
  };
}

/** Keeps the last result, so that equal fields stay the same object. */
function mergedFields(): (own: Fields, cookie: string) => Fields {
  let last: { own: Fields; cookie: string; fields: Fields } | undefined;
  return (own, cookie) => {
    if (last?.own === own && last.cookie === cookie) return last.fields;
    const all = own['cookie'] === undefined ? cookie : `${own['cookie']}; ${cookie}`;
    last = { own, cookie, fields: { ...own, cookie: all } };
    return last.fields;
  };
}
