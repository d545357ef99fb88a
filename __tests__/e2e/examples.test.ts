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
const clean = ['shop', 'clean-gin', 'clean-chi', 'notes-sqlite', 'mirror'];

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

interface Kept {
  /** The chain from the root down. */
  chain: RegExp;
  /** One in how many requests leaves another of its last step. */
  requestsEach: number;
  /**
   * Goroutines that wake by themselves are in one state or another, and make garbage while the heap is written: where it doesn't add up,
   * nothing but them is counted.
   */
  restless?: true;
}

/** Who keeps what an example leaks. Misused pools have nobody: what they cost is garbage. */
const kept: Partial<Record<string, Kept>> = {
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
  'time-after-loop': {
    chain: /^goroutine \[(?:chan receive|semacquire|runnable|sleep|running)\] main\.\(\*progress\)\.log/,
    requestsEach: 1.5,
    restless: true,
  },
};

const chainText = ({ steps }: RetainedChain): string => steps.map(({ text }) => text).join(' → ');

const failures = (report: Report) =>
  report.checks.flatMap((check) => check.findings).filter((finding) => finding.outcome === 'fail');

describe('each leak goes red and names its own line', () => {
  test.each(leaky)('%s', async (name) => {
    const { report, terminal } = await checked(name);
    expect(report).toMatchObject({ verdict: 'fail', exitCode: 1, error: null });
    const [worst, ...others] = failures(report).map(({ site }) => `${site?.file}:${site?.line}`);
    const told = [terminal, commentOf(name).replaceAll('\\', '')].map((text) => text.replaceAll(/\s+/g, ' '));
    expect(marks(name)).toContain(worst);
    for (const other of others) expect(marks(name)).toContain(other);
    for (const text of told) expect(text).toContain(worst);
    const expected = kept[name];
    if (expected === undefined) return;
    const chains = report.checks.flatMap(({ evidence }) => evidence?.chains ?? []);
    const found = chains.filter((chain) => expected.chain.test(chainText(chain)));
    const [heaviest] = found;
    if (heaviest === undefined)
      expect.fail(`None of the chains is the expected one:\n${chains.map(chainText).join('\n')}`);
    if (expected.restless !== true) expect(found).toEqual([expect.objectContaining({ exact: true })]);
    // Counted: the scenario's routes take turns, so the dose has one request more of one of them at most.
    const wanted = heaviest.requests! / expected.requestsEach;
    const counted = found.reduce((sum, { steps }) => sum + steps.find(({ objects }) => objects > 0)!.objects, 0);
    expect(Math.abs(counted - wanted)).toBeLessThanOrEqual(expected.restless === true ? wanted / 100 : 1);
    const last = heaviest.steps.findLast(({ objects }) => objects > 1)!;
    for (const text of told) {
      expect(text).toContain(heaviest.root);
      expect(text).toContain(`${last.text} ×${Math.round(last.objects).toLocaleString('en-US')}`);
    }
  });
});

describe('a service that is in order stays green', () => {
  test.each(clean)('%s', async (name) => {
    expect((await checked(name)).report).toMatchObject({ verdict: 'pass', exitCode: 0, error: null });
  });
});
