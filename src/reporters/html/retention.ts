import type { HeapCount, RetainedChain, Unit } from '../../model.ts';
import type { Say } from '../../words/say.ts';
import { formatCount, formatValue } from '../numbers.ts';
import { chainSteps, evidenceOf } from './evidence.ts';
import { code, foreign, html, type Markup } from './markup.ts';
import { place, withoutPlace } from './places.ts';
import { treemapOf, type Tile } from './treemap.ts';
import type { Told } from '../told.ts';

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
export function retention(report: Told): Markup {
  const { say } = report;
  const all = keptOf(report);
  const kept = all.filter(({ amount }) => amount >= all[0]!.amount * smallest).slice(0, shownRoots);
  if (kept.length === 0) return html``;
  return html`<section aria-labelledby="kept">
    <div class="title">
      <h2 id="kept">${say('What keeps it alive')}</h2>
      <button type="button" class="toggle" data-toggle="#roots" hidden>${say('Open all')}</button>
    </div>
    <p class="hint">
      ${say(
        kept[0]!.unit === 'bytes'
          ? 'Area: growth that a global, a goroutine or a finalizer keeps reachable, and inside it what the next object on the way keeps. Cut the chain anywhere, and what is below it is freed.'
          : 'Area: growth that a global, a goroutine or a finalizer keeps reachable. Cut the chain anywhere, and what is below it is freed.',
      )}
    </p>
    ${kept.length > 1 || kept[0]!.chain !== null ? tiles(kept, say) : ''}
    <div class="sites" id="roots">${kept.map((one) => walk(report, one))}</div>
    ${selfCheck(report)}
  </section>`;
}

function keptOf(report: Told): Kept[] {
  const chains = evidenceOf(report)?.chains ?? [];
  if (chains.length > 0)
    return chains.map((chain) => ({ root: chain.root, unit: 'bytes', amount: chain.retainedBytes, chain, steps: [] }));
  const roots = new Map<string, Kept>();
  for (const { facts = [], after, unit } of report.checks.flatMap(({ findings }) => findings)) {
    const said = facts.find(({ label }) => label === report.say('kept alive by'));
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

function tiles(kept: readonly Kept[], say: Say): Markup {
  const { unit } = kept[0]!;
  const tile = (one: Kept): Tile => tileOf(one, unit);
  return treemapOf(kept.map(tile), { unit, height: kept.length > 1 ? 300 : 180, say, whole: '{total} kept alive' });
}

const tileOf = ({ root, amount, chain }: Kept, unit: Unit): Tile => ({
  name: root,
  amount,
  told: formatValue(amount, unit),
  children: below(chain, 1, amount),
});

/** The next step on the way that keeps less than the one before: steps that keep all the same are one tile. */
function below(chain: RetainedChain | null, from: number, above: number): Tile[] {
  const at = (chain?.steps ?? []).findIndex(
    ({ retainedBytes }, index) => index >= from && index < 40 && retainedBytes > 0 && retainedBytes < above * 0.98,
  );
  const step = chain?.steps[at];
  if (step === undefined || from > 40) return [];
  const { text, retainedBytes } = step;
  const told = formatValue(retainedBytes, 'bytes');
  return [{ name: text, amount: retainedBytes, told, children: below(chain, at + 1, retainedBytes) }];
}

const counted = (bytes: number): string => `${formatCount(bytes)}\u00a0B`;

/** What the objects of both looks sum up to, beside what the runtime counts: the proof that the chains tell all of the growth. */
function selfCheck(report: Told): Markup {
  const { say } = report;
  const looks = evidenceOf(report)?.counted;
  if (looks === undefined || looks.after === null) return html``;
  const { before, after } = looks;
  const grew = (of: keyof HeapCount): number => after[of] - before[of];
  const apart = grew('heapAllocBytes') - grew('reachableBytes');
  const grown = counted(grew('heapAllocBytes'));
  return html`<p class="hint">
    ${say(
      'Both looks were checked: the roots reach {reached} and then {reachedThen}, the runtime counts {counted} and {countedThen}.',
      {
        reached: counted(before.reachableBytes),
        reachedThen: counted(after.reachableBytes),
        counted: counted(before.heapAllocBytes),
        countedThen: counted(after.heapAllocBytes),
      },
    )}
    ${apart === 0 ? say('It grew by {bytes}, to the byte what the roots reach more.', { bytes: grown }) : say(apart > 0 ? 'It grew by {bytes}, {apart} more than what the roots reach.' : 'It grew by {bytes}, {apart} less than what the roots reach.', { bytes: grown, apart: counted(Math.abs(apart)) })}
  </p>`;
}

/** From the root to the objects that become more, each step with what it keeps; then the lines that made them. */
function walk(report: Told, { root, amount, unit, chain, steps }: Kept): Markup {
  const named = chain === null ? steps.map((step) => html`<li>${code(step)}</li> `) : stepsOf(report, chain);
  return html`<details class="site">
    <summary>
      <span class="where"><code>${foreign(root, 200)}</code></span
      ><span class="amount"
        ><b>${formatValue(amount, unit, 'always')}</b
        >${chain !== null && html`<small>${rate(chain, report.say)}</small>`}</span
      >
    </summary>
    <div class="body">
      <ol class="chain">
        <li>${code(root)}</li>
        ${named}
      </ol>
      ${(chain?.heldBy ?? []).map(
        (way) =>
          html`<h3>${report.say('Held together by')}</h3>
            <ol class="chain">
              ${way.map((step) => html`<li>${code(step)}</li> `)}
            </ol>`,
      )}
      ${
        (chain?.sites.length ?? 0) > 0 &&
        html`<h3>${report.say('Allocated at')}</h3>
          <ul class="plain">
            ${chain!.sites.slice(0, 20).map((site) => html`<li>${place(report, site)} ${code(site.function, 100)}</li> `)}
          </ul>`
      }
    </div>
  </details> `;
}

/** `96 B/req, known`. */
function rate({ retainedBytes, requests, known }: RetainedChain, say: Say): string {
  const bytes = requests === undefined ? '' : formatValue(retainedBytes / Math.max(1, requests), 'bytes/req');
  const history = known === undefined ? '' : say(known ? 'known' : 'new');
  return bytes === '' || history === '' ? bytes + history : say('{bytes}, {history}', { bytes, history });
}

function stepsOf(report: Told, { steps, root, retainedBytes, exact }: RetainedChain): Markup[] {
  const { say } = report;
  return steps
    .slice(steps[0]?.text === root ? 1 : 0)
    .slice(0, 40)
    .map(({ text, objects, retainedBytes: bytes, frame }) => {
      // Goroutines are counted one by one, other objects only where every allocation was recorded.
      const estimated = exact === false && !text.startsWith('goroutine ');
      const part = Math.round((Math.max(0, bytes) / Math.max(1, retainedBytes)) * 100);
      return html`<li>
        ${code(withoutPlace(text, frame))}${objects > 1 && html` <span class="times">${estimated && '≈ '}×${formatCount(Math.round(objects))}</span>`}
        <span class="muted"
          >${say('keeps {bytes} ({part} %)', { bytes: formatValue(bytes, 'bytes'), part })}${exact === true && objects > 1 && say(', {bytes} each', { bytes: formatValue(bytes / objects, 'bytes') })}</span
        >${frame !== null && html` ${place(report, frame)}`}
      </li> `;
    });
}
