import { createHash } from 'node:crypto';

/** The baselines of one service and branch, on their way between runs. */
export interface Parcel {
  /** Of the service, as far as a workflow tells it before anything is looked at. */
  slot: string;
  branch: string;
}

/**
 * What artifact and cache are called: readable, and valid for both, which refuse different characters. Two parcels never
 * share a name, nor is one the beginning of another's, as `main` is of `main-2`: the digest ends it. It doesn't begin with
 * `leakgate-`, which is what the results of a matrix are fetched by.
 */
export const parcelName = ({ slot, branch }: Parcel): string =>
  ['baselines', readable(slot), readable(branch), digest(JSON.stringify([slot, branch]))].join('-');

/** A folder's name for all branches of a service: a cache is found again only for the path that it was saved from. */
export const slotFolder = (slot: string): string => digest(slot);

const readable = (text: string): string =>
  text
    .replaceAll(/[^\w.]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);
