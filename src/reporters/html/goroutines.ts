import type { CheckReport, Frame, GroupCounts, Report } from '../../model.ts';
import { formatCount } from '../numbers.ts';
import { shortFunction } from '../story.ts';
import { foreign, html, type Markup } from './markup.ts';
import { place } from './places.ts';

const shownGroups = 60;
const [width, height] = [90, 22];

/** Goroutines by where they were started and where they wait, look by look. */
export function goroutines(report: Report): Markup {
  return html`${report.checks.map((check, index) => section(report, check, index))}`;
}

function section(report: Report, { groups = [] }: CheckReport, index: number): Markup {
  if (groups.length === 0) return html``;
  const id = `goroutines-${index + 1}`;
  const more = groups.length - shownGroups;
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">Goroutine groups</h2>
    <p class="hint">
      By the line that started them and the line where they wait, at each look while the service rested. Proven: the
      garbage collector finds nothing that could wake them.
    </p>
    <div class="scroll" role="group" aria-labelledby="${id}" tabindex="0">
      <table class="groups">
        <thead>
          <tr>
            <th scope="col">State</th>
            <th scope="col" class="right">First</th>
            <th scope="col" class="right">Last</th>
            <th scope="col" class="right">Change</th>
            <th scope="col">Looks</th>
            <th scope="col" class="right">Proven</th>
            <th scope="col">Started by</th>
            <th scope="col">Waits in</th>
          </tr>
        </thead>
        <tbody>
          ${groups.slice(0, shownGroups).map((group) => row(report, group))}
        </tbody>
      </table>
    </div>
    ${more > 0 && html`<p class="hint">… and ${formatCount(more)} more groups in result.json.</p>`}
  </section> `;
}

function row(report: Report, group: GroupCounts): Markup {
  const { state, counts, proven, createdBy, entry, waitsAt } = group;
  const [first, last] = [counts[0] ?? 0, counts.at(-1) ?? 0];
  const grew = last - first;
  const change = grew === 0 ? '0' : `${grew > 0 ? '+' : '−'}${formatCount(Math.abs(grew))}`;
  return html`<tr class="${proven > 0 && 'fail'}">
    <td>${foreign(state, 40)}</td>
    <td class="right muted">${formatCount(first)}</td>
    <td class="right"><b>${formatCount(last)}</b></td>
    <td class="right change">${change}</td>
    <td>${spark(counts)}</td>
    <td class="right">${proven > 0 ? formatCount(proven) : '–'}</td>
    <td class="wide">${line(report, createdBy ?? entry)}</td>
    <td class="wide">${line(report, waitsAt)}</td>
  </tr> `;
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
