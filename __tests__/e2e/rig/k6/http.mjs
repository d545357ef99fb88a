// k6's requests are synchronous: a thread sends them while this one waits.
import {
  isMainThread,
  receiveMessageOnPort,
  MessageChannel,
  parentPort,
  Worker,
  workerData,
} from 'node:worker_threads';
import { Agent, request as send } from 'node:http';

if (!isMainThread && workerData?.sendsRequests) {
  const agent = new Agent({ keepAlive: true });
  const { port, signal } = workerData;
  parentPort.on('message', ({ method, url, body, params }) => {
    const startedMs = performance.now();
    const done = (answer) => {
      port.postMessage({ ...answer, tookMs: performance.now() - startedMs });
      Atomics.store(signal, 0, 1);
      Atomics.notify(signal, 0);
    };
    const sent = send(url, { method, headers: params.headers, agent, timeout: params.timeout }, (response) => {
      response.resume().on('end', () => done({ status: response.statusCode, code: 0 }));
    });
    const codes = { ECONNREFUSED: 1212, ECONNRESET: 1220 };
    sent.on('timeout', () => sent.destroy(Object.assign(new Error('late'), { code: 'LATE' })));
    sent.on('error', ({ code }) => done({ status: 0, code: code === 'LATE' ? 1050 : (codes[code] ?? 1000) }));
    sent.end(body === null ? undefined : typeof body === 'string' ? body : Buffer.from(body));
  });
}

let worker;
let port;
const signal = new Int32Array(new SharedArrayBuffer(4));

function request(method, url, body, params) {
  if (worker === undefined) {
    const channel = new MessageChannel();
    port = channel.port1;
    const data = { sendsRequests: true, port: channel.port2, signal };
    worker = new Worker(new URL(import.meta.url), { workerData: data, transferList: [channel.port2] });
  }
  Atomics.store(signal, 0, 0);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
  worker.postMessage({ method, url, body, params });
  Atomics.wait(signal, 0, 0);
  const { status, code, tookMs } = receiveMessageOnPort(port).message;
  const timings = { blocked: 0, connecting: 0, tls_handshaking: 0, duration: tookMs };
  return { status, error_code: code, proto: 'HTTP/1.1', timings };
}

export async function stop() {
  port?.close();
  await worker?.terminate();
}

export default { request };
