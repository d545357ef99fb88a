/**
 * Function names, labels, routes, branch names and log lines come from a repository that may be hostile (a fork's
 * pull request), and end up in a comment that a trusted bot signs. Everything here turns such text into Markdown that
 * renders as the text itself: one line, no markup, no mention, no reference, no link, no invisible reordering.
 */

/** Renders as nothing, yet parts `@` from a name. As an entity, so that it's visible in the source. */
const gap = '&#8203;';

// oxlint-disable-next-line no-control-regex -- escape sequences of terminals are what is looked for
const terminalSequences = /\u001b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\-_])/g;
/** Joiners are needed to write Persian and emoji; the remaining format characters hide or reorder text. */
const invisible = /(?![\u200c\u200d])[\p{Cc}\p{Cs}\p{Cf}]/gu;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Without the colours and cursor movements of terminals. */
export function withoutTerminalSequences(given: string): string {
  return given.replace(terminalSequences, '');
}

/** One line of visible characters: colour codes dropped, line ends become spaces, invisible characters become `�`. */
export function plain(given: string, max = 300): string {
  const line = shorten(withoutTerminalSequences(given), max).replace(/[\s\u0085\u2028\u2029]+/g, ' ');
  return visible(line).trim();
}

/** What hides or reorders text is shown as `�`, line ends too. */
export function visible(given: string): string {
  return given.replace(invisible, '\ufffd');
}

/** Keeps both ends: what tells two long names apart may stand at either. */
export function shorten(given: string, max: number): string {
  if (given.length <= max) return given;
  const head = Math.ceil((max - 1) * 0.6);
  const start = given.slice(0, head).replace(/[\ud800-\udbff]$/, '');
  const end = given.slice(given.length - (max - 1 - head)).replace(/^[\udc00-\udfff]/, '');
  return `${start}…${end}`;
}

/** Keeps right-to-left text from reordering what stands beside it. */
function isolated(line: string): string {
  return rightToLeft.test(line) ? `\u2068${line}\u2069` : line;
}

const entity = (character: string): string => `&#${character.codePointAt(0)};`;

/**
 * What GitHub turns into links or notifications even where it is no Markdown: mentions, issue numbers, addresses.
 * Entities don't help, since it looks at the rendered text; a gap does.
 */
function withGaps(escaped: string): string {
  return escaped
    .replaceAll('@', `@${gap}`)
    .replace(/(?<!&)#(?=\d)/g, `#${gap}`)
    .replace(/(gh-)(?=\d)/gi, `$1${gap}`)
    .replace(/:(?=\/)/g, `:${gap}`)
    .replace(/(www)\./gi, `$1${gap}.`);
}

/** Running text for Markdown, also inside a table cell. Never empty, so that what stands round it keeps its meaning. */
export function text(given: string, max = 300): string {
  return isolated(atStart(inline(plain(given, max)))) || '–';
}

/** Running text in which backticks mark identifiers, as our own messages do. Identifiers become code spans. */
export function prose(given: string, max = 500): string {
  const pieces = plain(given, max).split(/`([^`]+)`/);
  return isolated(atStart(pieces.map((piece, index) => (index % 2 === 0 ? inline(piece) : code(piece))).join('')));
}

function inline(line: string): string {
  return withGaps(
    line
      .replace(/[<>&|$`\\]/g, entity)
      .replace(/[*[\]~]/g, '\\$&')
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_'),
  );
}

/** Only at the start of a block would these be a list, a heading or a rule. */
function atStart(escaped: string): string {
  return escaped.replace(/^[-+=#]/, '\\$&').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

/** An identifier. A code span where that is sure to hold, else `<code>` with every special character as an entity. */
export function code(given: string, max = 120): string {
  const line = plain(given, max);
  if (line === '') return '–';
  if (/[`|\\]/.test(line) || rightToLeft.test(line)) {
    return `<code>${isolated(withGaps(line.replace(/[<>&|$`\\*[\]_~"'!]/g, entity)))}</code>`;
  }
  return `\`${line}\``;
}

/** Text between HTML tags, where Markdown isn't read. */
export function html(given: string, max = 300): string {
  return isolated(withGaps(plain(given, max).replace(/[<>&"']/g, entity)));
}

/** A block of foreign lines, which no line of it can close. Indentation stays. */
export function fenced(lines: string[], language = 'text'): string {
  const kept = lines.map(outputLine);
  const runs = kept.flatMap((line) => line.match(/`+/g) ?? []).map((run) => run.length);
  const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run + 1)));
  return `${fence}${language}\n${kept.join('\n')}\n${fence}`;
}

/** A line of a program's output with its indentation, without colours and control characters. */
export function outputLine(line: string): string {
  const spaces = /^[ \t]*/.exec(line)?.[0].replaceAll('\t', '  ').slice(0, 40) ?? '';
  return `${spaces}${plain(line, 400)}`.trimEnd();
}
