import type { Finding } from '../../model.ts';
import type { Say } from '../../words/say.ts';
import { figuresOf, haveIntervals, isFromAnotherTime } from '../figures.ts';
import { formatShare } from '../numbers.ts';
import { costSentences } from '../running-cost.ts';
import { anotherTimeNote, shortSha, type Story } from '../story.ts';
import { pill, toneOfFinding } from './icons.ts';
import { axisOf, intervalChart } from './interval-chart.ts';
import { foreign, html, prose, type Markup } from './markup.ts';
import type { Told } from '../told.ts';

const shownRows = 200;

/** Every figure that was held against something, what deviates first, all changes on one axis. */
export function metrics(report: Told, story: Story): Markup {
  const { say } = report;
  const findings = [...story.deviations, ...story.passing].slice(0, shownRows);
  if (findings.length === 0) return html``;
  const axis = axisOf(findings);
  return html`<section aria-labelledby="metrics">
    <h2 id="metrics">${say(story.compared ? 'Metrics against the baseline' : 'Metrics')}</h2>
    <p class="hint">${hint(findings, story, say)}</p>
    <div class="scroll" role="group" aria-labelledby="metrics" tabindex="0">
      <table class="metrics">
        <thead>
          <tr>
            ${head(report, story, axis).map(
              ({ title, right }) => html`<th scope="col" ${right === true && html` class="right"`}>${title}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${findings.map((finding) => row(finding, { story, axis, say }))}
        </tbody>
      </table>
    </div>
    ${costSentences(report).map((sentence) => html`<p class="hint">${foreign(sentence, 300)}</p>`)}${findings.some(isFromAnotherTime) && html`<p class="hint">† ${anotherTimeNote(report)}</p>`}
  </section>`;
}

function hint(findings: Finding[], { compared }: Story, say: Say): string {
  if (!compared)
    return say('There is nothing to compare with yet. Gates that need no baseline were judged all the same.');
  const intervals = haveIntervals(findings);
  const dots = say(
    intervals
      ? 'Dot: change. Whisker: 95 % interval. A gate is exceeded only when the whole interval is past it.'
      : 'Dot: change against the baseline.',
  );
  return `${dots}${say(' Shaded: past the gate; where the gate isn’t a share, it’s drawn in the middle of its side.')}`;
}

interface Head {
  title: Markup | string;
  right?: true;
}

function head({ commit, baseline, say }: Told, { compared }: Story, axis: number): Head[] {
  const now = say(commit.pullRequest === null ? 'This run' : 'This PR');
  const before = html`${foreign(baseline.branch, 24)} <code class="sha">${shortSha(baseline.sha ?? '')}</code>`;
  const scale = html`<span class="axis"><i>−${formatShare(axis)}</i><i>0</i><i>+${formatShare(axis)}</i></span>`;
  return [
    { title: say('Metric') },
    ...(compared ? [{ title: before, right: true } as const] : []),
    { title: now, right: true },
    ...(compared ? [{ title: say('Change'), right: true } as const, { title: scale }] : []),
    { title: say('Gate'), right: true },
    { title: say('Verdict') },
  ];
}

interface RowLook {
  story: Story;
  axis: number;
  say: Say;
}

function row(finding: Finding, { story: { compared }, axis, say }: RowLook): Markup {
  const { before, after, change, interval, gate } = figuresOf(finding, say);
  const tone = toneOfFinding(finding);
  const told = finding.outcome !== 'pass' && finding.reason !== '';
  return html`<tr class="${tone}${told && ' told'}">
      <th scope="row">${foreign(finding.metric, 80)}${isFromAnotherTime(finding) && ' †'}</th>
      ${compared && html`<td class="right muted">${before}</td>`}
      <td class="right"><b>${after}</b></td>
      ${
        compared &&
        html`<td class="right change">${change}${interval !== '' && html`<small>${interval}</small>`}</td>
          <td class="chart">${intervalChart(finding, axis, say)}</td>`
      }
      <td class="right muted">${gate}</td>
      <td>${pill(finding, say)}</td>
    </tr>
    ${told && reasonRow(finding, compared ? 7 : 4, tone)}`;
}

/** Why it is judged so, with what is known beside it, under the figures. */
function reasonRow(finding: Finding, columns: number, tone: string): Markup {
  const facts = finding.site === undefined ? (finding.facts ?? []) : [];
  return html`<tr class="reason ${tone}">
    <td colspan="${columns}">
      ${prose(finding.reason)}${facts
        .slice(0, 6)
        .map(({ label, text }) => html` · <i>${foreign(label, 40)}</i> ${prose(text)}`)}
    </td>
  </tr> `;
}
