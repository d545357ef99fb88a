import type { CheckReport, ProtocolRow } from '../model.ts';
import type { Say, Word } from '../words/say.ts';
import { formatCount, formatValue } from './numbers.ts';

/** Titles of the columns. */
export const protocolHead = (say: Say): string[] => [
  say('Protocol'),
  say('Connections'),
  say('Streams'),
  'req/s',
  'p50',
  'p99',
  say('CPU/request'),
  say('Kernel/conn.'),
  say('Heap/conn.'),
  say('Goroutines/conn.'),
];

/** HTTP/1.1 beside HTTP/2, a row for each width; null without such a check. */
export function protocolCells({ protocols }: Pick<CheckReport, 'protocols'>): string[][] | null {
  return protocols === undefined || protocols.length === 0 ? null : protocols.map(cells);
}

const told = (value: number | null, unit: 'us/req' | 'bytes'): string =>
  value === null ? '–' : formatValue(value, unit);

function cells(row: ProtocolRow): string[] {
  return [
    row.protocol,
    formatCount(row.connections),
    formatCount(row.streams),
    formatCount(Math.round(row.requestsPerSecond)),
    formatValue(row.p50Us / 1000, 'ms'),
    formatValue(row.p99Us / 1000, 'ms'),
    told(row.cpuUsPerRequest, 'us/req'),
    told(row.socketBytes === null ? null : Math.round(row.socketBytes), 'bytes'),
    told(row.heapBytes === null ? null : Math.round(row.heapBytes), 'bytes'),
    row.goroutines === null ? '–' : row.goroutines.toFixed(1),
  ];
}

/** What the columns mean that aren't plain. */
export const protocolNote: Word =
  'As many requests are in flight in every row. Kernel: bytes in the socket’s buffers under load. Heap and goroutines: of a connection at rest that has answered one request.';
