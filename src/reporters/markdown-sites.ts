import type { Finding, Frame, Report } from '../model.ts';
import type { Say, Word } from '../words/say.ts';
import { isChanged } from './changed-lines.ts';
import { code, fenced, plain, prose, shorten, text } from './escape.ts';
import { growthOf } from './figures.ts';
import { factLines, frameLink, isOwn, placeLink } from './links.ts';
import { details } from './markdown-details.ts';
import { noBreakSpace, strongIf, table } from './markdown-tables.ts';
import { formatCount } from './numbers.ts';
import { iconOf, isLine, shortFunction, type Story } from './story.ts';
import type { Told } from './told.ts';

/** How many lines are shown, and whether with the calls that lead to them. */
interface SitesExtent {
  sites: number;
  stacks: boolean;
}

export const siteTitles = {
  crash: 'Where it crashed',
  leak: 'Where it leaks',
  cost: 'Where it costs more',
  speed: 'Where it is slower',
  errors: 'Where it fails',
} as const satisfies Record<Finding['kind'], Word>;

/** Lines that decide the verdict are shown; beside them, those that gate nothing are folded away. */
export function siteSection(report: Told, { sites }: Story, extent: SitesExtent): string {
  const deciding = sites.filter(({ outcome }) => outcome !== 'warn');
  if (deciding.length === 0 || deciding.length === sites.length) return siteBlock(report, sites, extent);
  const others = sites.filter(({ outcome }) => outcome === 'warn');
  const n = others.length;
  const title = report.say(n === 1 ? '{n} line that gates nothing' : '{n} lines that gate nothing', { n });
  return `${siteBlock(report, deciding, extent)}\n\n${details(title, sitesTable(report, others.slice(0, extent.sites)))}`;
}

function siteBlock(report: Told, sites: Finding[], extent: SitesExtent): string {
  if (sites.length === 0) return '';
  const kinds = new Set(sites.map(({ kind }) => kind));
  const title = report.say(kinds.size === 1 ? siteTitles[sites[0]!.kind] : 'Where');
  const shown = sites.slice(0, extent.sites);
  const hidden = sites.length - shown.length;
  return [
    `**${title}**`,
    sitesTable(report, shown),
    ...(hidden > 0 ? [moreLines(hidden, report.say)] : []),
    evidenceSections(report, shown, { open: 1, stacks: extent.stacks }),
  ].join('\n\n');
}

const moreLines = (n: number, say: Say): string =>
  say(n === 1 ? '… and {n} more line in the full report.' : '… and {n} more lines in the full report.', { n });

/** The lines of code that findings point at: how much of what, and why. The evidence follows below the table. */
function sitesTable(report: Told, findings: Finding[]): string {
  const { say } = report;
  const rows = findings.map((finding) => [
    iconOf(finding),
    siteCell(report, finding),
    amountCell(finding, say),
    whyCell(report, finding),
  ]);
  return table(['', say('Line'), say('What'), say('Why')], rows);
}

function amountCell(finding: Finding, say: Say): string {
  const growth = isLine(finding) ? growthOf(finding, say) : '';
  // A short name isn't broken for the sake of a wide neighbour.
  const metric =
    finding.metric.length > 16 ? text(finding.metric, 80) : text(finding.metric).replaceAll(' ', noBreakSpace);
  return growth === '' ? metric : `${strongIf(finding.outcome === 'fail', growth)}<br>${metric}`;
}

/** A dearer request has its own row, with the reason: here its line tells how much of that is its own. */
function whyCell(report: Report, finding: Finding): string {
  const [first] = isLine(finding) ? [] : factLines(report, finding);
  return (first ?? prose(finding.reason)) || '–';
}

function siteCell(report: Report, finding: Finding): string {
  const { site } = finding;
  if (site === undefined) return text(finding.metric);
  return `${placeLink(report, { ...site, own: isOwn(finding) })}<br>${code(shortFunction(site.function), 80)}`;
}

/** What is known about each line: its text, what holds it, what to do, and the calls that lead to it. */
function evidenceSections(report: Told, sites: Finding[], { open, stacks }: { open: number; stacks: boolean }): string {
  const sections = sites.map((finding, index) => {
    const { site } = finding;
    if (site === undefined) return '';
    const source = site.source === undefined || plain(site.source) === '' ? [] : [fenced([site.source], 'go'), ''];
    const chain = stacks && site.stack.length > 1 ? [`- *${report.say('stack')}* ${chainOf(report, site.stack)}`] : [];
    const waits = stacks ? waitLines(report, finding) : [];
    const lines = [...source, ...factLines(report, finding).map((line) => `- ${line}`), ...chain, ...waits];
    const place = `${site.file}${site.line > 0 ? `:${site.line}` : ''}`;
    return details(
      `${iconOf(finding)} ${shortFunction(site.function)} (${shorten(place, 100)})`,
      lines.join('\n'),
      index < open,
    );
  });
  return sections.filter((section) => section !== '').join('\n');
}

/** Stacks beside the one that leads to the line: where goroutines are stuck. */
function waitLines(report: Told, { flows = [] }: Finding): string[] {
  return flows
    .map(({ title, steps }) => ({ title, frames: steps.toReversed().flatMap(({ frame }) => frame ?? []), steps }))
    .filter(({ frames, steps }) => frames.length > 1 && frames.length === steps.length)
    .map(({ title, frames }) => `- *${text(title.toLowerCase(), 60)}* ${chainOf(report, frames)}`);
}

const maxFrames = 12;

/** Innermost first. */
function chainOf(report: Told, stack: Frame[]): string {
  const shown = stack
    .slice(0, maxFrames)
    .map((frame) => `${frameLink(report, frame)}${isChanged(report, frame) ? report.say(' (changed)') : ''}`);
  const more = stack.length - shown.length;
  return [...shown, ...(more > 0 ? [report.say('{n} more', { n: formatCount(more) })] : [])].join(' ← ');
}
