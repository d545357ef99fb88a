import * as z from 'zod';
import { kebabOptions } from '../config/options.ts';
import { duration, share } from '../config/values.ts';
import type { CheckReport, Finding, Metric, Outcome } from '../model.ts';
import { defineCheck, type Bench } from './check.ts';
import { punctualLoad } from './punctual-load.ts';
import { amountText, counted, listed, percent, signedPercent } from './wording.ts';

const queries = z
  .string()
  .transform((text, context) => {
    const lines = text.split('\n').map((line) => line.trim());
    return lines
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => {
        const [, name, query] = /^([^={}()"]{1,60}?)\s*=\s*(.+)$/.exec(line) ?? [];
        if (name !== undefined && query !== undefined) return { name, query };
        context.addIssue({ code: 'custom', message: 'write one `name = PromQL` a line' });
        return z.NEVER;
      });
  })
  .refine((lines) => new Set(lines.map(({ name }) => name)).size === lines.length, {
    error: 'give each query a name of its own',
  });

const options = kebabOptions({
  'prometheus-url': z
    .url({ protocol: /^https?$/, error: 'write a URL such as http://127.0.0.1:9090' })
    .optional()
    .describe('A Prometheus whose figures the `prometheus` check gates.'),
  'prometheus-queries': queries
    .prefault('')
    .describe(
      'What to ask it, one `name = PromQL` a line, each for a single number: read before and after a load, and held by its change for 1,000 requests.',
    ),
  'prometheus-window': duration.prefault('15s').describe('How long the service is loaded between the two readings.'),
  'prometheus-scrape': duration
    .prefault('15s')
    .describe('The scrape interval: how long to wait before each reading until it has seen what was.'),
  'max-prometheus-increase': share
    .prefault('15%')
    .describe('How much more such a figure may change for 1,000 requests than it did for the baseline.'),
});

interface PrometheusOptions {
  prometheusUrl?: string | undefined;
  prometheusQueries: { name: string; query: string }[];
  prometheusWindow: number;
  prometheusScrape: number;
  maxPrometheusIncrease: number;
}

const reading = z.object({
  name: z.string(),
  before: z.number().nullable(),
  after: z.number().nullable(),
  /** Why one of the two is missing. */
  missing: z.string().nullable(),
});

const measurement = z.object({ requests: z.number(), readings: z.array(reading) });

type Measured = z.output<typeof measurement>;
type Reading = z.output<typeof reading>;

/** Figures of other systems (a database's connections, a queue's length, a cache's misses) beside a load of the stock build. */
export const prometheus = defineCheck({
  name: 'prometheus',
  title: 'Prometheus',
  build: 'stock',
  onRequest: true,
  options,
  measurement,
  measure,
  judge,
});

async function measure(bench: Bench, chosen: PrometheusOptions, signal: AbortSignal): Promise<Measured> {
  const { prometheusUrl: url, prometheusQueries: asked } = chosen;
  if (url === undefined || asked.length === 0) return { requests: 0, readings: [] };
  const read = async () => {
    bench.progress('prometheus: waiting for a scrape');
    await bench.rest(chosen.prometheusScrape);
    return Promise.all(asked.map(async ({ query }) => bench.external(url, query)));
  };
  signal.throwIfAborted();
  const before = await read();
  const { summary } = await punctualLoad(bench, chosen.prometheusWindow);
  const after = await read();
  const readings = asked.map(({ name }, index): Reading => {
    const [first, last] = [before[index]!, after[index]!];
    const missing = [first, last].flatMap((sample) => ('missing' in sample ? [sample.missing] : []));
    return {
      name,
      before: 'value' in first ? first.value : null,
      after: 'value' in last ? last.value : null,
      missing: missing[0] ?? null,
    };
  });
  return { requests: summary.answered, readings };
}

/** Null where one of the two readings is missing. */
function perThousand({ before, after }: Reading, requests: number): number | null {
  return before === null || after === null || requests === 0 ? null : ((after - before) * 1000) / requests;
}

function judge(
  current: Measured,
  stored: Measured | null,
  { maxPrometheusIncrease, prometheusUrl, prometheusQueries }: PrometheusOptions,
): Omit<CheckReport, 'name' | 'title'> {
  const nothing = { findings: [], metrics: [], routes: [] };
  if (prometheusUrl === undefined || prometheusQueries.length === 0) {
    const summary = 'Nothing to ask: `prometheus-url` and `prometheus-queries` say what.';
    return { outcome: 'skipped', summary, ...nothing };
  }
  const findings = current.readings.map((one) => findingOf(one, current, stored, maxPrometheusIncrease));
  const outcome = worst(findings);
  return { outcome, summary: summaryOf(findings, outcome), findings, metrics: metricsOf(current), routes: [] };
}

function findingOf(one: Reading, current: Measured, stored: Measured | null, limit: number): Finding {
  const after = perThousand(one, current.requests);
  const known = stored?.readings.find(({ name }) => name === one.name);
  const before = known === undefined ? null : perThousand(known, stored!.requests);
  const delta = after === null || before === null || before === 0 ? null : (after - before) / Math.abs(before);
  const [outcome, reason] = verdict({ one, before, after, delta, limit });
  return {
    id: `prometheus/${one.name}`,
    kind: 'cost',
    metric: one.name,
    unit: 'count',
    before,
    after,
    delta,
    interval: null,
    threshold: before === null ? null : { value: limit, of: 'relative' },
    outcome,
    reason,
  };
}

interface Evidence {
  one: Reading;
  before: number | null;
  after: number | null;
  delta: number | null;
  limit: number;
}

function verdict({ one, before, after, delta, limit }: Evidence): [Finding['outcome'], string] {
  if (after === null) return ['inconclusive', `No figure: ${one.missing ?? 'nothing was answered'}.`];
  const change = `From ${amountText(one.before!)} to ${amountText(one.after!)}: ${amountText(after)} for 1,000 requests`;
  if (before === null) return ['pass', `${change}. There is nothing to compare with yet.`];
  const beyond = delta === null ? after > 0 : delta > limit;
  const than = delta === null ? 'none for the baseline' : `${signedPercent(delta)} against the baseline`;
  return [beyond ? 'fail' : 'pass', `${change}, ${than}; at most +${percent(limit)} is allowed.`];
}

function worst(findings: readonly Finding[]): Outcome {
  const has = (outcome: Finding['outcome']): boolean => findings.some((finding) => finding.outcome === outcome);
  return has('fail') ? 'fail' : has('inconclusive') ? 'inconclusive' : 'pass';
}

function summaryOf(findings: readonly Finding[], outcome: Outcome): string {
  const named = findings.filter((finding) => finding.outcome === outcome).map(({ metric }) => metric);
  if (outcome === 'fail') return `Changed more than allowed: ${listed(named)}.`;
  if (outcome === 'inconclusive') return `No figure for ${listed(named)}.`;
  return `${counted(findings.length, 'figure')} read before and after a load.`;
}

function metricsOf({ readings, requests }: Measured): Metric[] {
  return readings.flatMap((one) => {
    const value = perThousand(one, requests);
    if (value === null) return [];
    return [
      { id: `prometheus/${one.name}`, title: `${one.name}, for 1,000 requests`, unit: 'count', better: 'lower', value },
    ];
  });
}
