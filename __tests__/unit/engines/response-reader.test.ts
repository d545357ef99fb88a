import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { responseReader, type Answered } from '../../../src/engines/response-reader.ts';

/** Feeds the pieces one by one; the answer has to be complete with the last of them and not before. */
function read(pieces: readonly Buffer[], bodyless = false): Answered | null {
  const reader = responseReader();
  reader.begin(bodyless);
  let answer: Answered | null = null;
  for (const [index, piece] of pieces.entries()) {
    answer = reader.push(piece);
    if (index < pieces.length - 1) expect(answer).toBeNull();
  }
  return answer;
}

const whole = (text: string, bodyless = false) => read([Buffer.from(text, 'latin1')], bodyless);

const body = fc.uint8Array({ maxLength: 300 });
const name = fc.stringMatching(/^[A-Za-z][A-Za-z-]{0,12}$/);
const noise = fc.array(fc.tuple(name, fc.stringMatching(/^[ -~]{0,40}$/))).map((fields) =>
  fields
    .filter(([field]) => !/^(content-length|transfer-encoding|connection)$/i.test(field))
    .map(([field, value]) => `${field}: ${value}\r\n`)
    .join(''),
);

const sized = fc
  .tuple(noise, body)
  .map(([fields, bytes]) =>
    Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${fields}Content-Length: ${bytes.length}\r\n\r\n`), bytes]),
  );
const chunked = fc
  .tuple(noise, fc.array(fc.uint8Array({ minLength: 1, maxLength: 90 }), { maxLength: 5 }))
  .map(([fields, chunks]) =>
    Buffer.concat([
      Buffer.from(`HTTP/1.1 200 OK\r\n${fields}Transfer-Encoding: chunked\r\n\r\n`),
      ...chunks.flatMap((chunk) => [Buffer.from(`${chunk.length.toString(16)};a=b\r\n`), chunk, Buffer.from('\r\n')]),
      Buffer.from('0\r\nX-Sum: 1\r\n\r\n'),
    ]),
  );

test('however an answer is cut into pieces, it is complete with its last byte', () => {
  fc.assert(
    fc.property(fc.oneof(sized, chunked), fc.array(fc.nat(), { maxLength: 8 }), (bytes, cuts) => {
      const at = [...new Set(cuts.map((cut) => 1 + (cut % Math.max(1, bytes.length - 1))))].toSorted((a, b) => a - b);
      const edges = [0, ...at.filter((edge) => edge < bytes.length), bytes.length];
      const pieces = edges.slice(1).map((edge, index) => bytes.subarray(edges[index], edge));
      expect(read(pieces)).toEqual({ status: 200, close: false });
    }),
  );
});

describe('framing', () => {
  test.each([
    ['204 has no body, whatever its fields say', 'HTTP/1.1 204 No\r\nContent-Length: 5\r\n\r\n', 204],
    ['304 neither', 'HTTP/1.1 304 Not Modified\r\nContent-Length: 50\r\n\r\n', 304],
    ['an empty body is complete with the head', 'HTTP/1.1 500 X\r\nContent-Length: 0\r\n\r\n', 500],
    ['a status line may have no words', 'HTTP/1.1 200 \r\nContent-Length: 0\r\n\r\n', 200],
  ])('%s', (_, text, status) => {
    expect(whole(text)).toEqual({ status, close: false });
  });

  test('an answer to HEAD has the fields of a body and none', () => {
    expect(whole('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n', true)).toEqual({ status: 200, close: false });
  });

  test('hints before the answer are passed over', () => {
    const hint = 'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n';
    expect(whole(`${hint}HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\nok`)).toEqual({ status: 201, close: false });
  });

  test.each([
    ['HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n', true],
    ['HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n', true],
    ['HTTP/1.0 200 OK\r\nConnection: Keep-Alive\r\nContent-Length: 0\r\n\r\n', false],
  ])('%j: closes %s', (text, close) => {
    expect(whole(text)?.close).toBe(close);
  });

  test('without a length the end of the connection is the end of the answer', () => {
    const reader = responseReader();
    reader.begin(false);
    expect(reader.push(Buffer.from('HTTP/1.1 200 OK\r\n\r\nsome'))).toBeNull();
    expect(reader.push(Buffer.from(' more'))).toBeNull();
    expect(reader.end()).toEqual({ status: 200, close: true });
  });

  test('an end in the middle of a body with a length is no answer', () => {
    const reader = responseReader();
    reader.begin(false);
    reader.push(Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nsome'));
    expect(reader.end()).toBeNull();
  });
});

test.each([
  ['another protocol', 'SSH-2.0-OpenSSH_9.2\r\n\r\n'],
  ['a status that is none', 'HTTP/1.1 abc\r\n\r\n'],
  ['a length that is none', 'HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n'],
  ['a chunk without a size', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n'],
  ['bytes after the end', 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nabHTTP/1.1'],
  ['a head without an end', `HTTP/1.1 200 OK\r\nX: ${'a'.repeat(300_000)}`],
])('%s is refused', (_, text) => {
  expect(() => whole(text)).toThrow(/answer/);
});

test('any bytes are read or refused, and never hang', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ minLength: 1, maxLength: 60 }), { maxLength: 6 }), (pieces) => {
      const reader = responseReader();
      reader.begin(false);
      try {
        for (const piece of pieces) if (reader.push(Buffer.from(piece)) !== null) return;
      } catch (error) {
        expect((error as Error).message).toMatch(/answer/);
      }
    }),
  );
});
