import type { Acceptance } from './policy/acceptance.ts';
import type { Held } from './history/baselines.ts';
import type { Config } from './config/resolve.ts';
import { exitCodes, type LeakgateError } from './errors.ts';
import type { Measured } from './measure.ts';
import type { BaselineReport, ChangedLines, Environment, Phase, Report, RunError } from './model.ts';
import { runningCost } from './running-cost.ts';
import type { Survey } from './survey.ts';
import { headline, overall } from './verdict.ts';
import { version } from './version.ts';

/** What a run has gathered so far; a failure half-way leaves the rest unset. */
export interface Course {
  phases: Phase[];
  notes: string[];
  measured: Measured;
  place?: Survey;
  held?: Held;
  /** What was accepted of what failed. */
  accepted?: Acceptance[];
  changes?: ChangedLines | undefined;
  error?: RunError;
  /** The baseline's figures stand for this run's: the program is the same. */
  standsIn?: true;
}

/** Makes the report of whatever a run has gathered. */
export function assemble(course: Course, config: Pick<Config, 'commentKey' | 'lang' | 'production'>): Report {
  const { place, held, error, measured, changes } = course;
  const cost = runningCost(measured.reports, config.production);
  const verdict = error === undefined ? overall(measured.reports) : 'fail';
  return {
    schemaVersion: 1,
    leakgate: version,
    lang: config.lang,
    createdAt: new Date().toISOString(),
    verdict,
    summary: error?.message ?? headline(measured.reports),
    exitCode: error === undefined ? Number(verdict === 'fail') : exitCodes[error.code],
    key: place?.key ?? config.commentKey ?? '',
    service: { package: place?.target.packagePath ?? '', module: place?.target.modulePath ?? '' },
    ...origin(place),
    checks: measured.reports,
    error: error ?? null,
    baseline: held?.report ?? noBaseline,
    environment: place?.environment ?? unknownEnvironment,
    phases: course.phases,
    notes: course.notes,
    ...(cost !== undefined && { cost }),
    ...(changes !== undefined && { changes }),
  };
}

function origin(place: Survey | undefined): Pick<Report, 'commit' | 'links'> {
  const event = place?.event;
  const repository = event?.repository;
  return {
    commit: {
      sha: event?.sha ?? '',
      branch: event?.branch ?? '',
      baseBranch: event?.baseBranch ?? null,
      pullRequest: event?.pullRequest?.number ?? null,
    },
    links: {
      repository:
        event === undefined || !repository ? null : `${event.serverUrl}/${repository.owner}/${repository.name}`,
      run: event?.runUrl ?? null,
    },
  };
}

const noBaseline: BaselineReport = {
  found: false,
  branch: '',
  store: '',
  sha: null,
  createdAt: null,
  reason: 'The run ended before a baseline was looked for.',
  mismatches: [],
  stored: false,
};

const unknownEnvironment: Environment = {
  os: process.platform,
  arch: process.arch,
  cpus: 0,
  cpuModel: 'unknown',
  memoryBytes: 0,
  goVersion: 'unknown',
  nodeVersion: process.version,
  runner: 'local',
};

/** An error in the form that reports carry. */
export function runError(error: LeakgateError): RunError {
  return {
    code: error.code,
    message: error.message,
    hint: error.hint ?? null,
    locations: error.locations,
    output: error.output ?? null,
  };
}
