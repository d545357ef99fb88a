import { fileStore } from './file.ts';
import { gitRefStore } from './git-ref.ts';
import type { BaselineStore, StoreOptions } from './store.ts';

export { chooseBranches, readFirst } from './choose.ts';
export { mismatches } from './comparability.ts';
export { formatBaseline, parseBaseline, type StoredBaseline } from './schema.ts';
export type { BaselineStore, StoreOptions, WriteOutcome } from './store.ts';
export { StoreUnavailable } from './unavailable.ts';

/** Every store. A new one is a file and a line here. */
const stores = {
  'git-ref': gitRefStore,
  file: fileStore,
} satisfies Record<string, (options: StoreOptions) => BaselineStore>;

export type StoreName = keyof typeof stores;

/** Opening costs nothing: a store connects when it is read or written. */
export function openStore(name: StoreName, options: StoreOptions): BaselineStore {
  return stores[name](options);
}
