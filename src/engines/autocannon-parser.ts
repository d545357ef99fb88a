import type { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';

/** The slot of http-parser-js where the callback for a complete message sits. */
const onMessageComplete = 4;

/** What we need of http-parser-js, which autocannon reads answers with. */
export interface RawParser {
  state: string;
  isChunked: boolean;
  body_bytes: number | null;
  [onMessageComplete]: () => void;
  initialize(type: 'RESPONSE'): void;
  execute(chunk: Buffer): number | Error;
  finish(): void;
  shouldKeepAlive(): boolean;
}

/** Teaches the parser what HTTP says about answers without a body, hints before the answer, and garbage. */
export function steerParser(
  client: EventEmitter & { conn: Socket | undefined },
  parser: RawParser,
  bodyless: () => boolean,
) {
  const execute = parser.execute.bind(parser);
  let last = false;
  let hint = false;
  let fields: readonly string[] = [];
  client.on('headers', ({ statusCode, headers }: { statusCode: number; headers: string[] }) => {
    hint = statusCode < 200;
    fields = headers;
    if (bodyless() || statusCode === 204 || statusCode === 304)
      Object.assign(parser, { isChunked: false, body_bytes: 0 });
    last = !hint && !parser.shouldKeepAlive();
  });
  parser.execute = (chunk) => {
    const result = execute(chunk);
    if (result instanceof Error) client.conn?.destroy(result);
    return result;
  };
  // Autocannon sets its callbacks after `setupClient`, in the same turn of the event loop.
  queueMicrotask(() => {
    const complete = parser[onMessageComplete].bind(parser);
    parser[onMessageComplete] = () => {
      if (!hint) complete();
    };
  });
  return {
    /** The other side said that it closes the connection after this answer. */
    wereTheLast: () => last,
    /** The fields of that name, in lower case, of the last answer. Names and values stand in turn. */
    field: (wanted: string): string[] =>
      fields.flatMap((name, at) => (at % 2 === 0 && name.toLowerCase() === wanted ? [fields[at + 1]!] : [])),
    /** The body has no length of its own: it is complete when the connection ends. */
    endWithConnection: () => parser.state === 'BODY_RAW',
    forget(): void {
      parser.initialize('RESPONSE');
      last = false;
    },
  };
}
