import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { resolveConfig } from '../../src/config/resolve.ts';
import type { Host } from '../../src/host/host.ts';
import { parseReport } from '../../src/reporters/index.ts';
import { run } from '../../src/run.ts';

vi.setConfig({ testTimeout: 60_000 });

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'leakgate-run-'));
});
afterEach(async () => rm(cwd, { recursive: true, force: true }));

/** A host that keeps what it's told. */
function listening() {
  const told = { secrets: [] as string[], groups: [] as string[], outputs: {} as Record<string, string>, comments: 0 };
  const host = {
    name: 'local',
    color: false,
    group: async (title: string, body: () => Promise<unknown>) => (told.groups.push(title), body()),
    info: () => undefined,
    notice: () => undefined,
    warning: () => undefined,
    progress: () => undefined,
    annotate: () => undefined,
    secret: (value: string) => void told.secrets.push(value),
    output: (name: string, value: string) => void (told.outputs[name] = value),
    summary: async () => undefined,
    comment: async () => ((told.comments += 1), { url: null, reason: '' }),
    acceptLabel: async () => null,
  } as unknown as Host;
  return { host, told };
}

async function ran(signal: AbortSignal) {
  const env = { ...process.env, GITHUB_ACTIONS: undefined };
  const config = resolveConfig({ inputs: { 'github-token': 'ghs_0123456789' }, cwd, env });
  const outDir = join(cwd, 'out');
  await mkdir(outDir);
  await writeFile(join(outDir, 'baseline.json'), 'of another commit');
  const { host, told } = listening();
  const report = await run(config, { env, outDir, save: 'always' }, host, signal);
  return { report, told, outDir };
}

test('a folder without a service ends in a report with the reason, published like any other', async () => {
  const { report, told, outDir } = await ran(new AbortController().signal);
  expect(report).toMatchObject({ verdict: 'fail', exitCode: 2, checks: [], error: { code: 'config' } });
  expect(report.baseline.reason).toBe('The run ended before a baseline was looked for.');
  expect(told.groups).toEqual(['Look around']);
  expect(told.secrets).toContain('ghs_0123456789');
  expect(told.outputs).toMatchObject({ verdict: 'fail', 'exit-code': '2' });
  const written = parseReport(await readFile(join(outDir, 'result.json'), 'utf8'), 'result.json');
  expect(written.error?.code).toBe('config');
  // Another run's figures must not be taken for this one's.
  expect(await readdir(outDir)).not.toContain('baseline.json');
});

test('an interrupt is told as such, whatever it broke', async () => {
  await writeFile(join(cwd, 'go.mod'), 'module example.com/a\n\ngo 1.22\n');
  await writeFile(join(cwd, 'main.go'), 'package main\n\nfunc main() {}\n');
  const { report } = await ran(AbortSignal.abort(new Error('Ctrl-C')));
  expect(report).toMatchObject({ verdict: 'fail', exitCode: 130, error: { code: 'interrupted' } });
});
