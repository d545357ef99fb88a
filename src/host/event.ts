import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { LeakgateError } from '../errors.ts';
import type { RepositoryFacts } from './git.ts';

/** Why this run happens and what it is about, for GitHub, GitHub Enterprise Server, Gitea and a laptop alike. */
export interface RunEvent {
  /** `other`: schedules, manual runs, tags. */
  kind: 'push' | 'pull_request' | 'merge_group' | 'other' | 'local';
  /** The branch that is measured: a pull request's head. A tag's name for tags, `HEAD` when nothing has a name. */
  branch: string;
  /** The commit that is measured: a pull request's head, not the merge commit that CI checks out. */
  sha: string;
  /** A pull request's or merge group's target, or the branch that a tag was pushed from. */
  baseBranch: string | null;
  /** Of `baseBranch`; for a push, the commit that the branch had before. */
  baseSha: string | null;
  pullRequest: { number: number; fromFork: boolean } | null;
  repository: { owner: string; name: string } | null;
  serverUrl: string;
  apiUrl: string;
  runUrl: string | null;
  defaultBranch: string | null;
  /** Does the run measure a branch as it stands, so that it may become the branch's baseline by itself? */
  storesBaseline: boolean;
}

// Forges differ and old payloads lack pieces: whatever isn't there in the expected shape counts as absent.
const text = z.string().min(1).optional().catch(undefined);
const part = <Shape extends z.ZodRawShape>(shape: Shape) => z.object(shape).optional().catch(undefined);

const repository = { name: text, full_name: text, default_branch: text };
const payloadSchema = z.object({
  deleted: z.boolean().optional().catch(undefined),
  before: text,
  after: text,
  base_ref: text,
  number: z.int().positive().optional().catch(undefined),
  repository: part({ ...repository, owner: part({ login: text, username: text }) }),
  pull_request: part({
    number: z.int().positive().optional().catch(undefined),
    // `repo` is null once a fork is deleted.
    head: part({ ref: text, sha: text, repo: z.object(repository).nullish().catch(undefined) }),
    base: part({ ref: text, sha: text, repo: z.object(repository).nullish().catch(undefined) }),
  }),
  merge_group: part({ head_ref: text, head_sha: text, base_ref: text, base_sha: text }),
});

type Payload = z.infer<typeof payloadSchema>;
type Subject = Pick<RunEvent, 'kind' | 'branch' | 'sha' | 'baseBranch' | 'baseSha' | 'pullRequest' | 'storesBaseline'>;

/**
 * Reads what the workflow runner says about the run, or makes a `local` event from the repository's facts.
 * @throws LeakgateError `config` when the runner's event file isn't JSON.
 */
export async function readEvent(env: NodeJS.ProcessEnv, facts: RepositoryFacts): Promise<RunEvent> {
  const payload = await readPayload(given(env, 'GITHUB_EVENT_PATH'));
  const serverUrl = given(env, 'GITHUB_SERVER_URL') ?? 'https://github.com';
  const home = repositoryOf(env, payload);
  const run = given(env, 'GITHUB_RUN_ID');
  return {
    ...subjectOf(env, payload, facts),
    repository: home,
    serverUrl,
    apiUrl: given(env, 'GITHUB_API_URL') ?? 'https://api.github.com',
    runUrl: home === null || run === undefined ? null : `${serverUrl}/${home.owner}/${home.name}/actions/runs/${run}`,
    defaultBranch: payload.repository?.default_branch ?? facts.defaultBranch,
  };
}

/** For a workflow's event, which names everything that is asked of it: nothing is left for git to say. */
export const nowhere: RepositoryFacts = {
  root: '',
  sha: '',
  committedAt: null,
  branch: null,
  dirty: false,
  defaultBranch: null,
  remoteUrl: null,
};

/** An unset input or variable often arrives as an empty text. */
const given = (env: NodeJS.ProcessEnv, name: string): string | undefined => (env[name] === '' ? undefined : env[name]);

async function readPayload(path: string | undefined): Promise<Payload> {
  if (path === undefined) return {};
  const json = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new LeakgateError('config', `The event file ${path} (GITHUB_EVENT_PATH) can't be read.`, { cause: error });
  });
  try {
    return payloadSchema.catch({}).parse(JSON.parse(json));
  } catch (error) {
    throw new LeakgateError('config', `The event file ${path} (GITHUB_EVENT_PATH) isn't JSON.`, { cause: error });
  }
}

function repositoryOf(env: NodeJS.ProcessEnv, { repository: home }: Payload): RunEvent['repository'] {
  const [owner, name] = (given(env, 'GITHUB_REPOSITORY') ?? home?.full_name ?? '').split('/');
  return owner === undefined || owner === '' || name === undefined || name === '' ? null : { owner, name };
}

function subjectOf(env: NodeJS.ProcessEnv, payload: Payload, facts: RepositoryFacts): Subject {
  const event = given(env, 'GITHUB_EVENT_NAME');
  if (event === undefined) return { ...unrelated, kind: 'local', branch: facts.branch ?? 'HEAD', sha: facts.sha };
  if (event === 'pull_request' || event === 'pull_request_target') return pullRequest(env, payload, facts);
  if (event === 'merge_group') return mergeGroup(env, payload, facts);
  return pushOrOther(env, payload, facts, event);
}

/** Events that run on a branch's own code. `workflow_run` and comments run beside something else. */
const branchRuns: ReadonlySet<string> = new Set(['schedule', 'workflow_dispatch', 'repository_dispatch']);

const unrelated = { baseBranch: null, baseSha: null, pullRequest: null, storesBaseline: false };

function pullRequest(env: NodeJS.ProcessEnv, payload: Payload, facts: RepositoryFacts): Subject {
  const request = payload.pull_request;
  const fromRef = /^refs\/pull\/(\d+)\//.exec(given(env, 'GITHUB_REF') ?? '')?.[1];
  const number = request?.number ?? payload.number ?? (fromRef === undefined ? undefined : Number(fromRef));
  return {
    ...unrelated,
    kind: 'pull_request',
    branch: request?.head?.ref ?? given(env, 'GITHUB_HEAD_REF') ?? facts.branch ?? 'HEAD',
    sha: request?.head?.sha ?? given(env, 'GITHUB_SHA') ?? facts.sha,
    baseBranch: request?.base?.ref ?? given(env, 'GITHUB_BASE_REF') ?? null,
    baseSha: request?.base?.sha ?? null,
    pullRequest:
      number === undefined ? null : { number, fromFork: isFromFork(payload, given(env, 'GITHUB_REPOSITORY')) },
  };
}

function isFromFork({ pull_request: request, repository: home }: Payload, fallback: string | undefined): boolean {
  const head = request?.head?.repo;
  if (head === null) return true;
  const base = request?.base?.repo?.full_name ?? home?.full_name ?? fallback;
  return head?.full_name !== undefined && base !== undefined && head.full_name.toLowerCase() !== base.toLowerCase();
}

function mergeGroup(env: NodeJS.ProcessEnv, { merge_group: group }: Payload, facts: RepositoryFacts): Subject {
  const { branch, sha } = named(env, facts);
  return {
    ...unrelated,
    kind: 'merge_group',
    branch: branchName(group?.head_ref) ?? branch,
    sha: group?.head_sha ?? sha,
    baseBranch: branchName(group?.base_ref) ?? null,
    baseSha: group?.base_sha ?? null,
  };
}

function pushOrOther(env: NodeJS.ProcessEnv, payload: Payload, facts: RepositoryFacts, event: string): Subject {
  const subject = { ...unrelated, ...named(env, facts) };
  const onBranch = (given(env, 'GITHUB_REF') ?? '').startsWith('refs/heads/') && payload.deleted !== true;
  if (event === 'push' && onBranch)
    return { ...subject, kind: 'push', baseSha: realCommit(payload.before), storesBaseline: true };
  const storesBaseline = onBranch && branchRuns.has(event);
  const origin = event === 'push' ? branchName(payload.base_ref) : undefined;
  return { ...subject, kind: 'other', baseBranch: origin ?? null, storesBaseline };
}

/** What the runner checked out. */
function named(env: NodeJS.ProcessEnv, facts: RepositoryFacts): { branch: string; sha: string } {
  const ref = given(env, 'GITHUB_REF')?.replace(/^refs\/(heads|tags)\//, '');
  return {
    branch: ref ?? given(env, 'GITHUB_REF_NAME') ?? facts.branch ?? 'HEAD',
    sha: given(env, 'GITHUB_SHA') ?? facts.sha,
  };
}

const branchName = (ref: string | undefined): string | undefined => ref?.replace(/^refs\/heads\//, '');

/** The "before" of a new branch is all zeros. */
const realCommit = (sha: string | undefined): string | null => (sha === undefined || /^0+$/.test(sha) ? null : sha);
