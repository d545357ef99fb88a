import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../unit/baseline/postgres-server.ts';
import { ensureS3Server } from './rig/runner/toolchain.ts';

/** An S3 server on the loopback interface over a temp folder, with one bucket. */
export interface S3Server extends AsyncDisposable {
  port: number;
  /** Where the bucket's objects lie as files. */
  folder: string;
  env: NodeJS.ProcessEnv;
  start(): Promise<void>;
  kill(): Promise<void>;
}

export const bucketName = 'base-lines';

export async function startS3(): Promise<S3Server> {
  const binary = await ensureS3Server();
  const root = await mkdtemp(join(tmpdir(), 'leakgate-s3-'));
  const port = await freePort();
  const folder = join(root, 'data', bucketName);
  // The server keeps ETags in extended attributes. Its other way, files beside the data, doesn't survive being killed.
  await mkdir(folder, { recursive: true });
  const env = { AWS_ACCESS_KEY_ID: 'tester', AWS_SECRET_ACCESS_KEY: 'top/secret+key' };
  const access = { ROOT_ACCESS_KEY: env.AWS_ACCESS_KEY_ID, ROOT_SECRET_KEY: env.AWS_SECRET_ACCESS_KEY };
  const args = ['--port', `127.0.0.1:${port}`, '--quiet', '--virtual-domain', `localhost:${port}`];
  let child: ReturnType<typeof spawn> | null = null;
  const server: S3Server = {
    port,
    folder,
    env,
    async start() {
      child = spawn(binary, [...args, 'posix', join(root, 'data')], {
        env: { PATH: process.env['PATH'], ...access },
        stdio: 'ignore',
      });
      for (let tried = 0; tried < 200; tried++) {
        if (
          await fetch(`http://127.0.0.1:${port}/`).then(
            () => true,
            () => false,
          )
        )
          return;
        await sleep(50);
      }
      throw new Error("The S3 server didn't start.");
    },
    async kill() {
      const ended = child;
      child = null;
      if (ended === null || ended.exitCode !== null) return;
      await new Promise((done) => ended.once('exit', done).kill('SIGKILL'));
    },
    async [Symbol.asyncDispose]() {
      await server.kill();
      await rm(root, { recursive: true, force: true });
    },
  };
  await server.start();
  return server;
}
