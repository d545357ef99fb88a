import type { Report } from '../../model.ts';
import { formatTime } from '../numbers.ts';
import { shortSha, storyOf, type Story } from '../story.ts';
import { environment, figures, verdictMaking } from './environment.ts';
import { flame } from './flame.ts';
import { heapStyles } from './heap-styles.ts';
import { goroutines } from './goroutines.ts';
import { latency } from './latency.ts';
import { foreign, html, type Markup } from './markup.ts';
import { metrics } from './metrics.ts';
import { coverage } from './coverage.ts';
import { protocols } from './protocols.ts';
import { stages } from './stages.ts';
import { resilienceTimelines } from './resilience.ts';
import { retention } from './retention.ts';
import { routes } from './routes.ts';
import { runHeap } from './run-heap.ts';
import { shell } from './shell.ts';
import { sites } from './sites.ts';
import { timelines } from './timeline.ts';
import { cards, header, stop } from './verdict.ts';
import { told, type Told } from '../told.ts';

const mostBytes = 400_000;
/** Steps of the heap: from what fits nearly always to none, beside a very large graph of calls. */
const heapSteps = [300, 120, 40, 15, 0];

/**
 * The whole report as one page that needs nothing else: for a browser, a screen reader, a printer. The heap to walk through
 * is as detailed as 400 KB allow.
 */
export function page(given: Report): string {
  const report = told(given);
  let text = '';
  for (const most of heapSteps) {
    text = pageOf(report, most);
    if (Buffer.byteLength(text) <= mostBytes) break;
  }
  return text;
}

function pageOf(report: Told, mostHeapSteps: number): string {
  const story = storyOf(report);
  const [lines, figuresHeld] = [sites(report, story), metrics(report, story)];
  const parts = [
    stop(report),
    cards(report),
    ...(linesFirst(story) ? [lines, figuresHeld] : [figuresHeld, lines]),
    flame(report),
    retention(report),
    runHeap(report, mostHeapSteps),
    goroutines(report),
    timelines(report),
    resilienceTimelines(report),
    latency(report),
    protocols(report),
    stages(report),
    coverage(report),
    routes(report),
    figures(report, story),
    verdictMaking(report),
    environment(report),
  ];
  const main = parts.filter(({ markup }) => markup !== '').map((part) => html`${part} `);
  return shell({
    title: story.heading,
    lang: report.lang ?? 'en',
    styles: heapStyles,
    skipLink: report.say('Skip to the findings'),
    header: header(report, story),
    main,
    footer: footer(report),
  });
}

/** A reader asks which lines, then how sure; unless no line is to blame. */
const linesFirst = ({ sites: found }: Story): boolean => found.some(({ outcome }) => outcome === 'fail');

function footer({ leakgate, createdAt, commit, say }: Told): Markup {
  const time = formatTime(createdAt);
  const measured = commit.sha === '' ? time : say('{time} for {sha}', { time, sha: shortSha(commit.sha) });
  return html`<footer class="wrap">leakgate ${foreign(leakgate, 40)} · ${measured}</footer>`;
}
