import { protocolCells, protocolHead, protocolNote } from '../protocol-table.ts';
import type { Told } from '../told.ts';
import { html, type Markup } from './markup.ts';

/** The same load over HTTP/1.1 and HTTP/2. */
export function protocols({ checks, say }: Told): Markup {
  const tables = checks.flatMap((check) => protocolCells(check) ?? []);
  if (tables.length === 0) return html``;
  return html`<section aria-labelledby="protocols">
    <h2 id="protocols">${say('HTTP/1.1 and HTTP/2')}</h2>
    <p class="hint">${say(protocolNote)}</p>
    <div class="scroll" role="group" aria-labelledby="protocols" tabindex="0">
      <table>
        <thead>
          <tr>
            ${protocolHead(say).map((head, at) => html`<th scope="col" class="${at > 0 && 'right'}">${head}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${tables.map(
            ([first = '', ...rest]) =>
              html`<tr>
                <th scope="row">${first}</th>
                ${rest.map((cell) => html`<td class="right">${cell}</td>`)}
              </tr> `,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}
