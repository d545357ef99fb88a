import type { Report } from '../model.ts';
import { page } from './html/page.ts';

/** A self-contained page: opens from a file, loads nothing, runs no text of others. */
export function renderHtml(report: Report): string {
  return page(report);
}
