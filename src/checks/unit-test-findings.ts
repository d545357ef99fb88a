import type { Fact, Finding } from '../model.ts';
import type { JudgeContext } from './check.ts';
import { patternFacts, unrecognisedWait } from './goroutine-patterns.ts';
import { groupBy } from '../group-by.ts';
import { gradeLeak } from './known-leaks.ts';
import type { TestLeak } from './unit-test-leaks.ts';
import type { TestMeasurement } from './unit-tests.ts';
import { counted, listed } from './wording.ts';

/** A leak that the baseline knows is a warning, as one under load is; a new one fails. */
export function testLeakFindings(
  { leaks, failOnLeak }: TestMeasurement,
  baseline: TestMeasurement | null,
  context: Pick<JudgeContext, 'knownLeaks'>,
): Finding[] {
  return leaks.map((leak) => {
    const known = baseline?.leaks.find(({ id }) => id === leak.id);
    const before = baseline === null ? null : (known?.goroutines ?? 0);
    const grade = gradeLeak({ rate: leak.goroutines, before, unit: 'goroutines' }, context);
    const spared = !failOnLeak && grade.outcome === 'fail';
    const policy = spared ? 'Not gating: GOLEAK_FAIL_ON_LEAK is 0.' : '';
    return {
      id: `unit-tests/${leak.id}`,
      kind: 'leak',
      metric: 'Goroutines left by unit tests',
      unit: 'goroutines',
      before,
      after: leak.goroutines,
      delta: before === null ? null : leak.goroutines - before,
      interval: null,
      threshold: { value: 0, of: 'absolute' },
      outcome: spared ? 'warn' : grade.outcome,
      reason: [sentence(leak), evidence(leak), grade.known, policy].filter((text) => text !== '').join(' '),
      site: leak.site,
      facts: facts(leak),
      ...flowsOf(leak),
    };
  });
}

const sentence = ({ goroutines, tests }: TestLeak): string =>
  `${counted(goroutines, 'goroutine')} started here ${goroutines === 1 ? 'was' : 'were'} still there when the tests of ${counted(new Set(tests.map((one) => one.package)).size, 'package')} had ended.`;

const evidence = ({ proven, goroutines }: TestLeak): string => {
  const [they, them] = goroutines === 1 ? ['It', 'it'] : ['They', 'them'];
  return proven
    ? `Proven: the garbage collector finds nothing that could wake ${them}.`
    : `${they} didn’t end in the time that was given; what takes longer would look the same.`;
};

function facts(leak: TestLeak): Fact[] {
  return [
    ...groupBy(leak.tests, (one) => one.package).map((same) => ({ label: 'left by', text: whoLeft(same) })),
    ...aloneFacts(leak),
    ...(leak.waitsAt === null ? [] : [waitFact(leak.state, leak.waitsAt)]),
    ...(leak.pattern === null ? unrecognisedWait : patternFacts(leak.pattern)),
  ];
}

/** Nobody reads more names. */
const mostNamed = 8;

function whoLeft(same: TestLeak['tests']): string {
  const names = same.flatMap(({ test, goroutines }) =>
    test === null ? [] : [goroutines > 1 ? `${test} (${goroutines})` : test],
  );
  const more = names.length > mostNamed ? [`${names.length - mostNamed} more tests`] : [];
  const told = listed([...names.slice(0, mostNamed), ...more]);
  return `${told === '' ? 'a test that nothing tells' : told} in ${same[0]!.package}`;
}

function aloneFacts({ tests }: TestLeak): Fact[] {
  const again = tests.filter(({ alone }) => alone === true).length;
  const not = tests.flatMap(({ alone, test }) => (alone === false && test !== null ? [test] : []));
  if (again === 0 && not.length === 0) return [];
  if (not.length === 0) return [{ label: 'run alone', text: tests.length === 1 ? 'leaks too' : 'each leaks too' }];
  return [
    { label: 'run alone', text: `${listed(not.slice(0, mostNamed))} left nothing: it takes the other tests too` },
  ];
}

function waitFact(
  state: string,
  { function: name, file, line, source, stack }: NonNullable<TestLeak['waitsAt']>,
): Fact {
  const own = stack.some((frame) => frame.own && frame.file === file && frame.line === line);
  return {
    label: 'waits in',
    text: source === undefined ? state : `${state}: ${source}`,
    frame: { function: name, file, line, own },
  };
}

/** From the function that the goroutine began with to what it is stuck in. */
function flowsOf({ waitsAt, state }: TestLeak): Pick<Finding, 'flows'> {
  const calls = (waitsAt?.stack ?? []).toReversed().map((frame) => ({ text: frame.function, frame }));
  return calls.length === 0 ? {} : { flows: [{ title: `Waits in (${state})`, steps: calls }] };
}

/** A failed test is no leak, but a run with one proves nothing. */
export function failureFindings(failed: TestMeasurement['failed']): Finding[] {
  return failed.map((one) => ({
    id: `unit-tests/failed/${one.package}/${one.test}`,
    kind: 'errors',
    metric: one.test === '' ? `Tests of ${one.package}` : `${one.test} of ${one.package}`,
    unit: 'count',
    before: null,
    after: 1,
    delta: null,
    interval: null,
    threshold: { value: 0, of: 'absolute' },
    outcome: 'fail',
    reason: saidBy(one.output),
  }));
}

/** The first line that tells something. */
function saidBy(output: string): string {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^(?:===|---|PASS$|FAIL|#|exit status|ok\s)/.test(line));
  return (lines.find((line) => /^panic:|\.go:\d+/.test(line)) ?? lines[0] ?? 'It failed without a word.').slice(0, 300);
}
