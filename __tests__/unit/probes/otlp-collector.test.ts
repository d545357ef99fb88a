import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { collectSpans } from '../../../src/probes/otlp-collector.ts';

const recorded = readFileSync(new URL('../../fixtures/probes/orders.otlp.bin', import.meta.url));
const protobuf = { 'content-type': 'application/x-protobuf' };

const post = async (
  url: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = protobuf,
) => {
  const answer = await fetch(url, { method: 'POST', body, headers });
  return { status: answer.status, text: await answer.text() };
};

test('takes spans as they are, packed, and in JSON, each once', async () => {
  await using collector = await collectSpans();
  const url = `${collector.endpoint}/v1/traces`;
  expect(collector.endpoint).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(await post(url, new Uint8Array(recorded))).toEqual({ status: 200, text: '' });
  expect(collector.take()).toHaveLength(18);
  const packed = new Uint8Array(gzipSync(recorded));
  expect((await post(url, packed, { ...protobuf, 'content-encoding': 'gzip' })).status).toBe(200);
  expect((await post(url, '{"resourceSpans":[]}', { 'content-type': 'application/json' })).text).toBe('{}');
  expect(collector.take()).toHaveLength(18);
  expect(collector.take()).toEqual([]);
  expect(collector.lost()).toBe(0);
});

test('metrics and logs are accepted and dropped; what can’t be read is counted', async () => {
  await using collector = await collectSpans();
  expect((await post(`${collector.endpoint}/v1/metrics`, new Uint8Array(recorded))).status).toBe(200);
  expect(collector.take()).toEqual([]);
  expect((await post(`${collector.endpoint}/v1/traces`, '{', { 'content-type': 'application/json' })).status).toBe(400);
  const bomb = new Uint8Array(gzipSync(Buffer.alloc(80 << 20)));
  expect(
    (await post(`${collector.endpoint}/v1/traces`, bomb, { ...protobuf, 'content-encoding': 'gzip' })).status,
  ).toBe(400);
  expect(collector.lost()).toBe(2);
});

test('nothing listens afterwards', async () => {
  const collector = await collectSpans();
  await collector[Symbol.asyncDispose]();
  await expect(fetch(collector.endpoint)).rejects.toThrow('fetch failed');
});
