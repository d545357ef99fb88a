import { basename } from 'node:path';
import * as z from 'zod';
import { LeakgateError } from '../errors.ts';
import { escaped, fromJsonb, toJsonb } from './jsonb.ts';
import { connect, type Database, type DatabaseAddress } from './postgres-connection.ts';
import { databaseRefusal } from './postgres-refusal.ts';
import { holdsBaselines, migrate, tablesVersion } from './postgres-tables.ts';
import { entryAt, recordPath } from './record-path.ts';
import { recordStore, type Kept, type Records } from './records.ts';
import { orderedAt } from './retention.ts';
import { formatBaseline, type BaselinePlace, type StoredBaseline } from './schema.ts';
import type { BaselineStore, StoreOptions } from './store.ts';
import { StoreUnavailable } from './unavailable.ts';

/** Baselines in PostgreSQL, those of many repositories in one database if wanted. Tables are made at the first write. */
export function postgresStore(options: StoreOptions): BaselineStore {
  const { postgres: address } = options;
  if (address === undefined)
    throw new LeakgateError('config', 'baseline-store: postgres needs the address of the database.', {
      hint: 'Write `postgres: { url: ${BASELINE_DATABASE_URL} }` in the config file, and set BASELINE_DATABASE_URL; in a workflow, from a secret in the step’s env.',
    });
  return recordStore('postgres', async (signal) => openTables(address, options, signal));
}

async function openTables(address: DatabaseAddress, options: StoreOptions, signal: AbortSignal): Promise<Records> {
  if (address.url === '')
    throw new StoreUnavailable(
      'The baselines in the database weren’t available: its address, postgres.url, is empty.',
      {
        passing: 'no',
        hint: 'Pull requests from forks get no secrets. Elsewhere, set the secret.',
      },
    );
  const database = await connect(address, options.directory, signal);
  const repository = escaped(options.repository ?? basename(options.directory));
  const asking = async <T>(ask: () => Promise<T>): Promise<T> => {
    try {
      return await ask();
    } catch (error) {
      signal.throwIfAborted();
      throw error instanceof LeakgateError ? error : databaseRefusal(error, database.place);
    }
  };
  return {
    names: async (folder) => asking(async () => namesIn(database, repository, folder)),
    get: async (record) => asking(async () => newest(database, repository, record)),
    put: async (baseline, over) => asking(async () => append(database, repository, baseline, over)),
    remove: async (records) => asking(async () => bury(database, repository, records)),
    place: (record) => placeOf(database, repository, record),
    [Symbol.asyncDispose]: async () => database[Symbol.asyncDispose](),
  };
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const placeOf = (database: Database, repository: string, record: string): BaselinePlace => ({
  name: `${record} in the database ${database.place}`,
  removal: `delete from baseline_history where repository = ${quoted(repository)} and record = ${quoted(record)};`,
});

async function namesIn({ client, place }: Database, repository: string, folder: string): Promise<string[]> {
  if (!holdsBaselines(await tablesVersion(client, place))) return [];
  const { rows } = await client.query<{ record: string }>(
    `select record from (
       select distinct on (record) record, document is not null as present from baseline_history
       where repository = $1 and starts_with(record, $2) order by record, revision desc
     ) as newest where present`,
    [repository, folder],
  );
  return rows.map(({ record }) => record);
}

async function newest({ client, place }: Database, repository: string, record: string): Promise<Kept | null> {
  if (!holdsBaselines(await tablesVersion(client, place))) return null;
  const { rows } = await client.query<{ revision: string; document: string | null }>(
    `select revision, document::text as document from baseline_history
     where repository = $1 and record = $2 order by revision desc limit 1`,
    [repository, record],
  );
  const [row] = rows;
  return row === undefined || row.document === null ? null : { text: fromJsonb(row.document), mark: row.revision };
}

// One statement, so that history and profile change together or not at all. Two writers that read the same revision want
// the same next one: the later of them waits for the earlier, finds it taken, and inserts nothing. The profile is that of
// the branch's latest commit, so the re-run of an old one leaves it alone.
const appendRevision = `
  with latest as (
    select revision, document is not null as present from baseline_history
    where repository = $1 and record = $2 order by revision desc limit 1
  ), written as (
    insert into baseline_history (repository, record, revision, branch, scenario, sha, committed_at, document)
    select $1, $2, coalesce((select revision from latest), 0) + 1, $3, $4, $5, $6, $7::jsonb
    where coalesce((select revision from latest where present), 0) = $8::bigint
    on conflict do nothing
    returning 1
  ), later as (
    select from (
      select distinct on (record) committed_at, document is not null as present from baseline_history
      where repository = $1 and branch = $3 and scenario = $4 order by record, revision desc
    ) as newest where present and committed_at > $6
  ), profile as (
    insert into baseline_profiles (profile_id, scenario, tps_baseline, p99_ms_baseline, updated_at)
    select $1 || '@' || $3, $4, $9, $10, now() from written where not exists (select from later)
    on conflict (profile_id, scenario) do update set
      tps_baseline = excluded.tps_baseline, p99_ms_baseline = excluded.p99_ms_baseline, updated_at = excluded.updated_at
  )
  select count(*)::integer as written from written`;

async function append(
  { client, place }: Database,
  repository: string,
  baseline: StoredBaseline,
  over: string | null,
): Promise<boolean> {
  await migrate(client, place);
  const { tps, p99Ms } = figuresOf(baseline.measurements);
  const { rows } = await client.query<{ written: number }>(appendRevision, [
    repository,
    recordPath(baseline),
    escaped(baseline.branch),
    escaped(baseline.key),
    baseline.sha,
    orderedAt(baseline),
    toJsonb(formatBaseline(baseline)),
    over ?? '0',
    tps,
    p99Ms,
  ]);
  return rows[0]?.written === 1;
}

// What was removed stays in the history: a revision without a document says that it is gone.
const buryRecords = `
  with gone as (
    insert into baseline_history (repository, record, revision, branch, scenario, sha, committed_at)
    select repository, record, revision + 1, branch, scenario, sha, committed_at from (
      select distinct on (record) * from baseline_history
      where repository = $1 and record = any($2) order by record, revision desc
    ) as newest where document is not null
    on conflict do nothing
    returning record, branch, scenario
  ), left_over as (
    select distinct branch, scenario from (
      select distinct on (record) record, branch, scenario, document is not null as present from baseline_history
      where repository = $1 order by record, revision desc
    ) as newest where present and record not in (select record from gone)
  )
  delete from baseline_profiles using gone
  where profile_id = $1 || '@' || gone.branch and baseline_profiles.scenario = gone.scenario
    and not exists (select from left_over where left_over.branch = gone.branch and left_over.scenario = gone.scenario)`;

async function bury({ client, place }: Database, repository: string, records: readonly string[]): Promise<void> {
  if (!holdsBaselines(await tablesVersion(client, place))) return;
  await client.query(buryRecords, [repository, records.filter((record) => entryAt(record, record) !== null)]);
}

const speed = z.object({
  load: z.object({ requestsPerSecond: z.number(), latencyUs: z.object({ p99: z.number() }) }),
});

/** What dashboards want. Null for a run that measured no speed. */
function figuresOf({ qps }: StoredBaseline['measurements']): { tps: number | null; p99Ms: number | null } {
  const { data } = speed.safeParse(qps);
  return {
    tps: data?.load.requestsPerSecond ?? null,
    p99Ms: data === undefined ? null : data.load.latencyUs.p99 / 1000,
  };
}
