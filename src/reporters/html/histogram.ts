import { scaleLinear, scaleLog } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import type { LatencyComparison, LatencyHistogram } from '../../model.ts';
import type { Say } from '../../words/say.ts';
import { formatShare, formatValue } from '../numbers.ts';
import { html, type Markup } from './markup.ts';

const width = 560;
const height = 190;
const [left, right, top, bottom] = [52, width - 26, 14, 160];
/** Nobody's latencies span more powers of ten than this; a damaged result may say so. */
const mostBuckets = 400;

/** Where a bucket begins in milliseconds, and how many of all answers are in it. */
type Step = [fromMs: number, share: number];

/** How often each latency came: this run as an area, the baseline as a dashed outline. Null when there is nothing to draw. */
export function histogramChart({ base, head }: LatencyComparison, say: Say): Markup | null {
  const now = stepsOf(head);
  const then = base === null ? [] : stepsOf(base);
  const all = [...now, ...then];
  if (now.length < 2) return null;
  const x = scaleLog()
    .domain([Math.min(...all.map(([ms]) => ms)), Math.max(...all.map(([ms]) => ms))])
    .range([left, right]);
  const y = scaleLinear()
    .domain([0, Math.max(...all.map(([, share]) => share))])
    .nice(3)
    .range([bottom, top]);
  const outline = line<Step>(
    ([ms]) => tenth(x(ms)),
    ([, share]) => tenth(y(share)),
  ).curve(curveStepAfter);
  const filled = area<Step>()
    .x(([ms]) => tenth(x(ms)))
    .y0(bottom)
    .y1(([, share]) => tenth(y(share)))
    .curve(curveStepAfter);
  return html`<svg
    class="lines"
    viewBox="0 0 ${width} ${height}"
    width="100%"
    role="img"
    aria-label="${labelOf(now, then, say)}"
  >
    ${y.ticks(3).map((tick) => html`<path class="grid" d="M${left} ${tenth(y(tick))}H${right}" /><text class="small" x="${left - 8}" y="${tenth(y(tick)) + 4}" text-anchor="end">${formatShare(tick)}</text> `)}
    ${ticksOf(x.ticks()).map((tick) => html`<text class="small" x="${tenth(x(tick))}" y="${height - 8}" text-anchor="middle">${formatValue(tick, 'ms')}</text> `)}
    <path class="spread" d="${filled(now) ?? ''}" />
    ${then.length > 1 && html`<path class="then" d="${outline(then) ?? ''}" />`}
    <path class="now" d="${outline(now) ?? ''}" />
  </svg>`;
}

/** From the first bucket that has answers to the end of the last. */
function stepsOf({ perDecade, first, counts }: LatencyHistogram): Step[] {
  const shown = counts.slice(0, mostBuckets).map((count) => Math.max(0, count));
  const total = shown.reduce((sum, count) => sum + count, 0);
  const startMs = (bucket: number): number => 10 ** (bucket / perDecade) / 1000;
  const [fromMs, toMs] = [startMs(first), startMs(first + shown.length)];
  if (!(total > 0) || !(fromMs > 0) || !(toMs > fromMs) || !Number.isFinite(toMs)) return [];
  const steps = shown.map((count, at): Step => [startMs(first + at), count / total]);
  return [...steps, [toMs, 0]];
}

/** Powers of ten, with 2 and 5 between them where there are few. */
function ticksOf(ticks: readonly number[]): number[] {
  const shown = ticks.filter((tick) => [1, 2, 5].includes(lead(tick)));
  return shown.length > 9 ? shown.filter((tick) => lead(tick) === 1) : shown;
}

const lead = (tick: number): number => Number(tick.toExponential(0)[0]);

const tenth = (value: number): number => Math.round(value * 10) / 10;

function labelOf(now: readonly Step[], then: readonly Step[], say: Say): string {
  const range = (steps: readonly Step[]) => ({
    from: ms(steps[0]![0]),
    to: ms(steps.at(-1)![0]),
    peak: ms(peak(steps)),
  });
  const said = say('Latencies from {from} to {to}, most of them near {peak}', range(now));
  return then.length < 2 ? said : `${said}${say('; baseline from {from} to {to}, near {peak}', range(then))}`;
}

const peak = (steps: readonly Step[]): number => steps.reduce((most, step) => (step[1] > most[1] ? step : most))[0];
const ms = (value: number): string => formatValue(value, 'ms');
