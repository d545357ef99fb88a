import type { DiffRow, DiffStep, SnapshotDiff } from '../../heap/diff.ts';
import { formatCount, formatShare, formatValue } from '../numbers.ts';
import { named } from './heap-steps.ts';
import { code, html, type Markup } from './markup.ts';

export interface RootsLook {
  kind: SnapshotDiff['kind'];
  /** What shares are of. */
  heapBytes: number;
  /** Rows are growth, not contents. */
  compared: boolean;
  /** Rows at most. */
  most: number;
}

const shownCallers = 3;

/** One line for each root that keeps more, or for each allocation site: how much, and the way down to the objects. */
export function roots(rows: readonly DiffRow[], look: RootsLook): Markup {
  const columns = columnsOf(rows, look);
  const rest = rows.slice(look.most);
  const restBytes = rest.reduce((sum, { grownBytes }) => sum + grownBytes, 0);
  return html`<section aria-labelledby="roots">
    <h2 id="roots">${titleOf(look)}</h2>
    ${
      rows.length === 0
        ? html`<p class="hint">Nothing ${look.compared ? 'grew' : 'is held'} that counts here.</p>`
        : html`<div class="scroll" tabindex="0" role="group" aria-labelledby="roots">
            <table class="roots">
              <thead>
                <tr>
                  ${columns.map(({ head }) => html`<th scope="col" class="right">${head}</th> `)}
                  <th scope="col">${look.kind === 'retention' ? 'Kept alive by' : 'Allocated in'}</th>
                </tr>
              </thead>
              <tbody>
                ${rows.slice(0, look.most).map((row) => line(row, columns, look))}
              </tbody>
            </table>
          </div>`
    }
    ${rest.length > 0 && html`<p class="hint">… and ${formatCount(rest.length)} more, ${formatValue(restBytes, 'bytes')}.</p>`}
  </section>`;
}

function titleOf({ kind, compared }: RootsLook): string {
  if (kind === 'profile') return compared ? 'Lines that hold more' : 'Lines that hold most';
  return compared ? 'Roots that keep more' : 'Roots that keep most';
}

interface Column {
  head: string;
  cell: (row: DiffRow) => Markup | string;
}

function columnsOf(rows: readonly DiffRow[], { kind, compared, heapBytes }: RootsLook): Column[] {
  const now: Column = {
    head: compared ? 'Now' : kind === 'retention' ? 'Keeps' : 'Holds',
    cell: ({ totalBytes }) => formatValue(totalBytes, 'bytes'),
  };
  const objects: Column = { head: compared ? 'Objects, Δ' : 'Objects', cell: (row) => objectsOf(row, compared) };
  const share: Column = {
    head: 'Share',
    cell: ({ totalBytes }) => formatShare(Number((totalBytes / Math.max(1, heapBytes)).toFixed(3))),
  };
  const perRequest: Column = {
    head: 'Per request',
    cell: ({ bytesPerRequest: bytes }) => (bytes === null ? '' : formatValue(bytes, 'bytes/req', 'always')),
  };
  if (!compared) return [now, share, objects];
  const growth: Column = {
    head: 'Growth, Δ',
    cell: ({ grownBytes }) => html`<b>${formatValue(grownBytes, 'bytes', 'always')}</b>`,
  };
  return [growth, now, ...(rows.some(({ bytesPerRequest }) => bytesPerRequest !== null) ? [perRequest] : []), objects];
}

/** Of the step at the end of the way, in which the bytes are. */
function objectsOf({ chain }: DiffRow, compared: boolean): Markup {
  const last = chain.at(-1);
  if (last === undefined || last.objects === 0) return html`–`;
  const many = Math.round(last.objects);
  const each =
    many > 1 && html` <small>${formatValue(Math.round(last.retainedBytes / last.objects), 'bytes')} each</small>`;
  return html`${formatValue(many, 'count', compared ? 'always' : 'negative')}${each}`;
}

function line(row: DiffRow, columns: readonly Column[], { kind }: RootsLook): Markup {
  const { chain, heldBy, exceeds } = row;
  const ways = heldBy
    .slice(0, 3)
    .map(
      (way, at) =>
        html` <small
          >${at === 0 ? 'held together by' : 'and'}
          ${way.slice(0, 10).map((text, k) => html`${k > 0 && ' → '}${code(text, 120)}`)}</small
        >`,
    );
  return html`<tr class="${exceeds ? 'fail' : 'grew'}">
    ${columns.map(({ cell }) => html`<td class="right">${cell(row)}</td> `)}
    <th scope="row">
      ${exceeds && html`<span class="hidden">Exceeds the limit: </span>`}${kind === 'retention' ? down(chain) : calls(chain)}${ways}
    </th>
  </tr> `;
}

const down = (chain: readonly DiffStep[]): Markup[] =>
  chain.slice(0, 12).map((step, at) => html`${at > 0 && ' → '}${named(step)}`);

function calls([site, ...callers]: readonly DiffStep[]): Markup {
  if (site === undefined) return html`–`;
  return html`${named(site)}${callers.slice(0, shownCallers).map((caller) => html` <small>← ${named(caller)}</small>`)}`;
}
