import type { Frame } from '../model.ts';
import type { FrameResolver } from '../pprof/frames.ts';
import { parseStacks, type Goroutine } from '../pprof/stacks.ts';

/** A goroutine that a test program left behind. */
export interface Left {
  goroutine: Goroutine;
  /** `TestQueue/full`. Null where the goroutine was started by none, or doesn't tell. */
  test: string | null;
  /** Where that test stands; its `function` is the test's name. */
  testAt: Frame | null;
}

/** Whose output it is; `test` is null for a whole package's. */
export interface OutputOf {
  package: string;
  test: string | null;
}

const ours = /^leakgate: (\d+) goroutines left behind\n(.*?)^leakgate: end of goroutines$/gms;
const ofTest = /^leakgate: of (.+) at (.*):(\d+)$/m;

/**
 * Reads what the code that Leakgate put into `testing` wrote, and what goleak writes where the tests call it themselves.
 */
export function readLeft(output: string, frames: FrameResolver, of: OutputOf): Left[] {
  const found = [...output.matchAll(ours)].flatMap(([, , text = '']) =>
    text.split('\n\n').flatMap((block) => ofBlock(block, frames, of.package)),
  );
  const own = ownReports(output).flatMap((text) => parsed(text, frames));
  return [...found, ...own.map((goroutine) => ({ goroutine, test: of.test ?? startedBy(goroutine), testAt: null }))];
}

/** A TestMain of the tests' own doesn't tell which test it was; where the function of one started the goroutine, that is plain. */
function startedBy({ createdBy }: Goroutine): string | null {
  if (createdBy?.file.endsWith('_test.go') !== true) return null;
  return /\.(Test\w*)(?:\.func\d+)*$/.exec(createdBy.function)?.[1] ?? null;
}

/** The text without what `readLeft` read. */
export const withoutLeft = (output: string): string => output.replaceAll(ours, '').replace(/\n{3,}/g, '\n\n');

/** How many there were; our own text names 1,000 at most. */
export const countLeft = (output: string): number =>
  [...output.matchAll(ours)].reduce((sum, [, count]) => sum + Number(count), 0) +
  ownReports(output).reduce((sum, text) => sum + (text.match(/^goroutine \d+ \[/gm)?.length ?? 0), 0);

function ofBlock(block: string, frames: FrameResolver, path: string): Left[] {
  const [, test = null, file = '', line = '0'] = ofTest.exec(block) ?? [];
  const name = `${path}.${test?.split('/')[0] ?? ''}`;
  const testAt = test === null || file === '' ? null : frames(name, file, Number(line));
  return parsed(block, frames).map((goroutine) => ({ goroutine, test, testAt }));
}

function parsed(text: string, frames: FrameResolver): Goroutine[] {
  return /^goroutine \d+ \[/m.test(text) ? parseStacks(text, frames) : [];
}

/** Texts of `goleak.Find`, printed by `VerifyTestMain` as they are and by `VerifyNone` behind blanks. */
function ownReports(output: string): string[] {
  const reports: string[] = [];
  let current: string[] | null = null;
  for (const line of output.split('\n')) {
    if (line.includes('found unexpected goroutines:')) {
      current = [];
      continue;
    }
    if (current === null) continue;
    const text = line.replace(/^ {8}/, '');
    const [, id, state] = /^[[ ]?Goroutine (\d+) in state (.+), with \S.* on top of the stack:$/.exec(text) ?? [];
    if (text.trim() === ']') {
      reports.push(current.join('\n'));
      current = null;
    } else current.push(id === undefined ? text : `goroutine ${id} [${state}]:`);
  }
  return reports;
}
