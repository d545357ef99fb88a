import { kebabOptions } from '../config/options.ts';
import { share } from '../config/values.ts';
import { groupBy } from '../group-by.ts';
import type { CheckReport, Fact, Finding, LeakKind, LeakProneSite } from '../model.ts';
import { defineCheck } from './check.ts';
import { forBaseline, kinds, measure, measurement, type Measured } from './leak-coverage-measurement.ts';
import { amountText, counted, listed, percent } from './wording.ts';

const options = kebabOptions({
  'min-leak-coverage': share
    .refine((least) => least <= 1, { error: 'write at most 100%' })
    .prefault('0%')
    .describe(
      'The share of the lines that can leak which the load has to reach: `go` statements, contexts, timers, channel operations, HTTP responses, pools, lasting maps and slices that grow.',
    ),
});

interface CoverageOptions {
  minLeakCoverage: number;
}

const shownUnreached = 100;
const shownStarted = 50;
const factsTold = 5;

/** What the load proved: which of the lines that can leak it ran, how often, and what became of the goroutines that it started. */
export const leakCoverage = defineCheck({
  name: 'leak-coverage',
  title: 'Leak coverage',
  build: 'none',
  onRequest: true,
  options,
  measurement,
  measure,
  forBaseline,
  judge,
});

function judge(
  current: Measured,
  stored: Measured | null,
  { minLeakCoverage }: CoverageOptions,
): Omit<CheckReport, 'name' | 'title'> {
  const { sites, requests } = current;
  const reached = sites.filter(({ runs }) => runs > 0);
  const perKind = kinds
    .map((kind) => ({ kind, of: sites.filter((one) => one.kind === kind) }))
    .filter(({ of }) => of.length > 0)
    .map(({ kind, of }) => ({ kind, sites: of.length, reached: of.filter(({ runs }) => runs > 0).length }));
  const findings = sites.length === 0 ? [] : [shareFinding(current, stored, minLeakCoverage), ...news(sites, stored)];
  const failed = findings.some(({ outcome }) => outcome === 'fail');
  const told = `${counted(reached.length, 'line')} of ${amountText(sites.length)} that can leak`;
  return {
    outcome: failed ? 'fail' : 'pass',
    summary:
      sites.length === 0
        ? 'No line of the service’s own code can leak.'
        : `${counted(requests, 'request')} ran ${told} (${percent(reached.length / sites.length)}).`,
    findings,
    metrics:
      sites.length === 0
        ? []
        : [
            {
              id: 'leak-coverage/share',
              title: 'Lines that can leak and were run',
              unit: 'ratio',
              better: 'higher',
              value: reached.length / sites.length,
            },
          ],
    routes: [],
    coverage: {
      requests,
      kinds: perKind,
      unreached: sites.filter(({ runs }) => runs === 0).slice(0, shownUnreached),
      started: reached
        .filter(({ kind }) => kind === 'go')
        .toSorted((a, b) => b.runs - a.runs)
        .slice(0, shownStarted),
    },
  };
}

function shareFinding({ sites }: Measured, stored: Measured | null, least: number): Finding {
  const missed = missedShare(sites);
  const before = stored === null || stored.sites.length === 0 ? null : missedShare(stored.sites);
  const exceeded = least > 0 && missed > 1 - least;
  return {
    id: 'leak-coverage/unreached',
    kind: 'errors',
    metric: 'Lines that can leak and weren’t run',
    unit: 'ratio',
    before,
    after: missed,
    delta: null,
    interval: null,
    threshold: least > 0 ? { value: 1 - least, of: 'absolute' } : null,
    outcome: exceeded ? 'fail' : 'pass',
    reason: exceeded
      ? `The load has to run ${percent(least)} of them. What it doesn’t run, no check can see.`
      : 'What the load doesn’t run, no check can see.',
    ...(exceeded && {
      facts: sites
        .filter(({ runs }) => runs === 0)
        .slice(0, factsTold)
        .flatMap(unreachedFacts),
    }),
  };
}

const missedShare = (sites: Measured['sites']): number => sites.filter(({ runs }) => runs === 0).length / sites.length;

const nouns: Record<LeakKind, string> = {
  go: '`go` statement',
  context: 'context',
  timer: 'timer',
  channel: 'channel operation',
  response: 'HTTP response',
  pool: 'pool use',
  growing: 'growing collection',
};

/** What this change adds, by the text of the lines: they move. */
function news(sites: Measured['sites'], stored: Measured | null): Finding[] {
  if (stored === null) return [];
  const left = new Map(groupBy(stored.sites, textOf).map((same) => [textOf(same[0]!), same.length]));
  const added = sites.filter((one) => {
    const known = left.get(textOf(one)) ?? 0;
    left.set(textOf(one), known - 1);
    return known <= 0;
  });
  if (added.length === 0) return [];
  const unrun = added.filter(({ runs }) => runs === 0);
  const what = groupBy(added, ({ kind }) => kind).map((some) => counted(some.length, nouns[some[0]!.kind]));
  const verb = unrun.length === 1 ? 'was' : 'were';
  return [
    {
      id: 'leak-coverage/new',
      kind: 'errors',
      metric: 'New lines that can leak and weren’t run',
      unit: 'count',
      before: null,
      after: unrun.length,
      delta: null,
      interval: null,
      threshold: null,
      outcome: unrun.length > 0 ? 'warn' : 'pass',
      reason:
        unrun.length === 0
          ? `This change adds ${listed(what)}: the load ran all of it.`
          : `This change adds ${listed(what)}; ${amountText(unrun.length)} ${verb} never run under load.`,
      ...(unrun.length > 0 && { facts: unrun.slice(0, factsTold).flatMap(unreachedFacts) }),
    },
  ];
}

const textOf = ({ kind, frame, source }: LeakProneSite): string => `${kind} ${frame.function} ${source}`;

/** The line, and the routes of which it is sure that they lead there. */
function unreachedFacts({ frame, source, routes = [] }: LeakProneSite): Fact[] {
  const sure = routes.filter(({ may }) => !may).map(({ method, path }) => `${method} ${path}`.trim());
  return [
    { label: 'never run', text: source, frame },
    ...(sure.length > 0 ? [{ label: 'routes to it', text: sure.join(', ') }] : []),
  ];
}
