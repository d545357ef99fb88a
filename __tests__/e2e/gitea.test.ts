import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureGitea } from './rig/runner/toolchain.ts';
import { git } from './rig/git.ts';
import { startGitea, type Gitea, type Told } from './gitea-server.ts';

// A second forge, for real: its git, its API, and the events as it tells them. Each test goes on where the one before it stopped.

const root = join(import.meta.dirname, '..', '..');
const fixtures = join(root, '__tests__', 'fixtures', 'e2e');
const leaky = readFileSync(join(fixtures, 'service-leaky', 'views.go'), 'utf8');
const leakySite = `views.go:${leaky.split('\n').findIndex((line) => line.includes('append(')) + 1}`;
const clean = readFileSync(join(fixtures, 'service', 'views.go'), 'utf8');
const gitea = await ensureGitea();

describe.skipIf(gitea === null)('Gitea', () => {
  let forge: Gitea;
  let directory: string;
  let owner: string;
  let stranger: string;
  const clone = (name: string): string => join(directory, name);
  const remote = (token: string, repository = 'ada/shop'): string =>
    forge.url.replace('://', `://x:${token}@`).concat(`/${repository}.git`);

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'leakgate-second-forge-'));
    forge = await startGitea(gitea!);
    owner = await forge.user('ada');
    stranger = await forge.user('bob');
    await forge.api(owner, 'POST', '/user/repos', { name: 'shop', default_branch: 'main' });
    await forge.api(owner, 'POST', '/repos/ada/shop/hooks', {
      type: 'gitea',
      active: true,
      events: ['push', 'pull_request', 'pull_request_sync', 'pull_request_label'],
      config: { url: forge.listener, content_type: 'json' },
    });
    mkdirSync(clone('work'));
    cpSync(join(fixtures, 'service'), clone('work'), { recursive: true });
    await git(clone('work'), 'init', '-q', '-b', 'main');
    await git(clone('work'), 'remote', 'add', 'origin', remote(owner));
    await commit('work', 'Start the service');
  });
  afterAll(async () => {
    await forge?.[Symbol.asyncDispose]();
    rmSync(directory, { recursive: true, force: true });
  });

  async function commit(name: string, message: string, files: Record<string, string> = {}): Promise<string> {
    for (const [file, text] of Object.entries(files)) writeFileSync(join(clone(name), file), text);
    await git(clone(name), 'add', '-A');
    await git(clone(name), 'commit', '-qm', message);
    return git(clone(name), 'rev-parse', 'HEAD');
  }

  interface Run {
    outputs: Record<string, string>;
    summary: string;
    log: string;
  }

  let runs = 0;

  function expectOutputs({ outputs, log }: Run, wanted: Record<string, string>): void {
    for (const [name, value] of Object.entries(wanted))
      if (outputs[name] !== value) throw new Error(`${name} is ${outputs[name]}, not ${value}:\n${log}`);
  }

  /** The step of the action in a fresh checkout of `sha`, as a job of the forge's own runner has it. */
  async function job({ event, payload }: Told, sha: string, token: string): Promise<Run> {
    const at = mkdtempSync(join(directory, 'job-'));
    const paths = {
      workspace: join(at, 'workspace'),
      event: join(at, 'event.json'),
      output: join(at, 'output'),
      summary: join(at, 'summary'),
    };
    await git(
      directory,
      'clone',
      '-q',
      `${forge.url.replace('://', '://x:')}/ada/shop.git`.replace('x:', `x:${owner}@`),
      paths.workspace,
    );
    await git(paths.workspace, 'fetch', '-q', 'origin', sha);
    await git(paths.workspace, 'checkout', '-q', sha);
    await git(paths.workspace, 'remote', 'set-url', 'origin', `${forge.url}/ada/shop.git`);
    writeFileSync(paths.event, JSON.stringify(payload));
    for (const path of [paths.output, paths.summary]) writeFileSync(path, '');
    const pull = payload['pull_request'] as
      { number: number; head: { ref: string }; base: { ref: string } } | undefined;
    const { status, stdout, stderr } = spawnSync('node', [join(root, 'dist/action.js')], {
      cwd: paths.workspace,
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        GITEA_ACTIONS: 'true',
        GITHUB_SERVER_URL: forge.url,
        GITHUB_API_URL: `${forge.url}/api/v1`,
        GITHUB_REPOSITORY: 'ada/shop',
        GITHUB_RUN_ID: String(++runs),
        GITHUB_JOB: 'leakgate',
        GITHUB_ACTION: 'gate',
        GITHUB_WORKSPACE: paths.workspace,
        GITHUB_EVENT_NAME: event,
        GITHUB_EVENT_PATH: paths.event,
        GITHUB_SHA: sha,
        GITHUB_REF: pull === undefined ? String(payload['ref']) : `refs/pull/${pull.number}/head`,
        ...(pull !== undefined && { GITHUB_HEAD_REF: pull.head.ref, GITHUB_BASE_REF: pull.base.ref }),
        GITHUB_OUTPUT: paths.output,
        GITHUB_STEP_SUMMARY: paths.summary,
        RUNNER_TEMP: join(at, 'temp'),
        INPUT_CHECKS: 'heap-leak',
        INPUT_REQUESTS: 'GET /product?id=tea',
        INPUT_LEAK_REQUESTS: '251',
        INPUT_GITHUB_TOKEN: token,
      },
    });
    const log = stdout + stderr;
    if (status !== 0) throw new Error(log);
    // The runner itself hides it from then on.
    expect(log.replace(`::add-mask::${token}\n`, '')).not.toContain(token);
    const written = readFileSync(paths.output, 'utf8').matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n\2$/gm);
    const outputs = Object.fromEntries([...written].map(([, name, , value]) => [name!, value!]));
    return { outputs, summary: readFileSync(paths.summary, 'utf8'), log };
  }

  const comments = async (number: number) =>
    forge.api<{ id: number; body: string }[]>(owner, 'GET', `/repos/ada/shop/issues/${number}/comments`);
  const pushed = async (sha: string): Promise<Told> =>
    forge.told(({ event, payload }) => event === 'push' && payload.after === sha);
  const pulled = async (action: string): Promise<Told> =>
    forge.told(({ event, payload }) => event.startsWith('pull_request') && payload.action === action);

  test('a push to main stores its baseline in a ref of the forge', async () => {
    const sha = await git(clone('work'), 'rev-parse', 'HEAD');
    await git(clone('work'), 'push', '-q', 'origin', 'main');
    const run = await job(await pushed(sha), sha, owner);
    expectOutputs(run, { verdict: 'pass', 'exit-code': '0', 'baseline-found': 'false' });
    expect(await git(clone('work'), 'ls-remote', 'origin', 'refs/leakgate/*')).toContain('refs/leakgate/');
  });

  test('a pull request that leaks is red against it, with one comment', async () => {
    await git(clone('work'), 'checkout', '-qb', 'views');
    const sha = await commit('work', 'Remember views', { 'views.go': leaky });
    await git(clone('work'), 'push', '-q', 'origin', 'views');
    await forge.api(owner, 'POST', '/repos/ada/shop/pulls', { title: 'Views', head: 'views', base: 'main' });
    const run = await job(await pulled('opened'), sha, owner);
    expectOutputs(run, { verdict: 'fail', 'exit-code': '1', 'baseline-found': 'true' });
    expect(run.summary).toContain(leakySite);
    const [comment, ...more] = await comments(1);
    expect(more).toEqual([]);
    expect(comment!.body).toContain(leakySite);
    expect(run.outputs['comment-url']).toContain('/ada/shop/pulls/1#issuecomment-');
  });

  test('the next commit changes that comment', async () => {
    const [before] = await comments(1);
    const sha = await commit('work', 'Forget views', { 'views.go': clean });
    await git(clone('work'), 'push', '-q', 'origin', 'views');
    // Gitea’s word; GitHub says `synchronize`.
    const run = await job(await pulled('synchronized'), sha, owner);
    expectOutputs(run, { verdict: 'pass', 'baseline-found': 'true' });
    const after = await comments(1);
    expect(after).toHaveLength(1);
    expect(after[0]!.id).toBe(before!.id);
    expect(after[0]!.body).not.toContain(leakySite);
  });

  test('the label accepts a leak', async () => {
    const sha = await commit('work', 'Remember views again', { 'views.go': leaky });
    await git(clone('work'), 'push', '-q', 'origin', 'views');
    const event = await pulled('synchronized');
    const label = { name: 'leakgate:accept', color: '#00aabb' };
    const { id } = await forge.api<{ id: number }>(owner, 'POST', '/repos/ada/shop/labels', label);
    await forge.api(owner, 'POST', '/repos/ada/shop/issues/1/labels', { labels: [id] });
    const run = await job(event, sha, owner);
    expectOutputs(run, { verdict: 'pass', 'exit-code': '0' });
    expect(run.summary).toContain('leakgate:accept');
  });

  test('a stranger’s fork gets its verdict and its summary, and no comment', async () => {
    await forge.api(stranger, 'POST', '/repos/ada/shop/forks', {});
    await git(directory, 'clone', '-q', remote(stranger, 'bob/shop'), clone('fork'));
    const sha = await commit('fork', 'Views of a stranger', { 'views.go': leaky });
    await git(clone('fork'), 'push', '-q', 'origin', 'main');
    const pull = await forge.api<{ number: number }>(stranger, 'POST', '/repos/ada/shop/pulls', {
      title: 'Mine',
      head: 'bob:main',
      base: 'main',
    });
    // Their run has a token that may only read, as the forge gives it to forks: here that of somebody without rights.
    const reading = await forge.user('carol', 'read:repository,read:issue');
    const run = await job(await pulled('opened'), sha, reading);
    expectOutputs(run, { verdict: 'fail', 'exit-code': '1', 'baseline-found': 'true' });
    expect(run.summary).toContain(leakySite);
    expect(run.log).toContain("wasn't commented");
    expect(await comments(pull.number)).toEqual([]);
  });

  test('the merged change is the next baseline', async () => {
    await forge.api(owner, 'POST', '/repos/ada/shop/pulls/1/merge', { Do: 'merge' });
    await git(clone('work'), 'fetch', '-q', 'origin', 'main');
    const sha = await git(clone('work'), 'rev-parse', 'FETCH_HEAD');
    const refs = async (): Promise<number> =>
      (await git(clone('work'), 'ls-remote', 'origin', 'refs/leakgate/*')).split('\n').length;
    const before = await refs();
    const run = await job(await pushed(sha), sha, owner);
    expectOutputs(run, { verdict: 'pass', 'baseline-found': 'true' });
    expect(await refs()).toBeGreaterThan(before);
  });
});
