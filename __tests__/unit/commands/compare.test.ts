import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openArchive } from '../../../src/archive/kept-runs.ts';
import { openStore, parseBaseline, type StoredBaseline } from '../../../src/baseline/index.ts';
import { compare } from '../../../src/commands/compare.ts';
import { parseReport, toJson } from '../../../src/reporters/index.ts';
import { reports } from '../reporters/reports.ts';

const fixture = new URL('../../fixtures/baseline/unbounded-cache.json', import.meta.url);
const signal = new AbortController().signal;
let folder: string;
let leaky: StoredBaseline;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leakgate-compare-'));
  leaky = parseBaseline(await readFile(fixture, 'utf8'), { name: 'fixture', removal: '' });
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

const without = (figures: StoredBaseline): StoredBaseline => ({
  ...figures,
  measurements: {
    ...figures.measurements,
    'heap-leak': { ...(figures.measurements['heap-leak'] as object), leaks: [] },
  },
});
const store = async (figures: StoredBaseline): Promise<void> => {
  await openStore('file', { directory: folder, env: {} }).write(figures, signal);
};

async function run(...args: string[]) {
  let stdout = '';
  const into = { write: (text: string) => Boolean((stdout += text)) } as unknown as NodeJS.WriteStream;
  const code = await compare.run(args, { env: process.env, cwd: folder, stdout: into, stderr: into }, signal);
  return { stdout, code };
}

test('two branches: a table, and an exit code where it’s asked for', async () => {
  await store({ ...without(leaky), branch: 'main', sha: '4be1a07' });
  await store({ ...leaky, branch: 'feat/x' });
  const { stdout, code } = await run('main', 'feat/x');
  expect(code).toBe(0);
  expect(stdout).toContain('main 4be1a07 → feat/x 633f785');
  expect(stdout).toContain('FAIL  accounts: heap leak in');
  expect((await run('main', 'feat/x', '--gate')).code).toBe(1);
  expect((await run('feat/x', 'main', '--gate')).code).toBe(0);
});

test('a branch against a run that was kept, as JSON and as a page', async () => {
  await store({ ...leaky, branch: 'main' });
  const out = join(folder, 'out');
  await mkdir(out);
  await writeFile(join(out, 'result.json'), toJson(reports.failing));
  await writeFile(join(out, 'baseline.json'), JSON.stringify(without(leaky)));
  await openArchive(folder).keep(out, reports.failing);
  const { stdout } = await run('main', 'latest', '--format', 'json', '--html', 'c.html');
  expect(parseReport(stdout, 'stdout')).toMatchObject({ verdict: 'pass', baseline: { branch: 'main' } });
  expect(await readFile(join(folder, 'c.html'), 'utf8')).toContain('<h1>');
  expect((await run('out', 'main')).stdout).toContain('FAIL  accounts');
  expect((await run('out/baseline.json', 'out')).stdout).toContain('PASS  accounts');
});

test('a branch with several services asks which', async () => {
  await store({ ...leaky, branch: 'main' });
  await store({ ...leaky, branch: 'main', key: 'cmd/worker' });
  await expect(run('main', 'main')).rejects.toThrow('main has baselines of 2 services');
  expect((await run('main', 'main', '--key', 'accounts')).stdout).toContain('PASS  accounts');
});

test('what isn’t there is said by its name', async () => {
  await expect(run('main', 'nowhere')).rejects.toThrow('There is no kept run "main".');
  await expect(run('main')).rejects.toThrow('compare takes two runs or branches, got 1.');
  await expect(run('a', 'b', '--store', 'disk')).rejects.toThrow('--store: got "disk"; allowed: git-ref');
  await mkdir(join(folder, 'broken'));
  await writeFile(join(folder, 'broken', 'result.json'), toJson(reports['never-ready']));
  await expect(run('broken', 'broken')).rejects.toThrow('the run left no figures');
});
