import type { CheckReport, Frame, GroupCounts, Report } from '../../model.ts';
import { familyOf } from '../../pprof/wait-states.ts';
import { formatCount } from '../numbers.ts';
import { leakOf, shortFunction } from '../story.ts';
import { foreign, html, type Markup } from './markup.ts';
import { call, place } from './places.ts';

const shownGroups = 60;
const [width, height] = [90, 22];

/** Goroutines by where they were started and where they wait, look by look. */
export function goroutines(report: Report): Markup {
  return html`${report.checks.map((check, index) => section(report, check, index))}`;
}

function section(report: Report, check: CheckReport, index: number): Markup {
  const { groups = [] } = check;
  if (groups.length === 0) return html``;
  const id = `goroutines-${index + 1}`;
  const more = groups.length - shownGroups;
  const shown = groups.slice(0, shownGroups);
  return html`<section aria-labelledby="${id}">
    <div class="title">
      <h2 id="${id}">Goroutine groups</h2>
      ${filter(shown, `${id}-table`)}
    </div>
    <p class="hint">
      By the line that started them and the stack they wait in, at each look while the service rested. Proven: the
      garbage collector finds nothing that could wake them. Suspected: they only became more. Same: how many of the last
      look were there in every look.
    </p>
    <div class="scroll" role="group" aria-labelledby="${id}" tabindex="0">
      <table class="groups" id="${id}-table">
        <thead>
          <tr>
            <th scope="col">State</th>
            <th scope="col" class="right">First</th>
            <th scope="col" class="right">Last</th>
            <th scope="col" class="right">Change</th>
            <th scope="col">Looks</th>
            <th scope="col" class="right">Same</th>
            <th scope="col">Leak</th>
            <th scope="col">Started by</th>
            <th scope="col">Waits in</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map((group) => row(report, group, check))}
        </tbody>
      </table>
    </div>
    ${more > 0 && html`<p class="hint">… and ${formatCount(more)} more groups in result.json.</p>`}
  </section> `;
}

/** Buttons for the kinds of wait that there are; the script shows them and hides the rows of others. */
function filter(groups: readonly GroupCounts[], table: string): Markup {
  const families = [...new Set(groups.map(({ state }) => familyOf(state)))].toSorted();
  if (families.length < 2) return html``;
  return html`<div class="modes" role="group" aria-label="States" data-filter="#${table}" hidden>
    <button type="button" data-wait="" aria-pressed="true">All</button
    >${families.map((family) => html`<button type="button" data-wait="${family}" aria-pressed="false">${family}</button>`)}
  </div>`;
}

function row(report: Report, group: GroupCounts, check: CheckReport): Markup {
  const { state, counts, minutes = 0, lasting, createdBy, entry } = group;
  const [first, last] = [counts[0] ?? 0, counts.at(-1) ?? 0];
  const grew = last - first;
  const change = grew === 0 ? '0' : `${grew > 0 ? '+' : '−'}${formatCount(Math.abs(grew))}`;
  const leak = leakOf(group, check);
  return html`<tr class="${leak !== '' && 'fail'}" data-wait="${familyOf(state)}">
    <td>
      ${foreign(state, 40)}${minutes > 0 && html`<br /><span class="muted">since ${formatCount(minutes)} min</span>`}
    </td>
    <td class="right muted">${formatCount(first)}</td>
    <td class="right"><b>${formatCount(last)}</b></td>
    <td class="right change">${change}</td>
    <td>${spark(counts)}</td>
    <td class="right">${counts.length < 2 || lasting === null ? '–' : formatCount(lasting)}</td>
    <td>${leak === '' ? '–' : leak}</td>
    <td class="wide">${line(report, createdBy ?? entry)}</td>
    <td class="wide">${blocked(report, group)}</td>
  </tr> `;
}

/** Where they wait, and on demand the whole stack down to the function that they all began with. */
function blocked(report: Report, { waitsAt, entry, stack = [] }: GroupCounts): Markup {
  if (stack.length < 2) return line(report, waitsAt);
  const began = entry === null ? html`` : html`, began in <code>${shortFunction(entry.function)}</code>`;
  return html`${line(report, waitsAt)}
    <details>
      <summary class="muted">${formatCount(stack.length)} calls${began}</summary>
      <ol class="chain">
        ${stack.map((frame) => html`<li>${call(report, frame)}</li> `)}
      </ol>
    </details>`;
}

const line = (report: Report, frame: Frame | null): Markup =>
  frame === null
    ? html`<span class="muted">the runtime</span>`
    : html`<code>${shortFunction(frame.function)}</code><br />${place(report, frame)}`;

function spark(counts: readonly number[]): Markup {
  if (counts.length < 2) return html``;
  const most = Math.max(...counts, 1);
  const points = counts.slice(-60).map((count, index, all) => {
    const x = 2 + (index / (all.length - 1)) * (width - 6);
    return `${Math.round(x * 10) / 10},${Math.round((height - 3 - (count / most) * (height - 6)) * 10) / 10}`;
  });
  const [x, y] = points.at(-1)!.split(',');
  return html`<svg
    viewBox="0 0 ${width} ${height}"
    width="${width}"
    height="${height}"
    role="img"
    aria-label="${counts.join(', ')}"
  >
    <polyline class="spark" points="${points.join(' ')}" />
    <circle class="tip" cx="${x}" cy="${y}" r="2.5" />
  </svg>`;
}
