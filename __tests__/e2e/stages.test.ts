import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CheckReport, Report } from '../../src/model.ts';

const root = new URL('../../', import.meta.url).pathname;
let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'leakgate-stages-e2e-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The example as a repository of its own, with what Leakgate writes ignored. */
function repository(name: string) {
  const directory = join(folder, name);
  cpSync(join(root, 'examples', name), directory, { recursive: true });
  writeFileSync(join(directory, '.gitignore'), '.leakgate/\nleakgate-out/\n');
  const git = (...args: string[]): void =>
    void execFileSync('git', ['-C', directory, '-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args]);
  git('init', '--quiet', '--initial-branch=main');
  const commit = (subject: string): void => {
    git('add', '--all');
    git('commit', '--quiet', '--message', subject);
  };
  commit('as it is');
  return { directory, commit };
}

/** Runs the built program there. */
async function stagesOf(directory: string, ...more: string[]): Promise<{ report: Report; check: CheckReport }> {
  const args = [join(root, 'dist/cli.js'), 'run', '--checks', 'stages', '--stages-budget', '8s', ...more];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: directory, maxBuffer: 1 << 26 }, (_error, stdout, stderr) => {
      const report = JSON.parse(readFileSync(join(directory, 'leakgate-out/result.json'), 'utf8')) as Report;
      const [check] = report.checks;
      if (check === undefined) reject(new Error(`nothing was measured: ${stdout}${stderr}`));
      else resolve({ report, check });
    });
  });
}

const names = ({ stages }: CheckReport): string[] => stages!.rows.map(({ name }) => name).toSorted();

test('Server-Timing: the stage that takes longer fails beside its base, and is named', async () => {
  const { directory, commit } = repository('server-timing');
  const first = await stagesOf(directory, '--save-baseline');
  expect(first.report.verdict).toBe('pass');
  expect([first.check.stages!.source, names(first.check)]).toEqual(['server-timing', ['auth', 'encode', 'find']]);

  const file = join(directory, 'main.go');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"rounds", 300', '"rounds", 900'));
  commit('stronger tokens');
  const { report, check } = await stagesOf(directory);
  expect(report.verdict).toBe('fail');
  const failed = check.findings.filter(({ outcome }) => outcome === 'fail').map(({ id }) => id);
  expect(failed).toContain('stages/auth');
  const auth = check.findings.find(({ id }) => id === 'stages/auth')!;
  expect(auth.delta).toBeGreaterThan(1);
  expect(auth.reason).toContain('side by side with the base');
  const page = readFileSync(join(directory, 'leakgate-out/report.html'), 'utf8');
  expect(page).toContain('as the Server-Timing fields of the answers tell it');
});

test('OpenTelemetry: what each span does by itself', async () => {
  const { check } = await stagesOf(repository('traced').directory);
  expect(check.stages!.source).toBe('opentelemetry');
  const expected = ['SELECT items', 'SELECT orders', 'auth', 'encode', 'load order', 'the rest of the request'];
  expect(names(check)).toEqual(expected);
  const query = check.stages!.rows.find(({ name }) => name === 'SELECT items')!;
  // It sleeps for 200 µs.
  expect(query.afterUs).toBeGreaterThan(200);
  expect(query.afterQ95Us).toBeGreaterThanOrEqual(query.afterUs * 0.5);
});

test('a service that tells nothing: where its CPU time goes', async () => {
  const { check } = await stagesOf(repository('clean-chi').directory);
  expect(check.stages!.source).toBe('cpu-profile');
  expect(names(check)).toEqual(expect.arrayContaining(['Handlers', 'Kernel', 'Router and server']));
  expect(check.summary).toMatch(/^CPU time of a request: .+ %, .+ % and .+ %\.$/);
});
