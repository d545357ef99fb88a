import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { askPrometheus } from '../../../src/probes/prometheus.ts';
import { installed, realServer } from '../real-server.ts';

const { signal } = new AbortController();
let server: Server | undefined;
afterEach(() => server?.close());

/** A server that answers any query with this text; `asked` collects the paths. */
async function answering(text: string, asked: string[] = []): Promise<string> {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end(text);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/prom`;
}

const success = (data: unknown) => JSON.stringify({ status: 'success', data });
const series = (...values: string[]) =>
  success({ resultType: 'vector', result: values.map((value) => ({ metric: { a: 'b' }, value: [1.5, value] })) });

test('asks for an instant value below the given address', async () => {
  const asked: string[] = [];
  const address = await answering(series('42.5'), asked);
  expect(await askPrometheus(address, 'sum(up{job="a b"})', signal)).toEqual({ value: 42.5 });
  expect(asked).toEqual(['/prom/api/v1/query?query=sum%28up%7Bjob%3D%22a+b%22%7D%29']);
});

test('a scalar is as good', async () => {
  expect(
    await askPrometheus(await answering(success({ resultType: 'scalar', result: [1, '7'] })), '7', signal),
  ).toEqual({
    value: 7,
  });
});

test.each([
  ['no series', series(), 'no such series'],
  ['several series', series('1', '2'), 'gives 2 series'],
  ['not a number', series('NaN'), 'its value is NaN'],
  ['a range', success({ resultType: 'matrix', result: [] }), 'no single number'],
  [
    'a refused query',
    JSON.stringify({ status: 'error', errorType: 'bad_data', error: 'parse error at 1' }),
    'parse error at 1',
  ],
  ['another server', '<html>', 'can’t be asked'],
  ['another shape', '{"status":"success"}', 'isn’t that of a Prometheus'],
  ['too much', JSON.stringify('x'.repeat(2 << 20)), 'longer than 1 MiB'],
])('%s is told in words', async (_, text, words) => {
  const answer = await askPrometheus(await answering(text), 'up', signal);
  expect('missing' in answer && answer.missing).toContain(words);
});

test('a port that nothing listens on is told in words, an abort is thrown', async () => {
  const address = await answering('');
  server?.close();
  expect(await askPrometheus(address, 'up', signal)).toMatchObject({
    missing: expect.stringContaining('ECONNREFUSED'),
  });
  await expect(askPrometheus(address, 'up', AbortSignal.abort(new Error('stop')))).rejects.toThrow('stop');
});

const program = installed('prometheus');

test.skipIf(program === null)('a real Prometheus tells what it scraped, and why it has no number', async () => {
  let misses = 3;
  const service = createServer((_, response) => {
    response.end(`cache_misses_total{kind="a"} ${misses}\ncache_misses_total{kind="b"} 4\nempty_ratio NaN\n`);
  });
  server = service.listen(0, '127.0.0.1');
  await once(service, 'listening');
  const target = `127.0.0.1:${(service.address() as AddressInfo).port}`;
  const settings = {
    global: { scrape_interval: '500ms', scrape_timeout: '500ms' },
    scrape_configs: [{ job_name: 'service', static_configs: [{ targets: [target] }] }],
  };
  await using monitor = await realServer(program!, {
    files: { 'prometheus.json': JSON.stringify(settings) },
    args: (address) => ['--config.file=prometheus.json', '--storage.tsdb.path=data', `--web.listen-address=${address}`],
  });
  // A scrape that a busy machine is too late for leaves a gap.
  const tells = async (query: string, answer: unknown) =>
    expect.poll(async () => askPrometheus(monitor.url, query, signal), { timeout: 60_000 }).toEqual(answer);

  await tells('sum(cache_misses_total)', { value: 7 });
  misses = 40;
  await tells('sum(cache_misses_total)', { value: 44 });
  await tells('scalar(cache_misses_total{kind="b"})', { value: 4 });
  await tells('cache_misses_total', { missing: expect.stringContaining('gives 2 series') });
  await tells('cache_hits_total', { missing: expect.stringContaining('no such series') });
  await tells('cache_misses_total[1m]', { missing: expect.stringContaining('no single number') });
  await tells('empty_ratio', { missing: 'its value is NaN' });
  await tells('sum(', { missing: expect.stringContaining('refused the query: invalid parameter') });
});
