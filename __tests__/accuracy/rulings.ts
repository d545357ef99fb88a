import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import type { Entry } from './manifest.ts';
import type { RunRecord } from './record.ts';
import { ofKind, runsOf, scores, sumOf } from './score.ts';

/** What the retention diff alone said of a service. */
const rulingSchema = z.strictObject({
  entry: z.string(),
  /** Leaky and red at a line that is to blame, or healthy and quiet. */
  right: z.boolean(),
  red: z.array(z.strictObject({ root: z.string(), objectsPerRequest: z.number() })),
});

export type Ruling = z.output<typeof rulingSchema>;

export function readRulings(path: string): Ruling[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => rulingSchema.parse(JSON.parse(line)));
}

export const appendRuling = (path: string, ruling: Ruling): void => appendFileSync(path, `${JSON.stringify(ruling)}\n`);

const kinds = [
  ['heap', 'Heap leaks'],
  ['goroutine', 'Goroutine leaks'],
  ['fd', 'File descriptor leaks'],
  ['healthy', 'Healthy look-alikes'],
] as const;

/** Both rulers side by side, as Markdown; empty without any ruling. */
export function rulersTable(
  entries: readonly Entry[],
  records: readonly RunRecord[],
  rulings: readonly Ruling[],
): string {
  if (rulings.length === 0) return '';
  const all = scores(entries, records);
  const rows = kinds.map(([kind, title]) => {
    const names = new Set(entries.filter((entry) => entry.kind === kind).map(({ name }) => name));
    const ruled = rulings.filter(({ entry }) => names.has(entry));
    const own = ofKind(all, kind);
    const right = ruled.filter((ruling) => ruling.right).length;
    return `| ${title} | ${sumOf(own, 'found', 'quiet')} of ${runsOf(own)} runs | ${right} of ${ruled.length} services |`;
  });
  return ['| services | Leakgate | retention diff alone |', '| --- | --: | --: |', ...rows].join('\n');
}
