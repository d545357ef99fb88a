import type { CheckReport, Frame, GroupCounts } from '../../model.ts';
import type { Say } from '../../words/say.ts';
import { familyOf } from '../../pprof/wait-states.ts';
import { formatCount } from '../numbers.ts';
import { leakOf, shortFunction } from '../story.ts';
import { foreign, html, spoken, type Markup } from './markup.ts';
import { call, place, type Linked } from './places.ts';
import type { Told } from '../told.ts';

const shownGroups = 60;
const [width, height] = [90, 22];

/** Goroutines by where they were started and where they wait, look by look. */
export function goroutines(report: Told): Markup {
  return html`${report.checks.map((check, index) => section(report, check, index))}`;
}

function section(report: Told, check: CheckReport, index: number): Markup {
  const { say } = report;
  const { groups = [] } = check;
  if (groups.length === 0) return html``;
  return groupSection(report, {
    groups,
    id: `goroutines-${index + 1}`,
    leak: (group) => leakOf(group, check, say),
    rest: (n) => say('… and {n} more in result.json.', { n }),
  });
}

interface Groups {
  groups: readonly GroupCounts[];
  id: string;
  /** `707 proven`, `suspected`; empty where nothing speaks for a leak. */
  leak: (group: GroupCounts) => string;
  /** Where those are that the page has no room for. */
  rest: (count: string) => string;
}

/** The table of groups, with buttons that choose among their states. */
export function groupSection(report: Linked, { groups, id, leak, rest }: Groups): Markup {
  const { say } = report;
  const more = groups.length - shownGroups;
  const shown = groups.slice(0, shownGroups);
  return html`<section aria-labelledby="${id}">
    <div class="title">
      <h2 id="${id}">${say('Goroutine groups')}</h2>
      ${filter(shown, `${id}-table`, say)}
    </div>
    <p class="hint">
      ${say('By the line that started them and the stack they wait in, at each look. Proven: the garbage collector finds nothing that could wake them. Suspected: they only became more. Same: how many of the last look were there in every look.')}
    </p>
    <div class="scroll" role="group" aria-labelledby="${id}" tabindex="0">
      <table class="groups" id="${id}-table">
        <thead>
          <tr>
            <th scope="col">${say('State')}</th>
            <th scope="col" class="right">${say('First')}</th>
            <th scope="col" class="right">${say('Last')}</th>
            <th scope="col" class="right">${say('Change')}</th>
            <th scope="col">${say('Looks')}</th>
            <th scope="col" class="right">${say('Same')}</th>
            <th scope="col">${say('Leak')}</th>
            <th scope="col">${say('Started by')}</th>
            <th scope="col">${say('Waits in')}</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map((group) => row(report, group, leak(group)))}
        </tbody>
      </table>
    </div>
    ${more > 0 && html`<p class="hint">${rest(formatCount(more))}</p>`}
  </section> `;
}

/** Buttons for the kinds of wait that there are; the script shows them and hides the rows of others. */
function filter(groups: readonly GroupCounts[], table: string, say: Say): Markup {
  const families = [...new Set(groups.map(({ state }) => familyOf(state)))].toSorted();
  if (families.length < 2) return html``;
  return html`<div class="modes" role="group" aria-label="${say('States')}" data-filter="#${table}" hidden>
    <button type="button" data-wait="" aria-pressed="true">${say('All')}</button
    >${families.map((family) => html`<button type="button" data-wait="${family}" aria-pressed="false">${family}</button>`)}
  </div>`;
}

function row(report: Linked, group: GroupCounts, leak: string): Markup {
  const { state, counts, minutes = 0, lasting, createdBy, entry } = group;
  const [first, last] = [counts[0] ?? 0, counts.at(-1) ?? 0];
  const grew = last - first;
  const change = grew === 0 ? '0' : `${grew > 0 ? '+' : '−'}${formatCount(Math.abs(grew))}`;
  const { say } = report;
  return html`<tr class="${leak !== '' && 'fail'}" data-wait="${familyOf(state)}">
    <td>
      ${foreign(state, 40)}${minutes > 0 && html`<br /><span class="muted">${say('since {n} min', { n: formatCount(minutes) })}</span>`}
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
function blocked(report: Linked, { waitsAt, entry, stack = [] }: GroupCounts): Markup {
  if (stack.length < 2) return line(report, waitsAt);
  const { say } = report;
  const calls = formatCount(stack.length);
  const began =
    entry === null
      ? say('{n} calls', { n: calls })
      : spoken(say, '{n} calls, began in {function}', {
          n: calls,
          function: html`<code>${shortFunction(entry.function)}</code>`,
        });
  return html`${line(report, waitsAt)}
    <details>
      <summary class="muted">${began}</summary>
      <ol class="chain">
        ${stack.map((frame) => html`<li>${call(report, frame)}</li> `)}
      </ol>
    </details>`;
}

const line = (report: Linked, frame: Frame | null): Markup =>
  frame === null
    ? html`<span class="muted">${report.say('the runtime')}</span>`
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
