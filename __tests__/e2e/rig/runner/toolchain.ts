import { execFile } from 'node:child_process';
import { access, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';

const run = promisify(execFile);
const actModule = 'github.com/nektos/act';
const actVersion = 'v0.2.89';

async function isBuilt(binary: string): Promise<boolean> {
  try {
    await access(binary);
    const { stdout } = await run('go', ['version', '-m', binary]);
    return stdout.includes(`${actModule}\t${actVersion}`);
  } catch {
    return false;
  }
}

async function buildAct(): Promise<string> {
  const cache = process.env['LEAKGATE_E2E_CACHE'] ?? path.join(os.homedir(), '.cache', 'leakgate-e2e');
  const binary = path.join(cache, 'act');
  if (await isBuilt(binary)) return binary;
  await mkdir(cache, { recursive: true });
  const building = await mkdtemp(path.join(cache, 'building-'));
  try {
    // GOTOOLCHAIN=auto: act may ask for a newer Go than the one under test.
    const env = { ...process.env, GOBIN: building, GOTOOLCHAIN: 'auto', GOFLAGS: '', CGO_ENABLED: '0' };
    await run('go', ['install', `${actModule}@${actVersion}`], { env, maxBuffer: 1 << 26 });
    await rename(path.join(building, 'act'), binary);
  } finally {
    await rm(building, { recursive: true, force: true });
  }
  return binary;
}

let act: Promise<string> | undefined;

/**
 * The path of `act`, the program that runs workflows. Built once from the Go module proxy (about two minutes of CPU)
 * into `LEAKGATE_E2E_CACHE`, by default `~/.cache/leakgate-e2e`.
 */
export async function ensureAct(): Promise<string> {
  return (act ??= buildAct());
}

/** This machine's Go settings, so that a run with a home of its own shares the caches and the module proxy. */
export async function goSettings(): Promise<Record<string, string>> {
  const names = ['GOCACHE', 'GOMODCACHE', 'GOPROXY', 'GOSUMDB', 'GONOSUMDB', 'GOFLAGS', 'GOTOOLCHAIN'];
  const { stdout } = await run('go', ['env', '-json', ...names]);
  return z.record(z.string(), z.string()).parse(JSON.parse(stdout));
}
