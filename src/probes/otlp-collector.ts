import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { readJsonSpans, readProtobufSpans, type Span } from './otlp.ts';

/** Takes the spans that one service exports. Disposing stops listening. */
export interface SpanCollector extends AsyncDisposable {
  /** `http://127.0.0.1:40123`, for `OTEL_EXPORTER_OTLP_ENDPOINT`. */
  endpoint: string;
  /** What came since the last call. */
  take(): Span[];
  /** Spans that found no room, or whose export couldn't be read, so far. */
  lost(): number;
}

const mostBodyBytes = 64 << 20;
const mostSpans = 400_000;

const unzip = promisify(gunzip);

/** An OTLP/HTTP receiver on loopback (https://opentelemetry.io/docs/specs/otlp/#otlphttp). Metrics and logs are accepted and dropped. */
export async function collectSpans(): Promise<SpanCollector> {
  let spans: Span[] = [];
  let lost = 0;
  const keep = async (request: IncomingMessage, json: boolean): Promise<void> => {
    const body = await bodyOf(request);
    if (request.url !== '/v1/traces') return;
    const read = json ? readJsonSpans(body.toString('utf8')) : readProtobufSpans(body);
    const room = mostSpans - spans.length;
    lost += Math.max(0, read.length - room);
    spans.push(...read.slice(0, room));
  };
  const server = createServer((request, response) => {
    const json = (request.headers['content-type'] ?? '').includes('json');
    const answer = (status: number): void => {
      response.writeHead(status, { 'content-type': json ? 'application/json' : 'application/x-protobuf' });
      response.end(json ? '{}' : '');
    };
    const refuse = (): void => {
      lost += 1;
      answer(400);
    };
    void keep(request, json).then(() => answer(200), refuse);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    take() {
      const taken = spans;
      spans = [];
      return taken;
    },
    lost: () => lost,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > mostBodyBytes) throw new Error('the export is too large');
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  return request.headers['content-encoding'] === 'gzip' ? unzip(body, { maxOutputLength: mostBodyBytes }) : body;
}
