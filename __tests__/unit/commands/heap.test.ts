import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../../../src/commands/index.ts';
import { writeSnapshot, type HeapSnapshot } from '../../../src/heap/snapshot-file.ts';
import { dumpBytes } from '../heap/recorded.ts';
import { profile, retention } from '../heap/snapshots.ts';
import type { Short } from '../heap/tries.ts';

const cache = (entries: number): Short => [
  'main.cache',
  0,
  0,
  ['map[string]*main.Entry', 1, 64, ['main.put main.go:3', entries, entries * 1024]],
];

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'leakgate-commands-'));
  const keep = (name: string, snapshot: HeapSnapshot): void => writeFileSync(join(cwd, name), writeSnapshot(snapshot));
  keep('a.heap', retention([cache(5000), ['main.list', 0, 9_000_000]], { requests: 5000 }));
  keep('b.heap', retention([cache(7000), ['main.list', 0, 19_000_000]], { requests: 7000 }));
  keep('a.sites', profile({ 'main.put': [1000, 1] }));
  keep('other.heap', retention([cache(7000)], { heapAllocBytes: 99_000_000 }));
  writeFileSync(join(cwd, 'raw.dump'), dumpBytes('go1.26.8', 40));
  writeFileSync(join(cwd, 'empty.pb.gz'), '');
});
afterAll(() => rmSync(cwd, { recursive: true }));

async function leakgate(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const stream = (name: 'out' | 'err') =>
    ({ write: (text: string) => ((said[name] += text), true) }) as unknown as NodeJS.WriteStream;
  const terminal = { env: {}, cwd, stdout: stream('out'), stderr: stream('err') };
  return { code: await runCli(args, terminal, new AbortController().signal), ...said };
}

describe('diff', () => {
  test('shows what grew, and passes without a limit', async () => {
    const { code, out, err } = await leakgate('diff', 'a.heap', 'b.heap');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('main.cache → map[string]*main.Entry → main.put main.go:3 ×2');
    expect(out).toContain('main.list');
  });

  test.each([
    // 2 MB of growth below 7 MB, through three steps; the list grew by more, but is no chain.
    [['--gate'], 1, ['main.cache']],
    [['--gate', '--fail-over', '3MB'], 0, ['main.cache']],
    [['--gate', '--threshold', '8MB'], 0, []],
    [['--gate', '--min-chain', '1'], 1, ['main.list', 'main.cache']],
    [['--threshold', '8MB', '--fail-over', '1MB'], 1, ['main.list']],
    [['--min-chain', '4'], 0, []],
  ])('%j: exit %i', async (options, code, roots) => {
    const told = await leakgate('diff', 'a.heap', 'b.heap', ...options, '--format', 'json');
    const found = JSON.parse(told.out) as { outcome: string; rows: { chain: { text: string }[] }[] };
    expect([told.code, found.outcome]).toEqual([code, code === 0 ? 'pass' : 'fail']);
    expect(found.rows.map(({ chain }) => chain[0]!.text)).toEqual(roots);
  });

  test.each([
    [['a.heap'], 'diff takes two files, got 1.'],
    [['a.heap', 'b.heap', 'c.heap'], 'diff takes two files, got 3.'],
    [['a.heap', 'none.heap'], 'There is no file none.heap.'],
    [['a.heap', 'a.sites'], 'One of the two is a profile'],
    [['a.heap', 'empty.pb.gz'], 'empty.pb.gz is empty.'],
    [['raw.dump', 'raw.dump'], 'raw.dump is a raw heap dump'],
    [['a.heap', 'b.heap', '--threshold', 'much'], '--threshold: got "much"; write a size such as 64, 16KB or 2MB.'],
    [['a.heap', 'b.heap', '--min-chain', '0'], '--min-chain: got "0"; write a whole number above 0.'],
    [['a.heap', 'b.heap', '--format', 'xml'], '--format: got "xml"; allowed: table, json.'],
    [['a.heap', 'b.heap', '--treshold', '2MB'], "Unknown option '--treshold'"],
  ])('%j is an error of the command line', async (args, message) => {
    const { code, err } = await leakgate('diff', ...args);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});

test('top shows what a snapshot holds, and doubts sums that differ', async () => {
  const first = await leakgate('top', 'a.heap', '--limit', '1');
  expect(first).toMatchObject({ code: 0, err: '' });
  expect(first.out).toMatch(/main\.list\n.*… and 1 more/);
  const json = JSON.parse((await leakgate('top', 'a.sites', '--format', 'json')).out) as {
    kind: string;
    rows: unknown[];
  };
  expect([json.kind, json.rows.length]).toEqual(['profile', 1]);
  expect((await leakgate('top', 'other.heap')).err).toContain("other.heap doesn't add up");
  expect((await leakgate('top')).code).toBe(2);
});

describe('--html', () => {
  const page = (): string => readFileSync(join(cwd, 'page.html'), 'utf8').replaceAll(/<[^>]*>/g, '');

  test('writes the page beside the table, whatever the verdict', async () => {
    const compared = await leakgate('diff', 'a.heap', 'b.heap', '--gate', '--html', 'page.html');
    expect([compared.code, compared.err]).toEqual([1, '']);
    expect(compared.out).toContain('main.cache → ');
    expect(page()).toMatch(/main\.cache keeps 1\.95.MiB more/);
    const one = await leakgate('top', 'a.sites', '--html', 'page.html', '--format', 'json');
    expect(JSON.parse(one.out)).toMatchObject({ kind: 'profile' });
    expect(page()).toMatch(/main\.put holds 1.000.B/);
  });

  test('names a file that can’t be written', async () => {
    const { code, err } = await leakgate('top', 'a.heap', '--html', 'none/page.html');
    expect([code, err]).toEqual([2, expect.stringMatching(/--html: .*none\/page\.html can't be written/)]);
  });
});

describe('path', () => {
  test('walks down from the root of that name', async () => {
    const { code, out } = await leakgate('path', 'a.heap', 'main.cache');
    expect(code).toBe(0);
    expect(out).toMatch(/main\.cache\n.*└─ map\[string\]\*main\.Entry\n.* {3}└─ main\.put main\.go:3 ×5/);
    const [tree] = JSON.parse((await leakgate('path', 'a.heap', 'main.cache', '--format', 'json')).out) as [
      { text: string; children: { text: string }[] },
    ];
    expect([tree.text, tree.children[0]!.text]).toEqual(['main.cache', 'map[string]*main.Entry']);
  });

  test('lists the roots that a beginning fits', async () => {
    const { code, out } = await leakgate('path', 'a.heap', 'main.');
    expect(code).toBe(0);
    expect(out).toMatch(/^2 roots fit; name one of them:\n.*main\.list\n.*main\.cache\n$/);
  });

  test('suggests the nearest names', async () => {
    const { code, err } = await leakgate('path', 'a.heap', 'main.cahce');
    expect(code).toBe(2);
    expect(err).toContain('a.heap has no root "main.cahce".');
    expect(err).toContain('Did you mean main.cache, main.list?');
  });

  test('has nothing to say of a profile', async () => {
    expect((await leakgate('path', 'a.sites', 'main.put')).err).toContain('a.sites is a profile');
  });
});

describe('snapshot', () => {
  test.each([
    [[], 'snapshot needs one of --package, --pid and --url.'],
    [['--pid', '1', '--package', '.'], 'snapshot needs one of'],
    [['--pid', '1', 'extra'], 'snapshot needs one of'],
    [['--pid', 'api'], '--pid: got "api"; write a whole number above 0.'],
    [['--pid', '999999999'], 'There is no process 999999999 that runs a program.'],
    [['--url', 'http://10.1.2.3:6060'], "10.1.2.3 isn't this machine"],
    [['--package', '.', '--after', '100,50'], '--after: got "100,50"; write growing counts'],
    [['--package', '.', '--after', '-1'], "Option '--after' argument is ambiguous"],
    [['--package', '.', '--config', 'none.yml'], 'none.yml'],
  ])('%j is an error of the command line', async (args, message) => {
    const { code, err } = await leakgate('snapshot', ...args);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  test('of a process without a way in says how it gets one', async () => {
    // This very process: it serves nothing.
    const { code, err } = await leakgate('snapshot', '--pid', String(process.pid));
    expect(code).toBe(2);
    expect(err).toContain("can't be looked into");
    expect(err).toContain('leakgate snapshot --package');
  });
});

test('each command is listed and has a help', async () => {
  const { out } = await leakgate('help');
  for (const name of ['snapshot', 'diff', 'top', 'path']) {
    expect(out).toContain(`leakgate ${name}`);
    expect((await leakgate(name, '--help')).out).toContain(`leakgate ${name}`);
  }
});
