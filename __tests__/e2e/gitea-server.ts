import { execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from '../unit/baseline/postgres-server.ts';

const run = promisify(execFile);

/** What the forge told its listener, as it tells its workflows. */
export interface Told {
  event: string;
  payload: Record<string, unknown> & { action?: string; after?: string };
}

/** A Gitea on the loopback interface over a temp folder. */
export interface Gitea extends AsyncDisposable {
  url: string;
  /** Makes a user and answers a token of theirs. It may do everything unless `scopes` tells. */
  user(name: string, scopes?: string): Promise<string>;
  api<T>(token: string, method: string, path: string, body?: object): Promise<T>;
  /** Where webhooks go. */
  listener: string;
  /** Waits for the next event that fits, and takes it. */
  told(fits: (told: Told) => boolean): Promise<Told>;
}

export async function startGitea({ binary, source }: { binary: string; source: string }): Promise<Gitea> {
  const root = await mkdtemp(join(tmpdir(), 'leakgate-gitea-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const config = join(root, 'app.ini');
  await mkdir(join(root, 'data'));
  await writeFile(config, settings(root, source, port));
  // It refuses to run as root, and a runner's container often is nobody else.
  const env = {
    PATH: process.env['PATH'],
    HOME: root,
    GITEA_WORK_DIR: root,
    GITEA_I_AM_BEING_UNSAFE_RUNNING_AS_ROOT: 'true',
  };
  const gitea = async (...args: string[]) => run(binary, ['--config', config, ...args], { env });
  const heard: Told[] = [];
  const listener = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .on('end', () => {
        const event = String(request.headers['x-gitea-event']);
        heard.push({ event, payload: JSON.parse(Buffer.concat(chunks).toString('utf8')) as Told['payload'] });
        response.end();
      });
  }).listen(0, '127.0.0.1');
  await gitea('migrate');
  const server = spawn(binary, ['--config', config, 'web'], { env, stdio: 'ignore' });
  const forge: Gitea = {
    url,
    listener: `http://127.0.0.1:${(listener.address() as AddressInfo).port}/`,
    async user(name, scopes = 'all') {
      const account = [
        '--username',
        name,
        '--email',
        `${name}@example.com`,
        '--random-password',
        '--must-change-password=false',
      ];
      await gitea('admin', 'user', 'create', ...account);
      const { stdout } = await gitea(
        'admin',
        'user',
        'generate-access-token',
        '--username',
        name,
        '--scopes',
        scopes,
        '--raw',
      );
      // Warnings may stand before it.
      return stdout.trim().split('\n').at(-1)!;
    },
    async api(token, method, path, body) {
      const response = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: { authorization: `token ${token}`, 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
      return (text === '' ? null : JSON.parse(text)) as never;
    },
    async told(fits) {
      for (let tried = 0; tried < 600; tried++) {
        const at = heard.findIndex(fits);
        if (at !== -1) return heard.splice(at, 1)[0]!;
        await sleep(50);
      }
      throw new Error(
        `Not told. Heard: ${heard.map(({ event, payload }) => `${event} ${payload.action ?? ''}`).join(', ')}`,
      );
    },
    async [Symbol.asyncDispose]() {
      listener.close();
      if (server.exitCode === null) await new Promise((done) => server.once('exit', done).kill('SIGKILL'));
      await rm(root, { recursive: true, force: true });
    },
  };
  for (let tried = 0; tried < 600; tried++) {
    if (
      await fetch(`${url}/api/v1/version`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return forge;
    await sleep(100);
  }
  await forge[Symbol.asyncDispose]();
  throw new Error('Gitea didn’t start.');
}

const settings = (root: string, source: string, port: number): string => `
APP_NAME = forge
RUN_MODE = prod
WORK_PATH = ${root}
[database]
DB_TYPE = sqlite3
PATH = ${root}/data/gitea.db
[repository]
ROOT = ${root}/repositories
[server]
HTTP_ADDR = 127.0.0.1
HTTP_PORT = ${port}
ROOT_URL = http://127.0.0.1:${port}/
STATIC_ROOT_PATH = ${source}
OFFLINE_MODE = true
DISABLE_SSH = true
[security]
INSTALL_LOCK = true
SECRET_KEY = for-tests-only
[webhook]
ALLOWED_HOST_LIST = loopback
[log]
MODE = file
LEVEL = error
ROOT_PATH = ${root}/log
[session]
PROVIDER = memory
[indexer]
ISSUE_INDEXER_TYPE = db
`;
