import { describe, expect, test, vi } from 'vitest';
import { autocannonEngine } from '../../../src/engines/autocannon.ts';
import { dealRequests } from '../../../src/engines/deal.ts';
import { openLoop } from '../../../src/engines/open-loop.ts';
import { pairedWindows } from '../../../src/engines/paired.ts';
import type { Credential, SessionOptions } from '../../../src/engines/session.ts';
import type { Route } from '../../../src/model.ts';
import { answer, serve, type Incoming } from './faulty-server.ts';
import { never, route } from './scenario.ts';

// A busy machine may take its time; nothing here depends on how long.
vi.setConfig({ testTimeout: 30_000 });

type Send = (origins: [string, string], routes: Route[], options: SessionOptions) => Promise<void>;

const open =
  (perSecond: number): Send =>
  async ([origin], routes, options) => {
    const traffic = { spacing: 'even' as const, stages: [{ perSecond, durationMs: 40_000 / perSecond }] };
    await openLoop(origin, { routes, connections: 4, timeoutMs: 5000, traffic, seed: 1, ...options }, never);
  };

/** Each sends at least 40 requests to the first server, and the paired one as many to both. */
const engines: [string, Send][] = [
  [
    'autocannon',
    async ([origin], routes, options) => {
      await autocannonEngine.run(
        origin,
        { routes, connections: 4, stop: { requests: 40 }, timeoutMs: 5000, ...options },
        never,
      );
    },
  ],
  ['open, undici', open(400)],
  ['open, raw sockets', open(4000)],
  [
    'paired',
    async ([baseOrigin, headOrigin], routes, { credential, cookies = false }) => {
      const sides = credential === undefined ? {} : { base: credential, head: credential };
      const load = {
        baseOrigin,
        headOrigin,
        routes,
        workers: 4,
        timeoutMs: 5000,
        windowMs: 1000,
        cookies,
        credentials: sides,
        warmUp: { minMs: 0, maxMs: 1 },
        cpuNs: { base: () => 0, head: () => 0 },
      };
      for await (const _ of pairedWindows(load, never)) break;
    },
  ],
];

const templated = route('POST /users/{{seq}}', {
  template: {
    path: ['/users/', { kind: 'seq' }],
    headers: { traceparent: [{ kind: 'traceparent' }] },
    body: ['id=', { kind: 'uuid' }],
    seed: 0,
    replayed: 5,
  },
});
const field = (name: string, { head }: Incoming): string =>
  new RegExp(`\\r\\n${name}: ([^\\r\\n]*)`, 'i').exec(head)?.[1] ?? '';

/** Path, trace and body of the requests that go on one after the other from the first, in their order. */
const asSent = (requests: Incoming[]): string[][] =>
  requests
    .map((one) => [one.path, field('traceparent', one), one.body.toString()])
    .toSorted(([a = ''], [b = '']) => Number(a.slice(7)) - Number(b.slice(7)))
    .filter(([path], index) => path === `/users/${index + 1}`);

describe('every engine', () => {
  test.each(engines)('%s: makes the same requests of a template as the others, none twice', async (_, send) => {
    await using base = await serve((incoming) => answer(incoming));
    await using head = await serve((incoming) => answer(incoming));
    await send([base.origin, head.origin], [templated], {});
    const { next } = dealRequests([templated]);
    const expected = Array.from({ length: 1000 }, () => next().request).map(({ path, headers, body }) => [
      path,
      headers['traceparent'],
      Buffer.from(body!).toString(),
    ]);
    for (const { requests } of [base, head].filter((side) => side.requests.length > 0)) {
      const sent = asSent(requests).slice(0, 1000);
      expect(sent.length).toBeGreaterThan(1);
      expect(sent).toEqual(expected.slice(0, sent.length));
      expect(new Set(requests.map(({ body }) => body.toString())).size).toBe(requests.length);
    }
  });

  test.each(engines)('%s: each connection sends back its own cookie', async (_, send) => {
    const sids = new Map<Incoming['socket'], string>();
    const wrong: string[] = [];
    const reply = (incoming: Incoming): void => {
      const { socket } = incoming;
      const sid = sids.get(socket);
      if (field('cookie', incoming) !== (sid === undefined ? '' : `sid=${sid}`)) wrong.push(incoming.head);
      if (sid === undefined) sids.set(socket, String(sids.size));
      answer(incoming, 200, sid === undefined ? `Set-Cookie: sid=${sids.get(socket)}; Path=/\r\n` : '');
    };
    await using base = await serve(reply);
    await using head = await serve(reply);
    await send([base.origin, head.origin], [route('GET /')], { cookies: true });
    expect(base.requests.length).toBeGreaterThan(base.accepted());
    expect(wrong).toEqual([]);
  });

  test.each(engines)('%s: waits for a new token when the old one is refused', async (_, send) => {
    // Every seventh request finds its token refused; renewing takes a turn of the event loop.
    const credential = countedCredential();
    let used = 0;
    const reply = (incoming: Incoming): void => {
      const current = `Bearer ${credential.renewals}`;
      used += 1;
      const good = field('authorization', incoming) === current && used % 7 !== 0;
      answer(incoming, good ? 200 : 401);
    };
    await using base = await serve(reply);
    await using head = await serve(reply);
    await send([base.origin, head.origin], [route('GET /'), route('GET /public', { anonymous: true })], { credential });
    expect(credential.renewals).toBeGreaterThan(1);
    const anonymous = base.requests.filter(({ path }) => path === '/public');
    expect(anonymous.map((one) => field('authorization', one)).filter((one) => one !== '')).toEqual([]);
    const sent = base.requests.filter(({ path }) => path === '/');
    expect(sent.filter((one) => !/^Bearer \d+$/.test(field('authorization', one)))).toEqual([]);
  });

  test.each(engines)('%s: fails with the reason when there is no credential any more', async (_, send) => {
    const reason = new Error('the token command failed');
    let requests = 0;
    const credential: Credential = {
      fields: () => ({}),
      ready: (): Promise<void> | null => (requests > 5 ? Promise.reject(reason) : null),
      refused: () => undefined,
      onRenewed: () => () => undefined,
    };
    const reply = (incoming: Incoming): void => {
      requests += 1;
      answer(incoming);
    };
    await using base = await serve(reply);
    await using head = await serve(reply);
    await expect(send([base.origin, head.origin], [route('GET /')], { credential })).rejects.toBe(reason);
    await expect.poll(() => base.open() + head.open()).toBe(0);
  });
});

/** `Bearer 0`, `Bearer 1`, … */
function countedCredential(): Credential & { renewals: number } {
  let fields = { authorization: 'Bearer 0' };
  let pending: Promise<void> | null = null;
  const credential = {
    renewals: 0,
    fields: () => fields,
    ready: (): Promise<void> | null => pending,
    onRenewed: () => () => undefined,
    refused(sent: Readonly<Record<string, string>>) {
      if (sent !== fields || pending !== null) return;
      pending = new Promise((resolve) => {
        setImmediate(() => {
          credential.renewals += 1;
          fields = { authorization: `Bearer ${credential.renewals}` };
          pending = null;
          resolve();
        });
      });
    },
  };
  return credential;
}
