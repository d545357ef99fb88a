import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { encodeName } from '../../src/baseline/index.ts';
import { bucketArchive } from '../../src/archive/bucket.ts';
import { bucketName, startS3, type S3Server } from './s3-server.ts';

const { signal } = new AbortController();
let server: S3Server;
beforeAll(async () => {
  server = await startS3();
});
afterAll(async () => server[Symbol.asyncDispose]());

let outDir: string;
let prefix: string;
let tests = 0;
beforeEach(async () => {
  prefix = `runs-${++tests}`;
  outDir = await mkdtemp(join(tmpdir(), 'leakgate-bucket-archive-'));
  await writeFile(join(outDir, 'report.html'), '<p>ü</p>');
});
afterEach(async () => rm(outDir, { recursive: true, force: true }));

const files = ['report.html', 'heap-after.pb.gz', 'trace.out'];
const now = new Date();
const day = (ago: number): string => new Date(now.getTime() - ago * 24 * 3_600_000).toISOString().slice(0, 10);
const run = (changes: { key?: string; branch?: string; pullRequest?: number | null } = {}) => ({
  key: changes.key ?? 'api',
  createdAt: now.toISOString(),
  commit: {
    sha: 'a'.repeat(40),
    branch: changes.branch ?? 'main',
    baseBranch: null,
    pullRequest: changes.pullRequest ?? null,
  },
});
const address = () => ({ bucket: bucketName, prefix, endpoint: `http://127.0.0.1:${server.port}` });
const archive = (changes: { bucket?: string; env?: NodeJS.ProcessEnv; keepDays?: number } = {}) => {
  const { env = server.env, keepDays = 30, ...other } = changes;
  return bucketArchive({ ...address(), ...other, keepDays }, { repository: 'acme/shop', env });
};

const home = (): string => join(server.folder, prefix, 'acme/shop');
const objects = (): string[] =>
  (existsSync(home()) ? readdirSync(home(), { recursive: true, withFileTypes: true }) : [])
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(home().length + 1))
    .toSorted();

/** An object as an earlier run, or somebody else, left it. */
async function leave(name: string): Promise<void> {
  await mkdir(join(home(), dirname(name)), { recursive: true });
  await writeFile(join(home(), name), 'old');
}

describe('the archive of runs, with a real server', () => {
  it('holds what the run left, byte for byte, apart by service, branch and pull request', async () => {
    const profile = Buffer.from([0x1f, 0x8b, 0, 255, 254, 10, 13, 0]);
    await writeFile(join(outDir, 'heap-after.pb.gz'), profile);
    await writeFile(join(outDir, 'notes.txt'), 'somebody’s own');
    for (const each of [run(), run({ key: 'cmd/worker' }), run({ branch: 'feat/ü x' }), run({ pullRequest: 12 })]) {
      const {
        told: [told, ...more],
      } = await archive().keep({ outDir, files }, each, signal);
      expect(told?.delivered).toBe(true);
      expect(more).toEqual([]);
    }
    const found = objects();
    expect(found).toHaveLength(8);
    expect(new Set(found.map((name) => name.split('/').slice(1, 3).join('/')))).toEqual(
      new Set(['api/branch-main', 'cmd%2Fworker/branch-main', `api/branch-${encodeName('feat/ü x')}`, 'api/pull-12']),
    );
    const kept = found.find((name) => name.includes('pull-12') && name.endsWith('.gz'))!;
    expect(kept.split('/')[0]).toBe(day(0));
    expect(await readFile(join(home(), kept))).toEqual(profile);
  });

  it('says where the run lies', async () => {
    const {
      told: [told],
    } = await archive().keep({ outDir, files }, run(), signal);
    expect(told?.line).toBe(
      `The run was archived as ${prefix}/acme/shop/${dirname(objects()[0]!)}/ in the bucket ${bucketName} at 127.0.0.1:${server.port}.`,
    );
  });

  it('deletes the files of runs that are too old, of branches that are gone too, and nothing else', async () => {
    await leave(`${day(31)}/api/branch-gone/20260101-000000-abcdef0/report.html`);
    await leave(`${day(400)}/cmd%2Fworker/pull-3/20250101-000000/trace.out`);
    const stay = [
      `${day(29)}/api/branch-gone/20260101-000000-abcdef0/report.html`,
      `${day(400)}/notes.txt`,
      `${day(400)}/api/branch-main/photos/cat.jpg`,
      '1234567890-abc.json',
    ];
    for (const name of stay) await leave(name);
    const { told } = await archive().keep({ outDir, files }, run(), signal);
    expect(told.map(({ line }) => line)[1]).toBe('2 archived files of old runs were deleted.');
    const left = objects();
    expect(left.filter((name) => !name.endsWith('-aaaaaaa/report.html'))).toEqual(stay.toSorted());
    expect(left).toHaveLength(stay.length + 1);
  });

  it('deletes no more than 200 files in one run, the oldest first', async () => {
    for (let index = 0; index < 230; index++)
      await leave(
        `${day(index < 210 ? 50 : 40)}/api/branch-main/20260101-${String(index).padStart(6, '0')}/report.html`,
      );
    await archive().keep({ outDir, files }, run(), signal);
    expect(objects().filter((name) => name.startsWith(day(50)))).toHaveLength(10);
    expect(objects().filter((name) => name.startsWith(day(40)))).toHaveLength(20);
    await archive().keep({ outDir, files }, run(), signal);
    expect(objects()).toHaveLength(1);
  });

  it('leaves out a file that is too large, and says so', async () => {
    await writeFile(join(outDir, 'trace.out'), '');
    await truncate(join(outDir, 'trace.out'), 64 * 1024 * 1024 + 1);
    const { told } = await archive().keep({ outDir, files }, run(), signal);
    expect(told.slice(1)).toEqual([{ delivered: false, line: 'trace.out wasn’t archived: it has 67108865 bytes.' }]);
    expect(objects().map((name) => name.split('/').at(-1))).toEqual(['report.html']);
  });

  it.each([
    [
      'a wrong key',
      { env: { AWS_ACCESS_KEY_ID: 'tester', AWS_SECRET_ACCESS_KEY: 'wrong-secret' } },
      'credentials were not accepted',
    ],
    ['a bucket that isn’t there', { bucket: 'no-such-bucket' }, 'there is no such bucket'],
  ])('answers with the reason for %s', async (_what, changes, reason) => {
    const { told } = await archive(changes).keep({ outDir, files }, run(), signal);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ delivered: false, line: expect.stringContaining(reason) });
    expect(told[0]!.line).toMatch(/^The run wasn’t archived: The archived runs in the bucket .* The verdict stands\.$/);
    expect(told[0]!.line).not.toMatch(/wrong-secret|top\/secret/);
    expect(objects()).toEqual([]);
  });
});
