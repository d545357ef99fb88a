import type { DiffRow, DiffStep, SnapshotDiff } from '../heap/diff.ts';
import type { HeapAccount } from '../heap/heap-account.ts';
import type { Trie } from '../heap/trie.ts';
import { plain } from './escape.ts';
import { formatCount, formatShare, formatValue } from './numbers.ts';
import { painter, type Paint } from './paint.ts';

export interface HeapLook {
  color: boolean;
  /** Rows to show at most. */
  limit: number;
}

/** What grew, one line for each root or site, and what keeps the figures from being exact. */
export function renderDiff({ kind, rows, warnings, account }: SnapshotDiff, look: HeapLook): string {
  const paint = painter(look.color);
  const perRequest = rows.some(({ bytesPerRequest }) => bytesPerRequest !== null);
  const columns: Column[] = [
    { head: 'growth', cell: ({ grownBytes }) => formatValue(grownBytes, 'bytes', 'always') },
    { head: 'now', cell: ({ totalBytes }) => formatValue(totalBytes, 'bytes') },
    ...(perRequest ? [perRequestColumn] : []),
  ];
  const total = rows.reduce((sum, { grownBytes }) => sum + grownBytes, 0);
  const lines =
    rows.length === 0
      ? [paint('dim', '  Nothing grew that counts here.')]
      : [...table(rows, columns, { kind, paint, limit: look.limit }), restLine(rows, look.limit, paint)];
  const exceeding = rows.filter(({ exceeds }) => exceeds).length;
  return finished([
    ...lines,
    ...warnings.map((warning) => paint('yellow', `  ▲ ${plain(warning)}`)),
    rows.length === 0
      ? ''
      : paint(exceeding > 0 ? 'red' : 'dim', `  ${formatValue(total, 'bytes', 'always')} in all${failing(exceeding)}`),
    paint('dim', account === null ? `  ${sampled}` : `  ${accountText(account)}`),
  ]);
}

const sampled = 'Estimates: a profile counts samples, and what grew by less than a few of them doesn’t show.';

const exactBytes = (bytes: number): string => `${bytes > 0 ? '+' : ''}${formatCount(bytes)}\u00a0B`;

/** `HeapAlloc +1 528 144 B: +1 528 040 B above, −96 B of other roots, +200 B of the runtime and the probe, 0 B that no root reaches`. */
export function accountText(account: HeapAccount): string {
  const { heapAllocBytes, shownBytes, otherBytes, runtimeBytes, unreachedBytes } = account;
  const parts = [
    `${exactBytes(shownBytes)} above`,
    `${exactBytes(otherBytes)} of other roots`,
    `${exactBytes(runtimeBytes)} of the runtime and the probe`,
    `${exactBytes(unreachedBytes)} that no root reaches`,
  ];
  return `HeapAlloc ${exactBytes(heapAllocBytes)}: ${parts.join(', ')}`;
}

const perRequestColumn: Column = {
  head: 'per request',
  cell: ({ bytesPerRequest }) => (bytesPerRequest === null ? '' : formatValue(bytesPerRequest, 'bytes/req', 'always')),
};

const failing = (rows: number): string =>
  rows === 0 ? '' : `, ${rows} ${rows === 1 ? 'exceeds' : 'exceed'} the limit`;

/** What a snapshot holds, heaviest first. `heapBytes` is the whole that shares are of. */
export function renderTop(rows: DiffRow[], { kind, heapBytes }: Contents, look: HeapLook): string {
  const paint = painter(look.color);
  const columns: Column[] = [
    { head: kind === 'retention' ? 'keeps' : 'holds', cell: ({ totalBytes }) => formatValue(totalBytes, 'bytes') },
    { head: 'share', cell: ({ totalBytes }) => formatShare(Number((totalBytes / Math.max(1, heapBytes)).toFixed(3))) },
  ];
  return finished([
    ...table(rows, columns, { kind, paint, limit: look.limit }),
    restLine(rows, look.limit, paint),
    paint('dim', `  ${formatValue(heapBytes, 'bytes')} in all`),
  ]);
}

interface Contents {
  kind: SnapshotDiff['kind'];
  heapBytes: number;
}

interface Column {
  head: string;
  cell: (row: DiffRow) => string;
}

interface TableLook {
  kind: SnapshotDiff['kind'];
  paint: Paint;
  limit: number;
}

/** Numbers to the right, then the chain; colour is put on after padding, since it has no width. */
function table(rows: DiffRow[], columns: Column[], { kind, paint, limit }: TableLook): string[] {
  const shown = rows.slice(0, limit);
  const cells = [columns.map(({ head }) => head), ...shown.map((row) => columns.map(({ cell }) => cell(row)))];
  const widths = columns.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)));
  const [head, ...lines] = cells.map((row) => row.map((cell, column) => cell.padStart(widths[column]!)).join('  '));
  const indent = ' '.repeat(head!.length + 6);
  return [
    paint('dim', `    ${head!}  ${kind === 'retention' ? 'kept alive by' : 'allocated in'}`),
    ...shown.flatMap((row, at) => [
      `  ${row.exceeds ? paint('red', '✘') : ' '} ${lines[at]!}  ${kind === 'retention' ? chainText(row.chain) : stackText(row.chain)}`,
      ...row.heldBy.map((way, k) =>
        paint('dim', `${indent}${k === 0 ? 'held together by' : '             and'} ${way.map(shortText).join(' → ')}`),
      ),
    ]),
  ];
}

/** `main.cache → map[string]*main.Entry → main.put main.go:27 ×1000, 1 480 B each`. */
function chainText(chain: DiffStep[]): string {
  const last = chain.at(-1);
  const each =
    last !== undefined && last.objects > 1
      ? `, ${formatValue(Math.round(last.retainedBytes / last.objects), 'bytes')} each`
      : '';
  return `${chain.map(stepText).join(' → ')}${each}`;
}

function stepText({ text, frame, objects }: DiffStep): string {
  const place =
    frame === null || text.startsWith('internal/')
      ? ''
      : `${frame.file.slice(frame.file.lastIndexOf('/') + 1)}:${frame.line}`;
  const told = place === '' || text.includes(place) ? text : `${text} (${place})`;
  return `${shortText(told)}${objects > 1 ? ` ×${formatCount(objects)}` : ''}`;
}

/** Callers that are shown behind a site. */
const shownCallers = 2;

/** `main.put main.go:27 ×1000 ← main.handle main.go:40`: who allocated, and who called it. */
function stackText([site, ...callers]: DiffStep[]): string {
  if (site === undefined) return '';
  const calls = callers.slice(0, shownCallers).map(({ frame, text }) => placeText(text, frame));
  const count = site.objects > 1 ? ` ×${formatCount(Math.round(site.objects))}` : '';
  return [`${placeText(site.text, site.frame)}${count}`, ...calls].join(' ← ');
}

const placeText = (text: string, frame: DiffStep['frame']): string =>
  shortText(frame === null ? text : `${text} ${frame.file.slice(frame.file.lastIndexOf('/') + 1)}:${frame.line}`);

/** Function names come from a program that may be hostile. */
const shortText = (text: string): string => plain(text, 120);

function restLine(rows: DiffRow[], limit: number, paint: Paint): string {
  const rest = rows.slice(limit);
  if (rest.length === 0) return '';
  const bytes = rest.reduce((sum, { grownBytes }) => sum + grownBytes, 0);
  return paint('dim', `    … and ${formatCount(rest.length)} more, ${formatValue(bytes, 'bytes')}`);
}

const finished = (lines: string[]): string => `${lines.filter((line) => line !== '').join('\n')}\n`;

/** Branches that are shown below each step, and the share of the root below which nothing is. */
const shownBranches = 6;
const smallestShare = 0.01;

/** A root with everything that it keeps alive, as a tree. */
export function renderTree(root: Trie, look: Pick<HeapLook, 'color'>): string {
  const paint = painter(look.color);
  const lines: { bytes: string; name: string }[] = [];
  const add = (trie: Trie, lead: string, below: string): void => {
    lines.push({ bytes: formatValue(trie.retainedBytes, 'bytes'), name: `${paint('dim', lead)}${trieText(trie)}` });
    const all = [...trie.children.values()].toSorted((a, b) => b.retainedBytes - a.retainedBytes);
    const shown = all
      .filter(({ retainedBytes }) => retainedBytes >= root.retainedBytes * smallestShare)
      .slice(0, shownBranches);
    shown.forEach((child, k) => {
      const last = k === shown.length - 1 && shown.length === all.length;
      add(child, `${below}${last ? '└─ ' : '├─ '}`, `${below}${last ? '   ' : '│  '}`);
    });
    const rest = all.slice(shown.length);
    if (rest.length === 0) return;
    const bytes = rest.reduce((sum, { retainedBytes }) => sum + retainedBytes, 0);
    lines.push({
      bytes: formatValue(bytes, 'bytes'),
      name: paint('dim', `${below}└─ … ${formatCount(rest.length)} more`),
    });
  };
  add(root, '', '');
  const width = Math.max(...lines.map(({ bytes }) => bytes.length));
  const held = (root.heldBy ?? []).map((way, k) =>
    paint(
      'dim',
      `${' '.repeat(width + 4)}${k === 0 ? 'held together by' : '             and'} ${way.map(({ text }) => shortText(text)).join(' → ')}`,
    ),
  );
  return finished([...lines.map(({ bytes, name }) => `  ${bytes.padStart(width)}  ${name}`), ...held]);
}

const trieText = ({ label: { text, frame }, objects }: Trie): string =>
  stepText({ text, frame, objects, retainedBytes: 0 });
