import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { labelOf } from '../../../src/host/accept-label.ts';
import type { RunEvent } from '../../../src/host/event.ts';

const sha = 'a'.repeat(40);
const repository = { owner: 'acme', name: 'svc' };
let server: Server;
let answers: Record<string, unknown>;
let asked: string[];

beforeEach(async () => {
  answers = {};
  asked = [];
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '', 'http://forge').pathname.replace('/repos/acme/svc/', '');
    asked.push(path);
    const answer = answers[path] ?? 404;
    response.writeHead(typeof answer === 'number' ? answer : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(typeof answer === 'number' ? { message: 'no' } : answer));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

const look = async (event: Partial<RunEvent>) => {
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return labelOf({ token: 'x', apiUrl, repository }, { pullRequest: null, branch: 'main', sha, ...event } as RunEvent);
};
const issue = (...labels: string[]) => ({ title: 'Fill the cache', labels: labels.map((name) => ({ name })) });
const set = (login: string) => ({ event: 'labeled', label: { name: 'leakgate:accept' }, actor: { login } });

describe('the label leakgate:accept', () => {
  test('is read from the forge as it is now, with who set it last', async () => {
    answers['issues/12'] = issue('bug', 'leakgate:accept');
    answers['issues/12/events'] = [set('ada'), { event: 'closed' }, set('grace')];
    expect(await look({ pullRequest: { number: 12, fromFork: false } })).toEqual({
      pullRequest: 12,
      title: 'Fill the cache',
      by: 'grace',
    });
  });

  test('of the pull request that a push merged counts for the push', async () => {
    answers[`commits/${sha}/pulls`] = [
      { number: 3, merge_commit_sha: 'b'.repeat(40), head: { sha: 'c'.repeat(40) } },
      { number: 12, merge_commit_sha: sha, head: { sha: 'd'.repeat(40) } },
    ];
    answers['issues/12'] = issue('leakgate:accept');
    answers['issues/12/events'] = [set('ada')];
    expect(await look({})).toMatchObject({ pullRequest: 12, by: 'ada' });
    expect(asked).not.toContain('issues/3');
  });

  test('Gitea tells the pull request that a push merged at an address of its own', async () => {
    answers[`commits/${sha}/pull`] = {
      number: 12,
      state: 'closed',
      merge_commit_sha: sha,
      head: { sha: 'd'.repeat(40) },
    };
    answers['issues/12'] = issue('leakgate:accept');
    expect(await look({})).toEqual({ pullRequest: 12, title: 'Fill the cache', by: null });
  });

  test('counts in the merge queue', async () => {
    answers['issues/104'] = issue('leakgate:accept');
    const branch = `gh-readonly-queue/main/pr-104-${sha}`;
    // No list of events, as on Gitea: nobody knows who.
    expect(await look({ branch })).toMatchObject({ pullRequest: 104, by: null });
  });

  test('isn’t there, or the forge has no pull request, or lets nobody look', async () => {
    answers['issues/12'] = issue('bug');
    expect(await look({ pullRequest: { number: 12, fromFork: false } })).toBeNull();
    expect(await look({})).toBeNull();
    answers['issues/12'] = 403;
    expect(await look({ pullRequest: { number: 12, fromFork: false } })).toBeNull();
  });
});
