import { ServiceCrashed, type OpenBench } from './bench/index.ts';
import { crashReport, type CrashSeen } from './checks/crash.ts';
import type { JudgeContext } from './checks/check.ts';
import { checks } from './checks/index.ts';
import type { Config } from './config/resolve.ts';
import type { CheckReport } from './model.ts';
import type { Phases } from './phases.ts';
import type { FrameResolver } from './pprof/frames.ts';
import type { Crash } from './service/index.ts';

type AnyCheck = (typeof checks)[number];

/** What came out of the checks: reports to show, measurements to store. */
export interface Measured {
  reports: CheckReport[];
  measurements: Record<string, unknown>;
  /** How long holding the figures against baseline and thresholds took. */
  comparedMs?: number;
}

interface MeasureParts {
  config: Config;
  open: OpenBench;
  frames: FrameResolver;
  /** What the baseline holds for a check; null without one. */
  stored: (check: string) => unknown;
  context: JudgeContext;
  phases: Phases;
  /** Receives reports as they come, so that a later failure keeps the earlier ones. */
  into: Measured;
}

/** Runs the wanted checks in the list's order. A service that crashes under load fails the run and skips what is left. */
export async function measureChecks(parts: MeasureParts, signal: AbortSignal): Promise<void> {
  const { into } = parts;
  for (const check of wantedChecks(parts.config)) {
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
}

export const wantedChecks = (config: Pick<Config, 'checks'>): AnyCheck[] =>
  checks.filter(({ name }) => config.checks.includes(name));

/** One list holds checks of different types; each check's own schemas guarantee that its parts fit together. */
interface PlainCheck {
  measure: (bench: unknown, options: unknown, signal: AbortSignal) => Promise<unknown>;
  forBaseline?: (measurement: unknown) => unknown;
  ofIdentical?: (stored: unknown, baseSha: string) => unknown;
  judge: (
    current: unknown,
    baseline: unknown,
    options: unknown,
    context: JudgeContext,
  ) => Omit<CheckReport, 'name' | 'title'>;
}

async function measureOne(check: AnyCheck, parts: MeasureParts, signal: AbortSignal): Promise<CheckReport> {
  const options = parts.config.options[check.name];
  const { measure, forBaseline, judge } = check as unknown as PlainCheck;
  const measurement = await measure(parts.open.bench, options, signal);
  parts.into.measurements[check.name] = forBaseline?.(measurement) ?? measurement;
  const stored = parts.stored(check.name);
  const startedMs = performance.now();
  const judged = judge(measurement, stored, options, parts.context);
  parts.into.comparedMs = (parts.into.comparedMs ?? 0) + performance.now() - startedMs;
  return { name: check.name, title: check.title, ...judged };
}

/** What has to be known to judge a program by the figures of an identical one. */
export interface StandIn {
  config: Pick<Config, 'checks' | 'options'>;
  stored: (check: string) => unknown;
  baseSha: string;
  context: JudgeContext;
}

/** May the stored figures stand for a program that turns out to be identical? Not where one of the checks has none, or was asked for by name. */
export const canStandIn = ({ config, stored }: Pick<StandIn, 'config' | 'stored'>): boolean =>
  wantedChecks(config).every((check) => stored(check.name) !== null && !('onRequest' in check && check.onRequest));

/** The reports of an identical program: the stored figures are its figures too, so nothing is measured. */
export function standIn({ config, stored, baseSha, context }: StandIn): Measured {
  const measurements: Record<string, unknown> = {};
  const reports = wantedChecks(config).map((check): CheckReport => {
    const { ofIdentical, judge } = check as unknown as PlainCheck;
    const known = stored(check.name);
    const measurement = ofIdentical?.(known, baseSha) ?? known;
    measurements[check.name] = measurement;
    const judged = judge(measurement, known, config.options[check.name], context);
    return { name: check.name, title: check.title, ...judged, summary: `Identical binary. ${judged.summary}` };
  });
  return { reports, measurements };
}

/**
 * Reads what the baseline holds for each check. Figures of another version in another shape count as none, and the report says so
 * once.
 */
export function storedFigures(
  config: Pick<Config, 'checks'>,
  stored: Record<string, unknown>,
  note: (text: string) => void,
): (check: string) => unknown {
  const read = new Map<string, unknown>(
    wantedChecks(config).flatMap((check) => {
      if (!(check.name in stored)) return [];
      const parsed = check.measurement.safeParse(stored[check.name]);
      if (parsed.success) return [[check.name, parsed.data] as const];
      note(
        `${check.title}: the stored baseline’s figures can’t be read; another version of Leakgate wrote them. They were left out. The next run that stores replaces them.`,
      );
      return [];
    }),
  );
  return (check) => read.get(check) ?? null;
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
