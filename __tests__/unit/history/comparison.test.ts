import { describe, expect, test } from 'vitest';
import type { Held } from '../../../src/history/baselines.ts';
import { baseWanted, changesUnder, contextOf } from '../../../src/history/comparison.ts';
import type { Config } from '../../../src/config/resolve.ts';
import type { Survey } from '../../../src/survey.ts';
import { baseline } from '../baseline/repositories.ts';
import { heapCheck, heapLeak } from '../reporters/reports.ts';

const sha = 'a'.repeat(40);
const config = (more: Partial<Config> = {}): Config =>
  ({
    checks: ['qps', 'heap-leak'],
    compare: 'auto',
    knownLeaks: 'fail',
    production: { currency: 'USD' },
    env: {},
    ...more,
  }) as Config;
const place = (head: string, dirty = false): Survey =>
  ({ event: { sha: head, serverUrl: 'https://github.com' }, repository: { dirty } }) as unknown as Survey;
const held = (stored: string | null, mismatches: string[] = []): Held =>
  ({
    stored: stored === null ? null : { ...baseline(), sha: stored },
    anchor: null,
    report: { mismatches },
  }) as unknown as Held;

const wanted = (more: { config?: Config; place?: Survey; held?: Held; token?: string; known?: boolean }) => {
  const asked = { config: config(), place: place('b'.repeat(40)), held: held(sha), token: undefined, env: {}, ...more };
  return baseWanted(asked, more.known ?? false);
};

test.each([
  [{ held: held(null) }, 'there is no baseline yet'],
  [{ held: held('') }, 'the baseline belongs to no commit'],
  [{ place: place(sha) }, 'the baseline is of this very commit'],
  [{ config: config({ compare: 'stored' }) }, 'compare is stored'],
  [{ config: config({ checks: ['heap-leak'] }) }, 'the qps check is off'],
])('nothing is rebuilt %#: %s', (more, unavailable) => {
  expect(wanted(more)).toEqual({ unavailable });
});

test('for speed side by side the base is rebuilt as it is', () => {
  expect(wanted({})).toEqual({ sha, stock: true, probe: false, countsAnew: false, reusable: false });
  expect(wanted({ place: place(sha, true) })).toMatchObject({ sha });
});

test('for counts that can’t be compared, with the probe; and then nothing stands in', () => {
  const other = held(sha, ['GOGC: default then, 200 now']);
  expect(wanted({ held: other, known: true })).toEqual({
    sha,
    stock: true,
    probe: true,
    countsAnew: true,
    reusable: false,
  });
  expect(wanted({ held: other, config: config({ checks: ['goroutine-leak'] }) })).toHaveProperty('unavailable');
});

test('figures that are all known may stand in for those of an identical program', () => {
  const stored = config({ compare: 'stored' });
  expect(wanted({ known: true, config: stored })).toEqual({
    sha,
    stock: false,
    probe: false,
    countsAnew: false,
    reusable: true,
  });
});

test('the token goes into the environment of git, where no command line shows it', () => {
  const found = wanted({ token: 'ghs_secret' });
  const env = 'tokenEnv' in found ? found.tokenEnv : {};
  const header = `AUTHORIZATION: basic ${Buffer.from('x-access-token:ghs_secret').toString('base64')}`;
  expect(Object.values(env ?? {})).toContain(header);
  expect(env?.['GIT_CONFIG_COUNT']).toBe('2');
});

test('judges learn what production allows, and when nobody knows the baseline', () => {
  const production = { currency: 'USD', memoryLimitBytes: 1000, requestsPerSecond: 5 };
  const given = config({ production, env: { GOGC: 'off' } });
  expect(contextOf(given, { GOGC: '50' }, held(sha, ['x']))).toEqual({
    compare: 'auto',
    knownLeaks: 'fail',
    mismatches: ['x'],
    memory: { bytes: 1000, from: 'config', liveBytes: 1000 },
    requestsPerSecond: 5,
  });
  expect(contextOf(given, {}, { ...held(null), unavailable: 'down' }).knownLeaks).toBe('unknown');
});

describe('which lines a change touched is asked against', () => {
  const root = new URL('../../..', import.meta.url).pathname;
  const leak = { ...heapLeak, site: { ...heapLeak.site!, stack: [] }, flows: [] };
  const step = { function: 'f', file: 'nowhere.go', line: 1, own: true };
  const reports = [
    heapCheck({ findings: [{ ...leak, flows: [{ title: 'x', steps: [{ text: 'f', frame: step }] }] }] }),
  ];
  const ask = async (baseSha: string | null, stored: string | null) => {
    const at = { repository: { root }, event: { baseSha, serverUrl: 'https://github.com' } } as unknown as Survey;
    const course = { place: at, held: held(stored), measured: { reports } };
    return changesUnder(course, { env: process.env }, new AbortController().signal);
  };

  test('the commit that the event names, else that of the baseline', async () => {
    expect(await ask('HEAD', 'nothing')).toEqual({ since: 'HEAD', files: [] });
    expect(await ask(null, 'HEAD')).toEqual({ since: 'HEAD', files: [] });
  });

  test('nothing, where there is none, where git doesn’t have it, and where the run was interrupted', async () => {
    expect(await ask(null, null)).toBeUndefined();
    expect(await ask(null, '')).toBeUndefined();
    expect(await ask('nothing', null)).toBeUndefined();
    const at = { repository: { root }, event: { baseSha: 'HEAD' } } as unknown as Survey;
    const course = { place: at, measured: { reports } };
    expect(await changesUnder(course, { env: {} }, AbortSignal.abort())).toBeUndefined();
    expect(await changesUnder({ measured: { reports } }, { env: {} }, new AbortController().signal)).toBeUndefined();
  });
});
