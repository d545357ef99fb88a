import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync, gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { LeakgateError } from '../../../src/errors.ts';
import { fetchHeapProfile, heapProfileUrl, profileOfProcess } from '../../../src/probes/pprof-server.ts';

const never = new AbortController().signal;
const recorded = readFileSync(new URL('../../fixtures/pprof/go1.26.heap.pb.gz', import.meta.url));

let server: Server | undefined;
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((done) => (server === undefined ? done(undefined) : server.close(done)));
  server = undefined;
});

async function serving(answer: RequestListener): Promise<string> {
  server = createServer(answer);
  await new Promise<void>((done) => server!.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('the address', () => {
  test.each([
    ['http://127.0.0.1:6060', 'http://127.0.0.1:6060/debug/pprof/heap?gc=1'],
    ['http://localhost:6060/debug/pprof', 'http://localhost:6060/debug/pprof/heap?gc=1'],
    ['http://[::1]:6060/debug/pprof/', 'http://[::1]:6060/debug/pprof/heap?gc=1'],
    ['http://127.0.0.1:6060/admin/pprof/heap?debug=1', 'http://127.0.0.1:6060/admin/pprof/heap?gc=1'],
    ['http://127.9.9.9/api/', 'http://127.9.9.9/api/debug/pprof/heap?gc=1'],
  ])('%s is asked at %s', (given, url) => expect(heapProfileUrl(given).href).toBe(url));

  test.each([
    ['http://10.0.0.1:6060', "10.0.0.1 isn't this machine"],
    ['http://example.com/debug/pprof', "example.com isn't this machine"],
    ['http://127.0.0.1.example.com', "127.0.0.1.example.com isn't this machine"],
    ['http://localhost@example.com', "example.com isn't this machine"],
    ['https://127.0.0.1:6060', 'a URL such as http://127.0.0.1:6060/debug/pprof is needed'],
    ['file:///etc/passwd', 'is needed'],
    ['6060', 'is needed'],
    ['', 'is needed'],
  ])('%s is refused', (given, message) => {
    expect(() => heapProfileUrl(given)).toThrow(LeakgateError);
    expect(() => heapProfileUrl(given)).toThrow(message);
  });
});

describe('the answer', () => {
  const asked = async (answer: RequestListener) => fetchHeapProfile(heapProfileUrl(await serving(answer)), never);

  test('is unpacked', async () => {
    const bytes = await asked((request, response) => {
      expect(request.url).toBe('/debug/pprof/heap?gc=1');
      response.end(recorded);
    });
    expect(Buffer.from(bytes).equals(gunzipSync(recorded))).toBe(true);
  });

  test.each<[string, RequestListener, string]>([
    ['a page', (_, response) => response.end('<html>'), 'incorrect header check'],
    ['nothing', (_, response) => response.end(), 'unexpected end of file'],
    ['half of it', (_, response) => response.end(recorded.subarray(0, 900)), 'unexpected end of file'],
    ['an error', (_, response) => response.writeHead(404).end(), 'status 404'],
    [
      'the way to another machine',
      (_, response) => response.writeHead(302, { location: 'http://example.com' }).end(),
      'unexpected redirect',
    ],
    ['a broken connection', (_, response) => response.destroy(), 'other side closed'],
  ])('may be %s', async (_, answer, why) => {
    const failure = asked(answer);
    await expect(failure).rejects.toThrow(LeakgateError);
    await expect(failure).rejects.toThrow(why);
  });

  test('is not waited for after an interrupt', async () => {
    const interrupt = new AbortController();
    const url = heapProfileUrl(await serving(() => interrupt.abort(new Error('interrupted'))));
    await expect(fetchHeapProfile(url, interrupt.signal)).rejects.toThrow('interrupted');
  });
});

test('a process is asked on the ports that it listens on', async () => {
  await serving((request, response) =>
    response.end(request.url === '/debug/pprof/heap?gc=1' ? gzipSync('profile') : ''),
  );
  expect(String(await profileOfProcess(process.pid, never))).toBe('profile');
});

test('and has none when nothing there answers with one', async () => {
  await serving((_, response) => response.writeHead(404).end());
  expect(await profileOfProcess(process.pid, never)).toBeNull();
});
