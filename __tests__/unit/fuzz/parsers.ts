import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { parseBaseline } from '../../../src/baseline/schema.ts';
import { resolveConfig } from '../../../src/config/resolve.ts';
import { readFeeder } from '../../../src/config/feeders.ts';
import { readRequests, requestsSchema, badRequests } from '../../../src/config/requests.ts';
import { parseTemplate } from '../../../src/config/template.ts';
import { responseReader } from '../../../src/engines/response-reader.ts';
import { mergePods, readPod } from '../../../src/engines/k6/summary.ts';
import { readK6 } from '../../../src/engines/programs/k6-summary.ts';
import { readHits } from '../../../src/engines/programs/vegeta-results.ts';
import { readWrk } from '../../../src/engines/programs/wrk-output.ts';
import { readEvents } from '../../../src/go-test/events.ts';
import { readHeapDump } from '../../../src/heap/dump.ts';
import { retentionGraph } from '../../../src/heap/graph.ts';
import { readGoProgram } from '../../../src/heap/program.ts';
import { parseSnapshot, writeSnapshot } from '../../../src/heap/snapshot-file.ts';
import { importRequests } from '../../../src/imports/index.ts';
import { readCoverage } from '../../../src/inventory/coverage.ts';
import { decodeCpu } from '../../../src/pprof/decode-cpu.ts';
import { decodeHeap } from '../../../src/pprof/decode.ts';
import { readRuntimeTrace } from '../../../src/pprof/runtime-trace.ts';
import { groupGoroutines, parseStacks } from '../../../src/pprof/stacks.ts';
import { readJsonSpans, readProtobufSpans } from '../../../src/probes/otlp.ts';
import { readServerTiming } from '../../../src/probes/server-timing.ts';
import { stackCalls, parseFatal } from '../../../src/service/crash.ts';
import { collectionTimes } from '../../../src/service/gc-trace.ts';
import { route } from '../engines/scenario.ts';
import { elf } from '../heap/made-elf.ts';
import { dumpBytes, frames, recorded, withDump } from '../heap/recorded.ts';
import { profile, retention } from '../heap/snapshots.ts';

export interface Parser {
  name: string;
  /** What it reads in good health. */
  seeds: Buffer[];
  /** Reads it to its end. */
  read(bytes: Buffer): unknown;
  /** Tries of a plain run, where they cost more than those of others. */
  tries?: number;
  /** What it says of bad input instead of `LeakgateError`; its callers turn it into one, or do without. */
  throws?: (error: unknown) => boolean;
}

const fixtures = new URL('../../fixtures/', import.meta.url);
const fixture = (name: string): Buffer => readFileSync(new URL(name, fixtures));
const unzipped = (name: string): Buffer => gunzipSync(fixture(name));
const all = (folder: string, end: RegExp): string[] =>
  readdirSync(new URL(folder, fixtures))
    .filter((name) => end.test(name))
    .map((name) => `${folder}${name}`);
const text = (...texts: string[]): Buffer[] => texts.map((one) => Buffer.from(one));
const asText = (bytes: Buffer): string => bytes.toString('utf8');

const { program } = recorded('go1.26.8', 40);
const routes = [route('GET /a'), route('POST /b')];
const noFiles = {
  sources: { column: () => ['a', 'b'], environment: () => 'value' },
  headers: {},
  exists: () => false,
  read: () => Buffer.alloc(0),
  expand: (given: string) => given,
};

const openApi = `openapi: 3.0.3
paths:
  /items/{id}:
    parameters: [{ name: id, in: path, schema: { type: integer, minimum: 3 } }]
    get: { parameters: [{ name: q, in: query, required: true, schema: { $ref: '#/components/schemas/Q' } }] }
    post: { requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Item' } } } } }
components:
  schemas:
    Q: { type: string, enum: [a, b] }
    Item: { type: object, properties: { name: { type: string }, parts: { type: array, items: { $ref: '#/components/schemas/Item' } } } }
`;
const har = JSON.stringify({
  log: {
    entries: [
      { request: { method: 'GET', url: 'http://localhost:1/a?b=c', headers: [{ name: 'Accept', value: '*/*' }] } },
      {
        request: {
          method: 'POST',
          url: 'https://localhost/b',
          headers: [],
          postData: { mimeType: 'application/json', text: '{"a":1}' },
        },
      },
    ],
  },
});
const k6Script = `import http from 'k6/http';
const base = __ENV.BASE_URL;
export default function () {
  http.get(\`\${base}/a\`, { headers: { accept: 'text/html' } });
  http.post(base + '/b', JSON.stringify({ name: 'x', list: [1, 2] }));
}
`;
const answers = [
  'HTTP/1.1 200 OK\r\nContent-Length: 5\r\nSet-Cookie: a=b\r\n\r\nhello',
  'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\nhello\r\n0\r\nA: b\r\n\r\n',
  'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n',
];
const span = {
  resourceSpans: [
    {
      scopeSpans: [
        {
          spans: [
            {
              traceId: '5b8efff798038103d269b633813fc60c',
              spanId: 'eee19b7ec3c1b174',
              name: 'GET /a',
              startTimeUnixNano: '1',
              endTimeUnixNano: '1000',
            },
          ],
        },
      ],
    },
  ],
};
const fatal = `panic: boom [recovered]\n\ngoroutine 7 [running]:\nmain.crash(0x1)\n\t/src/main.go:12 +0x1d\ncreated by main.main in goroutine 1\n\t/src/main.go:8 +0x25\nexit status 2`;
const ofTests = [
  { Action: 'start', Package: 'example.com/a' },
  { Action: 'run', Package: 'example.com/a', Test: 'TestA' },
  { Action: 'output', Package: 'example.com/a', Test: 'TestA', Output: 'found unexpected goroutines:\n' },
  { Action: 'fail', Package: 'example.com/a', Test: 'TestA', Elapsed: 0.1 },
  { Action: 'fail', Package: 'example.com/a', Elapsed: 0.2 },
].map((event) => JSON.stringify(event));

const imported = (name: string, ...seeds: string[]): Parser => ({
  name: `an import of ${name}`,
  seeds: text(...seeds),
  read: async (bytes) => importRequests(asText(bytes), name),
});

/** The collector counts an export that can't be read as lost. */
const refusedByCollector = (error: unknown): boolean => error instanceof Error;

const config = `# a service
package: ./cmd/api
args: ['-listen', '127.0.0.1:{port}']
env: { LOG_LEVEL: error }
requests:
  - GET /healthz
  - { method: POST, path: /api/orders, weight: 3, expectStatus: 201, body: { a: 1 } }
traffic: { stages: [{ rate: 10, to: 50, for: 10s }] }
qps: { max-p99-increase: 10%, duration: 5s }
leak-budget: 30s
gates: { qps/p99: both }
allow: [{ site: main.cache, reason: meant, owner: me, until: 2027-03-31 }]
`;

/** Everything that reads what comes from outside. */
export const parsers: Parser[] = [
  {
    name: 'a heap profile',
    seeds: all('pprof/', /heap\.pb\.gz$/).map(unzipped),
    read: (bytes) => decodeHeap(bytes, frames),
  },
  {
    name: 'a CPU profile',
    seeds: [unzipped('pprof/go1.26.flags.cpu.pb.gz')],
    read: (bytes) => decodeCpu(bytes, frames),
  },
  {
    name: 'a goroutine dump',
    seeds: all('pprof/', /stacks\.txt$/).map(fixture),
    read: (bytes) => groupGoroutines(parseStacks(asText(bytes), frames)),
  },
  {
    name: 'a runtime trace',
    seeds: all('trace/', /\.trace\.gz$/).map(unzipped),
    read: (bytes) => readRuntimeTrace(bytes),
    throws: (error) => error instanceof RangeError && /^(?:no|a) trace/.test(error.message),
    tries: 40,
  },
  {
    name: 'a heap dump',
    seeds: [dumpBytes('go1.26.8', 40)],
    read: (bytes) => withDump(bytes, (path) => retentionGraph(readHeapDump(path, program), program)),
    tries: 25,
  },
  {
    name: 'a program',
    seeds: [elf(), elf({ type: 3 }), elf({ withoutSymbols: true })],
    read: (bytes) =>
      withDump(bytes, (path) => {
        const { globals, functions, typeAt } = readGoProgram(path);
        return [globals.name(globals.find(0x5044)), functions.name(functions.find(0x1200)), typeAt(0x3000)];
      }),
  },
  {
    name: 'a kept heap snapshot',
    seeds: [profile({ 'main.put': [4096, 4] }), retention([['a', 1, 8, ['b', 2, 16]]])].flatMap((taken) => {
      const packed = Buffer.from(writeSnapshot(taken));
      return [packed, gunzipSync(packed)];
    }),
    // Packed anew: a change within a gzip stream is found by its checksum.
    read: (bytes) => parseSnapshot(bytes[0] === 0x1f ? bytes : gzipSync(bytes), 'a.heap'),
  },
  {
    name: 'a stored baseline',
    seeds: [fixture('baseline/version-1.json'), fixture('baseline/unbounded-cache.json')],
    read: (bytes) => parseBaseline(asText(bytes), { name: 'a baseline', removal: 'remove it' }),
    tries: 100,
  },
  {
    name: 'a config file',
    seeds: text(
      config,
      'target: localhost:8080/x\n',
      'target: http://127.0.0.1:8080\npprof-url: http://127.0.0.1:6060\nchecks: [qps, heap-leak]\n',
    ),
    read: (bytes) =>
      withDump(bytes, (path) => resolveConfig({ inputs: { config: path }, cwd: dirname(path), env: {} })),
  },
  {
    name: 'requests',
    seeds: text('GET /a\nPOST /b?c={{seq}} -> 201, 204\n# and\n\nPUT /{{uuid}} -> 404', 'GET /a'),
    read: (bytes) => readRequests(asText(bytes), 'requests', noFiles),
  },
  {
    name: 'requests as a list',
    seeds: text(
      JSON.stringify([{ path: '/a', headers: { a: 'b' }, weight: 2, body: { c: 1 } }, 'GET /b', { target: 'POST /c' }]),
    ),
    read(bytes) {
      const parsed = requestsSchema.safeParse(jsonOr(asText(bytes)), { reportInput: true });
      if (!parsed.success) throw badRequests(parsed.error, 'requests');
      return readRequests(parsed.data, 'requests', noFiles);
    },
  },
  {
    name: 'a template',
    seeds: text('/a/{{uuid}}/{{randInt 1 9}}?b={{users.id}}&c={{env TOKEN}}&d={{traceparent}}\\{{e}}'),
    read: (bytes) => parseTemplate(asText(bytes), 'path', 'requests', noFiles.sources),
  },
  {
    name: 'a feeder of rows',
    seeds: text('id,name\n1,"a ""b"""\n2,c\n'),
    read: (bytes) => readFeeder('a.csv', asText(bytes)),
  },
  {
    name: 'a feeder of lines',
    seeds: text('{"id":1}\n{"id":2,"n":"x"}\n'),
    read: (bytes) => readFeeder('a.jsonl', asText(bytes)),
  },
  imported('api.yaml', openApi),
  imported('api.json', JSON.stringify({ openapi: '3.1.0', paths: { '/a': { get: {} } } })),
  imported('page.har', har),
  imported('load.js', k6Script),
  imported(
    'targets.txt',
    'GET http://localhost/a\nAccept: */*\n\nPOST http://localhost/b\n@body.json\n',
    '{"method":"GET","url":"http://localhost/a","header":{"A":["b"]}}\n',
  ),
  {
    name: 'what wrk printed',
    seeds: all('engines/programs/', /^.*wrk.*\.txt$/).map(fixture),
    read: (bytes) => readWrk(asText(bytes), { routes, connections: 4, version: '4' }),
  },
  {
    name: 'what vegeta recorded',
    seeds: all('engines/programs/', /vegeta.*\.json$/).map(fixture),
    read: (bytes) => readHits(asText(bytes), 2),
  },
  {
    name: 'a summary of k6',
    seeds: all('engines/programs/', /k6-0.*\.json$/).map(fixture),
    read: (bytes) => readK6(asText(bytes), { version: '1', connections: 4, model: 'closed', ranMs: 1000 }),
  },
  {
    name: 'what a pod of k6 counted',
    seeds: all('engines/k6/', /\.txt$/).map(fixture),
    read: (bytes) => mergePods([readPod(asText(bytes))], { routes, connections: 4, version: '1' }),
  },
  {
    name: 'an answer over HTTP',
    seeds: text(...answers),
    read(bytes) {
      const reader = responseReader({ cookies: true });
      reader.begin(false);
      return [reader.push(bytes), reader.end(), reader.setCookie()];
    },
    // The connection counts it as broken.
    throws: (error) => error instanceof Error && error.constructor === Error,
  },
  {
    name: 'spans in JSON',
    seeds: text(JSON.stringify(span)),
    read: (bytes) => readJsonSpans(asText(bytes)),
    throws: refusedByCollector,
  },
  {
    name: 'spans in protobuf',
    seeds: [fixture('probes/orders.otlp.bin')],
    read: (bytes) => readProtobufSpans(bytes),
    throws: refusedByCollector,
  },
  {
    name: 'a Server-Timing field',
    seeds: text('db;dur=53.2;desc="a, b", cache;desc=hit, total;dur=123'),
    read: (bytes) => readServerTiming(asText(bytes)),
  },
  {
    name: 'the end of a process',
    seeds: text(fatal),
    read: (bytes) => [parseFatal(asText(bytes).split('\n')), stackCalls(asText(bytes).split('\n'))],
  },
  {
    name: 'a line about a collection',
    seeds: text(
      'gc 12 @3.004s 2%: 0.021+0.60+0.003 ms clock, 0.042+0.15/0.55/0.90+0.007 ms cpu, 4->4->2 MB, 5 MB goal, 0 MB stacks, 0 MB globals, 2 P',
    ),
    read: (bytes) => collectionTimes(asText(bytes)),
  },
  {
    name: 'events of go test',
    seeds: text(ofTests.join('\n')),
    read(bytes) {
      const reader = readEvents(() => undefined);
      asText(bytes)
        .split('\n')
        .forEach((line) => reader.line(line));
      return [reader.packages, reader.buildOutput()];
    },
  },
  {
    name: 'a coverage profile',
    seeds: text('mode: count\nexample.com/a/b.go:3.14,5.2 2 7\nexample.com/a/b.go:6.1,7.2 1 0\n'),
    read: (bytes) => readCoverage(asText(bytes)),
  },
];

function jsonOr(given: string): unknown {
  try {
    return JSON.parse(given);
  } catch {
    return given;
  }
}
