import * as fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import type { Report } from '../../../src/model.ts';

/** What a browser gets of a Markdown text, with dangerous parts left in so that tests can see them. */
export function toHtml(markdown: string): string {
  return micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
}

const allowedTags = /^(?:h3|p|table|thead|tbody|tr|th|td|strong|em|code|pre|ul|li|details|summary|sub|br|a|!--.*--)$/;
const allowedLink =
  /^ href="https:\/\/github\.com\/acme\/shop\/(?:blob\/[0-9a-f]{40}\/[^"]*|actions\/runs\/11894673021(?:#artifacts)?)"$/;
const allowedAttributes = /^(?: open(?:="")?| align="right"| class="language-(?:text|go)"| \/)?$/;

const count = (html: string, pattern: RegExp): number => html.match(pattern)?.length ?? 0;

/** Everything in a rendering that isn't ours: foreign tags and links, torn tables, mentions, references, hidden characters. */
export function intrusions(markdown: string): string[] {
  const html = toHtml(markdown);
  return [...foreignMarkup(html), ...tornBlocks(html, markdown), ...livingText(html)];
}

function foreignMarkup(html: string): string[] {
  return [...html.matchAll(/<\/?([^>\s/]+|!--.*?--)([^>]*)>/g)]
    .filter(([whole, tag = '', attributes = '']) => {
      if (whole.startsWith('<!--')) return !/^<!-- leakgate:v1 key=\S* -->$/.test(whole);
      if (tag === 'a' && attributes !== '') return !allowedLink.test(attributes);
      return !allowedTags.test(tag) || !allowedAttributes.test(attributes);
    })
    .map(([whole]) => `markup: ${whole}`);
}

function tornBlocks(html: string, markdown: string): string[] {
  const unbalanced = ['details', 'summary', 'table', 'pre', 'sub', 'code', 'strong', 'em'].filter(
    (tag) => count(html, new RegExp(`<${tag}[ >]`, 'g')) !== count(html, new RegExp(`</${tag}>`, 'g')),
  );
  const tables = html.match(/<table>[\s\S]*?<\/table>/g) ?? [];
  const torn = tables.filter((table) => {
    const columns = count(table, /<th[ >]/g);
    return (table.match(/<tr>[\s\S]*?<\/tr>/g) ?? []).slice(1).some((row) => count(row, /<td[ >]/g) !== columns);
  });
  // Each line that we wrote as a row is one, and nothing else is. The rule below a head is a line and no row.
  const written = rowsWritten(markdown);
  const lost = written.length - count(html, /<tr>/g) - tables.length;
  return [
    ...unbalanced.map((tag) => `unbalanced: ${tag}`),
    ...torn,
    ...(lost === 0 ? [] : [`rows lost: ${lost}`]),
    ...raggedRows(written).map((row) => `ragged: ${row}`),
  ];
}

/** The lines that we wrote as rows, table by table in one list. */
function rowsWritten(markdown: string): string[] {
  let fence: string | undefined;
  const rows: string[] = [];
  for (const line of markdown.split('\n')) {
    if (fence === undefined) fence = /^`{3,}/.exec(line)?.[0];
    else if (line === fence) fence = undefined;
    if (fence === undefined && line.startsWith('|')) rows.push(line);
  }
  return rows;
}

/** Parsers fill up short rows and cut long ones. We escape every bar of others, so that bars alone tell. */
function raggedRows(rows: string[]): string[] {
  let bars = 0;
  return rows.filter((row, index) => {
    const next = rows[index + 1];
    if (next !== undefined && /^\|(?: -+:? \|)+$/.test(next)) bars = count(next, /\|/g);
    return count(row, /\|/g) !== bars;
  });
}

/** Forges look for mentions, references and addresses in the rendered text, except in code. */
function livingText(html: string): string[] {
  const outsideCode = html
    .replace(/<pre>[\s\S]*?<\/pre>|<code>[\s\S]*?<\/code>/g, '')
    .replace(/<[^>]*>/g, '\n')
    .replaceAll('&amp;', '&');
  const living = /@[a-z0-9]|(?<!&)#\d|gh-\d|:\/\/|www\./gi;
  const hidden = /(?!\n)[\p{Cc}\p{Cs}\u202a-\u202e\u2066\u2067]/gu;
  return [...(outsideCode.match(living) ?? []), ...(html.match(hidden) ?? []).map((found) => JSON.stringify(found))];
}

// prettier-ignore
const pieces = [
  '|', '\\', '`', '``', '```', '~~~', '<', '>', '</details>', '<script>', '-->', '<!--', '@user', '@', '#12', '#', 'GH-7', 'https://e.vil', 'http://', 'www.e.vil',
  'a@b.co', '[', '](', '](x)', '![', '*', '**', '_', '~~', '$', '$$', '&lt;', '&', '\n', '\r', '\n\n', '- ', '1. ', '> ', '+ ', '= ', '---', '===', '    ', '\t',
  '\u202e', '\u2066', '\u0000', '\u001b[31m', '\u200b', '[^1]', '[x]: y', '::error::', '##[error]', 'x', 'Ω', 'م', '🧨', '\ud800', ' ', 'mailto:a@b.co', 'xmpp:a@b.co',
  ':', '//', '(', ')', '"', "'", 'javascript:', '{', '}', '!', '\u00a0', '\u2028', '<br>', '<td>', '</td>', '<summary>', '|---|',
];

/** Texts as an attacker would write them, and texts as nobody would. */
export const hostileText = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 400 }) },
);

/** Fields whose values are ours: from a closed list, or made by the runner. */
const closedFields = new Set([
  'verdict',
  'outcome',
  'unit',
  'kind',
  'of',
  'better',
  'runner',
  'code',
  'repository',
  'run',
]);

/** The report with every free text replaced by the next one of `texts`; the commit stays, so that there are links. */
export function poisoned(report: Report, texts: string[]): Report {
  let next = 0;
  const poison = (value: unknown, field = ''): unknown => {
    if (typeof value === 'string') return closedFields.has(field) ? value : texts[next++ % texts.length];
    if (Array.isArray(value)) return value.map((item) => poison(item));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, poison(item, key)]));
  };
  const { sha } = report.commit;
  const changed = poison(report) as Report;
  return { ...changed, commit: { ...changed.commit, sha } };
}
