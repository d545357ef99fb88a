import { hierarchy, treemap, type HierarchyRectangularNode } from 'd3-hierarchy';
import type { Report, RetainedChain, Unit } from '../../model.ts';
import { plain } from '../escape.ts';
import { formatValue } from '../numbers.ts';
import { chainSteps, evidenceOf } from './evidence.ts';
import { code, foreign, html, type Markup } from './markup.ts';
import { place } from './places.ts';

const width = 1136;
const shownRoots = 20;
/** What keeps less than this share of the heaviest can't be seen beside it. */
const smallest = 0.003;

/** Growing memory by what keeps it alive: who must let go of it. */
interface Kept {
  root: string;
  unit: Unit;
  amount: number;
  chain: RetainedChain | null;
  steps: string[];
}

/** A treemap of the roots that keep more and more, and a walk from each root down to its objects. */
export function retention(report: Report): Markup {
  const all = keptOf(report);
  const kept = all.filter(({ amount }) => amount >= all[0]!.amount * smallest).slice(0, shownRoots);
  if (kept.length === 0) return html``;
  return html`<section aria-labelledby="kept">
    <div class="title">
      <h2 id="kept">What keeps it alive</h2>
      <button type="button" class="toggle" data-toggle="#roots" hidden>Open all</button>
    </div>
    <p class="hint">
      Area: growth that a global, a goroutine or a finalizer keeps
      reachable${kept[0]!.unit === 'bytes' && ', and inside it what the next object on the way keeps'}. Cut the chain
      anywhere, and what is below it is freed.
    </p>
    ${kept.length > 1 || kept[0]!.chain !== null ? tiles(kept) : ''}
    <div class="sites" id="roots">${kept.map((one) => walk(report, one))}</div>
  </section>`;
}

function keptOf(report: Report): Kept[] {
  const chains = evidenceOf(report)?.chains ?? [];
  if (chains.length > 0)
    return chains.map((chain) => ({ root: chain.root, unit: 'bytes', amount: chain.retainedBytes, chain, steps: [] }));
  const roots = new Map<string, Kept>();
  for (const { facts = [], after, unit } of report.checks.flatMap(({ findings }) => findings)) {
    const said = facts.find(({ label }) => label === 'kept alive by');
    const [root, ...steps] = chainSteps(said?.text ?? '');
    if (root === undefined || unit !== 'bytes/req' || !((after ?? 0) > 0)) continue;
    const known = roots.get(root);
    roots.set(
      root,
      known === undefined
        ? { root, unit, amount: after!, chain: null, steps }
        : { ...known, amount: known.amount + after! },
    );
  }
  return [...roots.values()].toSorted((a, b) => b.amount - a.amount);
}

interface Tile {
  name: string;
  amount: number;
  children: Tile[];
}

function tiles(kept: readonly Kept[]): Markup {
  const height = kept.length > 1 ? 300 : 180;
  const all: Tile = { name: '', amount: 0, children: kept.map(tileOf) };
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
  const total = formatValue(root.value ?? 0, kept[0]!.unit);
  const said = kept
    .slice(0, 3)
    .map(({ root: name, amount, unit }) => `${plain(name, 80)} ${formatValue(amount, unit)}`);
  return html`<div class="panel treemap">
    <svg
      viewBox="0 0 ${width} ${height}"
      width="100%"
      role="img"
      aria-label="${`${total} kept alive: ${said.join(', ')}`}"
    >
      ${root
        .descendants()
        .slice(1)
        .map((node) => tile(node, kept[0]!.unit))}
    </svg>
  </div>`;
}

const tileOf = ({ root, amount, chain }: Kept): Tile => ({ name: root, amount, children: below(chain, 1, amount) });

/** The next step on the way that keeps less than the one before: steps that keep all the same are one tile. */
function below(chain: RetainedChain | null, from: number, above: number): Tile[] {
  const at = (chain?.steps ?? []).findIndex(
    ({ retainedBytes }, index) => index >= from && index < 40 && retainedBytes > 0 && retainedBytes < above * 0.98,
  );
  const step = chain?.steps[at];
  if (step === undefined || from > 40) return [];
  return [{ name: step.text, amount: step.retainedBytes, children: below(chain, at + 1, step.retainedBytes) }];
}

function tile({ x0, y0, x1, y1, depth, data }: HierarchyRectangularNode<Tile>, unit: Unit): Markup {
  const [w, h] = [x1 - x0, y1 - y0];
  if (w < 2 || h < 2) return html``;
  const characters = Math.floor((w - 14) / 7.2);
  return html`<svg x="${x0}" y="${y0}" width="${w}" height="${h}">
    <title>${plain(data.name, 200)}: ${formatValue(data.amount, unit)}</title>
    <rect class="t${Math.min(depth, 4)}" width="${w}" height="${h}" rx="4" />
    ${characters > 4 && h > 20 && html`<text x="8" y="17">${plain(data.name, Math.max(5, characters))}</text>`}${characters > 8 && h > 36 && html`<text class="small" x="8" y="32">${formatValue(data.amount, unit)}</text>`}
  </svg> `;
}

/** From the root to the objects that become more, each step with what it keeps; then the lines that made them. */
function walk(report: Report, { root, amount, unit, chain, steps }: Kept): Markup {
  const named = chain === null ? steps.map((step) => html`<li>${code(step)}</li> `) : stepsOf(report, chain);
  return html`<details class="site">
    <summary>
      <span class="where"><code>${foreign(root, 200)}</code></span
      ><span class="amount"><b>${formatValue(amount, unit, 'always')}</b></span>
    </summary>
    <div class="body">
      <ol class="chain">
        <li>${code(root)}</li>
        ${named}
      </ol>
      ${
        (chain?.sites.length ?? 0) > 0 &&
        html`<h3>Allocated at</h3>
          <ul class="plain">
            ${chain!.sites.slice(0, 20).map((site) => html`<li>${place(report, site)} ${code(site.function, 100)}</li> `)}
          </ul>`
      }
    </div>
  </details> `;
}

function stepsOf(report: Report, { steps, root, retainedBytes }: RetainedChain): Markup[] {
  return steps
    .slice(steps[0]?.text === root ? 1 : 0)
    .slice(0, 40)
    .map(({ text, objects, retainedBytes: bytes, frame }) => {
      const part = Math.round((Math.max(0, bytes) / Math.max(1, retainedBytes)) * 100);
      return html`<li>
        ${code(text)}${objects > 1 && html` <span class="times">×${formatValue(Math.round(objects), 'count')}</span>`}
        <span class="muted">keeps ${formatValue(bytes, 'bytes')} (${part} %)</span
        >${frame !== null && html` ${place(report, frame)}`}
      </li> `;
    });
}
