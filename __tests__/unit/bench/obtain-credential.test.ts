import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { describe, expect, test, vi } from 'vitest';
import { jwtLifetimeMs, obtainCredential } from '../../../src/bench/obtain-credential.ts';
import type { Auth } from '../../../src/config/auth.ts';

// A busy machine may take its time; nothing here depends on how long.
vi.setConfig({ testTimeout: 60_000 });

const never = new AbortController().signal;
const header = { header: 'authorization', scheme: 'Bearer' };

function place(origin = 'http://127.0.0.1:1') {
  const secrets: string[] = [];
  return {
    origin,
    cwd: process.cwd(),
    env: { PATH: process.env['PATH'] },
    secret: (one: string) => void secrets.push(one),
    secrets,
  };
}

const jwt = (claims: object): string =>
  ['{}', JSON.stringify(claims), 'x'].map((part) => Buffer.from(part).toString('base64url')).join('.');

describe('a command', () => {
  const by = (command: string, more: Partial<Auth> = {}): Auth => ({ ...header, command, ...more });

  test('prints the token, which is a secret from then on', async () => {
    const at = place('http://127.0.0.1:4242');
    const got = await obtainCredential(by('echo "for-$LEAKGATE_ORIGIN" | tr -d /:'), at, never);
    expect(got).toEqual({ fields: { authorization: 'Bearer for-http127.0.0.14242' }, renewMs: null });
    expect(at.secrets).toEqual(['for-http127.0.0.14242']);
  });

  test('another header without a scheme, renewed as told', async () => {
    const auth = by('echo abcdef', { header: 'x-api-key', scheme: '', refreshMs: 5000 });
    expect(await obtainCredential(auth, place(), never)).toEqual({ fields: { 'x-api-key': 'abcdef' }, renewMs: 5000 });
  });

  test.each([
    ['echo nope >&2; exit 3', 'The token command `echo nope >&2; exit 3` failed with exit code 3.'],
    ['true', 'The token command `true` printed 0 lines instead of a token.'],
    ['echo a; echo b', 'printed 2 lines instead of a token.'],
    ['echo "a b"', 'The token has spaces or signs that can’t stand in a header.'],
  ])('%s is one error', async (command, message) => {
    await expect(obtainCredential(by(command), place(), never)).rejects.toMatchObject({
      code: 'service',
      message: expect.stringContaining(message) as string,
    });
  });

  test('what it says on stderr is shown when it fails', async () => {
    await expect(obtainCredential(by('echo nope >&2; exit 3'), place(), never)).rejects.toMatchObject({
      output: 'nope',
    });
  });
});

describe('a login', () => {
  interface Answer {
    status?: number;
    headers?: Record<string, string | string[]>;
    body?: string;
  }
  async function login(answer: Answer, tokenPath: string[] | null = null) {
    const bodies: string[] = [];
    await using server = createServer((incoming, outgoing) => {
      incoming.setEncoding('utf8').on('data', (chunk: string) => void bodies.push(chunk));
      incoming.on('end', () => outgoing.writeHead(answer.status ?? 200, answer.headers).end(answer.body));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const at = place(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const body = Buffer.from('{"user":"a"}');
    const request = {
      label: 'POST /login',
      method: 'POST',
      path: '/login',
      headers: {},
      body,
      weight: 1,
      expectStatus: [],
    };
    const got = await obtainCredential({ ...header, login: { request, tokenPath } }, at, never);
    return { ...got, secrets: at.secrets, bodies };
  }

  test('is answered with the token and how long it holds', async () => {
    const got = await login({ body: '{"access_token":"abcdef","expires_in":100}' });
    expect(got).toMatchObject({
      fields: { authorization: 'Bearer abcdef' },
      renewMs: 80_000,
      secrets: ['abcdef'],
      bodies: ['{"user":"a"}'],
    });
  });

  test('a token deep inside, whose own claims tell how long it holds', async () => {
    const token = jwt({ iat: 1000, exp: 1500 });
    const got = await login({ body: JSON.stringify({ data: { jwt: token } }) }, ['data', 'jwt']);
    expect(got).toMatchObject({ fields: { authorization: `Bearer ${token}` }, renewMs: 400_000 });
  });

  test('without a token, the cookies are the session', async () => {
    const got = await login({ headers: { 'set-cookie': ['sid=abcdef; HttpOnly', 't=1'] }, body: 'ok' });
    expect(got).toMatchObject({ fields: { cookie: 'sid=abcdef; t=1' }, renewMs: null, secrets: ['abcdef'] });
  });

  test.each<[Answer, string[] | null, string]>([
    [{ status: 403 }, null, 'The login POST /login was answered with 403.'],
    [{ body: '{"other":1}' }, null, 'was answered without access_token or token, and sets no cookies.'],
    [{ body: 'no JSON', headers: { 'set-cookie': 'a=b' } }, ['data', 'jwt'], 'was answered without data.jwt.'],
  ])('%j is one error', async (answer, tokenPath, message) => {
    await expect(login(answer, tokenPath)).rejects.toThrow(message);
  });

  test('a service that doesn’t answer is one error', async () => {
    const request = { label: 'POST /login', method: 'POST', path: '/login', headers: {}, weight: 1, expectStatus: [] };
    const auth = { ...header, login: { request, tokenPath: null } };
    await expect(obtainCredential(auth, place(), never)).rejects.toThrow("The login POST /login wasn't answered");
  });
});

test('a JWT tells its lifetime, anything else doesn’t', () => {
  expect(jwtLifetimeMs(jwt({ exp: 100 }), 40_000)).toBe(60_000);
  expect(jwtLifetimeMs(jwt({ iat: 90, exp: 100 }), 0)).toBe(10_000);
  expect(['', 'a', 'a.b.c', 'a.b', jwt({}), jwt({ exp: 'x' })].map((one) => jwtLifetimeMs(one))).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
});
