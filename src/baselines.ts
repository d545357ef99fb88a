import {
  chooseBranches,
  mismatches,
  openStore,
  readFirst,
  StoreUnavailable,
  type BaselineStore,
  type StoredBaseline,
} from './baseline/index.ts';
import type { Config } from './config/resolve.ts';
import { asLeakgateError, LeakgateError } from './errors.ts';
import type { BaselineReport } from './model.ts';
import type { RunEvent } from './host/event.ts';
import type { Survey } from './survey.ts';
import { version } from './version.ts';

/** The baseline of a run: what it is held against, and where its own figures may go. */
export interface Held {
  store: BaselineStore;
  stored: StoredBaseline | null;
  report: BaselineReport;
  /** Why the store couldn't be asked. Whether there is a baseline isn't known then. */
  unavailable?: string;
}

export interface BaselineOptions {
  /** A single baseline file, instead of a store with branches. */
  file?: string;
  token?: string;
  env: NodeJS.ProcessEnv;
  save: Save;
}

/** Picks the store and reads the baseline that this run is compared with. */
export async function holdAgainst(
  config: Config,
  place: Survey,
  options: BaselineOptions,
  signal: AbortSignal,
): Promise<Held> {
  const store = storeFor(config, place, options);
  const candidates = chooseBranches({ ...place.event, override: config.baselineBranch });
  let unavailable: string | undefined;
  const { baseline, branch, reason } = await readFirst(candidates, place.key, store, signal).catch((error: unknown) => {
    if (error instanceof StoreUnavailable) {
      unavailable = [error.message, error.hint].filter(Boolean).join(' ');
      const [first] = candidates;
      return { baseline: null, branch: first?.branch ?? '', reason: `Compared with nothing. ${error.message}` };
    }
    // A push replaces what can't be read; a pull request must not pass for want of it.
    if (!isDue(options.save, place.event) || !(error instanceof LeakgateError) || error.code !== 'config') throw error;
    return { baseline: null, branch: place.event.branch, reason: `${error.message} This run replaces it.` };
  });
  return {
    store,
    stored: baseline,
    ...(unavailable !== undefined && { unavailable }),
    report: {
      found: baseline !== null,
      branch,
      store: store.name,
      sha: baseline?.sha ?? null,
      createdAt: baseline?.createdAt ?? null,
      reason,
      mismatches: baseline === null ? [] : mismatches(baseline.comparability, place.comparability),
      stored: false,
    },
  };
}

/** The store that the config asks for; `auto` is the git ref on a forge and a folder on a laptop. */
export function storeFor(
  config: Pick<Config, 'baselineStore'>,
  { event, repository }: Pick<Survey, 'event' | 'repository'>,
  { file, token, env }: Omit<BaselineOptions, 'save'>,
): BaselineStore {
  const automatic = event.kind === 'local' ? 'file' : 'git-ref';
  const name = file !== undefined ? 'file' : config.baselineStore === 'auto' ? automatic : config.baselineStore;
  return openStore(name, {
    directory: repository.root,
    env,
    serverUrl: event.serverUrl,
    ...(file !== undefined && { file }),
    ...(token !== undefined && { token }),
    ...(event.repository !== null && { repository: `${event.repository.owner}/${event.repository.name}` }),
  });
}

/** This run's figures in the form that a store keeps. */
export function candidate(place: Survey, measurements: Record<string, unknown>): StoredBaseline {
  const { event, repository } = place;
  return {
    schemaVersion: 1,
    leakgate: version,
    key: place.key,
    branch: event.branch,
    sha: event.sha,
    createdAt: new Date().toISOString(),
    ...(repository.sha === event.sha && repository.committedAt !== null && { committedAt: repository.committedAt }),
    environment: place.environment,
    comparability: place.comparability,
    measurements,
  };
}

/** `auto`: after a push, a scheduled or a manual run of a branch. `always`: also on a laptop. */
export type Save = 'auto' | 'always' | 'never';

const isDue = (save: Save, event: RunEvent): boolean => save === 'always' || (save === 'auto' && event.storesBaseline);

interface Due {
  save: Save;
  failed: boolean;
  /** Checks that were asked for; a baseline that lacks one of them would hide it from then on. */
  checks: string[];
  event: RunEvent;
}

/**
 * Stores a run that didn't fail as its branch's baseline, and says so in the baseline's report. A refused or overtaken
 * write never changes the verdict: it is answered as a note.
 */
export async function storeWhenDue(
  held: Held,
  figures: StoredBaseline,
  due: Due,
  signal: AbortSignal,
): Promise<string[]> {
  if (!isDue(due.save, due.event) || due.failed) return [];
  // What was compared with nothing could be worse than what is stored.
  if (held.unavailable !== undefined) return ['The baseline wasn’t replaced: the stored one couldn’t be read before.'];
  const missing = due.checks.filter((check) => !(check in figures.measurements));
  if (missing.length > 0) return [`The baseline wasn’t stored: ${missing.join(', ')} measured nothing.`];
  try {
    const outcome = await held.store.write(figures, signal);
    held.report.stored = outcome.stored;
    return outcome.stored ? [] : [`The baseline wasn’t replaced: ${outcome.reason}`];
  } catch (thrown) {
    const { message, hint } = asLeakgateError(thrown);
    return [`The baseline wasn’t stored: ${message}${hint === undefined ? '' : ` ${hint}`}`];
  }
}
