import type { Finding, Frame, Report } from '../model.ts';
import { isOwn } from './links.ts';

/** Is this a line that the change brought or altered? */
export function isChanged({ changes }: Pick<Report, 'changes'>, { file, line, own }: Frame): boolean {
  const ranges = own ? changes?.files.find((changed) => changed.file === file)?.lines : undefined;
  return ranges?.some(([from, to]) => from <= line && line <= to) ?? false;
}

/**
 * The call nearest to the line found that the change touched. Forges show a remark beside a change only at a line of that change.
 * Null where the found line is touched itself, and where none of the calls is.
 */
export function changedCaller(report: Report, finding: Finding): Frame | null {
  const { site } = finding;
  if (site === undefined || !isOwn(finding) || isChanged(report, { ...site, own: true })) return null;
  return site.stack.find((frame) => isChanged(report, frame)) ?? null;
}
