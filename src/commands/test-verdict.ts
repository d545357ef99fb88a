import { judgeTests, measurementOf } from '../checks/unit-tests.ts';
import type { UnitTestOptions } from '../checks/unit-test-options.ts';
import type { TestRun } from '../model.ts';
import { sourceReader } from '../probes/source.ts';
import { renderTests } from '../reporters/test-terminal.ts';

/** The verdict of `leakgate test`: without a baseline, every leak fails. */
export const judged = (run: TestRun, root: string, settings: UnitTestOptions): ReturnType<typeof judgeTests> =>
  judgeTests(measurementOf(run, sourceReader(root)), null, settings, { knownLeaks: 'fail' });

export const told = (...given: Parameters<typeof renderTests>): string => renderTests(...given).trimEnd();
