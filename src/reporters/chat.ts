import type { Message } from './message.ts';

/** Slack reads `<`, `>` and `&` as the start of links and mentions; escaped, nothing else of a text is special in them. */
const slackText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Slack's Block Kit. Foreign text stands in `plain_text`, where no markup is read. */
export function slackMessage({ title, summary, facts, link, linkText }: Message): object {
  const text = (value: string) => ({ type: 'plain_text', text: slackText(value), emoji: false });
  return {
    text: slackText(title),
    blocks: [
      { type: 'header', text: text(title) },
      { type: 'section', text: text(summary) },
      ...(facts.length === 0
        ? []
        : [{ type: 'section', fields: facts.map(({ name, value }) => text(`${name}: ${value}`)) }]),
      ...(link === null ? [] : [{ type: 'actions', elements: [{ type: 'button', text: text(linkText), url: link }] }]),
    ],
  };
}

const run = (text: string, look: object = {}) => ({ type: 'TextRun', text, ...look });
const line = (...inlines: object[]) => ({ type: 'RichTextBlock', inlines });

/** An Adaptive Card as the Workflows of Microsoft Teams take it. Text runs show Markdown as it's written. */
export function teamsMessage({ title, summary, facts, link, linkText }: Message): object {
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    body: [
      line(run(title, { weight: 'Bolder', size: 'Medium' })),
      line(run(summary)),
      ...facts.map(({ name, value }) => line(run(`${name}: `, { weight: 'Bolder' }), run(value))),
    ],
    actions: link === null ? [] : [{ type: 'Action.OpenUrl', title: linkText, url: link }],
  };
  return {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content }],
  };
}

/** UTF-8 bytes of a Markdown message that WeCom takes. */
const wecomBytes = 4096;

/** WeCom knows no escapes: signs that would mention people, link or colour are replaced by those that look like them. */
const wecomText = (text: string): string =>
  text
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replaceAll('[', '［')
    .replaceAll(']', '］')
    .replaceAll('`', 'ˋ')
    .replaceAll('@', '＠')
    .replaceAll('*', '∗');

/** Markdown as WeCom's robots read it: no tables, three colours. */
export function wecomMessage({ title, summary, facts, link, linkText }: Message): object {
  const lines = [
    `**${wecomText(title)}**`,
    wecomText(summary),
    ...facts.map(({ name, value }) => `> ${name}: <font color="comment">${wecomText(value)}</font>`),
    ...(link === null ? [] : [`[${linkText}](${link})`]),
  ];
  return { msgtype: 'markdown', markdown: { content: withinBytes(lines, wecomBytes) } };
}

/** Whole lines only, so that no markup is left open. */
function withinBytes(lines: string[], bytes: number): string {
  const kept: string[] = [];
  for (const one of lines) {
    if (Buffer.byteLength([...kept, one].join('\n')) > bytes) break;
    kept.push(one);
  }
  return kept.join('\n');
}
