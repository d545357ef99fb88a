import {
  DamagedBaseline,
  abandoned,
  ancestryOf,
  chooseBaseline,
  mismatches,
  openStore,
  StoreUnavailable,
  type BaselineEntry,
  type BaselineStore,
  type StoredBaseline,
  type StoreOptions,
} from './baseline/index.ts';
import type { Config } from './config/resolve.ts';
import { asLeakgateError } from './errors.ts';
import type { BaselineReport } from './model.ts';
import type { RunEvent } from './host/event.ts';
import type { Survey } from './survey.ts';
import { version } from './version.ts';

/** The baseline of a run: what it is held against, and where its own figures may go. */
export interface Held {
  store: BaselineStore;
  stored: StoredBaseline | null;
  report: BaselineReport;
  /** All that are stored for this service. */
  entries: readonly BaselineEntry[];
  /** Those that couldn't be read; a run that stores removes them. */
  damaged: BaselineEntry[];
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
  const access = accessTo(place, options);
  const store = openStore(storeName(config, place.event, options.file), access);
  const due = isDue(options.save, place.event);
  const { baseline, branch, reason, ...found } = await lookUp(store, { config, place, access, due }, signal).catch(
    (error: unknown) => {
      if (!(error instanceof StoreUnavailable)) throw error;
      return {
        baseline: null,
        branch: place.event.baseBranch ?? place.event.branch,
        reason: `Compared with nothing. ${error.message}`,
        entries: [],
        damaged: [],
        unavailable: [error.message, error.hint].filter(Boolean).join(' '),
      };
    },
  );
  return {
    store,
    stored: baseline,
    ...found,
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

interface LookUp {
  config: Config;
  place: Survey;
  access: StoreOptions;
  /** Will the run store its figures? */
  due: boolean;
}

type Found = Pick<Held, 'entries' | 'damaged'> & { baseline: StoredBaseline | null; branch: string; reason: string };

/** Lists what is there, asks git what the run builds on, chooses, reads. */
async function lookUp(
  store: BaselineStore,
  { config, place, access, due }: LookUp,
  signal: AbortSignal,
): Promise<Found> {
  const entries = await store.list({ key: place.key }, signal);
  const wanted = new Set(entries.map(({ sha }) => sha));
  const ancestry = await ancestryOf(place.repository.sha || place.event.sha, wanted, access, signal);
  const { committedAt } = place.repository;
  const event = { ...place.event, own: ownCommits(place), committedAt, override: config.baselineBranch };
  const damaged: BaselineEntry[] = [];
  const said: string[] = [];
  for (let left = entries; ;) {
    const { entry, branch, reason } = chooseBaseline(left, event, ancestry);
    const answer = (baseline: StoredBaseline | null): Found => {
      return { baseline, branch, reason: [reason, ...said].join(' '), entries, damaged };
    };
    if (entry === null) return answer(null);
    try {
      const baseline = await store.read(entry, signal);
      if (baseline !== null) return answer(baseline);
    } catch (error) {
      // A push goes on without it, since it makes a new one; a pull request must not pass for want of it.
      if (!due || !(error instanceof DamagedBaseline)) throw error;
      damaged.push(entry);
      said.push(`${error.message} It was passed over.`);
    }
    // Damaged, or removed since it was listed.
    left = left.filter((one) => one !== entry);
  }
}

/** A run that is compared with its own commit's baseline would always pass: so it is for branches and tags as they stand. */
function ownCommits({ event, repository }: Survey): string[] {
  const changes = event.kind === 'push' || event.kind === 'pull_request' || event.kind === 'merge_group';
  return changes ? [event.sha, repository.sha] : [];
}

/** The store that the config asks for; `auto` is the git ref on a forge and a folder on a laptop. */
function storeName({ baselineStore }: Pick<Config, 'baselineStore'>, event: RunEvent, file: string | undefined) {
  if (file !== undefined) return 'file';
  if (baselineStore !== 'auto') return baselineStore;
  return event.kind === 'local' ? 'file' : 'git-ref';
}

function accessTo({ event, repository }: Survey, { file, token, env }: BaselineOptions): StoreOptions {
  return {
    directory: repository.root,
    env,
    serverUrl: event.serverUrl,
    ...(file !== undefined && { file }),
    ...(token !== undefined && { token }),
    ...(event.repository !== null && { repository: `${event.repository.owner}/${event.repository.name}` }),
  };
}

/** This run's figures in the form that a store keeps. `environment` is where they were measured, if that wasn't here. */
export function candidate(
  place: Survey,
  measurements: Record<string, unknown>,
  environment: StoredBaseline['environment'] = place.environment,
): StoredBaseline {
  const { event, repository } = place;
  return {
    schemaVersion: 1,
    leakgate: version,
    key: place.key,
    branch: event.branch,
    sha: event.sha,
    createdAt: new Date().toISOString(),
    ...(repository.sha === event.sha && repository.committedAt !== null && { committedAt: repository.committedAt }),
    environment,
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
  if (held.unavailable !== undefined) return ['The baseline wasn’t stored: the earlier ones couldn’t be read before.'];
  const missing = due.checks.filter((check) => !(check in figures.measurements));
  if (missing.length > 0) return [`The baseline wasn’t stored: ${missing.join(', ')} measured nothing.`];
  try {
    const outcome = await held.store.write(figures, signal);
    held.report.stored = outcome.stored;
    if (!outcome.stored) return [`The baseline wasn’t stored: ${outcome.reason}`];
    await held.store.remove(outdated(held, due.event), signal);
    return [];
  } catch (thrown) {
    const { message, hint } = asLeakgateError(thrown);
    return [`The baseline wasn’t stored: ${message}${hint === undefined ? '' : ` ${hint}`}`];
  }
}

/** What nobody will be compared with any more. */
function outdated({ entries, damaged }: Held, { branch, defaultBranch }: RunEvent): BaselineEntry[] {
  const kept = defaultBranch === null ? [branch] : [branch, defaultBranch];
  return [...new Set([...damaged, ...abandoned(entries, kept, Date.now())])];
}
