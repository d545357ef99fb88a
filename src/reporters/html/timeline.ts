import type { CheckReport, Report, Timeline, WorstPause } from '../../model.ts';
import type { Say } from '../../words/say.ts';
import { formatCount, formatDuration, formatValue } from '../numbers.ts';
import { shortFunction } from '../story.ts';
import { html, type Markup } from './markup.ts';
import { place } from './places.ts';
import { traceHint, traceRanges } from './trace-ranges.ts';
import type { Told } from '../told.ts';

const width = 1136;
const left = 78;
const right = width - 14;

/** Three charts under each other on one axis of time: they share what the eye should compare. */
const bands = { heap: { top: 14, bottom: 150 }, pauses: { top: 182, bottom: 244 }, latency: { top: 276, bottom: 346 } };
const height = 380;

/** Heap, collections and latency of a load on one axis, and the lines that allocated most around the longest pauses. */
export function timelines(report: Told): Markup {
  return html`${report.checks.map((check, index) => section(report, check, index))}`;
}

function section(report: Told, { timeline }: CheckReport, index: number): Markup {
  const { say } = report;
  if (timeline === undefined || !(timeline.durationMs > 0)) return html``;
  const id = `timeline-${index + 1}`;
  const { collections, worst, trace } = timeline;
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${say('Heap, collections and latency over time')}</h2>
    <p class="hint">
      ${say('Line: live heap. Dashed: size at which the next collection begins. Stems: each collection’s stop of the world. Below: latency of the requests that ended in the same moment. {n} collections in {time}.', { n: formatCount(collections.count), time: formatDuration(timeline.durationMs) })}${trace !== undefined && traceHint(trace, say)}
    </p>
    <div class="panel treemap" tabindex="0" role="group" aria-labelledby="${id}">${chart(timeline, say)}</div>
    ${worst.length > 0 && pauses(report, worst)}
  </section> `;
}

interface Axis {
  at: (value: number) => number;
  ticks: number[];
}

function chart(timeline: Timeline, say: Say): Markup {
  const { durationMs, load, heap, collections, trace } = timeline;
  const x = (ms: number): number => round(left + (Math.max(0, Math.min(durationMs, ms)) / durationMs) * (right - left));
  const middle = (index: number): number => x((index + 0.5) * load.bucketMs);
  const bytes = linear([...heap.liveBytes, ...heap.goalBytes], bands.heap, 2 ** 20);
  const pauseMs = linear(collections.pauseMs, bands.pauses);
  const latencyMs = linear(known([...load.p99Us, ...load.p50Us]).map(inMs), bands.latency);
  return html`<svg
    class="lines"
    viewBox="0 0 ${width} ${height}"
    width="100%"
    role="img"
    aria-label="${labelOf(timeline, say)}"
  >
    ${grid(bytes, (value) => formatValue(value, 'bytes'))} ${grid(pauseMs, (value) => formatValue(value, 'ms'))}
    ${grid(latencyMs, (value) => formatValue(value, 'ms'))}
    ${heading(say('heap'), bands.heap)}${heading(say('pauses'), bands.pauses)}${heading(say('latency p50, p99'), bands.latency)}
    ${area(heap.atMs.map((ms, index) => [x(ms), bytes.at(heap.liveBytes[index] ?? 0)] as const))}
    ${path(
      'then',
      heap.atMs.map((ms, index) => [x(ms), bytes.at(heap.goalBytes[index] ?? 0)]),
    )}
    ${path(
      'heap',
      heap.atMs.map((ms, index) => [x(ms), bytes.at(heap.liveBytes[index] ?? 0)]),
    )}
    ${trace !== undefined && traceRanges(trace, { x, ...bands.pauses })}
    ${collections.endedMs.map((ms, index) => stem(x(ms), pauseMs.at(collections.pauseMs[index] ?? 0)))}
    ${path('then', pointsOf(load.p50Us, middle, latencyMs))} ${path('now', pointsOf(load.p99Us, middle, latencyMs))}
    ${timeTicks(durationMs).map(
      (ms) => html`<text class="small" x="${x(ms)}" y="${height - 10}" text-anchor="middle">${seconds(ms)}</text>`,
    )}
  </svg>`;
}

const inMs = (microseconds: number): number => microseconds / 1000;
const known = (values: (number | null)[]): number[] => values.filter((value) => value !== null);
const round = (value: number): number => Math.round(value * 10) / 10;
const seconds = (ms: number): string => `${Number((ms / 1000).toFixed(2))}\u00a0s`;

/** From zero up to a number that is round in its unit. */
function linear(values: number[], { top, bottom }: { top: number; bottom: number }, per = 1): Axis {
  const most = Math.max(...values.filter(Number.isFinite), 1e-6) / per;
  const step = 10 ** Math.floor(Math.log10(most));
  const end = per * [1, 2, 3, 4, 5, 8, 10].map((factor) => factor * step).find((value) => value >= most * 0.999)!;
  const at = (value: number): number => round(bottom - (Math.max(0, Math.min(end, value)) / end) * (bottom - top));
  return { at, ticks: [0, end / 2, end] };
}

const grid = ({ at, ticks }: Axis, text: (value: number) => string): Markup =>
  html`${ticks.map(
    (tick) =>
      html`<path class="grid" d="M${left} ${at(tick)}H${right}" />
        <text class="small" x="${left - 8}" y="${at(tick) + 4}" text-anchor="end">
          ${tick === 0 ? '0' : text(tick)}
        </text>`,
  )}`;

const heading = (text: string, { top }: { top: number }): Markup =>
  html`<text class="small" x="${right}" y="${top - 4}" text-anchor="end">${text}</text>`;

function path(name: string, points: (readonly [number, number])[]): Markup {
  const shown = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  return shown === '' ? html`` : html`<path class="${name}" d="${shown}" />`;
}

function area(points: (readonly [number, number])[]): Markup {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return html``;
  const { bottom } = bands.heap;
  return html`<path
    class="area"
    d="M${first[0]} ${bottom}${points.map(([x, y]) => `L${x} ${y}`).join('')}L${last[0]} ${bottom}Z"
  />`;
}

const stem = (x: number, y: number): Markup =>
  html`<path class="stem" d="M${x} ${bands.pauses.bottom}V${y}" /><circle class="tip" cx="${x}" cy="${y}" r="2.2" />`;

function pointsOf(valuesUs: (number | null)[], x: (index: number) => number, { at }: Axis): [number, number][] {
  return valuesUs.flatMap((value, index) => (value === null ? [] : [[x(index), at(inMs(value))]]));
}

function timeTicks(durationMs: number): number[] {
  const step =
    [1, 2, 5, 10, 20, 50, 100, 200, 500].map((s) => s * 100).find((ms) => durationMs / ms <= 10) ?? durationMs / 8;
  return Array.from({ length: Math.floor(durationMs / step) + 1 }, (_, index) => index * step);
}

function labelOf({ heap, collections }: Timeline, say: Say): string {
  const most = heap.liveBytes.length === 0 ? 0 : Math.max(...heap.liveBytes);
  const pause = collections.pauseMs.length === 0 ? 0 : Math.max(...collections.pauseMs);
  return say('Live heap up to {bytes}; {n} collections, the longest pause {pause}', {
    bytes: formatValue(most, 'bytes'),
    n: formatCount(collections.count),
    pause: formatValue(pause, 'ms'),
  });
}

function pauses(report: Told, worst: readonly WorstPause[]): Markup {
  return html`<h3>${report.say('Longest pauses, and what allocated around them')}</h3>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col" class="right">${report.say('At')}</th>
            <th scope="col" class="right">${report.say('Pause')}</th>
            <th scope="col">${report.say('Allocated around it')}</th>
          </tr>
        </thead>
        <tbody>
          ${worst.slice(0, 20).map((pause) => pauseRow(report, pause))}
        </tbody>
      </table>
    </div>`;
}

function pauseRow(report: Report, { endedMs, pauseMs, fromMs, toMs, lines }: WorstPause): Markup {
  return html`<tr>
    <td class="right">${seconds(endedMs)}</td>
    <td class="right"><b>${formatValue(pauseMs, 'ms')}</b></td>
    <td class="wide">
      <span class="muted">${seconds(fromMs)} … ${seconds(toMs)}</span>
      ${lines.slice(0, 5).map(
        ({ frame, bytes }) =>
          html`<div>
            <b>${formatValue(bytes, 'bytes')}</b>
            <code>${shortFunction(frame.function)}</code> ${place(report, frame)}
          </div>`,
      )}
    </td>
  </tr> `;
}
