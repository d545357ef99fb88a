import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report, RetainedChain } from '../../src/model.ts';

const root = new URL('../../', import.meta.url).pathname;
const leaky = [
  'unbounded-cache',
  'closure-capture',
  'pool-misuse',
  'lost-cancel',
  'blocked-channel',
  'time-after-loop',
];
const clean = ['shop', 'clean-gin', 'clean-chi', 'notes-sqlite'];

let out: string;
beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'leakgate-examples-'));
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

interface Checked {
  report: Report;
  /** What stood in the terminal. */
  terminal: string;
}

/** Runs the leak checks on an example, as the README says. */
async function checked(name: string): Promise<Checked> {
  const args = [
    'dist/cli.js',
    'run',
    `examples/${name}`,
    '--checks',
    'heap-leak,goroutine-leak',
    '--out',
    join(out, name),
  ];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: root, maxBuffer: 1 << 26 }, (_, terminal) => {
      const report = JSON.parse(readFileSync(join(out, name, 'result.json'), 'utf8')) as Report;
      resolve({ report, terminal });
    });
  });
}

/** `examples/x/cache.go:12` of each line that bears a LEAK mark. */
function marks(name: string): string[] {
  const files = readdirSync(join(root, 'examples', name)).filter((file) => file.endsWith('.go'));
  return files.flatMap((file) =>
    readFileSync(join(root, 'examples', name, file), 'utf8')
      .split('\n')
      .flatMap((line, index) => (line.includes('// LEAK:') ? [`examples/${name}/${file}:${index + 1}`] : [])),
  );
}

/** The comment of a pull request, made from the recorded result. */
const commentOf = (name: string): string =>
  execFileSync(
    process.execPath,
    ['dist/cli.js', 'report', '--from', join(out, name, 'result.json'), '--format', 'comment'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );

/** Who keeps what an example leaks: the chain from the root down, and how many of its last step one request in how many leaves. */
const kept: Partial<Record<string, { chain: RegExp; requestsEach: number }>> = {
  'unbounded-cache': {
    chain: /^main\.sessions → map\[string\]\*main\.session → main\.\(\*sessionStore\)\.add sessions\.go:30$/,
    requestsEach: 3,
  },
  'closure-capture': {
    chain:
      /^goroutine \[IO wait\] main\.main → .* → closure main\.\(\*orders\)\.place\.func1 → (?:slice )?io\.ReadAll io\.go:\d+ via main\.\(\*orders\)\.place orders\.go:46$/,
    requestsEach: 2,
  },
  'lost-cancel': { chain: /^goroutine \[select\] main\.\(\*feed\)\.pump/, requestsEach: 3 },
  'blocked-channel': { chain: /^goroutine \[chan send\] main\.askSupplier\.func1/, requestsEach: 3 },
};

const chainText = ({ steps }: RetainedChain): string => steps.map(({ text }) => text).join(' → ');

const failures = (report: Report) =>
  report.checks.flatMap((check) => check.findings).filter((finding) => finding.outcome === 'fail');

describe('each leak goes red and names its own line', () => {
  test.each(leaky)('%s', async (name) => {
    const { report, terminal } = await checked(name);
    expect(report).toMatchObject({ verdict: 'fail', exitCode: 1, error: null });
    const [worst, ...others] = failures(report).map(({ site }) => `${site?.file}:${site?.line}`);
    expect(marks(name)).toContain(worst);
    for (const other of others) expect(marks(name)).toContain(other);
    for (const text of [terminal, commentOf(name).replaceAll('\\', '')]) expect(text).toContain(worst);
    const expected = kept[name];
    if (expected === undefined) return;
    const chains = report.checks.flatMap(({ evidence }) => evidence?.chains ?? []);
    const found = chains.find((chain) => expected.chain.test(chainText(chain)));
    if (found === undefined)
      expect.fail(`None of the chains is the expected one:\n${chains.map(chainText).join('\n')}`);
    expect(found).toMatchObject({ exact: true });
    // Counted: the scenario's routes take turns, so the dose has one request more of one of them at most.
    const counting = found.steps.find(({ objects }) => objects > 0)!;
    expect(Math.abs(counting.objects - found.requests! / expected.requestsEach)).toBeLessThanOrEqual(1);
    expect(terminal.replaceAll(/\s+/g, ' ')).toContain(found.root);
  });
});

describe('a service that is in order stays green', () => {
  test.each(clean)('%s', async (name) => {
    expect((await checked(name)).report).toMatchObject({ verdict: 'pass', exitCode: 0, error: null });
  });
});
