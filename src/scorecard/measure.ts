import { basename, resolve } from 'node:path';
import { buildAll } from '../bench/index.ts';
import { probeEnvironment } from '../bench/leaks.ts';
import { loadOf, sendNew } from '../bench/load.ts';
import { startProgram, type Program } from '../bench/program.ts';
import { resolveTarget } from '../build/index.ts';
import { resolveConfig, type Config } from '../config/resolve.ts';
import { engines } from '../engines/index.ts';
import { LeakgateError } from '../errors.ts';
import { owned, type Owned } from '../owned.ts';
import { connectProbe, type Probe } from '../probes/index.ts';
import { settle } from '../probes/snapshot.ts';
import { median } from '../stats/quantiles.ts';
import { placeOf, type Place } from './place.ts';
import type { Contestant, Figures, Scorecard } from './scorecard.ts';
import { requiredModules } from './versions.ts';

export interface Spec {
  name: string;
  folder: string;
  /** A commit, branch or tag; null for the work tree. */
  ref: string | null;
}

interface Surroundings extends Place {
  /** Inputs that hold for all, such as `requests`. */
  inputs: Record<string, string>;
  plan: Scorecard['plan'];
  progress: (text: string) => void;
  /** Told of every token, so that nobody shows it. */
  secret: (value: string) => void;
}

/** Both builds of one contestant, running. */
interface Running {
  contestant: Contestant;
  config: Config;
  stock: Program;
  probed: Program;
  probe: Probe;
}

/** Builds and starts all, then measures them in turn: what disturbs the machine disturbs everybody. */
export async function measureField(
  specs: Spec[],
  around: Surroundings,
  signal: AbortSignal,
): Promise<(Contestant & { figures: Figures })[]> {
  await using stack = owned();
  const field: Running[] = [];
  for (const spec of specs) {
    around.progress(`building ${spec.name}`);
    field.push(await start(spec, around, stack, signal));
  }
  const rounds = await speedRounds(field, around, signal);
  const measured = [];
  for (const [index, running] of field.entries()) {
    around.progress(`${running.contestant.name}: what ${around.plan.leakRequests} requests leave behind`);
    const speed = summed(rounds[index] ?? []);
    measured.push({ ...running.contestant, figures: { ...speed, ...(await leftBehind(running, around, signal)) } });
  }
  return measured;
}

async function start(
  spec: Spec,
  { cwd, env, inputs, secret }: Surroundings,
  stack: Owned,
  signal: AbortSignal,
): Promise<Running> {
  const { folder, root, sha } = await placeOf(spec, { cwd, env }, stack, signal);
  const config = resolveConfig({ inputs: { ...inputs, 'working-directory': folder }, cwd, env });
  const target = await resolveTarget(
    {
      workingDirectory: folder,
      env,
      flags: config.build.flags,
      ...(config.package !== undefined && { package: config.package }),
    },
    signal,
  );
  const wanted = { config, target, repositoryRoot: root, env, progress: () => undefined };
  const builds = stack.own(
    await buildAll(
      { ...wanted, builds: new Set(['stock', 'probe']), base: { unavailable: 'a scorecard has none' } },
      signal,
    ),
  );
  const parent = { env, secret };
  const stock = stack.own(await startProgram(config, parent, { side: 'head', binary: builds.stock!.path }, signal));
  const probing = {
    side: 'probe',
    binary: builds.probe!.path,
    probe: true,
    env: probeEnvironment({ ...env, ...config.env }),
  };
  const probed = stack.own(await startProgram(config, parent, probing, signal));
  const probe = connectProbe(probed.probeSocket ?? '');
  await probe.ping(signal);
  const modules = await requiredModules(target.moduleDirectory, env, signal);
  return { contestant: { ...spec, sha, goVersion: target.goVersion, modules }, config, stock, probed, probe };
}

interface Round {
  qps: number;
  p99Ms: number;
}

/** Round by round through the field, every other round backwards, so that nobody always goes first. */
async function speedRounds(
  field: Running[],
  { plan, progress }: Surroundings,
  signal: AbortSignal,
): Promise<Round[][]> {
  const rounds: Round[][] = field.map(() => []);
  for (let round = -1; round < plan.rounds; round += 1) {
    progress(round < 0 ? 'warming up' : `round ${round + 1} of ${plan.rounds}`);
    const order = field.map((_, index) => index);
    for (const index of round % 2 === 0 ? order : order.toReversed()) {
      const result = await loadFor(field[index]!, plan.roundMs, signal);
      if (round >= 0) rounds[index]!.push(result);
    }
  }
  return rounds;
}

async function loadFor(
  { config, stock, contestant }: Running,
  durationMs: number,
  signal: AbortSignal,
): Promise<Round> {
  const summary = await stock.survives(async () =>
    sendNew(config, stock, async (origin, load) =>
      engines.autocannon.run(origin, { ...load, stop: { durationMs } }, signal),
    ),
  );
  const wrong = summary.errors + summary.timeouts + summary.lost + summary.unexpected;
  if (summary.answered === 0 || wrong > summary.answered * 0.01)
    throw new LeakgateError(
      'measurement',
      `${contestant.name}: ${wrong} of ${summary.sent} requests weren’t answered as expected.`,
      {
        hint: 'A broken handler is fast: make the requests succeed with every contestant.',
      },
    );
  return { qps: summary.requestsPerSecond, p99Ms: summary.latencyUs.p99 / 1000 };
}

const summed = (rounds: Round[]): Pick<Figures, 'qps' | 'p99Ms' | 'qpsRounds'> => ({
  qps: median(rounds.map(({ qps }) => qps)),
  p99Ms: median(rounds.map(({ p99Ms }) => p99Ms)),
  qpsRounds: rounds.map(({ qps }) => qps),
});

type Left = Omit<Figures, 'qps' | 'p99Ms' | 'qpsRounds'>;

/** Looks at the probe build at rest, after a warm-up and again after the requests. */
async function leftBehind(running: Running, { plan }: Surroundings, signal: AbortSignal): Promise<Left> {
  const { config, probed, probe } = running;
  const send = async (requests: number): Promise<number> => {
    const load = { ...loadOf(config, probed), stop: { requests }, variants: 'replayed' as const };
    return (await probed.survives(async () => engines.autocannon.run(probed.service.origin, load, signal))).answered;
  };
  const look = async () => {
    await settle(probe, signal);
    const { heapBytes } = await probe.memStats(3, signal);
    return { heapBytes, goroutines: await probe.goroutines(signal) };
  };
  await send(Math.max(2000, plan.leakRequests / 4));
  const before = await look();
  const requests = await send(plan.leakRequests);
  const after = await look();
  return {
    initialGoroutines: before.goroutines,
    afterGoroutines: after.goroutines,
    initialHeapBytes: before.heapBytes,
    afterHeapBytes: after.heapBytes,
    requests,
  };
}

/** `api=services/api@v1.2` → name, folder, commit. Without a name the folder's own. */
export function parseSpec(given: string): Spec {
  const [, name, folder = '', ref] = /^(?:([\w. -]+)=)?([^@]+)(?:@(.+))?$/.exec(given) ?? [];
  if (folder === '')
    throw new LeakgateError('config', `scorecard: got ${JSON.stringify(given)}; write [NAME=]DIR[@COMMIT].`);
  const own = `${basename(resolve(folder))}${ref === undefined ? '' : `@${ref}`}`;
  return { name: name ?? own, folder, ref: ref ?? null };
}
