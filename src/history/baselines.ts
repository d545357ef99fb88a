import {
  DamagedBaseline,
  ancestryOf,
  chooseBaseline,
  mismatches,
  openStore,
  StoreUnavailable,
  type AcceptingCommit,
  type BaselineEntry,
  type BaselineStore,
  type Choice,
  type KnownAncestry,
  type StoredBaseline,
  type StoreOptions,
} from '../baseline/index.ts';
import { today, withoutEnded } from '../policy/acceptance-record.ts';
import type { SpeedLimits } from '../checks/speed-metrics.ts';
import type { Config } from '../config/resolve.ts';
import { driftAnchor, type Anchor } from './drift-anchor.ts';
import type { BaselineReport } from '../model.ts';
import type { RunEvent } from '../host/event.ts';
import { repositoryName } from '../host/git.ts';
import type { Survey } from '../survey.ts';
import { isDue, type Save } from './storing.ts';

/** The baseline of a run: what it is held against, and where its own figures may go. */
export interface Held {
  store: BaselineStore;
  stored: StoredBaseline | null;
  /** What to measure speed against instead of the baseline's commit, in a run of the branch itself. */
  anchor: Anchor | null;
  report: BaselineReport;
  /** All that are stored for this service. */
  entries: readonly BaselineEntry[];
  /** Those that couldn't be read; a run that stores removes them. */
  damaged: BaselineEntry[];
  /** Commits since the baseline whose message accepts something. */
  accepting: readonly AcceptingCommit[];
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
  const access = accessTo(config, place, options);
  const store = openStore(storeName(config, place.event, options.file), access);
  const due = isDue(options.save, place.event);
  const {
    baseline: found,
    reason: choice,
    branch,
    ...more
  } = await lookUp(store, { config, place, access, due, file: options.file }, signal).catch((error: unknown) => {
    if (!(error instanceof StoreUnavailable)) throw error;
    return {
      baseline: null,
      branch: place.event.baseBranch ?? place.event.branch,
      reason: `Compared with nothing. ${error.message}`,
      entries: [],
      accepting: [],
      damaged: [],
      unavailable: [error.message, error.hint].filter(Boolean).join(' '),
    };
  });
  const { baseline, said } = found === null ? { baseline: null, said: [] } : withoutEnded(found, today());
  const anchor = due ? anchorFor(config, baseline) : null;
  const reason = [choice, ...said, ...(anchor === null ? [] : [anchor.reason])].join(' ');
  return {
    store,
    stored: baseline,
    anchor,
    ...more,
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

function anchorFor({ checks, compare, options }: Config, baseline: StoredBaseline | null): Anchor | null {
  if (baseline === null || compare === 'stored' || !checks.includes('qps')) return null;
  return driftAnchor(baseline, options['qps'] as SpeedLimits);
}

interface LookUp {
  config: Config;
  place: Survey;
  access: StoreOptions;
  /** Will the run store its figures? */
  due: boolean;
  /** The one file to compare with, whatever it is of. */
  file: string | undefined;
}

type Found = Pick<Held, 'entries' | 'damaged' | 'accepting'> & {
  baseline: StoredBaseline | null;
  branch: string;
  reason: string;
};

/** Lists what is there, asks git what the run builds on, chooses, reads. */
async function lookUp(
  store: BaselineStore,
  { config, place, access, due, file }: LookUp,
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
    const { entry, branch, reason } = file === undefined ? chooseBaseline(left, event, ancestry) : onlyFile(left, file);
    const answer = (baseline: StoredBaseline | null): Found => {
      const accepting = acceptingSince(ancestry, entry?.sha);
      return { baseline, branch, reason: [reason, ...said].join(' '), entries, damaged, accepting };
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

function onlyFile([entry]: readonly BaselineEntry[], file: string): Choice {
  if (entry === undefined) return { entry: null, branch: '', reason: `No baseline yet in ${file}.` };
  return { entry, branch: entry.branch, reason: `Compared with the baseline in ${file}.` };
}

/** Where there is no baseline, or one that the run doesn't build on, an old acceptance must not stand for ever. */
const acceptingWithout = 50;

function acceptingSince({ commits, accepting }: KnownAncestry, sha: string | undefined): AcceptingCommit[] {
  const at = sha === undefined ? -1 : commits.indexOf(sha);
  const since = new Set(commits.slice(0, at === -1 ? acceptingWithout : at));
  return accepting.filter((commit) => since.has(commit.sha));
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

function accessTo(
  { stores }: Pick<Config, 'stores'>,
  { event, repository }: Survey,
  { file, token, env }: BaselineOptions,
): StoreOptions {
  const name = repositoryNamed({ event, repository });
  return {
    directory: repository.root,
    env,
    serverUrl: event.serverUrl,
    ...(file !== undefined && { file }),
    ...(token !== undefined && { token }),
    ...stores,
    ...(name !== null && { repository: name }),
  };
}

/** `owner/name`; null where neither the event nor a remote names it. */
export function repositoryNamed({ event, repository }: Pick<Survey, 'event' | 'repository'>): string | null {
  const home = event.repository;
  return home === null ? repositoryName(repository.remoteUrl) : `${home.owner}/${home.name}`;
}
