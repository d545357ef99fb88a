import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openStore } from '../../../src/baseline/index.ts';
import type { BaseWanted } from '../../../src/bench/index.ts';
import { perSeries } from '../../../src/checks/speed-measurement.ts';
import { resolveConfig } from '../../../src/config/resolve.ts';
import type { Host } from '../../../src/host/host.ts';
import type { Report } from '../../../src/model.ts';
import { run } from '../../../src/run.ts';
import { playground, type Playground } from '../baseline/repositories.ts';
import { fakePair, noisyWindow } from '../checks/windows.ts';
import { seededNormal } from '../stats/random.ts';

/** Log level of what a request costs, by commit: what two programs side by side would show. */
const cost = new Map<string, number>();
let head = '';
/** The commits that were asked to be built beside the head. */
const bases: (string | null)[] = [];
const normal = seededNormal(31);

// Everything is real, from the push to the stored baseline, except the services: their windows come from `cost`.
vi.mock(import('../../../src/bench/index.ts'), async (original) => ({
  ...(await original()),
  buildAll: (async ({ base }: { base: BaseWanted | { unavailable: string } }) => {
    bases.push('sha' in base ? base.sha : null);
    return { base, [Symbol.asyncDispose]: async () => undefined };
  }) as never,
  openBench: (({ builds: { base } }: { builds: { base: BaseWanted | { unavailable: string } } }) => {
    const load = { requests: 1000, sent: 1000, answered: 1000, errors: 0, timeouts: 0, lost: 0, unexpected: 0 };
    const latencyUs = { p50: 350, p90: 700, p95: 900, p99: 1500, max: 2000, mean: 400 };
    const engine = { name: 'autocannon', version: '8.0.0', model: 'closed' };
    const rates = { durationMs: 1000, requestsPerSecond: 1000, perSecond: [1000], statuses: { 200: 1000 } };
    const summary = { engine, connections: 4, ...load, ...rates, latencyUs, routes: [] };
    return {
      bench: {
        progress: () => undefined,
        note: () => undefined,
        speed: {
          load: async () => ({ summary, cpuUsPerRequest: 100 }),
          pair: 'sha' in base ? { ...fakePair(() => window(base.sha)).pair, baseSha: base.sha } : base,
        },
      },
      current: () => undefined,
      [Symbol.asyncDispose]: async () => undefined,
    };
  }) as never,
}));

function window(base: string) {
  const ratio = Math.exp(cost.get(head)! - cost.get(base)!);
  return noisyWindow(
    normal,
    0.02,
    perSeries(() => ratio),
  );
}

vi.setConfig({ testTimeout: 600_000 });

let world: Playground;
beforeEach(async () => {
  world = await playground();
  await writeFile(join(world.clone, 'go.mod'), 'module example.com/api\n\ngo 1.22\n');
  await writeFile(join(world.clone, 'main.go'), 'package main\n\nfunc main() {}\n');
});
afterEach(async () => world[Symbol.asyncDispose]());

const host = {
  name: 'github',
  color: false,
  group: async (_: string, body: () => Promise<unknown>) => body(),
  ...Object.fromEntries(
    ['info', 'notice', 'warning', 'progress', 'annotate', 'secret', 'output'].map((name) => [name, () => undefined]),
  ),
  summary: async () => undefined,
  comment: async () => ({ url: null, reason: '' }),
  acceptLabel: async () => null,
} as unknown as Host;

/** Merges a commit that makes a request cost so much, pushes it, and lets its workflow run. */
async function merge(level: number, message = 'a small change'): Promise<Report> {
  await writeFile(join(world.clone, 'level.go'), `package main\n\nconst level = ${level}\n`);
  await world.git(['add', '.']);
  await world.git(['commit', '-q', '--allow-empty', '-m', message]);
  await world.git(['push', '-q', 'origin', 'main']);
  head = await world.git(['rev-parse', 'HEAD']);
  cost.set(head, level);
  const eventPath = join(world.directory, 'event.json');
  await writeFile(eventPath, JSON.stringify({ after: head, repository: { default_branch: 'main' } }));
  const env = {
    ...world.env,
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_REF_TYPE: 'branch',
    GITHUB_SHA: head,
  };
  const outDir = join(world.directory, 'out');
  await mkdir(outDir, { recursive: true });
  const config = resolveConfig({ inputs: { checks: 'qps' }, cwd: world.clone, env });
  return run(config, { env, outDir, save: 'auto' }, host, new AbortController().signal);
}

it('+1 % with each merge is stopped by the run that sees more than the limit, until somebody accepts it', async () => {
  // Each passes beside the one before it: nobody can tell 1 % from the luck of a layout.
  const shas: string[] = [];
  let [level, report] = [0, await merge(0)];
  for (; report.exitCode === 0 && shas.length < 20; report = await merge((level += 0.01))) {
    expect(report.baseline).toMatchObject({ stored: true, store: 'git-ref' });
    shas.push(head);
  }
  const anchor = bases.at(-1)!;
  expect(bases).toEqual([null, ...shas.slice(0, -1), anchor]);
  expect(shas.indexOf(anchor)).toBeLessThan(shas.length - 5);

  expect(report).toMatchObject({ verdict: 'fail', exitCode: 1, baseline: { stored: false } });
  expect(report.baseline.reason).toMatch(
    new RegExp(`Speed is measured against ${anchor.slice(0, 7)}, \\d+ baselines back: since then .* in small steps`),
  );
  const worse = report.checks.flatMap(({ findings }) => findings).find(({ id }) => id === 'qps/cpu')!;
  expect(worse.outcome).toBe('fail');
  expect(worse.delta).toBeGreaterThan(0.05);

  // What failed left nothing, so the next merge is held against the same commit.
  expect(await merge(level)).toMatchObject({ exitCode: 1, baseline: { stored: false } });
  expect(bases.at(-1)).toBe(anchor);
  const store = openStore('git-ref', { directory: world.clone, env: world.env });
  const stored = await store.list({}, new AbortController().signal);
  expect(stored.map(({ sha }) => sha).toSorted()).toEqual(shas.toSorted());

  const accepted = await merge(level + 0.01, 'more\n\nLeakgate-Accept: qps because encryption costs that much');
  expect(accepted).toMatchObject({ exitCode: 0, baseline: { stored: true } });
  expect(JSON.stringify(accepted.checks)).toContain('encryption costs that much');
  const before = head;
  expect(await merge(level + 0.02)).toMatchObject({ exitCode: 0, baseline: { stored: true } });
  expect(bases.at(-1)).toBe(before);
});
