import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Report } from '../../src/model.ts';

const root = new URL('../../', import.meta.url).pathname;
let out: string;
beforeAll(() => void (out = mkdtempSync(join(tmpdir(), 'leakgate-resilience-e2e-'))));
afterAll(() => rmSync(out, { recursive: true, force: true }));

/** Runs the built program on the example, as its README says. */
async function checked(name: string, ...more: string[]): Promise<Report> {
  const args = ['dist/cli.js', 'run', 'examples/circuit-breaker', '--quick', '--out', join(out, name), ...more];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: root, maxBuffer: 1 << 26 }, () => {
      resolve(JSON.parse(readFileSync(join(out, name, 'result.json'), 'utf8')) as Report);
    });
  });
}

const reasons = ({ checks }: Report): Record<string, string> =>
  Object.fromEntries(
    checks
      .flatMap(({ findings }) => findings)
      .filter(({ outcome }) => outcome === 'fail')
      .map(({ id, reason }) => [id, reason]),
  );

test('limits and breakers done right pass, and the page draws the breaker', async () => {
  const report = await checked('right');
  expect(report.error?.message ?? null).toBeNull();
  expect(reasons(report)).toEqual({});
  const page = readFileSync(join(out, 'right/report.html'), 'utf8');
  expect(page).toContain('Breaker: closed → open → half-open');
});

test('a breaker that never tries again fails, and is named with what shows it', async () => {
  const report = await checked('wrong', '--', '-bank', '{dependency}', '-wrong', 'no-half-open-probe');
  expect(report.verdict).toBe('fail');
  expect(reasons(report)['resilience/no-half-open-probe']).toContain('no call reached the dependency');
  expect(reasons(report)['resilience/breaker']).toContain('Expected: closed → open → half-open → closed.');
});
