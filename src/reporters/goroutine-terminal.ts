import type { Frame, GroupCounts } from '../model.ts';
import { growsSteadily } from '../pprof/group-counts.ts';
import { plain } from './escape.ts';
import { formatCount } from './numbers.ts';
import { shortFunction } from './story.ts';
import { painter } from './paint.ts';

export interface GroupsLook {
  color: boolean;
  /** Could the collector prove leaks? */
  provesLeaks: boolean;
  /** Show the stack below every group, not only below those that may leak. */
  stacks: boolean;
}

const heads = ['goroutines', 'state', 'waits in', 'started in', 'waits since', 'same', 'leak'] as const;

/** One line for each group, at every look. */
export function renderGroups(groups: readonly GroupCounts[], { color, provesLeaks, stacks }: GroupsLook): string {
  const paint = painter(color);
  if (groups.length === 0) return '  No goroutine is in such a state.\n';
  const rows = [[...heads], ...groups.map(cells)];
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const [head, ...lines] = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
  const total = groups.reduce((sum, { counts }) => sum + counts.at(-1)!, 0);
  return [
    paint('dim', `  ${head!}`),
    ...lines.flatMap((line, at) => {
      const group = groups[at]!;
      const below = stacks || suspicious(group) ? stackLines(group).map((call) => paint('dim', call)) : [];
      return [`  ${suspicious(group) ? paint('red', line) : line}`, ...below];
    }),
    paint(
      'dim',
      `  ${formatCount(total)} in ${formatCount(groups.length)} groups${provesLeaks ? '' : '; this build can’t prove leaks'}`,
    ),
    '',
  ].join('\n');
}

function cells(group: GroupCounts): string[] {
  const { counts, state, waitsAt, createdBy, lasting, minutes = 0 } = group;
  return [
    counts.map(formatCount).join(' → '),
    plain(state, 40),
    place(waitsAt),
    createdBy === null ? 'the runtime' : place(createdBy),
    minutes > 0 ? `${formatCount(minutes)} min` : '',
    counts.length < 2 || lasting === null ? '' : formatCount(lasting),
    suspicion(group),
  ];
}

/** What speaks for a leak. A proof says how many, growth alone is a suspicion. */
export function suspicion(group: GroupCounts): string {
  if (group.proven > 0) return group.proven === group.counts.at(-1) ? 'proven' : `${formatCount(group.proven)} proven`;
  return growsSteadily(group) && group.ended === 0 ? 'suspected' : '';
}

/** From where they wait down to the function that they all began with. */
const stackLines = ({ stack = [] }: GroupCounts): string[] =>
  stack.length < 2 ? [] : stack.map((frame) => `      ${place(frame)}`);

const suspicious = (group: GroupCounts): boolean => suspicion(group) !== '';

const place = (frame: Frame | null): string =>
  frame === null
    ? ''
    : `${shortFunction(frame.function)} ${plain(frame.file.split('/').slice(-2).join('/'), 60)}:${frame.line}`;
