import { PbfReader } from 'pbf';
import * as z from 'zod';

/** A stretch of work inside of one request. Times are nanoseconds since 1970. */
export interface Span {
  /** Of the request that it belongs to, in hexadecimal, as are the other two. */
  trace: string;
  id: string;
  /** Empty for the first of its trace. */
  parent: string;
  name: string;
  startNs: bigint;
  endNs: bigint;
}

/**
 * Reads an `ExportTraceServiceRequest` of OTLP (opentelemetry-proto, trace/v1): field numbers and types are those of its `.proto` files.
 * @throws whatever a reader throws for bytes that are none.
 */
export function readProtobufSpans(bytes: Uint8Array): Span[] {
  const spans: Span[] = [];
  new PbfReader(bytes).readFields((tag, _, request) => {
    if (tag === 1) request.readMessage(readResource, spans);
  }, null);
  return spans;
}

const readResource = (tag: number, spans: Span[], reader: PbfReader): void => {
  if (tag === 2) reader.readMessage(readScope, spans);
};

const readScope = (tag: number, spans: Span[], reader: PbfReader): void => {
  if (tag !== 2) return;
  spans.push(reader.readMessage(readSpan, { trace: '', id: '', parent: '', name: '', startNs: 0n, endNs: 0n }));
};

function readSpan(tag: number, span: Span, reader: PbfReader): void {
  if (tag === 1) span.trace = hex(reader.readBytes());
  else if (tag === 2) span.id = hex(reader.readBytes());
  else if (tag === 4) span.parent = hex(reader.readBytes());
  else if (tag === 5) span.name = reader.readString();
  else if (tag === 7) span.startNs = nanoseconds(reader);
  else if (tag === 8) span.endNs = nanoseconds(reader);
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** The library reads 64 bits as a double, which is off by up to 256 ns at today's date. */
function nanoseconds(reader: PbfReader): bigint {
  const value = reader.dataView.getBigUint64(reader.pos, true);
  reader.pos += 8;
  return value;
}

const time = z
  .union([z.string().regex(/^\d{1,20}$/), z.number().int().nonnegative()])
  .transform((text) => BigInt(text));

const jsonSpans = z.object({
  resourceSpans: z
    .array(
      z.object({
        scopeSpans: z
          .array(
            z.object({
              spans: z
                .array(
                  z.object({
                    traceId: z.string(),
                    spanId: z.string(),
                    parentSpanId: z.string().default(''),
                    name: z.string().default(''),
                    startTimeUnixNano: time,
                    endTimeUnixNano: time,
                  }),
                )
                .default([]),
            }),
          )
          .default([]),
      }),
    )
    .default([]),
});

/** The same in OTLP's JSON encoding. */
export function readJsonSpans(text: string): Span[] {
  return jsonSpans
    .parse(JSON.parse(text))
    .resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans))
    .map((span) => ({
      trace: span.traceId.toLowerCase(),
      id: span.spanId.toLowerCase(),
      parent: span.parentSpanId.toLowerCase(),
      name: span.name,
      startNs: span.startTimeUnixNano,
      endNs: span.endTimeUnixNano,
    }));
}
