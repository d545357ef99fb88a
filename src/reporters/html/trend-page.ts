import type { Lang, Outcome, Metric, Trend, TrendPoint } from '../../model.ts';
import type { Word, Say } from '../../words/say.ts';
import { plain } from '../escape.ts';
import { safeUrl } from '../links.ts';
import { formatCount, formatTime, formatValue } from '../numbers.ts';
import { shortSha } from '../story.ts';
import { icon, toneOf } from './icons.ts';
import { foreign, html, prose, spoken, type Markup } from './markup.ts';
import { shell } from './shell.ts';
import { styles } from './styles.ts';
import { changeChart, valueChart } from './trend-chart.ts';
import { toldTrend, type ToldTrend } from '../told.ts';

const trendStyles = `${styles}
.lines .accepted{stroke:var(--warn);stroke-width:1.5}.lines .changed{stroke:var(--muted);stroke-width:1;stroke-dasharray:2 3}
.key.accepted{border-color:var(--warn);width:14px;margin-left:14px}.key.changed{border-top:2px dashed var(--muted);width:14px;margin-left:14px}
.plainly{padding-right:96px}@media screen and (max-width:760px){.plainly{padding:0}}
.runs td{padding:5px 12px}.runs td:last-child{white-space:normal;overflow-wrap:anywhere;min-width:240px;width:70%}
.columns .lines{min-width:0}
.now-value{float:right;color:var(--text);font-weight:650}
`;

/** Every figure of a branch over its stored runs, and the runs themselves: one page that needs nothing else. */
export function renderTrend(given: Trend, version: string, lang: Lang = 'en'): string {
  const trend = toldTrend(given, lang);
  const { branch, key, say } = trend;
  const heading = say('{key} on {branch}', { key: plain(key, 120), branch: plain(branch, 120) });
  return shell({
    title: heading,
    lang,
    styles: trendStyles,
    skipLink: say('Skip to the figures'),
    header: html`<header class="top">
      <div class="wrap plainly">
        <h1><bdi>${heading}</bdi></h1>
        <p class="lead">${lead(trend)}</p>
      </div>
    </header>`,
    main: [figures(trend), changes(trend), runs(trend)],
    footer: html`<footer class="wrap">leakgate ${foreign(version, 40)}</footer>`,
  });
}

function lead({ points, say }: ToldTrend): string {
  const accepted = points.filter((point) => point.accepted.length > 0).length;
  const stored = say(points.length === 1 ? 'One stored run, {from} to {to}.' : '{n} stored runs, {from} to {to}.', {
    n: formatCount(points.length),
    from: formatTime(points[0]!.createdAt),
    to: formatTime(points.at(-1)!.createdAt),
  });
  return (
    stored +
    (accepted === 0
      ? say(' Nothing had to be accepted.')
      : say(' In {n} of them somebody accepted a change.', { n: formatCount(accepted) }))
  );
}

function figures(trend: ToldTrend): Markup {
  const { say } = trend;
  const panels = trend.metrics.map((metric) => panel(metric, lastOf(trend, metric), valueChart(trend, metric, say)));
  return html`<section aria-labelledby="figures">
    <h2 id="figures">${say('Figures')}</h2>
    <p class="hint">
      ${say('Run by run, oldest on the left.')} <span class="key accepted"></span> ${say('a change was accepted')}
      <span class="key changed"></span> ${say('conditions changed, so that counts before and after can’t be compared')}
    </p>
    <div class="columns">${panels}</div>
  </section>`;
}

function changes(trend: ToldTrend): Markup {
  const { say } = trend;
  const panels = trend.metrics.flatMap((metric) => {
    const drawn = changeChart(trend, metric, say);
    return drawn === null ? [] : [panel(metric, '', drawn)];
  });
  if (panels.length === 0) return html``;
  return html`<section aria-labelledby="changes">
    <h2 id="changes">${say('Change against the base of each run')}</h2>
    <p class="hint">${say('Measured side by side. Line: change. Band: 95 % interval.')}</p>
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

function runs(trend: ToldTrend): Markup {
  const { say } = trend;
  return html`<section aria-labelledby="runs">
    <h2 id="runs">${say('Runs')}</h2>
    <p class="hint">${say('Newest first, each judged against the one before it.')}</p>
    <div class="scroll" tabindex="0" role="group" aria-labelledby="runs">
      <table class="runs">
        <thead>
          <tr>
            <th scope="col">${say('Measured')}</th>
            <th scope="col">${say('Commit')}</th>
            <th scope="col">${say('Verdict')}</th>
            <th scope="col">${say('What happened')}</th>
          </tr>
        </thead>
        <tbody>
          ${trend.points.toReversed().map((point) => run(point, trend))}
        </tbody>
      </table>
    </div>
  </section>`;
}

const words = {
  pass: 'Within gates',
  fail: 'Exceeded',
  inconclusive: 'Undecided',
  skipped: 'Skipped',
} as const satisfies Record<Outcome, Word>;

// prettier-ignore
function run(point: TrendPoint, { repository, say }: ToldTrend): Markup {
  const { createdAt, outcome } = point;
  return html`<tr><td>${formatTime(createdAt)}<td>${commit(point, repository)}<td>${outcome !== 'pass' && html`${icon(toneOf(outcome))} `}${say(words[outcome])}<td>${events(point, say)}
`;
}

function commit({ sha }: TrendPoint, repository: string | null): Markup {
  const base = safeUrl(repository);
  const short = html`<code>${shortSha(sha) || '–'}</code>`;
  return base === null || !/^[0-9a-f]{7,64}$/i.test(sha) ? short : html`<a href="${base}/commit/${sha}">${short}</a>`;
}

/** Said only where something happened: 500 rows of the same sentence tell nothing. */
function events({ outcome, summary, accepted, differing }: TrendPoint, say: Say): Markup {
  const said = [
    ...accepted.map(({ by, reason, checks }) =>
      spoken(say, 'Accepted by {who}: {reason}', {
        who: html`${foreign(by, 60)}${!checks.includes('all') && html` (${foreign(checks.join(', '), 80)})`}`,
        reason: prose(reason, 200),
      }),
    ),
    ...(outcome === 'pass' ? [] : [prose(summary, 200)]),
    ...(differing.length === 0 ? [] : [html`<span class="muted">${foreign(differing.join('; '), 200)}</span>`]),
  ];
  return html`${said.map((one, at) => html`${at > 0 && ' · '}${one}`)}`;
}
