import { readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deployedProbe, type DeployedProbe } from '../../../src/probes/deployed-probe.ts';

const never = new AbortController().signal;
const fixture = (name: string): Buffer => readFileSync(new URL(`../../fixtures/pprof/${name}`, import.meta.url));
const profile = fixture('go1.26.heap.pb.gz');
const heapText = fixture('go1.26.heap.txt').toString('utf8');

let server: Server;
let probe: DeployedProbe;
let asked: string[];
let connections: string[];
/** By path and query; what isn't there is 404, as net/http/pprof has it. */
let answers: Record<string, string | Buffer | ((response: ServerResponse) => void)>;
beforeEach(async () => {
  [asked, connections, answers] = [[], [], {}];
  server = createServer((request, response) => {
    const question = (request.url ?? '').replace('/debug/pprof/', '');
    asked.push(question);
    connections.push(request.headers.connection ?? '');
    const answer = answers[question];
    if (typeof answer === 'function') answer(response);
    else if (answer === undefined) response.writeHead(404).end('Unknown profile');
    else response.end(answer);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  probe = deployedProbe(new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

const figure = (name: string): number => Number(new RegExp(`^# ${name} = (\\d+)$`, 'm').exec(heapText)![1]);

describe('the profiles of a deployed service', () => {
  test('tell how often the heap is sampled, and whether leaks are proved', async () => {
    answers['heap?debug=1'] = heapText;
    expect(await probe.traits(never)).toEqual({ leakProof: false, sampleBytes: 524_288 });
    answers['goroutineleak?debug=0'] = profile;
    expect(await probe.traits(never)).toEqual({ leakProof: true, sampleBytes: 524_288 });
  });

  test('tell the figures of the runtime, after as many collections as asked for', async () => {
    answers['heap?debug=1'] = heapText;
    answers['heap?debug=1&gc=1'] = heapText;
    answers['heap?gc=1'] = profile;
    const figures = {
      heapBytes: figure('HeapAlloc'),
      heapObjects: figure('HeapObjects'),
      mallocs: figure('Mallocs'),
      totalAllocBytes: figure('TotalAlloc'),
    };
    expect(figures.mallocs).toBeGreaterThan(0);
    expect(await probe.memStats(0, never)).toEqual(figures);
    expect(await probe.memStats(2, never)).toEqual(figures);
    expect(asked).toEqual(['heap?debug=1', 'heap?gc=1', 'heap?debug=1&gc=1']);
    // An idle connection would be a goroutine of the service in the next look.
    expect(connections).toEqual(['close', 'close', 'close']);
  });

  test('that count less than before are those of another process', async () => {
    answers['heap?debug=1'] = heapText;
    await probe.memStats(0, never);
    answers['heap?debug=1'] = heapText.replace(/^# Mallocs = \d+$/m, '# Mallocs = 3');
    await expect(probe.memStats(0, never)).rejects.toMatchObject({
      code: 'measurement',
      message: expect.stringMatching(/^The process behind http:\/\/127\.0\.0\.1:\d+ is another one than before\.$/),
    });
  });

  test('come unpacked', async () => {
    answers['heap'] = profile;
    answers['heap?gc=1'] = profile;
    expect(Buffer.from(await probe.heapProfile(0, never)).equals(gunzipSync(profile))).toBe(true);
    await probe.heapProfile(2, never);
    expect(asked).toEqual(['heap', 'heap?gc=1', 'heap?gc=1']);
  });

  test('count goroutines and tell their stacks', async () => {
    answers['goroutine?debug=1'] = 'goroutine profile: total 23\n3 @ 0x1\n';
    answers['goroutine?debug=2'] = 'goroutine 1 [running]:\nmain.main()\n';
    expect(await probe.goroutines(never)).toBe(23);
    expect(await probe.stacks(never)).toBe(answers['goroutine?debug=2']);
  });

  test.each<[string, () => Promise<unknown>]>([
    ['heap?debug=1', async () => probe.memStats(0, never)],
    ['heap', async () => probe.heapProfile(0, never)],
    ['goroutine?debug=1', async () => probe.goroutines(never)],
    ['goroutine?debug=2', async () => probe.stacks(never)],
  ])('%s: what is none is one clear error', async (question, ask) => {
    await expect(ask()).rejects.toMatchObject({ code: 'measurement', message: expect.stringContaining('status 404') });
    answers[question] = '<html>Sign in</html>';
    await expect(ask()).rejects.toMatchObject({
      code: 'measurement',
      message: expect.stringMatching(/gave no profile: .+\.$/),
    });
    answers[question] = (response) => response.socket!.destroy();
    await expect(ask()).rejects.toMatchObject({ code: 'measurement' });
  });

  test('without the figures of the runtime are an error', async () => {
    answers['heap?debug=1'] = heapText.slice(0, heapText.indexOf('# runtime.MemStats'));
    await expect(probe.memStats(0, never)).rejects.toThrow('the figures of the runtime are missing');
  });

  test('an interrupt isn’t taken for an answer', async () => {
    const interrupt = new AbortController();
    answers['heap'] = () => interrupt.abort(new Error('interrupted'));
    await expect(probe.heapProfile(0, interrupt.signal)).rejects.toThrow('interrupted');
  });
});
