import type { CheckReport, LeakCoverage, LeakProneSite } from '../../model.ts';
import { coverageCells, coverageHead, coverageNote, lifeOf, waysTo } from '../coverage-table.ts';
import { lifecycleHead, lifecycleNote, lifecycles } from '../lifecycle-table.ts';
import type { Told } from '../told.ts';
import type { Say } from '../../words/say.ts';
import { code, foreign, html, type Markup } from './markup.ts';
import { call } from './places.ts';

/** What the load proved of the lines that can leak. */
export function coverage(report: Told): Markup {
  const { checks, say } = report;
  return html`${checks.map((check) => {
    const rows = coverageCells(check, say);
    if (rows === null || check.coverage === undefined) return html``;
    return html`<section aria-labelledby="coverage">
      <h2 id="coverage">${say('Leak coverage')}</h2>
      <p class="hint">${say(coverageNote)}</p>
      <div class="scroll" role="group" aria-labelledby="coverage" tabindex="0">
        ${table(
          coverageHead(say),
          rows.map(([first = '', ...rest]) => [html`${first}`, ...rest]),
        )}
      </div>
      ${fared(report, check)} ${lists(report, check.coverage)}
    </section>`;
  })}`;
}

const table = (head: readonly string[], rows: readonly (readonly [Markup, ...string[]])[]): Markup =>
  html`<table>
    <thead>
      <tr>
        ${head.map((title, at) => html`<th scope="col" class="${at > 0 && 'right'}">${title}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([first, ...rest]) =>
          html`<tr>
            <th scope="row">${first}</th>
            ${rest.map((cell) => html`<td class="right">${cell}</td>`)}
          </tr> `,
      )}
    </tbody>
  </table>`;

/** The states of the goroutines of each `go` statement. */
function fared(report: Told, check: CheckReport): Markup | false {
  const { say } = report;
  const rows = lifecycles(check);
  if (rows === null) return false;
  const head = [say('go statements'), ...lifecycleHead(say)];
  const cells = rows.map(({ site, cells: figures }) => [call(report, site.frame), ...figures] as const);
  return html`<h3 id="lives">${say('How the goroutines fared')}</h3>
    <p class="hint">${say(lifecycleNote)}</p>
    <div class="scroll" role="group" aria-labelledby="lives" tabindex="0">${table(head, cells)}</div>`;
}

function lists(report: Told, { unreached, started }: LeakCoverage): Markup {
  const { say } = report;
  return html`<div class="columns">
    ${unreached.length > 0 && list(report, say('What no request reached'), unreached, (one) => unreachedSite(one, say))}
    ${started.length > 0 && list(report, say('Goroutines that the load started'), started, (one) => foreign(lifeOf(one, say), 300))}
  </div>`;
}

const unreachedSite = (site: LeakProneSite, say: Say): Markup =>
  html`${code(site.source, 120)}${waysTo(site, say).map((way) => html`<br /><span class="hint">${foreign(way, 160)}</span>`)}`;

function list(
  report: Told,
  title: string,
  sites: readonly LeakProneSite[],
  told: (site: LeakProneSite) => Markup,
): Markup {
  return html`<div class="panel list">
    <h3>${title}</h3>
    <ul class="plain">
      ${sites.map((site) => html`<li>${call(report, site.frame)}<br />${told(site)}</li> `)}
    </ul>
  </div>`;
}
