import { getOctokit } from '@actions/github';
import { finishedEvent, type Finished } from './finished.ts';
import type { Forge } from './forge/forge.ts';
import { adminToken } from './forge/tokens.ts';
import type { Origin } from './origin.ts';
import type { WorkflowEvent } from './runner/command-line.ts';

/** An event as the forge tells it, before anybody decided on a token. */
export type ForgeEvent = Pick<WorkflowEvent, 'name' | 'payload' | 'ref' | 'sha'>;

export interface Comment {
  id: number;
  body: string;
  url: string;
  author: string | undefined;
}

export interface PullRequestTerms {
  /** The branch to merge into. `main` unless given. */
  base?: string;
  /** The branch's name unless given. */
  title?: string;
}

/** A pull request, as its author and the forge see it. */
export interface ForgePullRequest {
  number: number;
  /** Pushes what was committed on the branch and tells the event that follows. */
  update: (action: 'opened' | 'synchronize') => Promise<ForgeEvent>;
  /** Sets a label, as the repository's owner. No workflow here runs for that. */
  label: (name: string) => Promise<void>;
  /** Lets the merge queue try it on top of its base, and tells the event that follows. */
  enqueue: () => Promise<ForgeEvent>;
  comments: () => Promise<Comment[]>;
}

/** The developer's side of the forge: pushes to it, opens pull requests, and tells the events that follow. */
export interface EventSource {
  push(branch: string): Promise<ForgeEvent>;
  pushTag(tag: string): Promise<ForgeEvent>;
  openPullRequest(branch: string, from: 'branch' | 'fork', terms: PullRequestTerms): Promise<ForgePullRequest>;
  /** Tells the default branch of a run that is over. @throws when no workflow there waits for it. */
  finish(finished: Finished): Promise<ForgeEvent>;
}

export function createEventSource(
  forge: Pick<Forge, 'url' | 'pullRequests'>,
  repo: { owner: string; repo: string },
  origin: Origin,
): EventSource {
  const { rest, paginate } = getOctokit(adminToken, { baseUrl: forge.url });
  const repository = async () => (await rest.repos.get(repo)).data;

  /** The emulator has a git of its own, where a branch must differ from `main` before a pull request is accepted. */
  async function mirrorBranch(branch: string): Promise<void> {
    const main = await rest.git.getRef({ ...repo, ref: 'heads/main' });
    await rest.git.createRef({ ...repo, ref: `refs/heads/${branch}`, sha: main.data.object.sha });
    const content = Buffer.from(branch).toString('base64');
    await rest.repos.createOrUpdateFileContents({ ...repo, path: 'branch', message: branch, branch, content });
  }

  async function comments(number: number): Promise<Comment[]> {
    const found = await paginate(rest.issues.listComments, { ...repo, issue_number: number, per_page: 100 });
    return found.map(({ id, body, html_url: url, user }) => ({ id, body: body ?? '', url, author: user?.login }));
  }

  async function pullRequestEvent(number: number, branch: string, action: string, from: string): Promise<ForgeEvent> {
    const { after: head } = await origin.push(branch);
    const { data: pull } = await rest.pulls.get({ ...repo, pull_number: number });
    const base = await origin.sha(pull.base.ref);
    const merge = await origin.mergePullRequest(number, base, head);
    const fork = {
      ...pull.head.repo,
      full_name: `contributor/${repo.repo}`,
      fork: true,
      owner: { login: 'contributor' },
    };
    const told = {
      ...pull,
      head: { ...pull.head, sha: head, repo: from === 'fork' ? fork : pull.head.repo },
      base: { ...pull.base, sha: base },
      merge_commit_sha: merge,
    };
    forge.pullRequests.set(number, told);
    const payload = {
      action,
      number,
      pull_request: told,
      repository: await repository(),
      sender: pull.user,
    };
    return { name: 'pull_request', payload, ref: `refs/pull/${number}/merge`, sha: merge };
  }

  async function mergeGroupEvent(number: number, branch: string): Promise<ForgeEvent> {
    const { data: pull } = await rest.pulls.get({ ...repo, pull_number: number });
    const base = await origin.sha(pull.base.ref);
    const name = `gh-readonly-queue/${pull.base.ref}/pr-${number}-${base}`;
    const merge = await origin.queueMerge(name, base, await origin.sha(branch));
    const payload = {
      action: 'checks_requested',
      merge_group: {
        head_sha: merge,
        head_ref: `refs/heads/${name}`,
        base_sha: base,
        base_ref: `refs/heads/${pull.base.ref}`,
        head_commit: { id: merge },
      },
      repository: await repository(),
      sender: pull.user,
    };
    return { name: 'merge_group', payload, ref: `refs/heads/${name}`, sha: merge };
  }

  async function pushEvent(ref: string, { before, after }: { before: string; after: string }): Promise<ForgeEvent> {
    const about = await repository();
    const sha = await origin.sha(after); // `after` of an annotated tag is the tag.
    const head = { id: sha, message: ref, url: `${about.html_url}/commit/${sha}` };
    const pushed = { ref, before, after, created: /^0+$/.test(before), deleted: false };
    const payload = { ...pushed, head_commit: head, commits: [head], repository: about, sender: about.owner };
    return { name: 'push', payload, ref, sha };
  }

  return {
    push: async (branch) => pushEvent(`refs/heads/${branch}`, await origin.push(branch)),
    pushTag: async (tag) => pushEvent(`refs/tags/${tag}`, await origin.pushTag(tag)),
    openPullRequest: async (branch, from, { base = 'main', title = branch }) => {
      await mirrorBranch(branch);
      const { data: pull } = await rest.pulls.create({ ...repo, title, head: branch, base });
      return {
        number: pull.number,
        label: async (name) => {
          await rest.issues.addLabels({ ...repo, issue_number: pull.number, labels: [name] });
        },
        enqueue: async () => mergeGroupEvent(pull.number, branch),
        update: async (action) => pullRequestEvent(pull.number, branch, action, from),
        comments: async () => comments(pull.number),
      };
    },
    finish: async (finished) => finishedEvent(origin, finished, await repository()),
  };
}
