import type { Acceptance } from '../policy/acceptance.ts';
import { recordOf, stillAccepted } from '../policy/acceptance-record.ts';
import { abandoned, type BaselineEntry, type StoredBaseline } from '../baseline/index.ts';
import type { Held } from './baselines.ts';
import { asLeakgateError } from '../errors.ts';
import type { RunEvent } from '../host/event.ts';
import type { Survey } from '../survey.ts';
import { trailOf } from './trail.ts';
import { version } from '../version.ts';

interface Figures {
  measurements: Record<string, unknown>;
  /** Where they were measured. */
  environment: StoredBaseline['environment'];
  /** What the run was held against. */
  stored: StoredBaseline | null;
  /** What was accepted of what failed. */
  accepted: readonly Acceptance[];
  /** Nothing was measured, since the binary is that of the baseline's commit. */
  identical: boolean;
}

/** This run's figures in the form that a store keeps. */
export function candidate(
  place: Survey,
  { measurements, environment, stored, accepted, identical }: Figures,
): StoredBaseline {
  const { event, repository } = place;
  const acceptances = [...stillAccepted(stored), ...accepted.map((one) => recordOf(one, stored))];
  const { comparability } = place;
  const now = {
    sha: event.sha,
    measurements,
    comparability,
    identical,
    accepted: accepted.flatMap((one) => one.checks),
  };
  return {
    schemaVersion: 1,
    leakgate: version,
    key: place.key,
    branch: event.branch,
    sha: event.sha,
    createdAt: new Date().toISOString(),
    ...(repository.sha === event.sha && repository.committedAt !== null && { committedAt: repository.committedAt }),
    environment,
    comparability,
    measurements,
    ...(acceptances.length > 0 && { accepted: acceptances }),
    trail: trailOf(stored, now),
  };
}

/** `auto`: after a push, a scheduled or a manual run of a branch. `always`: also on a laptop. */
export type Save = 'auto' | 'always' | 'never';

export const isDue = (save: Save, event: RunEvent): boolean =>
  save === 'always' || (save === 'auto' && event.storesBaseline);

interface Due {
  save: Save;
  failed: boolean;
  /** Checks that were asked for; a baseline that lacks one of them would hide it from then on. */
  checks: string[];
  event: RunEvent;
}

/**
 * Stores a run that didn't fail as its branch's baseline, and says so in the baseline's report. A refused or overtaken
 * write never changes the verdict: it is answered as a note.
 */
export async function storeWhenDue(
  held: Held,
  figures: StoredBaseline,
  due: Due,
  signal: AbortSignal,
): Promise<string[]> {
  if (!isDue(due.save, due.event) || due.failed) return [];
  // What was compared with nothing could be worse than what is stored.
  if (held.unavailable !== undefined) return ['The baseline wasn’t stored: the earlier ones couldn’t be read before.'];
  const missing = due.checks.filter((check) => !(check in figures.measurements));
  if (missing.length > 0) return [`The baseline wasn’t stored: ${missing.join(', ')} measured nothing.`];
  try {
    const outcome = await held.store.write(figures, signal);
    held.report.stored = outcome.stored;
    if (!outcome.stored) return [`The baseline wasn’t stored: ${outcome.reason}`];
  } catch (thrown) {
    const { message, hint } = asLeakgateError(thrown);
    return [`The baseline wasn’t stored: ${message}${hint === undefined ? '' : ` ${hint}`}`];
  }
  return removeOutdated(held, due.event, signal);
}

async function removeOutdated(held: Held, event: RunEvent, signal: AbortSignal): Promise<string[]> {
  try {
    await held.store.remove(outdated(held, event), signal);
    return [];
  } catch (thrown) {
    return [`Old baselines weren’t removed: ${asLeakgateError(thrown).message}`];
  }
}

/** What nobody will be compared with any more. */
function outdated({ entries, damaged }: Held, { branch, defaultBranch }: RunEvent): BaselineEntry[] {
  const kept = defaultBranch === null ? [branch] : [branch, defaultBranch];
  return [...new Set([...damaged, ...abandoned(entries, kept, { nowMs: Date.now() })])];
}
