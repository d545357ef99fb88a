import * as z from 'zod';
import type { CheckReport, Finding, Metric } from '../model.ts';
import { defineCheck, type Bench, type JudgeContext } from './check.ts';
import { failureFindings, testLeakFindings } from './unit-test-findings.ts';
import { leaksOfTests, testLeakSchema } from './unit-test-leaks.ts';
import { planOf, unitTestOptions, type UnitTestOptions } from './unit-test-options.ts';
import { outcomeOf, worstFirst } from './verdicts.ts';
import { counted } from './wording.ts';

const measurement = z.object({
  leaks: z.array(testLeakSchema),
  failed: z.array(z.object({ package: z.string(), test: z.string(), output: z.string() })),
  packages: z.number(),
  tests: z.number(),
  failOnLeak: z.boolean(),
  notes: z.array(z.string()),
});

export type TestMeasurement = z.output<typeof measurement>;

/** Goroutines that the module's own tests leave behind: leaks found without any load. */
export const unitTests = defineCheck({
  name: 'unit-tests',
  title: 'Unit tests',
  build: 'none',
  onRequest: true,
  options: unitTestOptions,
  measurement,
  measure,
  forBaseline: (measured) => ({ ...measured, failed: [], notes: [] }),
  judge: judgeTests,
});

async function measure(bench: Bench, options: UnitTestOptions, signal: AbortSignal): Promise<TestMeasurement> {
  signal.throwIfAborted();
  const run = await bench.goTest(planOf(options));
  const measured = measurementOf(run, bench.source);
  measured.notes.forEach((note) => bench.note(note));
  return measured;
}

type TestRun = Awaited<ReturnType<Bench['goTest']>>;

export function measurementOf(run: TestRun, source: Bench['source']): TestMeasurement {
  const tested = run.packages.filter(({ outcome }) => outcome !== 'none');
  return {
    leaks: leaksOfTests(run.left, source),
    failed: tested.flatMap((one) => one.failed.map(({ test, output }) => ({ package: one.path, test, output }))),
    packages: tested.length,
    tests: tested.reduce((sum, { tests }) => sum + tests, 0),
    failOnLeak: run.failOnLeak,
    notes: run.notes,
  };
}

export function judgeTests(
  current: TestMeasurement,
  baseline: TestMeasurement | null,
  _options: UnitTestOptions,
  context: Pick<JudgeContext, 'knownLeaks'>,
): Omit<CheckReport, 'name' | 'title'> {
  const findings = worstFirst([...failureFindings(current.failed), ...testLeakFindings(current, baseline, context)]);
  return {
    outcome: current.packages === 0 ? 'skipped' : outcomeOf(findings),
    summary: summaryOf(current, findings),
    findings,
    metrics: metricsOf(current),
    routes: [],
  };
}

function summaryOf({ leaks, failed, packages, tests }: TestMeasurement, findings: readonly Finding[]): string {
  if (packages === 0) return 'There is no test to run.';
  const red = findings.some(({ outcome, kind }) => outcome === 'fail' && kind === 'leak');
  const left = leaks.reduce((sum, { goroutines }) => sum + goroutines, 0);
  const said = red
    ? [`Unit tests leave ${counted(left, 'goroutine')} behind, from ${counted(leaks.length, 'place')}.`]
    : [];
  if (failed.length > 0) said.push(`${counted(failed.length, 'test')} failed.`);
  return said.length > 0
    ? said.join(' ')
    : `${counted(tests, 'test')} in ${counted(packages, 'package')} leave no ${leaks.length > 0 ? 'unknown ' : ''}goroutine behind.`;
}

function metricsOf({ leaks, tests }: TestMeasurement): Metric[] {
  const left = leaks.reduce((sum, { goroutines }) => sum + goroutines, 0);
  return [
    { id: 'unit-tests/left', title: 'Goroutines left by unit tests', unit: 'goroutines', better: 'lower', value: left },
    { id: 'unit-tests/tests', title: 'Unit tests', unit: 'count', better: 'none', value: tests },
  ];
}
