import * as z from 'zod';
import { kebabOptions } from '../config/options.ts';
import { count, duration, share } from '../config/values.ts';
import type { CheckReport, Finding, Metric, Protocol, ProtocolRow } from '../model.ts';
import { median } from '../stats/quantiles.ts';
import { defineCheck, type Bench, type Wide } from './check.ts';
import { failedShare } from './load-summary.ts';
import { assertMeasured } from './validity.ts';
import { amountText, counted, percent, signedPercent } from './wording.ts';

const options = kebabOptions({
  'protocols-width': count
    .refine((width) => width >= 2 && width <= 250, { error: 'from 2 to 250 requests in flight' })
    .prefault(32)
    .describe('The `protocols` check loads the service over HTTP/1.1 and HTTP/2 with so many requests in flight.'),
  'protocols-window': duration.prefault('2s').describe('How long each of the three rounds of every row takes.'),
  'max-stream-tail': share
    .prefault('50%')
    .describe('How much the 99th percentile may rise when the same requests share one connection; more is a warning.'),
});

interface ProtocolOptions {
  protocolsWidth: number;
  protocolsWindow: number;
  maxStreamTail: number;
}

const protocol = z.enum(['HTTP/1.1', 'HTTP/2']);

const row = z.object({
  protocol,
  connections: z.number(),
  streams: z.number(),
  /** One entry a round. */
  requestsPerSecond: z.array(z.number()),
  p50Us: z.array(z.number()),
  p99Us: z.array(z.number()),
  cpuUsPerRequest: z.array(z.number()),
  /** Of the kernel, for each connection. */
  socketBytes: z.array(z.number()),
  /** The highest share of a round. */
  failedShare: z.number(),
});

const held = z.object({ protocol, heapBytes: z.number(), goroutines: z.number() });

const measurement = z.object({
  /** Why there is nothing to compare; null when the service speaks both. */
  refused: z.string().nullable(),
  rows: z.array(row),
  /** For each connection at rest. */
  held: z.array(held),
});

type Measured = z.output<typeof measurement>;
type Row = z.output<typeof row>;

const rounds = 3;

/** As many requests in flight over HTTP/1.1 and HTTP/2, on as many connections as there are requests and on fewer. */
export const protocols = defineCheck({
  name: 'protocols',
  title: 'HTTP/1.1 and HTTP/2',
  build: 'probe',
  onRequest: true,
  options,
  measurement,
  measure,
  judge,
});

/** From a stream on each connection to all of them on one, by way of a divisor in the middle. */
export function widths(width: number): Wide[] {
  const divisors = Array.from({ length: width }, (_, index) => index + 1).filter((one) => width % one === 0);
  const middle = divisors.findLast((one) => one * one <= width) ?? 1;
  const streams = [...new Set([1, middle, width])];
  const two = streams.map((one): Wide => ({ protocol: 'HTTP/2', connections: width / one, streams: one }));
  return [{ protocol: 'HTTP/1.1', connections: width, streams: 1 }, ...two];
}

async function measure(bench: Bench, chosen: ProtocolOptions, signal: AbortSignal): Promise<Measured> {
  const both = bench.protocols;
  const refused = await both.refusal();
  if (refused !== null) return { refused, rows: [], held: [] };
  const rows = widths(chosen.protocolsWidth).map((wide): Row => ({
    ...wide,
    requestsPerSecond: [],
    p50Us: [],
    p99Us: [],
    cpuUsPerRequest: [],
    socketBytes: [],
    failedShare: 0,
  }));
  // The first round warms up what each row needs. All rows in turn: the machine's drift meets them alike.
  for (let round = 0; round <= rounds; round += 1) {
    bench.progress(round === 0 ? 'protocols: warming up' : `protocols: round ${round} of ${rounds}`);
    for (const one of rows) {
      signal.throwIfAborted();
      const loaded = await both.load(one, chosen.protocolsWindow);
      assertMeasured(loaded.summary);
      if (round === 0) continue;
      const { requestsPerSecond, latencyUs } = loaded.summary;
      one.requestsPerSecond.push(requestsPerSecond);
      one.p50Us.push(latencyUs.p50);
      one.p99Us.push(latencyUs.p99);
      one.failedShare = Math.max(one.failedShare, failedShare(loaded.summary));
      if (loaded.cpuUsPerRequest !== null) one.cpuUsPerRequest.push(loaded.cpuUsPerRequest);
      if (loaded.socketBytes !== null) one.socketBytes.push(loaded.socketBytes);
    }
  }
  const rest: Measured['held'] = [];
  for (const name of ['HTTP/1.1', 'HTTP/2'] as const) {
    rest.push({ protocol: name, ...(await both.hold(name, chosen.protocolsWidth)) });
  }
  return { refused: null, rows, held: rest };
}

const middle = (values: readonly number[]): number | null => (values.length === 0 ? null : median(values));

function judge(
  current: Measured,
  _stored: Measured | null,
  { maxStreamTail }: ProtocolOptions,
): Omit<CheckReport, 'name' | 'title'> {
  if (current.refused !== null) {
    const summary = `The service speaks no HTTP/2, so there is nothing to compare. ${current.refused}`;
    return { outcome: 'skipped', summary, findings: [], metrics: [], routes: [] };
  }
  const rows = current.rows.map((one) => shown(one, current.held));
  const finding = tail(current.rows, maxStreamTail);
  return {
    outcome: 'pass',
    summary: finding.outcome === 'warn' ? finding.reason : summaryOf(rows),
    findings: [finding],
    metrics: metricsOf(rows),
    routes: [],
    protocols: rows,
  };
}

function shown(one: Row, rest: Measured['held']): ProtocolRow {
  const { heapBytes = null, goroutines = null } = rest.find((other) => other.protocol === one.protocol) ?? {};
  return {
    protocol: one.protocol,
    connections: one.connections,
    streams: one.streams,
    requestsPerSecond: median(one.requestsPerSecond),
    p50Us: median(one.p50Us),
    p99Us: median(one.p99Us),
    cpuUsPerRequest: middle(one.cpuUsPerRequest),
    socketBytes: middle(one.socketBytes),
    heapBytes,
    goroutines,
    failedShare: one.failedShare,
  };
}

function summaryOf(rows: readonly ProtocolRow[]): string {
  const one = rows.find((seen) => seen.protocol === 'HTTP/1.1')!;
  const other = rows.find((seen) => seen.protocol === 'HTTP/2')!;
  const change = signedPercent(other.requestsPerSecond / one.requestsPerSecond - 1);
  return `HTTP/2 answers ${amountText(other.requestsPerSecond)} req/s on ${counted(other.connections, 'connection')}, HTTP/1.1 ${amountText(one.requestsPerSecond)} (${change}).`;
}

const ms = (values: readonly number[]): string => `${amountText(median(values) / 1000)} ms`;

/** Every round of the one has to lie above every round of the other: by chance that happens in 1 of 20 runs. */
function tail(rows: readonly Row[], limit: number): Finding {
  const two = rows.filter((one) => one.protocol === 'HTTP/2');
  const [few, many] = [two[0]!, two.at(-1)!];
  const rise = median(many.p99Us) / Math.max(1, median(few.p99Us)) - 1;
  const apart = Math.min(...many.p99Us) > Math.max(...few.p99Us);
  const seen = `p99 is ${ms(few.p99Us)} with one stream on each of ${counted(few.connections, 'connection')}, and ${ms(many.p99Us)} with ${many.streams} streams on ${counted(many.connections, 'connection')} (${signedPercent(rise)})`;
  const rises = rise > limit && apart;
  return {
    id: 'protocols/tail',
    kind: 'speed',
    metric: 'Latency p99 on a shared connection',
    unit: 'ms',
    before: null,
    after: median(many.p99Us) / 1000,
    delta: null,
    interval: null,
    threshold: null,
    outcome: rises ? 'warn' : 'pass',
    reason: rises
      ? `The tail rises with the streams: ${seen}; at most +${percent(limit)} is expected.`
      : `${seen}${rise > limit ? ', but the rounds of both overlap' : ''}.`,
  };
}

/** Both ends of the table; all of it is in the report. */
function metricsOf(rows: readonly ProtocolRow[]): Metric[] {
  const ends: [string, Protocol, ProtocolRow][] = [
    ['h1', 'HTTP/1.1', rows[0]!],
    ['h2', 'HTTP/2', rows.at(-1)!],
  ];
  return ends.flatMap(([key, name, one]) => {
    const figures: [string, string, Metric['unit'], number | null][] = [
      ['rate', 'requests per second', 'req/s', one.requestsPerSecond],
      ['p99', 'latency p99', 'ms', one.p99Us / 1000],
      ['cpu', 'CPU time', 'us/req', one.cpuUsPerRequest],
      ['memory', 'memory of a connection', 'bytes', memoryOf(one)],
      ['goroutines', 'goroutines of a connection', 'goroutines', one.goroutines],
    ];
    return figures.flatMap(([id, title, unit, value]): Metric[] =>
      value === null ? [] : [{ id: `protocols/${key}/${id}`, title: `${name}: ${title}`, unit, better: 'none', value }],
    );
  });
}

/** Kernel and service together; what nobody could tell counts as nothing. */
function memoryOf({ socketBytes, heapBytes }: ProtocolRow): number | null {
  return heapBytes === null ? socketBytes : Math.max(0, heapBytes) + (socketBytes ?? 0);
}
