import { contradictions, outdated } from './score.ts';
import type { Spec } from './measure.ts';
import type { Contestant, Scorecard } from './scorecard.ts';

/** What became of the scores of an earlier day. */
export interface Validation {
  /** What changed since, a line for each contestant and module; empty when nothing did that matters. */
  changes: string[];
  /** Null when nothing changed, since then nothing is measured. */
  again: Scorecard | null;
  /** Where the new scores contradict the old ones. */
  wrong: string[];
}

/** Measures again when Go's release or a module's major version changed, every commit as it was then. */
export async function validated(
  old: Scorecard,
  now: (entry: Contestant) => Promise<Pick<Contestant, 'goVersion' | 'modules'>>,
  measure: (specs: Spec[]) => Promise<Scorecard>,
): Promise<Validation> {
  const changes: string[] = [];
  for (const entry of old.entries)
    changes.push(...outdated(entry, await now(entry)).map((change) => `${entry.name}: ${change}`));
  if (changes.length === 0) return { changes, again: null, wrong: [] };
  // A branch has moved on since.
  const specs = old.entries.map(({ name, folder, ref, sha }) => ({ name, folder, ref: ref === null ? null : sha }));
  const card = await measure(specs);
  const refs = new Map(old.entries.map(({ name, ref }) => [name, ref]));
  const entries = card.entries.map((entry) => ({ ...entry, ref: refs.get(entry.name) ?? entry.ref }));
  return { changes, again: { ...card, entries }, wrong: contradictions(old.entries, entries) };
}
