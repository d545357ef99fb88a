import type { Client } from 'pg';
import { LeakgateError } from '../errors.ts';

/**
 * The tables, one step per version of them; a step never changes once it was released. `baseline_profiles` is for people
 * and dashboards: the newest figures of each branch and service. `baseline_history` holds the baselines themselves and is
 * only appended to: of each record, the baseline of one commit, the highest revision counts, and one without a document
 * says that the baseline was removed.
 */
const steps: readonly string[] = [
  `create table if not exists baseline_profiles (
     profile_id text not null,
     scenario text not null,
     tps_baseline double precision,
     p99_ms_baseline double precision,
     updated_at timestamptz not null default now()
   )`,
  // A table that somebody made by hand may lack a key.
  `create unique index if not exists baseline_profiles_one_each on baseline_profiles (profile_id, scenario);
   create table if not exists baseline_history (
     repository text not null,
     record text not null,
     revision bigint not null,
     branch text not null,
     scenario text not null,
     sha text not null,
     committed_at timestamptz not null,
     document jsonb,
     written_at timestamptz not null default now(),
     primary key (repository, record, revision)
   );
   create index if not exists baseline_history_by_branch on baseline_history (repository, branch, scenario)`,
];

// Any number, as long as every Leakgate uses the same.
const lockNumber = 7_236_410_521;

/** Which step the database is at; 0 when Leakgate never wrote to it. @throws LeakgateError `config` for a later one. */
export async function tablesVersion(client: Client, place: string): Promise<number> {
  const found = await client.query<{ there: boolean }>(
    `select to_regclass('leakgate_migrations') is not null as there`,
  );
  if (found.rows[0]?.there !== true) return 0;
  const newest = await client.query<{ version: number | null }>(
    'select max(version) as version from leakgate_migrations',
  );
  const version = newest.rows[0]?.version ?? 0;
  if (version <= steps.length) return version;
  throw new LeakgateError(
    'config',
    `The tables of ${place} are of version ${version}, made by a newer Leakgate; this one knows up to ${steps.length}.`,
    { hint: 'Use the same Leakgate version in every workflow.' },
  );
}

/** Are the baselines themselves there to be read? */
export const holdsBaselines = (version: number): boolean => version >= steps.length;

/** Brings the tables up to date, once however many runs come at the same time. */
export async function migrate(client: Client, place: string): Promise<void> {
  if ((await tablesVersion(client, place)) === steps.length) return;
  await client.query('begin');
  try {
    await client.query('select pg_advisory_xact_lock($1)', [lockNumber]);
    await client.query(
      'create table if not exists leakgate_migrations (version integer primary key, applied_at timestamptz not null default now())',
    );
    const done = await tablesVersion(client, place);
    for (const [index, step] of steps.entries()) {
      if (index < done) continue;
      await client.query(step);
      await client.query('insert into leakgate_migrations (version) values ($1)', [index + 1]);
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  }
}
