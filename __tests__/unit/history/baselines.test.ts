import { describe, expect, it } from 'vitest';
import { StoreUnavailable, type BaselineStore } from '../../../src/baseline/index.ts';
import { holdAgainst } from '../../../src/history/baselines.ts';
import { gradeLeak } from '../../../src/checks/known-leaks.ts';
import type { Config } from '../../../src/config/resolve.ts';
import type { RunEvent } from '../../../src/host/event.ts';
import { storeWhenDue } from '../../../src/history/storing.ts';
import type { Survey } from '../../../src/survey.ts';
import { baseline } from '../baseline/repositories.ts';
import { playground } from '../baseline/repositories.ts';

const { signal } = new AbortController();

describe('a run whose store is down', () => {
  it('compares with nothing, says why, and does not replace what it could not read', async () => {
    await using world = await playground();
    await world.git(['remote', 'set-url', 'origin', `file://${world.directory}/gone.git`]);
    const config = { baselineStore: 'git-ref' } as unknown as Config;
    const event = { kind: 'push', branch: 'main', baseBranch: null, defaultBranch: 'main', storesBaseline: true };
    const place = {
      event: { ...event, repository: null, serverUrl: 'https://github.com' },
      repository: { root: world.clone },
      key: 'api',
      comparability: {},
    } as unknown as Survey;
    const held = await holdAgainst(config, place, { env: world.env, save: 'auto' }, signal);
    expect(held.stored).toBeNull();
    expect(held.unavailable).toContain("couldn't be read");
    expect(held.report).toMatchObject({ found: false, branch: 'main', stored: false });
    expect(held.report.reason).toMatch(
      /^Compared with nothing\. The baseline ref refs\/leakgate\/baselines\/api\/\* couldn't be read/,
    );

    const due = { save: 'auto' as const, failed: false, checks: ['qps'], event: place.event };
    const writes: string[] = [];
    const store = { ...held.store, write: async () => (writes.push('written'), { stored: true }) } as BaselineStore;
    const notes = await storeWhenDue({ ...held, store }, baseline(), due, signal);
    expect(notes).toEqual(['The baseline wasn’t stored: the earlier ones couldn’t be read before.']);
    expect(writes).toEqual([]);
  });

  it('leaves a leak undecided: it may be known', () => {
    const leak = { rate: 10, before: null, unit: 'B with each request' };
    const context = { compare: 'auto' as const, mismatches: [] };
    expect(gradeLeak(leak, { ...context, knownLeaks: 'unknown' }).outcome).toBe('inconclusive');
    expect(gradeLeak(leak, { ...context, knownLeaks: 'fail' }).outcome).toBe('fail');
  });

  it('tells a store that is down from a baseline that is damaged', async () => {
    await using world = await playground();
    const config = { baselineStore: 'file' } as unknown as Config;
    const event = { kind: 'pull_request', sha: '', branch: 'topic', baseBranch: 'main', defaultBranch: 'main' };
    const place = { event, repository: { root: world.clone, sha: '' }, key: 'api' } as unknown as Survey;
    const file = `${world.origin}/HEAD`;
    await expect(
      holdAgainst(
        config,
        { ...place, event: { ...place.event, repository: null } },
        { env: {}, save: 'auto', file },
        signal,
      ),
    ).rejects.toSatisfy((error) => !(error instanceof StoreUnavailable) && String(error).includes('is damaged'));
  });
});

describe('a run of a branch', () => {
  const { sha, createdAt } = baseline();
  const event = { kind: 'push', branch: 'main', defaultBranch: 'main', storesBaseline: true } as unknown as RunEvent;

  function held(changes: Partial<BaselineStore> = {}) {
    const written: string[] = [];
    const removed: string[] = [];
    const store: BaselineStore = {
      name: 'git-ref',
      list: async () => [],
      read: async () => null,
      write: async (one) => (written.push(one.sha), { stored: true }),
      remove: async (entries) => void removed.push(...entries.map(({ id }) => id)),
      ...changes,
    };
    const report = {
      found: true,
      branch: 'main',
      store: 'git-ref',
      sha,
      createdAt,
      reason: '',
      mismatches: [],
      stored: false,
    };
    const old = { id: 'old', branch: 'gone', key: 'api', sha: 'c1', at: '2020-01-01T00:00:00Z' };
    const damaged = { ...old, id: 'damaged', branch: 'main' };
    return {
      written,
      removed,
      held: { store, stored: null, anchor: null, report, entries: [old], damaged: [damaged], accepting: [] },
    };
  }
  const due = { save: 'auto' as const, failed: false, checks: ['qps'], event };

  it('is not stored when it failed', async () => {
    const { written, removed, held: one } = held();
    expect(await storeWhenDue(one, baseline(), { ...due, failed: true }, signal)).toEqual([]);
    expect([written, removed, one.report.stored]).toEqual([[], [], false]);
  });

  it('is stored when it passed, and removes what was damaged and what nobody will ask for', async () => {
    const { written, removed, held: one } = held();
    expect(await storeWhenDue(one, baseline(), due, signal)).toEqual([]);
    expect([written, removed, one.report.stored]).toEqual([[sha], ['damaged', 'old'], true]);
  });

  it('is not stored without figures of every check', async () => {
    const { written, held: one } = held();
    const notes = await storeWhenDue(one, baseline(), { ...due, checks: ['qps', 'heap-leak'] }, signal);
    expect(notes).toEqual(['The baseline wasn’t stored: heap-leak measured nothing.']);
    expect(written).toEqual([]);
  });

  it('stays stored when tidying fails, and says so', async () => {
    const { held: one } = held({ remove: async () => Promise.reject(new Error('no right to')) });
    expect(await storeWhenDue(one, baseline(), due, signal)).toEqual([
      'Old baselines weren’t removed: Leakgate failed: no right to',
    ]);
    expect(one.report.stored).toBe(true);
  });
});
