import { sayIn } from '../../words/say.ts';
import { createHash } from 'node:crypto';
import { dataBlock, html, trusted, type Markup } from './markup.ts';
import { script, scriptWords } from './script.ts';
import type { Lang } from '../../model.ts';

/** What stands inside of a page. */
export interface Shell {
  title: string;
  lang: Lang;
  /** Style sheet of the page, whole. */
  styles: string;
  /** The link past the header, in words. */
  skipLink: string;
  header: Markup;
  main: Markup | Markup[];
  footer: Markup;
}

/** Nothing is loaded, nothing is sent, and no script or style runs but the page's own two. */
const policy = (styles: string): string =>
  [
    "default-src 'none'",
    `style-src '${hashOf(styles)}'`,
    `script-src '${hashOf(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** One page that needs nothing else: for a browser, a screen reader, a printer. */
export function shell({ title, lang, styles, skipLink, header, main, footer }: Shell): string {
  const { markup } = html`<!doctype html>
    <html lang="${lang}">
      ${head(title, styles)}
      <body>
        <a class="skip" href="#main">${skipLink}</a>
        <button type="button" id="theme" hidden>Theme</button>
        ${dataBlock('words', scriptWords(sayIn(lang)))} ${header}
        <main class="wrap" id="main">${main}</main>
        ${footer} ${trusted(`<script>${script}</script>`)}
      </body>
    </html>`;
  return `${markup}
`;
}

function head(title: string, styles: string): Markup {
  return html`<head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy(styles)}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="referrer" content="no-referrer" />
    <title>${title} · Leakgate</title>
    ${trusted(`<style>${styles}</style>`)}
  </head>`;
}
