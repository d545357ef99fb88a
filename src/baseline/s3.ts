import { basename } from 'node:path';
import { LeakgateError } from '../errors.ts';
import { recordPath } from './record-path.ts';
import { recordStore, type Kept, type Records } from './records.ts';
import { bucketAt, type Bucket } from './s3-client.ts';
import { textsIn } from './s3-refusal.ts';
import { formatBaseline, type StoredBaseline } from './schema.ts';
import type { BaselineStore, StoreOptions } from './store.ts';

/**
 * Baselines as objects of an S3 bucket, `<prefix>/<repository>/<key>/<branch>/<seconds since 1970>-<commit>.json`. Conditional
 * writes keep two runs of the same commit from overwriting each other unseen.
 */
export function s3Store(options: StoreOptions): BaselineStore {
  const { s3: address } = options;
  if (address === undefined)
    throw new LeakgateError('config', 'baseline-store: s3 needs the name of a bucket.', {
      hint: 'Write `s3: { bucket: NAME }` in the config file.',
    });
  const repository = options.repository ?? basename(options.directory);
  const home = `${[address.prefix ?? 'leakgate', repository].filter((part) => part !== '').join('/')}/`;
  // Without a connection of its own: every request stands alone.
  return recordStore('s3', async () => objectsIn(bucketAt(address, 'The baselines', options.env), home));
}

function objectsIn(bucket: Bucket, home: string): Records {
  const objectOf = (record: string): string => `${home}${record}.json`;
  return {
    async names(folder, signal) {
      const objects = await allObjects(bucket, home + folder, signal);
      return objects.flatMap((name) => (name.endsWith('.json') ? [name.slice(home.length, -'.json'.length)] : []));
    },
    get: async (record, signal) => read(bucket, objectOf(record), signal),
    put: async (baseline, over, signal) => put(bucket, objectOf(recordPath(baseline)), { baseline, over }, signal),
    async remove(records, signal) {
      for (const record of records) await bucket.send({ method: 'DELETE', object: objectOf(record) }, [404], signal);
    },
    place: (record) => ({
      name: `${objectOf(record)} in the bucket ${bucket.place}`,
      removal: 'delete the object',
    }),
    [Symbol.asyncDispose]: async () => {},
  };
}

/** A page holds a thousand names. */
async function allObjects(bucket: Bucket, prefix: string, signal: AbortSignal): Promise<string[]> {
  const names: string[] = [];
  for (let token: string | undefined; ;) {
    const query = { 'list-type': '2', prefix, ...(token !== undefined && { 'continuation-token': token }) };
    const { text } = await bucket.send({ method: 'GET', object: '', query }, [], signal);
    names.push(...textsIn(text, 'Key'));
    const next: string | undefined = textsIn(text, 'NextContinuationToken')[0];
    if (textsIn(text, 'IsTruncated')[0] !== 'true' || next === undefined || next === token) return names;
    token = next;
  }
}

async function read(bucket: Bucket, object: string, signal: AbortSignal): Promise<Kept | null> {
  const { status, etag, text } = await bucket.send({ method: 'GET', object }, [404], signal);
  return status === 404 ? null : { text, mark: etag ?? '' };
}

/** What S3 and its kin say when the object isn't what the condition names: 412, 409 for two at once, 404 for one that is gone. */
const lost = [404, 409, 412];

async function put(
  bucket: Bucket,
  object: string,
  { baseline, over }: { baseline: StoredBaseline; over: string | null },
  signal: AbortSignal,
): Promise<boolean> {
  const condition = over === null ? { 'if-none-match': '*' } : { 'if-match': over };
  const headers = { ...condition, 'content-type': 'application/json' };
  const { status } = await bucket.send(
    { method: 'PUT', object, headers, body: formatBaseline(baseline) },
    lost,
    signal,
  );
  return !lost.includes(status);
}
