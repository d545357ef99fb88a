import type { BaseCounts } from '../checks/check.ts';
import type { Config } from '../config/resolve.ts';
import type { Dose, ProbeBinary } from '../model.ts';
import type { FrameResolver } from '../pprof/frames.ts';
import { sourceReader } from '../probes/index.ts';
import type { BaseBuild } from './base-build.ts';
import { leakBench, probeEnvironment } from './leaks.ts';
import { startProgram } from './program.ts';

interface BaseCountsParts {
  config: Config;
  base: BaseBuild & { probe: ProbeBinary | { unavailable: string } };
  frames: FrameResolver;
  env: NodeJS.ProcessEnv;
  secret: (value: string) => void;
}

/** The base's probe build, started for a few doses of its own beside the head's, which rests. */
export function baseCounts({ config, base, frames, env, secret }: BaseCountsParts, signal: AbortSignal): BaseCounts {
  const { probe, sha, cwd, root } = base;
  return {
    sha,
    source: sourceReader(root),
    async measure(warmUp, requests) {
      if ('unavailable' in probe) return probe;
      try {
        const variables = probeEnvironment({ ...env, ...config.env });
        const start = { side: 'base', binary: probe.path, probe: true, env: variables, cwd };
        await using running = await startProgram(config, { env, secret }, start, signal);
        // Nobody asks who keeps what alive here, so the copy is never dumped, and never killed by that.
        const unused = { discard: async () => undefined, note: () => undefined };
        const parts = { config, binary: probe, frames, program: async () => running, ...unused };
        const bench = leakBench(parts, signal);
        const { failed } = await bench.warmUp(warmUp);
        if (failed >= warmUp) return { unavailable: 'it answers no request as expected' };
        const before = await bench.snapshot();
        const doses: Dose[] = [];
        for (const dose of requests) doses.push(await bench.dose(dose));
        return { before, doses };
      } catch (error) {
        // Whatever befalls the base is no fault of the head.
        signal.throwIfAborted();
        return { unavailable: (error instanceof Error ? error.message : String(error)).replace(/\.$/, '') };
      }
    },
  };
}
