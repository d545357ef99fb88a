import { describe, expect, test } from 'vitest';
import type { Bench, JudgeContext, Wide } from '../../../src/checks/check.ts';
import { protocols, widths } from '../../../src/checks/protocols.ts';
import type { LoadSummary } from '../../../src/model.ts';

const { signal } = new AbortController();
const context: JudgeContext = { compare: 'auto', knownLeaks: 'fail', mismatches: [] };
const chosen = (given: Record<string, unknown> = {}) => protocols.options.parse(given);

test.each([
  [32, [1, 4, 32]],
  [36, [1, 6, 36]],
  [7, [1, 7]],
  [2, [1, 2]],
])('%i in flight: streams of %j', (width, streams) => {
  const [first, ...rest] = widths(width);
  expect(first).toEqual({ protocol: 'HTTP/1.1', connections: width, streams: 1 });
  expect(rest.map((one) => one.streams)).toEqual(streams);
  expect(rest.every((one) => one.connections * one.streams === width && one.protocol === 'HTTP/2')).toBe(true);
});

/** A service whose p99 is `tailMs` for a number of streams, in each round. */
function benchWith(tailMs: (streams: number, round: number) => number, refusal: string | null = null) {
  const loads: string[] = [];
  let round = 0;
  const bench = {
    progress: () => undefined,
    protocols: {
      refusal: async () => refusal,
      async load({ protocol, connections, streams }: Wide) {
        loads.push(`${protocol} ${connections}×${streams}`);
        if (protocol === 'HTTP/1.1') round += 1;
        const p99 = tailMs(streams, round) * 1000;
        const latencyUs = { mean: 1, p50: 500, p95: 1, p99, max: p99 };
        const figures = { sent: 1000, answered: 1000, errors: 0, timeouts: 0, lost: 0, unexpected: 5, statuses: {} };
        const summary = { ...figures, latencyUs, requestsPerSecond: 900 + round } as unknown as LoadSummary;
        return { summary, cpuUsPerRequest: protocol === 'HTTP/2' ? 80 : 50, socketBytes: round === 2 ? null : 4096 };
      },
      hold: async (protocol: string, connections: number) => ({
        heapBytes: connections * 100,
        goroutines: protocol === 'HTTP/2' ? 2 : 1,
      }),
    },
  } as unknown as Bench;
  return { bench, loads };
}

const report = async (tailMs: (streams: number, round: number) => number, given = {}) =>
  protocols.judge(
    await protocols.measure(benchWith(tailMs).bench, chosen(given), signal),
    null,
    chosen(given),
    context,
  );

test('all rows in turn, one round to warm up and three that count', async () => {
  const { bench, loads } = benchWith(() => 2);
  const measured = await protocols.measure(bench, chosen(), signal);
  const turn = ['HTTP/1.1 32×1', 'HTTP/2 32×1', 'HTTP/2 8×4', 'HTTP/2 1×32'];
  expect(loads).toEqual([...turn, ...turn, ...turn, ...turn]);
  expect(measured.rows[0]).toMatchObject({
    requestsPerSecond: [902, 903, 904],
    failedShare: 0.005,
    socketBytes: [4096, 4096],
  });
  expect(measured.held).toEqual([
    { protocol: 'HTTP/1.1', heapBytes: 3200, goroutines: 1 },
    { protocol: 'HTTP/2', heapBytes: 3200, goroutines: 2 },
  ]);
  expect(protocols.measurement.parse(JSON.parse(JSON.stringify(measured)))).toEqual(measured);
});

describe('judging', () => {
  test('the table, and both ends of it as figures', async () => {
    const { outcome, protocols: rows, metrics, findings } = await report(() => 2);
    expect([outcome, findings[0]!.outcome]).toEqual(['pass', 'pass']);
    expect(rows).toHaveLength(4);
    expect(rows![3]).toEqual({
      protocol: 'HTTP/2',
      connections: 1,
      streams: 32,
      requestsPerSecond: 903,
      p50Us: 500,
      p99Us: 2000,
      cpuUsPerRequest: 80,
      socketBytes: 4096,
      heapBytes: 3200,
      goroutines: 2,
      failedShare: 0.005,
    });
    expect(metrics.find(({ id }) => id === 'protocols/h2/memory')?.value).toBe(7296);
    expect(metrics.find(({ id }) => id === 'protocols/h1/cpu')?.value).toBe(50);
  });

  test('a tail that rises with the streams in every round is a warning and says by how much', async () => {
    const { outcome, summary, findings } = await report((streams, round) => (streams === 32 ? 8 + round : 4));
    expect([outcome, findings[0]!.outcome]).toEqual(['pass', 'warn']);
    expect(summary).toContain('The tail rises with the streams: p99 is 4 ms with one stream on each of 32 connections');
    expect(summary).toMatch(/11 ms with 32 streams on 1 connection \(\+175\.0\s%\)/);
  });

  test('one that rises by no more than the limit, or not in every round, is none', async () => {
    expect((await report((streams) => (streams === 32 ? 5.9 : 4))).findings[0]!.outcome).toBe('pass');
    const noisy = await report((streams, round) => (streams === 32 ? [9, 9, 3, 9][round - 1]! : 4));
    expect(noisy.findings[0]).toMatchObject({ outcome: 'pass', reason: expect.stringContaining('overlap') });
    expect(
      (await report((streams) => (streams === 32 ? 5.9 : 4), { 'max-stream-tail': '40%' })).findings[0]!.outcome,
    ).toBe('warn');
  });

  test('a service without HTTP/2 is skipped, with the reason', async () => {
    const { bench, loads } = benchWith(() => 2, 'Write tls: true.');
    const measured = await protocols.measure(bench, chosen(), signal);
    const judged = protocols.judge(measured, null, chosen(), context);
    expect(loads).toEqual([]);
    expect(judged).toMatchObject({ outcome: 'skipped', findings: [], metrics: [] });
    expect(judged.summary).toContain('Write tls: true.');
  });
});
