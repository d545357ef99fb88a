import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CheckReport, LeakCoverage, Report } from '../../src/model.ts';

const root = new URL('../../', import.meta.url).pathname;
let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'leakgate-coverage-e2e-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function checked(directory: string, ...more: string[]): Promise<{ check: CheckReport; report: Report }> {
  const out = join(folder, 'out');
  const args = [join(root, 'dist/cli.js'), 'run', directory, '--checks', 'leak-coverage', '--out', out, ...more];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: root, maxBuffer: 1 << 26 }, (_error, stdout, stderr) => {
      const report = JSON.parse(readFileSync(join(out, 'result.json'), 'utf8')) as Report;
      const [check] = report.checks;
      if (check === undefined) reject(new Error(`nothing was measured: ${stdout}${stderr}`));
      else resolve({ check, report });
    });
  });
}

/** Counted by hand: of each kind, the lines that there are and those that the requests run. */
const truth: Record<string, Record<string, [sites: number, reached: number]>> = {
  shop: { go: [2, 2], context: [1, 0], timer: [1, 1], channel: [1, 1], pool: [1, 1], growing: [1, 1] },
  'clean-gin': { go: [2, 2], channel: [1, 1], growing: [1, 1] },
  'clean-chi': { go: [2, 2], channel: [2, 2], growing: [1, 1] },
  mirror: {},
  'circuit-breaker': {
    go: [1, 0],
    context: [1, 1],
    timer: [1, 0],
    channel: [1, 0],
    response: [1, 1],
    growing: [1, 1],
  },
  'unbounded-cache': { growing: [1, 1] },
  'closure-capture': { growing: [1, 1] },
  'pool-misuse': { pool: [1, 1] },
  'lost-cancel': { go: [1, 1], context: [1, 1] },
  'blocked-channel': { go: [1, 1], timer: [1, 1], channel: [1, 1] },
  'time-after-loop': { go: [1, 1], timer: [1, 1], channel: [1, 1] },
};

const countsOf = ({ kinds }: LeakCoverage) =>
  Object.fromEntries(kinds.map(({ kind, sites, reached }) => [kind, [sites, reached]]));

test.each(Object.entries(truth))('examples/%s: what was counted by hand', async (name, counts) => {
  const { check } = await checked(join(root, 'examples', name));
  expect(countsOf(check.coverage!)).toEqual(counts);
});

test('the goroutines of a leaky line: how many started, and what the others wait for', async () => {
  const { check } = await checked(join(root, 'examples/lost-cancel'));
  const [pump] = check.coverage!.started;
  expect(pump).toMatchObject({ frame: { file: expect.stringContaining('feed.go') }, runs: 1009 });
  // Every third request asks for a currency that nobody knows.
  expect(pump!.alive).toMatchObject({ count: 336, states: { select: 336 }, wakers: { nobody: 336, referenced: 0 } });
  // All of the load lies in the trace, or its first seconds do.
  expect(pump!.lives!.started).toBeGreaterThan(300);
  expect(pump!.lives!.blocked[0]).toMatchObject({ reason: 'select' });
});

test('a change that adds two `go` statements is told which of them the load never ran', async () => {
  const directory = join(folder, 'flags');
  cpSync(join(root, 'examples/clean-chi'), directory, { recursive: true });
  writeFileSync(join(directory, '.gitignore'), '.leakgate/\nleakgate-out/\n');
  const git = (...args: string[]): void =>
    void execFileSync('git', ['-C', directory, '-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args]);
  const commit = (subject: string): void => {
    git('add', '--all');
    git('commit', '--quiet', '--message', subject);
  };
  git('init', '--quiet', '--initial-branch=main');
  commit('as it is');
  await checked(directory, '--save-baseline');
  const file = join(directory, 'main.go');
  const source = readFileSync(file, 'utf8')
    .replace('func (f *flags) show(w http.ResponseWriter, r *http.Request) {\n', '$&\tgo audit("show")\n')
    .replace('func (f *flags) update(w http.ResponseWriter, r *http.Request) {\n', '$&\tgo audit("update")\n');
  writeFileSync(file, `${source}\nfunc audit(string) {}\n`);
  const settings = join(directory, '.github/leakgate.yml');
  writeFileSync(settings, readFileSync(settings, 'utf8').replace(/^ *- PUT .*\n/m, ''));
  commit('audit');
  const { check, report } = await checked(directory);
  expect(report.verdict).toBe('pass');
  const added = check.findings.find(({ id }) => id === 'leak-coverage/new');
  expect(added?.reason).toBe('This change adds 2 `go` statements; 1 was never run under load.');
  expect(added?.facts?.map(({ text }) => text)).toEqual(['go audit("update")', 'PUT /flags/{name}']);
  const unreached = check.coverage!.unreached.find(({ source }) => source === 'go audit("update")');
  expect(unreached?.routes).toEqual([{ method: 'PUT', path: '/flags/{name}', may: false, ran: false }]);
});
