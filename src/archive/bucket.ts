import { readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { bucketAt, encodeName, patiently, textsIn, type Bucket } from '../baseline/index.ts';
import { repositoryNamed } from '../history/baselines.ts';
import type { ArchiveSettings } from '../config/store-settings.ts';
import { asLeakgateError } from '../errors.ts';
import type { Report } from '../model.ts';
import type { Delivery } from '../notify/index.ts';
import { runId } from './run-id.ts';
import type { Survey } from '../survey.ts';

/** The runs of a repository in a bucket. */
export interface BucketArchive {
  /**
   * Uploads those of `files` that lie in `outDir`, then deletes what is older than the settings allow. Failures are answers,
   * not errors. `reportUrl`: where a browser finds the page, where the settings tell and it is there. @throws only what `signal` was
   * aborted with.
   */
  keep(left: { outDir: string; files: readonly string[] }, report: ArchivedRun, signal: AbortSignal): Promise<Kept>;
}

export interface Kept {
  told: Delivery[];
  reportUrl: string | null;
}

type ArchivedRun = Pick<Report, 'createdAt' | 'commit' | 'key'>;

interface Place {
  /** `owner/name`. */
  repository: string;
  env: NodeJS.ProcessEnv;
  /** Starts the time that all of it may take: a bucket that is slow or down must not hold up the verdict. */
  deadline?: () => AbortSignal;
}

/** Null where nothing is to be archived: a fork's run has no credentials, and the bucket isn't there for what strangers send. */
export function archiveOf(
  place: Pick<Survey, 'event' | 'repository'> | undefined,
  { archive }: { archive: ArchiveSettings | undefined },
  env: NodeJS.ProcessEnv,
): BucketArchive | null {
  if (archive === undefined || place === undefined || place.event.pullRequest?.fromFork === true) return null;
  return bucketArchive(archive, { repository: repositoryNamed(place) ?? basename(place.repository.root), env });
}

/** Of one file: a trace of seconds is far below. */
const mostFileBytes = 64 * 1024 * 1024;
/** A run leaves about ten objects, so twenty times as many can't pile up. */
const mostDeleted = 200;
const deletedAtOnce = 8;
const dayMs = 24 * 3_600_000;

/**
 * Objects are named `<prefix>/<repository>/<day>/<service>/<branch or pull request>/<time>-<commit>/<file>`. Days stand first
 * since a bucket is listed by name: the first page holds the oldest, also those of branches that are gone.
 */
export function bucketArchive(
  { keepDays, publicUrl, ...address }: ArchiveSettings,
  { repository, env, deadline = () => AbortSignal.timeout(120_000) }: Place,
): BucketArchive {
  const home = `${address.prefix ?? 'leakgate-runs'}/${repository}/`;
  return {
    async keep({ outDir, files }, report, signal) {
      const bounded = AbortSignal.any([signal, deadline()]);
      const folder = `${home}${folderOf(report)}/`;
      try {
        const bucket = bucketAt(address, 'The archived runs', env);
        const { uploaded, tooLarge } = await upload(bucket, { outDir, files, folder }, bounded);
        const kept = { delivered: true, line: `The run was archived as ${folder} in the bucket ${bucket.place}.` };
        const told = [kept, ...tooLarge, ...(await removeOld(bucket, { home, keepDays }, bounded))];
        return { told, reportUrl: uploaded.includes(reportPage) ? pageUrl(publicUrl, folder) : null };
      } catch (thrown) {
        signal.throwIfAborted();
        return { told: [failure('The run wasn’t archived', thrown)], reportUrl: null };
      }
    },
  };
}

const reportPage = 'report.html';

function pageUrl(publicUrl: string | undefined, folder: string): string | null {
  if (publicUrl === undefined) return null;
  const path = `${folder}${reportPage}`.split('/').map(encodeURIComponent).join('/');
  return `${publicUrl.replace(/\/+$/, '')}/${path}`;
}

/** Service and branch as one part each: neither can name a place outside. */
function folderOf(report: ArchivedRun): string {
  const { branch, pullRequest } = report.commit;
  const subject = pullRequest === null ? `branch-${encodeName(branch)}` : `pull-${pullRequest}`;
  return [dayOf(Date.parse(report.createdAt)), encodeName(report.key), subject, runId(report)].join('/');
}

const dayOf = (timeMs: number): string => new Date(timeMs).toISOString().slice(0, 10);

/** Answers what was sent, and a warning for each file that was left out. */
async function upload(
  bucket: Bucket,
  { outDir, files, folder }: { outDir: string; files: readonly string[]; folder: string },
  signal: AbortSignal,
): Promise<{ uploaded: string[]; tooLarge: Delivery[] }> {
  const uploaded: string[] = [];
  const tooLarge: Delivery[] = [];
  for (const name of files) {
    const path = join(outDir, name);
    const found = await stat(path).catch(() => null);
    if (found?.isFile() !== true) continue;
    if (found.size > mostFileBytes) {
      tooLarge.push({ delivered: false, line: `${name} wasn’t archived: it has ${found.size} bytes.` });
      continue;
    }
    const headers = { 'content-type': types[extname(name)] ?? 'application/octet-stream' };
    const body = await readFile(path);
    const request = { method: 'PUT', object: folder + name, headers, body } as const;
    await patiently(async () => bucket.send(request, [], signal), signal);
    uploaded.push(name);
  }
  return { uploaded, tooLarge };
}

/** So that a browser shows what it can show. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json',
  '.sarif': 'application/json',
  '.xml': 'application/xml',
  '.csv': 'text/csv; charset=utf-8',
  '.prom': 'text/plain; charset=utf-8',
};

async function removeOld(
  bucket: Bucket,
  { home, keepDays }: { home: string; keepDays: number },
  signal: AbortSignal,
): Promise<Delivery[]> {
  try {
    const query = { 'list-type': '2', prefix: home, 'max-keys': String(mostDeleted) };
    const page = await patiently(async () => bucket.send({ method: 'GET', object: '', query }, [], signal), signal);
    // A machine whose clock is ahead must not delete what is young.
    const nowMs = Math.min(Date.now(), Date.parse(page.date ?? '') || Date.now());
    const firstKept = dayOf(nowMs - keepDays * dayMs);
    const old = textsIn(page.text, 'Key').filter((name) => isOlder(name.slice(home.length), firstKept));
    for (let from = 0; from < old.length; from += deletedAtOnce) {
      const some = old.slice(from, from + deletedAtOnce);
      await Promise.all(some.map(async (object) => patiently(async () => remove(bucket, object, signal), signal)));
    }
    return old.length === 0
      ? []
      : [{ delivered: true, line: `${old.length} archived files of old runs were deleted.` }];
  } catch (thrown) {
    if (signal.aborted && !isLate(thrown)) throw thrown;
    return [failure('Old runs weren’t deleted from the archive', thrown)];
  }
}

const remove = async (bucket: Bucket, object: string, signal: AbortSignal) =>
  bucket.send({ method: 'DELETE', object }, [404], signal);

/** Only what is named as a run's file is: somebody else's object stays whatever its age. */
function isOlder(name: string, firstKept: string): boolean {
  const [day = '', , , run = '', ...file] = name.split('/');
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && /^\d{8}-\d{6}/.test(run) && file.length === 1 && day < firstKept;
}

function failure(what: string, thrown: unknown): Delivery {
  const { message, hint } = asLeakgateError(thrown);
  const why = isLate(thrown) ? 'it took too long.' : [message, hint].filter(Boolean).join(' ');
  return { delivered: false, line: `${what}: ${why} The verdict stands.` };
}

const isLate = (thrown: unknown): boolean => thrown instanceof Error && thrown.name === 'TimeoutError';
