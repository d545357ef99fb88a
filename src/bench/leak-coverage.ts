import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildProbe, go, goFailed, type CommandPlace } from '../build/index.ts';
import type { CoverageBench, CoveredLoad } from '../checks/coverage-bench.ts';
import type { Config } from '../config/resolve.ts';
import { LeakgateError } from '../errors.ts';
import { readCoverage, runsAt, takeInventory, type CoverageProfile, type FoundSite } from '../inventory/index.ts';
import type { GoTarget, LeakProneSite, LoadSummary } from '../model.ts';
import { owned } from '../owned.ts';
import type { FrameResolver } from '../pprof/frames.ts';
import { readGoroutineLives, type GoroutineTrace } from '../pprof/goroutine-lives.ts';
import type { SourceReader } from '../pprof/site.ts';
import { isServices, parseStacks } from '../pprof/stacks.ts';
import { settle, type Probe } from '../probes/index.ts';
import { bothOf } from './both-of.ts';
import { sendNew } from './load.ts';
import { reachProbe } from './probed-copy.ts';
import { startProgram, type Program } from './program.ts';
import { countingEngine } from './stock-load.ts';

interface CoverageParts {
  config: Config;
  target: GoTarget;
  frames: FrameResolver;
  source: SourceReader;
  repositoryRoot: string;
  env: NodeJS.ProcessEnv;
  /** Told of every token, so that nobody shows it. */
  secret: (value: string) => void;
  /** Starts a program, or gives the one that runs under this name: a service may listen on more than its port, so one runs at a time. */
  hold: (name: string, begin: () => Promise<Program>) => Promise<Program>;
  /** Ends it. */
  discard: () => Promise<void>;
}

/** A build of its own, whose every branch counts, for one load: counting costs time, so nothing else is measured with it. */
export function coverageBench(parts: CoverageParts, signal: AbortSignal): CoverageBench {
  const { config, target, repositoryRoot, env } = parts;
  const { flags, overlay } = config.build;
  return {
    async load(requests) {
      await using stack = owned();
      const directory = await mkdtemp(join(tmpdir(), 'leakgate-coverage-'));
      stack.defer(async () => rm(directory, { recursive: true, force: true }));
      // What go commands leave when they are interrupted goes with the folder.
      const place: CommandPlace = { cwd: target.workingDirectory, env: { ...env, GOTMPDIR: directory } };
      const sites = await takeInventory({ target, flags, place, directory }, signal);
      const packages = target.ownModules.flatMap(({ path }) => [path, `${path}/...`]);
      const counting = ['-cover', '-covermode=atomic', `-coverpkg=${packages.join(',')}`];
      const own = overlay === undefined ? {} : { overlay };
      const build = { outDir: directory, flags: [...flags, ...counting], env, repositoryRoot, ...own };
      const { path: binary, leakProof } = await buildProbe(target, build, signal);
      const counters = join(directory, 'counters');
      await mkdir(counters);
      // The program writes its counters there too when it ends.
      const start = { side: 'probe', binary, probe: true, env: { GOCOVERDIR: counters } };
      const running = await parts.hold('coverage', async () => startProgram(config, parts, start, signal));
      stack.defer(parts.discard);
      const probe = await reachProbe(running, signal);
      const send = async (): Promise<LoadSummary> =>
        running.survives(async () =>
          sendNew(config, running, async (origin, plan) =>
            countingEngine(config).run(origin, { ...plan, stop: { requests } }, signal),
          ),
        );
      const [summary, lives] = await traced(probe, send, signal);
      await settle(probe, signal);
      if (leakProof) {
        // Twice: with many goroutines behind one dead lock the first look finds only part of them.
        await probe.leakProfile(signal);
        await probe.leakProfile(signal);
      }
      const goroutines = parseStacks(await probe.stacks(signal), parts.frames).filter((one) => isServices(one));
      await probe.coverage(counters, signal);
      const profile = readCoverage(await profileText(counters, directory, place, signal));
      const counted = sites.map((site) => ({ ...placed(site, parts), ...countedOf(site, profile) }));
      return { summary, sites: counted, goroutines, leakProof, lives: lives && livesIn(lives, parts) };
    },
  };
}

/** How long the runtime is traced, from just before the load on: most loads have ended by then. */
const traceMs = 2_000;
/** Until it records. */
const traceStartMs = 50;

/** The load, and beside it how goroutines fare. Null where the service traces itself, or in a way that can't be read. */
async function traced(
  probe: Probe,
  send: () => Promise<LoadSummary>,
  signal: AbortSignal,
): Promise<[LoadSummary, GoroutineTrace | null]> {
  const tracing = probe.trace(traceMs, signal).catch((error: unknown) => {
    if (error instanceof LeakgateError && !signal.aborted) return null;
    throw error;
  });
  const loading = sleep(traceStartMs, undefined, { signal }).then(send);
  const [summary, bytes] = await bothOf(loading, tracing);
  if (bytes === null) return [summary, null];
  try {
    return [summary, readGoroutineLives(bytes)];
  } catch (error) {
    if (error instanceof RangeError) return [summary, null];
    throw error;
  }
}

/** Creation sites are named as stacks and the inventory name them. */
const livesIn = ({ ms, sites }: GoroutineTrace, { frames }: CoverageParts): CoveredLoad['lives'] => ({
  ms,
  sites: sites.map(({ createdBy: { function: name, file, line }, ...site }) => ({
    ...site,
    createdBy: frames(name, file, line),
  })),
});

async function profileText(counters: string, directory: string, place: CommandPlace, signal: AbortSignal) {
  const text = join(directory, 'profile.txt');
  const written = await go(['tool', 'covdata', 'textfmt', `-i=${counters}`, `-o=${text}`], place, signal);
  if (written.exitCode !== 0) throw goFailed('go tool covdata', place.cwd, written);
  return readFile(text, 'utf8');
}

const runsOf = (
  { package: path, file, counted }: Pick<FoundSite, 'package' | 'file' | 'counted'>,
  profile: CoverageProfile,
) => runsAt(profile, `${path}/${basename(file)}`, counted) ?? 0;

/** What is told of a site by the counters: how often it was run and, where never, of which routes that lead there the handlers were. */
function countedOf(site: FoundSite, profile: CoverageProfile): Pick<LeakProneSite, 'runs' | 'routes'> {
  const runs = runsOf(site, profile);
  if (runs > 0 || site.routes.length === 0) return { runs };
  const routes = site.routes.map(({ handlers, ...route }) => ({
    ...route,
    ran: handlers.length === 0 ? null : handlers.every((one) => runsOf(one, profile) > 0),
  }));
  return { runs, routes };
}

function placed(site: FoundSite, { frames, source, target }: CoverageParts) {
  const { kind, file, line } = site;
  // As stacks name it.
  const packageName = site.package === target.packagePath ? 'main' : site.package;
  const frame = frames(`${packageName}.${site.function}`, file, line);
  return { kind, frame, source: (source(frame.file, line) ?? '').trim() };
}
