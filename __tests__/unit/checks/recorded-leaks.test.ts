import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { JudgeContext } from '../../../src/checks/check.ts';
import * as goroutineCheck from '../../../src/checks/goroutine-leak.ts';
import * as heapCheck from '../../../src/checks/heap-leak.ts';
import { defaultRules } from '../../../src/checks/leak-pass.ts';
import type { LeakPass } from '../../../src/checks/stages.ts';
import type { Finding } from '../../../src/model.ts';
import { sourceReader } from '../../../src/probes/index.ts';
import { cases } from '../../fixtures/leak-pass/cases.ts';
import { unpack } from '../../fixtures/leak-pass/packed.ts';

const folder = fileURLToPath(new URL('../../fixtures/leak-pass/', import.meta.url));
const context: JudgeContext = { compare: 'auto', knownLeaks: 'fail', mismatches: [] };
const source = sourceReader(`${folder}lab`);
const passes = new Map<string, LeakPass>();

function passOf(name: string): LeakPass {
  const pass = passes.get(name) ?? unpack(readFileSync(`${folder}${name}.json.gz`));
  passes.set(name, pass);
  return pass;
}

/** The lines that `// LEAK <name>` marks, as `file:line`. */
const marks = readdirSync(`${folder}lab`, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.go'))
  .flatMap((file) =>
    readFileSync(`${folder}lab/${file}`, 'utf8')
      .split('\n')
      .flatMap((text, index) => {
        const mark = /\/\/ LEAK (\S+)$/.exec(text)?.[1];
        return mark === undefined ? [] : [{ mark: mark.replace('/', '-'), place: `${file}:${index + 1}` }];
      }),
  );
const marked = (name: string): string[] => marks.filter(({ mark }) => mark === name).map(({ place }) => place);

function judge(name: string, baseline?: string): Finding[] {
  const measured = (of: string) => ({
    heap: heapCheck.summarise(passOf(of), defaultRules.bytesPerRequest, source),
    goroutines: goroutineCheck.summarise(passOf(of), source),
  });
  const current = measured(name);
  const before = baseline === undefined ? null : measured(baseline);
  const { heapLeak } = heapCheck;
  const { goroutineLeak } = goroutineCheck;
  return [
    ...heapLeak.judge(current.heap, before?.heap ?? null, heapLeak.options.parse({}), context).findings,
    ...goroutineLeak.judge(current.goroutines, before?.goroutines ?? null, goroutineLeak.options.parse({}), context)
      .findings,
  ];
}

const placeOf = ({ site }: Finding): string => `${site?.file}:${site?.line}`;
const failing = (findings: Finding[]): Finding[] => findings.filter(({ outcome }) => outcome === 'fail');
const leaky = Object.keys(cases).filter((name) => marked(name).length > 0);
const healthy = Object.keys(cases).filter((name) => marked(name).length === 0);

test('every case is recorded, and both kinds are there', () => {
  expect(Object.keys(cases).filter((name) => !existsSync(`${folder}${name}.json.gz`))).toEqual([]);
  expect(leaky.length).toBeGreaterThan(12);
  expect(healthy.length).toBeGreaterThan(5);
});

describe('leaky services', () => {
  test.each(leaky)('%s: red once, at the marked line', (name) => {
    const red = failing(judge(name));
    expect(red.map(placeOf)).toHaveLength(1);
    const also = red.flatMap(({ facts = [] }) => facts.filter(({ label }) => label === 'also here'));
    const named = [placeOf(red[0]!), ...also.map(({ frame }) => `${frame?.file}:${frame?.line}`)];
    expect(named.some((place) => marked(name).includes(place))).toBe(true);
  });

  test.each(leaky)('%s: known once it is the baseline', (name) => {
    expect(failing(judge(name, name))).toEqual([]);
  });

  test.each(leaky)('%s: red against a healthy baseline', (name) => {
    expect(
      failing(judge(name, 'ok-healthz'))
        .filter(({ kind }) => kind === 'leak')
        .map(placeOf),
    ).toEqual(failing(judge(name)).map(placeOf));
  });

  // A map or slice of this size takes no step in a dose for one route; what the collector undoes isn't tried for each route.
  const unattributed = /^(?:heap-(?:map16|headers|store)|fd-forgotten|pool-.*)$/;
  test.each(leaky.filter((name) => cases[name]!.routes.length > 1))('%s: its route is blamed, or none', (name) => {
    const routes = failing(judge(name)).flatMap(({ facts = [] }) =>
      facts.filter(({ label }) => label === 'driven by').map(({ text }) => text),
    );
    const guilty = `GET ${cases[name]!.routes.find((route) => route.includes(name.split('-')[1]!))}`;
    expect(routes).toEqual(unattributed.test(name) ? [] : [guilty]);
  });

  test.each([
    ['goroutine-lostcancel', 'context that nobody cancels'],
    ['goroutine-send100', 'send whose receiver'],
    ['goroutine-timeafter', 'time.After'],
    ['goroutine-body', 'body is never closed'],
    ['goroutine-globalmutex', 'lock that is never released'],
  ])('%s: %s', (name, words) => {
    const [finding] = failing(judge(name));
    expect(finding?.facts).toContainEqual(
      expect.objectContaining({ label: 'usually', text: expect.stringContaining(words) as string }),
    );
  });

  test('what grows with time says so', () => {
    expect(failing(judge('time-timeleak'))[0]?.facts).toContainEqual(expect.objectContaining({ label: 'grows with' }));
  });
});

describe('healthy look-alikes', () => {
  test.each(healthy)('%s stays green', (name) => {
    expect(failing(judge(name))).toEqual([]);
  });

  test('two healthy services differ in cost only by what they do', () => {
    const [mallocs] = judge('ok-healthz', 'ok-healthz').filter(({ id }) => id === 'heap-leak/mallocs');
    expect(mallocs).toMatchObject({ outcome: 'pass', delta: 0 });
  });
});

test('measurements are small enough to be stored for every branch', () => {
  for (const name of leaky) {
    const heap = heapCheck.summarise(passOf(name), defaultRules.bytesPerRequest, source);
    const goroutines = goroutineCheck.summarise(passOf(name), source);
    expect(JSON.stringify({ heap, goroutines }).length).toBeLessThan(48 * 1024);
  }
});
