import { openConnection, type Connection } from './connection.ts';
import type { Session } from './session.ts';

/** A connection that knows more of its last answer than the status. */
export interface WatchingConnection {
  connection: Connection;
  readonly retryAfter: boolean;
  /** Did the body hold the text that marks a fallback? */
  readonly fallback: boolean;
}

/** What is looked at of a body: a fallback says so early. */
const mostBytes = 64 * 1024;

export function watchingConnection(
  origin: string,
  { timeoutMs, marker, session }: { timeoutMs: number; marker: string | null; session: Session },
): WatchingConnection {
  const sought = marker === null ? null : Buffer.from(marker);
  const last = { retryAfter: false, fallback: false };
  let body: Buffer = Buffer.alloc(0);
  const connection = openConnection(origin, timeoutMs, session, {
    head(headers) {
      last.retryAfter = headers['retry-after'] !== undefined;
      last.fallback = false;
      body = Buffer.alloc(0);
    },
    body(chunk) {
      if (sought === null || last.fallback || body.length > mostBytes) return;
      body = body.length === 0 ? chunk : Buffer.concat([body, chunk]);
      last.fallback = body.includes(sought);
    },
  });
  return {
    connection,
    get retryAfter() {
      return last.retryAfter;
    },
    get fallback() {
      return last.fallback;
    },
  };
}
