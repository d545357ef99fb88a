import type { CheckReport, StageRow, StageSource } from '../model.ts';
import type { Say, Word } from '../words/say.ts';
import { formatRelative, formatValue } from './numbers.ts';

/** Titles of the columns. */
export const stageHead = (say: Say): string[] => [say('Stage'), say('Base'), say('This run'), say('Change'), 'Q95'];

/** How the times came to be known. */
export const stageNotes: Readonly<Record<StageSource, Word>> = {
  'server-timing':
    'Mean time a request, as the Server-Timing fields of the answers tell it. Q95: of the requests that had the stage.',
  opentelemetry:
    'Mean time a request, from the service’s own spans, each without what lies below it. Q95: of the requests that had the stage.',
  'cpu-profile': 'CPU time a request by where it was spent, from a profile: waiting isn’t in it.',
};

/** The most that a table shows. */
const mostRows = 20;

/** A row for each stage, longest first; null without such a check. Names are the service's own and may be hostile. */
export function stageCells({ stages }: Pick<CheckReport, 'stages'>): string[][] | null {
  return stages === undefined || stages.rows.length === 0 ? null : stages.rows.slice(0, mostRows).map(cells);
}

const told = (us: number | null): string => (us === null ? '–' : formatValue(us, 'us/req').replace('/req', ''));

function cells({ name, beforeUs, afterUs, beforeQ95Us, afterQ95Us }: StageRow): string[] {
  const change = beforeUs === null || beforeUs === 0 ? '–' : formatRelative(afterUs / beforeUs - 1);
  const q95 =
    beforeQ95Us === null || afterQ95Us === null
      ? told(afterQ95Us ?? beforeQ95Us)
      : `${told(beforeQ95Us)} → ${told(afterQ95Us)}`;
  return [name, told(beforeUs), told(afterUs), change, q95];
}
