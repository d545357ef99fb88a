import type { Metric, Report, Unit } from '../model.ts';

interface Sample {
  name: string;
  help: string;
  labels: Record<string, string>;
  value: number;
}

/** Base units, as Prometheus asks for: the suffix of the name and what a value is multiplied with. */
const units: Record<Unit, [suffix: string, factor: number]> = {
  'req/s': ['requests_per_second', 1],
  ms: ['seconds', 0.001],
  'us/req': ['seconds_per_request', 1e-6],
  bytes: ['bytes', 1],
  'bytes/req': ['bytes_per_request', 1],
  'objects/req': ['objects_per_request', 1],
  'allocs/req': ['allocs_per_request', 1],
  goroutines: ['goroutines', 1],
  ratio: ['ratio', 1],
  count: ['total_seen', 1],
};

/** Names that dashboards are built on; all others follow from the figure's id. */
const quantiles: ReadonlyMap<string, string> = new Map([
  ['qps/p50', '0.5'],
  ['qps/p95', '0.95'],
  ['qps/p99', '0.99'],
]);

/** The run's figures as OpenMetrics text. No label holds a commit: each would be a series of its own for ever. */
export function openMetrics(report: Report): string {
  const common = { service: report.key, branch: report.commit.branch };
  const families = new Map<string, Sample[]>();
  for (const sample of samplesOf(report)) families.set(sample.name, [...(families.get(sample.name) ?? []), sample]);
  const lines = [...families].flatMap(([name, samples]) => [
    `# TYPE ${name} gauge`,
    `# HELP ${name} ${escaped(samples[0]!.help)}`,
    ...samples.map(({ labels, value }) => `${name}${labelText({ ...common, ...labels })} ${value}`),
  ]);
  return `${[...lines, '# EOF'].join('\n')}\n`;
}

function samplesOf(report: Report): Sample[] {
  const failed = Number(report.verdict === 'fail');
  const metrics = report.checks.flatMap((check) => check.metrics).filter(({ value }) => Number.isFinite(value));
  const gates = report.checks
    .flatMap((check) => check.findings)
    .filter(({ threshold, site }) => threshold !== null && site === undefined);
  const at = Date.parse(report.createdAt);
  const seen = new Set<string>();
  return [
    { name: 'leakgate_failed', help: 'Whether the last run failed.', labels: {}, value: failed },
    ...(Number.isNaN(at)
      ? []
      : [{ name: 'leakgate_run_timestamp_seconds', help: 'When the last run ended.', labels: {}, value: at / 1000 }]),
    ...metrics.map(sampleOf),
    ...gates.map(({ id, outcome }) => ({
      name: 'leakgate_gate_exceeded',
      help: 'Whether a figure exceeded its gate.',
      labels: { metric: id },
      value: Number(outcome === 'fail'),
    })),
  ].filter((sample) => isFirst(sample, seen));
}

/** One series has one value. */
function isFirst({ name, labels }: Sample, seen: Set<string>): boolean {
  const series = `${name}${labelText(labels)}`;
  if (seen.has(series)) return false;
  seen.add(series);
  return true;
}

function sampleOf({ id, title, unit, value }: Metric): Sample {
  const [suffix, factor] = units[unit];
  const quantile = quantiles.get(id);
  const scaled = Number((value * factor).toPrecision(12));
  if (quantile !== undefined)
    return { name: 'leakgate_latency_seconds', help: 'Latency.', labels: { quantile }, value: scaled };
  if (id === 'qps/throughput') return { name: 'leakgate_requests_per_second', help: title, labels: {}, value: scaled };
  const name = `leakgate_${id
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .slice(0, 80)}_${suffix}`;
  return { name, help: title, labels: {}, value: scaled };
}

function labelText(labels: Record<string, string>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value).replaceAll('"', '\\"')}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

const escaped = (text: string): string =>
  text
    .slice(0, 200)
    .replaceAll('\\', '\\\\')
    .replace(/[\r\n]+/g, '\\n')
    .replace(/\p{Cs}/gu, '\ufffd');
