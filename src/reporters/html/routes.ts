import type { CheckReport, LatencyUs, RouteLoad } from '../../model.ts';
import type { Say } from '../../words/say.ts';
import { loadText } from '../load-text.ts';
import { formatCount, formatValue } from '../numbers.ts';
import { code, foreign, html, spoken, type Markup } from './markup.ts';
import type { Told } from '../told.ts';

const width = 150;
const shownRoutes = 100;

/** What each route saw of the load, latencies on one logarithmic axis. */
export function routes({ checks, say }: Told): Markup {
  const loaded = checks.filter((check) => check.routes.length > 0);
  const sent = checks.flatMap(({ load }) => (load === undefined ? [] : [loadText(load, say)]));
  const how =
    sent.length === 0
      ? ''
      : html`<section aria-labelledby="load">
          <h2 id="load">${say('Load')}</h2>
          ${sent.map((one) => html`<p>${foreign(one, 600)}</p>`)}
        </section>`;
  return html`${how}${loaded.map((check, index) => routeTable(check, index, say))}`;
}

function routeTable({ title, routes: all }: CheckReport, index: number, say: Say): Markup {
  const shown = all.slice(0, shownRoutes);
  const id = `routes-${index + 1}`;
  const axis = axisOf(shown.map(({ latencyUs }) => latencyUs));
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${say('Route by route')}</h2>
    <p class="hint">
      ${spoken(say, '{check}: median to 99th percentile as a bar, the slowest answer as a dot, from {from} to {to} on a logarithmic axis.', { check: foreign(title, 60), from: ms(axis.from), to: ms(axis.to) })}
    </p>
    <div class="scroll" role="group" aria-labelledby="${id}" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">${say('Route')}</th>
            ${[say('Requests'), say('Failed'), 'p50', 'p95', 'p99', say('max')].map((head) => html`<th scope="col" class="right">${head}</th>`)}
            <th scope="col">${say('Latency')}</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map((route) => routeRow(route, axis))}
        </tbody>
      </table>
    </div>
  </section>`;
}

const ms = (microseconds: number): string => formatValue(microseconds / 1000, 'ms');

interface Axis {
  from: number;
  to: number;
}

function axisOf(latencies: LatencyUs[]): Axis {
  const seen = latencies.flatMap(({ p50, max }) => [p50, max]).filter((value) => value > 0);
  const from = Math.min(...seen);
  return Number.isFinite(from) ? { from, to: Math.max(...seen, from * 1.01) } : { from: 1, to: 10 };
}

function routeRow({ label, requests, failed, latencyUs }: RouteLoad, axis: Axis): Markup {
  const { p50, p95, p99, max } = latencyUs;
  return html`<tr>
    <th scope="row">${code(label, 160)}</th>
    <td class="right">${formatCount(requests)}</td>
    <td class="right${failed > 0 && ' bad'}">${formatCount(failed)}</td>
    ${[p50, p95, p99, max].map((value) => html`<td class="right">${ms(value)}</td>`)}
    <td class="chart">${range(latencyUs, axis)}</td>
  </tr> `;
}

function range({ p50, p99, max }: LatencyUs, { from, to }: Axis): Markup {
  const at = (value: number): number =>
    Math.round((4 + (Math.log(Math.max(value, from) / from) / Math.log(to / from)) * (width - 8)) * 10) / 10;
  return html`<svg viewBox="0 0 ${width} 16" width="${width}" height="16" aria-hidden="true">
    <path class="axis" d="M4 8H${width - 4}" />
    <rect class="range" x="${at(p50)}" y="4.5" width="${Math.max(2, at(p99) - at(p50))}" height="7" rx="2" />
    <circle class="max" cx="${at(max)}" cy="8" r="2.5" />
  </svg>`;
}
