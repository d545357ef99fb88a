import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatBaseline } from '../../../src/baseline/schema.ts';
import { openStore } from '../../../src/baseline/index.ts';
import { baseline, newestOf } from './repositories.ts';

const { signal } = new AbortController();
let directory: string;
const store = () => openStore('file', { directory, env: {} });
const record = '1767323045-0123456789012345678901234567890123456789.json';
const pathOf = (...parts: string[]) => join(directory, '.leakgate', 'baselines', ...parts);

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'baseline-file-'));
});
afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

describe('the file store', () => {
  it('answers null and an empty list where nothing is stored', async () => {
    expect(await newestOf(store(), 'main', 'api')).toBeNull();
    expect(await store().list({}, signal)).toEqual([]);
  });

  it('reads back what it wrote, branch by branch and key by key', async () => {
    const stored = [
      baseline(),
      baseline({ key: 'cmd/worker' }),
      baseline({ branch: 'feature/x' }),
      baseline({ branch: '../../etc', key: '../passwd' }),
    ];
    for (const each of stored) expect(await store().write(each, signal)).toEqual({ stored: true });
    for (const each of stored) expect(await newestOf(store(), each.branch, each.key)).toEqual(each);
    const listed = await store().list({}, signal);
    expect(listed.map(({ branch, key }) => `${branch} ${key}`).toSorted()).toEqual(
      stored.map(({ branch, key }) => `${branch} ${key}`).toSorted(),
    );
    expect(await readdir(directory)).toEqual(['.leakgate']);
  });

  it('keeps one for each commit, the newest 24', async () => {
    for (let day = 1; day <= 26; day++) {
      const createdAt = new Date(Date.UTC(2026, 4, day)).toISOString();
      expect(await store().write(baseline({ createdAt, sha: `c${day}` }), signal)).toEqual({ stored: true });
    }
    const listed = await store().list({ key: 'api' }, signal);
    expect(listed.map(({ sha }) => Number(sha.slice(1))).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 24 }, (_, index) => index + 3),
    );
    expect(await store().write(baseline({ createdAt: '2026-05-01T00:00:00Z', sha: 'c1' }), signal)).toEqual({
      stored: false,
      reason: 'The branch has 24 baselines of later commits.',
    });
  });

  it('replaces that of the same commit, and of no commit outside a repository', async () => {
    for (const sha of ['c1', '']) {
      await store().write(baseline({ sha, createdAt: '2026-05-01T00:00:00Z' }), signal);
      await store().write(baseline({ sha, createdAt: '2026-05-02T00:00:00Z', leakgate: '0.2.0' }), signal);
    }
    expect((await readdir(pathOf('api', 'main'))).toSorted()).toEqual(['1777680000-c1.json', '1777680000-none.json']);
    expect((await newestOf(store(), 'main', 'api'))?.leakgate).toBe('0.2.0');
  });

  it('forgets what it is told to, also when it is gone already', async () => {
    await store().write(baseline(), signal);
    const listed = await store().list({}, signal);
    await store().remove(listed, signal);
    await store().remove(listed, signal);
    expect(await store().list({}, signal)).toEqual([]);
    expect(await store().read(listed[0]!, signal)).toBeNull();
  });

  it('leaves `git status` clean, and a .gitignore of the user alone', async () => {
    execFileSync('git', ['init', '-q', directory]);
    await store().write(baseline(), signal);
    expect(execFileSync('git', ['status', '--porcelain'], { cwd: directory, encoding: 'utf8' })).toBe('');
    const ignore = join(directory, '.leakgate', '.gitignore');
    await writeFile(ignore, '!baselines\n');
    await store().write(baseline(), signal);
    expect(await readFile(ignore, 'utf8')).toBe('!baselines\n');
  });

  it('reads and writes the one file that was named, and nothing beside it', async () => {
    const file = join(directory, 'deep', 'reference.json');
    const single = openStore('file', { directory, env: {}, file });
    expect(await newestOf(single, 'main', 'api')).toBeNull();
    await single.write(baseline({ branch: 'topic', key: 'other' }), signal);
    const listed = await single.list({ key: 'whatever' }, signal);
    expect(listed).toMatchObject([{ branch: 'topic', key: 'other' }]);
    expect((await single.read(listed[0]!, signal))?.branch).toBe('topic');
    expect(await readdir(directory)).toEqual(['deep']);
    expect(await readdir(join(directory, 'deep'))).toEqual(['reference.json']);
  });

  it('names the file that is damaged and how to delete it, and can replace it', async () => {
    await put(pathOf('api', 'main', record), '{"schemaVersion": 1');
    const wrong = {
      code: 'config',
      message: expect.stringContaining(pathOf('api', 'main', record)),
      hint: expect.stringContaining('rm '),
    };
    await expect(newestOf(store(), 'main', 'api')).rejects.toMatchObject(wrong);
    expect(await store().list({}, signal)).toHaveLength(1);
    await store().write(baseline(), signal);
    expect(await newestOf(store(), 'main', 'api')).toEqual(baseline());
  });

  it('does not replace what a newer Leakgate wrote', async () => {
    const text = JSON.stringify({ schemaVersion: 2, leakgate: '9.0.0' });
    await put(pathOf('api', 'main', record), text);
    await expect(store().write(baseline(), signal)).rejects.toThrow(/newer Leakgate \(9\.0\.0\)/);
    expect(await readFile(pathOf('api', 'main', record), 'utf8')).toBe(text);
  });

  it('leaves the old file and no temporary one when it cannot write', async () => {
    await put(pathOf('api', 'main', record, 'in the way'), '');
    await expect(store().write(baseline(), signal)).rejects.toMatchObject({ code: 'config' });
    expect(await readdir(pathOf('api', 'main'))).toEqual([record]);
    await put(join(directory, 'file'), '');
    const blocked = openStore('file', { directory, env: {}, file: join(directory, 'file', 'b.json') });
    await expect(blocked.write(baseline(), signal)).rejects.toMatchObject({
      message: expect.stringContaining("can't be written"),
    });
  });

  it('does not see what a run left that was killed while it wrote', async () => {
    await store().write(baseline(), signal);
    const half = formatBaseline(baseline({ sha: 'f'.repeat(40) })).slice(0, 200);
    await put(pathOf('api', 'main', `${record}.2b1e7a52-0000-4000-8000-000000000000.tmp`), half);
    expect(await store().list({}, signal)).toHaveLength(1);
    expect(await newestOf(store(), 'main', 'api')).toEqual(baseline());
    expect(await store().write(baseline(), signal)).toEqual({ stored: true });
  });

  it('stops on an abort', async () => {
    const reason = new Error('interrupted');
    await expect(store().write(baseline(), AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(await newestOf(store(), 'main', 'api')).toBeNull();
  });
});
