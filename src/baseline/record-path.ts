import { decodeName, encodeName } from './names.ts';
import { orderedAt } from './retention.ts';
import type { StoredBaseline } from './schema.ts';
import type { BaselineEntry } from './store.ts';

/** `<key>/` or `<key>/<branch>/`: what the paths of all their baselines start with. */
export function recordFolder(key: string, branch?: string): string {
  return branch === undefined ? `${encodeName(key)}/` : `${encodeName(key)}/${encodeName(branch)}/`;
}

/** `<key>/<branch>/<seconds since 1970>-<commit>`: where a store of names keeps a baseline. */
export function recordPath(baseline: StoredBaseline): string {
  const seconds = Date.parse(orderedAt(baseline)) / 1000;
  return `${recordFolder(baseline.key, baseline.branch)}${seconds}-${baseline.sha === '' ? 'none' : baseline.sha}`;
}

/** What such a path says. Null for any other. */
export function entryAt(path: string, id: string): BaselineEntry | null {
  const [key, branch, name, ...more] = path.split('/').map(decodeName);
  const [, seconds, commit] = /^(\d{1,11})-(none|[0-9a-z]+)$/i.exec(name ?? '') ?? [];
  if (key == null || branch == null || commit === undefined || more.length > 0) return null;
  const at = new Date(Number(seconds) * 1000).toISOString();
  return { id, key, branch, at, sha: commit === 'none' ? '' : commit };
}
