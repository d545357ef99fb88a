import type { DatabaseAddress } from './postgres-connection.ts';
import type { BucketAddress } from './s3-client.ts';
import type { StoredBaseline } from './schema.ts';

/** What became of a write. */
export type WriteOutcome = { stored: true } | { stored: false; reason: string };

/** A stored baseline by its name: enough to choose by, without reading it. */
export interface BaselineEntry {
  /** The store's own name for it: a ref, a path, the key of an object. Fit for messages. */
  id: string;
  /** As `displayName` of names.ts writes it: the name itself unless it is longer than a file name may be. */
  branch: string;
  key: string;
  /** The commit that was measured. Empty outside a repository. */
  sha: string;
  /** ISO 8601. Orders the baselines of a branch: see `orderedAt` of retention.ts. */
  at: string;
}

export interface ListFilter {
  /** Baselines of this service only. All of them unless named. */
  key?: string;
}

/**
 * A place that keeps baselines: of each branch and key those of the newest commits, one for each commit, as many as
 * `surplus` of retention.ts leaves. Nothing is ever replaced but the baseline of the same commit, so writers that come at
 * the same time can't lose each other's.
 */
export interface BaselineStore {
  name: string;
  /** Damaged ones are listed too, and baselines of every branch, also of those that are gone. In any order. */
  list(filter: ListFilter, signal: AbortSignal): Promise<BaselineEntry[]>;
  /** Null only when it is gone since it was listed. @throws LeakgateError `config` when it is there and can't be read. */
  read(entry: BaselineEntry, signal: AbortSignal): Promise<StoredBaseline | null>;
  /** Keeps the baseline, instead of an earlier one of the same branch, key and commit, unless it is surplus at once. */
  write(baseline: StoredBaseline, signal: AbortSignal): Promise<WriteOutcome>;
  /** Forgets them. One that is gone already is no error. */
  remove(entries: readonly BaselineEntry[], signal: AbortSignal): Promise<void>;
}

/** What a store needs to know. Each takes what concerns it. */
export interface StoreOptions {
  /** The repository's root, or the folder that stands for it where there is no repository. */
  directory: string;
  env: NodeJS.ProcessEnv;
  /** One file instead of the folder `.leakgate` (`file` store). */
  file?: string;
  /** For the server below, over HTTP (`git-ref` store). Without it, the repository's own credentials are used. */
  token?: string;
  /** `https://github.com` (`git-ref` store). */
  serverUrl?: string;
  /** `owner/name`: for a folder without a remote `origin` (`git-ref` store), and to keep repositories apart (`postgres`, `s3`). */
  repository?: string;
  /** The `postgres` store's own settings. */
  postgres?: DatabaseAddress | undefined;
  /** The `s3` store's own settings. */
  s3?: BucketAddress | undefined;
}
