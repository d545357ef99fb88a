import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../../src/baseline/index.ts';
import { baseline } from './repositories.ts';

const { signal } = new AbortController();
let directory: string;
const store = () => openStore('file', { directory, env: {} });
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
    expect(await store().read('main', 'api', signal)).toBeNull();
    expect(await store().list(signal)).toEqual([]);
  });

  it('reads back what it wrote, branch by branch and key by key', async () => {
    const stored = [
      baseline(),
      baseline({ key: 'cmd/worker' }),
      baseline({ branch: 'feature/x' }),
      baseline({ branch: '../../etc', key: '../passwd' }),
    ];
    for (const each of stored) expect(await store().write(each, signal)).toEqual({ stored: true });
    for (const each of stored) expect(await store().read(each.branch, each.key, signal)).toEqual(each);
    const listed = await store().list(signal);
    expect(listed.map(({ branch, key }) => `${branch} ${key}`).toSorted()).toEqual(
      stored.map(({ branch, key }) => `${branch} ${key}`).toSorted(),
    );
    expect(await readdir(directory)).toEqual(['.leakgate']);
  });

  it('replaces, also by an older one: somebody asked for it', async () => {
    await store().write(baseline({ createdAt: '2026-05-01T00:00:00Z' }), signal);
    await store().write(baseline({ createdAt: '2026-04-01T00:00:00Z', sha: 'older' }), signal);
    expect((await store().read('main', 'api', signal))?.sha).toBe('older');
    expect(await readdir(pathOf('main'))).toEqual(['api.json']);
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
    expect(await single.read('main', 'api', signal)).toBeNull();
    await single.write(baseline({ branch: 'topic', key: 'other' }), signal);
    expect((await single.read('main', 'api', signal))?.branch).toBe('topic');
    expect(await single.list(signal)).toHaveLength(1);
    expect(await readdir(directory)).toEqual(['deep']);
    expect(await readdir(join(directory, 'deep'))).toEqual(['reference.json']);
  });

  it('names the file that is damaged and how to delete it, and can replace it', async () => {
    await put(pathOf('main', 'api.json'), '{"schemaVersion": 1');
    const wrong = {
      code: 'config',
      message: expect.stringContaining(pathOf('main', 'api.json')),
      hint: expect.stringContaining('rm '),
    };
    await expect(store().read('main', 'api', signal)).rejects.toMatchObject(wrong);
    await expect(store().list(signal)).rejects.toMatchObject(wrong);
    await store().write(baseline(), signal);
    expect(await store().read('main', 'api', signal)).toEqual(baseline());
  });

  it('does not replace what a newer Leakgate wrote', async () => {
    const text = JSON.stringify({ schemaVersion: 2, leakgate: '9.0.0' });
    await put(pathOf('main', 'api.json'), text);
    await expect(store().write(baseline(), signal)).rejects.toThrow(/newer Leakgate \(9\.0\.0\)/);
    expect(await readFile(pathOf('main', 'api.json'), 'utf8')).toBe(text);
  });

  it('leaves the old file and no temporary one when it cannot write', async () => {
    await put(pathOf('main', 'api.json', 'in the way'), '');
    await expect(store().write(baseline(), signal)).rejects.toMatchObject({ code: 'config' });
    expect(await readdir(pathOf('main'))).toEqual(['api.json']);
    await put(join(directory, 'file'), '');
    const blocked = openStore('file', { directory, env: {}, file: join(directory, 'file', 'b.json') });
    await expect(blocked.write(baseline(), signal)).rejects.toMatchObject({
      message: expect.stringContaining("can't be written"),
    });
  });

  it('stops on an abort', async () => {
    const reason = new Error('interrupted');
    await expect(store().write(baseline(), AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(await store().read('main', 'api', signal)).toBeNull();
  });
});
