import * as core from '@actions/core';
import type { Annotation } from '../reporters/index.ts';
import { labelOf } from './accept-label.ts';
import { nowhere, readEvent, type RunEvent } from './event.ts';
import { withoutCommands } from './foreign-text.ts';
import type { CommentOutcome, CommentWhen, Host } from './host.ts';
import type { ForgeAccess } from './octokit.ts';
import { commentApi, isRefusal, patiently, pullRequestOf } from './octokit-comments.ts';
import { limitedForMs } from './rate-limit.ts';
import { statusOf, upsertComment } from './sticky-comment.ts';

export interface GithubHostOptions {
  env: NodeJS.ProcessEnv;
  /** Without one nothing is commented. */
  token?: string;
  /** Pauses between attempts when the forge fails to answer. */
  retryDelaysMs?: readonly number[];
}

const info = (text: string): void => core.info(withoutCommands(text));

/** A job of GitHub Actions, GitHub Enterprise Server or Gitea Actions. */
export function githubHost({ env, token, retryDelaysMs = [1000, 4000] }: GithubHostOptions): Host {
  return {
    name: 'github',
    color: env['NO_COLOR'] === undefined || env['NO_COLOR'] === '',
    async group(title, body) {
      core.startGroup(title);
      try {
        return await body();
      } finally {
        core.endGroup();
      }
    },
    info,
    notice: (text) => core.notice(text),
    warning: (text) => core.warning(text),
    progress: info,
    annotate,
    secret(value) {
      if (value !== '') core.setSecret(value);
    },
    output: (name, value) => core.setOutput(name, value),
    summary: writeSummary,
    async comment(key, markdown, when, failed) {
      const warn = failed || when === 'always' ? (text: string): void => core.warning(text) : info;
      return publishComment({ env, token, retryDelaysMs, key, markdown, when, warn });
    },
    async acceptLabel(event) {
      const { repository, apiUrl } = event;
      if (token === undefined || token === '' || repository === null) return null;
      try {
        return await patiently(retryDelaysMs, async () => labelOf({ token, apiUrl, repository }, event));
      } catch (error) {
        core.warning(`The label leakgate:accept couldn't be looked for: ${said(error)}`);
        return null;
      }
    },
  };
}

const annotators = { error: core.error, warning: core.warning, notice: core.notice };

function annotate({ level, title, message, file, line }: Annotation): void {
  const properties = { title, ...(file !== undefined && { file }), ...(line !== undefined && { startLine: line }) };
  annotators[level](message, properties);
}

async function writeSummary(markdown: string): Promise<void> {
  try {
    await core.summary.emptyBuffer().addRaw(markdown).write({ overwrite: true });
  } catch (error) {
    core.info(`The job summary wasn't written: ${said(error)}`);
  }
}

interface Publishing {
  env: NodeJS.ProcessEnv;
  token: string | undefined;
  retryDelaysMs: readonly number[];
  key: string;
  markdown: string;
  when: CommentWhen;
  warn(text: string): void;
}

async function publishComment(publishing: Publishing): Promise<CommentOutcome> {
  const { env, token, when } = publishing;
  if (when === 'never') return { url: null, reason: '' };
  try {
    const event = await readEvent(env, nowhere);
    if (event.repository === null) return { url: null, reason: 'No comment: GITHUB_REPOSITORY is not set.' };
    if (token === undefined || token === '') return { url: null, reason: 'No comment: there is no github-token.' };
    const access = { token, apiUrl: event.apiUrl, repository: event.repository };
    return await commentOn(access, event, publishing);
  } catch (error) {
    publishing.warn(refusalText(error));
    return { url: null, reason: '' };
  }
}

async function commentOn(access: ForgeAccess, event: RunEvent, publishing: Publishing): Promise<CommentOutcome> {
  const { key, markdown, when, retryDelaysMs } = publishing;
  return patiently(retryDelaysMs, async () => {
    const asked = event.pullRequest?.number ?? null;
    const number = asked ?? (when === 'always' ? await pullRequestOf(access, event.sha) : null);
    if (number === null) return { url: null, reason: 'No comment: this run belongs to no pull request.' };
    const marker = markdown.slice(0, markdown.indexOf('\n'));
    const { comment, did, previous } = await upsertComment(await commentApi(access, number), marker, markdown);
    const reason = `The comment for ${key} was ${did}: ${comment.html_url}`;
    return { url: comment.html_url, reason, ...(previous !== undefined && { previous }) };
  });
}

function refusalText(error: unknown): string {
  if (limitedForMs(error) !== null)
    return `The pull request wasn't commented, since the forge takes no more requests of this token for now (HTTP ${statusOf(error)}: ${said(error)}); the verdict stands. The next run comments.`;
  if (!isRefusal(error)) return `The pull request wasn't commented; the verdict stands. ${said(error)}`;
  return [
    `The pull request wasn't commented, since the token may not (HTTP ${statusOf(error)}: ${said(error)}); the verdict stands.`,
    'Give the job `permissions: pull-requests: write`. A pull request from a fork never gets that right: the job summary has the report.',
  ].join(' ');
}

const said = (error: unknown): string => (error instanceof Error ? error.message : String(error));
