import type { Fact, Finding, Flow, Frame, Report, RetainedChain } from '../../model.ts';
import { plain } from '../escape.ts';
import { growthOf } from '../figures.ts';
import { isOwn, lineLink } from '../links.ts';
import { siteTitles } from '../markdown-sites.ts';
import { formatCount } from '../numbers.ts';
import { isLine, shortFunction, stackTitle, type Story } from '../story.ts';
import { chainSteps, evidenceOf } from './evidence.ts';
import { icon, toneOfFinding } from './icons.ts';
import { block, code, foreign, html, prose, type Markup } from './markup.ts';
import { call, factText, place, withoutPlace } from './places.ts';
import type { Told } from '../told.ts';

const shownSites = 200;
const shownFrames = 24;
/** Facts that a list of steps tells better, where there is one of that title. */
const toldAsSteps = [
  ['held together by', 'Held together by'],
  ['and by', 'Held together by'],
  ['keep alive', 'Keeps alive'],
] as const;

/** The lines of code that findings point at: how much, why, who calls them, what holds what they made. */
export function sites(report: Told, { sites: all }: Story): Markup {
  const { say } = report;
  if (all.length === 0) return html``;
  const shown = all.slice(0, shownSites);
  const kinds = new Set(shown.map(({ kind }) => kind));
  return html`<section aria-labelledby="sites">
    <div class="title">
      <h2 id="sites">${say(kinds.size === 1 ? siteTitles[shown[0]!.kind] : 'Where')}</h2>
      <button type="button" class="toggle" data-toggle="#site-list" hidden>${say('Open all')}</button>
    </div>
    <p class="hint">
      ${say('Each line with the calls that lead to it.')}${shown.length > 1 && say(' Bars compare what the lines leave behind, by kind.')}
    </p>
    <div class="sites" id="site-list">
      ${shown.map((finding, index) => siteRow(report, finding, { open: index === 0, of: peak(shown, finding), index }))}
    </div>
    ${all.length > shown.length && html`<p class="hint">${say('… and {n} more in result.json.', { n: all.length - shown.length })}</p>`}
  </section>`;
}

/** The largest figure of the same unit, which fills the bar. */
const peak = (findings: Finding[], { unit }: Finding): number =>
  Math.max(...findings.filter((one) => one.unit === unit).map(({ after }) => Math.abs(after ?? 0)));

function siteRow(report: Told, finding: Finding, look: { open: boolean; of: number; index: number }): Markup {
  const { site, metric } = finding;
  if (site === undefined) return html``;
  const tone = toneOfFinding(finding);
  const growth = isLine(finding) ? growthOf(finding, report.say) : '';
  return html`<details class="site ${tone}" id="site-${look.index + 1}" ${look.open && html` open`}>
    <summary>
      ${icon(tone)}
      <span class="where"><code>${shortFunction(site.function)}</code>${place(report, { ...site, own: false })}</span>
      ${bar(finding, look.of)}<span class="amount"><b>${growth}</b><small>${foreign(metric, 60)}</small></span>
    </summary>
    ${body(report, finding)}
  </details> `;
}

function bar(finding: Finding, of: number): Markup {
  const part = of > 0 && finding.kind === 'leak' ? Math.max(0, finding.after ?? 0) / of : 0;
  return html`<svg class="bar" aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 10">
    <rect
      class="${finding.outcome === 'warn' ? 'quiet' : 'grew'}"
      width="${Math.round(part * 1000) / 10}"
      height="10"
      rx="1"
    />
  </svg>`;
}

function body(report: Told, finding: Finding): Markup {
  const { say } = report;
  const site = finding.site!;
  const flows = stepwise(report, finding);
  const isStepwise = (label: string): boolean =>
    toldAsSteps.some(([fact, steps]) => label === say(fact) && flows.some(({ title }) => title === say(steps)));
  const facts = (finding.facts ?? []).filter(({ label }) => label !== say('kept alive by') && !isStepwise(label));
  const source = site.source === undefined || plain(site.source) === '' ? '' : block([site.source]);
  // A link inside the summary would be one control within another.
  const own = isOwn(finding) && lineLink(report, site.file, site.line) !== null;
  return html`<div class="body">
    <p>${prose(finding.reason)}</p>
    ${own && html`<p class="at">${place(report, { ...site, own })}</p>`} ${source}
    ${facts.length > 0 && html`<dl class="facts">${facts.map((fact) => factRow(report, fact))}</dl>`}
    <div class="chains">
      ${site.stack.length > 0 && chainList(stackTitle(finding, say), stackSteps(report, site.stack))}${kept(report, finding)}${otherFlows(report, flows)}
    </div>
  </div>`;
}

const factRow = (report: Report, fact: Fact): Markup =>
  html`<div>
    <dt>${foreign(fact.label, 40)}</dt>
    <dd>${factText(report, fact)}</dd>
  </div> `;

function stackSteps(report: Told, stack: Frame[]): Markup[] {
  const more = stack.length - shownFrames;
  const steps = stack.slice(0, shownFrames).map((frame) => call(report, frame));
  return more > 0 ? [...steps, html`<span class="muted">${report.say('… {n} more', { n: more })}</span>`] : steps;
}

/** Goroutines that hold nothing but themselves have no way to follow: the fact tells how much. */
const stepwise = ({ say }: Told, { flows = [] }: Finding): Flow[] =>
  flows.filter(({ title, steps }) => !(title === say('Keeps alive') && steps.length < 2));

/** Where goroutines are stuck, what they hold, who holds something together: like every stack here, calls stand innermost first. */
const otherFlows = (report: Told, flows: readonly Flow[]): Markup =>
  html`${flows
    .filter(({ title }) => title !== report.say('Kept alive by'))
    .map(({ title, steps }) => {
      const calls = steps.flatMap(({ text, frame }) => (text === frame?.function ? frame : []));
      const shown =
        calls.length === steps.length
          ? stackSteps(report, calls.toReversed())
          : steps.map(({ text, frame }) => html`${code(text)}${frame !== null && html` ${place(report, frame)}`}`);
      return chainList(foreign(title, 60), shown);
    })}`;

/** From the root to the objects: with their numbers where the report has them, else in the words of the finding. */
function kept(report: Told, { facts = [], site, unit }: Finding): Markup {
  // Goroutines are what keeps it alive.
  if (unit === 'goroutines') return html``;
  const title = report.say('Kept alive by');
  const said = facts.find(({ label }) => label === report.say('kept alive by'));
  const chain = evidenceOf(report)?.chains.find(({ sites: at }) =>
    at.some(({ file, line }) => file === site?.file && line === site.line),
  );
  if (chain !== undefined) return chainList(title, retainedSteps(report, chain));
  if (said === undefined) return html``;
  return chainList(
    title,
    chainSteps(said.text).map((step) => code(step)),
  );
}

export function retainedSteps(report: Report, { steps }: RetainedChain): Markup[] {
  return steps.map(
    ({ text, objects, frame }) =>
      html`${code(withoutPlace(text, frame))}${objects > 1 && html` <span class="times">×${formatCount(Math.round(objects))}</span>`}${frame !== null && html` ${place(report, frame)}`}`,
  );
}

export function chainList(title: string | Markup, steps: Markup[]): Markup {
  return html`<div>
    <h3>${title}</h3>
    <ol class="chain">
      ${steps.map((step) => html`<li>${step}</li> `)}
    </ol>
  </div> `;
}
