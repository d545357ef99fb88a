import { createHash } from 'node:crypto';
import type { Report } from '../../model.ts';
import { formatTime } from '../numbers.ts';
import { shortSha, storyOf, type Story } from '../story.ts';
import { environment, figures, verdictMaking } from './environment.ts';
import { flame } from './flame.ts';
import { goroutines } from './goroutines.ts';
import { latency } from './latency.ts';
import { foreign, html, trusted, type Markup } from './markup.ts';
import { metrics } from './metrics.ts';
import { retention } from './retention.ts';
import { routes } from './routes.ts';
import { script } from './script.ts';
import { sites } from './sites.ts';
import { styles } from './styles.ts';
import { timelines } from './timeline.ts';
import { cards, header, stop } from './verdict.ts';

/** Nothing is loaded, nothing is sent, and no script or style runs but the page's own two. */
const policy = [
  "default-src 'none'",
  `style-src '${hashOf(styles)}'`,
  `script-src '${hashOf(script)}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** The whole report as one page that needs nothing else: for a browser, a screen reader, a printer. */
export function page(report: Report): string {
  const story = storyOf(report);
  const [lines, figuresHeld] = [sites(report, story), metrics(report, story)];
  const parts = [
    stop(report),
    cards(report),
    ...(linesFirst(story) ? [lines, figuresHeld] : [figuresHeld, lines]),
    flame(report),
    retention(report),
    goroutines(report),
    timelines(report),
    latency(report),
    routes(report),
    figures(report),
    verdictMaking(report),
    environment(report),
  ];
  const main = parts.filter(({ markup }) => markup !== '').map((part) => html`${part} `);
  const { markup } = html`<!doctype html>
    <html lang="en">
      ${head(story.heading)}
      <body>
        <a class="skip" href="#main">Skip to the findings</a>
        <button type="button" id="theme" hidden>Theme</button>
        ${header(report, story)}
        <main class="wrap" id="main">${main}</main>
        ${footer(report)} ${trusted(`<script>${script}</script>`)}
      </body>
    </html>`;
  return `${markup}
`;
}

/** A reader asks which lines, then how sure; unless no line is to blame. */
const linesFirst = ({ sites: found }: Story): boolean => found.some(({ outcome }) => outcome === 'fail');

function head(title: string): Markup {
  return html`<head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="referrer" content="no-referrer" />
    <title>${title} · Leakgate</title>
    ${trusted(`<style>${styles}</style>`)}
  </head>`;
}

function footer({ leakgate, createdAt, commit }: Report): Markup {
  return html`<footer class="wrap">
    leakgate ${foreign(leakgate, 40)} · ${formatTime(createdAt)}${commit.sha !== '' && ` for ${shortSha(commit.sha)}`}
  </footer>`;
}
