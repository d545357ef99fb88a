import type { StoredBaseline } from './schema.ts';

/** What became of a write. */
export type WriteOutcome = { stored: true } | { stored: false; reason: string };

/** A place that keeps one baseline per branch and key. */
export interface BaselineStore {
  name: string;
  /** Null only when there is none. @throws LeakgateError when there is one and it can't be read. */
  read(branch: string, key: string, signal: AbortSignal): Promise<StoredBaseline | null>;
  /** Replaces the baseline of the same branch and key, and no other, unless the stored one is of a later commit. */
  write(baseline: StoredBaseline, signal: AbortSignal): Promise<WriteOutcome>;
  list(signal: AbortSignal): Promise<{ branch: string; key: string; sha: string; createdAt: string }[]>;
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
  /** `owner/name`, for a folder without a remote `origin` (`git-ref` store). */
  repository?: string;
}
