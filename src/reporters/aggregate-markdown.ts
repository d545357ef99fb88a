import type { Aggregate, Outcome, Report } from '../model.ts';
import { code, html, plain, prose, text } from './escape.ts';
import { safeUrl } from './links.ts';
import { renderMarkdown } from './markdown.ts';
import { table } from './markdown-tables.ts';
import { formatTime, formatValue } from './numbers.ts';
import { commentMarker, maxCommentBytes } from './pr-comment.ts';
import { outcomeIcons, shortSha, storyOf } from './story.ts';
import { maxSummaryBytes } from './summary.ts';
import { told, toldAggregate, type ToldAggregate } from './told.ts';

interface Limits {
  /** UTF-8 bytes, which are never fewer than characters. */
  maxBytes: number;
  /** Rows of the table of services. */
  rows: number;
  sites: number;
}

/** No service is called so: a name of ours can't be a folder or an input. */
const aggregateKey = '*';

/** The one comment for all legs of a matrix, marker first. `name` tells several matrices of a repository apart. */
export function aggregateComment(aggregate: Aggregate, name = ''): string {
  const marker = commentMarker(`${aggregateKey}${name}`);
  const maxBytes = maxCommentBytes - Buffer.byteLength(marker) - 1;
  return `${marker}\n${renderAggregate(aggregate, { maxBytes, rows: 120, sites: 5 })}`;
}

/** The same story for the page of the run. */
export function aggregateSummary(aggregate: Aggregate): string {
  return renderAggregate(aggregate, { maxBytes: maxSummaryBytes, rows: 500, sites: 20 });
}

/** A table of all services, then a folded section for each, as far as there is room: failed ones first. */
export function renderAggregate(given: Aggregate, limits: Limits): string {
  const aggregate = toldAggregate(given);
  const head = [
    `### ${outcomeIcons[aggregate.verdict]} ${text(aggregate.summary)}`,
    servicesTable(aggregate, limits.rows),
    aggregate.notes
      .slice(0, 20)
      .map((note) => `- ${prose(note)}`)
      .join('\n'),
  ];
  const foot = footer(aggregate);
  const taken = Buffer.byteLength([...head, foot].join('\n\n')) + 200;
  const sections = sectionsWithin(aggregate, limits, limits.maxBytes - taken);
  return `${[...head, ...sections, foot].filter((block) => block !== '').join('\n\n')}\n`;
}

function servicesTable({ results, missing, say }: ToldAggregate, maxRows: number): string {
  const rows = [
    ...missing.map(({ name, reason }) => ['❌', code(name, 60), prose(reason, 120), '', '']),
    ...results.map(serviceRow),
  ];
  if (rows.length === 0) return '';
  const shown = table(['', say('Service'), say('What'), 'QPS', 'p99'], rows.slice(0, maxRows), [3, 4]);
  return rows.length > maxRows ? `${shown}\n\n${say('… and {n} more.', { n: rows.length - maxRows })}` : shown;
}

function serviceRow(report: Report): string[] {
  const figure = (id: string): string => {
    const found = report.checks.flatMap(({ metrics }) => metrics).find((metric) => metric.id === id);
    return found === undefined ? '' : formatValue(found.value, found.unit);
  };
  return [
    storyOf(told(report)).icon,
    code(report.key, 60),
    text(headingOf(report), 110),
    figure('qps/throughput'),
    figure('qps/p99'),
  ];
}

/** The heading without the service's name, which stands in a cell of its own. */
function headingOf(report: Report): string {
  const { heading } = storyOf(told(report));
  const name = `${plain(report.key, 60)}: `;
  return heading.startsWith(name) ? heading.slice(name.length) : heading;
}

/** Each gets an equal share of the room that is left; who needs less leaves more to the next. */
function sectionsWithin({ results, say }: ToldAggregate, { sites }: Limits, room: number): string[] {
  const shown = results.filter((report) => report.verdict !== 'pass' || report.checks.length > 0);
  const sections: string[] = [];
  let left = room;
  let hidden = 0;
  shown.forEach((report, index) => {
    const share = Math.floor(left / (shown.length - index));
    const section = sectionOf(report, { maxBytes: share, sites });
    const bytes = Buffer.byteLength(section) + 2;
    if (section === '' || bytes > share) hidden += 1;
    else {
      sections.push(section);
      left -= bytes;
    }
  });
  if (hidden > 0)
    sections.push(
      say(
        hidden === 1
          ? "{n} service has no room here; the run's pages have all."
          : "{n} services have no room here; the run's pages have all.",
        { n: hidden },
      ),
    );
  return sections;
}

/** Below this there is no room for a figure beside its frame. */
const leastBytes = 400;

function sectionOf(report: Report, { maxBytes, sites }: { maxBytes: number; sites: number }): string {
  const { icon, heading } = storyOf(told(report));
  const opening = `<details><summary>${icon} ${html(heading, 160)}</summary>\n\n`;
  const closing = '\n</details>';
  const room = maxBytes - Buffer.byteLength(opening + closing) - 2;
  if (room < leastBytes) return '';
  const markdown = renderMarkdown(report, { maxBytes: room, sites, rows: 20 });
  return `${opening}${markdown.slice(markdown.indexOf('\n\n') + 2)}${closing}`;
}

function footer({ results, leakgate, createdAt, say }: ToldAggregate): string {
  const time = formatTime(createdAt);
  const [first] = results;
  const run = safeUrl(first?.links.run ?? null);
  const sha = shortSha(first?.commit.sha ?? '');
  const parts = [
    ...(run === null ? [] : [say('[All reports and logs]({run})', { run })]),
    `leakgate ${text(leakgate, 40)}`,
    sha === '' ? time : say('{time} for {sha}', { time, sha }),
  ];
  return `<sub>${parts.join(' · ')}</sub>`;
}

/** One line a service, for logs. */
export function aggregateLines({ results, missing, summary }: Aggregate): string[] {
  const words: Record<Outcome, string> = { pass: 'pass', fail: 'FAIL', inconclusive: 'undecided', skipped: 'skipped' };
  return [
    ...missing.map(({ name, reason }) => `MISSING    ${plain(name, 60)}: ${plain(reason)}`),
    ...results.map(
      (report) => `${words[report.verdict].padEnd(10)} ${plain(report.key, 60)}: ${plain(headingOf(report))}`,
    ),
    plain(summary),
  ];
}
