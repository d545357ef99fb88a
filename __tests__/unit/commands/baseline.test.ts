import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { formatBaseline, openStore, type BaselineStore } from '../../../src/baseline/index.ts';
import { baseline as command } from '../../../src/commands/baseline.ts';
import { baseline, newestOf, playground } from '../baseline/repositories.ts';
import { runCommandIn } from './terminal.ts';

const { signal } = new AbortController();
let folder: string;
let store: BaselineStore;
const run = async (...args: string[]) =>
  runCommandIn(command, args, { cwd: folder, env: { PATH: process.env['PATH'], USER: 'ada' } });
const day = (number: number, changes: Parameters<typeof baseline>[0] = {}) =>
  baseline({ sha: `c${number}`, createdAt: new Date(Date.UTC(2026, 0, number)).toISOString(), ...changes });

vi.setConfig({ testTimeout: 60_000 });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baseline-command-'));
  execFileSync('git', ['init', '-q', '-b', 'main', folder]);
  store = openStore('file', { directory: folder, env: {} });
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

async function damage(sha: string): Promise<void> {
  const entry = (await store.list({}, signal)).find((one) => one.sha === sha)!;
  await writeFile(entry.id, 'half of a');
}

describe('list and show', () => {
  beforeEach(async () => {
    for (const one of [day(1), day(2), day(3, { branch: 'v1' }), day(4, { key: 'worker' })])
      await store.write(one, signal);
  });

  test('lists by service and branch, newest first, without reading any', async () => {
    await damage('c1');
    expect((await run('list')).stdout).toBe(
      'api  main  c2  2026-01-02T00:00:00Z\napi  main  c1  2026-01-01T00:00:00Z\napi  v1  c3  2026-01-03T00:00:00Z\nworker  main  c4  2026-01-04T00:00:00Z\n',
    );
    expect((await run('list', '--key', 'worker')).stdout).toBe('worker  main  c4  2026-01-04T00:00:00Z\n');
    expect((await run('list', '--branch', 'gone')).stdout).toBe('No baseline is stored.\n');
  });

  test('shows all others when one is damaged, names that one, and exits 2', async () => {
    await damage('c2');
    const { code, stdout, stderr } = await run('show');
    expect(code).toBe(2);
    expect(stdout.split('\n').map((line) => line.slice(0, 15))).toEqual([
      'api  main  c1  ',
      'api  v1  c3  20',
      'worker  main  c',
      '',
    ]);
    expect(stderr).toMatch(/^The baseline \S+c2\.json is damaged: .*delete this one: rm \S+\n$/);
  });

  test('says who accepted what', async () => {
    const word = {
      checks: ['heap-leak'],
      by: 'grace',
      reason: 'it fills',
      how: 'commit 4b90412',
      at: '2026-01-05T10:00:00Z',
      until: '2026-06-30',
    };
    await store.write(day(5, { accepted: [word] }), signal);
    expect((await run('show', '--branch', 'main')).stdout).toContain(
      '\n  accepted for heap-leak by grace (commit 4b90412) on 2026-01-05 until 2026-06-30: it fills\n',
    );
  });

  test('prints one as JSON: the newest of a branch and service, or that of a commit', async () => {
    expect((await run('show', '--branch', 'main', '--key', 'api')).stdout).toBe(formatBaseline(day(2)));
    expect((await run('show', '--commit', 'c1')).stdout).toBe(formatBaseline(day(1)));
    await expect(run('show', '--branch', 'main', '--key', 'none')).rejects.toThrow('There is no such baseline.');
  });

  test('refuses politely what a newer Leakgate wrote, and shows the rest', async () => {
    const [entry] = await store.list({ key: 'worker' }, signal);
    await writeFile(entry!.id, '{"schemaVersion":9,"leakgate":"7.0.0"}');
    const { code, stdout, stderr } = await run('show');
    expect([code, stdout.split('\n').length]).toEqual([2, 4]);
    expect(stderr).toContain('written by a newer Leakgate (7.0.0)');
  });
});

describe('accept', () => {
  beforeEach(async () => {
    await mkdir(join(folder, 'leakgate-out'));
    await writeFile(
      join(folder, 'leakgate-out', 'baseline.json'),
      formatBaseline(day(9, { measurements: { 'heap-leak': 'leaking' } })),
    );
  });

  test('stores the figures with who, why and when', async () => {
    expect((await run('accept', '--reason', 'meant to fill')).stdout).toBe('c9 is a baseline of main for api now.\n');
    expect((await newestOf(store, 'main', 'api'))?.accepted).toEqual([
      {
        checks: ['heap-leak'],
        by: 'ada',
        reason: 'meant to fill',
        how: 'leakgate baseline accept',
        at: expect.any(String),
      },
    ]);
  });

  test('marks the commit, so that drift is counted from it on', async () => {
    const step = { sha: 'c9', changes: {}, counts: {}, conditions: '' };
    const figures = day(9, { measurements: { qps: 1 }, trail: [{ ...step, sha: 'c8' }, step] });
    await writeFile(join(folder, 'leakgate-out', 'baseline.json'), formatBaseline(figures));
    await run('accept', '--reason', 'TLS');
    expect((await newestOf(store, 'main', 'api'))?.trail).toEqual([
      { ...step, sha: 'c8' },
      { ...step, accepted: ['qps'] },
    ]);
  });

  test('until a day, with the figures that count again afterwards', async () => {
    await store.write(day(8, { measurements: { 'heap-leak': 'clean', qps: 'fast' } }), signal);
    await run('accept', '--reason', 'a release', '--until', '2999-12-31');
    const [word] = (await newestOf(store, 'main', 'api'))?.accepted ?? [];
    expect(word).toMatchObject({ until: '2999-12-31', before: { 'heap-leak': 'clean' } });
  });

  test.each([
    [['--reason', ' '], 'needs --reason'],
    [['--reason', 'x', '--until', '2001-01-01'], 'a day to come'],
    [['--reason', 'x', '--until', 'soon'], 'a day to come'],
    [['--reason', 'x', '--from', 'none.json'], "none.json can't be read"],
  ])('refuses %j', async (args, message) => {
    await expect(run('accept', ...args)).rejects.toThrow(message);
    expect(await store.list({}, signal)).toEqual([]);
  });
});

describe('export and import', () => {
  test('carry everything to another store', async () => {
    for (const one of [day(1), day(2), day(3, { branch: 'v1' })]) await store.write(one, signal);
    await run('export', '--to', 'all.json');
    await using at = await playground();
    await writeFile(join(at.clone, 'all.json'), await readFile(join(folder, 'all.json')));
    const place = { cwd: at.clone, env: at.env };
    const { stdout } = await runCommandIn(command, ['import', '--from', 'all.json', '--store', 'git-ref'], place);
    expect(stdout).toBe('3 of 3 baselines were stored.\n');
    const remote = openStore('git-ref', { directory: at.clone, env: at.env });
    expect(await newestOf(remote, 'main', 'api')).toEqual(day(2));
    const again = await runCommandIn(command, ['export', '--store', 'git-ref'], place);
    expect(again.stdout).toBe(await readFile(join(folder, 'all.json'), 'utf8'));
  });

  test('stores nothing of a document with one damaged baseline', async () => {
    const text = JSON.stringify({ leakgateBaselines: 1, baselines: [day(1), { ...day(2), createdAt: 'yesterday' }] });
    await writeFile(join(folder, 'all.json'), text);
    await expect(run('import', '--from', 'all.json')).rejects.toThrow('The baseline 2 of all.json is damaged');
    expect(await store.list({}, signal)).toEqual([]);
    await writeFile(join(folder, 'all.json'), '[]');
    await expect(run('import', '--from', 'all.json')).rejects.toThrow("isn't what `leakgate baseline export` writes");
  });
});

describe('prune', () => {
  test('removes branches without news, never the default branch', async () => {
    for (const one of [day(1), day(1, { branch: 'gone' }), day(2, { branch: 'gone' })]) await store.write(one, signal);
    await store.write(baseline({ branch: 'alive', createdAt: new Date().toISOString() }), signal);
    execFileSync('git', [
      '-C',
      folder,
      '-c',
      'user.name=a',
      '-c',
      'user.email=a@b',
      'commit',
      '-q',
      '--allow-empty',
      '-m',
      'x',
    ]);
    const asked = await run('prune', '--older-than', '1', '--dry-run');
    expect(asked.stdout).toMatch(/gone {2}c2.*\napi {2}gone {2}c1.*\n2 of 4 would be removed\.\n$/);
    expect(await store.list({}, signal)).toHaveLength(4);
    await run('prune', '--older-than', '1');
    expect((await store.list({}, signal)).map(({ branch }) => branch).toSorted()).toEqual(['alive', 'main']);
  });

  test('removes a branch that is named, and what is damaged', async () => {
    for (const one of [day(1), day(2), day(1, { branch: 'old' })]) await store.write(one, signal);
    expect((await run('prune', '--branch', 'old')).stdout).toContain('1 of 1 were removed.');
    await damage('c2');
    expect((await run('prune', '--damaged')).stdout).toMatch(/^api {2}main {2}c2 .*\n1 of 2 were removed\.\n$/);
    expect((await store.list({}, signal)).map(({ sha }) => sha)).toEqual(['c1']);
  });
});

test('an unknown verb is named, with those that there are', async () => {
  await expect(run('toString')).rejects.toThrow(
    'baseline: got "toString"; allowed: list, show, accept, export, import, prune, migrate-store.',
  );
});
