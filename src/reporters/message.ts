import type { Report } from '../model.ts';
import { plain } from './escape.ts';
import { safeUrl } from './links.ts';
import { outcomeIcons, shortSha, storyOf } from './story.ts';
import { told } from './told.ts';

/** How a branch or pull request stood before this run. */
export type Before = 'red' | 'green' | 'unknown';

/** What every chat is told, as plain text of one line each. */
export interface Message {
  title: string;
  summary: string;
  facts: { name: string; value: string }[];
  /** The run's page. */
  link: string | null;
  linkText: string;
}

/** The verdict in a few lines. */
export function messageOf(given: Report, before: Before): Message {
  const report = told(given);
  const { commit, links, verdict, baseline, say } = report;
  const { heading } = storyOf(report);
  const turned = before === 'red' && verdict === 'pass' ? say(' (green again)') : '';
  const place = commit.pullRequest === null ? commit.branch : `#${commit.pullRequest} (${commit.branch})`;
  const failed = report.checks.filter(({ outcome }) => outcome === 'fail').map(({ title }) => title);
  const facts = [
    {
      name: say(commit.pullRequest === null ? 'Branch' : 'Pull request'),
      value: `${place} ${shortSha(commit.sha)}`.trim(),
    },
    { name: say('Failed'), value: failed.join(say(', ')) },
    { name: say('Baseline'), value: baseline.found ? `${baseline.branch} ${shortSha(baseline.sha ?? '')}`.trim() : '' },
  ];
  return {
    title: plain(`${outcomeIcons[verdict]} ${heading}${turned}`, 150),
    summary: plain(report.summary, 600),
    facts: facts.map(({ name, value }) => ({ name, value: plain(value, 200) })).filter(({ value }) => value !== ''),
    link: safeUrl(links.report ?? null) ?? safeUrl(links.run),
    linkText: say('Full report'),
  };
}
