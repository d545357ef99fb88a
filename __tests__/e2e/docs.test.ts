import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/model.ts';

const root = resolve(import.meta.dirname, '../..');
const cli = join(root, 'dist/cli.js');
const pages = ['README.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)].filter((name) =>
  name.endsWith('.md'),
);

interface Line {
  page: string;
  line: string;
}

/** Every command that a page shows in a block for the shell. */
const lines: Line[] = pages.flatMap((page) =>
  [...readFileSync(join(root, page), 'utf8').matchAll(/^```sh\n(.*?)^```$/gms)].flatMap(([, block = '']) =>
    block
      .split('\n')
      .map((line) => line.replace(/\s+#.*$/, '').replace('node dist/cli.js', 'leakgate'))
      .filter((line) => line.startsWith('leakgate '))
      .map((line) => ({ page, line })),
  ),
);

/** Those that take minutes, a server or a browser are run by tests of their own. */
const elsewhere: [start: RegExp, test: string][] = [
  [/^leakgate run\b/, 'e2e/examples.test.ts'],
  [/^leakgate bisect\b/, 'e2e/bisect.test.ts'],
  [/^leakgate init\b/, 'e2e/init.test.ts'],
  [/^leakgate doctor\b/, 'unit/doctor/doctor.test.ts'],
  [/^leakgate open\b/, 'unit/commands/open.test.ts'],
  [/^leakgate scorecard\b/, 'unit/scorecard/scorecard.test.ts'],
  [/^leakgate test -race\b/, 'e2e/unit-tests.test.ts'],
  [/--pdf\b/, 'e2e/html.test.ts'],
  [/\bpostgres\b/, 'unit/commands/baseline-migrate.test.ts'],
];
const coveredBy = (line: string): string | undefined => elsewhere.find(([start]) => start.test(line))?.[1];

let home: string;
let shop: string;
let running: ChildProcess;
let port: string;
/** As on a terminal whose folder is the shop's. */
const env = { ...process.env, NO_COLOR: '1' };
const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', ...args], { cwd: shop, encoding: 'utf8' });

async function leakgate(args: string[]): Promise<{ code: number; said: string }> {
  return new Promise((done) => {
    execFile(process.execPath, [cli, ...args], { cwd: shop, env, maxBuffer: 1 << 26 }, (error, stdout, stderr) =>
      done({ code: error === null ? 0 : Number(error.code), said: `${stdout}${stderr}` }),
    );
  });
}

async function must(args: string[]): Promise<void> {
  const { code, said } = await leakgate(args);
  if (code !== 0) throw new Error(`leakgate ${args.join(' ')} ended with ${code}: ${said}`);
}

/** A repository with a service in cmd/api, a baseline for each of two branches, and one that runs. */
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'leakgate-docs-'));
  shop = join(home, 'shop');
  mkdirSync(join(shop, 'cmd'), { recursive: true });
  cpSync(join(root, '__tests__/fixtures/e2e/deployed/main.go'), join(home, 'deployed/main.go'));
  cpSync(join(root, '__tests__/fixtures/e2e/misbehaving/main.go'), join(shop, 'cmd/api/main.go'));
  writeFileSync(
    join(shop, 'cmd/api/cache.go'),
    'package main\n\nvar cache = map[string][]byte{"a": make([]byte, 4096)}\n',
  );
  writeFileSync(join(shop, 'go.mod'), 'module example.com/shop\n\ngo 1.22\n');
  writeFileSync(join(shop, '.gitignore'), 'leakgate-out/\n.leakgate/\n*.heap\n*.html\n');
  execFileSync('git', ['init', '-q', '--bare', join(home, 'origin.git')]);
  git('init', '-q', '-b', 'main');
  git('remote', 'add', 'origin', join(home, 'origin.git'));
  for (const branch of ['main', 'feat/x']) {
    if (branch !== 'main') git('switch', '-q', '-c', branch);
    writeFileSync(join(shop, 'branch.txt'), branch);
    git('add', '.');
    git('commit', '-q', '-m', branch);
    git('push', '-q', 'origin', branch);
    const settings = ['--package', './cmd/api', '--checks', 'heap-leak', '--leak-requests', '211'];
    await must(['run', ...settings, '--save-baseline']);
  }
  await must(['baseline', 'migrate-store', '--from', 'file', '--to', 'git-ref']);
  const result = JSON.parse(readFileSync(join(shop, 'leakgate-out/result.json'), 'utf8')) as Report;
  for (const key of ['cmd/api', 'cmd/worker']) {
    const folder = join(shop, 'artifacts', key.replace('/', '-'));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'result.json'), JSON.stringify({ ...result, key }));
  }
  execFileSync('go', ['build', '-o', join(home, 'running'), join(home, 'deployed/main.go')]);
  running = spawn(join(home, 'running'), { stdio: ['ignore', 'pipe', 'inherit'] });
  const [address] = (await once(createInterface({ input: running.stdout! }), 'line')) as [string];
  port = address.split(':').at(-1)!;
});
afterAll(() => {
  running.kill('SIGKILL');
  rmSync(home, { recursive: true, force: true });
});

/** As a shell does: `'chan, select'` is one word. What stands for something of the reader's is that of the shop. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/'([^']*)'|\S+/g)]
    .map(([word, quoted]) => quoted ?? word)
    .map((word) =>
      word
        .replace(/^4711$/, String(running.pid))
        .replace(':6060', `:${port}`)
        .replace('origin/main', 'main')
        .replace(/^10s$/, '200ms'),
    );

describe('the commands of the pages', () => {
  test('that are left to other tests are', () => {
    expect(elsewhere.filter(([, name]) => !existsSync(join(root, '__tests__', name)))).toEqual([]);
    expect(elsewhere.filter(([start]) => !lines.some(({ line }) => start.test(line)))).toEqual([]);
  });

  test.each(lines.filter(({ line }) => coveredBy(line) === undefined))('$page: $line', async ({ line }) => {
    const [, ...args] = wordsOf(line);
    // Ten looks every ten seconds are for a service that somebody waits for.
    const patient = args.includes('--watch') && !args.includes('--every') ? [...args, '--every', '200ms'] : args;
    const { code, said } = await leakgate(patient);
    expect({ code, said }).toMatchObject({ code: 0 });
    const page = args[args.indexOf('--html') + 1];
    if (args.includes('--html')) expect(existsSync(join(shop, page!))).toBe(true);
    else expect(said).not.toBe('');
  });
});
