import type { Report } from '../model.ts';

/** `20261125-222306-8eb9505`: in the order of time. */
export function runId({ createdAt, commit }: Pick<Report, 'createdAt' | 'commit'>): string {
  const [day, time] = new Date(createdAt).toISOString().slice(0, 19).split('T') as [string, string];
  const sha = /^[0-9a-f]{7,}$/.test(commit.sha) ? `-${commit.sha.slice(0, 7)}` : '';
  return `${day.replaceAll('-', '')}-${time.replaceAll(':', '')}${sha}`;
}
