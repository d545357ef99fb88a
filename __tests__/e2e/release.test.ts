import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import type { JobResult } from './rig/runner/log.ts';
import type { WorkflowRun } from './rig/runner/runner.ts';
import { createWorld, type World } from './rig/world.ts';

// The release workflow as it is, on tags of a copy of this repository. Stand-ins: .ci/run, which fails on demand, the attestation and `gh`.
// Each test goes on where the one before it stopped.

const root = path.join(import.meta.dirname, '..', '..');
const read = (...file: string[]): string => readFileSync(path.join(...file), 'utf8');
const workflow = read(root, '.github/workflows/release.yml');
const version = `v${manifest.version}`;
const checks = `#!/usr/bin/env bash
if git config --get-regexp extraheader; then echo 'the checks can push' && exit 1; fi
test ! -e "$E2E_RELEASES/red"
`;

/** One load, to see that the action starts. */
const gate = `
name: Gate
on: push
jobs:
  gate:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-go@v6
      - id: gate
        uses: leakgate/leakgate@v1
        with: { checks: heap-leak, requests: GET /healthz -> 204 }
`;

let folder: string;
let releases: string;
let world: World;

/** Its packed parts, its scripts and its pages; tests and sources have nothing to do with a release. */
function copyRepository(target: string): void {
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: root, encoding: 'utf8' });
  const needless = /^(__tests__|examples|src|\.github|\.ci)\//;
  for (const file of files.split('\0').filter((name) => name !== '' && !needless.test(name)))
    cpSync(path.join(root, file), path.join(target, file));
  mkdirSync(path.join(target, '.ci'));
  writeFileSync(path.join(target, '.ci/run'), checks);
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'leakgate-release-'));
  releases = path.join(folder, 'releases');
  mkdirSync(releases);
  copyRepository(path.join(folder, 'repository'));
  world = await createWorld({ service: path.join(folder, 'repository'), workflow, action: root });
});

afterAll(async () => {
  await world?.[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

const pushTag = async (tag: string): Promise<WorkflowRun> =>
  world.pushTag(tag, {
    env: {
      PATH: [path.join(import.meta.dirname, 'rig', 'releases'), process.env['PATH']].join(path.delimiter),
      E2E_RELEASES: releases,
    },
  });

/** Commits another version with what the changelog says of it. */
const commitVersion = async (
  number: string,
  changelog = `## ${number}\n\n- What ${number} brings.\n`,
): Promise<string> =>
  world.commit(`Release ${number}`, {
    files: {
      'package.json': JSON.stringify({ ...manifest, version: number }),
      'CHANGELOG.md': `# Changelog\n\n## Unreleased\n\n- Later.\n\n${changelog}\n## 99.0.0\n\n- Before.\n`,
    },
  });

/** How each job ended; a job that didn't run is missing. */
function expectJobs(run: WorkflowRun, expected: Record<string, JobResult['conclusion']>): void {
  const jobs = Object.fromEntries(Object.entries(run.jobs).map(([name, { conclusion }]) => [name, conclusion]));
  if (JSON.stringify(jobs) !== JSON.stringify(expected)) throw new Error(`${JSON.stringify(jobs)}:\n${run.log}`);
  expect(run.leftovers).toEqual([]);
  for (const token of Object.values(world.tokens)) expect(run.log).not.toContain(token);
}

const green = { verify: 'success', release: 'success', major: 'success' } as const;

/** The releases there are, and which of them is shown first. */
const released = () => ({
  tags: readdirSync(releases, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name),
  latest: existsSync(path.join(releases, 'latest')) ? read(releases, 'latest') : undefined,
});

/** The commit that a tag leads to, undefined without the tag. */
const tagged = async (tag: string): Promise<string | undefined> =>
  `refs/tags/${tag}` in (await world.refs()) ? (await world.history(`refs/tags/${tag}`))[0] : undefined;

test('this repository, tagged with its version, becomes one release', async () => {
  expectJobs(await pushTag(version), green);
  expect(released()).toEqual({ tags: [version], latest: version });
  const files = readdirSync(path.join(releases, version));
  expect(files).toEqual([`leakgate-${version}.tar.gz`, 'notes.md']);
  const archive = readFileSync(path.join(releases, version, `leakgate-${version}.tar.gz`));
  expect(read(releases, 'attested')).toContain(createHash('sha256').update(archive).digest('hex'));
  const [, section] = read(root, 'CHANGELOG.md').split(`\n## ${manifest.version}\n`);
  expect(read(releases, version, 'notes.md').trim()).toBe(section?.split('\n## ')[0]?.trim());
  expect(await tagged(version.split('.')[0]!)).toBe(await tagged(version));
});

/** The files that an `action.yml` starts, as paths from the root. */
function startedFiles(archive: string, name: string): string[] {
  const paths = read(archive, name).matchAll(/\$GITHUB_ACTION_PATH\/([\w./-]+)/g);
  return [...paths].map(([, file = '']) => path.join(path.dirname(name), file));
}

test('the archive holds what the actions start, and works where it is unpacked', async () => {
  const archive = path.join(folder, 'unpacked');
  mkdirSync(archive);
  execFileSync('tar', ['-xzf', path.join(releases, version, `leakgate-${version}.tar.gz`)], { cwd: archive });
  for (const name of ['action.yml', 'affected/action.yml', 'aggregate/action.yml', 'publish/action.yml']) {
    const files = startedFiles(archive, name);
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((file) => !existsSync(path.join(archive, file)))).toEqual([]);
  }
  const said = execFileSync('node', ['dist/cli.js', '--version'], { cwd: archive, encoding: 'utf8' });
  expect(said.trim()).toBe(manifest.version);

  const service = path.join(root, '__tests__/fixtures/e2e/service');
  await using shop = await createWorld({ service, workflow: gate, action: archive });
  const run = await shop.push('main');
  expectJobs(run, { gate: 'success' });
  expect(run.step('gate').outputs).toMatchObject({ verdict: 'pass' });
});

test.each([
  ['a tag that isn’t the version of package.json', 'v99.1.1', undefined],
  ['a version that the changelog doesn’t know', 'v99.1.0', '## 99.1.01\n\n- Another one than 99.1.0.\n'],
  ['a version of which the changelog says nothing', 'v99.1.0', '## 99.1.0\n'],
])('%s releases nothing', async (_, tag, changelog) => {
  await commitVersion('99.1.0', changelog);
  expectJobs(await pushTag(tag), { verify: 'failure' });
  expect(released()).toEqual({ tags: [version], latest: version });
  expect(await tagged('v99')).toBeUndefined();
});

test('checks that fail release nothing, nor does their repetition once the tag is elsewhere', async () => {
  writeFileSync(path.join(releases, 'red'), '');
  await commitVersion('99.1.0');
  const first = await pushTag('v99.1.0');
  expectJobs(first, { verify: 'failure' });
  await commitVersion('99.1.0', '## 99.1.0\n\n- A mended one.\n');
  expectJobs(await pushTag('v99.1.0'), { verify: 'failure' });
  rmSync(path.join(releases, 'red'));
  expectJobs(await world.rerun(first), { verify: 'success', release: 'failure' });
  expect(released()).toEqual({ tags: [version], latest: version });
  expect(await tagged('v99')).toBeUndefined();
});

test('the first release of a major version has a tag for it, with the notes of that version alone', async () => {
  await commitVersion('99.2.3', '## 99.2.30\n\n- Not this.\n\n## 99.2.3\n\n### Load\n\n- This.\n');
  const run = await pushTag('v99.2.3');
  expectJobs(run, green);
  expect(released()).toEqual({ tags: [version, 'v99.2.3'], latest: 'v99.2.3' });
  expect(read(releases, 'v99.2.3', 'notes.md').trim()).toBe('### Load\n\n- This.');
  expect(await tagged('v99')).toBe(await tagged('v99.2.3'));

  // Nor is it released twice; the archive is the same to the byte.
  expectJobs(await world.rerun(run), { verify: 'success', release: 'failure' });
  const digests = read(releases, 'attested')
    .split('\n')
    .filter((line) => line.endsWith('leakgate-v99.2.3.tar.gz'));
  expect(digests).toEqual([digests[0], digests[0]]);
  expect(released().tags).toEqual([version, 'v99.2.3']);
});

test('a newer release moves the tag', async () => {
  await world.checkout('backports', 'main');
  await world.checkout('main');
  const commit = await commitVersion('99.10.0');
  expectJobs(await pushTag('v99.10.0'), green);
  expect(released().latest).toBe('v99.10.0');
  expect(await tagged('v99')).toBe(commit);
});

test('a release of an older line that comes later leaves the tag, and the newest shown first', async () => {
  const newest = await tagged('v99');
  await world.checkout('backports');
  await commitVersion('99.2.4');
  expectJobs(await pushTag('v99.2.4'), green);
  expect(released()).toEqual({ tags: [version, 'v99.10.0', 'v99.2.3', 'v99.2.4'], latest: 'v99.10.0' });
  expect(await tagged('v99')).toBe(newest);
});

test('a first release of an older major version that comes later has its own tag', async () => {
  const commit = await commitVersion('9.0.0');
  expectJobs(await pushTag('v9.0.0'), green);
  expect(released().latest).toBe('v99.10.0');
  expect(await tagged('v9')).toBe(commit);
});

test('a tag that another run moves meanwhile is left to that one', async () => {
  await world.checkout('main');
  await commitVersion('99.11.0');
  const move = 'git fetch -q --depth=1 origin tag v99.2.4 && git push -qf origin v99.2.4^{commit}:refs/tags/v99';
  writeFileSync(path.join(releases, 'during-major'), move);
  expectJobs(await pushTag('v99.11.0'), { ...green, major: 'failure' });
  expect(await tagged('v99')).toBe(await tagged('v99.2.4'));

  const commit = await commitVersion('99.11.1');
  expectJobs(await pushTag('v99.11.1'), green);
  expect(await tagged('v99')).toBe(commit);
});
