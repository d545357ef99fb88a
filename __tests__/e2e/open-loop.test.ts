import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const cli = new URL('../../dist/cli.js', import.meta.url).pathname;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'leakgate-open-'));
  cpSync(new URL('../../examples/clean-chi', import.meta.url).pathname, folder, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Result {
  error?: { message: string };
  checks: { metrics: { id: string; value: number }[] }[];
}

/** A load at a fixed rate goes through a thread of its own, which only the built program has. */
test('a rate that was asked for is sent, or the run says that it could not', { timeout: 300_000 }, async () => {
  const args = ['run', '.', '--checks', 'qps', '--rate', '150', '--duration', '3s'];
  const options = { cwd: folder, env: { ...process.env, NO_COLOR: '1' } };
  const code = await new Promise<number>((resolve) => {
    execFile(process.execPath, [cli, ...args], options, (error) => resolve(error === null ? 0 : Number(error.code)));
  });
  const result = JSON.parse(readFileSync(join(folder, 'leakgate-out/result.json'), 'utf8')) as Result;
  if (code === 4) {
    expect(result.error?.message).toContain("couldn't keep to the schedule");
    return;
  }
  expect(code).toBe(0);
  const figure = (id: string) => result.checks[0]!.metrics.find((metric) => metric.id === id)?.value;
  expect(figure('qps/asked')).toBe(150);
  expect(figure('qps/sent')! + figure('qps/dropped')! / 3).toBeCloseTo(150, 6);
});
