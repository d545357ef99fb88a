import { execFile } from 'node:child_process';
import { access, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';

const run = promisify(execFile);

/** A Go program that tests run against. */
interface GoProgram {
  name: string;
  module: string;
  version: string;
  /** Of its main package, below the module. */
  folder: string;
}

const act: GoProgram = { name: 'act', module: 'github.com/nektos/act', version: 'v0.2.89', folder: '' };
const versitygw: GoProgram = {
  name: 'versitygw',
  module: 'github.com/versity/versitygw',
  version: 'v1.8.0',
  folder: '/cmd/versitygw',
};

async function isBuilt({ module, version }: GoProgram, binary: string): Promise<boolean> {
  try {
    await access(binary);
    const { stdout } = await run('go', ['version', '-m', binary]);
    return stdout.includes(`${module}\t${version}`);
  } catch {
    return false;
  }
}

async function build(program: GoProgram): Promise<string> {
  const { name, module, folder, version } = program;
  const cache = process.env['LEAKGATE_E2E_CACHE'] ?? path.join(os.homedir(), '.cache', 'leakgate-e2e');
  const binary = path.join(cache, name);
  if (await isBuilt(program, binary)) return binary;
  await mkdir(cache, { recursive: true });
  const building = await mkdtemp(path.join(cache, 'building-'));
  try {
    // GOTOOLCHAIN=auto: it may ask for a newer Go than the one under test.
    const env = { ...process.env, GOBIN: building, GOTOOLCHAIN: 'auto', GOFLAGS: '', CGO_ENABLED: '0' };
    await run('go', ['install', `${module}${folder}@${version}`], { env, maxBuffer: 1 << 26 });
    await rename(path.join(building, name), binary);
  } finally {
    await rm(building, { recursive: true, force: true });
  }
  return binary;
}

const built = new Map<string, Promise<string>>();

async function ensure(program: GoProgram): Promise<string> {
  const pending = built.get(program.name) ?? build(program);
  built.set(program.name, pending);
  return pending;
}

/**
 * The path of `act`, the program that runs workflows. Built once from the Go module proxy (about two minutes of CPU)
 * into `LEAKGATE_E2E_CACHE`, by default `~/.cache/leakgate-e2e`.
 */
export const ensureAct = async (): Promise<string> => ensure(act);

/** The path of `versitygw`, an S3 server over a folder, with atomic conditional writes. Built likewise, as long. */
export const ensureS3Server = async (): Promise<string> => ensure(versitygw);

/** This machine's Go settings, so that a run with a home of its own shares the caches and the module proxy. */
export async function goSettings(): Promise<Record<string, string>> {
  const names = ['GOCACHE', 'GOMODCACHE', 'GOPROXY', 'GOSUMDB', 'GONOSUMDB', 'GOFLAGS', 'GOTOOLCHAIN'];
  const { stdout } = await run('go', ['env', '-json', ...names]);
  return z.record(z.string(), z.string()).parse(JSON.parse(stdout));
}
