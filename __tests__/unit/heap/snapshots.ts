import type { Frame } from '../../../src/model.ts';
import type { ProfileSnapshot, RetentionSnapshot } from '../../../src/heap/snapshot-file.ts';
import { trie, type Short } from './tries.ts';

const common = {
  leakgate: 'snapshot',
  schemaVersion: 1,
  takenAt: '2026-01-02T03:04:05.000Z',
  process: { pid: 7, startedAt: '2026-01-02T03:00:00.000Z', buildId: 'a/b' },
  goVersion: 'go1.26.8',
  requests: null,
} as const;

export function retention(roots: Short[], more: Partial<RetentionSnapshot> = {}): RetentionSnapshot {
  const made = trie(...roots);
  const { retainedBytes } = made;
  return {
    ...common,
    kind: 'retention',
    trie: made,
    heapAllocBytes: retainedBytes + 700,
    reachableBytes: retainedBytes,
    ...more,
  };
}

export const frame = (name: string, line: number): Frame => ({ function: name, file: 'main.go', line, own: true });

export function profile(
  sites: Record<string, [bytes: number, objects: number]>,
  more: Partial<ProfileSnapshot> = {},
): ProfileSnapshot {
  return {
    ...common,
    kind: 'profile',
    sites: Object.entries(sites).map(([name, [liveBytes, liveObjects]], i) => ({
      key: name,
      liveBytes,
      liveObjects,
      stack: [frame(name, i + 1), frame('main.main', 99)],
    })),
    ...more,
  };
}
