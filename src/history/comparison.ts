import { changedLines } from '../affected/changed-lines.ts';
import { tokenEnvironment } from '../baseline/index.ts';
import type { Held } from './baselines.ts';
import type { BaseWanted } from '../bench/index.ts';
import type { JudgeContext } from '../checks/check.ts';
import type { Config } from '../config/resolve.ts';
import { memoryLimit } from '../memory-limit.ts';
import type { ChangedLines, CheckReport } from '../model.ts';
import type { Survey } from '../survey.ts';

interface Compared {
  config: Config;
  place: Survey;
  held: Held;
  token: string | undefined;
  env: NodeJS.ProcessEnv;
}

/** What the judges may lean on besides the numbers. */
export function contextOf(config: Config, env: NodeJS.ProcessEnv, { report, unavailable }: Held): JudgeContext {
  const { compare, production } = config;
  const memory = memoryLimit({ limitBytes: production.memoryLimitBytes, env: { ...env, ...config.env } });
  return {
    compare,
    knownLeaks: unavailable === undefined ? config.knownLeaks : 'unknown',
    mismatches: report.mismatches,
    ...(memory !== undefined && { memory }),
    ...(production.requestsPerSecond !== undefined && { requestsPerSecond: production.requestsPerSecond }),
  };
}

/** What to rebuild of the baseline's commit, or why nothing. `known`: the baseline has figures of every wanted check. */
export function baseWanted(
  { config, place, held: { stored, report, anchor }, token, env }: Compared,
  known: boolean,
): BaseWanted | { unavailable: string } {
  if (stored === null) return { unavailable: 'there is no baseline yet' };
  if (stored.sha === '') return { unavailable: 'the baseline belongs to no commit' };
  if (stored.sha === place.event.sha && !place.repository.dirty)
    return { unavailable: 'the baseline is of this very commit' };
  const comparable = report.mismatches.length === 0;
  // Counts that must be measured anew are those of the baseline's commit.
  const older = comparable ? anchor : null;
  const countsAnew = config.checks.includes('heap-leak') && !comparable;
  const staged = config.checks.includes('stages') && config.compare !== 'stored';
  const wanted = {
    stock: config.checks.includes('qps') && config.compare !== 'stored',
    probe: countsAnew || staged,
    countsAnew,
    // Figures of the baseline can't stand in for a comparison with an older commit.
    reusable: known && comparable && older === null,
  };
  if (!Object.values(wanted).includes(true)) {
    return { unavailable: config.compare === 'stored' ? 'compare is stored' : 'the qps check is off' };
  }
  const { serverUrl } = place.event;
  return {
    sha: older?.sha ?? stored.sha,
    ...wanted,
    ...(token !== undefined && { tokenEnv: tokenEnvironment({ token, serverUrl }, env) }),
  };
}

/** A forge that doesn't answer is not worth more to a report that stands without it. */
const longestLookMs = 30_000;

interface Judged {
  place?: Survey;
  held?: Held;
  measured: { reports: readonly CheckReport[] };
}

/** What the change did to the lines that findings lead through, as far as git can tell. Nothing is judged by it. */
export async function changesUnder(
  { place, held, measured }: Judged,
  { env, token }: { env: NodeJS.ProcessEnv; token?: string },
  signal: AbortSignal,
): Promise<ChangedLines | undefined> {
  const since = place?.event.baseSha ?? held?.stored?.sha ?? '';
  if (place === undefined || since === '') return undefined;
  const { root } = place.repository;
  const { serverUrl } = place.event;
  const asked = { root, since, env: token === undefined ? env : tokenEnvironment({ token, serverUrl }, env) };
  const patience = AbortSignal.any([signal, AbortSignal.timeout(longestLookMs)]);
  return changedLines(measured.reports, asked, patience).catch(() => undefined);
}
