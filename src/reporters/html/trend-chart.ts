import { scaleLinear } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import type { Metric, Trend, TrendPoint } from '../../model.ts';
import type { Say } from '../../words/say.ts';
import { bareRelative, formatRelative, formatValue, shownStep } from '../numbers.ts';
import { html, type Markup } from './markup.ts';

const width = 380;
const height = 150;
const [left, right, top, bottom] = [104, width - 8, 12, 128];

/** A run's place on the axis, and a figure of it. */
type At = [index: number, value: number];

/** One figure over all runs: a stepped line, a gap where a run hasn't it, and marks where something was accepted or changed. */
export function valueChart({ points }: Trend, metric: Omit<Metric, 'value'>, say: Say): Markup {
  const values = points.flatMap(({ values: { [metric.id]: value } }, at): At[] =>
    value === undefined ? [] : [[at, value]],
  );
  const shown = values.map(([, value]) => value);
  const most = Math.max(...shown);
  const axis = axisOf(points, Math.min(...shown), most, shownStep(most, metric.unit));
  const path = line<At>(
    ([at]) => axis.x(at),
    ([, value]) => axis.y(value),
  ).curve(curveStepAfter);
  const label = say('{metric} from {first} to {last} over {n} runs', {
    metric: metric.title,
    first: formatValue(shown[0]!, metric.unit),
    last: formatValue(shown.at(-1)!, metric.unit),
    n: shown.length,
  });
  return chart(label, [
    grid(axis, (value) => formatValue(value, metric.unit)),
    marks(points, axis),
    html`<path class="now" d="${path([...values, [points.length, shown.at(-1)!]]) ?? ''}" />`,
  ]);
}

/** Each run's change against its own base with the 95 % interval; null where no run was measured side by side. */
export function changeChart({ points }: Trend, { id, title }: Omit<Metric, 'value'>, say: Say): Markup | null {
  const measured = points.flatMap(({ changes: { [id]: change } }, at) =>
    change === undefined ? [] : [{ at, ...change }],
  );
  if (measured.length === 0) return null;
  const ends = measured.flatMap(({ interval }) => interval);
  const axis = axisOf(points, Math.min(0, ...ends), Math.max(0, ...ends));
  const band = area<(typeof measured)[number]>()
    .x(({ at }) => axis.x(at))
    .y0(({ interval }) => axis.y(interval[0]))
    .y1(({ interval }) => axis.y(interval[1]));
  const path = line<(typeof measured)[number]>(
    ({ at }) => axis.x(at),
    ({ delta }) => axis.y(delta),
  );
  const last = measured.at(-1)!;
  const label = say('{metric} against each run’s base; the last {change}, 95 % interval {interval}', {
    metric: title,
    change: formatRelative(last.delta),
    interval: last.interval.map(bareRelative).join(' … '),
  });
  return chart(label, [
    grid(axis, formatRelative),
    html`<path class="spread" d="${band(measured) ?? ''}" /><path class="now" d="${path(measured) ?? ''}" />`,
    measured.length === 1 && html`<circle class="now" cx="${axis.x(last.at)}" cy="${axis.y(last.delta)}" r="3" />`,
  ]);
}

const chart = (label: string, parts: (Markup | false)[]): Markup =>
  html`<svg class="lines" viewBox="0 0 ${width} ${height}" width="100%" role="img" aria-label="${label}">
    ${parts}
  </svg>`;

interface Axis {
  x: (index: number) => number;
  y: (value: number) => number;
  ticks: number[];
}

/** Whole pixels: 500 runs shall stay small. `step`: of what the axis has round numbers, so that 2 MiB are one and 2,000,000 bytes aren't. */
function axisOf({ length }: readonly TrendPoint[], least: number, most: number, step = 1): Axis {
  const pad = most > least ? (most - least) * 0.08 : Math.abs(most) * 0.1 || 1;
  const floor = least >= 0 ? Math.max(0, least - pad) : least - pad;
  const scale = scaleLinear()
    .domain([floor / step, (most + pad) / step])
    .nice(3)
    .range([bottom, top]);
  return {
    x: (index) => Math.round(left + (index / Math.max(1, length)) * (right - left)),
    y: (value) => Math.round(scale(value / step)),
    ticks: scale.ticks(3).map((tick) => tick * step),
  };
}

const grid = ({ y, ticks }: Axis, text: (value: number) => string): Markup =>
  html`${ticks.map((tick) => html`<path class="grid" d="M${left} ${y(tick)}H${right}" /><text class="small" x="${left - 8}" y="${y(tick) + 4}" text-anchor="end">${text(tick)}</text>`)}`;

/** A dashed line where the conditions of counts changed, a solid one where somebody accepted something. */
const marks = (points: readonly TrendPoint[], { x }: Axis): Markup =>
  html`${points.map(({ accepted, differing }, at) => {
    if (accepted.length > 0) return html`<path class="accepted" d="M${x(at)} ${top}V${bottom}" />`;
    return differing.length > 0 && html`<path class="changed" d="M${x(at)} ${top}V${bottom}" />`;
  })}`;
