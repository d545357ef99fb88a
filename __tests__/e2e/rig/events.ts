import { getOctokit } from '@actions/github';
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

/** A pull request against `main`, as its author and the forge see it. */
export interface ForgePullRequest {
  number: number;
  /** Pushes what was committed on the branch and tells the event that follows. */
  update: (action: 'opened' | 'synchronize') => Promise<ForgeEvent>;
  comments: () => Promise<Comment[]>;
}

/** The developer's side of the forge: pushes to it, opens pull requests, and tells the events that follow. */
export interface EventSource {
  push(branch: string): Promise<ForgeEvent>;
  openPullRequest(branch: string, from: 'branch' | 'fork'): Promise<ForgePullRequest>;
}

export function createEventSource(
  forgeUrl: string,
  repo: { owner: string; repo: string },
  origin: Origin,
): EventSource {
  const { rest, paginate } = getOctokit(adminToken, { baseUrl: forgeUrl });
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
    const base = await origin.sha('main');
    const merge = await origin.mergePullRequest(number, base, head);
    const { data: pull } = await rest.pulls.get({ ...repo, pull_number: number });
    const fork = {
      ...pull.head.repo,
      full_name: `contributor/${repo.repo}`,
      fork: true,
      owner: { login: 'contributor' },
    };
    const payload = {
      action,
      number,
      pull_request: {
        ...pull,
        head: { ...pull.head, sha: head, repo: from === 'fork' ? fork : pull.head.repo },
        base: { ...pull.base, sha: base },
        merge_commit_sha: merge,
      },
      repository: await repository(),
      sender: pull.user,
    };
    return { name: 'pull_request', payload, ref: `refs/pull/${number}/merge`, sha: merge };
  }

  return {
    push: async (branch) => {
      const { before, after } = await origin.push(branch);
      const about = await repository();
      const head = { id: after, message: branch, url: `${about.html_url}/commit/${after}` };
      const pushed = { ref: `refs/heads/${branch}`, before, after, created: /^0+$/.test(before), deleted: false };
      const payload = { ...pushed, head_commit: head, commits: [head], repository: about, sender: about.owner };
      return { name: 'push', payload, ref: pushed.ref, sha: after };
    },
    openPullRequest: async (branch, from) => {
      await mirrorBranch(branch);
      const { data: pull } = await rest.pulls.create({ ...repo, title: branch, head: branch, base: 'main' });
      return {
        number: pull.number,
        update: async (action) => pullRequestEvent(pull.number, branch, action, from),
        comments: async () => comments(pull.number),
      };
    },
  };
}
