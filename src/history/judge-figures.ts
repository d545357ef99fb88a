import type { JudgeContext } from '../checks/check.ts';
import { checks } from '../checks/index.ts';
import { mismatches, type StoredBaseline } from '../baseline/index.ts';
import type { CheckReport } from '../model.ts';

type AnyCheck = (typeof checks)[number];

/** A check without the types of its parts, which its own schemas guarantee to fit together. */
interface PlainCheck {
  apart?: (measurement: unknown) => unknown;
  judge: (
    current: unknown,
    stored: unknown,
    options: unknown,
    context: JudgeContext,
  ) => Omit<CheckReport, 'name' | 'title'>;
}

export interface JudgedFigures {
  reports: CheckReport[];
  /** Why counts couldn't be held against each other. */
  differing: string[];
  /** Titles of checks of which only the later figures tell something. */
  alone: string[];
}

/**
 * Judges stored figures again, by the rules and default limits of a run against its baseline. `apart`: leaves out what the
 * run measured beside its own base, since `then` is another one.
 */
export function judgeFigures(
  now: StoredBaseline,
  then: StoredBaseline | null,
  { apart }: { apart: boolean },
): JudgedFigures {
  const differing = then === null ? [] : mismatches(then.comparability, now.comparability);
  const context: JudgeContext = { compare: 'auto', knownLeaks: 'fail', mismatches: differing };
  const alone: string[] = [];
  const reports = checks.flatMap((check): CheckReport[] => {
    const measured = figuresOf(check, now);
    if (measured === null) return [];
    const stored = then === null ? null : figuresOf(check, then);
    if (stored === null) alone.push(check.title);
    const { apart: without, judge } = check as unknown as PlainCheck;
    const current = apart ? (without?.(measured) ?? measured) : measured;
    const options: unknown = check.options.parse({});
    return [{ name: check.name, title: check.title, ...judge(current, stored, options, context) }];
  });
  return { reports, differing, alone };
}

/** Figures in the shape of another version count as none. */
function figuresOf(check: AnyCheck, { measurements }: StoredBaseline): unknown {
  const parsed = check.measurement.safeParse(measurements[check.name]);
  return parsed.success ? parsed.data : null;
}
