import type { Metric, Trend, TrendPoint } from '../../model.ts';
import { plain } from '../escape.ts';
import { safeUrl } from '../links.ts';
import { formatCount, formatTime, formatValue } from '../numbers.ts';
import { shortSha } from '../story.ts';
import { icon, toneOf } from './icons.ts';
import { foreign, html, prose, type Markup } from './markup.ts';
import { shell } from './shell.ts';
import { styles } from './styles.ts';
import { changeChart, valueChart } from './trend-chart.ts';

const trendStyles = `${styles}
.lines .accepted{stroke:var(--warn);stroke-width:1.5}.lines .changed{stroke:var(--muted);stroke-width:1;stroke-dasharray:2 3}
.key.accepted{border-color:var(--warn);width:14px;margin-left:14px}.key.changed{border-top:2px dashed var(--muted);width:14px;margin-left:14px}
.plainly{padding-right:96px}@media screen and (max-width:760px){.plainly{padding:0}}
.runs td{padding:5px 12px}.runs td:last-child{white-space:normal;overflow-wrap:anywhere;min-width:240px;width:70%}
.columns .lines{min-width:0}
.now-value{float:right;color:var(--text);font-weight:650}
`;

/** Every figure of a branch over its stored runs, and the runs themselves: one page that needs nothing else. */
export function renderTrend(trend: Trend, version: string): string {
  const { branch, key, points } = trend;
  const heading = `${plain(key, 120)} on ${plain(branch, 120)}`;
  return shell({
    title: heading,
    styles: trendStyles,
    skipTo: 'the figures',
    header: html`<header class="top">
      <div class="wrap plainly">
        <h1><bdi>${heading}</bdi></h1>
        <p class="lead">${lead(points)}</p>
      </div>
    </header>`,
    main: [figures(trend), changes(trend), runs(trend)],
    footer: html`<footer class="wrap">leakgate ${foreign(version, 40)}</footer>`,
  });
}

function lead(points: readonly TrendPoint[]): string {
  const accepted = points.filter((point) => point.accepted.length > 0).length;
  const when = `${formatTime(points[0]!.createdAt)} to ${formatTime(points.at(-1)!.createdAt)}`;
  const many = points.length === 1 ? 'One stored run' : `${formatCount(points.length)} stored runs`;
  return `${many}, ${when}. ${accepted === 0 ? 'Nothing had to be accepted.' : `In ${formatCount(accepted)} of them somebody accepted a change.`}`;
}

function figures(trend: Trend): Markup {
  const panels = trend.metrics.map((metric) => panel(metric, lastOf(trend, metric), valueChart(trend, metric)));
  return html`<section aria-labelledby="figures">
    <h2 id="figures">Figures</h2>
    <p class="hint">
      Run by run, oldest on the left. <span class="key accepted"></span> a change was accepted
      <span class="key changed"></span> conditions changed, so that counts before and after can’t be compared
    </p>
    <div class="columns">${panels}</div>
  </section>`;
}

function changes(trend: Trend): Markup {
  const panels = trend.metrics.flatMap((metric) => {
    const drawn = changeChart(trend, metric);
    return drawn === null ? [] : [panel(metric, '', drawn)];
  });
  if (panels.length === 0) return html``;
  return html`<section aria-labelledby="changes">
    <h2 id="changes">Change against the base of each run</h2>
    <p class="hint">Measured side by side. Line: change. Band: 95 % interval.</p>
    <div class="columns">${panels}</div>
  </section>`;
}

const panel = ({ title }: Omit<Metric, 'value'>, now: string, drawn: Markup): Markup =>
  html`<div class="panel" tabindex="0" role="group" aria-label="${plain(title, 80)}">
    <h3 class="first"><span class="now-value">${now}</span>${foreign(title, 80)}</h3>
    ${drawn}
  </div> `;

function lastOf({ points }: Trend, { id, unit }: Omit<Metric, 'value'>): string {
  const value = points.at(-1)!.values[id];
  return value === undefined ? '–' : formatValue(value, unit);
}

function runs(trend: Trend): Markup {
  return html`<section aria-labelledby="runs">
    <h2 id="runs">Runs</h2>
    <p class="hint">Newest first, each judged against the one before it.</p>
    <div class="scroll" tabindex="0" role="group" aria-labelledby="runs">
      <table class="runs">
        <thead>
          <tr>
            <th scope="col">Measured</th>
            <th scope="col">Commit</th>
            <th scope="col">Verdict</th>
            <th scope="col">What happened</th>
          </tr>
        </thead>
        <tbody>
          ${trend.points.toReversed().map((point) => run(point, trend))}
        </tbody>
      </table>
    </div>
  </section>`;
}

const words = { pass: 'Within gates', fail: 'Exceeded', inconclusive: 'Undecided', skipped: 'Skipped' } as const;

// prettier-ignore
function run(point: TrendPoint, { repository }: Trend): Markup {
  const { createdAt, outcome } = point;
  return html`<tr><td>${formatTime(createdAt)}<td>${commit(point, repository)}<td>${outcome !== 'pass' && html`${icon(toneOf(outcome))} `}${words[outcome]}<td>${events(point)}
`;
}

function commit({ sha }: TrendPoint, repository: string | null): Markup {
  const base = safeUrl(repository);
  const short = html`<code>${shortSha(sha) || '–'}</code>`;
  return base === null || !/^[0-9a-f]{7,64}$/i.test(sha) ? short : html`<a href="${base}/commit/${sha}">${short}</a>`;
}

/** Said only where something happened: 500 rows of the same sentence tell nothing. */
function events({ outcome, summary, accepted, differing }: TrendPoint): Markup {
  const said = [
    ...accepted.map(
      ({ by, reason, checks }) =>
        html`Accepted by ${foreign(by, 60)}${!checks.includes('all') && html` (${foreign(checks.join(', '), 80)})`}:
        ${prose(reason, 200)}`,
    ),
    ...(outcome === 'pass' ? [] : [prose(summary, 200)]),
    ...(differing.length === 0 ? [] : [html`<span class="muted">${foreign(differing.join('; '), 200)}</span>`]),
  ];
  return html`${said.map((one, at) => html`${at > 0 && ' · '}${one}`)}`;
}
