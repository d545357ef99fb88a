import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openArchive } from '../../../src/archive/kept-runs.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'leakgate-archive-'));
  await mkdir(join(root, 'out'));
  await writeFile(join(root, 'out', 'result.json'), '{}');
});
afterEach(async () => rm(root, { recursive: true, force: true }));

const commit = (sha: string) => ({ sha, branch: 'main', baseBranch: null, pullRequest: null });
const at = (minute: number): string => `2026-11-25T22:${String(minute).padStart(2, '0')}:06.123Z`;
const keep = async (minute: number, sha = '8eb950500c3dd2a8f7a4c62e11e0ff7f3ad8b1c5'): Promise<string> =>
  openArchive(root).keep(join(root, 'out'), { createdAt: at(minute), commit: commit(sha) });

describe('runs that were kept', () => {
  test('hold what the run left and nothing else, out of git’s sight', async () => {
    await writeFile(join(root, 'out', 'heap-after.pb.gz'), 'profile');
    await writeFile(join(root, 'out', 'notes.txt'), 'somebody’s own');
    const id = await keep(23);
    expect(id).toBe('20261125-222306-8eb9505');
    const folder = await openArchive(root).folderOf('latest');
    expect(await readdir(folder)).toEqual(['heap-after.pb.gz', 'result.json']);
    expect(await readFile(join(root, '.leakgate', '.gitignore'), 'utf8')).toBe('*\n');
  });

  test('are found by id, the beginning of it, and commit; of one commit the newest', async () => {
    const [first, second] = [await keep(1), await keep(2)];
    const other = await keep(3, 'fca0479aa0c3dd2a8f7a4c62e11e0ff7f3ad8b1c');
    const archive = openArchive(root);
    const found = async (name: string): Promise<string> => (await archive.folderOf(name)).split('/').at(-1)!;
    expect(await found(first)).toBe(first);
    expect(await found('20261125-2202')).toBe(second);
    expect(await found('8eb9505')).toBe(second);
    expect(await found('8eb950500c3dd2a8f7a4c62e11e0ff7f3ad8b1c5')).toBe(second);
    expect(await found('latest')).toBe(other);
  });

  test('of a branch the newest is found', async () => {
    const keepOf = async (minute: number, branch: string): Promise<string> => {
      await writeFile(join(root, 'out', 'result.json'), JSON.stringify({ commit: { branch } }));
      return keep(minute);
    };
    await keepOf(1, 'feat/x');
    const newer = await keepOf(2, 'feat/x');
    const main = await keepOf(3, 'main');
    const archive = openArchive(root);
    expect(await archive.folderOf('feat/x')).toBe(join(root, '.leakgate/runs', newer));
    expect(await archive.folderOf('main')).toBe(join(root, '.leakgate/runs', main));
    await expect(archive.folderOf('feat')).rejects.toThrow('There is no kept run "feat".');
  });

  test('are never looked for outside their folder', async () => {
    await keep(1);
    for (const name of ['..', '../runs', '../../out', '/', '', '20261125-22x'])
      await expect(openArchive(root).folderOf(name)).rejects.toMatchObject({ code: 'config' });
  });

  test('a name that several begin with is refused', async () => {
    await keep(1);
    await keep(2);
    await expect(openArchive(root).folderOf('20261125')).rejects.toThrow('2 kept runs begin with 20261125.');
  });

  test('a folder without runs says where they come from', async () => {
    await expect(openArchive(root).folderOf('latest')).rejects.toMatchObject({
      message: 'There is no kept run "latest".',
      hint: '`leakgate run` keeps each run in .leakgate/runs.',
    });
  });

  test('are at most twenty, and the oldest go', async () => {
    for (let minute = 0; minute < 23; minute++) await keep(minute);
    const ids = await openArchive(root).ids();
    expect(ids).toHaveLength(20);
    expect(ids[0]).toContain('-222206-');
    expect(ids.at(-1)).toContain('-220306-');
  });

  test('a folder that is no run stays what it is', async () => {
    await mkdir(join(root, '.leakgate', 'runs', 'mine'), { recursive: true });
    for (let minute = 0; minute < 22; minute++) await keep(minute);
    expect(await readdir(join(root, '.leakgate', 'runs'))).toContain('mine');
  });
});
