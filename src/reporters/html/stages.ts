import type { StageRow, StageTable } from '../../model.ts';
import { stageCells, stageHead, stageNotes } from '../stage-table.ts';
import type { Told } from '../told.ts';
import { foreign, html, type Markup } from './markup.ts';

const width = 240;
const height = 22;

/** Where the time of a request goes: a bar for each stage, the base's above this run's. */
export function stages({ checks, say }: Told): Markup {
  return html`${checks.map((check) => {
    const rows = stageCells(check);
    const table = check.stages;
    if (rows === null || table === undefined) return html``;
    const [first = '', ...head] = stageHead(say);
    return html`<section aria-labelledby="stages">
      <h2 id="stages">${say('Where the time goes')}</h2>
      <p class="hint">${say(stageNotes[table.source])}</p>
      <div class="scroll" role="group" aria-labelledby="stages" tabindex="0">
        <table>
          <thead>
            <tr>
              <th scope="col">${first}</th>
              <th scope="col"><span class="hidden">${say('Share')}</span></th>
              ${head.map((title) => html`<th scope="col" class="right">${title}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map(([name = '', ...cells], at) => {
              const row = table.rows[at]!;
              return html`<tr class="${row.outcome === 'fail' && 'fail'}">
                <th scope="row">${foreign(name, 60)}</th>
                <td>${bars(row, table)}</td>
                ${cells.map((cell) => html`<td class="right">${cell}</td>`)}
              </tr> `;
            })}
          </tbody>
        </table>
      </div>
    </section>`;
  })}`;
}

function bars({ beforeUs, afterUs }: StageRow, { rows }: StageTable): Markup {
  const longest = Math.max(1e-9, ...rows.flatMap((row) => [row.afterUs, row.beforeUs ?? 0]));
  const long = (us: number): number => Math.round((us / longest) * width * 10) / 10;
  return html`<svg
    class="stage"
    viewBox="0 0 ${width} ${height}"
    width="${width}"
    height="${height}"
    aria-hidden="true"
  >
    ${beforeUs !== null && html`<rect class="before" x="0" y="3" width="${long(beforeUs)}" height="5" rx="2" />`}
    <rect class="after" x="0" y="${beforeUs === null ? 7 : 11}" width="${long(afterUs)}" height="8" rx="2" />
  </svg>`;
}
