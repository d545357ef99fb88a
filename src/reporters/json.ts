import type { Report } from '../model.ts';

/** `result.json`, the source of every other rendering. */
export function renderJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
