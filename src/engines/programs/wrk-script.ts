import { LeakgateError } from '../../errors.ts';
import type { Route } from '../../model.ts';
import { requestBytes } from '../request-bytes.ts';
import { routeCycle } from '../routes.ts';

/** What stands before the JSON in the line that the script prints at the end. */
export const resultMark = 'leakgate-result ';

/**
 * The Lua script that makes wrk send a scenario and print what it counted. Every thread has a Lua state of its own.
 * Answers are looked at only where the default of 2xx and 3xx isn't what is expected: it costs wrk most of its speed.
 * @throws LeakgateError `config` for a scenario that wrk can't send or can't judge.
 */
export function wrkScript(origin: string, routes: readonly Route[]): string {
  assertSendable(routes);
  const { host } = new URL(origin);
  const expected = routes[0]!.expectStatus;
  return `${[
    `local requests = {${routes.map((route) => luaString(requestBytes(route, host))).join(', ')}}`,
    `local cycle = {${routeCycle(routes)
      .map((index) => index + 1)
      .join(', ')}}`,
    ...sending,
    ...(expected.length === 0 ? [] : counting(expected)),
    ...telling(expected.length > 0),
  ].join('\n')}\n`;
}

const sending = [
  'local threads = {}',
  'function setup(thread) thread:set("number", #threads) table.insert(threads, thread) end',
  'sent, unexpected = 0, 0',
  'local at',
  'function init() at = (number * 7919) % #cycle end',
  'function request() at = at % #cycle + 1 sent = sent + 1 return requests[cycle[at]] end',
];

const counting = (expected: readonly number[]): string[] => [
  `local expected = {${expected.map((status) => `[${status}] = true`).join(', ')}}`,
  'function response(status) if not expected[status] then unexpected = unexpected + 1 end end',
];

const telling = (counted: boolean): string[] => [
  'function done(summary, latency, requests)',
  // Before it begins, wrk asks the first thread for a request to look at.
  '  local sent, unexpected = -1, 0',
  '  for _, thread in ipairs(threads) do sent = sent + thread:get("sent") unexpected = unexpected + thread:get("unexpected") end',
  '  local e = summary.errors',
  `  local figures = {sent = sent, answered = summary.requests, unexpected = ${counted ? 'unexpected' : 'e.status'}, durationUs = summary.duration,`,
  '    connect = e.connect, read = e.read, write = e.write, late = e.timeout,',
  '    mean = latency.mean, p50 = latency:percentile(50), p95 = latency:percentile(95), p99 = latency:percentile(99), max = latency.max,',
  '    rateMean = requests.mean, rateDeviation = requests.stdev}',
  '  local parts = {}',
  '  for name, value in pairs(figures) do if value ~= value then value = 0 end table.insert(parts, string.format("%q:%.3f", name, tonumber(value))) end',
  `  io.write("\\n${resultMark}{" .. table.concat(parts, ",") .. "}\\n")`,
  'end',
];

/** Every byte but plain letters and digits as its decimal code. */
function luaString(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => {
    const letter = String.fromCharCode(byte);
    return /[\w ./:-]/.test(letter) && byte < 128 ? letter : `\\${String(byte).padStart(3, '0')}`;
  });
  return `"${text.join('')}"`;
}

function assertSendable(routes: readonly Route[]): void {
  const head = routes.find(({ method }) => method === 'HEAD');
  if (head !== undefined) {
    throw new LeakgateError('config', `wrk can't send ${head.label}: it waits for a body that never comes.`, {
      hint: 'Leave that request out, or write `engine: auto`.',
    });
  }
  const lists = new Set(routes.map(({ expectStatus }) => expectStatus.toSorted((a, b) => a - b).join()));
  if (lists.size > 1) {
    throw new LeakgateError(
      'config',
      "wrk can't tell which request an answer belongs to, and these expect different statuses.",
      {
        hint: 'Expect the same statuses of every request, or write `engine: auto`.',
      },
    );
  }
}
