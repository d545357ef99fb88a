import type { Report } from '../model.ts';
import { plain } from './escape.ts';
import { safeUrl } from './links.ts';
import { outcomeIcons, shortSha, storyOf } from './story.ts';

/** How a branch or pull request stood before this run. */
export type Before = 'red' | 'green' | 'unknown';

/** What every chat is told, as plain text of one line each. */
export interface Message {
  title: string;
  summary: string;
  facts: { name: string; value: string }[];
  /** The run's page. */
  link: string | null;
}

/** The verdict in a few lines. */
export function messageOf(report: Report, before: Before): Message {
  const { commit, links, verdict, baseline } = report;
  const { heading } = storyOf(report);
  const turned = before === 'red' && verdict === 'pass' ? ' (green again)' : '';
  const place = commit.pullRequest === null ? commit.branch : `#${commit.pullRequest} (${commit.branch})`;
  const failed = report.checks.filter(({ outcome }) => outcome === 'fail').map(({ title }) => title);
  const facts = [
    { name: commit.pullRequest === null ? 'Branch' : 'Pull request', value: `${place} ${shortSha(commit.sha)}`.trim() },
    { name: 'Failed', value: failed.join(', ') },
    { name: 'Baseline', value: baseline.found ? `${baseline.branch} ${shortSha(baseline.sha ?? '')}`.trim() : '' },
  ];
  return {
    title: plain(`${outcomeIcons[verdict]} ${heading}${turned}`, 150),
    summary: plain(report.summary, 600),
    facts: facts.map(({ name, value }) => ({ name, value: plain(value, 200) })).filter(({ value }) => value !== ''),
    link: safeUrl(links.run),
  };
}
