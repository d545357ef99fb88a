import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectProbe } from '../../../src/probes/index.ts';

const signal = new AbortController().signal;
const ok = (body: string | Buffer): Buffer =>
  Buffer.concat([Buffer.from('HTTP/1.0 200 OK\r\nConnection: close\r\n\r\n'), Buffer.from(body)]);
const ping = ok('{"pid":7,"goVersion":"go1.26.8","probeVersion":"1","leakProof":true}');

let folder: string;
let socketPath: string;
let server: Server | undefined;
let asked: string[];

/** A stand-in for the probe: answers each request line as `answer` says, then closes. */
async function listen(answer: (path: string, socket: Socket) => Buffer | undefined): Promise<void> {
  server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', (data) => {
      const path = data.toString('utf8').split(' ')[1] ?? '';
      asked.push(path);
      const bytes = answer(path, socket);
      if (bytes !== undefined) socket.end(bytes);
    });
  });
  await new Promise<void>((resolve) => server!.listen(socketPath, resolve));
}

async function listenAgain(body: string): Promise<void> {
  await new Promise((resolve) => server!.close(resolve));
  await listen(() => ok(body));
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'leakgate-probe-test-'));
  socketPath = join(folder, 'probe.sock');
  asked = [];
});

afterEach(async () => {
  await new Promise((resolve) => (server === undefined ? resolve(undefined) : server.close(resolve)));
  server = undefined;
  rmSync(folder, { recursive: true });
});

describe('the probe’s answers', () => {
  test('are asked for with the collections wanted, and come in plain units', async () => {
    const profile = gzipSync('a profile');
    await listen((path) => {
      if (path.startsWith('/memstats')) return ok('{"HeapAlloc":5,"HeapObjects":4,"Mallocs":3,"TotalAlloc":9,"Sys":1}');
      if (path.startsWith('/profile/goroutine?')) return ok('goroutine profile: total 12\n1 @ 0x1\n');
      if (path.startsWith('/profile/')) return ok(profile);
      return ok(path === '/stacks' ? 'goroutine 1 [running]:' : '');
    });
    const probe = connectProbe(socketPath);
    expect(await probe.memStats(2, signal)).toEqual({ heapBytes: 5, heapObjects: 4, mallocs: 3, totalAllocBytes: 9 });
    expect(Buffer.from(await probe.heapProfile(1, signal)).toString()).toBe('a profile');
    expect(Buffer.from(await probe.leakProfile(signal)).toString()).toBe('a profile');
    expect(await probe.goroutines(signal)).toBe(12);
    expect(await probe.stacks(signal)).toBe('goroutine 1 [running]:');
    await probe.sampleEvery(1, signal);
    await probe.heapDump('/tmp/a b&c', signal);
    expect(asked).toEqual([
      '/memstats?gc=2',
      '/profile/heap?gc=1',
      '/profile/goroutineleak',
      '/profile/goroutine?debug=1',
      '/stacks',
      '/rate?bytes=1',
      '/heapdump?gc=3&path=%2Ftmp%2Fa%20b%26c',
    ]);
  });

  test('about the collector: the last 256 collections of the ring, oldest first', async () => {
    const ring = (value: (number: number) => number): number[] => Array.from({ length: 256 }, (_, at) => value(at));
    // Collection n lies at (n + 255) % 256: after 300 of them, number 45 lies at 44 and is the oldest one left.
    const numberAt = (at: number): number => (at <= 43 ? at + 257 : at + 1);
    const stats = {
      HeapAlloc: 5,
      NextGC: 9,
      NumGC: 300,
      NumGoroutine: 7,
      PauseNs: ring((at) => numberAt(at) * 1000),
      PauseEnd: ring((at) => 1.7e18 + numberAt(at) * 1e9),
    };
    await listen((path) => ok(path === '/trace?ms=250' ? 'go 1.26 trace' : JSON.stringify(stats)));
    const probe = connectProbe(socketPath);
    const { recent, ...look } = await probe.collector(signal);
    expect(look).toEqual({ heapBytes: 5, heapGoalBytes: 9, goroutines: 7, collections: 300 });
    expect(recent.map(({ number }) => number)).toEqual(Array.from({ length: 256 }, (_, index) => index + 45));
    for (const { number, endedMs, pauseMs } of recent) {
      expect([endedMs, pauseMs]).toEqual([1.7e12 + number * 1000, number / 1000]);
    }
    expect(Buffer.from(await probe.trace(250, signal)).toString()).toBe('go 1.26 trace');
    await listenAgain(JSON.stringify({ ...stats, NumGC: 2, NumGoroutine: undefined }));
    expect(await probe.collector(signal)).toMatchObject({ goroutines: null, recent: [{ number: 1 }, { number: 2 }] });
  });

  test('arrive whole, however they are cut', async () => {
    const text = 'goroutine 1 [running]:\n'.repeat(20_000);
    await listen((_path, socket) => {
      socket.write('HTTP/1.0 200 OK\r\n\r\n');
      socket.write(text.slice(0, 100_001));
      setTimeout(() => socket.end(text.slice(100_001)), 20);
      return undefined;
    });
    expect(await connectProbe(socketPath).stacks(signal)).toBe(text);
  });
});

describe('ping', () => {
  test('waits for a service that has not opened the socket yet', async () => {
    const answer = connectProbe(socketPath).ping(signal);
    await listen(() => ping);
    expect(await answer).toEqual({ pid: 7, goVersion: 'go1.26.8', leakProof: true });
  });

  test('gives up with the service’s error when nobody ever answers', async () => {
    const answer = connectProbe(socketPath, 200).ping(signal);
    await expect(answer).rejects.toMatchObject({ code: 'service', message: /probe didn't answer/, hint: /launcher/ });
  });

  test('can be interrupted', async () => {
    const stop = new AbortController();
    const answer = connectProbe(socketPath).ping(stop.signal);
    stop.abort(new Error('stopped by the user'));
    await expect(answer).rejects.toThrow('stopped by the user');
  });
});

describe('faults name what could not be had', () => {
  test.each([
    [
      'a failure that the probe reports',
      () => Buffer.from('HTTP/1.0 500 Failed\r\n\r\nno profile "heap"'),
      /no heap profile: no profile "heap"/,
    ],
    ['an answer that is no profile', () => ok('<html>'), /no heap profile: the answer isn't a gzipped profile/],
    ['a cut profile', () => ok(gzipSync('x'.repeat(999)).subarray(0, 20)), /isn't a gzipped profile/],
    ['a connection that just closes', (_: string, socket: Socket) => void socket.destroy(), /no heap profile: /],
    ['something that isn’t HTTP', () => Buffer.from('SSH-2.0-OpenSSH\r\n'), /no heap profile: /],
  ])('%s', async (_name, answer, message) => {
    await listen(answer);
    const read = connectProbe(socketPath).heapProfile(3, signal);
    await expect(read).rejects.toMatchObject({ code: 'measurement', message });
  });

  test('figures of another version', async () => {
    await listen(() => ok('{"HeapAlloc":"many"}'));
    await expect(connectProbe(socketPath).memStats(0, signal)).rejects.toMatchObject({
      code: 'measurement',
      message: /memory figures/,
    });
  });

  test('a goroutine profile without its total', async () => {
    await listen(() => ok('nothing'));
    await expect(connectProbe(socketPath).goroutines(signal)).rejects.toThrow(/begins with "nothing"/);
  });

  test('an interruption is passed on as it is', async () => {
    const stop = new AbortController();
    await listen(() => {
      stop.abort(new Error('stopped by the user'));
      return undefined;
    });
    await expect(connectProbe(socketPath).stacks(stop.signal)).rejects.toThrow('stopped by the user');
  });
});

describe('a hostile service in the probe’s place', () => {
  test('fills no memory with zeros that were packed well', async () => {
    const bomb = gzipSync(Buffer.alloc(8 << 20));
    await listen(() => ok(bomb));
    const probe = connectProbe(socketPath, 1000, 1 << 20);
    await expect(probe.heapProfile(0, signal)).rejects.toThrow('of a bearable size');
  });

  test('fills no memory with an answer that doesn’t end', async () => {
    await listen((_, socket) => {
      socket.write(ok(''));
      const more = (): void => {
        while (socket.writable && socket.write(Buffer.alloc(64 << 10, 'x')));
      };
      socket.on('drain', more);
      more();
      return undefined;
    });
    const probe = connectProbe(socketPath, 1000, 1 << 20);
    await expect(probe.stacks(signal)).rejects.toThrow('an answer of more than 1048576 bytes');
  });
});
