import type { Unit } from '../../model.ts';
import type { Word, Say } from '../../words/say.ts';
import { plain } from '../escape.ts';
import { formatValue } from '../numbers.ts';
import { shortFunction } from '../story.ts';
import { callTree, type Call, type CallTree } from './evidence.ts';
import { dataBlock, html, type Markup } from './markup.ts';
import type { Told } from '../told.ts';

const rowHeight = 22;
/** Narrower frames aren't drawn until somebody zooms in. In parts of the whole. */
const narrowest = 0.0004;
/** Rows with nothing but narrower frames (deep recursion) stay below the edge until somebody zooms in. In parts of the whole. */
const tall = 0.008;

/** A frame as the page draws it; `x` and `width` in parts of the whole. */
interface Drawn {
  call: Call;
  name: number;
  depth: number;
  x: number;
  width: number;
}

/** Calls as an icicle, callers on top: width is what was allocated below, colour is how much of it stays. */
export function flame(report: Told): Markup {
  const { say } = report;
  const tree = callTree(report);
  if (tree === null) return html``;
  const names = new Map<string, { at: number; text: string; place: string }>();
  const mode = tree.unit === 'bytes' && tree.root.live > 0 ? 'live' : 'grown';
  const drawn = layOut(tree.root, names, mode);
  const rows = Math.max(...drawn.filter(({ width }) => width >= tall).map(({ depth }) => depth)) + 1;
  const hottest = Math.max(...drawn.map(({ call: { own } }) => own), 1e-9);
  return html`<section aria-labelledby="flame" class="flame">
    <div class="title">
      <h2 id="flame">${say('Where it is allocated')}</h2>
      ${controls(tree, say)}
    </div>
    <div class="title">
      <p class="hint">${say(hint(tree))}</p>
      <span class="scale" aria-hidden="true"
        >${tree.unit === 'bytes' && html`${say('freed')} <i class="c9"></i><i class="c5"></i>`}<i class="h0"></i
        ><i class="h3"></i><i class="h6"></i><i class="h9"></i> ${say('grew')}</span
      >
    </div>
    <div class="panel">
      <svg
        id="flame-graph"
        width="100%"
        height="${rows * rowHeight}"
        role="img"
        aria-label="${label(tree, say)}"
        data-unit="${tree.unit}"
        data-mode="${mode}"
        data-row="${rowHeight}"
      >
        ${drawn.map((one) => frameOf(one, tree, { hottest, rows }))}
      </svg>
    </div>
    <p id="flame-detail" class="detail" aria-live="polite">${label(tree, say)}</p>
    ${dataBlock(
      'flame-names',
      [...names.values()].map(({ text, place }) => [text, place]),
    )}
  </section>`;
}

function controls({ unit }: CallTree, say: Say): Markup {
  const modes = html`<span class="modes" role="group" aria-label="${say('Width of the frames')}"
    ><button type="button" data-flame="live" aria-pressed="true">${say('Live heap')}</button
    ><button type="button" data-flame="grown" aria-pressed="false">${say('Growth only')}</button></span
  >`;
  return html`<div class="controls" hidden>
    ${unit === 'bytes' && modes}<input
      type="search"
      id="flame-search"
      placeholder="${say('Find function')}"
      aria-label="${say('Find function in the graph')}"
    /><button type="button" id="flame-reset" disabled>${say('Whole heap')}</button>
  </div>`;
}

function hint({ unit }: CallTree): Word {
  return unit === 'bytes'
    ? 'Width: live bytes after the last round. Colour: how much of it grew with the requests, strongest where the bytes are allocated. Click or Enter zooms, Esc goes back.'
    : 'Width: bytes that each request leaves behind, by the calls that lead to the leaking lines. Click or Enter zooms, Esc goes back.';
}

function label({ root, unit }: CallTree, say: Say): string {
  if (unit === 'bytes/req') return say('{bytes} stay with each request', { bytes: amount(root.grown, unit) });
  const growth = formatValue(root.growth, unit, 'always');
  return say('{live} of live heap, {growth} since the warm-up', { live: amount(root.live, unit), growth });
}

const amount = (value: number, unit: Unit): string => formatValue(value, unit);

function layOut(
  root: Call,
  names: Map<string, { at: number; text: string; place: string }>,
  by: 'live' | 'grown',
): Drawn[] {
  const whole = Math.max(root[by], 1e-9);
  const drawn: Drawn[] = [];
  const draw = (call: Call, depth: number, x: number): void => {
    drawn.push({ call, name: nameOf(call, names), depth, x: x / whole, width: call[by] / whole });
    let at = x;
    for (const child of call.children.toSorted((a, b) => b[by] - a[by])) {
      draw(child, depth + 1, at);
      at += child[by];
    }
  };
  draw(root, 0, 0);
  return drawn;
}

function nameOf(call: Call, names: Map<string, { at: number; text: string; place: string }>): number {
  const { frame } = call;
  const text = textOf(call);
  const place = frame === null ? '' : plain(`${frame.file}:${frame.line}`, 160);
  const known = names.get(`${text}\n${place}`);
  if (known !== undefined) return known.at;
  names.set(`${text}\n${place}`, { at: names.size, text, place });
  return names.size - 1;
}

/** Frames that can't be seen get their place from the page's script when somebody zooms in. */
function frameOf(
  { call, name, depth, x, width }: Drawn,
  tree: CallTree,
  { hottest, rows }: { hottest: number; rows: number },
): Markup {
  const box =
    width < narrowest || depth >= rows ? html`display="none"` : html`x="${percent(x)}" width="${percent(width)}"`;
  const text = width < 0.025 ? '' : html`<text x="5" y="15">${textOf(call)}</text>`;
  // prettier-ignore
  return html`<svg class="${heat(call, hottest)}" y="${depth * rowHeight}" data-n="${name}" data-v="${valuesOf(call, tree)}" ${box}><rect/>${text}</svg>
`;
}

const textOf = ({ frame }: Call): string => (frame === null ? 'all' : shortFunction(frame.function));

/** Live, grown, and the net growth where something was freed as well. */
function valuesOf({ live, grown, growth }: Call, { unit }: CallTree): string {
  if (unit === 'bytes/req') return `0 ${round(grown, 2)}`;
  const net = Math.round(growth) === Math.round(grown) ? '' : ` ${Math.round(growth)}`;
  return `${Math.round(live)} ${Math.round(grown)}${net}`;
}

/** Pale for callers, glowing where the growth is allocated; blue where more was freed than allocated. */
function heat({ live, growth, own }: Call, hottest: number): string {
  if (growth < 0 && growth < -0.02 * Math.max(1, live))
    return `c${Math.min(9, Math.ceil((-growth / Math.max(1, live - growth)) * 9))}`;
  const relative = live > 0 ? Math.max(0, Math.min(1, growth / live)) : Math.sign(growth);
  return `h${Math.round((0.3 * relative + 0.7 * Math.sqrt(Math.max(0, own) / hottest)) * 9)}`;
}

const round = (value: number, decimals: number): number => Number(value.toFixed(decimals));
const percent = (part: number): string => `${round(part * 100, 3)}%`;
