import type { Fact, Finding, Site } from '../model.ts';
import type { JudgeContext } from './check.ts';
import type { GoroutineMeasurement } from './goroutine-measurement.ts';
import { patternFacts, unrecognisedWait } from './goroutine-patterns.ts';
import { gradeLeak } from './known-leaks.ts';
import type { GoroutineLeak } from './leak-schema.ts';
import {
  bytesText,
  capitalised,
  growthFact,
  perRequestsText,
  routeFacts,
  secondsText,
  timeFacts,
} from './leak-wording.ts';
import { amountText } from './wording.ts';

export const perThousandUnit = 'for each 1,000 requests';

export function goroutineFindings(
  current: GoroutineMeasurement,
  baseline: GoroutineMeasurement | null,
  threshold: number,
  context: JudgeContext,
): Finding[] {
  return current.leaks
    .filter((leak) => leak.perThousand > threshold)
    .map((leak) => {
      const known = baseline?.leaks.find(({ id }) => id === leak.id);
      const before = baseline === null ? null : (known?.perThousand ?? 0);
      const grade = gradeLeak({ rate: leak.perThousand, before, unit: perThousandUnit }, context);
      return {
        id: `goroutine-leak/${leak.id}`,
        kind: 'leak',
        metric: 'Goroutines left by 1,000 requests',
        unit: 'goroutines',
        before,
        after: leak.perThousand,
        delta: before === null ? null : leak.perThousand - before,
        interval: null,
        threshold: { value: threshold, of: 'absolute' },
        outcome: grade.outcome,
        reason: [sentence(leak), evidence(leak), grade.known].filter((text) => text !== '').join(' '),
        site: leak.site,
        facts: facts(leak),
        ...flowsOf(leak),
      };
    });
}

const sentence = ({ perThousand, own }: GoroutineLeak): string =>
  `${capitalised(perRequestsText(perThousand / 1000, 'goroutine'))} behind, started here.${own ? '' : ' No frame of your own code is on their stacks: a library starts them.'}`;

const evidence = ({ proven, restedMs }: GoroutineLeak): string =>
  proven
    ? 'Proven: the garbage collector finds nothing that could wake them.'
    : `Suspected: their number grows with every round and didn't fall in ${secondsText(restedMs)} without load. Work that takes longer than that would look the same.`;

function facts(leak: GoroutineLeak): Fact[] {
  return [
    ...(leak.waitsAt === null ? [] : [waitFact(leak.state, leak.waitsAt)]),
    ...routeFacts(leak),
    growthFact(leak, amountText),
    ...timeFacts(leak),
    ...heldFacts(leak),
    ...(leak.holds === undefined ? [] : [{ label: 'keep alive', text: leak.holds.chain }]),
    ...(leak.pattern === null ? unrecognisedWait : patternFacts(leak.pattern)),
  ];
}

/** From the function that the goroutine began with to what it is stuck in. */
function flowsOf({ waitsAt, state, holds }: GoroutineLeak): Pick<Finding, 'flows'> {
  const calls = (waitsAt?.stack ?? []).toReversed().map((frame) => ({ text: frame.function, frame }));
  const waits = { title: `Waits in (${state})`, steps: calls };
  const keeps = { title: 'Keeps alive', steps: holds?.steps ?? [] };
  return { flows: [waits, keeps].filter(({ steps }) => steps.length > 0) };
}

/** Counted where a dump tells it, with the stack; else about. */
function heldFacts({ heapBytesEach, heapRuler, stackBytesEach = 0 }: GoroutineLeak): Fact[] {
  if (heapBytesEach < 1) return [];
  const heap = `${heapRuler === 'dump' ? '' : 'about '}${bytesText(heapBytesEach)} of heap`;
  const stack = stackBytesEach < 1 ? '' : ` and ${bytesText(stackBytesEach)} of stack`;
  return [{ label: 'each holds', text: `${heap}${stack}` }];
}

function waitFact(state: string, { function: name, file, line, source, stack }: Site): Fact {
  const own = stack.some((frame) => frame.own && frame.file === file && frame.line === line);
  return {
    label: 'waits in',
    text: source === undefined ? state : `${state}: ${source}`,
    frame: { function: name, file, line, own },
  };
}
