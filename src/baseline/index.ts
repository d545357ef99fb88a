import { deliveredStore } from './delivered.ts';
import { fileStore } from './file.ts';
import { gitRefStore } from './git-ref.ts';
import { postgresStore } from './postgres.ts';
import { s3Store } from './s3.ts';
import type { BaselineStore, StoreOptions } from './store.ts';

export { ancestryOf, type AcceptingCommit, type KnownAncestry } from './ancestry.ts';
export { chooseBaseline, type Ancestry, type Choice } from './choose.ts';
export type { DeliveredName } from './delivered.ts';
export { hideFromGit } from './file.ts';
export { mismatches } from './comparability.ts';
export { displayName, encodeName } from './names.ts';
export { parcelName, slotFolder } from './parcel.ts';
export { patiently } from './store-retry.ts';
export { tokenEnvironment } from './remote.ts';
export { abandoned, entryOf, newestFirst } from './retention.ts';
export { bucketAt, type Bucket } from './s3-client.ts';
export { textsIn } from './s3-refusal.ts';
export {
  DamagedBaseline,
  formatBaseline,
  parseBaseline,
  type StoredAcceptance,
  type StoredBaseline,
  type TrailStep,
} from './schema.ts';
export type { BaselineEntry, BaselineStore, StoreOptions, WriteOutcome } from './store.ts';
export { StoreUnavailable } from './unavailable.ts';

/** Every store. A new one is a file and a line here. */
const stores = {
  'git-ref': gitRefStore,
  file: fileStore,
  artifact: deliveredStore('artifact'),
  cache: deliveredStore('cache'),
  postgres: postgresStore,
  s3: s3Store,
} satisfies Record<string, (options: StoreOptions) => BaselineStore>;

export type StoreName = keyof typeof stores;

export const storeNames = Object.keys(stores) as StoreName[];

/** Opening costs nothing: a store connects when it is read or written. */
export function openStore(name: StoreName, options: StoreOptions): BaselineStore {
  return stores[name](options);
}
