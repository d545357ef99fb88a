import type { Config } from '../config/resolve.ts';
import { LeakgateError } from '../errors.ts';
import type { RetentionSnapshot } from '../heap/snapshot-file.ts';
import { readGoProgram } from '../heap/index.ts';
import type { ProbeBinary } from '../model.ts';
import type { FrameResolver } from '../pprof/frames.ts';
import { connectProbe } from '../probes/index.ts';
import { retentionSnapshot } from '../probes/heap-snapshot.ts';
import { retentionReader } from '../probes/retention.ts';
import { runningProcess } from '../probes/running-process.ts';
import { settle } from '../probes/snapshot.ts';
import { isDumpCrash } from './dump-crash.ts';
import { leakVariants, loadOf } from './load.ts';
import { startProgram } from './program.ts';
import { countingEngine } from './stock-load.ts';

interface Plan {
  config: Config;
  binary: ProbeBinary;
  frames: FrameResolver;
  env: NodeJS.ProcessEnv;
  /** After how many requests in all; ascending. */
  after: number[];
  progress: (text: string) => void;
  /** Told of every token, so that nobody shows it. */
  secret: (value: string) => void;
}

/** Every allocation is sampled: the requests are counted, not timed, and lines must be exact. */
const exactProfile = 'memprofilerate=1';

/** Starts the probe build, sends the scenario's requests, and looks at it at rest each time when so many were answered. */
export async function* heapSnapshots(plan: Plan, signal: AbortSignal): AsyncGenerator<RetentionSnapshot> {
  const { config, binary, env, after, progress } = plan;
  const own = config.env['GODEBUG'] ?? env['GODEBUG'];
  const GODEBUG = own === undefined || own === '' ? exactProfile : `${own},${exactProfile}`;
  const start = { side: 'probe', binary: binary.path, probe: true, env: { GODEBUG } };
  await using running = await startProgram(config, { env, secret: plan.secret }, start, signal);
  const probe = connectProbe(running.probeSocket ?? '');
  await probe.ping(signal);
  if (!binary.heapDumpSafe) progress('this Go version can crash while it dumps its heap: if it does, try again');
  const read = retentionReader(binary.path, plan.frames);
  const { buildId } = readGoProgram(binary.path).build;
  const { pid, startedAt } = runningProcess(running.service.pid);
  let answered = 0;
  for (const requests of after) {
    if (requests > answered) {
      progress(`sending ${requests - answered} requests`);
      const stop = { requests: requests - answered };
      const load = { ...loadOf(config, running), stop, variants: leakVariants(config, answered) };
      const summary = await running.survives(async () =>
        countingEngine(config).run(running.service.origin, load, signal),
      );
      if (summary.answered === 0) throw unanswered(running.service.output());
      answered += summary.answered;
    }
    progress('writing and reading the heap');
    const look = running.survives(async () => {
      await settle(probe, signal);
      return read(probe, signal);
    });
    const retention = await look.catch((error: unknown) => {
      throw isDumpCrash(error) ? killedByDump(error) : error;
    });
    yield retentionSnapshot(retention, {
      process: { pid, startedAt, buildId },
      goVersion: retention.goVersion,
      requests: answered,
    });
  }
}

/** Only of builds whose runtime has the fault still in it: those that `heapDumpSafe` doesn't vouch for. */
const killedByDump = (cause: Error): LeakgateError =>
  new LeakgateError('measurement', 'A fault of this Go version killed the service while its heap was dumped.', {
    cause,
    hint: 'Try again: it is rare. Where it is not, build with another Go version.',
  });

const unanswered = (output: string[]): LeakgateError =>
  new LeakgateError('measurement', 'The service answered none of the requests.', {
    output: output.join('\n'),
    hint: 'Its last output may say why.',
  });
