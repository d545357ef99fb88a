import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { githubHost, type GithubHostOptions } from '../../../src/host/github.ts';
import type { CommentOutcome, CommentWhen } from '../../../src/host/host.ts';
import { startForge, type Forge } from './forge.ts';

const marker = '<!-- leakgate:v1 key=cmd/api -->';
const red = `${marker}\n### ❌ cmd/api: heap leak\n`;
const green = `${marker}\n### ✅ cmd/api: no leak\n`;
const sha = '9f31c0e4b7a25d618c3f90ab12de4567f8901234';

let forge: Forge;
let folder: string;
let printed: string[];

beforeEach(async () => {
  forge = await startForge();
  folder = await mkdtemp(join(tmpdir(), 'leakgate-host-'));
  printed = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed.push(String(text));
    return true;
  });
});

afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await forge[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

/** The environment of a job; `event` is what the runner writes into its event file. */
async function job(name: string, event: object): Promise<NodeJS.ProcessEnv> {
  const path = join(folder, 'event.json');
  await writeFile(path, JSON.stringify(event));
  return {
    GITHUB_EVENT_NAME: name,
    GITHUB_EVENT_PATH: path,
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_API_URL: forge.url,
    GITHUB_REF: 'refs/heads/main',
    GITHUB_SHA: sha,
  };
}

const pullRequest = { number: 7, pull_request: { number: 7, head: { ref: 'feat', sha }, base: { ref: 'main', sha } } };

interface Wanted extends Partial<GithubHostOptions> {
  when?: CommentWhen;
  failed?: boolean;
  event?: [name: string, payload: object];
}

async function comment(
  markdown: string,
  { when = 'auto', failed = true, event, ...options }: Wanted = {},
): Promise<CommentOutcome> {
  const env = await job(...(event ?? ['pull_request', pullRequest]));
  const host = githubHost({ env, token: 'a-token', retryDelaysMs: [1, 1], ...options });
  return host.comment('cmd/api', markdown, when, failed);
}

const log = (): string => printed.join('');
const bodies = (): string[] => forge.comments.map(({ body }) => body);

describe('one comment for each key', () => {
  test('is created on the first run of a pull request, green ones too', async () => {
    const { url, reason } = await comment(green, { failed: false });
    expect(bodies()).toEqual([green]);
    expect(url).toBe(forge.comments[0]!.html_url);
    expect(reason).toBe(`The comment for cmd/api was created: ${url}`);
  });

  test('is updated from red to green, in its place', async () => {
    await comment(red);
    forge.add('a remark in between', { login: 'someone', type: 'User' });
    const { reason } = await comment(green, { failed: false });
    expect(bodies()).toEqual([green, 'a remark in between']);
    expect(reason).toContain('updated');
  });

  test('is found on the third page', async () => {
    forge.pageSize = 2;
    for (let n = 0; n < 4; n += 1) forge.add(`remark ${n}`, { login: 'someone', type: 'User' });
    const ours = forge.add(red);
    await comment(green);
    expect(forge.comments).toHaveLength(5);
    expect(ours.body).toBe(green);
    expect(forge.calls.filter((call) => call.startsWith('GET /repos'))).toHaveLength(3);
  });

  test('leaves other keys and mere mentions of the marker alone', async () => {
    forge.add(`<!-- leakgate:v1 key=cmd/api2 -->\nother`);
    forge.add(`> ${marker}\nquoted`);
    await comment(red);
    expect(bodies()).toEqual([expect.stringContaining('other'), expect.stringContaining('quoted'), red]);
  });

  test('is never one that a stranger wrote with our marker', async () => {
    forge.add(`${marker}\nfake`, { login: 'stranger', type: 'User' });
    forge.add(`${marker}\nghost`, null);
    await comment(red);
    expect(bodies()).toEqual([`${marker}\nfake`, `${marker}\nghost`, red]);
  });

  test('is told apart by login where the token may ask who it is', async () => {
    forge.knowsItself = true;
    forge.login = 'perf-user';
    forge.type = 'User';
    forge.add(`${marker}\nfrom another bot`, { login: 'other[bot]', type: 'Bot' });
    const ours = forge.add(red);
    await comment(green);
    expect(ours.body).toBe(green);
    expect(forge.comments).toHaveLength(2);
  });

  test('is told apart without asking by the token of an app, which may not ask', async () => {
    forge.knowsItself = true;
    const ours = forge.add(red);
    await comment(green, { token: 'ghs_installation' });
    expect(ours.body).toBe(green);
    expect(forge.calls).not.toContain('GET /user');
  });

  test('is recognised on Gitea, which tells no account types', async () => {
    forge.login = 'gitea-actions';
    forge.type = undefined;
    const ours = forge.add(red);
    await comment(green);
    expect(bodies()).toEqual([ours.body]);
    expect(ours.body).toBe(green);
  });
});

describe('races', () => {
  test('two jobs create at the same time: the lower number stays, with the newest text, and ours goes', async () => {
    forge.before = (call) => {
      if (call.startsWith('POST') && forge.comments.length === 0) forge.add(`${marker}\nof the other job`);
    };
    const { url } = await comment(red);
    expect(bodies()).toEqual([red]);
    expect(url).toBe(forge.comments[0]!.html_url);
  });

  test('both jobs at once end with one comment', async () => {
    await Promise.all([comment(red), comment(red), comment(red)]);
    expect(bodies()).toEqual([red]);
  });

  test('duplicates of an older race are tidied up', async () => {
    forge.add(red);
    forge.add(red);
    forge.add(red);
    await comment(green);
    expect(bodies()).toEqual([green]);
  });

  test('a duplicate that cannot be deleted does no harm', async () => {
    forge.add(red);
    forge.add(red);
    forge.faults.push({ method: 'DELETE', path: /./, status: 403 });
    const { url } = await comment(green);
    expect(bodies()).toEqual([green, red]);
    expect(url).not.toBeNull();
  });

  test('a comment that was deleted meanwhile is made anew', async () => {
    forge.add(red);
    forge.before = (call) => {
      if (call.startsWith('PATCH')) forge.comments.length = 0;
    };
    await comment(green);
    expect(bodies()).toEqual([green]);
  });
});

describe('what a forge refuses is a warning, never an error', () => {
  test.each([401, 403, 404])('%i: says which right is missing and where the report is', async (status) => {
    forge.faults.push({ method: 'POST', path: /comments/, status });
    expect(await comment(red)).toEqual({ url: null, reason: '' });
    expect(log()).toContain('::warning::');
    expect(log()).toContain('pull-requests: write');
    expect(log()).toContain('the verdict stands');
    expect(forge.calls.filter((call) => call.startsWith('POST'))).toHaveLength(1);
  });

  test('a passing run with a token that may not is a line in the log', async () => {
    forge.faults.push({ method: 'POST', path: /comments/, status: 403 });
    await comment(green, { failed: false });
    expect(log()).not.toContain('::warning::');
    expect(log()).toContain("The pull request wasn't commented");
  });

  test('a passing fault is waited out', async () => {
    forge.faults.push({ method: 'GET', path: /comments/, status: 500, times: 1 });
    forge.faults.push({ method: 'POST', path: /comments/, status: 'reset', times: 1 });
    const { url } = await comment(red);
    expect(url).not.toBeNull();
    expect(bodies()).toEqual([red]);
  });

  test.each([500, 502, 'reset'] as const)('a lasting %s is given up on', async (status) => {
    forge.faults.push({ method: 'GET', path: /comments/, status });
    expect(await comment(red)).toEqual({ url: null, reason: '' });
    expect(forge.calls).toHaveLength(3);
    expect(log()).toContain('::warning::');
  });

  test.each([
    [403, { 'retry-after': '0' }],
    [429, { 'retry-after': '0' }],
    [403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1767225600', date: 'Thu, 01 Jan 2026 00:00:00 GMT' }],
  ])(
    'a secondary limit (%i) is waited out, before any call and before the one that writes',
    async (status, headers) => {
      const message = 'You have exceeded a secondary rate limit.';
      forge.faults.push({ method: 'GET', path: /comments/, status, headers, message, times: 1 });
      forge.faults.push({ method: 'POST', path: /comments/, status, headers, message, times: 1 });
      await comment(red);
      expect(bodies()).toEqual([red]);
      expect(log()).not.toContain('::warning::');
    },
  );

  test.each([
    [403, { 'retry-after': '3600' }],
    [429, { 'retry-after': '3600' }],
    [403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1767229200', date: 'Thu, 01 Jan 2026 00:00:00 GMT' }],
  ])('a limit (%i) that lasts for an hour isn’t waited for, and no right is asked for', async (status, headers) => {
    forge.faults.push({ method: 'POST', path: /comments/, status, headers });
    expect(await comment(red)).toEqual({ url: null, reason: '' });
    expect(forge.calls.filter((call) => call.startsWith('POST'))).toHaveLength(1);
    expect(log()).toContain('takes no more requests of this token for now');
    expect(log()).not.toContain('pull-requests: write');
  });

  test('a lost answer to a creation leaves no second comment', async () => {
    forge.before = (call) => {
      if (!call.startsWith('POST')) return;
      forge.add(red);
      forge.faults.push({ method: 'POST', path: /comments/, status: 502, times: 1 });
      forge.before = () => undefined;
    };
    await comment(red);
    expect(bodies()).toEqual([red]);
  });

  test('an event file that is no JSON', async () => {
    const env = await job('pull_request', {});
    await writeFile(env['GITHUB_EVENT_PATH']!, '{');
    const host = githubHost({ env, token: 'a-token' });
    expect(await host.comment('cmd/api', red, 'auto', true)).toEqual({ url: null, reason: '' });
    expect(log()).toContain("isn't JSON");
  });
});

describe('when', () => {
  const push: [string, object] = ['push', { after: sha }];

  test('never: the forge is not asked', async () => {
    expect(await comment(red, { when: 'never' })).toEqual({ url: null, reason: '' });
    expect(forge.calls).toEqual([]);
  });

  test('auto: a push has no pull request', async () => {
    expect(await comment(red, { event: push })).toEqual({
      url: null,
      reason: 'No comment: this run belongs to no pull request.',
    });
    expect(forge.calls).toEqual([]);
  });

  test('always: a push comments on the open pull request that it heads', async () => {
    forge.pulls = [
      { number: 5, state: 'closed', head: { sha } },
      { number: 6, state: 'open', head: { sha: 'other' } },
      { number: 7, state: 'open', head: { sha } },
    ];
    await comment(red, { when: 'always', event: push });
    expect(bodies()).toEqual([red]);
  });

  test('always: a push without one says so', async () => {
    const { reason } = await comment(red, { when: 'always', event: push });
    expect(reason).toBe('No comment: this run belongs to no pull request.');
  });

  test('without a token nothing is tried', async () => {
    const env = await job('pull_request', pullRequest);
    const { reason } = await githubHost({ env }).comment('cmd/api', red, 'auto', true);
    expect(reason).toBe('No comment: there is no github-token.');
    expect(forge.calls).toEqual([]);
  });
});

describe('the log', () => {
  const host = () => githubHost({ env: {} });

  test('groups end however their body ends', async () => {
    expect(await host().group('Build: a\nb', async () => 7)).toBe(7);
    await expect(host().group('Load', async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(log().split(/\r?\n/).filter(Boolean)).toEqual([
      '::group::Build: a%0Ab',
      '::endgroup::',
      '::group::Load',
      '::endgroup::',
    ]);
  });

  test('no text of others acts as a command', () => {
    const hostile = 'fine\n::error file=x::no\r  ::add-mask::a\n##[error]no\r\nx ##[group]y\n\u001b[31m::warning::red';
    host().info(hostile);
    host().progress(hostile);
    for (const line of log().split(/[\r\n]+/)) expect(line).not.toMatch(/^\s*::|##\[/);
    expect(log()).toContain('fine');
  });

  test('annotations carry their place', () => {
    host().annotate({ level: 'error', title: 'Heap: growth', message: 'two\nlines', file: 'a,b.go', line: 3 });
    host().annotate({ level: 'notice', title: 'More', message: '5 more' });
    expect(log()).toContain('::error title=Heap%3A growth,file=a%2Cb.go,line=3::two%0Alines');
    expect(log()).toContain('::notice title=More::5 more');
  });

  test('secrets are masked; an empty one is none', () => {
    host().secret('');
    host().secret('s3cret');
    expect(log().trim()).toBe('::add-mask::s3cret');
  });

  test('colours unless they are unwanted', () => {
    expect(githubHost({ env: {} }).color).toBe(true);
    expect(githubHost({ env: { NO_COLOR: '1' } }).color).toBe(false);
  });
});

describe('files of the runner', () => {
  test('outputs survive line ends, and a second summary replaces the first', async () => {
    const [output, summary] = [join(folder, 'output'), join(folder, 'summary')];
    await writeFile(output, '');
    await writeFile(summary, '');
    vi.stubEnv('GITHUB_OUTPUT', output);
    vi.stubEnv('GITHUB_STEP_SUMMARY', summary);
    const host = githubHost({ env: {} });
    host.output('summary', 'one\nEOF\ntwo');
    await host.summary('first');
    await host.summary(red);
    expect(await readFile(summary, 'utf8')).toBe(red);
    expect(await readFile(output, 'utf8')).toMatch(/^summary<<(ghadelimiter_\S+)\s+one\nEOF\ntwo\s+\1\s+$/);
  });

  test('a runner without summaries is no error', async () => {
    vi.stubEnv('GITHUB_STEP_SUMMARY', '');
    await githubHost({ env: {} }).summary('text');
    expect(log()).toContain("The job summary wasn't written");
  });
});
