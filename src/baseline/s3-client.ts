import { createHash } from 'node:crypto';
import { AwsV4Signer } from 'aws4fetch';
import { s3Refusal, textsIn, unreachable } from './s3-refusal.ts';
import { StoreUnavailable } from './unavailable.ts';

/** Where a bucket is, as the config file says it. */
export interface BucketAddress {
  bucket: string;
  /** What the names of all objects start with. */
  prefix?: string | undefined;
  /** `https://minio.example.com`; Amazon's own for the region unless named. */
  endpoint?: string | undefined;
  region?: string | undefined;
  /** Bucket in the path, or before the host's name. In the path for an endpoint of one's own, unless said otherwise. */
  pathStyle?: boolean | undefined;
}

interface Request {
  method: 'GET' | 'PUT' | 'DELETE';
  /** The object's whole name; empty for the bucket itself. */
  object: string;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: string | Buffer<ArrayBuffer>;
}

export interface Answer {
  status: number;
  etag: string | null;
  /** The server's clock as it stands in the answer; null when it tells none. */
  date: string | null;
  text: string;
}

export interface Bucket {
  /** Fit to be shown. */
  place: string;
  /** Sends a signed request. Answers 2xx and the statuses in `expected`. @throws StoreUnavailable for all else. */
  send(request: Request, expected: readonly number[], signal: AbortSignal): Promise<Answer>;
}

const answerTimeoutMs = 20_000;
/** What is sent needs time besides: the slowest line that a body is waited for, a megabit a second. */
const slowestBytesPerMs = 125;

/**
 * The bucket by the credentials in the environment. Nothing is sent yet. `contents` is what errors say wasn't available:
 * `The baselines`.
 * @throws StoreUnavailable without any.
 */
export function bucketAt(address: BucketAddress, contents: string, env: NodeJS.ProcessEnv): Bucket {
  const region = address.region ?? env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'] ?? 'us-east-1';
  const credentials = credentialsIn(contents, env);
  const base = baseUrl(address, region);
  const place = `${address.bucket} at ${new URL(base).host}`;
  const subject = `${contents} in the bucket ${place}`;
  return {
    place,
    async send({ method, object, query = {}, headers = {}, body }, expected, signal) {
      const url = new URL(`${base}/${object.split('/').map(encodeURIComponent).join('/')}`);
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
      const digest = createHash('sha256')
        .update(body ?? '')
        .digest('hex');
      const signer = new AwsV4Signer({
        ...credentials,
        method,
        url: url.href,
        headers: { ...headers, 'x-amz-content-sha256': digest },
        region,
        service: 's3',
        ...(body !== undefined && { body }),
      });
      const answer = await exchange(await signer.sign(), { subject, timeoutMs: timeoutOf(body) }, signal);
      if ((answer.status >= 200 && answer.status < 300) || (expected.includes(answer.status) && isOfObject(answer)))
        return answer;
      throw s3Refusal(answer, subject);
    },
  };
}

/** A bucket or user that isn't there is a 404 too. */
function isOfObject({ status, text }: Answer): boolean {
  const [code] = textsIn(text, 'Code');
  return status !== 404 || code === undefined || code === 'NoSuchKey';
}

const timeoutOf = (body: Request['body'] = ''): number => answerTimeoutMs + Buffer.byteLength(body) / slowestBytesPerMs;

type Signed = Awaited<ReturnType<AwsV4Signer['sign']>>;

async function exchange(
  { url, method, headers, body }: Signed,
  { subject, timeoutMs }: { subject: string; timeoutMs: number },
  signal: AbortSignal,
): Promise<Answer> {
  // Not AbortSignal.any: the run's own signal would keep every request of the run.
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  const told = `no answer in ${Math.round(timeoutMs / 1000)} s`;
  const late = setTimeout(() => stop.abort(new Error(told)), timeoutMs);
  signal.addEventListener('abort', interrupt, { once: true });
  try {
    signal.throwIfAborted();
    // A redirect goes to another region, and the signature is for this one.
    const response = await fetch(url, { method, headers, body: body ?? null, redirect: 'manual', signal: stop.signal });
    const [etag, date] = [response.headers.get('etag'), response.headers.get('date')];
    return { status: response.status, etag, date, text: await response.text() };
  } catch (error) {
    signal.throwIfAborted();
    throw unreachable(error, subject);
  } finally {
    clearTimeout(late);
    signal.removeEventListener('abort', interrupt);
  }
}

function baseUrl({ bucket, endpoint, pathStyle = endpoint !== undefined }: BucketAddress, region: string): string {
  const host = (endpoint ?? `https://s3.${region}.amazonaws.com`).replace(/\/+$/, '');
  return pathStyle ? `${host}/${bucket}` : host.replace(/^(https?:\/\/)/, `$1${bucket}.`);
}

function credentialsIn(contents: string, env: NodeJS.ProcessEnv) {
  const [accessKeyId, secretAccessKey] = [env['AWS_ACCESS_KEY_ID'] ?? '', env['AWS_SECRET_ACCESS_KEY'] ?? ''];
  if (accessKeyId === '' || secretAccessKey === '')
    throw new StoreUnavailable(
      `${contents} in the bucket weren’t available: AWS_ACCESS_KEY_ID or AWS_SECRET_ACCESS_KEY is missing.`,
      {
        passing: 'no',
        hint: 'Set them in the environment; in a workflow, in the step’s env, or run aws-actions/configure-aws-credentials before. Pull requests from forks get no secrets.',
      },
    );
  const sessionToken = env['AWS_SESSION_TOKEN'] ?? '';
  return { accessKeyId, secretAccessKey, ...(sessionToken !== '' && { sessionToken }) };
}
