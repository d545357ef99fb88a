import type { Finding, LatencyComparison } from '../../model.ts';
import type { Say } from '../../words/say.ts';
import { formatValue } from '../numbers.ts';
import { histogramChart } from './histogram.ts';
import { html, type Markup } from './markup.ts';
import type { Told } from '../told.ts';

const width = 560;
const height = 190;
const left = 64;
const bottom = 160;
const top = 14;

interface Point {
  name: string;
  before: number | null;
  after: number;
}

/** How latencies are spread, and their percentiles: this run beside the baseline. */
export function latency(report: Told): Markup {
  const { say } = report;
  const compared = report.checks.find(({ latencies }) => latencies !== undefined)?.latencies;
  const spread = compared === undefined ? null : histogramChart(compared, say);
  const percentiles = percentileChart(report);
  if (spread === null && percentiles === null) return html``;
  const charts: [string, Markup | null][] = [
    [say('How often each latency came'), spread],
    [say('By percentile'), percentiles],
  ];
  return html`<section aria-labelledby="latency">
    <h2 id="latency">${say('Latency')}</h2>
    <p class="hint">
      <span class="key now"></span>
      ${say('this run')}${compared?.base !== null && html` <span class="key then"></span> ${say('baseline')}`}${say('. Axes of latency are logarithmic.')}${spread !== null && compared !== undefined && origin(compared, say)}
    </p>
    <div class="columns">${charts.map(([title, chart]) => chart !== null && chartPanel(title, chart))}</div>
  </section>`;
}

/** It scrolls where the window is narrower than its words can be read. */
const chartPanel = (title: string, chart: Markup): Markup =>
  html`<div class="panel narrow" tabindex="0" role="group" aria-label="${title}">
    <h3 class="first">${title}</h3>
    ${chart}
  </div> `;

function origin({ how, base }: LatencyComparison, say: Say): string {
  if (base === null) return '';
  return say(
    how === 'paired'
      ? ' Both were under the same load at the same time.'
      : ' The baseline was measured at another time: the machine may have been faster or slower.',
  );
}

/** Where at least two percentiles were held against the baseline. */
function percentileChart({ checks, say }: Told): Markup | null {
  const points = checks.flatMap(({ findings }) => findings).flatMap(pointOf);
  if (points.length < 2) return null;
  const ordered = points.toSorted((a, b) => Number.parseFloat(a.name.slice(1)) - Number.parseFloat(b.name.slice(1)));
  const y = scale(ordered.flatMap(({ before, after }) => [after, ...(before === null ? [] : [before])]));
  const x = (index: number): number => left + 30 + (index * (width - left - 60)) / (ordered.length - 1);
  return html`<svg
    class="lines"
    viewBox="0 0 ${width} ${height}"
    width="100%"
    role="img"
    aria-label="${labelOf(ordered, say)}"
  >
    ${y.ticks.map((tick) => html`<path class="grid" d="M${left} ${y.at(tick)}H${width - 10}" /><text class="small" x="${left - 8}" y="${y.at(tick) + 4}" text-anchor="end">${formatValue(tick, 'ms')}</text> `)}
    ${line(
      'then',
      ordered.flatMap(({ before }, index) => (before === null ? [] : [[x(index), y.at(before)] as const])),
    )}
    ${line(
      'now',
      ordered.map(({ after }, index) => [x(index), y.at(after)] as const),
    )}
    ${ordered.map(({ name }, index) => html`<text class="small" x="${x(index)}" y="${height - 8}" text-anchor="middle">${name}</text>`)}
  </svg>`;
}

function pointOf({ id, unit, before, after }: Finding): Point[] {
  const name = /^qps\/(p\d+(?:\.\d+)?)$/.exec(id)?.[1];
  if (name === undefined || unit !== 'ms' || after === null || after <= 0) return [];
  return [{ name, before: before !== null && before > 0 ? before : null, after }];
}

/** Ticks at 1, 2 and 5 of each power of ten within what is shown. */
function scale(values: number[]): { at: (value: number) => number; ticks: number[] } {
  const [low, high] = [Math.min(...values) / 1.3, Math.max(...values) * 1.3];
  const at = (value: number): number =>
    Math.round((bottom - (Math.log(value / low) / Math.log(high / low)) * (bottom - top)) * 10) / 10;
  const powers = Array.from({ length: 14 }, (_, index) => 10 ** (index - 5));
  const ticks = powers.flatMap((power) => [power, 2 * power, 5 * power].map((tick) => Number(tick.toPrecision(1))));
  const within = ticks.filter((tick) => tick >= low && tick <= high);
  return { at, ticks: within.length > 6 ? within.filter((tick) => /^0?\.?0*1/.test(String(tick))) : within };
}

function line(name: string, points: (readonly [number, number])[]): Markup {
  if (points.length < 2) return html``;
  const path = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${Math.round(x * 10) / 10} ${y}`).join('');
  return html`<path
      class="${name}"
      d="${path}"
    />${points.map(([x, y]) => html`<circle class="${name}" cx="${Math.round(x * 10) / 10}" cy="${y}" r="3" />`)}`;
}

const labelOf = (points: Point[], say: Say): string =>
  points
    .map(
      ({ name, before, after }) =>
        `${name} ${formatValue(after, 'ms')}${before === null ? '' : say(', baseline {value}', { value: formatValue(before, 'ms') })}`,
    )
    .join('; ');
