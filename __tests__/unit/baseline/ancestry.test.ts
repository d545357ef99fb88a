import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ancestryOf } from '../../../src/baseline/ancestry.ts';
import { playground, type Playground } from './repositories.ts';

const { signal } = new AbortController();
let at: Playground;
let seed: string;

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

beforeEach(async () => {
  at = await playground();
  seed = join(at.directory, 'seed');
  await at.git(['--git-dir', at.origin, 'config', 'uploadpack.allowFilter', 'true']);
});
afterEach(async () => at[Symbol.asyncDispose]());

/** A commit on the branch that the developer is on; answers its hash. */
async function commit(message: string): Promise<string> {
  await at.git(['commit', '-q', '--allow-empty', '-m', message], seed);
  return at.git(['rev-parse', 'HEAD'], seed);
}

/** What actions/checkout does: one commit, without its history. */
async function checkOut(ref: string): Promise<string> {
  await at.git(['push', '-q', '-f', at.origin, `HEAD:${ref}`], seed);
  await at.git(['fetch', '-q', '--depth=1', 'origin', ref]);
  await at.git(['checkout', '-q', '--detach', 'FETCH_HEAD']);
  return at.git(['rev-parse', 'HEAD']);
}

const ask = async (sha: string, wanted: string[], directory = at.clone) =>
  ancestryOf(sha, new Set(wanted), { directory, env: at.env }, signal);

describe('the commits that a run builds on', () => {
  it('come from the local history where it is whole', async () => {
    const [first, second] = [await commit('three'), await commit('four')];
    await at.git(['remote', 'remove', 'origin'], seed).catch(() => '');
    const { commits, missing } = await ask(second, [first], seed);
    expect(commits.slice(0, 2)).toEqual([second, first]);
    expect(commits).toHaveLength(4);
    expect(missing).toBeNull();
  });

  it('are fetched beside a shallow checkout, which stays as shallow as it was', async () => {
    const base = await commit('three');
    await commit('four');
    const head = await checkOut('refs/heads/topic');
    const { commits, missing } = await ask(head, [base]);
    expect(commits[0]).toBe(head);
    expect(commits).toContain(base);
    expect(missing).toBeNull();
    expect(await at.git(['rev-list', '--count', 'HEAD'])).toBe('1');
    expect(await at.git(['rev-parse', '--is-shallow-repository'])).toBe('true');
  });

  it('include, for the merge that CI checks out, what it was merged into, before what is older', async () => {
    const fork = await commit('fork');
    await at.git(['checkout', '-q', '-b', 'topic'], seed);
    const topic = await commit('topic');
    await at.git(['checkout', '-q', 'main'], seed);
    const base = await commit('base');
    await at.git(['merge', '-q', '--no-ff', '-m', 'merge', 'topic'], seed);
    const merge = await checkOut('refs/pull/7/merge');
    const { commits } = await ask(merge, [base, fork]);
    expect(commits[0]).toBe(merge);
    expect(commits.indexOf(base)).toBeLessThan(commits.indexOf(fork));
    expect(commits.indexOf(topic)).toBeLessThan(commits.indexOf(fork));
  });

  it('ask nobody where the wanted commit is at hand', async () => {
    const head = await checkOut('refs/heads/topic');
    await at.git(['remote', 'set-url', 'origin', `file://${at.directory}/gone.git`]);
    expect(await ask(head, [head])).toMatchObject({ commits: [head], missing: null });
  });

  it('are what is at hand when the server is away, and that is said', async () => {
    await commit('three');
    const head = await checkOut('refs/heads/topic');
    await at.git(['remote', 'set-url', 'origin', `file://${at.directory}/gone.git`]);
    const { commits, missing } = await ask(head, ['f'.repeat(40)]);
    expect(commits).toEqual([head]);
    expect(missing).toMatch(/^the checkout is shallow, and its commits couldn’t be fetched \(.+\)$/);
  });

  it('are none outside a repository, or for a commit that nobody has', async () => {
    expect(await ask('', [])).toMatchObject({ commits: [], missing: 'this folder is no git repository with a commit' });
    expect((await ask('e'.repeat(40), [], seed)).missing).toBe('git doesn’t know the commit eeeeeee');
  });
});

describe('commits that accept something', () => {
  it('are found in the local history and in a fetched one, with who wrote them', async () => {
    const word = await commit('Fill the cache\n\nLeakgate-Accept: heap-leak because it is meant to fill');
    const base = await at.git(['rev-parse', 'HEAD~1'], seed);
    await commit('Nothing to accept, though Leakgate-Accept: is mentioned');
    const expected = [{ sha: word, author: 'dev', message: expect.stringContaining('because it is meant to fill') }];
    const tip = await at.git(['rev-parse', 'HEAD'], seed);
    expect((await ask(tip, [base], seed)).accepting).toEqual(expected);
    const head = await checkOut('refs/heads/topic');
    expect((await ask(head, [base])).accepting).toEqual(expected);
  });
});
