import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aggregate } from '../../../src/aggregate.ts';
import { publish } from '../../../src/commands/publish.ts';
import type { Report } from '../../../src/model.ts';
import { toJson } from '../../../src/reporters/index.ts';
import { startForge, type Forge } from '../host/forge.ts';
import { hostileText, intrusions, poisoned } from '../reporters/gfm.ts';
import { hostileTexts, reports } from '../reporters/reports.ts';
import { runCommandIn } from './terminal.ts';
import * as fc from 'fast-check';

const { sha } = reports.failing.commit;
const runUrl = 'https://github.com/acme/shop/actions/runs/11894673021';

let forge: Forge;
let folder: string;

beforeEach(async () => {
  forge = await startForge();
  forge.pulls = [{ number: 7, state: 'open', head: { sha } }];
  folder = await mkdtemp(join(tmpdir(), 'leakgate-fork-'));
});
afterEach(async () => {
  await forge[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

/** The event of a finished run of a fork's pull request, as GitHub sends it. */
const event = {
  workflow_run: {
    id: 42,
    event: 'pull_request',
    conclusion: 'failure',
    html_url: runUrl,
    head_sha: sha,
    head_branch: 'feat/session-cache',
    head_repository: { full_name: 'stranger/shop', owner: { login: 'stranger' } },
    // Empty for forks, on GitHub too.
    pull_requests: [],
  },
  repository: { name: 'shop', owner: { login: 'acme' }, html_url: 'https://github.com/acme/shop' },
};

async function run(args: string[] = [], given: unknown = event) {
  const path = join(folder, 'event.json');
  await writeFile(path, JSON.stringify(given));
  const env = { GITHUB_EVENT_PATH: path, GITHUB_TOKEN: 'a-token', GITHUB_API_URL: forge.url };
  return runCommandIn(publish, args, { cwd: folder, env });
}

function leave(files: Zippable, name = 'leakgate-cmd-api-1a2b3c'): void {
  forge.artifacts.push({ name, archive: zipSync(files) });
}
const result = (report: Report): Zippable => ({
  'result.json': strToU8(toJson(report)),
  'report.html': strToU8('<b>'),
});
const bodies = (): string[] => forge.comments.map(({ body }) => body);

test('a failed run of a fork gets its comment, on the pull request that the forge names', async () => {
  leave(result(reports.failing));
  const { code, stdout } = await run();
  expect(code).toBe(0);
  expect(stdout).toBe(`The comment was created: ${forge.comments[0]!.html_url}\n`);
  expect(bodies()).toEqual([expect.stringMatching(/^<!-- leakgate:v1 key=cmd\/api -->\n### ❌ cmd\/api: /)]);
  expect(bodies()[0]).toContain('look at the run before trusting a green one');
});

test('a green run updates the same comment', async () => {
  leave(result(reports.failing));
  await run();
  forge.artifacts = [];
  leave(result(reports.passing));
  await run();
  expect(bodies()).toEqual([expect.stringContaining('### ✅')]);
});

test('nothing is asked for but artifacts, the pull request and its comments', async () => {
  leave(result(reports.failing));
  await run();
  expect([...new Set(forge.calls)]).toEqual([
    'GET /repos/acme/shop/actions/runs/42/artifacts',
    'GET /repos/acme/shop/actions/artifacts/0/zip',
    'GET /repos/acme/shop/pulls',
    'GET /repos/acme/shop/issues/7/comments',
    'POST /repos/acme/shop/issues/7/comments',
  ]);
  expect(await readdir(folder)).toEqual(['event.json']);
});

describe('the artifact is not believed', () => {
  test('about pull request, links and stored baselines', async () => {
    const { baseline, commit } = reports.failing;
    const lying = {
      ...reports.failing,
      commit: { ...commit, pullRequest: 1 },
      links: { repository: 'https://evil.example/acme/shop', run: 'https://evil.example/run' },
      baseline: { ...baseline, stored: true },
    };
    leave(result(lying));
    await run();
    expect(forge.calls.filter((call) => call.includes('/issues/1/'))).toEqual([]);
    expect(bodies()[0]).not.toContain('evil.example');
    expect(bodies()[0]).not.toContain('was stored as the new baseline');
    expect(bodies()[0]).toContain(runUrl);
  });

  test('about the commit: a result of another one is refused', async () => {
    leave(result({ ...reports.passing, commit: { ...reports.passing.commit, sha: 'f'.repeat(40) } }));
    await expect(run()).rejects.toThrow('is of another commit than the run');
    expect(bodies()).toEqual([]);
  });

  test('about names in the archive: they point nowhere, and nothing is written', async () => {
    const passing = strToU8(toJson(reports.passing));
    leave({
      '../../result.json': passing,
      '/result.json': passing,
      'a/result.json': passing,
      ...result(reports.failing),
    });
    await run();
    expect(bodies()).toEqual([expect.stringContaining('### ❌')]);
    expect(await readdir(folder)).toEqual(['event.json']);
  });

  test('about sizes: a bomb is refused by its size, a lying one is cut off', async () => {
    leave({ 'result.json': new Uint8Array(33 * 1024 * 1024) });
    await expect(run()).rejects.toThrow('result.json in artifact leakgate-cmd-api-1a2b3c is too large');
    forge.artifacts = [];
    leave(result(reports.failing));
    const { archive } = forge.artifacts[0]!;
    const view = new DataView(archive.buffer, archive.byteOffset);
    const entry = Array.from({ length: archive.length - 4 }, (_, at) => at).find(
      (at) => view.getUint32(at, true) === 0x02014b50,
    );
    view.setUint32(entry! + 24, 10, true);
    await expect(run()).rejects.toThrow(/isn't JSON/);
    forge.artifacts = [{ name: 'leakgate-x', archive: new Uint8Array(1), bytes: 10 ** 9 }];
    await expect(run()).rejects.toThrow('Artifact leakgate-x is too large to be a result: 1000000000 bytes.');
    expect(bodies()).toEqual([]);
  });

  test.each([
    ['no archive', new Uint8Array([80, 75, 3, 4, 9, 9]), 'no archive that can be read'],
    ['no JSON', zipSync({ 'result.json': strToU8('{"schemaVersion":1') }), "isn't JSON"],
    ['no result', zipSync({ 'result.json': strToU8('{"schemaVersion":1}') }), 'is a damaged result'],
    ['of a newer Leakgate', zipSync({ 'result.json': strToU8('{"schemaVersion":9}') }), 'newer Leakgate'],
  ])('%s', async (_, archive, message) => {
    forge.artifacts = [{ name: 'leakgate-x', archive }];
    await expect(run()).rejects.toThrow(message);
    expect(bodies()).toEqual([]);
  });

  test('about text: it renders as text, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostileText, { minLength: 2, maxLength: 6 }), async (texts) => {
        forge.artifacts = [];
        forge.comments.length = 0;
        const poison = poisoned(reports.failing, [...texts, ...hostileTexts]);
        leave(result({ ...poison, commit: reports.failing.commit }));
        const { stdout } = await run();
        expect(bodies().flatMap(intrusions)).toEqual([]);
        expect(stdout).not.toMatch(/^\s*::|##\[/m);
      }),
      { numRuns: 10 },
    );
  }, 60_000);

  test('about length: twenty thousand findings are a comment like any other', async () => {
    const [check] = reports.failing.checks;
    const findings = Array.from({ length: 20_000 }, (_, index) => ({ ...check!.findings[0]!, id: String(index) }));
    leave(result({ ...reports.failing, checks: [{ ...check!, findings }] }));
    await run();
    expect(Buffer.byteLength(bodies()[0]!)).toBeLessThanOrEqual(60_000);
  }, 30_000);
});

test('a matrix has one comment, made of its aggregate', async () => {
  const whole = aggregate([reports.failing, reports.passing], { names: null, jobs: {} }, '2026-11-25T00:00:00Z');
  leave(result(reports.failing), 'leakgate-a');
  leave(result(reports.passing), 'leakgate-b');
  leave({ 'aggregate.json': strToU8(JSON.stringify(whole)) }, 'leakgate-aggregate');
  await run();
  expect(bodies()).toEqual([expect.stringMatching(/^<!-- leakgate:v1 key=\* -->\n### ❌ 2 services: 1 failed\./)]);
});

test('services without an aggregate have one comment each, but not without end', async () => {
  for (const key of ['a', 'b']) leave(result({ ...reports.passing, key }), `leakgate-${key}`);
  await run();
  expect(bodies()).toHaveLength(2);
  for (let n = 0; n < 9; n += 1) leave(result({ ...reports.passing, key: `k${n}` }), `leakgate-${n}`);
  await expect(run()).rejects.toThrow('more than 10 comments');
});

test('artifacts of other programs and expired ones are left alone', async () => {
  leave(result(reports.failing), 'coverage');
  forge.artifacts.push({ name: 'leakgate-old', archive: new Uint8Array(), expired: true });
  expect((await run()).stdout).toBe('Run 42 left no result of Leakgate.\n');
});

test.each([
  ['has moved on', [{ number: 7, state: 'open', head: { sha: 'e'.repeat(40) } }]],
  ['is closed', []],
])('a pull request that %s is not commented', async (_, pulls) => {
  forge.pulls = pulls;
  leave(result(reports.failing));
  expect((await run()).stdout).toContain('No open pull request of stranger has 9f31c0e as its newest commit.');
  expect(bodies()).toEqual([]);
});

test('a run that was interrupted, or has no name yet, has no comment', async () => {
  const interrupted = {
    ...reports['never-ready'],
    error: { ...reports['never-ready'].error!, code: 'interrupted' as const },
  };
  leave(result(interrupted), 'leakgate-a');
  leave(result({ ...reports['never-ready'], key: '', commit: { ...reports.failing.commit, sha: '' } }), 'leakgate-b');
  await run();
  expect(bodies()).toEqual([]);
});

test('a missing right is named', async () => {
  leave(result(reports.failing));
  forge.faults.push({ method: 'POST', path: /comments/, status: 403 });
  await expect(run()).rejects.toMatchObject({
    code: 'config',
    hint: 'Give the job `permissions: { actions: read, pull-requests: write }`.',
  });
});

test('a passing fault is waited out', async () => {
  leave(result(reports.failing));
  forge.faults.push({ method: 'GET', path: /artifacts$/, status: 502, times: 1 });
  await run();
  expect(bodies()).toHaveLength(1);
});

test('another event, or no token, is refused in words', async () => {
  await expect(run([], { pull_request: { number: 7 } })).rejects.toThrow('publish needs the event of a finished run');
  await expect(run([], { ...event, workflow_run: { ...event.workflow_run, head_sha: '$(id)' } })).rejects.toThrow(
    'publish needs the event',
  );
  await expect(runCommandIn(publish, [], { cwd: folder })).rejects.toThrow('publish needs GITHUB_TOKEN');
});

test('--from reads a folder that was downloaded before', async () => {
  await mkdir(join(folder, 'artifacts', 'one'), { recursive: true });
  await writeFile(join(folder, 'artifacts', 'one', 'result.json'), toJson(reports.failing));
  await run(['--from', 'artifacts']);
  expect(bodies()).toHaveLength(1);
});
