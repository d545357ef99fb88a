import type { Finding, Frame, Report } from '../model.ts';
import { code, prose, shorten, text } from './escape.ts';
import { shortFunction } from './story.ts';

/**
 * A link to that line that stays right when the branch moves on, or null where the repository isn't known.
 * GitHub, GitHub Enterprise and Gitea (by redirect) understand the same form.
 */
export function lineLink(
  { links, commit }: Pick<Report, 'links' | 'commit'>,
  file: string,
  line: number,
): string | null {
  const repository = safeUrl(links.repository);
  if (repository === null || !/^[0-9a-f]{7,64}$/i.test(commit.sha)) return null;
  const path = file.split('/').map(encodeSegment).join('/');
  return `${repository.replace(/\/$/, '')}/blob/${commit.sha}/${path}${line > 0 ? `#L${line}` : ''}`;
}

/** `encodeURIComponent` leaves parentheses, which would end a Markdown link, and refuses lone surrogates. */
function encodeSegment(segment: string): string {
  const wellFormed = segment.replace(/\p{Cs}/gu, '\ufffd');
  return encodeURIComponent(wellFormed).replace(
    /[!'()*~]/g,
    (sign) => `%${sign.codePointAt(0)!.toString(16).toUpperCase()}`,
  );
}

/** The address when it's one of the web and can't end the link that it stands in. */
export function safeUrl(url: string | null): string | null {
  return url !== null && url.length <= 500 && /^https?:\/\/[\w.:[\]-]+(?:\/[\w.~%/?#&=+,@-]*)?$/.test(url) ? url : null;
}

/** `internal/session/cache.go:23`, linked when it lies in the repository. */
export function placeLink(report: Report, { file, line, own }: Pick<Frame, 'file' | 'line' | 'own'>): string {
  const place = code(`${shorten(file, 80)}${line > 0 ? `:${line}` : ''}`);
  const url = own ? lineLink(report, file, line) : null;
  return url === null ? place : `[${place}](${url})`;
}

/** The function, linked to its line when it lies in the repository. */
export function frameLink(report: Report, { function: name, file, line, own }: Frame): string {
  const url = own ? lineLink(report, file, line) : null;
  return url === null ? code(shortFunction(name), 80) : `[${code(shortFunction(name), 80)}](${url})`;
}

/** A site says nothing about whose code it is; its stack does. Without a stack it's taken for the service's own. */
export function isOwn({ site }: Finding): boolean {
  if (site === undefined) return false;
  const same = site.stack.find((frame) => frame.file === site.file && frame.line === site.line);
  return (same ?? site.stack.find((frame) => frame.file === site.file))?.own ?? site.stack.length === 0;
}

/** The evidence under a finding: `blocked in` · `chan send`, with a link where it names a line. */
export function factLines(report: Report, { facts = [] }: Finding): string[] {
  return facts.map(
    ({ label, text: said, frame, page }) =>
      `*${text(label, 40)}* ${linked(report, prose(said), frame)}${page === undefined ? '' : pageLink(page)}`,
  );
}

const patternsPage = 'https://github.com/leakgate/leakgate/blob/v1/docs/patterns.md';

/** A section of docs/patterns.md. Results come from forks too: only what can be the name of a section becomes a link. */
export const patternUrl = (page: string): string | null =>
  /^[a-z][a-z-]{1,40}$/.test(page) ? `${patternsPage}#${page}` : null;

function pageLink(page: string): string {
  const url = patternUrl(page);
  return url === null ? '' : ` ([${page}](${url}))`;
}

/** Makes a link of the place that the text names, or puts it behind. */
function linked(report: Report, escaped: string, frame: Frame | undefined): string {
  if (frame === undefined) return escaped;
  const link = placeLink(report, frame);
  const place = text(`${frame.file}:${frame.line}`);
  return escaped.includes(place) ? escaped.replace(place, () => link) : `${escaped} ${link}`;
}
