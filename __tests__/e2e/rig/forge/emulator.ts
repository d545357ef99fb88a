import type { IncomingMessage } from 'node:http';
import { createEmulator } from 'emulate';
import type { Answer } from './answer.ts';
import { correct } from './api-gaps.ts';
import { adminToken, createActionsApp, permissions, type TokenName } from './tokens.ts';

export interface Repository {
  owner: string;
  repo: string;
}

/** GitHub's REST API in memory, with one repository and one token of each kind. */
export interface Emulator extends AsyncDisposable {
  tokens: Record<TokenName, string>;
  /** Passes a request on, as if it were for `path`. Links in the answer lead to the origin that was asked. */
  ask(request: IncomingMessage, path: string, body: Buffer): Promise<Answer>;
}

const hopHeaders = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'expect']);

async function ask(emulatorUrl: string, request: IncomingMessage, path: string, body: Buffer): Promise<Answer> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string' && !hopHeaders.has(name)) headers.set(name, value);
  }
  const url = new URL(path, emulatorUrl);
  const init = { method: request.method ?? 'GET', headers };
  const response = await fetch(url, body.length > 0 ? { ...init, body: new Uint8Array(body) } : init);
  const relink = (text: string): string => text.replaceAll(emulatorUrl, `http://${request.headers.host}`);
  const text = correct(url.pathname, response.status, relink(await response.text()));
  const link = response.headers.get('link');
  return {
    status: response.status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...(link === null ? {} : { link: relink(link) }) },
    ...(response.status === 204 ? {} : { body: text }),
  };
}

export async function startEmulator({ owner, repo: name }: Repository): Promise<Emulator> {
  const app = createActionsApp(owner);
  const emulator = await createEmulator({
    service: 'github',
    port: 0,
    seed: {
      tokens: { [adminToken]: { login: owner, scopes: ['repo'] } },
      github: { users: [{ login: owner }], repos: [{ owner, name, auto_init: true }], apps: [app.seed] },
    },
  });
  const { url } = emulator;
  try {
    const names = Object.keys(permissions) as TokenName[];
    const minted = await Promise.all(names.map(async (name) => [name, await app.mint(url, name)] as const));
    return {
      tokens: Object.fromEntries(minted) as Record<TokenName, string>,
      ask: async (request, path, body) => ask(url, request, path, body),
      [Symbol.asyncDispose]: async () => emulator.close(),
    };
  } catch (error) {
    await emulator.close();
    throw error;
  }
}
