import type { CheckReport, Finding, Grade, Report } from '../../model.ts';
import type { Say } from '../../words/say.ts';
import { growthOf, figuresOf } from '../figures.ts';
import { safeUrl } from '../links.ts';
import { formatDuration, formatTime, formatValue } from '../numbers.ts';
import { gatesExceeded, isJudged, isLine, outcomeWords, shortSha, type Story } from '../story.ts';
import { tookMs } from '../took.ts';
import { icon, toneOf, type Tone } from './icons.ts';
import { block, code, foreign, html, prose, spoken, type Markup } from './markup.ts';
import { commit, place } from './places.ts';
import type { Told } from '../told.ts';

/** Did it fail, and by what; then what was compared with what, where and when. */
export function header(report: Told, story: Story): Markup {
  return html`<header class="top">
    <div class="wrap">
      <div class="verdict">
        ${icon(verdictTone(report, story))}
        <div>
          <h1>${foreign(story.heading, 200)}</h1>
          <p class="lead">${lead(report)}</p>
        </div>
      </div>
      <dl class="about">
        ${about(report).map(
          ([term, said]) =>
            html`<div>
              <dt>${term}</dt>
              <dd>${said}</dd>
            </div> `,
        )}
      </dl>
    </div>
  </header>`;
}

export function verdictTone({ verdict }: Report, { icon: sign }: Story): Tone {
  if (verdict === 'pass') return sign === '✅' ? 'ok' : sign === '⚪' ? 'none' : 'warn';
  return toneOf(verdict);
}

function lead(report: Told): Markup {
  const { summary, baseline, error } = report;
  if (error !== null) return prose(error.message);
  return html`${gates(report)}${prose(summary)}${baseline.found ? '' : html`${report.say(' ')}${prose(baseline.reason)}`}`;
}

function about(report: Told): [string, Markup][] {
  const { service, commit: head, baseline, environment, createdAt, phases, links, say } = report;
  const here = commit(head.branch, shortSha(head.sha));
  const run = safeUrl(links.run);
  const when = `${formatTime(createdAt)}${phases.length === 0 ? '' : ` · ${formatDuration(tookMs(report))}`}`;
  return [
    [say('Service'), code(service.package || report.key, 120)],
    baseline.found
      ? [
          say('Compared'),
          spoken(say, '{this} against {that}', {
            this: here,
            that: commit(baseline.branch, shortSha(baseline.sha ?? '')),
          }),
        ]
      : [say('Commit'), here],
    ...(environment.cpus === 0 ? [] : [[say('Measured on'), runner(report)] as [string, Markup]]),
    [say('Measured'), run === null ? html`${when}` : html`<a href="${run}">${when}</a>`],
  ];
}

function gates(report: Told): Markup {
  const said = gatesExceeded(report);
  return said === '' ? html`` : html`<b>${said}${report.say('.')}</b>${report.say(' ')}`;
}

const runner = ({ environment: { cpus, os, arch, goVersion }, say }: Told): Markup =>
  html`${say(cpus === 1 ? '{n} CPU' : '{n} CPUs', { n: cpus })} · ${foreign(`${os}/${arch}`, 40)} ·
  ${foreign(goVersion, 40)}`;

/** One card for each check: its answer, the figure that matters most, one sentence. */
export function cards({ checks, say }: Told): Markup {
  if (checks.length === 0) return html``;
  return html`<section class="cards" aria-label="${say('Checks')}">
    ${checks.slice(0, 20).map((check) => card(check, say))}
  </section>`;
}

function card(check: CheckReport, say: Say): Markup {
  const { value, of } = headline(check, say);
  const [, number, unit] = /^([^\u00a0]+)(?:\u00a0(.*))?$/.exec(value) ?? [undefined, value, undefined];
  const tone = toneOf(check.outcome);
  return html`<article class="card ${tone}">
    <h2>${icon(tone)}<span class="hidden">${say(outcomeWords[check.outcome])}: </span>${foreign(check.title, 60)}</h2>
    ${value === '' ? '' : html`<p class="figure"><b>${number}</b>${unit === undefined ? '' : html` <span>${unit}</span>`} <small>${of}</small></p>`}
    <p>${prose(check.summary, 300)}</p>
  </article> `;
}

/** The figure of what deviates most, else the first that was measured. Of lines that leak, what all of them leave together. */
function headline({ findings, metrics }: CheckReport, say: Say): { value: string; of: Markup | string } {
  const graded = (grade: Grade): Finding | undefined => findings.find(({ outcome }) => outcome === grade);
  const problem = graded('fail') ?? graded('inconclusive') ?? graded('warn');
  const [first] = metrics;
  const together = problem !== undefined && isLine(problem) && first?.unit === problem.unit;
  if (problem !== undefined && !together) return figureOf(problem, say);
  if (first !== undefined) {
    const told = problem?.outcome === 'warn' ? say(' (not gating)') : '';
    // As the table has it: a figure that was taken beside the base has another there.
    const value = findings.find(({ id }) => id === first.id)?.after ?? first.value;
    return { value: formatValue(value, first.unit), of: html`${foreign(first.title, 60)}${told}` };
  }
  const judged = findings.find(isJudged);
  return judged === undefined ? { value: '', of: '' } : figureOf(judged, say);
}

function figureOf(finding: Finding, say: Say): { value: string; of: Markup } {
  const { after, change } = figuresOf(finding, say);
  const grew = isLine(finding) ? growthOf({ ...finding, before: null }, say) : '';
  // A crash is no figure, unless there were several.
  const figure = finding.kind === 'crash' ? '' : change === '–' ? after : change;
  return {
    value: grew || figure,
    of: html`${foreign(finding.metric, 60)}${finding.outcome === 'warn' && say(' (not gating)')}`,
  };
}

/** What kept the run from its end: the hint, the compiler's lines, the service's last words. */
export function stop(report: Told): Markup {
  const { error, say } = report;
  if (error === null) return html``;
  const lines = (error.output ?? '').split(/\r\n|[\r\n]/).filter((line) => line.trim() !== '');
  if (error.hint === null && error.locations.length === 0 && lines.length === 0) return html``;
  return html`<section aria-labelledby="stop">
    <h2 id="stop">${say('What stopped the run')}</h2>
    ${error.hint === null ? '' : html`<p>${prose(error.hint)}</p>`}
    ${
      error.locations.length === 0
        ? ''
        : html`<div class="scroll">
            <table>
              <thead>
                <tr>
                  <th scope="col">${say('Line')}</th>
                  <th scope="col">${say('Message')}</th>
                </tr>
              </thead>
              <tbody>
                ${error.locations.slice(0, 100).map(
                  (location) =>
                    html`<tr>
                      <td>${place(report, { ...location, own: true })}</td>
                      <td class="wide">${prose(location.message)}</td>
                    </tr> `,
                )}
              </tbody>
            </table>
          </div>`
    }
    ${
      lines.length === 0
        ? ''
        : html`<h3>${say('Last lines of output')}</h3>
            ${block(lines.slice(-50))}`
    }
  </section>`;
}
