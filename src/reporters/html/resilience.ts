import type { CheckReport, ResilienceTimeline } from '../../model.ts';
import type { Say } from '../../words/say.ts';
import { formatCount, formatValue } from '../numbers.ts';
import type { Told } from '../told.ts';
import { foreign, html, type Markup } from './markup.ts';

const width = 1136;
const left = 78;
const right = width - 14;
/** Charts under each other on one axis of time: they share what the eye should compare. */
const bands = {
  rate: { top: 40, bottom: 190 },
  latency: { top: 222, bottom: 292 },
  breaker: { top: 318, bottom: 342 },
};
const height = 376;
/** What a picture can show. */
const mostColumns = 280;

const phaseNames = ['baseline', 'peak', 'fault', 'recovery', 'restart'] as const;
const outcomes = ['served', 'fallback', 'refused', 'failed'] as const;

/** What became of the requests through all phases, and the states of the breaker below. */
export function resilienceTimelines({ checks, say }: Told): Markup {
  return html`${checks.map((check, index) => section(check, index, say))}`;
}

function section({ resilience: timeline }: CheckReport, index: number, say: Say): Markup {
  if (timeline === undefined || timeline.buckets.served.length === 0) return html``;
  const id = `resilience-${index + 1}`;
  const arrivals = timeline.buckets.arrivals !== null;
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${say('Outcomes through peak, fault and recovery')}</h2>
    <p class="hint">
      ${outcomes.map((key) => html`<i class="swatch ${key}"></i> ${say(key === 'failed' ? 'failed otherwise' : key)} `)}${
        arrivals && html`<span class="key then"></span> ${say('calls that reached the dependency')}`
      }
    </p>
    <div class="panel treemap" tabindex="0" role="group" aria-labelledby="${id}">${chart(timeline, say)}</div>
    ${timeline.breaker.length > 0 && transitions(timeline, say)}
  </section> `;
}

/** Several buckets make a column where there are too many to be drawn. */
function columnsOf({ bucketMs, buckets }: ResilienceTimeline) {
  const per = Math.max(1, Math.ceil(buckets.served.length / mostColumns));
  const count = Math.ceil(buckets.served.length / per);
  const parts = <T>(values: readonly T[]): T[][] =>
    Array.from({ length: count }, (_, index) => values.slice(index * per, (index + 1) * per));
  const rate = (values: readonly number[]): number[] =>
    parts(values).map((part) => (sum(part) * 1000) / (bucketMs * Math.max(1, part.length)));
  const stacked = outcomes.map((key) => rate(buckets[key]));
  const worst = parts(buckets.p95Us).map((part) => {
    const known = part.filter((us) => us !== null);
    return known.length === 0 ? null : Math.max(...known);
  });
  return { columnMs: per * bucketMs, count, stacked, worst, arrivals: buckets.arrivals && rate(buckets.arrivals) };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function chart(timeline: ResilienceTimeline, say: Say): Markup {
  const { columnMs, count, stacked, worst, arrivals } = columnsOf(timeline);
  const durationMs = timeline.buckets.served.length * timeline.bucketMs;
  const x = (ms: number): number => round(left + (Math.max(0, Math.min(durationMs, ms)) / durationMs) * (right - left));
  const totals = Array.from({ length: count }, (_, at) => sum(stacked.map((values) => values[at]!)));
  const rate = linear([...totals, ...(arrivals ?? [])], bands.rate);
  const latency = linear(
    worst.map((us) => (us ?? 0) / 1000),
    bands.latency,
  );
  const middle = (at: number): number => x((at + 0.5) * columnMs);
  return html`<svg
    class="lines"
    viewBox="0 0 ${width} ${height}"
    width="100%"
    role="img"
    aria-label="${labelOf(timeline, say)}"
  >
    ${timeline.phases.map((phase, index) => phaseMark(phase, index, { x, say }))}
    ${grid(rate, (value) => formatCount(value))} ${grid(latency, (value) => formatValue(value, 'ms'))}
    ${heading(say('requests/s'), bands.rate)}${heading(say('p95 of what was served'), bands.latency)}
    ${outcomes.map((key, layer) => stack(key, stacked.slice(0, layer + 1), { x, columnMs, at: rate.at }))}
    ${
      arrivals !== null &&
      line(
        'then',
        arrivals.map((value, at) => [middle(at), rate.at(value)]),
      )
    }
    ${line(
      'now',
      worst.flatMap((us, at) => (us === null ? [] : [[middle(at), latency.at(us / 1000)] as const])),
    )}
    ${timeline.breaker.length > 0 && strip(timeline, x, say)}
    ${ticks(durationMs).map(
      (ms) => html`<text class="small" x="${x(ms)}" y="${height - 10}" text-anchor="middle">${seconds(ms)}</text>`,
    )}
  </svg>`;
}

type Scale = (value: number) => number;

function phaseMark(
  { name, fromMs, toMs }: ResilienceTimeline['phases'][number],
  index: number,
  { x, say }: { x: Scale; say: Say },
): Markup {
  const [from, to] = [x(fromMs), x(toMs)];
  const known = phaseNames.find((one) => one === name);
  // Names of short neighbours stand in two rows.
  return html`<rect
      class="${name === 'fault' ? 'zone' : 'phase'}"
      x="${from}"
      y="${bands.rate.top - 8}"
      width="${round(to - from)}"
      height="${bands.breaker.bottom - bands.rate.top + 8}"
    /><text class="small" x="${from + 3}" y="${index % 2 === 0 ? 13 : 27}"
      >${known === undefined ? foreign(name, 20) : say(known)}</text
    >`;
}

/** The top of a layer back along the one below it. */
function stack(
  name: string,
  layers: number[][],
  { x, columnMs, at }: { x: Scale; columnMs: number; at: Scale },
): Markup {
  const top = layers.at(-1)!.map((_, index) => sum(layers.map((values) => values[index]!)));
  const below = layers.at(-1)!.map((value, index) => top[index]! - value);
  if (layers.at(-1)!.every((value) => value === 0)) return html``;
  const edge = (values: number[], index: number): string =>
    `${x(index * columnMs)} ${at(values[index]!)}L${x((index + 1) * columnMs)} ${at(values[index]!)}`;
  const there = top.map((_, index) => edge(top, index)).join('L');
  const back = below
    .map((value, index) => `${x((index + 1) * columnMs)} ${at(value)}L${x(index * columnMs)} ${at(value)}`)
    .toReversed()
    .join('L');
  return html`<path class="outcome ${name}" d="M${there}L${back}Z" />`;
}

function line(name: string, points: (readonly [number, number])[]): Markup {
  const d = points.map(([px, py], index) => `${index === 0 ? 'M' : 'L'}${px} ${py}`).join('');
  return d === '' ? html`` : html`<path class="${name}" d="${d}" />`;
}

function strip({ breaker, phases }: ResilienceTimeline, x: Scale, say: Say): Markup {
  const { top, bottom } = bands.breaker;
  const endMs = phases.find(({ name }) => name === 'recovery')?.toMs ?? breaker.at(-1)!.fromMs;
  return html`<text class="small" x="${left - 8}" y="${bottom - 7}" text-anchor="end">${say('breaker')}</text
    >${breaker.map(({ state, fromMs }, index) => {
      const [from, to] = [x(fromMs), x(breaker[index + 1]?.fromMs ?? endMs)];
      const wide = Math.max(1.5, round(to - from));
      return html`<rect class="state ${state}" x="${from}" y="${top}" width="${wide}" height="${bottom - top}" />${
          wide > 44 && html`<text class="small on" x="${from + 6}" y="${bottom - 7}">${say(state)}</text>`
        }`;
    })}`;
}

function transitions({ breaker, phases }: ResilienceTimeline, say: Say): Markup {
  const fault = phases.find(({ name }) => name === 'fault');
  const rows = breaker.slice(0, 40).map(
    ({ state, fromMs }) =>
      html`<tr>
        <th scope="row">${say(state)}</th>
        <td class="right">${seconds(fromMs)}</td>
        <td class="wide">${fault !== undefined && whenOf(fromMs, fault, say)}</td>
      </tr> `,
  );
  return html`<h3>${say('The breaker, as seen from outside')}</h3>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">${say('State')}</th>
            <th scope="col" class="right">${say('From')}</th>
            <th scope="col">${say('That is')}</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>`;
}

const whenOf = (ms: number, { fromMs, toMs }: { fromMs: number; toMs: number }, say: Say): string =>
  ms < toMs
    ? say('{time} into the fault', { time: seconds(ms - fromMs) })
    : say('{time} after the fault', { time: seconds(ms - toMs) });

const round = (value: number): number => Math.round(value * 10) / 10;
const seconds = (ms: number): string => `${Number((ms / 1000).toFixed(2))}\u00a0s`;

interface Axis {
  at: Scale;
  ticks: number[];
}

/** From zero up to a round number. */
function linear(values: number[], { top, bottom }: { top: number; bottom: number }): Axis {
  const most = values.reduce((highest, value) => Math.max(highest, value), 1e-6);
  const unit = 10 ** Math.floor(Math.log10(most));
  const end = [1, 2, 3, 4, 5, 8, 10].map((factor) => factor * unit).find((value) => value >= most * 0.999)!;
  const at = (value: number): number => round(bottom - (Math.max(0, Math.min(end, value)) / end) * (bottom - top));
  return { at, ticks: [0, end / 2, end] };
}

const grid = ({ at, ticks: marks }: Axis, text: (value: number) => string): Markup =>
  html`${marks.map(
    (mark) =>
      html`<path class="grid" d="M${left} ${at(mark)}H${right}" />
        <text class="small" x="${left - 8}" y="${at(mark) + 4}" text-anchor="end"
          >${mark === 0 ? '0' : text(mark)}</text
        >`,
  )}`;

const heading = (text: string, { top }: { top: number }): Markup =>
  html`<text class="small" x="${right}" y="${top - 4}" text-anchor="end">${text}</text>`;

function ticks(durationMs: number): number[] {
  const step = [1, 2, 5, 10, 20, 50, 100].map((s) => s * 1000).find((ms) => durationMs / ms <= 10) ?? durationMs / 8;
  return Array.from({ length: Math.floor(durationMs / step) + 1 }, (_, index) => index * step);
}

function labelOf({ breaker, buckets }: ResilienceTimeline, say: Say): string {
  const count = (key: (typeof outcomes)[number]): string => formatCount(sum(buckets[key]));
  const requests = say('Requests: {served} served, {fallback} fallback, {refused} refused, {failed} failed.', {
    served: count('served'),
    fallback: count('fallback'),
    refused: count('refused'),
    failed: count('failed'),
  });
  const states = breaker
    .map(({ state }) => say(state))
    .slice(0, 12)
    .join(' → ');
  return `${requests}${states === '' ? '' : say(' Breaker: {states}', { states })}`;
}
