import { setTimeout as sleep } from 'node:timers/promises';
import { PairUnavailable, type OpenStages, type StageBench, type StagedSide } from '../checks/check.ts';
import type { Config } from '../config/resolve.ts';
import type { LoadSummary } from '../model.ts';
import { owned, type Owned } from '../owned.ts';
import { decodeCpu } from '../pprof/decode-cpu.ts';
import type { FrameResolver } from '../pprof/frames.ts';
import { collectSpans, readServerTiming, requestsOf, type Span, type SpanCollector } from '../probes/index.ts';
import type { Builds } from './builds.ts';
import { sendNew } from './load.ts';
import { reachProbe } from './probed-copy.ts';
import { startProgram, type Program } from './program.ts';
import { countingEngine } from './stock-load.ts';

interface StageParts {
  config: Config;
  frames: FrameResolver;
  env: NodeJS.ProcessEnv;
  /** Told of every token, so that nobody shows it. */
  secret: (value: string) => void;
  /** The head's probe build. */
  binary: string;
  base: Builds['base'];
  /** Starts a program, or gives the one that runs under this name. */
  hold: (name: string, begin: () => Promise<Program>) => Promise<Program>;
}

const warmUpMs = 500;
/** Exporters send in batches, and what they send is complete when nothing has come for a few of their delays. */
const exportDelayMs = 100;
const quietMs = 3 * exportDelayMs;
const mostWaitMs = 3000;

type Begin = (env: Record<string, string>) => Promise<Program>;

/** Copies of the probe build without its close sampling of the heap, each with a collector for its spans. */
export function stageBench(parts: StageParts, signal: AbortSignal): StageBench {
  const { config, binary, hold } = parts;
  const head: Begin = async (env) =>
    hold('stages', async () => startProgram(config, parts, { side: 'probe', binary, probe: true, env }, signal));
  return {
    async open() {
      await using stack = owned();
      const sides = { head: await openSide(parts, head, stack, signal), base: await openBase(parts, stack, signal) };
      return { ...sides, ...stack.release() };
    },
  };
}

/** Whatever befalls the base is no fault of the head. */
async function openBase(parts: StageParts, stack: Owned, signal: AbortSignal): Promise<OpenStages['base']> {
  const { config, base } = parts;
  if ('unavailable' in base) return base;
  const { probe: built, sha, cwd } = base;
  if (built === undefined) return { unavailable: 'compare is stored' };
  if ('unavailable' in built) return built;
  const start = { side: 'base', binary: built.path, probe: true, cwd };
  const begin: Begin = async (env) => stack.own(await startProgram(config, parts, { ...start, env }, signal));
  const why = (error: unknown): string => {
    signal.throwIfAborted();
    return (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
  };
  try {
    const side = await openSide(parts, begin, stack, signal);
    return {
      sha,
      record: async (source, durationMs) =>
        side.record(source, durationMs).catch((error: unknown) => {
          throw new PairUnavailable(why(error));
        }),
    };
  } catch (error) {
    return { unavailable: why(error) };
  }
}

async function openSide(
  { config, frames, env }: StageParts,
  begin: Begin,
  stack: Owned,
  signal: AbortSignal,
): Promise<StagedSide> {
  const collector = stack.own(await collectSpans());
  const running = await begin(exporting(collector.endpoint, { ...env, ...config.env }));
  const probe = await reachProbe(running, signal);
  const load = async (durationMs: number, alone: boolean, serverTiming: (field: string) => void) =>
    running.survives(async (): Promise<LoadSummary> => {
      // Where clocks tell, requests must not wait for each other; where samples do, the more of them the better.
      const width = alone ? { connections: 1, streams: 1 } : {};
      return sendNew(config, running, async (origin, plan) =>
        countingEngine(config).run(origin, { ...plan, ...width, serverTiming, stop: { durationMs } }, signal),
      );
    });
  await load(warmUpMs, false, () => undefined);
  return {
    async record(source, durationMs) {
      const traced = source === 'opentelemetry';
      if (traced) await settled(collector, signal);
      const told: ReadonlyMap<string, number>[] = [];
      const hear = (field: string): void => {
        const stages = readServerTiming(field);
        if (stages.length > 0) told.push(new Map(stages.map(({ name, us }) => [name, us])));
      };
      const profiled = source === 'cpu-profile';
      const [summary, profile] = await Promise.all([
        load(durationMs, !profiled, hear),
        profiled ? probe.cpuProfile(durationMs, signal) : null,
      ]);
      const requests = {
        'server-timing': told,
        opentelemetry: traced ? requestsOf(await settled(collector, signal)) : [],
      };
      const samples = profile === null ? [] : decodeCpu(profile, frames);
      return { summary, requests, lostSpans: collector.lost(), samples };
    },
  };
}

/** What a service's exporter reads, unless the settings or the environment say otherwise. */
function exporting(endpoint: string, own: NodeJS.ProcessEnv): Record<string, string> {
  const wanted = {
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf',
    OTEL_BSP_SCHEDULE_DELAY: String(exportDelayMs),
    OTEL_BSP_MAX_QUEUE_SIZE: '65536',
  };
  return Object.fromEntries(Object.entries(wanted).filter(([name]) => own[name] === undefined));
}

/** Everything that has come until nothing more comes. */
async function settled(collector: SpanCollector, signal: AbortSignal): Promise<Span[]> {
  const untilMs = performance.now() + mostWaitMs;
  const spans = collector.take();
  for (let quiet = false; !quiet && performance.now() < untilMs;) {
    await sleep(quietMs, undefined, { signal });
    const more = collector.take();
    quiet = more.length === 0;
    spans.push(...more);
  }
  return spans;
}
