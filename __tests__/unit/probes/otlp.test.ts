import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readJsonSpans, readProtobufSpans } from '../../../src/probes/otlp.ts';
import { requestsOf } from '../../../src/probes/span-times.ts';

/** Three requests to examples/traced, as the Go SDK 1.36 exported them. */
const recorded = readFileSync(new URL('../../fixtures/probes/orders.otlp.bin', import.meta.url));

test('reads what the Go SDK exports', () => {
  const spans = readProtobufSpans(recorded);
  expect(spans).toHaveLength(18);
  const names = ['auth', 'SELECT orders', 'SELECT items', 'load order', 'encode', 'GET /order'];
  expect(spans.slice(0, 6).map(({ name }) => name)).toEqual(names);
  const [top] = spans.filter(({ parent }) => parent === '');
  expect(top).toMatchObject({ name: 'GET /order', trace: expect.stringMatching(/^[\da-f]{32}$/) });
  expect(top!.id).toMatch(/^[\da-f]{16}$/);
  for (const { startNs, endNs } of spans) {
    expect(endNs).toBeGreaterThanOrEqual(startNs);
    expect(new Date(Number(startNs / 1_000_000n)).getUTCFullYear()).toBe(2026);
  }
});

test('the stages of those requests add up to their length', () => {
  const spans = readProtobufSpans(recorded);
  const requests = requestsOf(spans);
  expect(requests).toHaveLength(3);
  const tops = spans.filter(({ parent }) => parent === '');
  requests.forEach((stages, at) => {
    const sum = [...stages.values()].reduce((total, us) => total + us, 0);
    expect(sum).toBeCloseTo(Number(tops[at]!.endNs - tops[at]!.startNs) / 1000, 6);
    expect(stages.get('SELECT orders')).toBeGreaterThan(190);
  });
});

test('reads the JSON encoding', () => {
  const span = {
    traceId: '5B8EFFF798038103D269B633813FC60C',
    spanId: 'EEE19B7EC3C1B174',
    name: 'auth',
    startTimeUnixNano: '1544712660000000000',
    endTimeUnixNano: '1544712661000000000',
    kind: 2,
    attributes: [{ key: 'x', value: { stringValue: 'y' } }],
  };
  const text = JSON.stringify({ resourceSpans: [{ resource: {}, scopeSpans: [{ spans: [span] }] }] });
  expect(readJsonSpans(text)).toEqual([
    {
      trace: '5b8efff798038103d269b633813fc60c',
      id: 'eee19b7ec3c1b174',
      parent: '',
      name: 'auth',
      startNs: 1544712660000000000n,
      endNs: 1544712661000000000n,
    },
  ]);
});

test('garbage is read or refused, never hangs', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      try {
        expect(Array.isArray(readProtobufSpans(bytes))).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(Error);
      }
    }),
    { numRuns: 500 },
  );
});

test('an export that was cut is refused or read in part', () => {
  for (let length = 0; length < recorded.length; length += 7) {
    try {
      expect(readProtobufSpans(recorded.subarray(0, length)).length).toBeLessThanOrEqual(18);
    } catch (error) {
      expect(error).toBeInstanceOf(Error);
    }
  }
});
