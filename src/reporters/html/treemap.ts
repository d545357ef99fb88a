import { hierarchy, treemap, type HierarchyRectangularNode } from 'd3-hierarchy';
import type { Unit } from '../../model.ts';
import type { Say } from '../../words/say.ts';
import { plain } from '../escape.ts';
import { formatValue } from '../numbers.ts';
import { html, type Markup } from './markup.ts';

const width = 1136;

/** A part of the whole; its children are parts of it. */
export interface Tile {
  name: string;
  /** What its area stands for. */
  amount: number;
  /** The amount in words. */
  told: string;
  children: Tile[];
  /** Classes that colour it; by depth otherwise. */
  tint?: string;
}

/** Areas inside of areas. `whole` says what the sum of all is: `12 MiB kept alive`. */
export function treemapOf(
  tiles: readonly Tile[],
  { unit, height, whole, say }: { unit: Unit; height: number; whole: '{total} kept alive' | '{total} live'; say: Say },
): Markup {
  const all: Tile = { name: '', amount: 0, told: '', children: [...tiles] };
  const root = treemap<Tile>()
    .size([width, height])
    .paddingInner(3)
    .paddingTop(({ depth, children }) => (depth > 0 && children !== undefined ? 40 : 0))
    .paddingLeft(({ depth }) => (depth > 0 ? 5 : 0))
    .paddingRight(({ depth }) => (depth > 0 ? 5 : 0))
    .paddingBottom(({ depth }) => (depth > 0 ? 5 : 0))
    .round(true)(
    hierarchy(all)
      // A parent's own part is what its children leave of it.
      .sum(({ amount, children }) => Math.max(0, amount - children.reduce((sum, child) => sum + child.amount, 0))),
  );
  const largest = tiles.slice(0, 3).map(({ name, told }) => `${plain(name, 80)} ${told}`);
  const sum = say(whole, { total: formatValue(root.value ?? 0, unit) });
  return html`<div
    class="panel treemap"
    tabindex="0"
    role="group"
    aria-label="${say('{what}, as areas', { what: sum })}"
  >
    <svg viewBox="0 0 ${width} ${height}" width="100%" role="img" aria-label="${`${sum}: ${largest.join(say(', '))}`}">
      ${root.descendants().slice(1).map(drawn)}
    </svg>
  </div>`;
}

function drawn({ x0, y0, x1, y1, depth, data }: HierarchyRectangularNode<Tile>): Markup {
  const [w, h] = [x1 - x0, y1 - y0];
  if (w < 2 || h < 2) return html``;
  const { name, told, tint } = data;
  // Names are bold; in the widest of usual fonts a letter takes this much.
  const characters = Math.floor((w - 14) / 8.4);
  return html`<svg x="${x0}" y="${y0}" width="${w}" height="${h}">
    <title>${plain(name, 200)}: ${told}</title>
    <rect class="${tint ?? `t${Math.min(depth, 4)}`}" width="${w}" height="${h}" rx="4" />
    ${characters > 4 && h > 20 && html`<text x="8" y="17">${plain(name, Math.max(5, characters))}</text>`}${characters > Math.max(8, told.length - 1) && h > 36 && html`<text class="small" x="8" y="32">${told}</text>`}
  </svg> `;
}
