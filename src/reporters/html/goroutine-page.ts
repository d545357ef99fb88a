import type { GroupCounts } from '../../model.ts';
import { sayIn } from '../../words/say.ts';
import { suspicion } from '../goroutine-terminal.ts';
import { formatCount, formatTime } from '../numbers.ts';
import { shortFunction } from '../story.ts';
import { groupSection } from './goroutines.ts';
import { icon } from './icons.ts';
import { foreign, html, type Markup } from './markup.ts';
import { shell } from './shell.ts';
import { styles } from './styles.ts';

/** What `leakgate goroutines` saw. */
export interface GoroutineLooks {
  /** Where the stacks came from. */
  source: string;
  provesLeaks: boolean;
  groups: readonly GroupCounts[];
  looks: number;
  /** ISO 8601. */
  takenAt: string;
  /** Of Leakgate. */
  version: string;
}

/** One page that needs nothing else: the groups, look by look. */
export function renderGoroutinePage(seen: GoroutineLooks): string {
  const { groups, version } = seen;
  const heading = headingOf(seen);
  return shell({
    title: heading,
    lang: 'en',
    styles,
    skipLink: 'Skip to the groups',
    header: header(seen, heading),
    main:
      groups.length === 0
        ? html``
        : groupSection(nowhere, {
            groups,
            id: 'groups',
            leak: suspicion,
            rest: (n) => `… and ${n} more with --format json.`,
          }),
    footer: html`<footer class="wrap">leakgate ${foreign(version, 40)}</footer>`,
  });
}

/** A running process doesn't tell which commit it was built from. */
const nowhere = {
  say: sayIn('en'),
  links: { repository: null, run: null },
  commit: { sha: '', branch: '', baseBranch: null, pullRequest: null },
};

const goroutinesIn = (groups: readonly GroupCounts[]): number =>
  groups.reduce((sum, { counts }) => sum + counts.at(-1)!, 0);

const leaking = ({ groups }: GoroutineLooks): GroupCounts[] => groups.filter((group) => suspicion(group) !== '');

/** `main.subscribe leaks goroutines`, and the number of all where none do. */
function headingOf(seen: GoroutineLooks): string {
  const [first, ...more] = leaking(seen);
  if (first === undefined) return `${counted(goroutinesIn(seen.groups), 'goroutine')} in ${countedGroups(seen.groups)}`;
  const starts = first.createdBy ?? first.entry;
  const name = starts === null ? 'the runtime' : shortFunction(starts.function);
  const others = more.length === 0 ? '' : ` and ${formatCount(more.length)} more`;
  const verb = first.proven === 0 ? 'may leak' : more.length === 0 ? 'leaks' : 'leak';
  return `${name}${others} ${verb} goroutines`;
}

const countedGroups = (groups: readonly GroupCounts[]): string => counted(groups.length, 'group');

const counted = (count: number, noun: string): string => `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;

function header(seen: GoroutineLooks, heading: string): Markup {
  const { groups, provesLeaks, source, looks, takenAt } = seen;
  const suspected = leaking(seen);
  const proven = suspected.some((group) => group.proven > 0);
  const about: [string, Markup][] = [
    ['Stacks of', foreign(source, 160)],
    ['Looks', html`${formatCount(looks)}, the last ${formatTime(takenAt)}`],
    ['Proof', html`${provesLeaks ? 'by the garbage collector' : 'not in this build: leaks can only be suspected'}`],
  ];
  return html`<header class="top">
    <div class="wrap">
      <div class="verdict">
        ${suspected.length > 0 && icon(proven ? 'fail' : 'warn')}
        <div>
          <h1><bdi>${heading}</bdi></h1>
          ${
            suspected.length > 0 &&
            html`<p class="lead">
              ${formatCount(goroutinesIn(suspected))} of ${formatCount(goroutinesIn(groups))} goroutines, in
              ${formatCount(suspected.length)} of ${countedGroups(groups)}.
            </p>`
          }
        </div>
      </div>
      <dl class="about">
        ${about.map(
          ([term, said]) =>
            html`<div>
              <dt>${term}</dt>
              <dd>${said}</dd>
            </div> `,
        )}
      </dl>
    </div>
  </header>`;
}
