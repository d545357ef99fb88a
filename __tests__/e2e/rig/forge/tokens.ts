import { createSign, generateKeyPairSync } from 'node:crypto';
import * as z from 'zod';

/**
 * The kinds of token a job can get. `rw`: what a workflow with `contents: write, pull-requests: write` gets;
 * `fork`: what a pull request from a fork gets; `pronly`: may comment, may not store; `publisher`: may comment, and read
 * what other runs left, but not the repository.
 */
export const permissions = {
  rw: {
    contents: 'write',
    issues: 'write',
    pull_requests: 'write',
    checks: 'write',
    statuses: 'write',
    actions: 'read',
  },
  fork: { contents: 'read', issues: 'read', pull_requests: 'read', checks: 'read', statuses: 'read', actions: 'read' },
  pronly: { contents: 'read', pull_requests: 'write' },
  publisher: { actions: 'read', pull_requests: 'write' },
} as const;

export type TokenName = keyof typeof permissions;

/** `admin` is the forge itself: it opens pull requests, and is no job's token. */
export type Caller = TokenName | 'admin' | 'none';

export const adminToken = 'admin';
const appId = 15368; // GitHub's own number for the app behind `GITHUB_TOKEN`.
const installationId = 100;

/** The GitHub Actions app, whose installation tokens are what jobs know as `GITHUB_TOKEN`. */
export function createActionsApp(owner: string) {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const seed = {
    app_id: appId,
    slug: 'github-actions',
    name: 'GitHub Actions',
    private_key: privateKey,
    permissions: { ...permissions.rw, metadata: 'read' },
    events: [],
    installations: [{ installation_id: installationId, account: owner, repository_selection: 'all' }],
  };
  return { seed, mint: async (api: string, name: TokenName) => mintToken(api, privateKey, name) };
}

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

function appJwt(privateKey: string): string {
  const nowSeconds = Math.floor(Date.now() / 1000);
  const claims = { iat: nowSeconds - 60, exp: nowSeconds + 500, iss: String(appId) };
  const unsigned = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${unsigned}.${createSign('RSA-SHA256').update(unsigned).sign(privateKey, 'base64url')}`;
}

async function mintToken(api: string, privateKey: string, name: TokenName): Promise<string> {
  const response = await fetch(`${api}/app/installations/${installationId}/access_tokens`, {
    method: 'POST',
    headers: { authorization: `Bearer ${appJwt(privateKey)}`, 'content-type': 'application/json' },
    body: JSON.stringify({ permissions: permissions[name] }),
  });
  return z.object({ token: z.string() }).parse(await response.json()).token;
}
