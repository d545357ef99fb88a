/** A complete answer. `close`: the other side ends the connection after it. */
export interface Answered {
  status: number;
  close: boolean;
}

/** Reads the answers of one connection, one request at a time. */
export interface ResponseReader {
  /** The next bytes belong to a new answer. `bodyless`: it answers HEAD. */
  begin(bodyless: boolean): void;
  /** Null while the answer isn't complete. @throws Error for what isn't HTTP/1, or comes after the end. */
  push(chunk: Buffer): Answered | null;
  /** The connection ended: the answer, if it was one whose length only the end tells; else null. */
  end(): Answered | null;
  /** The `set-cookie` fields of the last answer, where they are asked for. */
  setCookie(): readonly string[];
}

/** A head longer than this is no answer that anybody wants. Go's own client stops at 10 MB; its servers never come near. */
const longestHeadBytes = 256 * 1024;

type Part = 'head' | 'length' | 'chunk-size' | 'chunk' | 'trailer' | 'until-close' | 'done';

const crlf = Buffer.from('\r\n');
const headEnd = Buffer.from('\r\n\r\n');

/**
 * The framing of HTTP/1.1 answers (RFC 9112 §6) and nothing more: no header is kept but cookies, no body is copied. That is what
 * lets a generator send several times what a full client can. Hints (1xx) are passed over.
 */
export function responseReader({ cookies } = { cookies: false }): ResponseReader {
  let part: Part = 'done';
  let missing = 0;
  let rest: Buffer = Buffer.alloc(0);
  let answer: Answered = { status: 0, close: false };
  let bodyless = false;
  let setCookie: readonly string[] = [];

  const complete = (): boolean => part === 'done';

  /** Takes one step; false when it needs more bytes. */
  const step = (): boolean => {
    if (part === 'length' || part === 'chunk') return skip();
    if (part === 'until-close') return ((rest = Buffer.alloc(0)), false);
    const mark = part === 'head' ? headEnd : crlf;
    const end = rest.indexOf(mark);
    if (end < 0) {
      if (rest.length > longestHeadBytes) throw new Error('the answer has no end of its head');
      return false;
    }
    const text = rest.toString('latin1', 0, end);
    rest = rest.subarray(end + mark.length);
    if (part === 'head') [part, missing] = afterHead(text);
    else if (part === 'chunk-size') [part, missing] = afterSize(text);
    else part = text === '' ? 'done' : 'trailer';
    return true;
  };

  const skip = (): boolean => {
    const taken = Math.min(missing, rest.length);
    [rest, missing] = [rest.subarray(taken), missing - taken];
    if (missing > 0) return false;
    part = part === 'chunk' ? 'chunk-size' : 'done';
    return true;
  };

  const afterHead = (head: string): [Part, number] => {
    const status = Number(/^HTTP\/1\.[01] (\d{3})(?: |$)/.exec(head.slice(0, 13))?.[1]);
    if (!(status >= 100)) throw new Error('the answer is no HTTP/1');
    if (status < 200 && status !== 101) return ['head', 0];
    const body = framing(head);
    answer = { status, close: body.close };
    if (cookies) setCookie = cookieFields(head);
    if (bodyless || status === 204 || status === 304 || status === 101) return ['done', 0];
    if (body.chunked) return ['chunk-size', 0];
    if (body.length !== null) return body.length === 0 ? ['done', 0] : ['length', body.length];
    answer.close = true;
    return ['until-close', 0];
  };

  return {
    begin(isBodyless) {
      [part, missing, rest, bodyless] = ['head', 0, Buffer.alloc(0), isBodyless];
    },
    push(chunk) {
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      if (complete()) throw new Error('bytes came after the end of the answer');
      while (!complete() && step());
      if (!complete()) return null;
      if (rest.length > 0) throw new Error('bytes came after the end of the answer');
      return answer;
    },
    end: () => (part === 'until-close' ? answer : null),
    setCookie: () => setCookie,
  };
}

/** A chunk's data is followed by a line end of its own. */
function afterSize(line: string): [Part, number] {
  const digits = /^([0-9a-f]{1,8})\s*(?:;.*)?$/i.exec(line)?.[1];
  if (digits === undefined) throw new Error('a chunk of the answer has no size');
  const size = Number.parseInt(digits, 16);
  return size === 0 ? ['trailer', 0] : ['chunk', size + crlf.length];
}

const fields = {
  length: /\r\ncontent-length:[ \t]*([^\r\n]*)/i,
  connection: /\r\nconnection:[ \t]*([^\r\n]*)/i,
  transfer: /\r\ntransfer-encoding:[ \t]*([^\r\n]*)/i,
};

const cookieFields = (head: string): string[] =>
  Array.from(head.matchAll(/\r\nset-cookie:[ \t]*([^\r\n]*)/gi), ([, value]) => value!);

/** What the head says about the body and the connection. */
function framing(head: string): { length: number | null; chunked: boolean; close: boolean } {
  const field = (pattern: RegExp): string | undefined => pattern.exec(head)?.[1]?.trim().toLowerCase();
  const given = field(fields.length);
  if (given !== undefined && !/^\d{1,15}$/.test(given)) throw new Error('the answer has no valid content-length');
  const connection = field(fields.connection);
  const persistent = head.startsWith('HTTP/1.1') ? connection !== 'close' : connection === 'keep-alive';
  return {
    length: given === undefined ? null : Number(given),
    chunked: field(fields.transfer)?.endsWith('chunked') === true,
    close: !persistent,
  };
}
