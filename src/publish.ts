import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoredBaseline } from './baseline/index.ts';
import type { BucketArchive } from './archive/bucket.ts';
import type { Config } from './config/resolve.ts';
import { redactor, redactTree } from './config/redact.ts';
import type { OutputName } from './config/outputs.ts';
import type { Host } from './host/host.ts';
import type { Report } from './model.ts';
import { notify, push, retryDelaysMs as patience, stateBefore, type Delivery } from './notify/index.ts';
import { plain } from './reporters/escape.ts';
import {
  annotations,
  csv,
  junit,
  openMetrics,
  prComment,
  renderHtml,
  sarif,
  summary,
  toJson,
} from './reporters/index.ts';
import type { Steps } from './steps.ts';

interface Publication {
  config: Pick<Config, 'comment' | 'secrets' | 'notify' | 'pushgateway' | 'retentionDays'>;
  host: Host;
  /** Folder for `result.json`, its renderings and the candidate baseline. */
  outDir: string;
  candidate: StoredBaseline | null;
  /** Gets a copy of what lies in `outDir`; null where none is wanted. */
  bucket: BucketArchive | null;
  /** Tells jobs and steps of one workflow apart. */
  job?: string;
  /** The commit that the branch had at the run before; null when it isn't known. */
  lastSha: string | null;
  steps: Pick<Steps, 'run'>;
  retryDelaysMs?: readonly number[];
}

/**
 * Files and figures first, then summary, annotations, comment, webhooks and outputs. Nothing in here decides the verdict:
 * whatever a forge or a receiver refuses is a warning. Answers the report without secrets, as it was published.
 */
export async function publish(report: Report, publication: Publication, signal: AbortSignal): Promise<Report> {
  const { host, steps, config } = publication;
  const shown = redactTree(report, redactor(config.secrets));
  const written = await steps.run('archive', async () => archive(shown, publication, signal));
  const linked = {
    ...shown,
    links: { ...shown.links, ...(written.reportUrl !== null && { report: written.reportUrl }) },
  };
  const url = await steps.run('alert', async () => alert(linked, publication, signal));
  const outputs = { ...outputsOf(shown, written, url), ...internals(shown, publication) };
  for (const [name, value] of Object.entries(outputs)) host.output(name, value);
  return shown;
}

async function archive(
  shown: Report,
  publication: Publication,
  signal: AbortSignal,
): Promise<Paths & { reportUrl: string | null }> {
  const { host, outDir, candidate, config, bucket, retryDelaysMs = patience } = publication;
  await mkdir(outDir, { recursive: true });
  const resultPath = join(outDir, 'result.json');
  await writeFile(resultPath, toJson(shown));
  const written = await writePages(shown, outDir, host);
  if (candidate !== null) await writeFile(join(outDir, 'baseline.json'), `${JSON.stringify(candidate, null, 2)}\n`);
  if (config.pushgateway !== undefined && shown.error === null)
    tell(host, await unlessStopped(push(config.pushgateway, shown, retryDelaysMs, signal), [], signal));
  const reportUrl = bucket === null ? null : await keepIn(bucket, shown, publication, signal);
  return { resultPath, ...written, reportUrl };
}

/** Answers the comment's address. */
async function alert(shown: Report, publication: Publication, signal: AbortSignal): Promise<string | null> {
  const { host, config, lastSha, job = '', retryDelaysMs = patience } = publication;
  await host.summary(summary(shown));
  for (const annotation of annotations(shown)) host.annotate(annotation);
  const when = mayComment(shown, config);
  const comment = await host.comment(shown.key, prComment(shown), when, shown.verdict !== 'pass');
  if (comment.reason !== '') host.info(comment.reason);
  if (shown.error?.code !== 'interrupted') {
    const before = stateBefore(shown, { comment: comment.previous, lastSha });
    const notice = { report: shown, before, id: artifactName(`${shown.key} ${shown.createdAt}`, job) };
    tell(host, await unlessStopped(notify(config.notify, notice, retryDelaysMs, signal), [], signal));
  }
  return comment.url;
}

function tell(host: Host, deliveries: Delivery[]): void {
  for (const { delivered, line } of deliveries) {
    if (delivered) host.info(line);
    else host.warning(line);
  }
}

/** Answers where a browser finds the page there. */
async function keepIn(
  bucket: BucketArchive,
  shown: Report,
  { host, outDir }: Publication,
  signal: AbortSignal,
): Promise<string | null> {
  if (shown.key === '' || shown.error?.code === 'interrupted') return null;
  const nothing = { told: [], reportUrl: null };
  const kept = await unlessStopped(bucket.keep({ outDir, files: runFiles }, shown, signal), nothing, signal);
  tell(host, kept.told);
  return kept.reportUrl;
}

/** Whoever interrupts a run doesn't wait for webhooks and buckets; the rest is published all the same. */
async function unlessStopped<T>(waiting: Promise<T>, otherwise: T, signal: AbortSignal): Promise<T> {
  try {
    return await waiting;
  } catch (error) {
    if (!signal.aborted) throw error;
    return otherwise;
  }
}

/** An interrupted run says nothing about the change, and before the service has a name its comment couldn't be found again. */
function mayComment({ error, key }: Report, { comment }: Publication['config']): Config['comment'] {
  return error?.code === 'interrupted' || key === '' ? 'never' : comment;
}

/** What lies beside `result.json`: for a browser, for code scanning, for CI servers. */
const pages = {
  'report.html': renderHtml,
  'report.sarif': sarif,
  'junit.xml': junit,
  'report.csv': csv,
  'metrics.prom': openMetrics,
};

/** All that a run may leave in its folder. */
export const runFiles: readonly string[] = [
  'result.json',
  'baseline.json',
  'trace.out',
  'heap-before.pb.gz',
  'heap-after.pb.gz',
  'k6-script.js',
  'k6-plan.json',
  'k6-testrun.json',
  ...Object.keys(pages),
];

/** Removes what an earlier run left in the folder: `baseline accept` must not find another commit's figures there. */
export async function clearOutput(outDir: string): Promise<void> {
  await Promise.all(runFiles.map(async (name) => rm(join(outDir, name), { force: true })));
}

/** Writes what a check wants to keep into the output folder. */
export const keeper =
  (outDir: string) =>
  async (name: string, bytes: Uint8Array): Promise<string> => {
    await mkdir(outDir, { recursive: true });
    const path = join(outDir, name);
    await writeFile(path, bytes);
    return path;
  };

async function writePages(shown: Report, outDir: string, host: Host): Promise<Omit<Paths, 'resultPath'>> {
  const written: Partial<Record<string, string>> = {};
  for (const [name, render] of Object.entries(pages)) {
    try {
      const path = join(outDir, name);
      await writeFile(path, render(shown));
      written[name] = path;
    } catch (error) {
      host.warning(`There is no ${name} of this run: ${(error as Error).message}`);
    }
  }
  return { reportPath: written['report.html'] ?? '', sarifPath: written['report.sarif'] ?? '' };
}

/** Where the files of a run lie; empty for one that couldn't be written. */
interface Paths {
  resultPath: string;
  reportPath: string;
  sarifPath: string;
}

/** Outputs of the action by name; set before anything fails. Numbers that weren't measured are empty. */
export function outputsOf(report: Report, paths: Paths, commentUrl: string | null): Record<OutputName, string> {
  const metric = (id: string): string => {
    const found = report.checks.flatMap((check) => check.metrics).find((one) => one.id === id);
    return found === undefined ? '' : String(Number(found.value.toPrecision(6)));
  };
  const failed = report.checks.filter((check) => check.outcome === 'fail').map((check) => check.name);
  return {
    verdict: report.verdict,
    'failed-checks': failed.join(','),
    // One line without control characters: later steps may print it.
    summary: plain(report.summary),
    'result-path': paths.resultPath,
    'report-path': paths.reportPath,
    'sarif-path': paths.sarifPath,
    'comment-url': commentUrl ?? '',
    'baseline-sha': report.baseline.sha ?? '',
    'baseline-found': String(report.baseline.found),
    qps: metric('qps/throughput'),
    'p99-ms': metric('qps/p99'),
    'leaked-bytes-per-request': metric('heap-leak/retained'),
    'leaked-goroutines': metric('goroutine-leak/leaked'),
  };
}

/** What only the composite's later steps read. */
function internals(report: Report, { outDir, job = '', config }: Publication): Record<string, string> {
  return {
    'exit-code': String(report.exitCode),
    'artifact-path': outDir,
    'artifact-name': artifactName(report.key, job),
    'retention-days': String(config.retentionDays ?? ''),
    'baseline-stored': report.baseline.stored ? report.baseline.store : '',
  };
}

/**
 * Jobs and steps that measure the same service must not overwrite each other's artifact, nor may `a/b` and `a-b`: what the
 * readable part loses, the digest keeps.
 */
export function artifactName(key: string, job: string): string {
  const digest = createHash('sha256').update(`${key}\n${job}`).digest('hex').slice(0, 6);
  return `leakgate-${key.replaceAll(/[^\w.-]+/g, '-').slice(0, 80)}-${digest}`;
}
