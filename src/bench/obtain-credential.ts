import { request } from 'undici';
import type { Auth } from '../config/auth.ts';
import { cookieJar, type Fields } from '../engines/index.ts';
import { LeakgateError } from '../errors.ts';
import { outputOf } from '../service/index.ts';
import type { Obtained } from './renewing-credential.ts';

/** Where and for whom a credential is obtained. */
export interface CredentialPlace {
  origin: string;
  cwd: string;
  env: Record<string, string | undefined>;
  /** Told of everything that must never be shown, before anybody can. */
  secret: (value: string) => void;
}

/** The share of its lifetime after which a credential is renewed, while it still holds. */
const renewAfter = 0.8;
const timeoutMs = 60_000;
/** Hiding a shorter word would blank out half of the report. */
const leastSecret = 4;

interface Got {
  fields: Fields;
  /** Null when nobody tells. */
  lifetimeMs: number | null;
}

/** @throws LeakgateError `service` when the command or the login fails, or gives nothing. */
export async function obtainCredential(auth: Auth, place: CredentialPlace, signal: AbortSignal): Promise<Obtained> {
  const { fields, lifetimeMs } =
    auth.login === undefined ? await byCommand(auth, place, signal) : await byLogin(auth, auth.login, place, signal);
  return { fields, renewMs: auth.refreshMs ?? (lifetimeMs === null ? null : lifetimeMs * renewAfter) };
}

async function byCommand(auth: Auth, place: CredentialPlace, signal: AbortSignal): Promise<Got> {
  const { command = '' } = auth;
  const spec = { name: `token command \`${command}\``, command, cwd: place.cwd, timeoutMs };
  const env = { ...place.env, LEAKGATE_ORIGIN: place.origin };
  const lines = (await outputOf({ ...spec, env }, signal)).split('\n').filter((line) => line.trim() !== '');
  const token = lines[0]?.trim() ?? '';
  if (token === '' || lines.length > 1)
    throw new LeakgateError(
      'service',
      `The token command \`${command}\` printed ${lines.length} lines instead of a token.`,
      {
        hint: 'It must print the token and nothing else; messages belong on stderr.',
      },
    );
  return ofToken(token, auth, place, null);
}

async function byLogin(
  auth: Auth,
  { request: asked, tokenPath }: NonNullable<Auth['login']>,
  place: CredentialPlace,
  signal: AbortSignal,
): Promise<Got> {
  const { method, path, headers, body = null, label } = asked;
  const fail = (what: string, hint: string, cause?: unknown): LeakgateError =>
    new LeakgateError('service', `The login ${label} ${what}.`, { hint, cause });
  const limits = { signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]) };
  const options = { method: method as 'POST', headers, body, ...limits };
  const {
    statusCode,
    headers: answered,
    body: content,
  } = await request(place.origin + path, options).catch((cause: unknown) => {
    signal.throwIfAborted();
    throw fail(
      `wasn't answered: ${(cause as Error).message}`,
      'Does the service answer it when you try it by hand?',
      cause,
    );
  });
  const text = await content.text();
  if (statusCode >= 400)
    throw fail(
      `was answered with ${statusCode}`,
      'Look at its path, its body and at the credentials in the environment.',
    );
  const answer = parsed(text);
  const holder = tokenPath === null ? answer : at(answer, tokenPath.slice(0, -1));
  const names = tokenPath === null ? ['access_token', 'token'] : tokenPath.slice(-1);
  const token = names.map((name) => at(holder, [name])).find((value) => typeof value === 'string' && value !== '');
  if (typeof token === 'string') return ofToken(token, auth, place, secondsAt(holder) ?? secondsAt(answer));
  const cookies = tokenPath === null ? cookieFields(answered['set-cookie'], place) : null;
  if (cookies !== null) return { fields: cookies, lifetimeMs: null };
  const wanted = tokenPath === null ? 'access_token or token, and sets no cookies' : tokenPath.join('.');
  throw fail(
    `was answered without ${wanted}`,
    'Name the token’s place in the answer: auth.login.token: data.access_token',
  );
}

function ofToken(token: string, { header, scheme }: Auth, { secret }: CredentialPlace, lifetimeMs: number | null): Got {
  if (!/^[\x21-\x7e]+$/.test(token))
    throw new LeakgateError('service', 'The token has spaces or signs that can’t stand in a header.');
  if (token.length >= leastSecret) secret(token);
  const value = scheme === '' ? token : `${scheme} ${token}`;
  return { fields: { [header]: value }, lifetimeMs: lifetimeMs ?? jwtLifetimeMs(token) };
}

/** The cookies that a login sets stand for the session. */
function cookieFields(setCookie: string | string[] | undefined, { secret }: CredentialPlace): Fields | null {
  const jar = cookieJar();
  jar.take([setCookie ?? []].flat());
  const cookie = jar.header('/');
  for (const pair of cookie.split('; ')) {
    const value = pair.slice(pair.indexOf('=') + 1);
    if (value.length >= leastSecret) secret(value);
  }
  return cookie === '' ? null : { cookie };
}

/** RFC 7519: `exp` and `iat` are seconds. Null for what is no JWT, or has no end. */
export function jwtLifetimeMs(token: string, nowMs = Date.now()): number | null {
  const [, payload, signature] = token.split('.');
  if (payload === undefined || signature === undefined) return null;
  const claims = parsed(Buffer.from(payload, 'base64url').toString());
  const [ends, since] = [at(claims, ['exp']), at(claims, ['iat'])];
  if (typeof ends !== 'number') return null;
  return Math.max(0, ends * 1000 - (typeof since === 'number' ? since * 1000 : nowMs));
}

function secondsAt(holder: unknown): number | null {
  const seconds = at(holder, ['expires_in']);
  return typeof seconds === 'number' && seconds > 0 ? seconds * 1000 : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (node, name) =>
      typeof node === 'object' && node !== null && Object.hasOwn(node, name)
        ? (node as Record<string, unknown>)[name]
        : undefined,
    value,
  );
