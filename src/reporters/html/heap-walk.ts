import type { Word, Say } from '../../words/say.ts';
import type { HeapSnapshot } from '../../heap/snapshot-file.ts';
import type { GrowthNode } from '../../heap/growth-tree.ts';
import { formatCount, formatValue } from '../numbers.ts';
import { heatOf, named, times } from './heap-steps.ts';
import { html, type Markup } from './markup.ts';
import { treemapOf, type Tile } from './treemap.ts';

/** The tree of a heap as the page shows it. */
export interface HeapTree {
  kind: HeapSnapshot['kind'];
  say: Say;
  root: GrowthNode;
  /** Beside an earlier snapshot: colours and figures of growth. */
  compared: boolean;
  /** A part of a run's report: not the only section about the heap, and printed only as far as it's open. */
  inReport?: true;
}

const shownLevels = 4;
/** In parts of the whole: smaller tiles can't be seen. */
const smallestTile = 0.002;
/** A step that keeps nearly all of what its parent keeps is the same tile. */
const nearlyAll = 0.98;

/** The heap as areas, coloured by growth, and as a tree that opens from the root down to the objects. */
export function walk(tree: HeapTree): Markup {
  const { root, kind, compared, say } = tree;
  if (root.children.length === 0) return html``;
  const hottest = hottestOf(root);
  const tiles = root.children.flatMap((node) => tileOf(node, { tree, hottest, depth: 1 }));
  return html`<section aria-labelledby="walk">
    <div class="title">
      <h2 id="walk">${say(titleOf(tree))}</h2>
      <button type="button" class="toggle" data-toggle="#tree" hidden>${say('Open all')}</button>
    </div>
    <div class="title">
      <p class="hint">${hint(tree)}</p>
      ${compared && legend(say)}
    </div>
    ${tiles.length > 0 && treemapOf(tiles, { unit: 'bytes', height: 320, say, whole: kind === 'retention' ? '{total} kept alive' : '{total} live' })}
    <div class="panel walk${tree.inReport && ' brief'}" id="tree">
      ${root.children.map((node, at) => step(node, { tree, hottest, open: at === 0 }))}${rest(root, tree)}
    </div>
  </section>`;
}

function titleOf({ kind, inReport }: HeapTree): Word {
  if (inReport) return 'The heap from its roots down';
  return kind === 'retention' ? 'What keeps it alive' : 'Where it is allocated';
}

const hottestOf = ({ children }: GrowthNode): number => Math.max(1, ...children.map((one) => Math.abs(one.grownBytes)));

function hint({ kind, compared, inReport, say }: HeapTree): string {
  const area = say(
    kind === 'retention'
      ? 'Area: what each root keeps alive now, and inside it what the next steps keep.'
      : 'Area: what each line holds now, and inside it the calls that led there.',
  );
  const since = inReport ? ' Colour: growth since the warm-up.' : ' Colour: growth since the first snapshot.';
  const cut = kind === 'retention' ? say(' Cut the way anywhere, and what is below it is freed.') : '';
  return `${area}${compared ? say(since) : ''}${cut}`;
}

const legend = (say: Say): Markup =>
  html`<span class="legend" aria-hidden="true"
    >${say('freed')} <i class="swatch c9"></i><i class="swatch c4"></i><i class="swatch h0"></i><i class="swatch h4"></i
    ><i class="swatch h9"></i> ${say('grew')}</span
  >`;

interface TileLook {
  tree: HeapTree;
  hottest: number;
  depth: number;
}

function tileOf(node: GrowthNode, look: TileLook): Tile[] {
  const { tree, hottest, depth } = look;
  const { label, bytes, grownBytes, children } = node;
  if (bytes < tree.root.bytes * smallestTile || bytes <= 0 || depth > shownLevels) return [];
  const [only] = children.filter((child) => child.bytes >= bytes * nearlyAll);
  const below = only === undefined ? node : lastAlike(only, bytes);
  const inside = below.children.flatMap((child) => tileOf(child, { ...look, depth: depth + 1 }));
  const growth = tree.compared && grownBytes !== 0 ? ` (${formatValue(grownBytes, 'bytes', 'always')})` : '';
  return [
    {
      name: label.text,
      amount: bytes,
      told: `${formatValue(bytes, 'bytes')}${growth}`,
      children: inside,
      ...(tree.compared && { tint: `heat ${heatOf(grownBytes, hottest)}` }),
    },
  ];
}

/** Down the steps that keep nearly all of `bytes`. */
function lastAlike(node: GrowthNode, bytes: number): GrowthNode {
  const next = node.children.find((child) => child.bytes >= bytes * nearlyAll);
  return next === undefined ? node : lastAlike(next, bytes);
}

interface StepLook {
  tree: HeapTree;
  hottest: number;
  /** The way to what explains most is open from the start. */
  open: boolean;
}

/** Elements nest as steps do: Tab and Enter walk them without any script. */
function step(node: GrowthNode, look: StepLook): Markup {
  const { tree, hottest, open } = look;
  const { label, objects, grownObjects, grownBytes, children, left } = node;
  const row = html`${tree.compared && html`<i class="swatch ${heatOf(grownBytes, hottest)}"></i>`}<span class="what"
      >${named(label)}${times(objects, tree.compared ? grownObjects : null)}</span
    >${figures(node, tree)}`;
  if (children.length + left.steps === 0) return html`<div class="row step">${row}</div> `;
  return html`<details ${open && html` open`}>
    <summary class="row">${row}</summary>
    ${children.map((child, at) => step(child, { ...look, open: open && at === 0 }))}${rest(node, tree)}
  </details> `;
}

function figures(
  { bytes, grownBytes }: Pick<GrowthNode, 'bytes' | 'grownBytes'>,
  { root, compared, say }: HeapTree,
): Markup {
  const now = formatValue(bytes, 'bytes');
  const share = `${Math.round((bytes / Math.max(1, root.bytes)) * 1000) / 10} %`;
  if (!compared) return html` <span class="amount"><b>${now}</b> <small>${share}</small></span>`;
  return grownBytes === 0
    ? html` <span class="amount"><small>${say('{bytes}, as before', { bytes: now })}</small></span>`
    : html` <span class="amount"
        ><b>${formatValue(grownBytes, 'bytes', 'always')}</b> <small>${say('of {bytes}', { bytes: now })}</small></span
      >`;
}

function rest({ left }: GrowthNode, tree: HeapTree): Markup {
  if (left.steps === 0) return html``;
  return html`<div class="row step">
    <span class="what muted">${tree.say('… {n} more', { n: formatCount(left.steps) })}</span>${figures(left, tree)}
  </div> `;
}
