import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/model.ts';

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

/** Runs the leak checks on an example, as the README says. */
async function checked(name: string): Promise<Report> {
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
    execFile(process.execPath, args, { cwd: root, maxBuffer: 1 << 26 }, () => {
      resolve(JSON.parse(readFileSync(join(out, name, 'result.json'), 'utf8')) as Report);
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

const failures = (report: Report) =>
  report.checks.flatMap((check) => check.findings).filter((finding) => finding.outcome === 'fail');

describe('each leak goes red and names its own line', () => {
  test.each(leaky)('%s', async (name) => {
    const report = await checked(name);
    expect(report).toMatchObject({ verdict: 'fail', exitCode: 1, error: null });
    const [worst, ...others] = failures(report).map(({ site }) => `${site?.file}:${site?.line}`);
    expect(marks(name)).toContain(worst);
    for (const other of others) expect(marks(name)).toContain(other);
  });
});

describe('a service that is in order stays green', () => {
  test.each(clean)('%s', async (name) => {
    expect(await checked(name)).toMatchObject({ verdict: 'pass', exitCode: 0, error: null });
  });
});
