import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEvent, type RunEvent } from '../../../src/host/event.ts';
import type { RepositoryFacts } from '../../../src/host/git.ts';

const facts: RepositoryFacts = {
  root: '/src',
  sha: 'c'.repeat(40),
  committedAt: '2026-01-01T00:00:00Z',
  branch: 'local-branch',
  dirty: false,
  defaultBranch: 'trunk',
  remoteUrl: null,
};
const fixture = (name: string) => new URL(`../../fixtures/host/${name}.json`, import.meta.url).pathname;
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'event-test-'));
});
afterAll(async () => rm(directory, { recursive: true, force: true }));

/** An event as the runner of github.com gives it. */
async function event(name: string, payload: string | object, env: Record<string, string> = {}): Promise<RunEvent> {
  const path = typeof payload === 'string' ? fixture(payload) : join(directory, 'event.json');
  if (typeof payload !== 'string') await writeFile(path, JSON.stringify(payload));
  return readEvent(
    {
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: name,
      GITHUB_EVENT_PATH: path,
      GITHUB_REPOSITORY: 'Codertocat/Hello-World',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_API_URL: 'https://api.github.com',
      GITHUB_RUN_ID: '42',
      GITHUB_SHA: 'f'.repeat(40),
      ...env,
    },
    facts,
  );
}

/** The pull request's payload with another head repository. */
async function pullRequestFrom(repo: object | null | undefined): Promise<RunEvent> {
  const payload = JSON.parse(await readFile(fixture('pull-request-synchronize'), 'utf8')) as {
    pull_request: { head: { repo?: object | null | undefined } };
  };
  payload.pull_request.head.repo = repo;
  return event('pull_request', payload);
}

describe('a pull request', () => {
  it('is about its head and base, not about the merge commit that CI checks out', async () => {
    const env = { GITHUB_REF: 'refs/pull/2/merge', GITHUB_HEAD_REF: 'changes', GITHUB_BASE_REF: 'master' };
    expect(await event('pull_request', 'pull-request-synchronize', env)).toEqual({
      kind: 'pull_request',
      branch: 'changes',
      sha: 'ec26c3e57ca3a959ca5aad62de7213c562f8c821',
      baseBranch: 'master',
      baseSha: 'f95f852bd8fca8fcc58a9a2d6c842781e32a215e',
      pullRequest: { number: 2, fromFork: false },
      repository: { owner: 'Codertocat', name: 'Hello-World' },
      serverUrl: 'https://github.com',
      apiUrl: 'https://api.github.com',
      runUrl: 'https://github.com/Codertocat/Hello-World/actions/runs/42',
      defaultBranch: 'master',
      storesBaseline: false,
    });
  });

  it('is understood from Gitea, with its own addresses', async () => {
    const env = {
      GITEA_ACTIONS: 'true',
      GITHUB_REPOSITORY: 'acme/svc',
      GITHUB_SERVER_URL: 'http://forge.example:3000',
      GITHUB_API_URL: 'http://forge.example:3000/api/v1',
      GITHUB_REF: 'refs/pull/7/head',
    };
    expect(await event('pull_request', 'gitea-pull-request', env)).toMatchObject({
      kind: 'pull_request',
      branch: 'feature',
      sha: '2'.repeat(40),
      baseBranch: 'main',
      baseSha: '1'.repeat(40),
      pullRequest: { number: 7, fromFork: true },
      serverUrl: 'http://forge.example:3000',
      apiUrl: 'http://forge.example:3000/api/v1',
      runUrl: 'http://forge.example:3000/acme/svc/actions/runs/42',
    });
  });

  it.each<[string, object | null | undefined, boolean]>([
    ['another repository', { full_name: 'stranger/Hello-World' }, true],
    ['a fork that is deleted by now', null, true],
    ['the same repository in another case', { full_name: 'codertocat/hello-world' }, false],
    ['nothing known', undefined, false],
  ])('knows a fork: %s', async (_, repo, fromFork) => {
    expect((await pullRequestFrom(repo)).pullRequest).toEqual({ number: 2, fromFork });
  });

  it('does with what the environment says when the payload is empty', async () => {
    const env = { GITHUB_REF: 'refs/pull/31/merge', GITHUB_HEAD_REF: 'changes', GITHUB_BASE_REF: 'master' };
    expect(await event('pull_request', {}, env)).toMatchObject({
      kind: 'pull_request',
      branch: 'changes',
      sha: 'f'.repeat(40),
      baseBranch: 'master',
      baseSha: null,
      pullRequest: { number: 31, fromFork: false },
      defaultBranch: 'trunk',
    });
  });

  it('is one under pull_request_target as well', async () => {
    const env = { GITHUB_REF: 'refs/heads/master' };
    const found = await event('pull_request_target', 'pull-request-synchronize', env);
    expect(found).toMatchObject({ kind: 'pull_request', branch: 'changes', storesBaseline: false });
  });
});

describe('a push', () => {
  it('of a new branch has no commit before', async () => {
    const env = { GITHUB_REF: 'refs/heads/master', GITHUB_REF_NAME: 'master' };
    expect(await event('push', 'push-new-branch', env)).toMatchObject({
      kind: 'push',
      branch: 'master',
      sha: 'f'.repeat(40),
      baseBranch: null,
      baseSha: null,
      pullRequest: null,
      defaultBranch: 'master',
      storesBaseline: true,
    });
  });

  it('knows the commit before and branches with slashes', async () => {
    const found = await event('push', { before: 'a'.repeat(40) }, { GITHUB_REF: 'refs/heads/release/1.x' });
    expect(found).toMatchObject({ kind: 'push', branch: 'release/1.x', baseSha: 'a'.repeat(40) });
  });

  it('of a tag is no push of a branch', async () => {
    const env = { GITHUB_REF: 'refs/tags/simple-tag', GITHUB_REF_NAME: 'simple-tag' };
    const expected = { kind: 'other', branch: 'simple-tag', baseBranch: null, baseSha: null, storesBaseline: false };
    expect(await event('push', 'push-tag', env)).toMatchObject(expected);
    const fromBranch = await event('push', { base_ref: 'refs/heads/master' }, env);
    expect(fromBranch).toMatchObject({ kind: 'other', baseBranch: 'master', storesBaseline: false });
  });

  it('that deletes a branch makes no baseline', async () => {
    const found = await event('push', { deleted: true }, { GITHUB_REF: 'refs/heads/master' });
    expect(found).toMatchObject({ kind: 'other', storesBaseline: false });
  });
});

describe('other events', () => {
  it('a merge group is about its own head and the branch that it wants into', async () => {
    const env = {
      GITHUB_REF: 'refs/heads/gh-readonly-queue/main/pr-104-929f',
      GITHUB_REPOSITORY: 'octo-org/octo-repo',
    };
    expect(await event('merge_group', 'merge-group', env)).toMatchObject({
      kind: 'merge_group',
      branch: 'gh-readonly-queue/main/pr-104-929f8209d40f77f4abc622a499c93a83babdbe64',
      sha: '2ffea6db159f6b6c47a24e778fb9ef40cf6b1c7d',
      baseBranch: 'main',
      baseSha: '380387fbc80638b734a49e1be1c4dfec1c01b33c',
      storesBaseline: false,
    });
    expect(await event('merge_group', {}, env)).toMatchObject({
      branch: 'gh-readonly-queue/main/pr-104-929f',
      baseBranch: null,
    });
  });

  it.each<[string, string, string | object, boolean]>([
    ['workflow_dispatch', 'refs/heads/main', 'workflow-dispatch', true],
    ['workflow_dispatch', 'refs/tags/v1', 'workflow-dispatch', false],
    ['schedule', 'refs/heads/main', { schedule: '0 0 * * *' }, true],
    ['repository_dispatch', 'refs/heads/main', {}, true],
    ['workflow_run', 'refs/heads/main', {}, false],
    ['issue_comment', 'refs/heads/main', {}, false],
  ])('%s on %s knows its commit', async (name, ref, payload, storesBaseline) => {
    const found = await event(name, payload, { GITHUB_REF: ref });
    const branch = ref.split('/').at(-1);
    expect(found).toMatchObject({
      kind: 'other',
      branch,
      sha: 'f'.repeat(40),
      baseBranch: null,
      pullRequest: null,
      storesBaseline,
    });
  });
});

describe('a laptop', () => {
  it('has what the repository knows', async () => {
    expect(await readEvent({}, facts)).toEqual({
      kind: 'local',
      branch: 'local-branch',
      sha: facts.sha,
      baseBranch: null,
      baseSha: null,
      pullRequest: null,
      repository: null,
      serverUrl: 'https://github.com',
      apiUrl: 'https://api.github.com',
      runUrl: null,
      defaultBranch: 'trunk',
      storesBaseline: false,
    });
  });

  it('may have no branch, and variables that are set to nothing', async () => {
    const env = { GITHUB_EVENT_NAME: '', GITHUB_EVENT_PATH: '', GITHUB_REPOSITORY: '' };
    expect(await readEvent(env, { ...facts, branch: null })).toMatchObject({ kind: 'local', branch: 'HEAD' });
  });
});

describe('payloads', () => {
  it('may have any JSON in any place', async () => {
    const keys = ['pull_request', 'merge_group', 'repository', 'number', 'before', 'base_ref', 'head', 'repo'];
    const odd = fc.letrec<{ json: unknown }>((tie) => ({
      json: fc.oneof({ maxDepth: 3 }, fc.jsonValue(), fc.dictionary(fc.constantFrom(...keys), tie('json'))),
    })).json;
    const names = fc.constantFrom('push', 'pull_request', 'merge_group', 'schedule');
    await fc.assert(
      fc.asyncProperty(odd, names, async (payload, name) => {
        const found = await event(
          name,
          { payload, ...(typeof payload === 'object' && payload) },
          { GITHUB_REF: 'refs/heads/x' },
        );
        for (const value of [found.branch, found.sha, found.serverUrl]) {
          expect(typeof value).toBe('string');
          expect(value).not.toBe('');
        }
      }),
    );
  });

  it('fall back to their own name of the repository', async () => {
    const found = await event('workflow_dispatch', 'workflow-dispatch', { GITHUB_REPOSITORY: '' });
    expect(found.repository).toEqual({ owner: 'octo-org', name: 'octo-repo' });
  });

  it('that are not JSON, or not there, are an error that names the file', async () => {
    const path = join(directory, 'cut.json');
    await writeFile(path, '{"action": "op');
    await expect(event('push', {}, { GITHUB_EVENT_PATH: path })).rejects.toMatchObject({
      code: 'config',
      message: `The event file ${path} (GITHUB_EVENT_PATH) isn't JSON.`,
    });
    await expect(event('push', {}, { GITHUB_EVENT_PATH: `${path}.gone` })).rejects.toThrow(/can't be read/);
  });
});

describe('GitHub Enterprise Server', () => {
  it('is reached at the addresses that its runner names', async () => {
    const env = { GITHUB_SERVER_URL: 'https://git.corp.example', GITHUB_API_URL: 'https://git.corp.example/api/v3' };
    expect(await event('push', 'push-new-branch', { ...env, GITHUB_REF: 'refs/heads/master' })).toMatchObject({
      kind: 'push',
      serverUrl: 'https://git.corp.example',
      apiUrl: 'https://git.corp.example/api/v3',
      runUrl: 'https://git.corp.example/Codertocat/Hello-World/actions/runs/42',
    });
  });
});
