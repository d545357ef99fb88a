import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { worktreeAt } from '../build/index.ts';
import type { Config } from '../config/resolve.ts';
import { LeakgateError } from '../errors.ts';
import type { Host } from '../host/host.ts';
import type { Finding, Report } from '../model.ts';
import { run } from '../run.ts';
import type { Tried } from './search.ts';
import { drivingRoutes, sameIn, type Suspect } from './suspect.ts';

/** What measuring one commit gave. */
export interface Trial {
  outcome: Tried;
  /** The deviation there, if it is. */
  finding: Finding | null;
  /** Why it is untestable; empty otherwise. */
  why: string;
  /** A file with its figures, for others to be held against; null when there are none. */
  figures: string | null;
}

/** Measures commits in worktrees of their own, one at a time. Disposing removes what they left. */
export interface Laboratory extends AsyncDisposable {
  /** `against`: figures of another trial. Without any, only what needs no baseline is found. */
  measure(sha: string, against: string | null): Promise<Trial>;
}

export interface LaboratoryOptions {
  config: Config;
  suspect: Suspect;
  repositoryRoot: string;
  env: NodeJS.ProcessEnv;
  host: Host;
}

export async function openLaboratory(options: LaboratoryOptions, signal: AbortSignal): Promise<Laboratory> {
  const directory = await mkdtemp(join(tmpdir(), 'leakgate-bisect-'));
  return {
    async measure(sha, against) {
      const first = await once(sha, against, directory, options, signal);
      // A second look is cheaper than a wrong turn.
      return first.undecided ? once(sha, against, directory, options, signal) : first;
    },
    [Symbol.asyncDispose]: async () => rm(directory, { recursive: true, force: true }),
  };
}

async function once(
  sha: string,
  against: string | null,
  directory: string,
  { config, suspect, repositoryRoot, env, host }: LaboratoryOptions,
  signal: AbortSignal,
): Promise<Trial & { undecided?: true }> {
  await using tree = await worktreeAt({ repositoryRoot, sha, env }, signal);
  const outDir = await mkdtemp(join(directory, `${sha.slice(0, 7)}-`));
  const workingDirectory = join(tree.directory, relative(repositoryRoot, config.workingDirectory));
  const report = await run(
    narrowed({ ...config, workingDirectory }, suspect),
    { env: withoutEvent(env), outDir, save: 'never', ...(against !== null && { file: against }) },
    host,
    signal,
  );
  const figures = report.error === null ? join(outDir, 'baseline.json') : null;
  return { ...judged(report, suspect), figures };
}

/** Only the check that failed, only on what drives it, and nobody else is told. */
function narrowed(config: Config, suspect: Suspect): Config {
  const driving = drivingRoutes(suspect);
  const routes = config.routes.filter(({ label }) => driving.includes(label));
  return {
    ...config,
    routes: routes.length > 0 ? routes : config.routes,
    checks: [suspect.check],
    knownLeaks: 'fail',
    allow: [],
    baselineStore: 'file',
    baselineBranch: undefined,
    archive: undefined,
    notify: [],
    pushgateway: undefined,
    comment: 'never',
  };
}

/** The event of a workflow is about another commit. */
const withoutEvent = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !/^(?:GITHUB_|GITEA_|CI$)/.test(name)));

function judged(report: Report, suspect: Suspect): Omit<Trial, 'figures'> & { undecided?: true } {
  const { error } = report;
  if (error?.code === 'interrupted' || error?.code === 'internal')
    throw new LeakgateError(error.code, error.message, error.hint === null ? {} : { hint: error.hint });
  const nothing = { finding: null, why: '' };
  if (error !== null) return { ...nothing, outcome: 'untestable', why: error.message };
  const finding = sameIn(report, suspect);
  if (finding?.outcome === 'fail') return { outcome: 'bad', finding, why: '' };
  const check = report.checks.find(({ name }) => name === suspect.check);
  const other = check?.findings.find(
    ({ kind, outcome }) => outcome === 'fail' && (kind === 'crash' || kind === 'errors'),
  );
  if (other !== undefined) return { ...nothing, outcome: 'untestable', why: other.reason };
  if (finding?.outcome === 'inconclusive' || check === undefined || check.outcome === 'inconclusive')
    return {
      ...nothing,
      outcome: 'untestable',
      why: finding?.reason ?? check?.summary ?? 'it wasn’t measured',
      undecided: true,
    };
  return { ...nothing, outcome: 'good' };
}
