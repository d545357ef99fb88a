import { candidate, holdAgainst, storeWhenDue, type Held, type Save } from './baselines.ts';
import { buildAll, openBench } from './bench/index.ts';
import { checks } from './checks/index.ts';
import { redactor, redactTree } from './config/redact.ts';
import type { Config } from './config/resolve.ts';
import { asLeakgateError, LeakgateError } from './errors.ts';
import type { Host } from './host/host.ts';
import { measureChecks } from './measure.ts';
import type { Report } from './model.ts';
import { makePhases, type Phases } from './phases.ts';
import { frameResolver } from './pprof/frames.ts';
import { sourceReader } from './probes/index.ts';
import { clearOutput, keeper, publish } from './publish.ts';
import { assemble, runError, type Course } from './report.ts';
import { survey, type Survey } from './survey.ts';

export interface RunOptions {
  env: NodeJS.ProcessEnv;
  /** Folder for `result.json` and what else the run leaves behind. */
  outDir: string;
  save: Save;
  /** A single baseline file, instead of a store with branches. */
  file?: string;
  token?: string;
}

/**
 * The whole run: look around, read the baseline, build, measure, judge, store, publish. Whatever stops it half-way becomes
 * the report's `error` and is published all the same; the report's `exitCode` is the program's.
 */
export async function run(config: Config, options: RunOptions, host: Host, signal: AbortSignal): Promise<Report> {
  config.secrets.forEach((secret) => host.secret(secret));
  await clearOutput(options.outDir);
  const phases = makePhases(async (name, body) => host.group(name, body));
  const course: Course = { phases: phases.list, notes: [...config.notes], measured: { reports: [], measurements: {} } };
  try {
    const place = await phases.run('Look around', async () => survey(config, options.env, signal));
    course.place = place;
    course.held = await phases.run('Read the baseline', async () => holdAgainst(config, place, options, signal));
    if (course.held.unavailable !== undefined) warn(course.held.unavailable, course, host);
    await measure({ config, options, host, phases, course, place, held: course.held }, signal);
  } catch (thrown) {
    const stopped = signal.aborted
      ? new LeakgateError('interrupted', 'The run was interrupted.', { cause: thrown })
      : undefined;
    course.error = runError(stopped ?? asLeakgateError(thrown));
  }
  return finish(course, config, options, host, signal);
}

/** Said in the log and in the report. */
function warn(text: string, course: Course, host: Host): void {
  host.warning(text);
  course.notes.push(text);
}

interface Underway {
  config: Config;
  options: RunOptions;
  host: Host;
  phases: Phases;
  course: Course;
  place: Survey;
  held: Held;
}

async function measure(underway: Underway, signal: AbortSignal): Promise<void> {
  const { config, options, host, phases, course, place, held } = underway;
  const { env } = options;
  const repositoryRoot = place.repository.root;
  const wanted = new Set(checks.filter(({ name }) => config.checks.includes(name)).map((check) => check.build));
  const base = pairBase(config, place, held);
  const progress = (text: string): void => host.progress(text);
  await using builds = await phases.run('Build', async () =>
    buildAll({ config, target: place.target, repositoryRoot, env, builds: wanted, base, progress }, signal),
  );
  const frames = frameResolver(place.target, repositoryRoot);
  const source = sourceReader(repositoryRoot);
  const note = (text: string): void => void course.notes.push(text);
  await using open = openBench(
    { config, builds, frames, source, env, keep: keeper(options.outDir), progress, note },
    signal,
  );
  const { compare } = config;
  const knownLeaks = held.unavailable === undefined ? config.knownLeaks : ('unknown' as const);
  const context = { compare, knownLeaks, mismatches: held.report.mismatches };
  const stored = held.stored?.measurements ?? {};
  await measureChecks({ config, open, frames, stored, context, phases, into: course.measured }, signal);
}

/** The commit to rebuild beside the head, or why speed can't be measured side by side. */
function pairBase(config: Config, place: Survey, { stored }: Held): { sha: string } | { unavailable: string } {
  if (!config.checks.includes('qps')) return { unavailable: 'the qps check is off' };
  if (config.compare === 'stored') return { unavailable: 'compare is stored' };
  if (stored === null) return { unavailable: 'there is no baseline yet' };
  if (stored.sha === '') return { unavailable: 'the baseline belongs to no commit' };
  const same = stored.sha === place.event.sha && !place.repository.dirty;
  return same ? { unavailable: 'the baseline is of this very commit' } : { sha: stored.sha };
}

async function finish(
  course: Course,
  config: Config,
  options: RunOptions,
  host: Host,
  signal: AbortSignal,
): Promise<Report> {
  const report = assemble(course, config);
  const { place, held } = course;
  const figures =
    place === undefined || course.error !== undefined
      ? null
      : redactTree(candidate(place, course.measured.measurements), redactor(config.secrets));
  if (figures !== null && held !== undefined && place !== undefined) {
    const due = { save: options.save, failed: report.verdict === 'fail', checks: config.checks, event: place.event };
    const refused = await storeWhenDue(held, figures, due, signal);
    refused.forEach((note) => host.warning(note));
    report.notes.push(...refused);
  }
  return publish(report, { config, host, outDir: options.outDir, candidate: figures });
}
