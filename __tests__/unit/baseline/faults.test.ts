import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chooseBaseline } from '../../../src/baseline/choose.ts';
import { openStore, type BaselineStore } from '../../../src/baseline/index.ts';
import type { Held } from '../../../src/history/baselines.ts';
import type { RunEvent } from '../../../src/host/event.ts';
import { storeWhenDue } from '../../../src/history/storing.ts';
import { gitServer } from './git-server.ts';
import { baseline, newestOf, playground, type Playground } from './repositories.ts';

// A run that passed stores its baseline, and something breaks between two of its steps. Whatever it is: what was there is
// there, nothing is there twice, the verdict stands, and the next run stores as if nothing had been.

const { signal } = new AbortController();
const earlier = baseline({ sha: 'a'.repeat(40), createdAt: '2026-01-01T00:00:00Z' });
const later = baseline({ sha: 'b'.repeat(40), createdAt: '2026-01-02T00:00:00Z' });
let at: Playground;
const open = (env: NodeJS.ProcessEnv = at.env, changes: { token?: string; serverUrl?: string } = {}): BaselineStore =>
  openStore('git-ref', { directory: at.clone, env, ...changes });

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

beforeEach(async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  at = await playground();
  await open().write(earlier, signal);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await at[Symbol.asyncDispose]();
});

/** The end of a run whose verdict is a pass. */
async function finishRun(store: BaselineStore): Promise<{ stored: boolean; notes: string[] }> {
  const report = {
    found: true,
    branch: 'main',
    store: 'git-ref',
    sha: earlier.sha,
    createdAt: earlier.createdAt,
    reason: '',
    mismatches: [],
    stored: false,
  };
  const held: Held = { store, stored: earlier, anchor: null, report, entries: [], damaged: [], accepting: [] };
  const event = { kind: 'push', branch: 'main', defaultBranch: 'main', storesBaseline: true } as RunEvent;
  const notes = await storeWhenDue(held, later, { save: 'auto', failed: false, checks: ['qps'], event }, signal);
  return { stored: report.stored, notes };
}

/** Nothing is lost, doubled or half there; and the next run, which meets no fault, stores. */
async function expectSound(stored: boolean): Promise<void> {
  const shas = (await open().list({}, signal)).map(({ sha }) => sha);
  expect(new Set(shas).size).toBe(shas.length);
  expect(shas).toContain(earlier.sha);
  if (stored) expect(shas).toContain(later.sha);
  for (const entry of await open().list({}, signal))
    expect([earlier, later]).toContainEqual(await open().read(entry, signal));
  expect(await finishRun(open())).toEqual({ stored: true, notes: [] });
  expect(await newestOf(open(), 'main', 'api')).toEqual(later);
  expect(await open().list({}, signal)).toHaveLength(2);
}

/** Counts the gits of the run itself and lets `script` decide what becomes of the `$n`th. Gits that git starts are left alone. */
async function counting(script: string): Promise<NodeJS.ProcessEnv> {
  const count = join(at.directory, 'count');
  await writeFile(count, '');
  const env = await at.shim(
    `[ "$LEAKGATE_TEST_INSIDE" = 1 ] && exec "$GIT" "$@"\nexport LEAKGATE_TEST_INSIDE=1\necho x >> '${count}'; n=$(wc -l < '${count}')\n${script}`,
  );
  return env;
}
const steps = async (): Promise<number> => (await readFile(join(at.directory, 'count'), 'utf8')).length / 2;

describe('a run that is killed', () => {
  it('before any of its steps, or whose push was carried out and never answered', async () => {
    await finishRun(open(await counting('')));
    const all = await steps();
    expect(all).toBeGreaterThan(8);
    await open().remove(
      (await open().list({}, signal)).filter(({ sha }) => sha === later.sha),
      signal,
    );
    for (let step = 1; step <= all; step++) {
      const { stored, notes } = await finishRun(open(await counting(`[ "$n" -ge ${step} ] && exit 137`)));
      expect(stored).toBe(false);
      expect(notes).toEqual([expect.stringMatching(/^The baseline wasn’t stored: /)]);
      expect(await open().list({}, signal)).toHaveLength(1);
    }
    const unanswered = await finishRun(open(await counting('case " $* " in *" push "*) "$GIT" "$@"; exit 137;; esac')));
    await expectSound(unanswered.stored);
  });
});

describe('a disk that is full', () => {
  it.each(['init', 'fetch', 'hash-object', 'mktree', 'commit-tree', 'push'])(
    'here, when git runs %s',
    async (command) => {
      const env = await counting(`case " $* " in *" ${command} "*) ulimit -f 0;; esac`);
      const { stored, notes } = await finishRun(open(env));
      expect({ stored, notes: notes.length }).toEqual({ stored: false, notes: 1 });
      await expectSound(false);
    },
  );

  it('there, when the push arrives', async () => {
    const receiver = join(at.directory, 'receive');
    await writeFile(receiver, '#!/bin/sh\nulimit -f 0\nexec git-receive-pack "$@"\n', { mode: 0o755 });
    const config = join(at.directory, '.gitconfig');
    await writeFile(config, `[remote "origin"]\n\treceivepack = ${receiver}\n`);
    const { stored, notes } = await finishRun(open());
    expect(stored).toBe(false);
    expect(notes).toHaveLength(1);
    await writeFile(config, '');
    await expectSound(false);
  });
});

describe('a forge that answers', () => {
  it.each([403, 500, 429])('%i to any one request of a write, or to all', async (status) => {
    await using server = await gitServer(at.directory, { writer: 'write' });
    await at.git(['--git-dir', at.origin, 'config', 'http.receivepack', 'true']);
    await at.git(['remote', 'set-url', 'origin', `${server.url}/origin.git`]);
    const remote = () => open(at.env, { token: 'writer', serverUrl: server.url });
    await finishRun(remote());
    const requests = server.authorizations.length;
    expect(requests).toBeGreaterThan(3);
    for (const from of [0, Math.floor(requests / 2), requests - 1]) {
      server.failures.push(...Array.from({ length: from }, () => 200), status, status, status, status);
      const { stored, notes } = await finishRun(remote());
      server.failures.length = 0;
      expect(notes).toHaveLength(stored ? 0 : 1);
      const listed = await remote().list({}, signal);
      expect(listed.map(({ sha }) => sha).toSorted()).toEqual([earlier.sha, later.sha]);
    }
  });
});

describe('a clock that is wrong', () => {
  it('on the machine that committed, or that measured, does not decide what a run builds on', async () => {
    const skewed = baseline({
      sha: 'c'.repeat(40),
      createdAt: '2031-01-01T00:00:00Z',
      committedAt: '2030-01-01T00:00:00Z',
    });
    await open().write(skewed, signal);
    await open().write(later, signal);
    const entries = await open().list({}, signal);
    const event = {
      kind: 'push',
      branch: 'main',
      baseBranch: null,
      defaultBranch: 'main',
      own: ['d'],
      committedAt: '2026-01-03T00:00:00Z',
    } as const;
    const history = { commits: ['d', later.sha, skewed.sha, earlier.sha], missing: null };
    expect(chooseBaseline(entries, event, history).entry?.sha).toBe(later.sha);
    // Without the history, what seems to be of the future isn't believed.
    expect(chooseBaseline(entries, event, { commits: [], missing: 'unknown' }).entry?.sha).toBe(later.sha);
  });
});
