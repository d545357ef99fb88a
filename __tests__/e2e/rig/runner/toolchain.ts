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
  /** Its go.mod replaces modules, which `go install` refuses: built inside its own source then. */
  inSource?: true;
}

const act: GoProgram = { name: 'act', module: 'github.com/nektos/act', version: 'v0.2.89', folder: '' };
const versitygw: GoProgram = {
  name: 'versitygw',
  module: 'github.com/versity/versitygw',
  version: 'v1.8.0',
  folder: '/cmd/versitygw',
};

const gitea: GoProgram = {
  name: 'gitea',
  module: 'code.gitea.io/gitea',
  version: 'v1.26.0',
  folder: '',
  inSource: true,
};

async function isBuilt({ module, version }: GoProgram, binary: string): Promise<boolean> {
  try {
    await access(binary);
    const { stdout } = await run('go', ['version', '-m', binary]);
    // Built inside its source it is a program of a module without a version: the cache's name for it says which.
    return stdout.includes(`${module}\t${version}`) || stdout.includes(`mod\t${module}\t(devel)`);
  } catch {
    return false;
  }
}

function binaryOf({ name, version, inSource }: GoProgram): string {
  const cache = process.env['LEAKGATE_E2E_CACHE'] ?? path.join(os.homedir(), '.cache', 'leakgate-e2e');
  return path.join(cache, inSource === true ? `${name}-${version}` : name);
}

const install = async ({ module, folder, version }: GoProgram, env: NodeJS.ProcessEnv) =>
  run('go', ['install', `${module}${folder}@${version}`], { env, maxBuffer: 1 << 26 });

/** The module's folder in the cache. */
async function sourceOf({ module, version }: Pick<GoProgram, 'module' | 'version'>, env: NodeJS.ProcessEnv) {
  const { stdout } = await run('go', ['mod', 'download', '-json', `${module}@${version}`], { env });
  return z.object({ Dir: z.string() }).parse(JSON.parse(stdout)).Dir;
}

/** In a copy: the module cache can't be written to. */
async function buildInSource({ name, module, version }: GoProgram, folder: string, env: NodeJS.ProcessEnv) {
  const source = await sourceOf({ module, version }, env);
  const copy = path.join(folder, 'source');
  await run('cp', ['-r', source, copy]);
  await run('chmod', ['-R', 'u+w', copy]);
  // Its SQLite is C.
  await run('go', ['build', '-tags=sqlite,sqlite_unlock_notify', '-o', path.join(folder, name), '.'], {
    cwd: copy,
    env: { ...env, CGO_ENABLED: '1' },
    maxBuffer: 1 << 26,
  });
}

async function build(program: GoProgram): Promise<string> {
  const { name } = program;
  const binary = binaryOf(program);
  const cache = path.dirname(binary);
  if (await isBuilt(program, binary)) return binary;
  await mkdir(cache, { recursive: true });
  const building = await mkdtemp(path.join(cache, 'building-'));
  try {
    // GOTOOLCHAIN=auto: it may ask for a newer Go than the one under test.
    const env = { ...process.env, GOBIN: building, GOTOOLCHAIN: 'auto', GOFLAGS: '', CGO_ENABLED: '0' };
    await (program.inSource === true ? buildInSource(program, building, env) : install(program, env));
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

/**
 * `gitea`, a forge, and the folder with its templates. Null where it would have to be built first (four minutes on two processors) and
 * nobody asked for that by `LEAKGATE_GITEA=1`.
 */
export async function ensureGitea(): Promise<{ binary: string; source: string } | null> {
  if (process.env['LEAKGATE_GITEA'] !== '1' && !(await isBuilt(gitea, binaryOf(gitea)))) return null;
  return { binary: await ensure(gitea), source: await sourceOf(gitea, process.env) };
}

/** This machine's Go settings, so that a run with a home of its own shares the caches and the module proxy. */
export async function goSettings(): Promise<Record<string, string>> {
  const names = ['GOCACHE', 'GOMODCACHE', 'GOPROXY', 'GOSUMDB', 'GONOSUMDB', 'GOFLAGS', 'GOTOOLCHAIN'];
  const { stdout } = await run('go', ['env', '-json', ...names]);
  return z.record(z.string(), z.string()).parse(JSON.parse(stdout));
}
