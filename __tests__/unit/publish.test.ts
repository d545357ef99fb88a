import { mkdir, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Host } from '../../src/host/host.ts';
import { publish } from '../../src/publish.ts';
import { parseReport, renderHtml } from '../../src/reporters/index.ts';
import { poisoned } from './reporters/gfm.ts';
import { reports } from './reporters/reports.ts';

let outDir: string;
beforeEach(async () => {
  outDir = await mkdtemp(join(tmpdir(), 'leakgate-publish-'));
});
afterEach(async () => rm(outDir, { recursive: true, force: true }));

/** A host that keeps what it's told. */
function listening() {
  const warnings: string[] = [];
  const outputs: Record<string, string> = {};
  const host = {
    info: () => undefined,
    warning: (text: string) => void warnings.push(text),
    annotate: () => undefined,
    output: (name: string, value: string) => void (outputs[name] = value),
    summary: async () => undefined,
    comment: async () => ({ url: null, reason: '' }),
  } as unknown as Host;
  return { host, warnings, outputs };
}

const config = { comment: 'never', secrets: [] as string[] } as const;
const text = async (name: string): Promise<string> => readFile(join(outDir, name), 'utf8');

test('every rendering lies beside the result', async () => {
  const { host, warnings, outputs } = listening();
  await publish(reports.failing, { config, host, outDir, candidate: null });
  expect(await readdir(outDir)).toEqual(['junit.xml', 'report.html', 'report.sarif', 'result.json']);
  expect(await text('report.html')).toBe(renderHtml(parseReport(await text('result.json'), 'result.json')));
  expect(warnings).toEqual([]);
  expect(outputs['report-path']).toBe(join(outDir, 'report.html'));
  expect(outputs['sarif-path']).toBe(join(outDir, 'report.sarif'));
});

test('a rendering that can’t be written is a warning; the outputs come all the same', async () => {
  const { host, warnings, outputs } = listening();
  await mkdir(join(outDir, 'report.html'));
  await publish(reports.failing, { config, host, outDir, candidate: null });
  expect(warnings).toEqual([expect.stringMatching(/^There is no report\.html of this run: EISDIR/)]);
  expect(outputs['verdict']).toBe('fail');
  expect(outputs['report-path']).toBe('');
  expect(await readdir(outDir)).toContain('junit.xml');
});

test('no secret stands in any file', async () => {
  const secret = 'hunter2"<&>\nrest';
  const { host } = listening();
  await publish(poisoned(reports.failing, [`before ${secret} after`]), {
    config: { ...config, secrets: [secret] },
    host,
    outDir,
    candidate: null,
  });
  for (const name of await readdir(outDir)) expect(await text(name)).not.toMatch(/hunter2/);
});
