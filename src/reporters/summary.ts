import type { Report } from '../model.ts';
import { renderMarkdown } from './markdown.ts';

/** GitHub refuses summaries above 1 MiB per step. */
export const maxSummaryBytes = 900 * 1024;

/** The same story as the comment, with more lines of code, and with collections and goroutine groups. */
export function summary(report: Report): string {
  return renderMarkdown(report, { maxBytes: maxSummaryBytes, sites: 50, rows: 100, evidence: true });
}
