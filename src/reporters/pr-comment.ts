import type { Report } from '../model.ts';
import { shorten } from './escape.ts';
import { renderMarkdown } from './markdown.ts';

/** GitHub refuses bodies above 65,536 characters. Bytes are never fewer than characters. */
export const maxCommentBytes = 60_000;

/**
 * The invisible first line that tells the comment of one key from all others. Percent-encoding leaves no character
 * that could end the HTML comment; `--` isn't allowed inside one.
 */
export function commentMarker(key: string): string {
  const wellFormed = shorten(key, 200).replace(/\p{Cs}/gu, '\ufffd');
  const encoded = encodeURIComponent(wellFormed).replaceAll('%2F', '/').replaceAll('--', '-%2D');
  return `<!-- leakgate:v1 key=${encoded} -->`;
}

/** The body of the pull request's comment, marker first. */
export function prComment(report: Report): string {
  const marker = commentMarker(report.key);
  const maxBytes = maxCommentBytes - Buffer.byteLength(marker) - 1;
  return `${marker}\n${renderMarkdown(report, { maxBytes, sites: 10, rows: 20 })}`;
}
