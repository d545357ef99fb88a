import { parseManifest, type Entry } from '../../accuracy/manifest.ts';
import type { RunRecord } from '../../accuracy/record.ts';

/** One entry of each sort, as a manifest holds them. */
export const sample: Entry[] = parseManifest(`
- { name: small, kind: heap, framework: gin, what: a small one, requests: [GET /], leak: { bytes: 16, oneIn: 2 } }
- { name: large, kind: heap, framework: chi, what: a large one, requests: [GET /], leak: { bytes: 640 } }
- { name: stuck, kind: goroutine, framework: net/http, what: a stuck one, requests: [GET /], leak: { oneIn: 100 } }
- { name: calm, kind: healthy, framework: echo, what: a cache, requests: [GET /] }
- name: slower
  kind: speed
  service: pricing
  framework: net/http
  what: more work
  requests: [GET /]
  change: [{ file: a.go, find: a, replace: b }]
  effect: { on: +10 % CPU, share: 0.1 }
  expect: [qps/cpu]
- { name: alike, kind: same, service: pricing, framework: net/http, what: a comment, requests: [GET /], change: [{ file: a.go, find: a, replace: b }] }
`);

/** A finished run; what isn't given is as in a good one. */
export const finished = (entry: string, outcome: RunRecord['outcome'], more: Partial<RunRecord> = {}): RunRecord => ({
  entry,
  run: 1,
  at: '2026-11-25T20:00:00.000Z',
  program: 'p1',
  commit: 'c1',
  machine: 'CPU × 2',
  go: 'go1.26.8',
  outcome,
  verdict: outcome === 'quiet' || outcome === 'missed' ? 'pass' : 'fail',
  exitCode: outcome === 'quiet' || outcome === 'missed' ? 0 : 1,
  failed: [],
  astray: [],
  seconds: 40,
  measuredSeconds: 30,
  load: 1.5,
  ...more,
});
