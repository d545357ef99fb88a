import { mkdir, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bucketArchive } from '../../src/archive/bucket.ts';
import type { Host } from '../../src/host/host.ts';
import { publish } from '../../src/publish.ts';
import { makeSteps } from '../../src/steps.ts';
import { parseReport, renderHtml } from '../../src/reporters/index.ts';
import { startReceiver } from './notify/receiver.ts';
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

const config = {
  comment: 'never' as const,
  secrets: [] as string[],
  notify: [],
  pushgateway: undefined,
  retentionDays: undefined,
};
const { signal } = new AbortController();
const how = {
  config,
  candidate: null,
  bucket: null,
  lastSha: null,
  steps: makeSteps(),
};
const text = async (name: string): Promise<string> => readFile(join(outDir, name), 'utf8');

test('every rendering lies beside the result', async () => {
  const { host, warnings, outputs } = listening();
  await publish(reports.failing, { ...how, host, outDir }, signal);
  expect(await readdir(outDir)).toEqual([
    'junit.xml',
    'metrics.prom',
    'report.csv',
    'report.html',
    'report.sarif',
    'result.json',
  ]);
  expect(await text('report.html')).toBe(renderHtml(parseReport(await text('result.json'), 'result.json')));
  expect(warnings).toEqual([]);
  expect(outputs['report-path']).toBe(join(outDir, 'report.html'));
  expect(outputs['sarif-path']).toBe(join(outDir, 'report.sarif'));
});

test('a rendering that can’t be written is a warning; the outputs come all the same', async () => {
  const { host, warnings, outputs } = listening();
  await mkdir(join(outDir, 'report.html'));
  await publish(reports.failing, { ...how, host, outDir }, signal);
  expect(warnings).toEqual([expect.stringMatching(/^There is no report\.html of this run: EISDIR/)]);
  expect(outputs['verdict']).toBe('fail');
  expect(outputs['report-path']).toBe('');
  expect(await readdir(outDir)).toContain('junit.xml');
});

test('no secret stands in any file', async () => {
  const secret = 'hunter2"<&>\nrest';
  const { host } = listening();
  await publish(
    poisoned(reports.failing, [`before ${secret} after`]),
    { ...how, config: { ...config, secrets: [secret] }, host, outDir },
    signal,
  );
  for (const name of await readdir(outDir)) expect(await text(name)).not.toMatch(/hunter2/);
});

describe('the archive in a bucket', () => {
  const settings = { bucket: 'team', keepDays: 30 };

  test('that can’t be reached is a warning, and changes nothing else', async () => {
    const { host, warnings, outputs } = listening();
    const bucket = bucketArchive(settings, { repository: 'acme/shop', env: {} });
    const shown = await publish(reports.failing, { ...how, bucket, host, outDir }, signal);
    expect(warnings).toEqual([expect.stringMatching(/^The run wasn’t archived: .*The verdict stands\.$/)]);
    expect([shown.verdict, outputs['verdict'], outputs['exit-code']]).toEqual(['fail', 'fail', '1']);
  });

  test('gets the files once all are written, but not those of an interrupted run', async () => {
    const { host } = listening();
    const seen: string[][] = [];
    const bucket = {
      keep: async (left: { outDir: string; files: readonly string[] }) => {
        seen.push((await readdir(left.outDir)).filter((name) => left.files.includes(name)));
        return { told: [], reportUrl: null };
      },
    };
    await publish(reports.failing, { ...how, bucket, host, outDir }, signal);
    expect(seen).toEqual([expect.arrayContaining(['junit.xml', 'report.html', 'result.json'])]);
    const error = { code: 'interrupted' as const, message: 'Stopped.', hint: null, output: null, locations: [] };
    await publish({ ...reports.failing, error }, { ...how, bucket, host, outDir }, signal);
    await publish({ ...reports.failing, key: '' }, { ...how, bucket, host, outDir }, signal);
    expect(seen).toHaveLength(1);
  });

  test('is what comment and summary link, where browsers reach it', async () => {
    const reportUrl = 'https://runs.example.com/acme/shop/report.html';
    const { host } = listening();
    const said: string[] = [];
    const told = {
      ...host,
      summary: async (text: string) => void said.push(text),
      comment: async (_key: string, text: string) => {
        said.push(text);
        return { url: null, reason: '', previous: '' };
      },
    };
    const run = { ...reports.failing, links: { repository: null, run: 'https://forge.example/runs/7' } };
    const bucket = { keep: async () => ({ told: [], reportUrl }) };
    await publish(run, { ...how, bucket, host: told, outDir }, signal);
    expect(said).toHaveLength(2);
    for (const text of said)
      expect(text).toContain(`[Full report](${reportUrl}) and [log](https://forge.example/runs/7)`);
  });
});

test('the step that keeps the artifact is told for how long', async () => {
  const { host, outputs } = listening();
  await publish(reports.failing, { ...how, host, outDir }, signal);
  expect(outputs['retention-days']).toBe('');
  await publish(reports.failing, { ...how, config: { ...config, retentionDays: 14 }, host, outDir }, signal);
  expect(outputs['retention-days']).toBe('14');
});

describe('webhooks', () => {
  const failing = (commit = reports.failing.commit) => ({
    ...reports.failing,
    commit: { ...commit, pullRequest: null, branch: 'main' },
  });
  const lastSha = reports.failing.baseline.sha;

  test('are told of a branch that turned red, once', async () => {
    await using receiver = await startReceiver();
    const { host } = listening();
    const notify = [{ type: 'slack' as const, url: receiver.url, when: 'change' as const }];
    await publish(failing(), { ...how, config: { ...config, notify }, host, outDir, lastSha }, signal);
    await publish(failing(), { ...how, config: { ...config, notify }, host, outDir, lastSha: 'e'.repeat(40) }, signal);
    expect(receiver.requests).toHaveLength(1);
  });

  test('that fail, and a gateway that is down, are warnings without an address, and change nothing else', async () => {
    await using receiver = await startReceiver();
    receiver.answers = Array.from({ length: 20 }, () => ({ status: 500 }));
    const { host, warnings, outputs } = listening();
    const notify = [
      { type: 'teams' as const, url: `${receiver.url}/hook/s3cret-part`, when: 'always' as const },
      { type: 'wecom' as const, url: 'http://127.0.0.1:1/cgi-bin/send?key=s3cret', when: 'always' as const },
    ];
    const pushgateway = { url: 'http://user:s3cret@127.0.0.1:1', job: 'leakgate' };
    const told = { ...config, notify, pushgateway };
    const shown = await publish(failing(), { ...how, config: told, host, outDir, retryDelaysMs: [1, 1] }, signal);
    expect(warnings).toEqual([
      expect.stringMatching(/^The Pushgateway wasn’t told: no answer \(.+\)\. The verdict stands\.$/),
      'The teams webhook wasn’t told: HTTP 500. The verdict stands.',
      expect.stringMatching(/^The wecom webhook wasn’t told: no answer/),
    ]);
    expect(warnings.join()).not.toMatch(/s3cret|127\.0/);
    expect([shown.verdict, outputs['verdict'], outputs['exit-code']]).toEqual(['fail', 'fail', '1']);
    expect(receiver.requests).toHaveLength(3);
  });

  test('aren’t waited for once the run is interrupted', async () => {
    const { host, warnings } = listening();
    const notify = [{ type: 'slack' as const, url: 'http://127.0.0.1:1', when: 'always' as const }];
    const publication = { ...how, config: { ...config, notify }, host, outDir, retryDelaysMs: [600_000] };
    await publish(failing(), publication, AbortSignal.abort());
    expect(warnings).toEqual([]);
    expect(await readdir(outDir)).toContain('result.json');
  });
});
