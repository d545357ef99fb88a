import { ServiceCrashed, type OpenBench } from './bench/index.ts';
import { crashReport, type CrashSeen } from './checks/crash.ts';
import type { JudgeContext } from './checks/check.ts';
import { checks } from './checks/index.ts';
import type { Config } from './config/resolve.ts';
import type { CheckReport } from './model.ts';
import type { Phases } from './phases.ts';
import type { FrameResolver } from './pprof/frames.ts';
import type { Crash } from './service/index.ts';
import { underPolicy } from './verdict.ts';

type AnyCheck = (typeof checks)[number];

/** What came out of the checks: reports to show, measurements to store. */
export interface Measured {
  reports: CheckReport[];
  measurements: Record<string, unknown>;
}

interface MeasureParts {
  config: Config;
  open: OpenBench;
  frames: FrameResolver;
  /** Stored measurements of the baseline, by check. Empty without one. */
  stored: Record<string, unknown>;
  context: JudgeContext;
  phases: Phases;
  /** Receives reports as they come, so that a later failure keeps the earlier ones. */
  into: Measured;
}

/** Runs the wanted checks in the list's order. A service that crashes under load fails the run and skips what is left. */
export async function measureChecks(parts: MeasureParts, signal: AbortSignal): Promise<void> {
  const { config, into } = parts;
  for (const check of checks.filter(({ name }) => config.checks.includes(name))) {
    try {
      into.reports.push(await parts.phases.run(check.title, async () => measureOne(check, parts, signal)));
      const panics = parts.open.current()?.service.recoveredPanics() ?? [];
      const known = into.reports.some((report) => report.name === 'service');
      if (panics.length > 0 && !known)
        into.reports.push(
          crashReport(
            panics.map((panic) => seen(panic, parts.frames, false)),
            [],
          ),
        );
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof ServiceCrashed)) throw error;
      into.reports.push(crashReport([seen({ ...error.crash, count: 1 }, parts.frames, true)], error.output));
      break;
    }
  }
  into.reports = into.reports.map((report) => underPolicy(report, config.failOn));
}

async function measureOne(check: AnyCheck, parts: MeasureParts, signal: AbortSignal): Promise<CheckReport> {
  const options = parts.config.options[check.name];
  // One list holds checks of different types; each check's own schemas guarantee that its parts fit together.
  const { measure, forBaseline, judge } = check as unknown as {
    measure: (bench: unknown, options: unknown, signal: AbortSignal) => Promise<unknown>;
    forBaseline?: (measurement: unknown) => unknown;
    judge: (
      current: unknown,
      baseline: unknown,
      options: unknown,
      context: JudgeContext,
    ) => Omit<CheckReport, 'name' | 'title'>;
  };
  const measurement = await measure(parts.open.bench, options, signal);
  parts.into.measurements[check.name] = forBaseline?.(measurement) ?? measurement;
  const stored = storedMeasurement(check, parts);
  return { name: check.name, title: check.title, ...judge(measurement, stored, options, parts.context) };
}

/** Figures of another version in another shape: the check is judged without them, and the report says so. */
function storedMeasurement(check: AnyCheck, { stored, open }: MeasureParts): unknown {
  if (!(check.name in stored)) return null;
  const parsed = check.measurement.safeParse(stored[check.name]);
  if (parsed.success) return parsed.data;
  open.bench.note(
    `${check.title}: the stored baseline’s figures can’t be read; another version of Leakgate wrote them. They were left out. The next run that stores replaces them.`,
  );
  return null;
}

function seen(
  crash: Pick<Crash, 'message' | 'frames'> & { count: number },
  frames: FrameResolver,
  fatal: boolean,
): CrashSeen {
  return {
    message: crash.message,
    count: crash.count,
    fatal,
    frames: crash.frames.map((frame) => frames(frame.function, frame.file, frame.line)),
  };
}
