import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LeakgateError } from '../../../src/errors.ts';
import { openStore } from '../../../src/baseline/index.ts';
import type { StoreOptions } from '../../../src/baseline/store.ts';
import { gitServer, type GitServer } from './git-server.ts';
import { baseline, newestOf, playground, type Playground } from './repositories.ts';

const { signal } = new AbortController();
const basic = (token: string) => `AUTHORIZATION: basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
let at: Playground;
let server: GitServer;
const store = (changes: Partial<StoreOptions> = {}) =>
  openStore('git-ref', { directory: at.clone, env: at.env, serverUrl: server.url, ...changes });
const headerKey = () => `http.${server.url}/.extraheader`;

vi.setConfig({ testTimeout: 60_000 });

beforeEach(async () => {
  at = await playground();
  server = await gitServer(at.directory, { writer: 'write', reader: 'read' });
  await at.git(['--git-dir', at.origin, 'config', 'http.receivepack', 'true']);
  await at.git(['remote', 'set-url', 'origin', `${server.url}/origin.git`]);
});
afterEach(async () => {
  await server[Symbol.asyncDispose]();
  await at[Symbol.asyncDispose]();
});

async function refused(options: Partial<StoreOptions>, verb: 'read' | 'write'): Promise<LeakgateError> {
  const promise = verb === 'read' ? newestOf(store(options), 'main', 'api') : store(options).write(baseline(), signal);
  const error: unknown = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof LeakgateError) return error;
  throw new Error(`expected a LeakgateError, got ${String(error)}`);
}

describe('a token', () => {
  it('opens the remote, for reading and writing, at once and once per request', async () => {
    await store({ token: 'writer' }).write(baseline(), signal);
    expect(await newestOf(store({ token: 'reader' }), 'main', 'api')).toEqual(baseline());
    const sent = new Set(server.authorizations.map((value) => value?.toLowerCase()));
    expect(sent).toEqual(
      new Set(['writer', 'reader'].map((token) => basic(token).slice('AUTHORIZATION: '.length).toLowerCase())),
    );
  });

  it('is in no command line and on no disk', async () => {
    const log = join(at.directory, 'argv');
    const env = await at.shim(`echo "$@" >> '${log}'; cat ./config >> '${log}' 2>/dev/null`);
    await store({ env, token: 'writer' }).write(baseline(), signal);
    const seen = await readFile(log, 'utf8');
    expect(seen).toContain('push --porcelain');
    expect(seen).not.toMatch(/writer|authorization/i);
    expect(seen).not.toContain(Buffer.from('x-access-token:writer').toString('base64'));
  });

  it('goes to its own server only', async () => {
    const error = await refused({ token: 'writer', serverUrl: 'https://github.com' }, 'read');
    expect(error.message).toContain('did not accept the credentials');
    expect(server.authorizations).toEqual([undefined]);
  });

  it('takes the place of credentials that actions/checkout left', async () => {
    await at.git(['config', headerKey(), basic('reader')]);
    await at.git(['config', `http.${server.url}/origin.git.extraheader`, basic('reader')]);
    await store({ token: 'writer' }).write(baseline(), signal);
    await writeFile(join(at.directory, '.gitconfig'), `[http "${server.url}/"]\n\textraheader = ${basic('reader')}\n`);
    await store({ token: 'writer' }).write(baseline(), signal);
    expect(new Set(server.authorizations).size).toBe(1);
  });

  it('leaves other headers alone', async () => {
    await at.git(['config', 'http.extraheader', 'X-Proxy: yes']);
    await store({ token: 'writer' }).write(baseline(), signal);
    expect(await newestOf(store({ token: 'writer' }), 'main', 'api')).toEqual(baseline());
  });

  it('that is wrong is told from one that may not write', async () => {
    const wrong = await refused({ token: 'expired' }, 'read');
    expect(wrong.message).toContain('did not accept the credentials');
    expect(wrong.hint).toMatch(/contents: read.*github-token/);
    const unfit = await refused({ token: 'reader' }, 'write');
    expect(unfit.message).toMatch(
      /refs\/leakgate\/baselines\/api\/main\/\d+-\w+ couldn't be written: .*refused permission/,
    );
    expect(unfit.hint).toContain('permissions: { contents: write }');
  });

  it('never shows, not even with git tracing everything', async () => {
    const env = { ...at.env, GIT_TRACE: '1', GIT_CURL_VERBOSE: '1', GIT_TRACE_REDACT: '0' };
    const error = await refused({ env, token: 'expired' }, 'write');
    const shown = [error.message, error.hint, error.output, String(error.cause), JSON.stringify(error.cause)].join(
      '\n',
    );
    expect(shown).not.toContain('expired');
    expect(shown).not.toContain(Buffer.from('x-access-token:expired').toString('base64'));
  });
});

describe('without a token', () => {
  it('uses what actions/checkout wrote into the repository', async () => {
    await at.git(['config', headerKey(), basic('writer')]);
    await store().write(baseline(), signal);
    expect(await newestOf(store(), 'main', 'api')).toEqual(baseline());
  });

  it('uses what actions/checkout keeps in an included file', async () => {
    const file = join(at.directory, 'git-credentials.config');
    await writeFile(file, `[http "${server.url}/"]\n\textraheader = ${basic('writer')}\n`);
    await at.git(['config', `includeIf.gitdir:${at.clone}/.git.path`, file]);
    await store().write(baseline(), signal);
    expect(await newestOf(store(), 'main', 'api')).toEqual(baseline());
  });

  it('does not send the credentials of the machine twice', async () => {
    await writeFile(join(at.directory, '.gitconfig'), `[http "${server.url}/"]\n\textraheader = ${basic('writer')}\n`);
    await store().write(baseline(), signal);
    expect(await newestOf(store(), 'main', 'api')).toEqual(baseline());
  });

  it('uses a credential helper', async () => {
    await at.git(['config', 'credential.helper', '!f() { echo username=x-access-token; echo password=writer; }; f']);
    await store().write(baseline(), signal);
    expect(await newestOf(store(), 'main', 'api')).toEqual(baseline());
  });

  it('asks nobody and says what is missing', async () => {
    const window = join(at.directory, 'window');
    await writeFile(window, `#!/bin/sh\ntouch '${window}.opened'\n`, { mode: 0o755 });
    const error = await refused({ env: { ...at.env, SSH_ASKPASS: window, DISPLAY: ':0' } }, 'write');
    expect(existsSync(`${window}.opened`)).toBe(false);
    expect(error.message).toContain('did not accept the credentials');
    expect(error.hint).toMatch(/contents: write.*persist-credentials/);
  });

  it('hides a password that stands in the address', async () => {
    await at.git(['remote', 'set-url', 'origin', `${server.url.replace('://', '://dev:hunter2@')}/origin.git`]);
    const log = join(at.directory, 'argv');
    const error = await refused({ env: await at.shim(`echo "$@" >> '${log}'`) }, 'read');
    expect(JSON.stringify([error.message, error.hint, error.output])).not.toContain('hunter2');
    expect(await readFile(log, 'utf8')).not.toContain('hunter2');
  });
});

describe('a server in trouble', () => {
  it('is asked again', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    await store({ token: 'writer' }).write(baseline(), signal);
    server.failures.push(502, 503);
    expect(await newestOf(store({ token: 'writer' }), 'main', 'api')).toEqual(baseline());
    server.failures.push(500, 500, 500);
    expect((await refused({ token: 'writer' }, 'read')).message).toContain('was not reachable');
    vi.restoreAllMocks();
  });

  it('that loses the answer to a push does not lose the baseline', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    await at.hook('post-receive', `echo x >> '${at.directory}/received'`);
    server.lostAnswers = 1;
    expect(await store({ token: 'writer' }).write(baseline(), signal)).toEqual({ stored: true });
    expect(await store({ token: 'writer' }).list({}, signal)).toHaveLength(1);
    expect(await readFile(join(at.directory, 'received'), 'utf8')).toMatch(/^x\n/);
    vi.restoreAllMocks();
  });
});
