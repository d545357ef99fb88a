import { painter } from './paint.ts';

/** A section of docs/patterns.md. */
export interface Pattern {
  name: string;
  /** Its first sentence. */
  summary: string;
  /** Markdown: paragraphs and blocks of Go. */
  text: string;
}

export function parsePatterns(markdown: string): Pattern[] {
  const [, ...sections] = markdown.split(/^## /m);
  return sections.map((section) => {
    const [name = '', ...lines] = section.trim().split('\n');
    const text = lines.join('\n').trim();
    return { name, text, summary: /^.*?[.:](?=\s|$)/.exec(text)?.[0].replace(/:$/, '.') ?? '' };
  });
}

interface Look {
  color: boolean;
}

/** Names and what they are, a line each. */
export function renderPatternList(patterns: readonly Pattern[], { color }: Look): string {
  const paint = painter(color);
  const width = Math.max(...patterns.map(({ name }) => name.length));
  const lines = patterns.map(({ name, summary }) => `  ${paint('bold', name.padEnd(width))}  ${plainText(summary)}`);
  return `${[...lines, '', paint('dim', '  leakgate explain PATTERN shows the wrong code and the right one.')].join('\n')}\n`;
}

/** A section as a terminal shows it. */
export function renderPattern({ name, text }: Pattern, { color }: Look): string {
  const paint = painter(color);
  let inCode = false;
  const lines = text.split('\n').flatMap((line) => {
    if (line.startsWith('```')) {
      inCode = !inCode;
      return [];
    }
    if (!inCode) return [`  ${wrapped(plainText(line))}`];
    if (line === '// wrong') return [paint('red', '  ✘ wrong')];
    if (line === '// right') return [paint('green', '  ✔ right')];
    return [paint('dim', '  │ ') + line.replaceAll('\t', '    ')];
  });
  return `\n  ${paint('bold', name)}\n\n${lines.map((line) => line.trimEnd()).join('\n')}\n\n`;
}

const plainText = (markdown: string): string => markdown.replaceAll(/[`*]/g, '');

const lineWidth = 96;

/** Breaks between words. */
function wrapped(line: string): string {
  let room = lineWidth;
  return line
    .split(' ')
    .map((word, at) => {
      room -= word.length + 1;
      if (room >= 0 || at === 0) return `${at === 0 ? '' : ' '}${word}`;
      room = lineWidth - word.length - 1;
      return `\n  ${word}`;
    })
    .join('');
}
