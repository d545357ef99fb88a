import type { Finding, Report } from '../model.ts';
import type { Say } from '../words/say.ts';
import { fenced, prose, text } from './escape.ts';
import { isFromAnotherTime } from './figures.ts';
import { factLines, placeLink, safeUrl } from './links.ts';
import { details, environmentSection, figuresSection, passingSection, verdictSection } from './markdown-details.ts';
import {
  collectionsSection,
  coverageSection,
  goroutinesSection,
  protocolsSection,
  resilienceSection,
  stagesSection,
} from './markdown-evidence.ts';
import { siteSection } from './markdown-sites.ts';
import { metricsTable, table } from './markdown-tables.ts';
import { formatTime } from './numbers.ts';
import { costSentences } from './running-cost.ts';
import { anotherTimeNote, shortSha, storyOf, type Story } from './story.ts';
import { told, type Told } from './told.ts';

/** How much of the story is told. */
interface Extent {
  sites: number;
  rows: number;
  stacks: boolean;
  figures: boolean;
  passing: boolean;
  tables: boolean;
  evidence: boolean;
}

/** What goes first when the text is too long, most dispensable first. Nothing is ever cut inside a table or a block. */
function extents({ sites, rows, evidence }: MarkdownLimits): Extent[] {
  const all: Extent = {
    sites,
    rows,
    stacks: true,
    figures: true,
    passing: true,
    tables: true,
    evidence: evidence === true,
  };
  const full = { ...all, evidence: false };
  const noStacks = { ...full, stacks: false };
  const noFigures = { ...noStacks, figures: false };
  const noPassing = { ...noFigures, passing: false };
  const fewSites = { ...noPassing, sites: 5, rows: 10 };
  return [all, full, noStacks, noFigures, noPassing, fewSites, { ...fewSites, tables: false }];
}

export interface MarkdownLimits {
  /** UTF-8 bytes, which are never fewer than characters. */
  maxBytes: number;
  /** Most lines of code that are shown. */
  sites: number;
  /** Most rows of a table of figures. */
  rows: number;
  /** Show collections and goroutine groups too, which nothing is judged by. */
  evidence?: true;
}

/** The report as GitHub Flavored Markdown. All text of others is escaped. */
export function renderMarkdown(given: Report, limits: MarkdownLimits): string {
  const report = told(given);
  const story = storyOf(report);
  let markdown = '';
  for (const extent of extents(limits)) {
    markdown = compose(report, story, extent);
    if (Buffer.byteLength(markdown) <= limits.maxBytes) return markdown;
  }
  return markdown;
}

function compose(report: Told, story: Story, extent: Extent): string {
  const { top, rest } = metricRows(story);
  const { compared } = story;
  const { rows } = extent;
  const body = extent.tables
    ? [
        stop(report, extent),
        topTable(report, top, { compared, rows }),
        reasons(report, story, extent),
        anotherTime(report, story),
        costSentences(report)
          .map((sentence) => prose(sentence, 300))
          .join(' '),
        siteSection(report, story, extent),
        extent.passing ? passingSection(report, rest, { compared, rows }) : '',
        extent.figures ? figuresSection(report, rows) : '',
        extent.evidence ? resilienceSection(report) : '',
        extent.evidence ? protocolsSection(report) : '',
        extent.evidence ? stagesSection(report) : '',
        extent.evidence ? coverageSection(report, rows) : '',
        extent.evidence ? collectionsSection(report) : '',
        extent.evidence ? goroutinesSection(report, rows) : '',
        verdictSection(report),
        environmentSection(report),
      ]
    : [report.say('The findings are too long to be shown here; the full report has them.')];
  const blocks = [`### ${story.icon} ${text(story.heading)}`, lead(report), ...body, footer(report)];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** What deviates opens the report; when nothing does, what holds is the news. */
function metricRows({ deviations, sites, passing }: Story): { top: Finding[]; rest: Finding[] } {
  if (deviations.length > 0 || sites.length > 0) return { top: deviations, rest: passing };
  return { top: passing.slice(0, 8), rest: passing.slice(8) };
}

function lead({ summary, baseline, error, say }: Told): string {
  if (error !== null) return [prose(error.message, 600), prose(error.hint ?? '', 600)].filter(Boolean).join('\n\n');
  return [prose(summary, 600), baseline.found ? '' : prose(baseline.reason)]
    .filter((sentence) => sentence !== '')
    .join(say(' '));
}

/** The compiler's lines and the service's last words, when the run couldn't finish. */
function stop(report: Told, { rows }: Extent): string {
  if (report.error === null) return '';
  const { say } = report;
  const { locations, output } = report.error;
  const places = locations
    .slice(0, rows)
    .map((location) => [placeLink(report, { ...location, own: true }), prose(location.message)]);
  const lines = (output ?? '').split(/\r\n|[\r\n]/).filter((line) => line.trim() !== '');
  const [last, all] = [lines.slice(-8), lines.slice(-50)];
  return [
    ...(places.length === 0 ? [] : [table([say('Line'), say('Message')], places)]),
    ...(last.length === 0 ? [] : [fenced(last)]),
    ...(all.length === last.length ? [] : [details(say('Last {n} lines of output', { n: all.length }), fenced(all))]),
  ].join('\n\n');
}

function topTable(report: Told, findings: Finding[], { compared, rows }: { compared: boolean; rows: number }): string {
  if (findings.length === 0) return '';
  const more = findings.length > rows ? `\n\n${report.say('… and {n} more.', { n: findings.length - rows })}` : '';
  return metricsTable(report, findings.slice(0, rows), compared) + more;
}

/** Why each deviating figure is judged so, with what is known beside it. */
function reasons(report: Told, { deviations }: Story, { rows }: Extent): string {
  const lines = deviations.slice(0, Math.min(rows, 10)).map((finding) => {
    const said = [prose(finding.reason), ...(finding.site === undefined ? factLines(report, finding) : [])];
    const what = `**${text(finding.metric, 80)}**${judged(finding, report.say)}`;
    return `- ${report.say('{what}: {why}', { what, why: said.filter((part) => part !== '').join(' · ') })}`;
  });
  return lines.join('\n');
}

function judged({ outcome }: Finding, say: Say): string {
  if (outcome === 'inconclusive') return say(' (undecided)');
  return outcome === 'warn' ? say(' (not gating)') : '';
}

function anotherTime(report: Told, { deviations, passing }: Story): string {
  return [...deviations, ...passing].some(isFromAnotherTime) ? `<sub>† ${text(anotherTimeNote(report))}</sub>` : '';
}

function footer({ links, commit, leakgate, createdAt, say }: Told): string {
  const run = safeUrl(links.run);
  const time = formatTime(createdAt);
  const measured = commit.sha === '' ? time : say('{time} for {sha}', { time, sha: shortSha(commit.sha) });
  const page = safeUrl(links.report ?? null);
  const parts = [
    ...(run === null
      ? []
      : [say('[Full report]({artifacts}) and [log]({run})', { artifacts: page ?? `${run}#artifacts`, run })]),
    `leakgate ${text(leakgate, 40)}`,
    measured,
  ];
  return `<sub>${parts.join(' · ')}</sub>`;
}
