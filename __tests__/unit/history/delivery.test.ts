import { describe, expect, test } from 'vitest';
import { parcelName } from '../../../src/baseline/index.ts';
import { planDelivery, type Delivery } from '../../../src/history/delivery.ts';

const env = { RUNNER_TEMP: '/runner/temp', GITHUB_RUN_ID: '812', GITHUB_RUN_ATTEMPT: '2' };
const config = {
  baselineStore: 'artifact' as const,
  baselineBranch: undefined,
  commentKey: 'api',
  package: undefined,
  workingDirectory: '/repo/services/api',
};
const event = { branch: 'feature', baseBranch: 'release', defaultBranch: 'main' };
const named = (branch: string, slot = 'api'): string => parcelName({ slot, branch });

type Given = Parameters<typeof planDelivery>[0];

async function plan({
  config: settings,
  ...given
}: { config?: Partial<Given['config']> } & Partial<Omit<Given, 'config'>>) {
  const find = async (): Promise<number | null> => null;
  return planDelivery({ event, env, cwd: '/repo', find, ...given, config: { ...config, ...settings } });
}

/** Runs that left baselines, by branch; notes which branches were asked for. */
function left(runs: Record<string, number>) {
  const asked: string[] = [];
  const find: Given['find'] = async ({ name, branch }) => {
    asked.push(branch);
    expect(name).toBe(named(branch));
    return runs[branch] ?? null;
  };
  return { asked, find };
}

const from = (delivery: Delivery | null) => [delivery?.['from-name'], delivery?.['from-run']];

describe('a delivery', () => {
  test.each(['auto', 'git-ref', 'file', 'postgres', 's3'] as const)('isn’t needed for %s', async (baselineStore) => {
    expect(await plan({ config: { baselineStore } })).toBeNull();
  });

  test('fetches the base branch’s, keeps under the own branch', async () => {
    const { asked, find } = left({ release: 7, main: 9 });
    const delivery = await plan({ find });
    expect(from(delivery)).toEqual([named('release'), '7']);
    expect(delivery?.name).toBe(named('feature'));
    expect(asked).toEqual(['release']);
  });

  test('falls back to the default branch', async () => {
    const { asked, find } = left({ main: 9 });
    expect(from(await plan({ find }))).toEqual([named('main'), '9']);
    expect(asked).toEqual(['release', 'main']);
    expect(from(await plan({ find: left({}).find }))).toEqual(['', '']);
  });

  test('of a push begins with its own branch’s, and asks once on the default branch', async () => {
    const { asked, find } = left({});
    await plan({ find, event: { branch: 'main', baseBranch: null, defaultBranch: 'main' } });
    expect(asked).toEqual(['main']);
  });

  test('follows baseline-branch', async () => {
    const { find } = left({ stable: 3, release: 7 });
    expect(from(await plan({ find, config: { baselineBranch: 'stable' } }))).toEqual([named('stable'), '3']);
  });

  test('by cache asks no forge, and gives each attempt a key of its own', async () => {
    const find = async (): Promise<never> => {
      throw new Error('asked');
    };
    expect(await plan({ find, config: { baselineStore: 'cache' } })).toMatchObject({
      store: 'cache',
      key: `${named('feature')}/812-2`,
      'restore-keys': `${named('release')}/\n${named('main')}/`,
      'from-run': '',
    });
  });

  test('keeps services, folders, packages and legs of a matrix apart, and pushes and pull requests together', async () => {
    const kept = async (settings: Partial<Given['config']>, matrix?: string) => {
      const place = { ...env, ...(matrix !== undefined && { LEAKGATE_MATRIX: matrix }) };
      const delivery = await plan({ env: place, config: { commentKey: undefined, ...settings } });
      return `${delivery?.folder} ${delivery?.name}`;
    };
    const all = await Promise.all([
      kept({}),
      kept({ package: './cmd/web' }),
      kept({ workingDirectory: '/repo' }),
      kept({ commentKey: 'web' }),
      kept({}, '{"go":"1.25"}'),
      kept({}, '{"go":"1.26"}'),
    ]);
    expect(new Set(all).size).toBe(all.length);
    const push = await plan({ event: { branch: 'main', baseBranch: null, defaultBranch: 'main' } });
    const pull = await plan({ event: { ...event, baseBranch: 'main' } });
    expect(push?.folder).toBe(pull?.folder);
    expect(pull?.['restore-keys']).toContain(push?.name);
  });

  test('needs a runner', async () => {
    await expect(plan({ env: {} })).rejects.toThrow('RUNNER_TEMP');
  });
});
