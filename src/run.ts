import { acceptFailures } from './policy/accept.ts';
import { underAllowances } from './policy/allowances.ts';
import { holdAgainst, type Held } from './history/baselines.ts';
import type { StoredBaseline } from './baseline/index.ts';
import { archiveOf } from './archive/bucket.ts';
import { buildAll, openBench, openDeployed, type Builds } from './bench/index.ts';
import { baseWanted, changesUnder, contextOf } from './history/comparison.ts';
import { redactor, redactTree } from './config/redact.ts';
import type { Config } from './config/resolve.ts';
import { judgedByTrail } from './history/drift-findings.ts';
import { asLeakgateError, LeakgateError } from './errors.ts';
import { underGates } from './policy/gates.ts';
import type { Host } from './host/host.ts';
import { canStandIn, measureChecks, standIn, storedFigures, wantedChecks } from './measure.ts';
import type { Report } from './model.ts';
import { makePhases, type Phases } from './phases.ts';
import { frameResolver } from './pprof/frames.ts';
import { sourceReader } from './probes/index.ts';
import { clearOutput, keeper, publish } from './publish.ts';
import { assemble, runError, type Course } from './report.ts';
import { candidate, storeWhenDue, type Save } from './history/storing.ts';
import { makeSteps, type Steps } from './steps.ts';
import { survey, type Survey } from './survey.ts';
import { adoptionNote, underPolicy } from './verdict.ts';

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
  const steps = makeSteps();
  const startedMs = performance.now();
  const phases = makePhases(async (name, body) => host.group(name, body));
  const course: Course = { phases: phases.list, notes: [], measured: { reports: [], measurements: {} } };
  try {
    const place = await phases.run('Look around', async () => survey(config, options.env, signal));
    course.place = place;
    course.held = await phases.run('Read the baseline', async () => holdAgainst(config, place, options, signal));
    if (course.held.unavailable !== undefined) warn(course.held.unavailable, course, host);
    await measure({ config, options, host, phases, course, place, held: course.held }, signal);
    course.measured.reports = judgedByTrail(course.measured, { config, place, held: course.held });
  } catch (thrown) {
    const stopped = signal.aborted
      ? new LeakgateError('interrupted', 'The run was interrupted.', { cause: thrown })
      : undefined;
    course.error = runError(stopped ?? asLeakgateError(thrown));
  }
  steps.add('collect', performance.now() - startedMs);
  steps.add('compare', course.measured.comparedMs ?? 0, 'collect');
  const report = await finish({ course, config, options, host, steps }, signal);
  host.progress(steps.line());
  return report;
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
  const repositoryRoot = place.repository.root;
  const note = (text: string): void => void course.notes.push(text);
  const stored = storedFigures(config, held.stored?.measurements ?? {}, note);
  const context = contextOf(config, options.env, held);
  const frames = frameResolver(place.target, repositoryRoot);
  const parts = {
    config,
    frames,
    source: sourceReader(repositoryRoot),
    repositoryRoot,
    env: options.env,
    secret(value: string): void {
      config.secrets.push(value);
      host.secret(value);
    },
    keep: keeper(options.outDir),
    progress: (text: string): void => host.progress(text),
    note,
    stored,
  };
  const judged = { config, frames, stored, context, phases, into: course.measured };
  const { deployed } = config;
  if (deployed !== null) {
    await using open = openDeployed({ ...parts, deployed }, signal);
    await measureChecks({ ...judged, open }, signal);
    return;
  }
  await using builds = await build(underway, stored, signal);
  const { base } = builds;
  if (builds.unchanged && 'sha' in base) {
    course.measured = standIn({ config, stored, baseSha: base.sha, context });
    note(
      `The binary is identical to that of the baseline’s commit ${base.sha.slice(0, 7)}, and no other file changed that the service could read. So nothing was measured: these are the baseline’s figures.`,
    );
    course.standsIn = true;
    return;
  }
  await using open = openBench({ ...parts, builds, target: place.target }, signal);
  await measureChecks({ ...judged, open }, signal);
}

async function build(
  { config, options, host, phases, place, held }: Underway,
  stored: ReturnType<typeof storedFigures>,
  signal: AbortSignal,
): Promise<Builds> {
  const { env, token } = options;
  const wanted = {
    config,
    target: place.target,
    repositoryRoot: place.repository.root,
    env,
    builds: new Set(wantedChecks(config).map((check) => check.build)),
    base: baseWanted({ config, place, held, token, env }, canStandIn({ config, stored })),
    progress: (text: string): void => host.progress(text),
  };
  return phases.run('Build', async () => buildAll(wanted, signal));
}

/** What the settings accept and what may gate decide last; a leak that doesn't gate is still told. */
function applyPolicy({ measured, notes, error }: Course, { allow, gates, failOn }: Config): string | null {
  const gated = underGates(measured.reports, gates);
  const allowed = underAllowances(gated.reports, allow, new Date().toISOString().slice(0, 10));
  // What wasn't measured can't tell that an entry is needless.
  if (error === undefined) notes.push(...gated.notes, ...allowed.notes);
  measured.reports = allowed.reports.map((report) => underPolicy(report, failOn));
  return adoptionNote(allowed.reports, failOn);
}

/** What somebody accepted doesn't turn the run red. Asked after the judgement and before anything is stored. */
async function accept(course: Course, host: Host): Promise<void> {
  const { held, place, measured } = course;
  if (held === undefined || place === undefined) return;
  const { reports, used, notes } = await acceptFailures(measured.reports, { held, place, host });
  measured.reports = reports;
  course.accepted = used;
  notes.forEach((note) => warn(note, course, host));
}

interface Ending {
  course: Course;
  config: Config;
  options: RunOptions;
  host: Host;
  steps: Steps;
}

async function finish({ course, config, options, host, steps }: Ending, signal: AbortSignal): Promise<Report> {
  const adopted = await steps.run('compare', async () => {
    const note = applyPolicy(course, config);
    await accept(course, host);
    return note;
  });
  course.changes = await steps.run('compare', async () => changesUnder(course, options, signal));
  const report = await steps.run('aggregate', async () => assemble(course, config));
  const { place, held } = course;
  const figures =
    place === undefined || course.error !== undefined
      ? null
      : redactTree(candidate(place, figuresOf(course, place)), redactor(config.secrets));
  if (figures !== null && held !== undefined && place !== undefined) {
    const due = { save: options.save, failed: report.verdict === 'fail', checks: config.checks, event: place.event };
    const refused = await steps.run('archive', async () => storeWhenDue(held, figures, due, signal));
    refused.forEach((note) => host.warning(note));
    report.notes.push(...refused);
    if (held.report.stored && adopted !== null) report.notes.push(adopted);
  }
  const job = [options.env['GITHUB_JOB'], options.env['GITHUB_ACTION']].join(' ');
  const told = isLaptop(place, options.env)
    ? { ...config, notify: [], pushgateway: undefined, archive: undefined }
    : config;
  const bucket = archiveOf(place, told, options.env);
  const publication = { config: told, host, outDir: options.outDir, candidate: figures, bucket, job };
  return publish(report, { ...publication, lastSha: lastShaOf(place), steps }, signal);
}

/** Nobody but who started it wants to hear of a run on a laptop. */
const isLaptop = (place: Survey | undefined, env: NodeJS.ProcessEnv): boolean =>
  place?.event.kind === 'local' && (env['CI'] ?? '') === '';

/** What a push replaced; a scheduled or manual run looks at the same commit again. */
function lastShaOf(place: Survey | undefined): string | null {
  if (place === undefined) return null;
  const { kind, sha, baseSha, storesBaseline } = place.event;
  if (kind === 'push') return baseSha;
  return storesBaseline ? sha : null;
}

/** Figures that were taken over belong to the machine that measured them. */
const madeIn = ({ standsIn, held }: Course): StoredBaseline['environment'] | undefined =>
  standsIn === true ? held?.stored?.environment : undefined;

const figuresOf = (course: Course, place: Survey) => ({
  measurements: course.measured.measurements,
  environment: madeIn(course) ?? place.environment,
  stored: course.held?.stored ?? null,
  accepted: course.accepted ?? [],
  identical: course.standsIn === true,
});
