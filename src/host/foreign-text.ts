/** Renders as nothing, yet parts the signs that make a line a command. */
const gap = '\u200b';

/** The runner reads lines, and ends one at each of these. */
const lineEnd = /\r\n|\r|\n/;

/**
 * Makes sure that no line of our own text acts as a workflow command because of a name that it holds. The runner obeys
 * lines whose first visible characters are `::`, and those that hold `##[` anywhere.
 */
export function withoutCommands(text: string): string {
  return text
    .split(lineEnd)
    .map((line) => line.replaceAll('##[', `##${gap}[`).replace(/^(\s*):(?=:)/, `$1:${gap}`))
    .join('\n');
}
