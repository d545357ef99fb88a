import type { Phase } from '../../model.ts';
import { formatCount, formatDuration, formatTime, formatValue } from '../numbers.ts';
import { tookMs } from '../took.ts';
import { icon, toneOf } from './icons.ts';
import { code, foreign, html, prose, spoken, type Markup } from './markup.ts';
import { outcomeWords, type Story } from '../story.ts';
import type { Told } from '../told.ts';

/** What was measured beside the figures that the table of metrics holds. */
export function figures({ checks, say }: Told, { deviations, passing }: Story): Markup {
  const told = new Set([...deviations, ...passing].map(({ metric }) => metric));
  const measured = checks
    .map((check) => ({ ...check, metrics: check.metrics.filter(({ title }) => !told.has(title)) }))
    .filter(({ metrics }) => metrics.length > 0);
  if (measured.length === 0) return html``;
  return html`<section aria-labelledby="figures">
    <h2 id="figures">${say('Other figures of this run')}</h2>
    <div class="columns">
      ${measured.map(
        (check) =>
          html`<div class="panel list">
            <h3>${foreign(check.title, 60)}</h3>
            <dl class="rows">
              ${check.metrics.slice(0, 60).map(
                ({ title, value, unit }) =>
                  html`<div>
                    <dt>${foreign(title, 80)}</dt>
                    <dd>${formatValue(value, unit)}</dd>
                  </div> `,
              )}
            </dl>
          </div> `,
      )}
    </div>
  </section>`;
}

/** Baseline, checks and remarks: what a reader needs who doubts the verdict. */
export function verdictMaking(report: Told): Markup {
  const { baseline, checks, notes, say } = report;
  const store = foreign(baseline.store, 40);
  const reason = prose(baseline.reason);
  return html`<section aria-labelledby="making">
    <h2 id="making">${say('How the verdict was made')}</h2>
    <ul class="plain making">
      <li>
        ${baseline.store === '' ? spoken(say, 'Baseline: {reason}', { reason }) : spoken(say, 'Baseline ({store}): {reason}', { store, reason })}
      </li>
      ${baseline.mismatches.slice(0, 20).map((mismatch) => html`<li>${spoken(say, 'Not comparable with the baseline: {why}', { why: prose(mismatch) })}</li> `)}${checks
        .slice(0, 20)
        .map(
          (check) =>
            html`<li>
              ${icon(toneOf(check.outcome))}
              ${spoken(say, '{check} {answer}: {summary}', {
                check: html`<b>${foreign(check.title, 80)}</b>`,
                answer: say(outcomeWords[check.outcome]),
                summary: prose(check.summary),
              })}
            </li> `,
        )}${baseline.stored && html`<li>${spoken(say, 'This run was stored as the new baseline of {branch}.', { branch: code(baseline.branch, 60) })}</li> `}${notes
        .slice(0, 100)
        .map((note) => html`<li>${prose(note)}</li> `)}
    </ul>
  </section>`;
}

/** Where and when it was measured. */
export function environment(report: Told): Markup {
  const { environment: at, phases, service, say } = report;
  // A run that ended before it looked around knows neither.
  if (at.cpus === 0) return html``;
  const rows: [string, Markup][] = [
    [
      say('Service'),
      spoken(say, '{package} of {module}', { package: code(service.package), module: code(service.module) }),
    ],
    ['Go', foreign(at.goVersion, 40)],
    [say('Processor'), html`${formatCount(at.cpus)} × ${foreign(at.cpuModel, 80)}`],
    [say('Memory'), html`${formatValue(at.memoryBytes, 'bytes')}`],
    [say('System'), foreign(`${at.os}/${at.arch}`, 40)],
    [
      say('Runner'),
      spoken(say, '{runner}, Node {node}', {
        runner: say(at.runner === 'local' ? 'a local machine' : 'a workflow runner'),
        node: foreign(at.nodeVersion, 40),
      }),
    ],
  ];
  return html`<section aria-labelledby="environment">
    <h2 id="environment">${say('Where and when it was measured')}</h2>
    <div class="columns">
      <div class="panel list">
        <dl class="rows">
          ${rows.map(
            ([term, said]) =>
              html`<div>
                <dt>${term}</dt>
                <dd>${said}</dd>
              </div> `,
          )}
        </dl>
      </div>
      ${phases.length > 0 && phaseChart(report, phases.slice(0, 30))}
    </div>
  </section>`;
}

/** Where the time of the run went. */
function phaseChart(report: Told, phases: Phase[]): Markup {
  const { say } = report;
  const start = Math.min(...phases.map(({ startedAt }) => Date.parse(startedAt)));
  const whole = Math.max(1, tookMs(report));
  return html`<div class="panel list">
    <table class="phases">
      <caption class="hidden">
        ${say('Phases of the run')}
      </caption>
      <thead class="hidden">
        <tr>
          <th scope="col">${say('Phase')}</th>
          <th scope="col">${say('When')}</th>
          <th scope="col">${say('Took')}</th>
        </tr>
      </thead>
      <tbody>
        ${phases.map(({ name, startedAt, durationMs }) => {
          const from = (Date.parse(startedAt) - start) / whole;
          const x = Number.isFinite(from) ? Math.max(0, Math.min(1, from)) : 0;
          return html`<tr>
            <th scope="row">${foreign(name, 60)}</th>
            <td class="chart">
              <svg class="phase" width="100%" height="10" aria-hidden="true">
                <title>${formatTime(startedAt)}</title>
                <rect
                  x="${percent(x)}"
                  width="${percent(Math.max(0.004, Math.min(1 - x, durationMs / whole)))}"
                  height="10"
                  rx="2"
                />
              </svg>
            </td>
            <td class="right">${formatDuration(durationMs)}</td>
          </tr> `;
        })}
      </tbody>
    </table>
  </div> `;
}

const percent = (part: number): string => `${Math.round(part * 1000) / 10}%`;
